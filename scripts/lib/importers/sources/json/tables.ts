import type { Element, Root } from "hast";
import { toString } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import { element, elementsIn } from "./markup.ts";

/** Editors without header cells print the first row in bold; headings in cells are bold words as well. */
export function nameHeaders(tree: Root): void {
	visit(tree, "element", (table) => {
		if (table.tagName !== "table") return;
		const cells: Element[][] = [];
		visit(table, "element", (row) => {
			if (row.tagName === "tr") cells.push(elementsIn(row).filter(({ tagName }) => tagName === "td" || tagName === "th"));
		});
		for (const cell of cells.flat()) plainHeadings(cell);
		const [first = [], ...rest] = cells;
		if (rest.length === 0 || cells.flat().some(({ tagName }) => tagName === "th")) return;
		if (!first.some((cell) => toString(cell).trim() !== "") || !first.every((cell) => toString(cell).trim() === "" || isBold(cell))) return;
		for (const cell of first) {
			cell.tagName = "th";
			cell.children = [{ type: "text", value: toString(cell).replace(/\s+/g, " ").trim() }];
		}
	});
}

function plainHeadings(cell: Element): void {
	visit(cell, "element", (node) => {
		if (!/^h[1-6]$/.test(node.tagName)) return;
		node.tagName = "p";
		if (!isBold(node)) node.children = [element("strong", node.children)];
	});
}

/** Whether all words are in bold and nothing else is there, neither picture nor link. */
function isBold(node: Element): boolean {
	const inner = node.children.filter((child) => !(child.type === "text" && child.value.trim() === ""));
	const [only] = inner;
	if (inner.length !== 1 || only?.type !== "element") return false;
	if (/^(p|div|span)$/.test(only.tagName)) return isBold(only);
	return /^(b|strong)$/.test(only.tagName) && elementsIn(only).every(({ tagName }) => /^(span|br)$/.test(tagName));
}
