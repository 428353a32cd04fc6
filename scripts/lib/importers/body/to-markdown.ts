import type { Element, Root as HastRoot } from "hast";
import { toString } from "hast-util-to-string";
import { toMdast, type Handle, type State } from "hast-util-to-mdast";
import type { PhrasingContent, Root } from "mdast";
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx";
import { componentNames, componentOf, elementOf } from "./elements.ts";
import { htmlTablePart, settleTables, tableParts } from "./tables.ts";

/** HTML that Markdown has no sign for and that stays HTML in an article. */
const inline = ["kbd", "sup", "sub", "mark", "abbr", "samp", "var", "ins", "small", "u", "time", "dfn", "cite", "bdi", "bdo", "ruby", "rt", "rp"];
const block = ["details", "summary", "figure", "figcaption", "dl", "dt", "dd"];

/** Turns cleaned elements into the Markdown tree of an article. */
export function toMarkdown(tree: HastRoot): Root {
	settleTables(tree);
	const result = toMdast(tree, { document: true, handlers });
	return result.type === "root" ? result : { type: "root", children: [result] };
}

function attributesOf({ properties }: Element, names: string[]): MdxJsxAttribute[] {
	return names.flatMap((name) => {
		const value = properties[name];
		return value === undefined || value === null || value === false
			? []
			: [{ type: "mdxJsxAttribute" as const, name: name.toLowerCase(), value: value === true ? null : String(value) }];
	});
}

function flow(state: State, element: Element, name: string, attributes: MdxJsxAttribute[] = []): MdxJsxFlowElement {
	const node = { type: "mdxJsxFlowElement" as const, name, attributes, children: state.toFlow(state.all(element)) as MdxJsxFlowElement["children"] };
	state.patch(element, node);
	return node;
}

function phrasing(state: State, element: Element): MdxJsxTextElement | PhrasingContent[] {
	const children = state.all(element) as PhrasingContent[];
	// Something that is a block itself does not fit into a line; it stands for itself then.
	if (children.some((child) => ["paragraph", "list", "table", "code", "heading", "mdxJsxFlowElement", "blockquote"].includes(child.type))) return children;
	if (toString(element).trim() === "") return children;
	const node: MdxJsxTextElement = {
		type: "mdxJsxTextElement",
		name: element.tagName,
		attributes: attributesOf(element, ["title", "lang", "dir", "dateTime"]),
		children,
	};
	state.patch(element, node);
	return node;
}

const handlers: Record<string, Handle> = {
	...Object.fromEntries(inline.map((name) => [name, (state: State, element: Element) => phrasing(state, element)])),
	...Object.fromEntries(block.map((name) => [name, (state: State, element: Element) => flow(state, element, name, attributesOf(element, ["open"]))])),
	...Object.fromEntries(
		componentNames.map((name) => [
			elementOf(name),
			(state: State, element: Element) => flow(state, element, componentOf(element) ?? "Note", attributesOf(element, ["title", "src", "length"])),
		]),
	),
	...Object.fromEntries(
		tableParts.map((name) => [
			htmlTablePart(name),
			(state: State, element: Element) => flow(state, element, name, attributesOf(element, ["colSpan", "rowSpan"])),
		]),
	),
	// An anchor that other pages lead to; nothing else keeps its id.
	"tier-zero-anchor": (_state, element) => ({ type: "mdxJsxTextElement", name: "span", attributes: attributesOf(element, ["id"]), children: [] }),
};
