import type { SearchDocument, SearchResult } from "#site/search/types.ts";

/** What is known of a customer besides their words. */
interface Circumstances {
	/** The article they came from. */
	article?: string | undefined;
	/** Categories of articles in which answers to the chosen topic stand. */
	answeredIn: readonly string[];
}

/** How much more a result counts from where the answers to the topic stand, and from beside the article they came from. */
const answersTopic = 1.25;
const besideArticle = 1.15;
/** They have read that one, and came to write all the same. */
const justRead = 0.5;

function weightOf({ id, category }: SearchDocument, { article, answeredIn }: Circumstances): number {
	if (id === article) return justRead;
	const beside = article !== undefined && category === article.split("/").slice(0, -1).join("/");
	return (answeredIn.includes(category) ? answersTopic : 1) * (beside ? besideArticle : 1);
}

/** The best articles for a customer: results in order of their score, moved by where the customer stands. Equal ones keep their order. */
export function rankSuggestions(results: readonly SearchResult[], circumstances: Circumstances): SearchDocument[] {
	return results
		.map(({ document, score, pinned }) => ({ document, pinned, score: score * weightOf(document, circumstances) }))
		.sort((a, b) => Number(b.pinned) - Number(a.pinned) || b.score - a.score)
		.map(({ document }) => document);
}
