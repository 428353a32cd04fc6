import type { Element, ElementContent } from "hast";

const prefix = "tier-zero-";

/** Elements that dialects make and that become components of an article, by the component's name. */
export const componentNames = [
	"QuickAnswer",
	"BeforeYouStart",
	"Steps",
	"Step",
	"Note",
	"Tip",
	"Warning",
	"Troubleshooting",
	"Problem",
	"Cause",
	"Solution",
	"IfThisFails",
	"Video",
	"Faq",
	"Question",
] as const;
export type ComponentName = (typeof componentNames)[number];

/** Name of the element that stands for a component until the article is written; for `data.hName`. Example: `tier-zero-note` */
export function elementOf(component: ComponentName): string {
	return `${prefix}${component.toLowerCase()}`;
}

/** The component that an element stands for. */
export function componentOf(element: Element): ComponentName | undefined {
	return componentNames.find((name) => element.tagName === elementOf(name));
}

/** Makes an element that becomes a component. A title of a note becomes its first, bold paragraph. */
export function component(name: ComponentName, children: ElementContent[], properties: Record<string, string> = {}): Element {
	return { type: "element", tagName: elementOf(name), properties, children };
}

/** A paragraph in bold: what becomes of a title that has no place of its own. */
export function boldParagraph(text: string): Element {
	const strong: Element = { type: "element", tagName: "strong", properties: {}, children: [{ type: "text", value: text }] };
	return { type: "element", tagName: "p", properties: {}, children: [strong] };
}

/** The callout that another system's word stands for. Example: `caution` → `Warning` */
export function calloutOf(word: string): "Note" | "Tip" | "Warning" {
	const name = word.toLowerCase();
	if (/^(tip|hint|success|check|pro-?tip|idea|done)$/.test(name)) return "Tip";
	if (/^(warning|warn|caution|danger|important|alert|error|attention|critical|bug|fail|failure|panel-warning)$/.test(name)) return "Warning";
	return "Note";
}
