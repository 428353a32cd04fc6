import type { Surroundings } from "./types.ts";

/** An element with a class and what stands in it. Text is text, never HTML. */
export function make<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, className = "", ...children: (Node | string)[]): HTMLElementTagNameMap[Tag] {
	const element = document.createElement(tag);
	if (className) element.className = className;
	element.append(...children);
	return element;
}

/** A button that does something at once. */
export function makeButton(words: string, onPress: () => void, className = "ask-button quiet"): HTMLButtonElement {
	const button = make("button", className, words);
	button.type = "button";
	button.addEventListener("click", onPress);
	return button;
}

/** A link; only to where a link may lead: pages, phone numbers, and mail. Anything else stays text. */
export function makeLink(address: string, className: string, ...children: (Node | string)[]): HTMLAnchorElement {
	const link = make("a", className, ...children);
	const leads = URL.canParse(address, document.baseURI) && /^(?:https?|tel|mailto):$/.test(new URL(address, document.baseURI).protocol);
	if (leads) link.href = address;
	return link;
}

/** A link to a page of the help centre. @param path with `#` and a section, where there is one */
export function makePageLink(path: string, { page, newTab }: Surroundings["links"], className: string, ...children: (Node | string)[]): HTMLAnchorElement {
	const link = makeLink(page?.(path) ?? path, className, ...children);
	return newTab ? Object.assign(link, { target: "_blank", rel: "noopener" }) : link;
}

/** A message with elements at the places of its `{names}`. */
export function fillWith(message: string, parts: Readonly<Record<string, Node>>): (Node | string)[] {
	// Every other piece is a name.
	return message.split(/\{(\w+)\}/).map((piece, index) => (index % 2 === 0 ? piece : (parts[piece] ?? piece)));
}

/** Whether the focus is somewhere in an element, or nowhere: then it may be led on without taking it from anybody. */
export function mayLeadFocus(element: HTMLElement): boolean {
	const home = element.getRootNode() as Document | ShadowRoot;
	const focused = home.activeElement;
	return focused === null || focused === document.body || element.contains(focused);
}

/** Leads the focus to what cannot take it by itself, so that reading goes on there. */
export function leadFocus(element: HTMLElement): void {
	element.tabIndex = -1;
	element.focus();
}
