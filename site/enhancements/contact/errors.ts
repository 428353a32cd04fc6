import type { FieldError } from "#contract/problem.ts";
import { fieldOf, make, say } from "./fields.ts";
import { contactWords } from "./words.ts";

/** Takes every message of the last try away. */
export function clearMessages(root: HTMLFormElement): void {
	for (const box of root.querySelectorAll<HTMLElement>("[data-form-errors], [data-trouble], [data-earlier]")) {
		box.hidden = true;
		box.replaceChildren();
	}
	for (const message of root.querySelectorAll(".field-error:not(.file-list *)")) message.remove();
	for (const element of root.querySelectorAll("[aria-invalid]")) {
		element.removeAttribute("aria-invalid");
		describe(element, descriptionOf(element));
	}
	say(root, "send-status", "");
}

/** Ids of what describes a field besides its error. */
function descriptionOf(element: Element): string[] {
	return (element.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id !== "" && !id.startsWith("error-"));
}

function describe(element: Element, ids: string[]): void {
	if (ids.length > 0) element.setAttribute("aria-describedby", ids.join(" "));
	else element.removeAttribute("aria-describedby");
}

function markField(root: HTMLFormElement, { field, message }: FieldError): void {
	const control = fieldOf(root, field);
	if (!control) return;
	const words = make("small", { class: "field-error", id: `error-${field}` }, message);
	// Inside a label it would become part of the field's name; as its description it is read all the same.
	words.setAttribute("aria-hidden", "true");
	root.querySelector(`#field-${CSS.escape(field)}`)?.append(words);
	control.setAttribute("aria-invalid", "true");
	describe(control, [...descriptionOf(control), words.id]);
}

/** Shows what is to be mended: in one list that has the focus, and at each field. */
export function showErrors(root: HTMLFormElement, errors: FieldError[]): void {
	const box = root.querySelector<HTMLElement>("[data-form-errors]");
	if (!box) return;
	const items = errors.map((error) => {
		markField(root, error);
		const link = make("a", { href: `#field-${error.field}` }, error.message);
		link.addEventListener("click", (event) => {
			event.preventDefault();
			const control = fieldOf(root, error.field);
			(control instanceof HTMLFieldSetElement ? control.querySelector("input") : control)?.focus();
		});
		return make("li", {}, link);
	});
	box.replaceChildren(make("h2", {}, contactWords().t.notSentYet), make("ul", {}, ...items));
	box.hidden = false;
	box.focus();
}
