import type { Element, ElementContent, Root } from "hast";
import { toString } from "hast-util-to-string";
import { SKIP, visit } from "unist-util-visit";
import { boldParagraph } from "../../../body/elements.ts";
import { classesOf, element } from "../../json/markup.ts";
import { attribute, findFirst, hasClass, wordsOf } from "../../html.ts";

/** Words for languages that are called otherwise elsewhere. */
const languages: Record<string, string> = {
	none: "text",
	plain: "text",
	"c#": "csharp",
	"html/xml": "xml",
	"c++": "cpp",
	shell: "bash",
	py: "python",
	jscript: "js",
};

/** Listings with a title above and their language. */
export function showCode(tree: Root): void {
	visit(tree, "element", (node, index, parent) => {
		if (!parent || index === undefined) return undefined;
		const pre = listingIn(node);
		if (!pre) return undefined;
		const title = wordsOf(findFirst(node, (found) => hasClass(found, "codeHeader") || hasClass(found, "preformattedHeader")));
		const made: ElementContent[] = [...(title ? [boldParagraph(title)] : []), toListing(pre)];
		parent.children.splice(index, 1, ...made);
		return [SKIP, index + made.length];
	});
}

/** The `<pre>` of a macro, or one that stands alone. */
function listingIn(node: Element): Element | undefined {
	const classes = classesOf(node);
	if (node.tagName === "pre") return node;
	if (node.tagName !== "div" || !(classes.includes("code") || classes.includes("preformatted"))) return undefined;
	return findFirst(node, ({ tagName }) => tagName === "pre");
}

function toListing(pre: Element): Element {
	const brush = /brush:\s*([\w#+./-]+)/.exec(attribute(pre, "dataSyntaxhighlighterParams"))?.[1]?.toLowerCase() ?? "";
	const known = classesOf(findFirst(pre, ({ tagName }) => tagName === "code") ?? pre)
		.find((name) => name.startsWith("language-"))
		?.slice("language-".length);
	const language = Object.hasOwn(languages, brush) ? languages[brush] : brush || known;
	const code = element("code", [{ type: "text", value: toString(pre).replaceAll("\u00A0", " ") }], language ? { className: [`language-${language}`] } : {});
	return { ...element("pre", [code]), ...(pre.position && { position: pre.position }) };
}
