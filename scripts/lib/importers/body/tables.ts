import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";

/** The elements of a table. */
export const tableParts = ["table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption"];

/** Name of a part of a table that stays HTML. */
export function htmlTablePart(name: string): string {
	return `tier-zero-html-${name}`;
}

/**
 * Decides for each table: one whose cells hold a line of words each becomes a Markdown table; one with cells that span, or hold
 * lists, listings or other tables, stays HTML, since Markdown's tables cannot say it.
 */
export function settleTables(tree: Root): void {
	visit(tree, "element", (element) => {
		if (element.tagName !== "table") return;
		if (isComplicated(element)) stayHtml(element);
		else unwrapParagraphs(element);
	});
}

function isComplicated(table: Element): boolean {
	let found = false;
	visit(table, "element", (element) => {
		const { colSpan, rowSpan } = element.properties;
		if (Number(colSpan ?? 1) > 1 || Number(rowSpan ?? 1) > 1) found = true;
		if (element.tagName !== "td" && element.tagName !== "th") return;
		let paragraphs = 0;
		visit(element, "element", ({ tagName }) => {
			if (tagName === "p") paragraphs += 1;
			if (/^(table|ul|ol|pre|h[1-6]|blockquote|details|dl|figure|hr|tier-zero-)/.test(tagName) && tagName !== "tier-zero-anchor") found = true;
		});
		if (paragraphs > 1) found = true;
	});
	return found;
}

function stayHtml(table: Element): void {
	visit(table, "element", (element) => {
		if (tableParts.includes(element.tagName)) element.tagName = htmlTablePart(element.tagName);
	});
}

function unwrapParagraphs(table: Element): void {
	visit(table, "element", (element) => {
		if (element.tagName !== "td" && element.tagName !== "th") return;
		element.children = element.children.flatMap((child) => (child.type === "element" && /^(p|div|section)$/.test(child.tagName) ? child.children : [child]));
	});
}
