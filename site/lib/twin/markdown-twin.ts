import type { Root as Body } from "hast";
import { toMdast } from "hast-util-to-mdast";
import type { Root, RootContent } from "mdast";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import type { Tree } from "../troubleshooter/tree.ts";
import { listQuestions } from "./list-questions.ts";
import { settle } from "./settle.ts";

const markdown = unified().use(remarkGfm).use(remarkStringify, { bullet: "-", emphasis: "_", rule: "-" });

/** An article as its page shows it. */
export interface TwinSource {
	title: string;
	summary: string;
	/** The body; it is changed. */
	body: Body;
	/** Address of the page. Example: `https://help.example.com/a/b/` */
	page: string;
	/** Its guided troubleshooter. */
	tree?: Tree | null;
}

/** An article as a tree of Markdown: title, summary as a quote, where it stands, and the text with full addresses. */
export function twinOf({ title, summary, body, page, tree: guide = null }: TwinSource): Root {
	if (guide) listQuestions(body, guide);
	settle(body, { page });
	const text = toMdast(body, { document: true });
	const head: RootContent[] = [
		{ type: "heading", depth: 1, children: [{ type: "text", value: title }] },
		{ type: "blockquote", children: [{ type: "paragraph", children: [{ type: "text", value: summary }] }] },
		{ type: "paragraph", children: [{ type: "link", url: page, children: [{ type: "text", value: page }] }] },
	];
	return { type: "root", children: [...head, ...(text.type === "root" ? text.children : [])] };
}

/** The tree as plain Markdown. */
export function markdownOf(twin: Root): string {
	return markdown.stringify(twin);
}

/** Path of the Markdown of an article. Example: `/a/b/` → `/a/b.md` */
export function twinPath(url: string): string {
	return `${url.replace(/\/$/, "")}.md`;
}
