import { toString } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import type { Nodes, Root } from "mdast";
import type { Place } from "#site/lib/finding.ts";
import type { Tree, TreeCheck, TreeChoice, TreeOutcome } from "#site/lib/troubleshooter/tree.ts";
import { attributesOf, isJsx, type JsxNode } from "./mdx-tree.ts";

/** Where a part stands in the source. */
interface Written extends Place {
	node: JsxNode;
}

/** A question or outcome, with its place in the source. */
export type SourceNode = (TreeCheck | TreeOutcome) & Written;

/** A guided troubleshooter as its article writes it. */
export interface SourceTree extends Tree {
	place: Place;
	nodes: SourceNode[];
	/** The places of the answers. */
	choices: Map<TreeChoice, Written>;
}

function placeOf(node: Nodes): Place {
	return { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}

/** The elements of these names inside a node, in reading order. */
function elementsIn(root: Nodes, names: readonly string[]): JsxNode[] {
	const found: JsxNode[] = [];
	visit(root, (node) => {
		if (isJsx(node) && names.includes(node.name ?? "")) found.push(node);
	});
	return found;
}

function wordsOf(node: Nodes): string {
	return toString(node).replace(/\s+/g, " ").trim();
}

/** The words inside a node but those of its answers. */
function textAround(node: JsxNode): string {
	const parts: string[] = [];
	function read(child: Nodes): void {
		if (isJsx(child) && child.name === "Choice") return;
		if ("children" in child) for (const inner of child.children) read(inner);
		// A picture or a film says something, too.
		else if (child.type !== "mdxFlowExpression" && child.type !== "mdxTextExpression") parts.push(toString(child) || child.type);
	}
	for (const child of node.children) read(child);
	return parts.join(" ").trim();
}

/** Reads one `<Troubleshooter>`. An attribute that is not there is an empty text. */
export function treeOf(troubleshooter: JsxNode): SourceTree {
	const choices: SourceTree["choices"] = new Map();
	const nodes = elementsIn(troubleshooter, ["Check", "Outcome"]).map((node): SourceNode => {
		const { id = "", ask = "", title = "" } = attributesOf(node);
		const common = { id, text: textAround(node), node, ...placeOf(node) };
		if (node.name === "Outcome") return { kind: "outcome", words: title, ...common };
		const own = elementsIn(node, ["Choice"]).map((written) => {
			const choice = { words: wordsOf(written), to: attributesOf(written)["to"] ?? "" };
			choices.set(choice, { node: written, ...placeOf(written) });
			return choice;
		});
		return { kind: "check", words: ask, choices: own, ...common };
	});
	return { title: attributesOf(troubleshooter)["title"] ?? "", nodes, choices, place: placeOf(troubleshooter) };
}

/** The guided troubleshooters of an article. */
export function treesIn(root: Root): SourceTree[] {
	return elementsIn(root, ["Troubleshooter"]).map(treeOf);
}
