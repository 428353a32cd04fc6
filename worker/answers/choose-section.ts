import type { Analyse } from "#site/search/analyse.ts";
import { information } from "#site/search/relevance.ts";
import type { QueryTerm, SearchResult } from "#site/search/types.ts";
import type { SearchedWords } from "../lib/site-search.ts";
import type { Candidate } from "./retrieve.ts";
import type { Block } from "./sections.ts";

/** A place of an article that may answer, with what it stands under. */
export interface Passage extends Pick<Candidate, "way" | "source"> {
	title: string;
	summary: string;
	/** Words of its heading; null for the article as a whole. */
	heading: string | null;
	blocks: Block[];
	/** How search found the article. */
	found: Pick<SearchResult, "score" | "matched" | "pinned">;
}

/** How much of what a question tells a passage holds: shares, 0 to 1. */
export interface Held {
	/** In its own words and heading. */
	own: number;
	/** In its heading; for an article as a whole, in the title. */
	heading: number;
	/** In all of its article that search knows, too. */
	article: number;
}

export type Ranked = Passage & { score: number; held: Held };

/** A word of a question: what it tells, and the stems by which it is said. */
export interface Told {
	tells: number;
	stems: ReadonlyMap<string, number>;
}

/** The words of a question that tell something, each once; all of them where none does. */
export function wordsTold(terms: readonly QueryTerm[], { articles, holding }: Pick<SearchedWords, "articles" | "holding">): Told[] {
	const telling = terms.filter(({ functional }) => !functional);
	const words = new Map<string, Told>();
	for (const { word, stems } of telling.length > 0 ? telling : terms) {
		const known = stems.filter(({ stem }) => holding(stem) > 0);
		const tells = information(articles, Math.max(0, ...known.map(({ stem }) => holding(stem))));
		words.set(stems[0]?.stem ?? word, { tells, stems: new Map(known.map(({ stem, weight }) => [stem, weight])) });
	}
	return [...words.values()];
}

/** Share of what a question tells that some stems say. */
export function shareOf(told: readonly Told[], stems: ReadonlySet<string>): number {
	const all = told.reduce((sum, { tells }) => sum + tells, 0);
	const said = told.reduce((sum, word) => sum + word.tells * Math.max(0, ...[...word.stems].map(([stem, weight]) => (stems.has(stem) ? weight : 0))), 0);
	return all > 0 ? said / all : 0;
}

function stemsOf(analyse: Analyse, ...texts: (string | null)[]): Set<string> {
	return new Set(texts.flatMap((text) => analyse(text ?? "").map(({ stem }) => stem)));
}

/** How a passage's shares add up, and how much the standing of its article counts. */
const weights = { own: 0.5, heading: 0.3, article: 0.2, standing: 1 };

/** Puts passages in order: what holds most of the question in its own words, above all in its heading, in the article that search ranks best. */
export function rankSections(passages: readonly Passage[], { answer, analyse, ...words }: SearchedWords): Ranked[] {
	const told = wordsTold(answer.terms, words);
	const best = Math.max(1e-9, ...passages.map(({ found }) => found.score));
	return passages
		.map((passage): Ranked => {
			const { heading, title, summary, blocks, found } = passage;
			const texts = blocks.map(({ text }) => text);
			const headed = stemsOf(analyse, heading ?? title);
			const own = stemsOf(analyse, heading ?? `${title} ${summary}`, ...texts);
			const held = { own: shareOf(told, own), heading: shareOf(told, headed), article: shareOf(told, new Set([...own, ...found.matched])) };
			const fits = weights.own * held.own + weights.heading * held.heading + weights.article * held.article;
			return { ...passage, held, score: fits * (found.score / best) ** weights.standing };
		})
		.sort((one, other) => other.score - one.score);
}
