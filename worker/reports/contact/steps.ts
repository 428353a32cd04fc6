import type { Row } from "#contract/report-table.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import { fileOf } from "../article-file.ts";

/** The step that ends in an article's file. @param words what to do there. Example: `Review` */
export function editStep(site: SiteManifest, article: string, words: string): Pick<Row, "action" | "actionHref"> {
	const edit = site.articles[article]?.edit;
	return { action: `${words}: ${fileOf(site, article)}`, ...(edit && { actionHref: edit }) };
}

/** Characters that a title may have (`site/schemas/article.ts`). */
const longestTitle = 90;

/**
 * Whatever bash, PowerShell or cmd could read as more than itself between double quotes: all but letters, digits and a few signs. Modifier
 * letters are among it: some look like a quotation mark, and Windows takes them for one.
 */
const unsafeInQuotes = /[^\p{L}\p{M}\p{N} ,.?'’-]|[\u02B0-\u02FF]/gu;

/** The step that makes a new file. @param title customers' words for it: they are pasted into a shell, which must find nothing to do in them */
export function newStep(type: "how-to" | "troubleshooting", title: string): Required<Pick<Row, "action">> {
	const words = title
		.normalize("NFC")
		.replace(unsafeInQuotes, " ")
		.replace(/ +/g, " ")
		.replace(/^[ -]+/, "")
		.slice(0, longestTitle)
		.replace(/[\uD800-\uDBFF]$/, "")
		.trim();
	return { action: words === "" ? `npm run new -- ${type}` : `npm run new -- ${type} "${words}"` };
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
