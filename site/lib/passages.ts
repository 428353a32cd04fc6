import { HTMLElement, parse, TextNode, type Node } from "node-html-parser";

/** A paragraph, list item, table row or listing. */
export interface Passage {
	/** Id of the heading above it; null before the first. */
	heading: string | null;
	text: string;
}

/** The words of an element on one line. */
export function textOf(element: HTMLElement): string {
	return element.textContent.replace(/\s+/g, " ").trim();
}

const blocks = new Set(
	"ADDRESS ASIDE BLOCKQUOTE DD DETAILS DIV DL DT FIGCAPTION FIGURE H1 H2 H3 H4 H5 H6 HR LI OL P PRE SECTION SUMMARY TABLE TR UL".split(" "),
);

/** The text of an element in reading order, without its headings. */
export function passagesOf(root: HTMLElement): Passage[] {
	const passages: Passage[] = [];
	let heading: string | null = null;
	let parts: string[] = [];
	function end(): void {
		const text = parts.join("").replace(/\s+/g, " ").trim();
		if (text) passages.push({ heading, text });
		parts = [];
	}
	function read(node: Node): void {
		if (node instanceof TextNode) return void parts.push(node.text);
		if (!(node instanceof HTMLElement)) return;
		if (/^H[23]$/.test(node.tagName) && node.id) {
			end();
			heading = node.id;
			return;
		}
		const block = blocks.has(node.tagName);
		if (block) end();
		// Cells of a row and lines of a listing are apart on the page, so their words are here.
		else parts.push(/^(?:TD|TH|BR)$/.test(node.tagName) ? " " : "");
		// The parser leaves a listing unread.
		for (const child of node.tagName === "PRE" ? parse(node.innerHTML).childNodes : node.childNodes) read(child);
		if (block) end();
	}
	for (const child of root.childNodes) read(child);
	end();
	return passages;
}
