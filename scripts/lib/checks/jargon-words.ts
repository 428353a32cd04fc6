import type { JargonData } from "#site/schemas/writing.ts";

/** One word of `jargon.yml`. */
export type Jargon = JargonData[number];

/** A word of the list in a text. */
export interface JargonFound {
	entry: Jargon;
	index: number;
	/** As written, in its plural perhaps. */
	words: string;
}

/** Words as they are compared: in lower case, with single spaces. */
export function plainWords(words: string): string {
	return words.toLowerCase().replaceAll("’", "'").replace(/\s+/g, " ");
}

/** A plural of the word, besides the word. */
function pluralsOf(word: string): string[] {
	if (/[^aeiou]y$/.test(word)) return [`${word.slice(0, -1)}ies`];
	return /(?:s|x|z|ch|sh)$/.test(word) ? [`${word}es`] : [`${word}s`];
}

/** A pattern for words in any spacing, with either apostrophe. */
function patternOf(words: string): string {
	const parts = words.split(/([ '])/).map((part) => (part === " " ? "\\s+" : part === "'" ? "['’]" : RegExp.escape(part)));
	return parts.join("");
}

/**
 * Makes what finds the words of a list in a text: whole words, in any capitals, in the plural too; of two that begin at one place the longer.
 *
 * @param entries each word once
 */
export function createJargonFinder(entries: Jargon[]): (text: string) => JargonFound[] {
	const forms = new Map<string, Jargon>();
	for (const entry of entries) for (const plural of pluralsOf(plainWords(entry.word))) forms.set(plural, entry);
	// A word that is listed itself is not the plural of another.
	for (const entry of entries) forms.set(plainWords(entry.word), entry);
	if (forms.size === 0) return () => [];
	const longestFirst = [...forms.keys()].sort((a, b) => b.length - a.length).map(patternOf);
	const pattern = new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${longestFirst.join("|")})(?![\\p{L}\\p{N}_]|-\\p{L}|['’]\\p{L})`, "giu");
	return (text) =>
		[...text.matchAll(pattern)].flatMap(({ index, 0: words }) => {
			const entry = forms.get(plainWords(words));
			return entry ? [{ entry, index, words }] : [];
		});
}
