import type { SiteWords } from "../../lib/site-search.ts";
import type { AskedQuery } from "./cluster-queries.ts";
import { sameWords } from "./same-words.ts";
import { findSlips, type WordUse } from "./typing-slips.ts";

/** Words read of a search; what goes beyond was not typed by a person. */
const mostWords = 16;

/** Searches as sets of stems. */
interface ReadQueries {
	/** Of each search, sorted, in the order given. */
	stems: string[][];
	/** Of each search, whether a slip of the keyboard was mended. */
	slipped: boolean[];
	/** Articles that hold such a stem, or one it stands for; without those to which a change brought it. */
	holding: (stem: string) => number;
}

/**
 * Reads searches as sets of stems: function words left out, slips of the keyboard mended by what others typed, words that others write
 * as one joined (`power bi`), synonyms of the site brought to one word. A search of function words only (`how to`) keeps them all.
 * Words that came to the site with a change, as readers typed them, make nothing of that: a slip of the keyboard stays one.
 */
export function readQueries(queries: AskedQuery[], site: SiteWords): ReadQueries {
	const { analyse } = site;
	const brought = broughtByChanges(queries, site);
	const holding = (stem: string) => Math.max(0, site.holding(stem) - (brought.get(stem) ?? 0));
	const stemOf = (word: string) => analyse(word)[0]?.stem ?? word;
	const isKnown = (word: string) => holding(stemOf(word)) > 0;
	const typed = queries.map(({ query }) => {
		const all = analyse(query).slice(0, mostWords);
		const telling = all.filter(({ functional }) => !functional);
		return (telling.length > 0 ? telling : all).map(({ word }) => word);
	});
	const written = new Set(typed.flat());
	const joined = typed.map((words) => joinWords(words, written));
	const meant = findSlips(useOf(queries, joined), isKnown);
	const same = sameWords({ ...site, holding });
	const mended = joined.map((words) =>
		words.map((word) =>
			meant(
				word,
				words.filter((other) => other !== word),
			),
		),
	);
	return {
		stems: mended.map((words) => [...new Set(same.replace(words.map(stemOf)))].sort()),
		slipped: mended.map((words, index) => words.some((word, place) => word !== joined[index]?.[place])),
		holding: same.holding,
	};
}

/** Joins neighbours that others write as one word. */
function joinWords(words: string[], written: Set<string>): string[] {
	const joined: string[] = [];
	for (let at = 0; at < words.length; at++) {
		const [word = "", next = ""] = words.slice(at, at + 2);
		const isOne = next !== "" && !/\d/.test(word + next) && written.has(word + next);
		joined.push(isOne ? word + next : word);
		if (isOne) at++;
	}
	return joined;
}

/** By stem, the changes whose phrasings hold it: each brought it to one article. */
function broughtByChanges(queries: AskedQuery[], { analyse }: SiteWords): Map<string, number> {
	const changes = Map.groupBy(queries, ({ change }) => change);
	const brought = new Map<string, number>();
	for (const [change, phrasings] of changes) {
		if (change === undefined) continue;
		const stems = new Set(phrasings.flatMap(({ query }) => analyse(query).map(({ stem }) => stem)));
		for (const stem of stems) brought.set(stem, (brought.get(stem) ?? 0) + 1);
	}
	return brought;
}

function useOf(queries: { searches: number }[], read: string[][]): WordUse {
	const use: WordUse = new Map();
	read.forEach((words, index) => {
		for (const word of words) {
			const known = use.get(word) ?? { searches: 0, phrasings: 0, beside: new Set<string>() };
			// A phrasing that was only noted for a change of the site was typed, too.
			known.searches += Math.max(1, queries[index]?.searches ?? 0);
			known.phrasings++;
			for (const other of words) if (other !== word) known.beside.add(other);
			use.set(word, known);
		}
	});
	return use;
}
