import GithubSlugger from "github-slugger";
import { toString } from "mdast-util-to-string";
import type { Definition, Heading, Nodes, Root, RootContent } from "mdast";
import { attributesOf, definitionsOf, isComment, type JsxNode } from "../checks/mdx-tree.ts";
import { componentBlocks, htmlElement, isComponent } from "./plain-components.ts";
import { inline, isPhrasing, toBlocks, toPhrasing } from "./plain-nodes.ts";

/** A heading of an article, those that components print included. */
export interface PlainHeading {
	/** Id on the site. Example: `open-the-import-page` */
	id: string;
	depth: number;
	/** Example: `Step 1: Open the import page` */
	text: string;
}

/** An article's text without components. */
export interface PlainBody {
	tree: Root;
	headings: PlainHeading[];
}

/** What is made of the tree: Markdown has alerts and no figures, HTML has asides and figures. */
export type PlainTarget = "markdown" | "html";

/**
 * What a transformation carries along. `expand` turns one node into those that say the same without components.
 */
export interface PlainState {
	target: PlainTarget;
	definitions: ReadonlyMap<string, Definition>;
	/** Notes a heading that a component prints; `id` is given where it is the same in every article. */
	printed(depth: Heading["depth"], text: string, source: { id?: string; title?: string }): Heading;
	expand(node: Nodes): Nodes[];
}

interface NotedHeading {
	node: Heading;
	text: string;
	/** The id is made of this, among the ids of Markdown headings or of component titles. */
	from: { fixed: string } | { markdown: string } | { title: string };
}

/**
 * Replaces the components of an article by headings, quotes, figures and links, so that plain Markdown and HTML can be made of it.
 * Pure; the tree that is given stays as it is. Comments and imports are left out, every word stays.
 */
export function plainBody(tree: Root, target: PlainTarget): PlainBody {
	const noted: NotedHeading[] = [];
	const state: PlainState = {
		target,
		definitions: definitionsOf(tree),
		printed(depth, text, { id, title }) {
			const node: Heading = { type: "heading", depth, children: [{ type: "text", value: text }] };
			noted.push({ node, text, from: id === undefined ? { title: title ?? text } : { fixed: id } });
			return node;
		},
		expand: (node) => expand(node, state, noted),
	};
	const children = toBlocks(tree.children.flatMap((node) => state.expand(node)));
	return { tree: { type: "root", children }, headings: withIds(noted) };
}

function expand(node: Nodes, state: PlainState, noted: NotedHeading[]): Nodes[] {
	switch (node.type) {
		case "mdxjsEsm":
		case "definition":
			return [];
		case "mdxFlowExpression":
		case "mdxTextExpression":
			return isComment(node.value) ? [] : [{ type: "inlineCode", value: `{${node.value}}` }];
		case "mdxJsxFlowElement":
		case "mdxJsxTextElement":
			return expandJsx(node, state);
		case "heading": {
			const heading: Heading = { ...node, children: toPhrasing(node.children.flatMap((child) => state.expand(child))) };
			noted.push({ node: heading, text: toString(heading), from: { markdown: toString(heading) } });
			return [heading];
		}
		case "linkReference":
			return [inline({ type: "link", ...targetOf(node.identifier, state), children: [] }, children(node.children, state))];
		case "imageReference":
			return [{ type: "image", ...targetOf(node.identifier, state), alt: node.alt ?? "" }];
		case "paragraph":
			return toBlocks(children(node.children, state));
		case "root":
		case "blockquote":
		case "listItem":
		case "footnoteDefinition":
			return [{ ...node, children: toBlocks(children(node.children, state)) } as RootContent];
		case "tableCell":
		case "emphasis":
		case "strong":
		case "delete":
		case "link":
			return [{ ...node, children: toPhrasing(children(node.children, state)) }];
		case "list":
		case "table":
		case "tableRow":
			return [{ ...node, children: children(node.children, state) } as RootContent];
		default:
			return [node];
	}
}

function targetOf(identifier: string, { definitions }: PlainState): Pick<Definition, "url" | "title"> {
	const { url = "", title = null } = definitions.get(identifier) ?? {};
	return { url, title };
}

function children(nodes: Nodes[], state: PlainState): Nodes[] {
	return nodes.flatMap((node) => state.expand(node));
}

function expandJsx(node: JsxNode, state: PlainState): Nodes[] {
	const name = node.name ?? "";
	const attributes = attributesOf(node);
	if (isComponent(name)) return componentBlocks(node, name, attributes, state);
	const inner = children(node.children, state);
	const element = htmlElement(name, attributes, inner, state);
	if (element) return element;
	return node.type === "mdxJsxTextElement" && inner.every(isPhrasing) ? inner : toBlocks(inner);
}

/** Gives every heading the id it has on the site: Markdown headings have theirs first, titles of components get what is left. */
function withIds(noted: NotedHeading[]): PlainHeading[] {
	const ofMarkdown = new GithubSlugger();
	const ofTitles = new GithubSlugger();
	const ids = new Map<NotedHeading, string>();
	for (const heading of noted) {
		if ("title" in heading.from) continue;
		const id = "fixed" in heading.from ? heading.from.fixed : ofMarkdown.slug(heading.from.markdown);
		ofTitles.slug(id);
		ids.set(heading, id);
	}
	return noted.map((heading) => {
		const title = "title" in heading.from ? heading.from.title : "";
		const id = ids.get(heading) ?? ofTitles.slug(/[\p{L}\p{N}]/u.test(title) ? title : "section");
		heading.node.data = { ...heading.node.data, hProperties: { id } };
		return { id, depth: heading.node.depth, text: heading.text };
	});
}
