import type { Language } from "./languages/language.ts";
import { words } from "./normalise.ts";

/** A word of a text: as it stands (normalised), its stem, and whether it is a function word. */
export interface Word {
	word: string;
	stem: string;
	functional: boolean;
}

/** Turns text into words with stems; remembers stems, as texts repeat their words. */
export type Analyse = (text: string) => Word[];

/** Words remembered where readers type; a hostile one must not fill the memory of a server. */
const remembered = 20_000;
const longestRemembered = 40;

/** Makes the analysis of one language. Words with digits (`ERR_4021`, `429`, `co2e`) are kept whole. */
export function createAnalyse(language: Language, limit = remembered): Analyse {
	const known = new Map<string, Word>();
	function analyseWord(word: string): Word {
		const found = known.get(word);
		if (found) return found;
		const folded = language.fold(word);
		const made = { word, stem: /\d/.test(word) ? word : language.stem(folded), functional: language.stopWords.has(folded) };
		if (known.size < limit && word.length <= longestRemembered) known.set(word, made);
		return made;
	}
	return (text) => words(text).map(analyseWord);
}

/** Sign for the start of a text after its first word, and for the end after its last; no word looks like them. */
const textStart = "^";
const textEnd = "$";

/** Names of the word pairs of a text, its start and end included. */
export function pairsOf(stems: string[]): string[] {
	const [first] = stems;
	const last = stems.at(-1);
	if (first === undefined || last === undefined) return [];
	return [`${first} ${textStart}`, ...stems.slice(1).map((stem, index) => `${stems[index]} ${stem}`), `${last} ${textEnd}`];
}
