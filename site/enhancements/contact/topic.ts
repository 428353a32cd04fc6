import { changeContact, contactState, onContactChange } from "#site/browser/contact-state.ts";
import { limits } from "#contract/limits.ts";
import { guessCategory, type Guessable } from "#site/lib/signals.ts";
import { splitQuestion } from "#site/lib/split-question.ts";
import { readDraft, saveWords } from "./draft.ts";
import { control, hiddenValue, readFields, say, setField } from "./fields.ts";
import { contactWords } from "./words.ts";

function categoriesOf(select: HTMLSelectElement): Guessable[] {
	return [...select.options].map(({ value, dataset }) => ({ id: value, signals: (dataset["signals"] ?? "").split("|").filter(Boolean) }));
}

/**
 * The question asked above becomes subject and description, until somebody edits those; their words choose a topic, until somebody
 * does. What is written in the form itself is told to the help above it.
 */
export function followWords(root: HTMLFormElement): void {
	const select = control(root, "category");
	if (!(select instanceof HTMLSelectElement)) return;
	const topic = select;
	const { t, say: fill, format } = contactWords();
	const list = new Intl.ListFormat(format);
	const categories = categoriesOf(topic);
	const start = readFields(root);
	// What the Worker has chosen for the article gives way to what the customer's words say.
	const ofArticle = hiddenValue(root, "article") !== "" && !readDraft().fields["category"] ? start.category : "";
	const own = { subject: start.subject !== "", description: start.description !== "", category: start.category !== "" && ofArticle === "" };
	let question = "";

	function guess(): void {
		if (own.category) return;
		const { subject, description } = readFields(root);
		const found = guessCategory(`${subject}\n${description}`, categories);
		topic.value = found?.id ?? ofArticle;
		const because = (found?.because ?? []).slice(0, 3).map((word) => fill(t.quoted, { word }));
		const byArticle = ofArticle ? t.chosenByArticle : "";
		say(root, "category-why", because.length > 0 ? fill(t.chosenByWords, { words: list.format(because) }) : byArticle);
	}

	function tell(): void {
		const { subject, description, category } = readFields(root);
		const written = [own.subject ? subject : "", own.description ? description : ""].filter(Boolean).join("\n");
		changeContact({ description: written, category });
	}

	function follow(): void {
		const { incident, suggested, question: asked } = contactState();
		if (incident !== readFields(root).incident) {
			setField(root, "incident", incident);
			saveWords(root);
		}
		const writes = root.contains(document.activeElement) && suggested > 0 && contactState().description !== "";
		const note = root.querySelector<HTMLElement>("[data-suggested]");
		if (note) note.hidden = !writes;
		if (writes) say(root, "suggested-words", fill(t.answers, { count: suggested }));
		if (asked === question) return;
		question = asked;
		const { subject, description } = splitQuestion(asked, limits.subject);
		if (!own.subject) setField(root, "subject", subject);
		if (!own.description) setField(root, "description", description);
		guess();
		// A field that is filled in by a script tells nobody.
		saveWords(root);
		tell();
	}

	root.addEventListener("input", ({ target }) => {
		const name = target instanceof Element ? (target.getAttribute("name") ?? "") : "";
		if (name === "subject" || name === "description") {
			own[name] = true;
			guess();
		}
		if (name === "category") {
			own.category = true;
			say(root, "category-why", "");
		}
		if (name === "incident") changeContact({ incident: readFields(root).incident });
		tell();
	});
	changeContact({ incident: start.incident });
	guess();
	tell();
	onContactChange(follow);
	follow();
}
