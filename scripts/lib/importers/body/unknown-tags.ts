import type { Element, ElementContent, Root } from "hast";
import { visit } from "unist-util-visit";

/** HTML's elements, also those of its past. Anything else in angle brackets is a placeholder that somebody forgot to escape. */
const known = new Set(
	(
		"a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br button canvas caption center cite code col colgroup " +
		"command content data datalist dd del details dfn dialog dir div dl dt element em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head " +
		"header hgroup hr html i iframe image img input ins isindex kbd keygen label legend li link listing main map mark marquee math menu menuitem meta meter multicol nav nextid " +
		"nobr noembed noframes noscript object ol optgroup option output p param picture plaintext pre progress q rb rbc rp rt rtc ruby s samp script search section select shadow " +
		"slot small source spacer span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp"
	).split(" "),
);

/** Elements of drawings and formulas are the business of what is around them, and names with `:` come from editors. */
function isUnknown({ tagName }: Element, parent: Root | Element): boolean {
	if (known.has(tagName) || tagName.startsWith("tier-zero-") || tagName.includes(":")) return false;
	return !(parent.type === "element" && /^(svg|math|g|defs)$/.test(parent.tagName));
}

/**
 * Shows placeholders like `<your name>` as the words they were meant to be; a browser would have swallowed them.
 * @param text what the tree was parsed from
 * @returns the placeholders, each once, with the line of the first
 */
export function showPlaceholders(tree: Root, text: string): Map<string, number | undefined> {
	const found = new Map<string, number | undefined>();
	visit(tree, "element", (element, index, parent) => {
		if (!parent || index === undefined || !isUnknown(element, parent as Root | Element)) return undefined;
		const { start, end } = element.position ?? {};
		const source = text.slice(start?.offset ?? 0, end?.offset ?? 0);
		const closing = /<\/[^<>]*>$/.exec(source)?.[0];
		// A name with `-` that is closed somewhere is some system's own element.
		if (element.tagName.includes("-") && closing) return undefined;
		const opening = /^<[^<>]*>/.exec(source)?.[0] ?? `<${element.tagName}>`;
		const words: ElementContent[] = [{ type: "text", value: opening }, ...element.children, ...(closing ? [{ type: "text" as const, value: closing }] : [])];
		parent.children.splice(index, 1, ...words);
		if (!found.has(opening)) found.set(opening, start?.line);
		return index;
	});
	return found;
}
