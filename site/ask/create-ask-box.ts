import { limits } from "#contract/limits.ts";
import { createAnswerView } from "./answer-view.ts";
import { make } from "./elements.ts";
import { newId } from "./new-id.ts";
import type { Surroundings } from "./types.ts";

/** A field for a question, and the place of its answer. */
export interface AskBox {
	/** Puts words into the field, and asks them at once if wanted. */
	fill: (question: string, options?: { ask?: boolean }) => void;
	focus: () => void;
	/** Takes question and answer away. */
	clear: () => void;
}

/** Whether a key sends what is written: Enter alone, and not the one that ends a word of an input method. */
function sends(event: KeyboardEvent): boolean {
	// Safari ends the composition before the key that ended it, and tells by this code only.
	// eslint-disable-next-line @typescript-eslint/no-deprecated
	return event.key === "Enter" && !event.shiftKey && !event.isComposing && event.keyCode !== 229;
}

/** Makes a box for questions in sentences. It works in a page and in a shadow root alike, and is styled by `site/styles/ask.css`. */
export function createAskBox(surroundings: Surroundings): AskBox {
	const { root, t } = surroundings;
	const id = `ask-${newId()}`;
	const field = make("textarea");
	Object.assign(field, { id, rows: 1, maxLength: limits.question, autocomplete: "off", placeholder: t.ask.placeholder });
	const label = make("label", "ask-label", t.ask.label);
	label.htmlFor = id;
	const missing = make("p", "ask-missing", t.ask.missing);
	missing.id = `${id}-missing`;
	missing.hidden = true;
	const note = make("p", "ask-muted ask-note", t.ask.note);
	note.id = `${id}-note`;
	field.setAttribute("aria-describedby", note.id);
	const submit = make("button", "ask-button", t.ask.ask);
	const form = make("form", "ask-form", label, make("div", "ask-row", field, submit), missing, note);
	form.noValidate = true;
	const place = make("div");
	root.classList.add("ask-box");
	root.replaceChildren(form, place);
	const view = createAnswerView({ ...surroundings, root: place }, root);

	function send(): void {
		const isMissing = field.value.trim().length < 2;
		missing.hidden = !isMissing;
		field.ariaInvalid = isMissing ? "true" : null;
		field.setAttribute("aria-describedby", isMissing ? `${missing.id} ${note.id}` : note.id);
		if (isMissing) field.focus();
		else void view.ask(field.value);
	}

	form.addEventListener("submit", (event) => {
		event.preventDefault();
		send();
	});
	field.addEventListener("keydown", (event) => {
		if (!sends(event)) return;
		event.preventDefault();
		send();
	});

	return {
		fill(question, { ask = false } = {}) {
			field.value = question.slice(0, limits.question);
			if (ask) send();
		},
		focus: () => field.focus(),
		clear() {
			field.value = "";
			missing.hidden = true;
			view.clear();
		},
	};
}
