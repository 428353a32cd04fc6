import type { SiteManifest } from "#contract/site-manifest.ts";
import { topCategory } from "./narrow.ts";
import { addDays } from "../lib/days.ts";

/** Days within which a review counts as fresh: six months. */
const freshDays = 183;

/** How the content stands: articles and those reviewed in the last six months, ticket categories and those with an article. */
export function contentCounts(site: SiteManifest, today: string, category?: string): { articles: number; fresh: number; categories: number; covered: number } {
	const articles = Object.values(site.articles).filter(
		(article) => !article.archived && (category === undefined || topCategory(article.category) === category),
	);
	const oldest = addDays(today, -freshDays);
	const categories = site.support.ticketCategories.filter((category) => category.covered);
	return {
		articles: articles.length,
		fresh: articles.filter((article) => article.lastReviewed >= oldest).length,
		categories: categories.length,
		covered: categories.filter((category) => articles.some((article) => article.answers.includes(category.id))).length,
	};
}
