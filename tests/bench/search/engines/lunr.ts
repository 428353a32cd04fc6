import lunr from "lunr";
import type { BenchArticle, BenchEngine } from "./types.ts";

type Ask = (query: lunr.Query, term: string) => void;

/** A customer's words as lunr cuts and trims them when it indexes. Its search pipeline only stems, so that "card?" would miss "card". */
function wordsOf(query: string): lunr.Token[] {
	return lunr
		.tokenizer(query)
		.map((token) => lunr.trimmer(token))
		.filter((word) => word.toString() !== "");
}

function engine(name: string, note: string, articles: BenchArticle[], termsOf: (query: string) => string[], ask: Ask): BenchEngine {
	const index = lunr((builder) => {
		builder.ref("id");
		builder.field("title", { boost: 2 });
		builder.field("body");
		// lunr takes an array for words that are already cut.
		for (const { id, title, body } of articles) builder.add({ id, title, body: body.join("\n") });
	});
	return {
		name,
		note,
		search: async (query) => {
			const terms = termsOf(query);
			// A query without a clause matches every article.
			if (terms.length === 0) return [];
			// Built by hand: index.search() reads ":", "^", "~", "+" and "-" as syntax, and throws where it can't.
			return index.query((built) => terms.forEach((term) => ask(built, term))).map(({ ref, score }) => ({ id: ref, score }));
		},
	};
}

/** lunr as its users make it bear slips: the word itself counts a hundred times what a word one slip away does; stop words are left out. */
export async function makeLunr(articles: BenchArticle[]): Promise<BenchEngine> {
	return engine(
		"lunr",
		"title ×2, each word exact ×100 and fuzzy ~1, without stop words",
		articles,
		(query) =>
			wordsOf(query)
				.filter((word) => (lunr.stopWordFilter(word) as lunr.Token | undefined) !== undefined)
				.map(String),
		(query, term) => query.term(term, { boost: 100 }).term(term, { editDistance: 1 }),
	);
}
