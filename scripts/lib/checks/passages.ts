import { toString } from "mdast-util-to-string";
import type { Nodes } from "mdast";
import { attributesOf, type JsxNode } from "./mdx-tree.ts";
import type { Article } from "./model.ts";

/** The text of an article as search sees it: its headings, and what stands below which of them (0: before the first). */
export interface ArticleText {
	headings: { id: string; text: string }[];
	passages: { section: number; text: string }[];
	quickAnswer: string;
}

/** Components whose title or question is printed as a heading. */
const titled = new Set(["Step", "Problem", "Question", "Check", "Outcome"]);
const block = new Set(["paragraph", "code", "tableRow"]);

function headingOf(node: JsxNode): string {
	const { title, ask } = attributesOf(node);
	return title ?? ask ?? "";
}

/** Reads an article's text from its source, near enough to the built page for trying searches. */
export function textOfArticle({ body }: Article): ArticleText {
	const text: ArticleText = { headings: [], passages: [], quickAnswer: body?.elements.find(({ name }) => name === "QuickAnswer")?.text ?? "" };
	function startSection(title: string): void {
		text.headings.push({ id: `section-${text.headings.length + 1}`, text: title });
	}
	function read(node: Nodes): void {
		if (node.type === "heading") return startSection(toString(node));
		const inline = node.type === "paragraph" ? node.children.find((child) => child.type === "mdxJsxTextElement" && titled.has(child.name ?? "")) : undefined;
		// A component written on one line stands in a paragraph.
		if (inline?.type === "mdxJsxTextElement") {
			startSection(headingOf(inline));
			text.passages.push({ section: text.headings.length, text: toString(inline) });
			return;
		}
		if (block.has(node.type)) {
			const said = node.type === "tableRow" ? node.children.map((cell) => toString(cell)).join(" ") : toString(node);
			if (said.trim()) text.passages.push({ section: text.headings.length, text: said });
			return;
		}
		if (node.type === "mdxJsxFlowElement" && node.name && titled.has(node.name)) {
			const title = headingOf(node);
			if (title) startSection(title);
		}
		if ("children" in node) for (const child of node.children) read(child);
	}
	if (body) read(body.tree);
	return text;
}
