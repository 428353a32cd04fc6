import { toString } from "mdast-util-to-string";
import type { Emphasis, Link, Nodes, Paragraph, PhrasingContent, RootContent, Strong } from "mdast";

const phrasing = new Set(["break", "delete", "emphasis", "footnoteReference", "image", "inlineCode", "link", "strong", "text"]);

/** Whether a node stands in a line of text. */
export function isPhrasing(node: Nodes): node is PhrasingContent {
	return phrasing.has(node.type);
}

/** A line of text around nodes. */
export function paragraph(...children: PhrasingContent[]): Paragraph {
	return { type: "paragraph", children };
}

/** A node of a line with these inside. */
export function inline(node: Emphasis | Link | Strong, children: Nodes[]): Emphasis | Link | Strong {
	return { ...node, children: toPhrasing(children) };
}

/** Nodes as blocks: what stands in a line is put into paragraphs; empty ones are left out. */
export function toBlocks(nodes: Nodes[]): RootContent[] {
	const blocks: RootContent[] = [];
	let line: PhrasingContent[] = [];
	function endLine(): void {
		if (line.some((node) => node.type !== "text" || node.value.trim() !== "")) blocks.push({ type: "paragraph", children: line });
		line = [];
	}
	for (const node of nodes) {
		if (isPhrasing(node)) {
			line.push(node);
			continue;
		}
		endLine();
		if (node.type === "root") blocks.push(...node.children);
		else blocks.push(node);
	}
	endLine();
	return blocks;
}

/** Nodes as a line of text: of blocks the words. */
export function toPhrasing(nodes: Nodes[]): PhrasingContent[] {
	return nodes.map((node) => (isPhrasing(node) ? node : { type: "text", value: ` ${toString(node)} ` }));
}
