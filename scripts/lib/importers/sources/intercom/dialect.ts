import type { Element } from "hast";
import { toString } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import { component, type ComponentName } from "../../body/elements.ts";
import type { Dialect } from "../../source.ts";
import { classesOf, details, element, elementsIn, notePlaceholders, plainHeadings, styleOf, tidy, unwrapFigures } from "../json/markup.ts";
import { settleOldLinks, type KnownLinks } from "../json/old-links.ts";
import { nameHeaders } from "../json/tables.ts";

/** The HTML that Intercom's editor writes. */
export function createDialect(links: KnownLinks): Dialect {
	return {
		html(tree, conversion) {
			tidy(tree, conversion);
			unwrapFigures(tree);
			nameHeaders(tree);
			visit(tree, "element", (node, index, parent) => {
				if (!parent || index === undefined) return;
				const classes = classesOf(node);
				const made = classes.includes("intercom-interblocks-callout")
					? component(kindOfCallout(node), plainHeadings(node.children))
					: classes.some((name) => /^intercom-interblocks-(accordion|collapsible)(-item|-section)?$/.test(name))
						? collapsible(node)
						: classes.includes("related_articles")
							? related(node)
							: node;
				parent.children[index] = made;
			});
			notePlaceholders(tree, /\{\{[^{}]{1,100}\}\}/g, conversion);
			settleOldLinks(tree, links, conversion);
		},
	};
}

/** What a box is by the emoji it begins with, else by its colour. */
function kindOfCallout(node: Element): ComponentName {
	const words = toString(node).trim();
	if (/^(⚠|❗|‼|🚨|🛑|⛔|❌|🔥|🚫)/u.test(words)) return "Warning";
	if (/^(💡|✅|🎉|👍|⭐|🚀|✨|🙌)/u.test(words)) return "Tip";
	if (/^(ℹ|📝|📌|👉|📘|🗒)/u.test(words)) return "Note";
	const hue = hueOf(styleOf(node, "background-color") ?? styleOf(node, "background") ?? styleOf(node, "border-color") ?? "");
	if (hue === undefined) return "Note";
	if (hue < 70 || hue > 330) return "Warning";
	return hue < 170 ? "Tip" : "Note";
}

/** Hue of a colour in degrees; undefined for grey and for what is no colour. */
function hueOf(colour: string): number | undefined {
	const long = /#([0-9a-f]{6})/.exec(colour)?.[1] ?? /#([0-9a-f]{3})/.exec(colour)?.[1]?.replace(/./g, "$&$&");
	const [red = 0, green = 0, blue = 0] = long
		? [0, 2, 4].map((at) => parseInt(long.slice(at, at + 2), 16))
		: (/rgba?\(([^)]*)\)/.exec(colour)?.[1] ?? "").split(/[\s,/]+/).map(Number);
	const most = Math.max(red, green, blue);
	const range = most - Math.min(red, green, blue);
	if (!(range > 12)) return undefined;
	const sixth = most === red ? (green - blue) / range : most === green ? 2 + (blue - red) / range : 4 + (red - green) / range;
	return (sixth * 60 + 360) % 360;
}

/** A part that opens: its first element is the title. */
function collapsible(node: Element): Element {
	const [title, ...rest] = elementsIn(node);
	if (!title || rest.length === 0 || title.tagName === "details" || title.tagName === "summary") return node;
	return details(title, rest);
}

/** Links to other articles as a list below their heading. */
function related(node: Element): Element {
	const links: Element[] = [];
	visit(node, "element", (child) => {
		if (child.tagName === "a") links.push(child);
	});
	const heading = elementsIn(node).find(({ tagName }) => /^h[1-6]$/.test(tagName));
	const list = element(
		"ul",
		links.map((link) => element("li", [link])),
	);
	return element("div", links.length === 0 ? node.children : [...(heading ? [heading] : []), list]);
}
