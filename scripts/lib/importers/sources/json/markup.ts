import type { Element, ElementContent, Root } from "hast";
import { toString } from "hast-util-to-string";
import { SKIP, visit } from "unist-util-visit";
import { boldParagraph } from "../../body/elements.ts";
import type { Conversion } from "../../source.ts";

/** Classes of an element. */
export function classesOf({ properties }: Element): string[] {
	const value = properties["className"];
	return Array.isArray(value) ? value.map(String) : [];
}

/** A declaration of an element's style, in small letters. Example: `styleOf(element, "font-weight")` → `bold` */
export function styleOf({ properties }: Element, name: string): string | undefined {
	const value = properties["style"];
	if (typeof value !== "string") return undefined;
	const found = value.split(";").find((declaration) => declaration.split(":")[0]?.trim().toLowerCase() === name);
	return found
		?.slice(found.indexOf(":") + 1)
		.trim()
		.toLowerCase();
}

/** Makes an element. */
export function element(tagName: string, children: ElementContent[], properties: Element["properties"] = {}): Element {
	return { type: "element", tagName, properties, children };
}

/** Elements among the children. */
export function elementsIn({ children }: { children: Element["children"] }): Element[] {
	return children.filter((child) => child.type === "element");
}

/** What is commonly found in the HTML of web editors, set right: empty blocks, styles in place of elements, languages of code. */
export function tidy(tree: Root, { note }: Conversion): void {
	visit(tree, "element", (node) => {
		emphasise(node);
		if (node.tagName === "pre") nameLanguage(node);
		if (styleOf(node, "display") === "none" && toString(node).trim() !== "") {
			note("person", `a text that was hidden is shown: ${shorten(toString(node))}`, node.position?.start.line);
		}
	});
	dropEmpty(tree);
}

/** `<span style="font-weight: bold">` says what `<strong>` says. */
function emphasise(node: Element): void {
	if (node.tagName !== "span") return;
	const weight = styleOf(node, "font-weight") ?? "";
	if (/^(bold|bolder|[6-9]00)$/.test(weight)) node.tagName = "strong";
	else if (styleOf(node, "font-style") === "italic") node.tagName = "em";
	else if (styleOf(node, "text-decoration")?.includes("line-through")) node.tagName = "del";
}

/** `<pre class="lang-js">`, `<code class="hljs js">` → `<code class="language-js">` */
function nameLanguage(pre: Element): void {
	const inner = elementsIn(pre).find(({ tagName }) => tagName === "code");
	const classes = [pre, ...(inner ? [inner] : [])].flatMap(classesOf);
	const language = classes.map((name) => /^(?:language|lang|brush:?|highlight-source)-?([a-z0-9+#-]+)$/i.exec(name)?.[1]).find((name) => name !== undefined);
	const code = inner ?? element("code", pre.children);
	if (!inner) pre.children = [code];
	code.properties["className"] = language === undefined ? [] : [`language-${language.toLowerCase()}`];
}

const blocks = /^(p|div|h[1-6]|section|blockquote)$/;
const marks = /^(span|strong|b|em|i|u|font)$/;
const seen = /^(img|iframe|video|audio|hr|input|table|svg|object|embed|oembed)$/;

/** Blocks that editors leave behind for distance; marks around nothing leave what they stand around. */
function dropEmpty(tree: Root): void {
	visit(tree, "element", (node, index, parent) => {
		if (!parent || index === undefined || node.tagName === "pre") return node.tagName === "pre" ? SKIP : undefined;
		if (!(blocks.test(node.tagName) || marks.test(node.tagName)) || !isEmpty(node)) return undefined;
		parent.children.splice(index, 1, ...(marks.test(node.tagName) ? node.children : []));
		return [SKIP, index];
	});
}

function isEmpty(node: Element): boolean {
	if (toString(node).replace(/[\s\u00a0\u200b\ufeff]/g, "") !== "") return false;
	let empty = true;
	visit(node, "element", (child) => {
		if (seen.test(child.tagName) || "id" in child.properties || "name" in child.properties) empty = false;
	});
	return empty;
}

/** Turns a title and what it opens into `<details>`. */
export function details(title: Element, content: ElementContent[]): Element {
	return element("details", [element("summary", [{ type: "text", value: toString(title).replace(/\s+/g, " ").trim() }]), ...content]);
}

/** Headings in a note are no headings of the article: they become a bold line. */
export function plainHeadings(children: ElementContent[]): ElementContent[] {
	return children.map((child) => (child.type === "element" && /^h[1-6]$/.test(child.tagName) ? boldParagraph(toString(child).trim()) : child));
}

/** A figure of which only the picture or table is left goes; one with a caption stays. */
export function unwrapFigures(tree: Root): void {
	visit(tree, "element", (node, index, parent) => {
		if (node.tagName !== "figure" || !parent || index === undefined) return undefined;
		if (elementsIn(node).some(({ tagName, children }) => tagName === "figcaption" && toString(element("p", children)).trim() !== "")) return undefined;
		parent.children.splice(index, 1, ...node.children.filter((child) => !(child.type === "element" && child.tagName === "figcaption")));
		return index;
	});
}

/** Names placeholders that only the old system could fill; code may speak of them. */
export function notePlaceholders(tree: Root, pattern: RegExp, { note }: Conversion): void {
	const found = new Set<string>();
	visit(tree, (node) => {
		if (node.type === "element" && /^(pre|code)$/.test(node.tagName)) return SKIP;
		if (node.type !== "text") return undefined;
		for (const [placeholder] of node.value.matchAll(pattern)) {
			if (found.has(placeholder)) continue;
			found.add(placeholder);
			note("person", `the placeholder ${placeholder} was kept as it is; write what it stood for`, node.position?.start.line);
		}
		return undefined;
	});
}

function shorten(value: string): string {
	const line = value.trim().replace(/\s+/g, " ");
	return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

/** Titles that open what stands behind them become `<details>`. */
export function foldAccordions(tree: Root, isTitle: (element: Element) => boolean): void {
	visit(tree, "element", (node) => {
		for (const title of elementsIn(node).filter(isTitle)) {
			const at = node.children.indexOf(title);
			const content = node.children.slice(at + 1).find((child) => child.type === "element");
			if (!content || isTitle(content)) continue;
			node.children.splice(at, node.children.indexOf(content) - at + 1, details(title, content.tagName === "div" ? content.children : [content]));
		}
	});
}
