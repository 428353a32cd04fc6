import type { Search } from "#site/search/create-search.ts";
import type { Article, Content } from "../checks/model.ts";

/** Where an article on a subject probably belongs. */
export interface Topic {
	/** Folder of the nearest articles. */
	category: string;
	/** Who keeps the nearest article of that folder true. */
	owner: string;
	/** Ids of the nearest articles, the nearest first. */
	related: string[];
}

const mostRelated = 3;
/** Below this share of the best one's weight, an article is on another subject. */
const nearEnough = 0.5;
/** Results of a search that have a say. */
const heard = 5;

/**
 * Guesses the place of a new article by what its words find now; by the largest category where they find nothing.
 * Undefined for a centre without a single article.
 */
export async function nearestTopic(words: readonly string[], search: Search, content: Content): Promise<Topic | undefined> {
	const articles = new Map(
		content.articles
			.filter(({ locale, draft, archived, stub, type }) => locale === content.defaultLocale && !draft && !archived && !stub && type !== "release-notes")
			.map((article) => [article.id, article]),
	);
	const near = new Map<Article, number>();
	for (const query of words) {
		const { results } = await search(query, { limit: heard, complete: true });
		for (const { document, score } of results) {
			const article = articles.get(document.id);
			if (article) near.set(article, (near.get(article) ?? 0) + score);
		}
	}
	const ranked = [...near].sort(([, a], [, b]) => b - a);
	const category = heaviest(ranked.length > 0 ? ranked : [...articles.values()].map((article) => [article, 1]));
	if (category === undefined) return undefined;
	const own = [...ranked.map(([article]) => article), ...articles.values()].find((article) => article.category === category);
	return {
		category,
		owner: own?.frontMatter.data?.owner ?? "support",
		related: ranked
			.filter(([, weight]) => weight >= nearEnough * (ranked[0]?.[1] ?? 0))
			.slice(0, mostRelated)
			.map(([{ id }]) => id),
	};
}

function heaviest(weighed: [Article, number][]): string | undefined {
	const sums = new Map<string, number>();
	for (const [{ category }, weight] of weighed) if (category !== "") sums.set(category, (sums.get(category) ?? 0) + weight);
	return [...sums].sort(([, a], [, b]) => b - a)[0]?.[0];
}
