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

/** The text of an article as it is parsed; its line numbers are those of the file. */
export function bodySource(text: string, { bodyOffset, bodyLine }: Pick<FrontMatter, "bodyOffset" | "bodyLine">): string {
	// Empty lines stand in for the front matter.
	return "\n".repeat(bodyLine - 1) + text.slice(bodyOffset).replaceAll("\r\n", "\n");
}

/** What is in the text of an article, or why that cannot be said; plain data that another thread can hand over. */
export interface ParsedBody {
	body?: Body | undefined;
	problem?: Finding | undefined;
}

/** Parses the text of an article; places are those of the file. */
export function parseBody(text: string, file: string, { bodyOffset, bodyLine }: Pick<FrontMatter, "bodyOffset" | "bodyLine">): ParsedBody {
	const source = bodySource(text, { bodyOffset, bodyLine });
	let tree: Root;
	try {
		tree = parser.parse(source);
	} catch (failure) {
		return { problem: explainMdx(failure, file, source, bodyLine) };
	}
	return { body: outline(tree) };
}
