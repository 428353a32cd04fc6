import type { Root } from "hast";
import { visit } from "unist-util-visit";
import type { Conversion } from "../../../source.ts";
import { classesOf } from "../../json/markup.ts";
import { attribute, hasClass } from "../../html.ts";
import { attachmentPath } from "../read-page.ts";
import { signs } from "./signs.ts";

/** Pictures are shown in full, and signs are characters. */
export function showPictures(tree: Root, { note }: Conversion): void {
	visit(tree, "element", (node, index, parent) => {
		if (node.tagName !== "img" || !parent || index === undefined) return;
		const classes = classesOf(node);
		const alt = attribute(node, "alt");
		if (hasClass(node, "emoticon")) {
			const fallback = attribute(node, "dataEmojiFallback");
			const sign = /\P{ASCII}/u.test(fallback) ? fallback : (signs[alt] ?? signs[attribute(node, "dataEmojiShortname")] ?? (alt || fallback));
			parent.children[index] = { type: "text", value: sign };
			return;
		}
		const name = attribute(node, "dataLinkedResourceDefaultAlias");
		// The name of a file tells a listener nothing, so it is no description.
		if (alt === name || /^[\w.-]+\.(png|jpe?g|gif|svg|webp)(\?|$)/i.test(alt)) node.properties["alt"] = "";
		const whole = attribute(node, "dataImageSrc");
		if (/\/thumbnails\//.test(attribute(node, "src")) && attachmentPath(whole) !== undefined) node.properties["src"] = whole;
		if (classes.some((each) => /drawio|gliffy|lucidchart/.test(each)) || classes.includes("drawio-diagram-image"))
			note("person", "a diagram became a picture; it can be changed only where it was drawn", node.position?.start.line);
	});
}
