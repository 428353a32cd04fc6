import type { Nodes, Root } from "mdast";
import type { Fix, Place } from "#site/lib/finding.ts";
import { isJsx, type JsxNode } from "./mdx-tree.ts";
import type { Article } from "./model.ts";
import { offsetOf, placeAt, sourceIndexes } from "./positions.ts";

/** A run of words as a reader meets it: a title, a summary, a heading, a cell of a table, or a paragraph (`text`). */
export interface Prose {
	kind: "title" | "summary" | "heading" | "cell" | "text";
	/** What is no running text (code, labels of the product in bold, pictures, bare addresses) stands as one {@link leftOut} each, so that no words meet across it. */
	text: string;
	pieces: Piece[];
}

/** A part of a run that stands in the file as it is. */
interface Piece {
	/** Where it begins in the run. */
	at: number;
	value: string;
	/** Where it begins in the file. */
	place: Place;
}

/** Stands for what is left out of a run; no letter, digit or punctuation. */
export const leftOut = "\uFFFC";

const known = new WeakMap<Article, Prose[]>();

/** All runs of an article in the order of the file. Read once, for all rules. */
export function proseOf(article: Article): Prose[] {
	const found = known.get(article) ?? [...fieldsOf(article), ...(article.body ? bodyOf(article.body.tree, article.text) : [])];
	known.set(article, found);
	return found;
}

function fieldsOf({ frontMatter, text }: Article): Prose[] {
	return (["title", "summary"] as const).flatMap((kind) => {
		const value = frontMatter.raw[kind];
		if (typeof value !== "string" || value.trim() === "") return [];
		const place = frontMatter.locateValue([kind]);
		// Quotes and the sign of a folded text stand before the words.
		const start = offsetOf(text, place);
		const before = /^(?:[|>][+-]?\s+|["'])?/.exec(text.slice(start, start + 40))?.[0].length ?? 0;
		return [{ kind, text: value, pieces: [{ at: 0, value, place: placeAt(text, start + before) }] }];
	});
}

function bodyOf(tree: Root, source: string): Prose[] {
	const runs: Prose[] = [];
	const kinds: Partial<Record<Nodes["type"], Prose["kind"]>> = { paragraph: "text", heading: "heading", tableCell: "cell" };
	function visit(node: Nodes): void {
		if (isJsx(node)) runs.push(...titleOf(node, source));
		const kind = kinds[node.type];
		if (kind) runs.push(readRun(kind, node));
		if ("children" in node) for (const child of node.children) visit(child);
	}
	visit(tree);
	return runs;
}

/** The title of a component is printed as a heading. */
function titleOf({ attributes }: JsxNode, source: string): Prose[] {
	return attributes.flatMap((attribute): Prose[] => {
		if (attribute.type !== "mdxJsxAttribute" || attribute.name !== "title" || typeof attribute.value !== "string" || !attribute.position) return [];
		const start = offsetOf(source, attribute.position.start);
		const before = /^title\s*=\s*["']/.exec(source.slice(start, start + 40))?.[0].length ?? 0;
		return [{ kind: "heading", text: attribute.value, pieces: [{ at: 0, value: attribute.value, place: placeAt(source, start + before) }] }];
	});
}

function readRun(kind: Prose["kind"], block: Nodes): Prose {
	const run: Prose = { kind, text: "", pieces: [] };
	function read(node: Nodes, around: Place): void {
		const place = node.position?.start ?? around;
		if (node.type === "text") {
			run.pieces.push({ at: run.text.length, value: node.value, place });
			run.text += node.value;
		} else if (node.type === "break") run.text += "\n";
		else if (node.type === "strong" || !("children" in node) || isBareLink(node)) run.text += leftOut;
		else for (const child of node.children) read(child, place);
	}
	if ("children" in block) for (const child of block.children) read(child, block.position?.start ?? { line: 1, column: 1 });
	return run;
}

/** `https://…` or an e-mail address, which is its own text. */
function isBareLink(node: Nodes): boolean {
	const [only] = node.type === "link" ? node.children : [];
	return node.type === "link" && only?.type === "text" && node.url.endsWith(only.value);
}

/** Once for each piece: a long one can have many findings. */
const matched = new WeakMap<Piece, number[]>();

/** Where a sign of a run stands in the file; the start of its piece when that cannot be told. */
function offsetIn({ text }: Article, { pieces }: Prose, index: number): number {
	const piece = pieces.findLast(({ at }) => at <= index) ?? pieces[0];
	if (!piece) return 0;
	const start = offsetOf(text, piece.place);
	const indexes = matched.get(piece) ?? sourceIndexes(text.slice(start, start + 2 * piece.value.length + 200), piece.value);
	matched.set(piece, indexes);
	return start + (indexes[index - piece.at] ?? 0);
}

/** The place in the file of a sign of a run. */
export function placeIn(article: Article, prose: Prose, index: number): Place {
	return placeAt(article.text, offsetIn(article, prose, index));
}

/** A fix that writes something else in a run; undefined where the file says it in other signs, with an escape say. */
export function fixIn(article: Article, prose: Prose, index: number, words: string, text: string): Fix | undefined {
	const start = offsetIn(article, prose, index);
	const end = start + words.length;
	return article.text.slice(start, end) === words ? { path: article.path, start, end, text } : undefined;
}

/** Whether an article is in English, and its words can be judged. */
export function isEnglish({ locale }: Article): boolean {
	return /^en(?:-|$)/i.test(locale);
}
