import { visit } from "unist-util-visit";
import type { Definition, Nodes, Root } from "mdast";
import type {} from "remark-mdx";

/** A component or HTML element of an article. */
export type JsxNode = Extract<Nodes, { type: "mdxJsxFlowElement" | "mdxJsxTextElement" }>;

/** Whether a node is a component or HTML element. */
export function isJsx(node: Nodes): node is JsxNode {
	return node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";
}

/** The attributes whose value is plain text. */
export function attributesOf({ attributes }: JsxNode): Record<string, string> {
	return Object.fromEntries(
		attributes.flatMap((attribute) => (attribute.type === "mdxJsxAttribute" && typeof attribute.value === "string" ? [[attribute.name, attribute.value]] : [])),
	);
}

/** Whether what stands in braces is only a comment, or nothing. */
export function isComment(code: string): boolean {
	return /^\s*(\/\*[\s\S]*\*\/)?\s*$/.test(code);
}

/** The addresses that references in the text name, by identifier; of two with one name the first counts, as in CommonMark. */
export function definitionsOf(tree: Root): Map<string, Definition> {
	const found = new Map<string, Definition>();
	visit(tree, "definition", (node) => {
		if (!found.has(node.identifier)) found.set(node.identifier, node);
	});
	return found;
}
