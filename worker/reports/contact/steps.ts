import type { Row } from "#contract/report-table.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";

/** File of an article in the content folder. Example: `content/articles/en/reporting/export.mdx` */
export function fileOf(site: SiteManifest, article: string): string {
	return `content/articles/${site.defaultLocale}/${article}.mdx`;
}

/** The step that ends in an article's file. @param words what to do there. Example: `Review` */
export function editStep(site: SiteManifest, article: string, words: string): Pick<Row, "action" | "actionHref"> {
	const edit = site.articles[article]?.edit;
	return { action: `${words}: ${fileOf(site, article)}`, ...(edit && { actionHref: edit }) };
}

/** Characters that a title may have (`site/schemas/article.ts`). */
const longestTitle = 90;

/** The step that makes a new file. @param title customers' words for it; signs that a shell reads otherwise are left out */
export function newStep(type: "how-to" | "troubleshooting", title: string): Required<Pick<Row, "action">> {
	return { action: `npm run new -- ${type} "${title.replace(/["`$\\!]/g, "").slice(0, longestTitle)}"` };
}

/** Whether an article is there to explain something: a release note announces it. */
export function explains(site: SiteManifest, article: string): boolean {
	const known = Object.hasOwn(site.articles, article) ? site.articles[article] : undefined;
	return known !== undefined && known.type !== "release-notes";
}

/** A ticket category in words. */
export function categoryLabel(site: SiteManifest, category: string): string {
	return site.support.ticketCategories.find(({ id }) => id === category)?.label ?? category;
}

/** Keys by how often they come, the most frequent first. */
export function countBy<Item>(items: Iterable<Item>, keyOf: (item: Item) => string): [key: string, n: number][] {
	const counts = new Map<string, number>();
	for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
	return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
}
