import type { Nodes, Root } from "mdast";
import { visit, SKIP } from "unist-util-visit";
import type {} from "mdast-util-mdx";
import type { Conversion } from "../source.ts";

type Jsx = Extract<Nodes, { type: "mdxJsxFlowElement" | "mdxJsxTextElement" }>;

/** Attributes of a JSX element that have a plain text value. */
export function jsxAttributes({ attributes }: Jsx): Record<string, string> {
	return Object.fromEntries(
		attributes.flatMap((attribute) =>
			attribute.type === "mdxJsxAttribute" ? [[attribute.name, typeof attribute.value === "string" ? attribute.value : ""]] : [],
		),
	);
}

/**
 * Takes the code out of MDX that its dialect gave no meaning: imports go, expressions are shown as code, HTML elements become
 * what they are, and of unknown components the words stay.
 */
export function neutralise(tree: Root, { note }: Conversion): void {
	visit(tree, (node, index, parent) => {
		if (!parent || index === undefined) return;
		const line = node.position?.start.line;
		switch (node.type) {
			case "mdxjsEsm":
				if (/^\s*export\b/m.test(node.value)) note("person", `code was left out: ${shorten(node.value)}`, line);
				parent.children.splice(index, 1);
				return [SKIP, index];
			case "mdxFlowExpression":
			case "mdxTextExpression": {
				const shown = wordsOf(node.value);
				if (shown === undefined) note("person", `code is shown as it was written: {${shorten(node.value)}}`, line);
				const value = shown ?? node.value.trim();
				const inline = shown === undefined ? ({ type: "inlineCode", value: `{${value}}` } as const) : ({ type: "text", value } as const);
				parent.children.splice(index, 1, (node.type === "mdxFlowExpression" ? { type: "paragraph", children: [inline] } : inline) as never);
				return [SKIP, index + 1];
			}
			case "mdxJsxFlowElement":
			case "mdxJsxTextElement":
				nameElement(node, note);
		}
		return undefined;
	});
}

function nameElement(node: Jsx, note: Conversion["note"]): void {
	if (node.data?.hName) return;
	const { name } = node;
	const attributes = jsxAttributes(node);
	const data = (node.data ??= {});
	if (!name || /^[a-z][a-z0-9-]*$/.test(name)) {
		data.hName = name ?? (node.type === "mdxJsxFlowElement" ? "div" : "span");
		data.hProperties = Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key === "class" ? "className" : key, value]));
		return;
	}
	data.hName = node.type === "mdxJsxFlowElement" ? "div" : "span";
	const written = Object.entries(attributes)
		.map(([key, value]) => ` ${key}="${value}"`)
		.join("");
	note("person", `<${name}> has no counterpart; ${node.children.length > 0 ? "its words were kept" : "it is shown as code"}`, node.position?.start.line);
	if (node.children.length === 0) {
		data.hName = "code";
		data.hChildren = [{ type: "text", value: `<${name}${written} />` }];
		return;
	}
	const title = attributes["title"] ?? attributes["label"] ?? attributes["summary"];
	if (!title || node.type === "mdxJsxTextElement") return;
	node.children.unshift({ type: "paragraph", children: [{ type: "strong", children: [{ type: "text", value: title }] }] });
}

/** What an expression shows where that can be seen without running it: a comment nothing, a quoted text the text. */
function wordsOf(code: string): string | undefined {
	if (/^\s*(\/\*[\s\S]*?\*\/\s*)*$/.test(code)) return "";
	return /^\s*(["'`])((?:(?!\1|\\|\$\{)[\s\S])*)\1\s*$/.exec(code)?.[2];
}

function shorten(text: string): string {
	const line = text.trim().replace(/\s+/g, " ");
	return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
