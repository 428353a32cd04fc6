import prism from "prismjs/components.json" with { type: "json" };

const { meta: _meta, ...languages } = prism.languages;

/** What the highlighter says of a language. */
interface Known {
	title: string;
	alias?: string | string[];
	aliasTitles?: Record<string, string>;
}

const titles = new Map(
	Object.entries<Known>(languages).flatMap(([name, { title, alias = [], aliasTitles = {} }]) => [
		[name, title] as const,
		...[alias].flat().map((other) => [other, aliasTitles[other] ?? title] as const),
	]),
);

/** Name of a listing's language as people write it; null for plain text. Example: `js` → `JavaScript` */
export function codeLanguage(name: string): string | null {
	return ["plain", "plaintext", "text", "txt"].includes(name) ? null : (titles.get(name) ?? null);
}
