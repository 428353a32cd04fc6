import type { ElementContent, Root } from "hast";
import { toString } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import { boldParagraph, calloutOf, component } from "../../body/elements.ts";
import type { Conversion, Dialect } from "../../source.ts";
import { classesOf, elementsIn, foldAccordions, notePlaceholders, plainHeadings, tidy, unwrapFigures } from "../json/markup.ts";
import { settleOldLinks, type KnownLinks } from "../json/old-links.ts";
import { nameHeaders } from "../json/tables.ts";

const kinds =
	/^(note|notes|info|information|tip|tips|hint|warning|caution|danger|important|alert|attention|error|success|notice|primary|secondary|default|idea)$/;
const boxes = /^(callout|alert|admonition|panel|notice|infobox|message|box)$/;
const accordionTitle = /^accordion(__|-)(item-)?(title|header|heading|button|toggle)$/;

/** The HTML that Zendesk's editor writes and that its themes give a meaning. */
export function createDialect(links: KnownLinks): Dialect {
	return {
		html(tree, conversion) {
			tidy(tree, conversion);
			unwrapFigures(tree);
			nameHeaders(tree);
			foldAccordions(tree, (element) => classesOf(element).some((name) => accordionTitle.test(name)));
			embedMedia(tree);
			makeCallouts(tree);
			noteTabs(tree, conversion);
			notePlaceholders(tree, /\{\{\s*dc\.[^{}]{1,100}\}\}/g, conversion);
			settleOldLinks(tree, links, conversion);
		},
	};
}

function makeCallouts(tree: Root): void {
	visit(tree, "element", (node, index, parent) => {
		if (!parent || index === undefined || !/^(div|p|aside|section|blockquote)$/.test(node.tagName)) return;
		const word = calloutWord(classesOf(node));
		if (word === undefined || toString(node).trim() === "") return;
		const children = node.tagName === "p" ? [{ ...node, properties: {} }] : plainHeadings(withTitle(node.children));
		parent.children[index] = component(calloutOf(word.replace(/^(note|tip)s$/, "$1")), children);
	});
}

/** The kind that classes speak of: `callout callout--warning` → `warning`, `note` → `note`. */
function calloutWord(classes: string[]): string | undefined {
	const names = classes.map((name) => name.toLowerCase().split(/--|__|-|_/));
	const boxed = names.find(([box = ""]) => boxes.test(box) || kinds.test(box));
	if (!boxed) return undefined;
	// `callout-title` is a part of a box, not a box.
	if (names.some(([box = "", kind]) => (boxes.test(box) || kinds.test(box)) && kind !== undefined && !kinds.test(kind))) return undefined;
	const kind = names.flat().find((part) => kinds.test(part) && part !== "alert" && part !== "notice");
	const plainBox = names.some((parts) => parts.length === 1 && /^(panel|message|box)$/.test(parts[0] ?? ""));
	return kind ?? (plainBox ? undefined : boxed[0]);
}

/** The title of a box as a line in bold. */
function withTitle(children: ElementContent[]): ElementContent[] {
	return children.map((child) =>
		child.type === "element" && classesOf(child).some((name) => /(__|-)(title|heading)$/.test(name)) && toString(child).trim() !== ""
			? boldParagraph(toString(child).replace(/\s+/g, " ").trim())
			: child,
	);
}

/** `<oembed url>`, which the editor writes for films of some hosts. */
function embedMedia(tree: Root): void {
	visit(tree, "element", (node) => {
		if (node.tagName !== "oembed" || typeof node.properties["url"] !== "string") return;
		node.tagName = "iframe";
		node.properties = { src: node.properties["url"] };
	});
}

function noteTabs(tree: Root, { note }: Conversion): void {
	visit(tree, "element", (node) => {
		if (classesOf(node).some((name) => /^(tabs-menu|tabs__nav|nav-tabs)$/.test(name)) && elementsIn(node).length > 0)
			note("person", "a tab group has no counterpart; its parts stand one below the other", node.position?.start.line);
	});
}
