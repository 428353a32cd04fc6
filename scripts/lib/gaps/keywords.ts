import { parseDocument } from "yaml";
import { readFrontMatter } from "#site/lib/front-matter.ts";
import { spellingKey } from "../learn/tidy.ts";
import { longestPhrasing } from "./phrasings.ts";
import { appendEntries, yamlText } from "./yaml-list.ts";

/** The schema allows no more. */
const most = 40;

const fenced = /^(\uFEFF?---[ \t]*\r?\n)([\s\S]*?)(^---[ \t]*(?:\r?\n|$)[\s\S]*)$/m;

/**
 * Adds readers' words to the keywords of an article; the rest of its text stays as it is.
 *
 * @returns the text, and the words that it did not have
 */
export function addKeywords(text: string, words: readonly string[]): { text: string; added: string[] } {
	const [, open, yaml, rest] = fenced.exec(text) ?? [];
	if (open === undefined || yaml === undefined || rest === undefined || parseDocument(yaml).errors.length > 0) return { text, added: [] };
	const { raw } = readFrontMatter(text, "");
	const own = Array.isArray(raw["keywords"]) ? raw["keywords"].map(String) : [];
	const known = new Set([...own, String(raw["title"] ?? "")].map(spellingKey));
	const fresh = [...new Map(words.map((word) => [spellingKey(word), word])).entries()]
		.filter(([key, word]) => !known.has(key) && word.length <= longestPhrasing)
		.map(([, word]) => word);
	const added = fresh.slice(0, Math.max(0, most - own.length));
	const changed = appendEntries(
		yaml,
		["keywords"],
		added.map((value) => ({ value, line: yamlText(value) })),
	);
	return { text: open + changed + rest, added };
}
