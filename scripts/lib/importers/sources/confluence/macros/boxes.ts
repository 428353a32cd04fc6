import type { Element, ElementContent, Root } from "hast";
import { SKIP, visit } from "unist-util-visit";
import { boldParagraph, calloutOf, component } from "../../../body/elements.ts";
import { classesOf, element, elementsIn, plainHeadings } from "../../json/markup.ts";
import { findFirst, hasClass, wordsOf } from "../../html.ts";

/** Boxes become notes, and what opens becomes `<details>`. */
export function showBoxes(tree: Root): void {
	visit(tree, "element", (node, index, parent) => {
		const made = informationOf(node) ?? panelOf(node) ?? expandOf(node);
		if (!made || !parent || index === undefined) return undefined;
		parent.children[index] = made;
		// Once more, for the boxes in the box.
		return [SKIP, index];
	});
}

function informationOf(node: Element): Element | undefined {
	const classes = classesOf(node);
	if (!classes.includes("confluence-information-macro")) return undefined;
	const kind = classes.map((name) => /^confluence-information-macro-(\w+)$/.exec(name)?.[1]).find((word) => word !== undefined) ?? "note";
	const title = elementsIn(node).find((child) => hasClass(child, "title"));
	const body = elementsIn(node).find((child) => hasClass(child, "confluence-information-macro-body"));
	return box(calloutOf(kind), wordsOf(title), body ? body.children : node.children.filter((child) => child !== title));
}

function panelOf(node: Element): Element | undefined {
	const classes = classesOf(node);
	if (node.tagName !== "div" || !classes.includes("panel") || classes.includes("code")) return undefined;
	const body = findFirst(node, (child) => hasClass(child, "panelContent"));
	if (!body) return undefined;
	return box("Note", wordsOf(findFirst(node, (child) => hasClass(child, "panelHeader"))), body.children);
}

function expandOf(node: Element): Element | undefined {
	if (!hasClass(node, "expand-container")) return undefined;
	const title =
		wordsOf(findFirst(node, (child) => hasClass(child, "expand-control-text"))) || wordsOf(findFirst(node, (child) => hasClass(child, "expand-control")));
	const body = findFirst(node, (child) => hasClass(child, "expand-content"));
	return body && element("details", [element("summary", [{ type: "text", value: title || "More" }]), ...body.children]);
}

function box(name: "Note" | "Tip" | "Warning", title: string, children: ElementContent[]): Element {
	return component(name, [...(title ? [boldParagraph(title)] : []), ...plainHeadings(children)]);
}
