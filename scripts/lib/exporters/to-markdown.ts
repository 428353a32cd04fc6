import GithubSlugger from "github-slugger";
import { toString } from "mdast-util-to-string";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import type { Root } from "mdast";

// Columns are not padded: one longer word would otherwise change every line of a table.
const processor = unified()
	.use(remarkGfm, { tablePipeAlign: false })
	.use(remarkStringify, { bullet: "-", emphasis: "_", fences: true, listItemIndent: "one", rule: "-" });

/** Markdown (CommonMark and GFM) of a tree without components. Ends with a line break. */
export function toMarkdown(tree: Root): string {
	return processor.stringify(tree);
}

/** The anchors that GitHub and most renderers give to the headings of a tree, by the ids of those headings on the site. */
export function markdownAnchors(tree: Root): Map<string, string> {
	const slugger = new GithubSlugger();
	const anchors = new Map<string, string>();
	visit(tree, "heading", (heading) => {
		const anchor = slugger.slug(toString(heading));
		const id = heading.data?.hProperties?.["id"];
		if (typeof id === "string" && !anchors.has(id)) anchors.set(id, anchor);
	});
	return anchors;
}
