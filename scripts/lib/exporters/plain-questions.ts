import type { Emphasis, Link, List, ListItem, PhrasingContent, RootContent, Strong } from "mdast";
import { outlineOf, type Outline } from "#site/lib/troubleshooter/tree.ts";
import type { JsxNode } from "../checks/mdx-tree.ts";
import { isJsx } from "../checks/mdx-tree.ts";
import { treeOf, type SourceNode } from "../checks/source-tree.ts";
import { inline, paragraph, toBlocks } from "./plain-nodes.ts";
import type { PlainState } from "./plain-tree.ts";

/**
 * A guided troubleshooter without components: its questions as one list, in which below each answer stands the question that it leads
 * to, or a link to the outcome; then the outcomes, each with its heading.
 */
export function plainQuestions(troubleshooter: JsxNode, state: PlainState): RootContent[] {
	const { nodes } = treeOf(troubleshooter);
	const outline = outlineOf(nodes);
	const outcomes = nodes.filter(({ kind }) => kind === "outcome");
	return [
		...(outline ? [list([itemOf(outline, [], state)])] : []),
		...outcomes.flatMap(({ id, words, node }) => [state.printed(3, words, { id }), ...blocksOf(node, state)]),
	];
}

/** What a question or outcome says but its answers. */
function blocksOf(node: JsxNode, state: PlainState): RootContent[] {
	const inner: PlainState = { ...state, expand: (child) => (isJsx(child) && child.name === "Choice" ? [] : state.expand(child)) };
	return toBlocks(
		node.children.flatMap((child) => (child.type === "paragraph" ? toBlocks(child.children.flatMap((each) => inner.expand(each))) : inner.expand(child))),
	);
}

function itemOf({ node, again, answers }: Outline<SourceNode>, before: PhrasingContent[], state: PlainState): ListItem {
	const words = { type: "text", value: node.words } as const;
	if (node.kind === "outcome") return item([paragraph(...before, inline({ type: "link", url: `#${node.id}`, children: [] } satisfies Link, [words]))]);
	if (again) return item([paragraph(...before, inline({ type: "emphasis", children: [] } satisfies Emphasis, [words]))]);
	const items = answers.map(({ words: answer, next }) =>
		itemOf(next, [inline({ type: "strong", children: [] } satisfies Strong, [{ type: "text", value: answer }]), { type: "text", value: " – " }], state),
	);
	const explanation = blocksOf(node.node, state);
	return item([paragraph(...before, words), ...explanation, ...(items.length > 0 ? [list(items)] : [])], explanation.length > 0);
}

function list(children: ListItem[]): List {
	return { type: "list", ordered: false, spread: false, children };
}

function item(blocks: RootContent[], spread = false): ListItem {
	// The blocks that components make may all stand in a list; the type of a root's children is wider.
	return { type: "listItem", spread, children: blocks as ListItem["children"] };
}
