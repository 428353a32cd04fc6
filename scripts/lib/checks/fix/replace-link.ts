import { EXIT, visit } from "unist-util-visit";
import type { Nodes } from "mdast";
import type { Fix } from "#site/lib/finding.ts";
import { isJsx } from "../mdx-tree.ts";
import type { Article, Link } from "../model.ts";
import { offsetOf } from "../positions.ts";

/** Writes another address into a link; nothing for links whose address stands elsewhere, or is escaped. */
export function replaceLink({ path, text, body }: Article, link: Link, write: string): Fix | undefined {
	const node = body ? nodeAt(body.tree, link) : undefined;
	if (!node?.position) return undefined;
	const offset = offsetOf(text, node.position.start);
	const source = text.slice(offset, offsetOf(text, node.position.end));
	const address = RegExp.escape(link.url);
	const found =
		node.type === "link"
			? new RegExp(`\\]\\(\\s*<?(${address})>?(?:\\s+(?:"[^"]*"|'[^']*'|\\([^)]*\\)))?\\s*\\)$`, "d").exec(source)
			: new RegExp(`^<a\\s(?:[^>]*\\s)?href=["'](${address})["']`, "d").exec(source);
	const [start, end] = found?.indices?.[1] ?? [];
	return start === undefined || end === undefined ? undefined : { path, start: offset + start, end: offset + end, text: write };
}

function nodeAt(tree: Nodes, { line, column }: Link): Nodes | undefined {
	let found: Nodes | undefined;
	visit(tree, (node) => {
		const start = node.position?.start;
		const isLink = node.type === "link" || (isJsx(node) && node.name === "a");
		if (!isLink || start?.line !== line || start.column !== column) return undefined;
		found = node;
		return EXIT;
	});
	return found;
}
