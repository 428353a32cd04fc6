import remarkGfm from "remark-gfm";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { Root } from "mdast";
import type { Finding } from "#site/lib/finding.ts";
import type { FrontMatter } from "#site/lib/front-matter.ts";
import { explainMdx } from "./explain-mdx.ts";
import { outline } from "./outline.ts";
import type { Body } from "./model.ts";

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx);

/** Parses the text of an article; places are those of the file. */
export function parseBody(text: string, file: string, { bodyOffset, bodyLine }: FrontMatter): { body?: Body | undefined; problem?: Finding | undefined } {
	// Empty lines stand in for the front matter, so that line numbers are those of the file.
	const source = "\n".repeat(bodyLine - 1) + text.slice(bodyOffset).replaceAll("\r\n", "\n");
	let tree: Root;
	try {
		tree = parser.parse(source);
	} catch (failure) {
		return { problem: explainMdx(failure, file, source, bodyLine) };
	}
	return { body: outline(tree) };
}
