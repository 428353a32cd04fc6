import type { Element, ElementContent, Root } from "hast";
import { toString } from "hast-util-to-string";
import { visit } from "unist-util-visit";

/** Where the page stands; what it names by a path gets a full address. */
interface Place {
	/** Address of the page. Example: `https://help.example.com/a/b/` */
	page: string;
}

const classesOf = ({ properties }: Element): unknown[] => (Array.isArray(properties["className"]) ? properties["className"] : []);

function strong(text: string): Element {
	return { type: "element", tagName: "strong", properties: {}, children: [{ type: "text", value: text }] };
}

function paragraph(children: ElementContent[]): Element {
	return { type: "element", tagName: "p", properties: {}, children };
}

function absolute(value: unknown, page: string): string {
	return URL.canParse(String(value), page) ? new URL(String(value), page).href : String(value);
}

/** Gives components a form that Markdown has: callouts are quotes, labels are bold, steps are numbered, pictures lead nowhere, listings have no buttons. */
export function settle(tree: Root, { page }: Place): void {
	visit(tree, "element", (element, index, parent) => {
		const classes = classesOf(element);
		if (classes.includes("listing-bar") && parent && index !== undefined) {
			parent.children.splice(index, 1);
			return index;
		}
		if (classes.includes("callout")) element.tagName = "blockquote";
		if (classes.includes("callout-title") || classes.includes("label")) element.children = [strong(toString(element))];
		if (classes.includes("step-list")) number(element);
		if (element.tagName === "figcaption") Object.assign(element, paragraph([{ type: "element", tagName: "em", properties: {}, children: element.children }]));
		for (const name of ["href", "src"]) if (element.properties[name] !== undefined) element.properties[name] = absolute(element.properties[name], page);
		if (element.tagName === "a" && classes.includes("zoom") && parent && index !== undefined) {
			parent.children.splice(index, 1, ...element.children);
			return index;
		}
		return undefined;
	});
}

function number(list: Element): void {
	const headings = list.children
		.flatMap((step) => (step.type === "element" ? step.children : []))
		.filter((child) => child.type === "element" && child.tagName === "h3");
	headings.forEach((heading, index) => {
		if (heading.type === "element") heading.children.unshift({ type: "text", value: `${index + 1}. ` });
	});
}
