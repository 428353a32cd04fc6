import type { Element, ElementContent, Properties } from "hast";
import type { Conversion } from "../../../source.ts";

/** Makes of an element what it becomes here. */
export type Make = (node: Element, note: Conversion["note"]) => ElementContent[];

export function element(tagName: string, properties: Properties, children: ElementContent[]): Element {
	return { type: "element", tagName, properties, children };
}

/** An attribute as text; empty where it is missing. */
export function text(node: Element, name: string): string {
	const value = node.properties[name];
	return typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "";
}

/** A component that has no counterpart: its title and words stay, and one without words is shown as it was written. */
export function unknownElement(node: Element, note: Conversion["note"]): ElementContent[] {
	const name = text(node, "component") || node.tagName;
	const empty = node.children.every((child) => child.type === "text" && child.value.trim() === "");
	note("person", `<${name}> has no counterpart; ${empty ? "it is shown as code" : "its words were kept"}`, node.position?.start.line);
	if (empty) return [element("code", {}, [{ type: "text", value: text(node, "written") || `<${name} />` }])];
	const title = text(node, "title") || text(node, "label") || text(node, "summary");
	const inLine = node.children.every(
		(child) => child.type === "text" || (child.type === "element" && /^(a|b|em|i|strong|code|span|img|kbd|br)$/.test(child.tagName)),
	);
	if (inLine) return [...(title ? [element("strong", {}, [{ type: "text", value: title }]), { type: "text" as const, value: " " }] : []), ...node.children];
	return [...(title ? [element("p", {}, [element("strong", {}, [{ type: "text", value: title }])])] : []), ...node.children];
}
