import { askPromise } from "#site/api-client.ts";
import { changeContact } from "#site/browser/contact-state.ts";
import { priorityOf, type Priority, type SeverityAnswers } from "#contract/priority.ts";
import { readFields, say } from "./fields.ts";
import { contactWords, type ContactWords } from "./words.ts";

const freshMs = 60_000;
const answers = new Map<Priority, { words: string; at: number }>();

/** When a person would answer, in words; "" while the Worker cannot say. */
async function promiseOf(priority: Priority): Promise<string> {
	const known = answers.get(priority);
	if (known && Date.now() - known.at < freshMs) return known.words;
	const reply = await askPromise(priority, Intl.DateTimeFormat().resolvedOptions().timeZone);
	if (!reply.ok) return "";
	answers.set(priority, { words: reply.answer.promisedInWords, at: Date.now() });
	return reply.answer.promisedInWords;
}

/** By when a person answers. @param promised a moment, with its zone in brackets at the end */
function answersBy(promised: string, { t, say }: ContactWords): string {
	const [, moment = promised, zone = ""] = /^(.*?) *(\([^()]*\))?$/.exec(promised) ?? [];
	return say(t.answersBy, { moment, zone }).replace(" .", ".");
}

/** Shows what priority follows from the three answers, what that means and by when a person answers; who describes an emergency sees the hotline at once. */
export function followPriority(root: HTMLFormElement): void {
	const box = root.querySelector<HTMLElement>("[data-priority]");
	const emergency = root.querySelector<HTMLElement>("[data-emergency]");
	const howTo = root.querySelector<HTMLElement>("[data-for-question]");
	let shown: Priority | undefined;
	let asks = false;

	async function tell(priority: Priority): Promise<void> {
		const { start = "", otherwise = "" } = root.querySelector<HTMLElement>(`[data-promise="${priority}"]`)?.dataset ?? {};
		if (!asks) {
			say(root, "priority-words", `${start} ${otherwise}`);
			return;
		}
		const promised = await promiseOf(priority);
		if (priority === shown) say(root, "priority-words", `${start} ${promised ? answersBy(promised, contactWords()) : otherwise}`);
	}

	function follow(): void {
		const { affected, impairment, risk } = readFields(root);
		const priority = priorityOf({ affected, impairment, risk } as SeverityAnswers);
		changeContact({ priority });
		if (emergency) emergency.hidden = priority !== "P1";
		if (howTo) howTo.hidden = impairment !== "question";
		if (box) box.hidden = false;
		shown = priority;
		void tell(priority);
	}

	// Who only reads the page asks the Worker nothing.
	root.addEventListener(
		"focusin",
		() => {
			asks = true;
			follow();
		},
		{ once: true },
	);
	root.addEventListener("change", follow);
	follow();
}
