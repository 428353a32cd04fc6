import prism from "prismjs/components.json" with { type: "json" };
import { defineMdastPlugin } from "satteri";

const { meta: _meta, ...languages } = prism.languages;

/** Names of languages that the highlighter knows, with their other names. */
const known = new Set([
	...Object.entries(languages).flatMap(([name, language]) => ("alias" in language ? [name, language.alias].flat() : name)),
	...["plain", "plaintext", "text", "txt", "astro"],
]);

/** The language as the highlighter calls it; `plaintext` where it does not know it. */
export function highlightedAs(language: string): string {
	const name = language.toLowerCase();
	return known.has(name) ? name : "plaintext";
}

/**
 * Shows listings of unknown languages as plain text. Astro's highlighter hands their text on unescaped, so that the HTML in an example
 * would become part of the page: markup would vanish, and a script would run.
 */
export const codeLanguages = defineMdastPlugin({
	name: "code-languages",
	code(node, context) {
		const { lang } = node;
		if (lang && highlightedAs(lang) !== lang) context.setProperty(node, "lang", highlightedAs(lang));
	},
});
