/** One article in the compact index. */
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
	/** Customers' words. */
	keywords: string[];
	headings: { id: string; text: string }[];
	/** Name of the article's fragment in Pagefind's index, which its results carry. */
	fragment: string;
	/** The review is overdue: a stale article sinks a little. */
	stale: boolean;
}

/** The compact index: everything search needs but the body text, which Pagefind holds. */
export interface CompactIndex {
	version: 1;
	documents: SearchDocument[];
	/** Stem → number of articles whose title, words or body hold it. The site's own vocabulary. */
	vocabulary: Record<string, number>;
	/** Groups of stems that stand for each other, and one-way replacements. */
	synonyms: { from: string[]; to: string[] }[];
}

/** Finds a word in body text: relevance by Pagefind fragment name. */
export type BodyLookUp = (word: string) => Promise<Map<string, number>>;

export interface SearchFilters {
	/** Category id; its children count too. */
	category?: string;
	/** Article type. */
	type?: string;
}

export interface SearchResult {
	document: SearchDocument;
	score: number;
	/** Share of the query's information that this article matches, 0 to 1. */
	coverage: number;
	/** Stems that matched, for highlighting. */
	matched: string[];
	/** The heading that fits best, or null. */
	heading: { id: string; text: string } | null;
}

/** How a word of the query was understood. */
export interface QueryTerm {
	/** As typed, normalised. */
	word: string;
	/** What is looked up, each with its weight; the first is the word itself or its repair. */
	stems: { stem: string; weight: number }[];
	/** The repaired word, when the typed one is unknown to the site. */
	repaired: string | null;
}

export interface SearchAnswer {
	query: string;
	/** Best first. With `answered: false` these are the nearest topics, not answers. */
	results: SearchResult[];
	/** Whether the best result is good enough to be called an answer. */
	answered: boolean;
	/** 0 to 1. */
	confidence: number;
	terms: QueryTerm[];
	/** The query with its repairs, when there are any. */
	didYouMean: string | null;
}
