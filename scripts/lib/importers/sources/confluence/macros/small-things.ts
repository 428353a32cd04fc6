import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";
import { classesOf, element, elementsIn } from "../../json/markup.ts";
import { attribute, hasClass } from "../../html.ts";

/** Status words, tasks and dates. */
export function showSmallThings(tree: Root): void {
	visit(tree, "element", (node) => {
		const classes = classesOf(node);
		if (classes.includes("status-macro") || (node.tagName === "span" && classes.includes("aui-lozenge"))) node.tagName = "strong";
		if (node.tagName === "ul" && classes.includes("inline-task-list")) for (const item of elementsIn(node)) addBox(item);
	});
}

function addBox(item: Element): void {
	if (item.tagName !== "li" || attribute(item, "dataInlineTaskId") === "") return;
	const checkbox = element("input", [], { type: "checkbox", ...(hasClass(item, "checked") && { checked: true }) });
	item.children.unshift(checkbox, { type: "text", value: " " });
}
