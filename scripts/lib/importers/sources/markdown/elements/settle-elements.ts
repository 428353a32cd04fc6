import type { Element, ElementContent, Parents, Root } from "hast";
import { boldParagraph, calloutOf, component } from "../../../body/elements.ts";
import type { Conversion } from "../../../source.ts";
import { element, text, unknownElement, type Make } from "./make.ts";
import { code, linkCard, picture, player } from "./leaves.ts";

/** Gives what steps and components left in the tree its form here, from the innermost outwards. */
export function settleElements(tree: Root, { note }: Pick<Conversion, "note">): void {
	settleChildren(tree, note);
}

function settleChildren(parent: Parents, note: Conversion["note"]): void {
	const settled: ElementContent[] = [];
	for (const node of parent.children) {
		if (node.type === "doctype" || node.type === "mdxjsEsm") continue;
		if (node.type === "element") {
			settleChildren(node, note);
			settled.push(...settle(node, note).flatMap((made) => (made.type === "element" && made.tagName === "p" ? openParagraph(made) : [made])));
		} else settled.push(node);
	}
	parent.children = settled;
}

function settle(node: Element, note: Conversion["note"]): ElementContent[] {
	const name = node.tagName.startsWith("md-") ? node.tagName.slice(3) : undefined;
	if (name !== undefined) return (meanings[name] ?? ((of) => unknownElement(of, note)))(node, note);
	// Written by hand, as the themes of Jekyll and Hugo have it.
	const { className } = node.properties;
	const classes = Array.isArray(className) ? className.join(" ") : typeof className === "string" ? className : "";
	const kind = /(?:^|\s)(?:alert|admonition|callout|notice|bd-callout)[ -](?:alert-|admonition-|callout-|is-)?(\w+)/.exec(classes)?.[1];
	if (kind && /^(div|aside|section|p|blockquote)$/.test(node.tagName))
		return callout(element("md-callout", { kind }, node.tagName === "p" ? [element("p", {}, node.children)] : node.children), note);
	return [node];
}

const callout: Make = (node) => {
	const kind = text(node, "kind") || text(node, "type") || text(node, "variant") || text(node, "color") || text(node, "severity") || "note";
	const title = text(node, "title");
	const children = inBlocks(node.children);
	if (/^(details|spoiler|collapse|expand)$/i.test(kind))
		return [element("details", {}, [element("summary", {}, [{ type: "text", value: title || "Details" }]), ...children])];
	if (/^(tabs?|tab-set|code-group|steps|grid|cards|container|columns?|figure|raw|v-pre)$/i.test(kind))
		return [...(title ? [boldParagraph(title)] : []), ...children];
	return [component(calloutOf(kind), [...(title ? [boldParagraph(title)] : []), ...children])];
};

const calloutNamed =
	(kind: string): Make =>
	(node, note) =>
		callout(element("md-callout", { ...node.properties, kind }, node.children), note);

const tabs: Make = (node, note) => {
	note("changed", "a group of tabs has no counterpart; its parts stand one below the other", node.position?.start.line);
	return inBlocks(node.children);
};

/** A title in bold, and what it is the title of. */
const titled: Make = (node) => {
	const title = text(node, "title") || text(node, "label") || text(node, "header") || text(node, "name") || text(node, "value") || text(node, "url");
	return [...(title ? [boldParagraph(title)] : []), ...inBlocks(node.children)];
};

const open: Make = (node) => inBlocks(node.children);
const gone: Make = () => [];

const list: Make = (node, note) => {
	note("person", `a list of pages that the old site made by itself (${node.tagName.slice(3)}) was left out`, node.position?.start.line);
	return [];
};

const fileTree: Make = (node, note) => {
	note("changed", "a tree of files became a list", node.position?.start.line);
	return inBlocks(node.children);
};

const details: Make = (node) => [
	element("details", {}, [
		element("summary", {}, [{ type: "text", value: text(node, "title") || text(node, "summary") || "Details" }]),
		...inBlocks(node.children),
	]),
];

const meanings: Record<string, Make> = {
	...Object.fromEntries(["note", "tip", "warning", "caution", "danger", "info", "check"].map((kind) => [kind, calloutNamed(kind)])),
	callout,
	aside: callout,
	admonition: callout,
	tabs,
	tab: titled,
	tabitem: titled,
	card: titled,
	browserwindow: titled,
	frame: open,
	fragment: open,
	cardgrid: open,
	steps: open,
	steplist: open,
	details,
	filetree: fileTree,
	linkcard: linkCard,
	badge: (node) => [{ type: "text", value: text(node, "text") }, ...node.children],
	linkbutton: (node) => [element("a", { href: text(node, "href") }, node.children)],
	link: (node) => [element("a", { href: text(node, "to") || text(node, "href") }, node.children)],
	icon: (node) => (text(node, "label") ? [{ type: "text", value: text(node, "label") }] : []),
	head: gone,
	doccardlist: list,
	tocinline: gone,
	image: picture,
	picture,
	code,
	codeblock: code,
	youtube: player,
	vimeo: player,
};

/** A block that came to stand in a paragraph stands beside it. */
function openParagraph(paragraph: Element): ElementContent[] {
	const parts: Element[] = [];
	for (const child of paragraph.children) {
		const last = parts.at(-1);
		if (child.type === "element" && blocks.test(child.tagName)) parts.push(child);
		else if (last?.tagName === "p" && last.properties === paragraph.properties) last.children.push(child);
		else parts.push({ ...paragraph, children: [child] });
	}
	return parts.length > 1
		? parts.filter((part) => part.tagName !== "p" || part.children.some((child) => child.type !== "text" || child.value.trim() !== ""))
		: parts.length === 1
			? parts
			: [paragraph];
}

const blocks = /^(p|div|ul|ol|pre|table|h[1-6]|blockquote|details|figure|tier-zero-)/;

/** Loose words get a paragraph. */
function inBlocks(children: ElementContent[]): ElementContent[] {
	const loose = children.some(
		(child) =>
			(child.type === "text" && child.value.trim() !== "") || (child.type === "element" && /^(a|b|em|i|strong|code|span|img|kbd|br)$/.test(child.tagName)),
	);
	const inner = children.some((child) => child.type === "element" && blocks.test(child.tagName));
	return loose && !inner ? [element("p", {}, children)] : children;
}
