import type { SiteManifest } from "#contract/site-manifest.ts";

/** Most articles that are named to anybody. */
const most = 3;

interface Named {
	title: string;
	url: string;
}

/**
 * Articles that answer a ticket category, with their whole addresses.
 *
 * @param translated an article in the language of whoever reads it. Default: in the centre's first one
 */
export function answersTo(site: SiteManifest, category: string, translated: (id: string) => Named | undefined = () => undefined): Named[] {
	return Object.entries(site.articles)
		.filter(([, article]) => !article.archived && article.answers.includes(category))
		.slice(0, most)
		.map(([id, article]) => translated(id) ?? article)
		.map(({ title, url }) => ({ title, url: new URL(url, site.url).href }));
}
