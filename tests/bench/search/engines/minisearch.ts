import { stopwords } from "@orama/stopwords/english";
import MiniSearch, { type Options, type SearchResult } from "minisearch";
import { stemmer } from "stemmer";
import type { BenchArticle, BenchEngine } from "./types.ts";

interface Row {
	id: string;
	title: string;
	body: string;
}

function engine(name: string, note: string, articles: BenchArticle[], options: Partial<Options<Row>>): BenchEngine {
	const index = new MiniSearch<Row>({ fields: ["title", "body"], ...options });
	index.addAll(articles.map(({ id, title, body }) => ({ id, title, body: body.join("\n") })));
	return {
		name,
		note,
		search: async (query) => index.search(query).map(({ id, score }: SearchResult) => ({ id: id as string, score })),
	};
}

/** MiniSearch as it comes: any word counts, no stemming, nothing fuzzy. */
export async function makeMiniSearch(articles: BenchArticle[]): Promise<BenchEngine> {
	return engine("MiniSearch", "as it comes", articles, {});
}

/** The words as MiniSearch's tokenizer cuts them: at apostrophes too. */
const stopWords = new Set(stopwords.flatMap((word) => word.split("'")));

/** A stem, or null for a word that is left out of the index and of queries alike. */
function processTerm(term: string): string | null {
	const word = term.toLowerCase();
	return stopWords.has(word) ? null : stemmer(word);
}

/** MiniSearch with every improvement its documentation names. */
export async function makeTunedMiniSearch(articles: BenchArticle[]): Promise<BenchEngine> {
	return engine("MiniSearch, tuned", "Porter stems, stop words, title ×2, fuzzy 0.2, prefix", articles, {
		processTerm,
		searchOptions: { boost: { title: 2 }, fuzzy: 0.2, prefix: true },
	});
}
