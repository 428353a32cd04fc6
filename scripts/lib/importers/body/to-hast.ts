import { raw } from "hast-util-raw";
import type { Nodes as HastNodes, Root as HastRoot } from "hast";
import type { Nodes, Parent, Root } from "mdast";
import { toHast } from "mdast-util-to-hast";
import { toString } from "mdast-util-to-string";
import type {} from "mdast-util-mdx";
import rehypeParse from "rehype-parse";
import remarkDirective from "remark-directive";
import remarkGfm from "remark-gfm";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { VFile } from "vfile";
import type { Conversion, Dialect, SourceText } from "../source.ts";
import { showPlaceholders } from "./unknown-tags.ts";
import { neutralise } from "./mdx-nodes.ts";

const html = unified().use(rehypeParse, { fragment: true });
const markdown = unified().use(remarkParse).use(remarkGfm);
const withDirectives = unified().use(remarkParse).use(remarkGfm).use(remarkDirective);
const mdx = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).use(remarkMdx);

/** Parses a text of any format into elements, in the source's meaning: nothing is cleaned yet. */
export async function toElements(source: SourceText, dialect: Dialect, conversion: Conversion): Promise<HastRoot> {
	// Empty lines stand in for what comes before the text, so that lines in the report are those of the file.
	const before = Math.max(source.firstLine - 1, 0);
	const note: Conversion["note"] = (kind, what, line = 1) => conversion.note(kind, what, before + line);
	const rewritten = (await dialect.rewrite?.(source.text, { ...conversion, note })) ?? source.text;
	const { text, lineOf } = typeof rewritten === "string" ? { text: rewritten, lineOf: undefined } : rewritten;
	const padded = "\n".repeat(before) + text;
	const place = lineOf && ((line: number) => (line <= before ? line : before + lineOf(line - before)));
	const tree = source.format === "html" ? html.parse(padded) : fromMarkdown(padded, source.format, dialect, conversion, place);
	dialect.html?.(tree, conversion);
	for (const [tag, line] of showPlaceholders(tree, padded)) conversion.note("changed", `${tag} is no HTML; it is shown as words`, line);
	return tree;
}

function fromMarkdown(text: string, format: "markdown" | "mdx", dialect: Dialect, conversion: Conversion, place?: (line: number) => number): HastRoot {
	const tree = parseMarkdown(text, format, dialect, conversion);
	if (place) {
		visit(tree, ({ position }) => {
			if (position) position.start.line = place(position.start.line);
		});
	}
	dialect.markdown?.(tree, conversion);
	neutralise(tree, conversion);
	plainDirectives(tree, text);
	plainFootnotes(tree);
	const elements = toHast(tree, { allowDangerousHtml: true }) as HastRoot;
	const rawNodes: HastNodes[] = [];
	visit(elements as HastNodes, "raw", (node) => void rawNodes.push(node));
	return rawNodes.length > 0 ? (raw(elements, { file: new VFile(text) }) as HastRoot) : elements;
}

function parseMarkdown(text: string, format: "markdown" | "mdx", dialect: Dialect, { note }: Conversion): Root {
	if (format === "mdx") {
		try {
			return mdx.parse(text);
		} catch (failure) {
			const line = (failure as { line?: number }).line;
			note("changed", `it is no valid MDX (${failure instanceof Error ? failure.message.slice(0, 120) : "unknown reason"}); it was read as Markdown`, line);
		}
	}
	return (dialect.directives ? withDirectives : markdown).parse(text);
}

/** A directive that nobody gave a meaning, like the `:30` of a time, is what it looks like. */
function plainDirectives(tree: Root, text: string): void {
	visit(tree, (node, index, parent) => {
		if (!(node.type === "textDirective" || node.type === "leafDirective" || node.type === "containerDirective") || node.data?.hName) return;
		if (!parent || index === undefined) return;
		const start = node.position?.start.offset ?? 0;
		if (node.type === "containerDirective") return void ((node.data ??= {}).hName = "div");
		const value = text.slice(start, node.position?.end.offset);
		(parent as Parent).children.splice(
			index,
			1,
			node.type === "textDirective" ? { type: "text", value } : { type: "paragraph", children: [{ type: "text", value }] },
		);
	});
}

/** Footnotes have no counterpart: a number in brackets, and the notes as a list at the end. */
function plainFootnotes(tree: Root): void {
	const order: string[] = [];
	const notes = new Map<string, Nodes[]>();
	visit(tree, "footnoteReference", (node, index, parent) => {
		if (!order.includes(node.identifier)) order.push(node.identifier);
		if (parent && index !== undefined) (parent as Parent).children[index] = { type: "text", value: ` [${order.indexOf(node.identifier) + 1}]` };
	});
	visit(tree, "footnoteDefinition", (node, index, parent) => {
		notes.set(node.identifier, node.children);
		if (parent && index !== undefined) (parent as Parent).children[index] = { type: "paragraph", children: [] };
	});
	for (const [number, identifier] of order.entries()) {
		const text = (notes.get(identifier) ?? []).map((node) => toString(node)).join(" ");
		tree.children.push({ type: "paragraph", children: [{ type: "text", value: `[${number + 1}] ${text}` }] });
	}
}
