import type { Element, Root } from "hast";
import { elementsIn } from "../json/markup.ts";
import { attribute, findAll, parseHtml, wordsOf } from "../html.ts";

/** A page as the index of a space lists it. */
export interface Listed {
	/** Example: `First-steps_123456.html` */
	file: string;
	title: string;
	/** File of the page above it. */
	parent: string | undefined;
}

/** What the `index.html` of a space tells. */
export interface SpaceIndex {
	/** Example: `HELP` */
	key: string | undefined;
	name: string | undefined;
	/** In the order of the page tree. */
	pages: Listed[];
}

/** Deepest level of pages that is read. */
const deepest = 100;

/** Reads the table of details and the tree of pages. */
export function readIndex(text: string): SpaceIndex {
	const tree = parseHtml(text);
	const details = new Map(
		findAll(tree, ({ tagName }) => tagName === "tr").map((row) => {
			const [name, value] = elementsIn(row);
			return [wordsOf(name).toLowerCase(), wordsOf(value)] as const;
		}),
	);
	return { key: details.get("key") || undefined, name: details.get("name") || undefined, pages: pagesIn(tree) };
}

/** Links that are list items, below the item whose list they lie in. */
function pagesIn(tree: Root): Listed[] {
	const found: Listed[] = [];
	function walk(node: Root | Element, parent: string | undefined, depth: number): void {
		if (depth > deepest) return;
		let above = parent;
		for (const child of node.children) {
			if (child.type !== "element") continue;
			const file = node.type === "element" && node.tagName === "li" && child.tagName === "a" ? fileOf(attribute(child, "href")) : undefined;
			if (file === undefined) walk(child, above, child.tagName === "li" ? depth + 1 : depth);
			else {
				found.push({ file, title: wordsOf(child), parent });
				above = file;
			}
		}
	}
	walk(tree, undefined, 0);
	return found;
}

/** The page of the export that a link names; undefined for links to elsewhere and to the index itself. */
export function fileOf(url: string): string | undefined {
	const path = /^([^/?#:]+\.html)(?:[?#]|$)/i.exec(url)?.[1];
	if (path === undefined || path === "index.html") return undefined;
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}
