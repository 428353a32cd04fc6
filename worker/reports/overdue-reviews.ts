import type { OverdueReviews } from "#contract/reports.ts";
import { reviewDue } from "#contract/review-due.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";

/** Who has reviews to catch up with, whoever is behind the longest first. Archived articles need none. */
export function overdueByOwner({ articles }: SiteManifest, today: string): OverdueReviews[] {
	const current = Object.values(articles)
		.filter((article) => !article.archived)
		.map(({ owner, title, url, lastReviewed, reviewEvery }) => ({ owner, title, url, due: reviewDue(lastReviewed, reviewEvery) }))
		.sort((a, b) => a.due.localeCompare(b.due) || a.title.localeCompare(b.title));
	const late = Map.groupBy(
		current.filter(({ due }) => due < today),
		({ owner }) => owner,
	);
	return [...late].flatMap(([owner, [longest, ...more]]) => {
		if (!longest) return [];
		const { title, url, due } = longest;
		return [{ owner, overdue: 1 + more.length, articles: current.filter((article) => article.owner === owner).length, longest: { title, url, due } }];
	});
}
