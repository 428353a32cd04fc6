import type { Element, ElementContent, Root, RootContent } from "hast";
import type { ContentNode } from "#site/widget/config.ts";
import { placeOf } from "#site/widget/place-of.ts";
import { allowedAttributes, allowedTags, isSafeLink, isSafePicture } from "#site/widget/content-policy.ts";

/** What is left out with all that is in it: it works on the page only, or would run. */
const dropped = new Set(["script", "style", "template", "svg", "math", "iframe", "object", "embed", "form", "button", "input", "select", "textarea", "source"]);

/** Classes that the panel has a look for. */
const known = new Set(
	"callout note tip warning callout-title quick-answer steps step step-list problem question label table-scroll number screenshot video guided-node guided-choices".split(
		" ",
	),
);

/** Finds the article that an address of the centre leads to. */
export type FindArticle = (path: string) => { id: string; locale: string } | null;

/**
 * The body of an article as plain data: elements and attributes of a short list, links to other articles by their id.
 *
 * @param articleAt the article at a path of the centre, or null
 */
export function articleTree(body: Root, articleAt: FindArticle): ContentNode[] {
	return body.children.flatMap((node) => nodeOf(node, articleAt));
}

function nodeOf(node: RootContent | ElementContent, articleAt: FindArticle): ContentNode[] {
	if (node.type === "text") return [node.value];
	if (node.type !== "element" || dropped.has(node.tagName) || classesOf(node).includes("listing-bar")) return [];
	const children = node.children.flatMap((child) => nodeOf(child, articleAt));
	// An element that is not on the list gives way to what is in it.
	if (!allowedTags.has(node.tagName)) return children;
	const attributes = attributesOf(node, articleAt);
	if (node.tagName === "img" && attributes["src"] === undefined) return attributes["alt"] ? [attributes["alt"]] : [];
	return [[node.tagName, Object.keys(attributes).length > 0 ? attributes : 0, ...children]];
}

function classesOf({ properties }: Element): string[] {
	return Array.isArray(properties["className"]) ? properties["className"].map(String) : [];
}

/** As HTML writes them. */
const namesInHtml: Record<string, string> = {
	className: "class",
	dateTime: "datetime",
	colSpan: "colspan",
	rowSpan: "rowspan",
	tabIndex: "tabindex",
	ariaLabel: "aria-label",
	ariaLabelledBy: "aria-labelledby",
};

function attributesOf(element: Element, articleAt: FindArticle): Record<string, string> {
	const found: Record<string, string> = {};
	for (const [property, value] of Object.entries(element.properties)) {
		const name = namesInHtml[property] ?? property;
		if (!allowedAttributes.has(name) || value === null || value === undefined || value === false) continue;
		const text =
			value === true
				? ""
				: name === "class"
					? classesOf(element)
							.filter((each) => known.has(each))
							.join(" ")
					: Array.isArray(value)
						? value.join(" ")
						: String(value);
		if (name === "class" && text === "") continue;
		if (name === "href" && !isSafeLink(text)) continue;
		if (name === "src" && !isSafePicture(text)) continue;
		found[name] = text;
	}
	const href = found["href"] ?? "";
	const [path = "", at] = href.split("#");
	const article = path.startsWith("/") && element.tagName === "a" ? articleAt(path.split("?")[0] ?? "") : null;
	return article === null ? found : { ...found, "data-article": article.id, "data-locale": article.locale, ...(at && { "data-at": placeOf(at) }) };
}
