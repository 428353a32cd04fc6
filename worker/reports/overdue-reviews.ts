import type { OverdueReviews } from "#contract/reports.ts";
import { reviewDue } from "#contract/review-due.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import { fileOf } from "./article-file.ts";
import { topCategory } from "./narrow.ts";

/** Who has reviews to catch up with, whoever is behind the longest first. Archived articles need none. @param category only articles of this top category */
export function overdueByOwner(site: SiteManifest, today: string, category?: string): OverdueReviews[] {
	const current = Object.entries(site.articles)
		.filter(([, article]) => !article.archived && (category === undefined || topCategory(article.category) === category))
		.map(([article, { owner, title, url, edit, lastReviewed, reviewEvery }]) => ({
			owner,
			...{ article, title, url, edit, file: fileOf(site, article), due: reviewDue(lastReviewed, reviewEvery) },
		}))
		.sort((a, b) => a.due.localeCompare(b.due) || a.title.localeCompare(b.title));
	return [...Map.groupBy(current, ({ owner }) => owner)].flatMap(([owner, own]) => {
		const [longest, ...more] = own.filter(({ due }) => due < today);
		if (!longest) return [];
		const { owner: _owner, ...article } = longest;
		return [{ owner, overdue: 1 + more.length, articles: own.length, longest: article }];
	});
}
