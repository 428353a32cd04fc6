import type { OverdueReviews } from "#contract/reports.ts";
import { reviewDue } from "#contract/review-due.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";

/** Who has reviews to catch up with, whoever is behind the longest first. Archived articles need none. */
export function overdueByOwner({ articles }: SiteManifest, today: string): OverdueReviews[] {
	const current = Object.values(articles)
		.filter((article) => !article.archived)
		.map(({ owner, title, url, lastReviewed, reviewEvery }) => ({ owner, title, url, due: reviewDue(lastReviewed, reviewEvery) }))
		.sort((a, b) => a.due.localeCompare(b.due) || a.title.localeCompare(b.title));
	return [...Map.groupBy(current, ({ owner }) => owner)].flatMap(([owner, own]) => {
		const [longest, ...more] = own.filter(({ due }) => due < today);
		if (!longest) return [];
		const { title, url, due } = longest;
		return [{ owner, overdue: 1 + more.length, articles: own.length, longest: { title, url, due } }];
	});
}
