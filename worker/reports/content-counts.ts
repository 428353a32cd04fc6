import type { SiteManifest } from "#contract/site-manifest.ts";
import { topCategory } from "./narrow.ts";
import { addDays } from "../lib/days.ts";

/** Days within which a review counts as fresh: six months. */
const freshDays = 183;

/** Articles and those reviewed in the last six months; ticket categories and those with an article, without archived ones. */
type ContentCounts = Record<"articles" | "fresh" | "categories" | "covered", number>;

/**
 * How the content stands. For one top category, no ticket category counts: each is answered by articles of some categories and not meant to
 * be by those of the others.
 */
export function contentCounts(site: SiteManifest, today: string, category?: string): ContentCounts {
	const articles = Object.values(site.articles).filter(
		(article) => !article.archived && (category === undefined || topCategory(article.category) === category),
	);
	const oldest = addDays(today, -freshDays);
	const categories = category === undefined ? site.support.ticketCategories.filter(({ covered }) => covered) : [];
	return {
		articles: articles.length,
		fresh: articles.filter((article) => article.lastReviewed >= oldest).length,
		categories: categories.length,
		covered: categories.filter(({ id }) => articles.some((article) => article.answers.includes(id))).length,
	};
}
