import type { Gap } from "#contract/gaps.ts";
import { mayBePersonal } from "../learn/personal.ts";
import { spellingKey, tidy } from "../learn/tidy.ts";

/** A keyword holds no more, and a search that is longer is a message. In characters. */
export const longestPhrasing = 80;
/** As many as the report tells, and as many keywords as an article may have. */
const most = 40;
/** The most frequent ones, which become keywords of a new article and search tests; most others are found by these. */
export const mostListed = 12;

/** Words of readers that a change may hold. */
export interface Phrasings {
	/** In lower case, one line; first what the gap is called by, then the most frequent; spellings of one search are one. */
	words: string[];
	/** Phrasings that are not written down, by reason. */
	left: { personal: number; rare: number; long: number };
}

/**
 * Chooses the phrasings of a gap that may be written into files which everybody can read. What may be about a person never is;
 * what was searched less than `minimum` times is not, unless it is what the gap is called by.
 */
export function usablePhrasings({ query, phrasings }: Pick<Gap, "query" | "phrasings">, minimum: number): Phrasings {
	const left = { personal: 0, rare: 0, long: 0 };
	const known = new Map<string, string>();
	const called = spellingKey(tidy(query));
	const all = [...phrasings].sort((a, b) => b.searches - a.searches);
	if (!all.some((one) => one.query === query)) all.unshift({ query, searches: 0 });
	for (const { query: typed, searches } of all) {
		const words = tidy(typed);
		const key = spellingKey(words);
		if (key.length < 2 || known.has(key)) continue;
		if (mayBePersonal(typed)) left.personal++;
		else if (words.length > longestPhrasing) left.long++;
		else if (searches < minimum && key !== called) left.rare++;
		else known.set(key, words);
	}
	const name = known.get(called);
	return { words: [...new Set([...(name === undefined ? [] : [name]), ...known.values()])].slice(0, most), left };
}

/** What readers said they were looking for, as far as it is about nobody: single lines of at most 200 characters. */
export function usableTold(told: readonly string[]): string[] {
	return told
		.filter((text) => !mayBePersonal(text))
		.map((text) =>
			text
				.toWellFormed()
				.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
				.trim()
				.slice(0, 200)
				.toWellFormed(),
		)
		.filter((text) => text !== "");
}
