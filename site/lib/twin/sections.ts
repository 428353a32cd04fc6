import type { BlockContent, DefinitionContent, Heading, List, ListItem, Root, RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import type { Block, Section } from "#contract/sections.ts";

const plainly = { includeImageAlt: false, includeHtml: false };

/** What the page and its Markdown write alike: spaces folded, the number of a step left out. */
const plain = (text: string) =>
	text
		.replace(/\s+/g, " ")
		.replace(/^\s?\d+\. /, "")
		.trim();

const line = (text: string) => text.replace(/\s+/g, " ").trim();

type Node = RootContent | BlockContent | DefinitionContent;

/**
 * Cuts the Markdown twin of an article into its sections. Title, summary and address, with which a twin begins, are left out; so are
 * pictures, and the questions of a guided troubleshooter, which are walked and not read. A heading that the page does not have stays in the
 * section above it as a line of its own.
 *
 * @param twin as a tree
 * @param headings of the page, in order
 */
export function cutSections({ children }: Root, headings: readonly { id: string; text: string }[]): Section[] {
	const first: Section = { heading: null, blocks: [] };
	const sections = [first];
	let next = 0;
	for (const node of children.slice(headLength(children))) {
		const at = node.type === "heading" && node.depth <= 3 ? placeOf(node, headings, next) : -1;
		const heading = headings[at];
		if (heading) {
			next = at + 1;
			sections.push({ heading: { id: heading.id, text: heading.text }, blocks: [] });
		} else sections.at(-1)?.blocks.push(...blocksOf(node));
	}
	return sections
		.map(({ heading, blocks }) => ({ heading, blocks: joinLabels(blocks) }))
		.filter(({ heading, blocks }) => heading !== null || blocks.length > 0);
}

/** How many nodes at the beginning are no text of the article. */
function headLength([title, summary, address]: RootContent[]): number {
	if (title?.type !== "heading" || title.depth !== 1) return 0;
	if (summary?.type !== "blockquote") return 1;
	const isAddress = address?.type === "paragraph" && address.children.length === 1 && address.children[0]?.type === "link";
	return isAddress ? 3 : 2;
}

function placeOf(node: Heading, headings: readonly { text: string }[], from: number): number {
	const words = toString(node);
	return headings.findIndex(({ text }, index) => index >= from && (line(text) === line(words) || plain(text) === plain(words)));
}

function paragraph(text: string): Block[] {
	const words = line(text);
	return words === "" ? [] : [{ text: words, as: "paragraph" }];
}

function blocksOf(node: Node): Block[] {
	switch (node.type) {
		case "paragraph":
			return isLabel(node) ? paragraph(toString(node, plainly)).map((block) => ({ ...block, leads: true })) : paragraph(toString(node, plainly));
		case "list":
			return isGuide(node) ? [] : node.children.flatMap((item) => itemBlocks(item, node.ordered ? "step" : "point"));
		case "blockquote":
			return joinLabels(node.children.flatMap(blocksOf)).map(({ text, as }) => ({ text, as }));
		case "table":
			return rowsOf(node.children.map(({ children }) => children.map((cell) => line(toString(cell, plainly)))));
		case "heading":
		case "code":
			return paragraph(toString(node));
		default:
			return [];
	}
}

/** A bold line of its own, such as `Cause`. */
function isLabel(node: Node): boolean {
	return node.type === "paragraph" && node.children.length === 1 && node.children[0]?.type === "strong";
}

/** The questions of a troubleshooter: a list in lists, whose ends lead to places of the same page. */
function isGuide(list: List): boolean {
	const inner = list.children.flatMap(({ children }) => children.filter((child) => child.type === "list"));
	return inner.some((answers) => answers.children.some(({ children }) => children.some((child) => child.type === "list" || endsInPage(child))));
}

function endsInPage(node: Node): boolean {
	return node.type === "paragraph" && node.children.some((child) => child.type === "link" && child.url.includes("#"));
}

/** An item with what stands below it: its own words in one block, lists in it as points. */
function itemBlocks({ children }: ListItem, as: Block["as"]): Block[] {
	const lists = children.filter((child) => child.type === "list");
	const own = children.filter((child) => child.type !== "list").flatMap(blocksOf);
	const text = own.map((block) => block.text).join(" ");
	const inner = lists.flatMap((list) => list.children.flatMap((item) => itemBlocks(item, "point")));
	return text === "" ? inner : [{ text, as }, ...inner];
}

/** Rows below a table's head: what the row is about, and the rest of it, each with the name of its column where there are several. */
function rowsOf([head = [], ...rows]: string[][]): Block[] {
	return rows.flatMap(([subject = "", ...cells]) => {
		const named = cells.map((cell, index) => (cell !== "" && cells.length > 1 ? `${head[index + 1] ?? ""} ${cell}`.trim() : cell));
		const rest = named.filter((cell) => cell !== "").join(", ");
		const text = [subject, rest].filter((part) => part !== "").join(": ");
		return text === "" ? [] : [{ text, as: "point" as const }];
	});
}

const asLead = (text: string) => (/\p{P}$/u.test(text) ? text : `${text}:`);

/** A label becomes the beginning of the paragraph below it; above a list it stands alone; with nothing below it, it is a line like others. */
function joinLabels(blocks: Block[]): Block[] {
	return blocks.flatMap(({ leads, ...block }, index): Block[] => {
		const before = blocks[index - 1];
		const after = blocks[index + 1];
		if (leads && !after) return [block];
		if (leads) return after?.as === "paragraph" ? [] : [{ ...block, text: asLead(block.text), labelled: true, leads: true }];
		if (before?.leads && block.as === "paragraph") return [{ ...block, text: `${asLead(before.text)} ${block.text}`, labelled: true }];
		return [block];
	});
}
