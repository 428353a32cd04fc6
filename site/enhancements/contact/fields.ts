import type { Ticket } from "#contract/tickets.ts";

/** What the customer writes or chooses, by the names of the fields: kept in the draft, and sent. */
const wordFields = [
	"incident",
	"subject",
	"category",
	"description",
	"tried",
	"affected",
	"impairment",
	"risk",
	"name",
	"email",
	"company",
	"product",
	"environment",
] as const;

type WordField = (typeof wordFields)[number];

/** Words by field; "" where there are none. */
export function readFields(root: HTMLFormElement): Record<WordField, string> {
	const data = new FormData(root);
	return Object.fromEntries(wordFields.map((name) => [name, String(data.get(name) ?? "").trim()])) as Record<WordField, string>;
}

/** What the customer wrote, as a ticket without anything that came along by itself. */
export function readWords(root: HTMLFormElement): Ticket {
	const { subject, description, category, name, email, ...optional } = readFields(root);
	const chosen = Object.fromEntries(Object.entries(optional).filter(([, words]) => words !== ""));
	// A field that is empty is for the Worker to judge: it knows what to say.
	const required = Object.fromEntries(Object.entries({ description, category, name, email }).filter(([, words]) => words !== ""));
	return { ...(chosen as object), ...(required as unknown as Ticket), subject, key: hiddenValue(root, "key"), locale: document.documentElement.lang || "en" };
}

/** A field that takes one value: a control, or a group of radio buttons. */
export function control(root: HTMLFormElement, name: string): (Element & { value: string }) | RadioNodeList | null {
	return root.elements.namedItem(name) as (Element & { value: string }) | RadioNodeList | null;
}

/** Value of a hidden field. */
export function hiddenValue(root: HTMLFormElement, name: string): string {
	return control(root, name)?.value ?? "";
}

/** What a field says to the customer: the words of what is chosen, or what was written; "" where nothing is. */
export function wordsShown(root: HTMLFormElement, name: string): string {
	const field = control(root, name);
	if (!field || field.value === "") return "";
	if (field instanceof HTMLSelectElement) return field.selectedOptions[0]?.text.trim() ?? "";
	if (!(field instanceof RadioNodeList)) return field.value.trim();
	const chosen = [...field].find((choice) => choice instanceof HTMLInputElement && choice.checked);
	return chosen instanceof HTMLInputElement ? (chosen.closest("label")?.textContent.trim() ?? "") : "";
}

/** Gives a field a value, where the form has it. */
export function setField(root: HTMLFormElement, name: string, value: string): void {
	const field = control(root, name);
	if (field) field.value = value;
}

/** Where a field's error is told to assistive technology: the group of radio buttons, or the control itself. Null where the customer sees no field. */
export function fieldOf(root: HTMLFormElement, name: string): HTMLElement | null {
	if (name === "attachments") return root.querySelector("[data-file-input]");
	const named = root.elements.namedItem(name);
	if (named instanceof RadioNodeList) return root.querySelector(`#field-${CSS.escape(name)}`);
	return named instanceof HTMLElement && named.getAttribute("type") !== "hidden" ? named : null;
}

/** Says something where the form has a place for it. */
export function say(root: ParentNode, place: string, words: string): void {
	const element = root.querySelector<HTMLElement>(`[data-${place}]`);
	if (element && element.textContent !== words) element.textContent = words;
}

/** Makes an element with attributes and content. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
	tag: Tag,
	attributes: Record<string, string> = {},
	...content: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
	const element = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
	element.append(...content);
	return element;
}

/** Makes a button that does something. */
export function makeButton(words: string, onPress: () => void, attributes: Record<string, string> = {}): HTMLButtonElement {
	const button = make("button", { type: "button", class: "button quiet", ...attributes }, words);
	button.addEventListener("click", onPress);
	return button;
}
