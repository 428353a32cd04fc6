import { posix } from "node:path";
import type { Element, ElementContent, Root } from "hast";
import { toString } from "hast-util-to-string";
import { SKIP, visit } from "unist-util-visit";
import { calloutOf, component, type ComponentName } from "../../body/elements.ts";
import type { Conversion } from "../../source.ts";
import { attribute } from "../html.ts";
import { plainHeadings } from "../json/markup.ts";
import type { Targets } from "./find-targets.ts";

const warnings = /^(⚠|❗|‼|🚨|🛑|⛔|❌|🔥|🚫|☢|☣|🚧)/u;
const tips = /^(💡|✅|🎉|👍|⭐|🚀|✨|🙌|✔)/u;
// An emoji may be several: joined, coloured, or a flag of two letters.
const sign = /^\s*(?:\p{Extended_Pictographic}|\p{Regional_Indicator}{2})(?:\uFE0F|\u200D|\p{Emoji_Modifier}|\p{Extended_Pictographic})*\s*/u;

/** Callouts, pictures named after their file, and links to single blocks. */
export function settleElements(tree: Root, targets: Targets, { article, note }: Conversion): void {
	visit(tree, "element", (node, index, parent) => {
		if (node.tagName === "aside" && parent && index !== undefined) {
			parent.children[index] = callout(node);
			return [SKIP, index];
		}
		if (node.tagName === "img") forgetFileName(node);
		if (node.tagName === "a") {
			const url = attribute(node, "href");
			const part = /#([0-9a-f]{32})$/i.test(url);
			if (part && url.startsWith("#")) {
				node.properties["href"] = "";
				note("changed", "a link to a part of this page became words; Notion's export does not say where it led", node.position?.start.line);
			} else if (part && targets.page(url, article))
				note("changed", "a link to a part of a page leads to the page; Notion's export does not say where it led", node.position?.start.line);
		}
		return undefined;
	});
}

/** A callout is of the kind that its sign speaks of. */
function callout(aside: Element): Element {
	const icon = firstIcon(aside);
	const words = toString(aside).trim();
	const name: ComponentName = warnings.test(words) ? "Warning" : tips.test(words) ? "Tip" : icon ? calloutOf(kindOfIcon(icon)) : "Note";
	const children = aside.children.filter((child) => child !== icon);
	dropSign(children);
	return component(name, plainHeadings(children));
}

/** Pictures of Notion's own icons lie at the start of a callout. */
function firstIcon(aside: Element): Element | undefined {
	let found: Element | undefined;
	visit(aside, "element", (node, index, parent) => {
		if (found || node.tagName !== "img" || !parent || index === undefined) return undefined;
		if (!/^(https:\/\/(www\.)?notion\.so)?\/icons\//.test(attribute(node, "src"))) return undefined;
		found = node;
		parent.children.splice(index, 1);
		return [SKIP, index];
	});
	return found;
}

/** Example: `/icons/warning_yellow.svg` → `warning` */
function kindOfIcon(icon: Element): string {
	const name = posix.basename(attribute(icon, "src")).split(/[_.]/)[0] ?? "";
	if (/^(light-?bulb|star|check|checkmark|rocket)/.test(name)) return "tip";
	return /^(warning|exclamation|error|no|fire|report|skull|alert)/.test(name) ? "warning" : "note";
}

/** Takes the sign off the first words. */
function dropSign(children: ElementContent[]): void {
	for (const child of children) {
		if (child.type === "text") {
			if (child.value.trim() === "") continue;
			child.value = child.value.replace(sign, "");
			return;
		}
		if (child.type === "element") {
			dropSign(child.children);
			return;
		}
	}
}

/** The name of a file tells a listener nothing, so it is no description. */
function forgetFileName(image: Element): void {
	const alt = attribute(image, "alt").trim();
	const path = attribute(image, "src").replace(/[?#].*$/s, "");
	let name = posix.basename(path);
	try {
		name = decodeURIComponent(name);
	} catch {
		// It is compared as it is written.
	}
	if (alt === name || alt === name.replace(/\.\w+$/, "") || /^(untitled|image)( \d+)?(\.\w{3,4})?$/i.test(alt)) image.properties["alt"] = "";
}
