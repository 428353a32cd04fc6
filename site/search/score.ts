import { pairsOf } from "./analyse.ts";
import { fullImpact, information } from "./relevance.ts";
import type { QueryTerm } from "./types.ts";
import { weights } from "./weights.ts";

/** The documents that hold a stem or pair, in order of their numbers. */
export interface PostingList {
	/** How many hold it in truth; the list may be cut. */
	holding: number;
	documents: ArrayLike<number>;
	/** 0 to `fullImpact`. */
	impacts: ArrayLike<number>;
	/** 1 where it stands in the title. */
	inTitle: ArrayLike<number>;
	/** The section that holds it most; 0 for none. */
	sections: ArrayLike<number>;
}

/** Where postings come from: the files of the index, or the build's memory. */
export interface PostingSource {
	/** Number of documents. */
	size: number;
	/** The index holds searches of readers. */
	learned: boolean;
	/** Share of the words of an article that stand in no other: high where articles are short, or few. */
	ownWords: number;
	/** Number of stems in each title. */
	titleStems: ArrayLike<number>;
	find(key: string): PostingList | null;
}

/** Place of a document in a list; -1 where it is not. */
export function placeOf(document: number, { documents }: PostingList): number {
	let low = 0;
	let high = documents.length - 1;
	while (low <= high) {
		const middle = (low + high) >> 1;
		const found = documents[middle] ?? 0;
		if (found === document) return middle;
		if (found < document) low = middle + 1;
		else high = middle - 1;
	}
	return -1;
}

/** Documents found by the full text for one term: share of the best relevance, 0 to 1. */
export type FullTextMatches = Map<number, number>;

/** Hears what a document is given, for what, and how much. */
export type Trace = (document: number, part: string, value: number) => void;

export interface Scores {
	/** Score by document number; 0 where nothing matches. */
	scores: Float64Array;
	/** What a document would score that holds everything as its only subject. */
	best: number;
}

/** How much a term tells: by the word itself where the site knows it, else by what it may mean, else as an unknown word. */
function informationOf(term: QueryTerm, source: PostingSource): number {
	const of = (stem: string) => information(source.size, source.find(stem)?.holding ?? 0);
	const [first, ...others] = term.stems;
	if (!first) return information(source.size, 0);
	const known = [first, ...others].filter(({ stem }) => (source.find(stem)?.holding ?? 0) > 0);
	if (first.kind === "repaired" || known.length === 0) return information(source.size, 0);
	if (known[0] === first && first.kind === "typed") return of(first.stem);
	return Math.max(...known.map(({ stem }) => of(stem)));
}

/** Value by document of the best of a term's stems. */
function valuesOf(term: QueryTerm, source: PostingSource, fullText: FullTextMatches | undefined, titled: Map<number, number>): Map<number, number> {
	const values = new Map<number, number>();
	const inTitle = new Set<number>();
	for (const { stem, weight } of term.stems) {
		const list = source.find(stem);
		if (!list) continue;
		const worth = weight * information(source.size, list.holding);
		for (let index = 0; index < list.documents.length; index++) {
			const document = list.documents[index] ?? 0;
			const value = worth * (list.impacts[index] ?? 0);
			if (value > (values.get(document) ?? 0)) values.set(document, value);
			if (list.inTitle[index]) inTitle.add(document);
		}
	}
	for (const document of inTitle) titled.set(document, (titled.get(document) ?? 0) + 1);
	if (fullText) {
		const holding = source.find(term.stems[0]?.stem ?? "")?.holding ?? fullText.size;
		const worth = weights.fullText * information(source.size, holding) * fullImpact;
		for (const [document, relevance] of fullText) if (worth * relevance > (values.get(document) ?? 0)) values.set(document, worth * relevance);
	}
	return values;
}

/**
 * Scores every document for a query: its words, ORed and weighed by how much they tell (BM25F over the index's impacts), pairs of
 * neighbouring words, and the share of the title that is named.
 *
 * @param fullText documents by position of the term that the full text was asked for
 * @param trace called with everything that adds to a score
 */
export function scoreQuery(terms: QueryTerm[], source: PostingSource, fullText: Map<number, FullTextMatches> = new Map(), trace?: Trace): Scores {
	const scores = new Float64Array(source.size);
	const titled = new Map<number, number>();
	const seen = new Set<string>();
	let best = 0;
	const give = (document: number, part: string, value: number) => {
		scores[document] = (scores[document] ?? 0) + value;
		trace?.(document, part, value);
	};
	terms.forEach((term, position) => {
		const stem = term.stems[0]?.stem ?? term.word;
		if (seen.has(stem)) return;
		seen.add(stem);
		const factor = term.functional ? weights.functional : 1;
		best += factor * informationOf(term, source) * fullImpact;
		for (const [document, value] of valuesOf(term, source, fullText.get(position), titled)) give(document, term.word, factor * value);
	});
	const pairWeight = source.learned ? weights.pairLearned : weights.pair;
	for (const pair of new Set(pairsOf(terms.map((term) => term.stems[0]?.stem ?? term.word)))) {
		const list = source.find(pair);
		const worth = pairWeight * information(source.size, list?.holding ?? 0);
		best += worth * fullImpact;
		for (let index = 0; list && index < list.documents.length; index++) {
			give(list.documents[index] ?? 0, `“${pair}”`, worth * (list.impacts[index] ?? 0));
		}
	}
	for (const [document, named] of titled) {
		const share = Math.min(1, named / Math.max(1, source.titleStems[document] ?? 1));
		give(document, "title", weights.titleCovered * share * best);
	}
	return { scores, best };
}
