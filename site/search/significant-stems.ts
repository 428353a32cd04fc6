import { stemmer } from "stemmer";
import { words } from "./normalise.ts";
import { englishStopWords } from "./stop-words.ts";

/** The stem of a normalised word; identifiers with digits are kept whole. */
export function stemOf(word: string): string {
	return /\d/.test(word) ? word : stemmer(word.replace(/'s$/, ""));
}

/**
 * Stems of the words that carry the subject of a text. A text of function words only (`how to`) keeps them all,
 * so that it is never empty where the text is not.
 */
export function significantStems(text: string): string[] {
	const all = words(text);
	const significant = all.filter((word) => !englishStopWords.has(word));
	return (significant.length > 0 ? significant : all).map(stemOf);
}
