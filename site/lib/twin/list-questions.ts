import type { Element, ElementContent, Root } from "hast";
import { visit } from "unist-util-visit";
import { outlineOf, type Outline, type Tree } from "../troubleshooter/tree.ts";

function has(element: Element, name: string): boolean {
	const { className } = element.properties;
	return Array.isArray(className) && className.includes(name);
}

function element(tagName: string, children: ElementContent[], properties: Element["properties"] = {}): Element {
	return { type: "element", tagName, properties, children };
}

/**
 * Turns the questions of a guided troubleshooter into one list: below each answer stands the question that it leads to, or a link
 * to the outcome. Outcomes stay as they are, below it.
 */
export function listQuestions(root: Root, tree: Tree): void {
	const outline = outlineOf(tree.nodes);
	visit(root, "element", (section) => {
		if (!has(section, "guided") || !outline) return;
		const checks = section.children.filter((child) => child.type === "element" && has(child, "guided-check"));
		const explained = new Map(checks.flatMap((check) => (check.type === "element" ? [explanationOf(check)] : [])));
		const rest = section.children.filter((child) => !checks.includes(child) && !(child.type === "element" && has(child, "guided-intro")));
		const firstOutcome = rest.findIndex((child) => child.type === "element" && has(child, "guided-outcome"));
		rest.splice(firstOutcome === -1 ? rest.length : firstOutcome, 0, element("ul", [itemOf(outline, [], explained)]));
		section.children = rest;
	});
}

/** Id of a question, and what stands between it and its answers. */
function explanationOf(check: Element): [string, ElementContent[]] {
	const heading = check.children.find((child) => child.type === "element" && child.tagName === "h3");
	const id = heading?.type === "element" ? (heading.properties["id"] ?? "") : "";
	return [id, check.children.filter((child) => child !== heading && !(child.type === "element" && has(child, "guided-choices")))];
}

function itemOf({ node, again, answers }: Outline, before: ElementContent[], explained: ReadonlyMap<string, ElementContent[]>): Element {
	const words: ElementContent = { type: "text", value: node.words };
	if (node.kind === "outcome") return element("li", [...before, element("a", [words], { href: `#${node.id}` })]);
	if (again) return element("li", [...before, element("em", [words])]);
	const items = answers.map(({ words: answer, next }) =>
		itemOf(next, [element("strong", [{ type: "text", value: answer }]), { type: "text", value: " – " }], explained),
	);
	return element("li", [element("p", [...before, words]), ...(explained.get(node.id) ?? []), element("ul", items)]);
}
