import type { MarkedPart } from "./mark.ts";

/** One article as results show it. */
export interface SearchDocument {
	id: string;
	url: string;
	title: string;
	summary: string;
	/** Plain text; empty where the article has none. */
	quickAnswer: string;
	type: string;
	/** Category id and its title. */
	category: string;
	categoryTitle: string;
	/** Sections of the body in order; the compact index names them by their number, from 1. */
	headings: { id: string; text: string }[];
	/** The review is overdue: a stale article sinks a little. */
	stale: boolean;
}

/** Finds words or a quoted phrase in the full text: relevance by Pagefind fragment name; null while it cannot be asked. */
export type FullText = (words: string) => Promise<Map<string, number> | null>;

export interface SearchFilters {
	/** Category id; its children count too. */
	category?: string;
	/** Article type. */
	type?: string;
}

export interface SearchResult {
	document: SearchDocument;
	score: number;
	/** Share of the best score this query could have reached, 0 to 1. */
	coverage: number;
	/** Stems that matched. */
	matched: string[];
	/** Parts a text of the document into words that matched and the rest, for highlighting. */
	mark: (text: string) => MarkedPart[];
	/** The section that fits best, or null. */
	heading: { id: string; text: string } | null;
	/** A writer put it first for this query (`pinned-results.yml`). */
	pinned: boolean;
}

/** How a term came to be looked up. */
export type MatchKind = "typed" | "repaired" | "completed" | "joined" | "split" | "synonym";

/** How a word of the query was understood. */
export interface QueryTerm {
	/** As typed, normalised. */
	word: string;
	/** A function word. */
	functional: boolean;
	/** What is looked up, each with its weight; the first is the word itself or its repair. */
	stems: { stem: string; weight: number; kind: MatchKind }[];
	/** The word that was probably meant, without accents, when the typed one is unknown to the site. */
	repaired: string | null;
}

export interface SearchAnswer {
	query: string;
	terms: QueryTerm[];
	/** Best first, at most as many as were asked for. With `answered: false` these are the nearest topics, not answers. */
	results: SearchResult[];
	/** How many there are in all. */
	total: number;
	/** Whether the best result is good enough to be called an answer. */
	answered: boolean;
	/** Probability, 0 to 1, that the best result answers; calibrated when the index was built. */
	confidence: number;
	/** The query with its repairs, when there are any. */
	didYouMean: string | null;
}
