import type { Heading, Nodes, Root } from "mdast";
import { toString } from "mdast-util-to-string";
import { visit } from "unist-util-visit";

/** The first heading of the first level, which other systems print as the title; it is taken out of the text. */
export function takeTitle(tree: Root, known: string | undefined): string | undefined {
	const index = tree.children.findIndex((node) => node.type === "heading" && node.depth === 1);
	const heading = tree.children[index];
	if (heading?.type !== "heading") return known;
	const text = plain(toString(heading));
	// A heading further down, or with other words than the title, is a part of the text.
	const before = tree.children.slice(0, index).some((node) => toString(node).trim() !== "");
	if (known !== undefined && (before || plain(known).toLowerCase() !== text.toLowerCase())) return known;
	tree.children.splice(index, 1);
	return known ?? (text || undefined);
}

/** Headings start at the second level and leave none out; empty ones go. */
export function settleHeadings(tree: Root): void {
	const headings: Heading[] = [];
	visit(tree, "heading", (node, index, parent) => {
		if (toString(node).trim() === "" && parent && index !== undefined) {
			const pictures = node.children.filter(({ type }) => type === "image");
			parent.children.splice(index, 1, ...(pictures.length > 0 ? [{ type: "paragraph" as const, children: pictures }] : []));
			return index;
		}
		headings.push(node);
		return undefined;
	});
	// The levels in use become 2, 3, 4 … as far as the one before allows.
	const open: { from: number; to: number }[] = [];
	for (const heading of headings) {
		while (open.length > 0 && (open.at(-1)?.from ?? 0) >= heading.depth) open.pop();
		const depth = Math.min((open.at(-1)?.to ?? 1) + 1, 6);
		open.push({ from: heading.depth, to: depth });
		heading.depth = depth as Heading["depth"];
	}
}

/** The first sentences of a text as a summary of at most 200 characters; empty where it has no words. */
export function summaryOf(tree: Root): string {
	const paragraph = tree.children.find((node) => node.type === "paragraph" && plain(toString(node)).length > 20);
	const text = plain(
		paragraph
			? toString(paragraph)
			: tree.children
					.map((node) => toString(node))
					.join(" ")
					.slice(0, 1000),
	);
	if (text.length <= 200) return text;
	const sentence = /^.{20,200}?[.!?](?=\s)/.exec(text)?.[0];
	return sentence ?? `${text.slice(0, 199).replace(/\s+\S*$/, "")}…`;
}

/** Number of pictures that say nothing to who cannot see them. */
export function silentPictures(tree: Root): number {
	let count = 0;
	visit(tree, "image", ({ alt }) => {
		if (!alt?.trim()) count += 1;
	});
	return count;
}

/** The words alone, block by block: for a text whose form cannot be kept. */
export function wordsOnly(tree: Root): Root {
	const blocks = tree.children.map((node: Nodes) => toString(node).trim()).filter(Boolean);
	return { type: "root", children: blocks.map((value) => ({ type: "paragraph", children: [{ type: "text", value }] })) };
}

function plain(text: string): string {
	return text.replace(/\s+/g, " ").trim();
}
