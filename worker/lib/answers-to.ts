import type { SiteManifest } from "#contract/site-manifest.ts";

/** Most articles that are named to anybody. */
const most = 3;

/** Articles that answer a ticket category, with their whole addresses. */
export function answersTo(site: SiteManifest, category: string): { title: string; url: string }[] {
	return Object.values(site.articles)
		.filter((article) => !article.archived && article.answers.includes(category))
		.slice(0, most)
		.map(({ title, url }) => ({ title, url: new URL(url, site.url).href }));
}
