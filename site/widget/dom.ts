type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element with attributes and what stands in it; text is text, never HTML. `false` and `undefined` leave an attribute out. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
	tag: Tag,
	attributes: Attributes = {},
	...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
	const element = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) {
		if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : String(value));
	}
	element.append(...children);
	return element;
}

/** A button that does something at once. */
export function makeButton(words: Node | string, onPress: () => void, attributes: Attributes = {}): HTMLButtonElement {
	const button = make("button", { type: "button", ...attributes }, words);
	button.addEventListener("click", onPress);
	return button;
}

/** A link that opens in a tab of its own, and does not tell the address of the host page. */
export function makeOutwardLink(words: Node | string, href: string, attributes: Attributes = {}): HTMLAnchorElement {
	return make("a", { href, target: "_blank", rel: "noopener noreferrer", referrerpolicy: "no-referrer", ...attributes }, words);
}

/** Whether a press on a link asks the browser for another tab or window, which is left to it. */
export function asksForTab({ ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
	return ctrlKey || metaKey || shiftKey || altKey;
}

/** A drawing of lines in a square of 24. @param paths `d` of each line */
export function makeIcon(...paths: string[]): SVGSVGElement {
	const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
	for (const [name, value] of Object.entries({
		viewBox: "0 0 24 24",
		fill: "none",
		stroke: "currentColor",
		"stroke-width": "2",
		"stroke-linecap": "round",
		"stroke-linejoin": "round",
		"aria-hidden": "true",
	}))
		svg.setAttribute(name, value);
	for (const d of paths) {
		const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
		line.setAttribute("d", d);
		svg.append(line);
	}
	return svg;
}

/** Styles for a shadow root, which no content policy of the host page can refuse: they are no inline styles. */
export function makeSheet(css: string): CSSStyleSheet {
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(css);
	return sheet;
}
