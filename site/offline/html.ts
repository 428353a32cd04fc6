/**
 * What a page shows needs: its styles, scripts, pictures and fonts.
 * @param islands takes the code of islands along, which most readers of a page never use
 */
export function partsOf(html: string, islands: boolean): string[] {
	const parts = [...html.matchAll(/(src|href|-url)="(\/(?:_astro|brand)\/[^"]+)"/g)];
	return [...new Set(parts.filter(([, attribute]) => islands || attribute !== "-url").map(([, , path = ""]) => path))];
}

/** What a built script loads, before it runs or later; without what is fetched when somebody uses it, which most readers never do. */
export function importsOf(script: string): string[] {
	const names = [...script.matchAll(/(?:from|import)\s*\(?["'`]\.\/([^"'`]+)/g)].map(([, name = ""]) => name);
	return names.filter((name) => !name.startsWith("on-use-")).map((name) => `/_astro/${name}`);
}

/** The bar that stands hidden on every page that may be kept (`KeptBar.astro`). */
const bar = /data-kept-bar="([^"]+)" data-format="([^"]+)" hidden/;

/** Address of the page that says in a page's language that there is no connection; undefined for a page that is not to be kept. */
export function offlinePageOf(html: string): string | undefined {
	return bar.exec(html)?.[1];
}

/** Why a copy is shown: the connection is lost, or slow. */
export type Why = "lost" | "slow";

/** A kept page that says so. @param at when it was kept, epoch milliseconds */
export function markKept(html: string, at: number, why: Why): string {
	const moment = new Intl.DateTimeFormat(bar.exec(html)?.[2], { dateStyle: "long", timeStyle: "short" }).format(at);
	return html.replace(bar, `data-kept-bar="$1" data-why="${why}"`).replace("<time></time>", `<time>${moment}</time>`);
}

/** The title of a page, as HTML. */
export function titleOf(html: string): string {
	return /<meta property="og:title" content="([^"]*)"/.exec(html)?.[1] ?? "";
}

/** A page that was read. */
export interface PageRead {
	/** Its path. */
	path: string;
	/** Its title, as HTML. */
	title: string;
}

/** The page that says that there is no connection (`OfflinePage.astro`), with the pages that were read. */
export function listRead(html: string, read: readonly PageRead[]): string {
	const items = read.map(({ path, title }) => `<li><a dir="auto" href="${path}">${title}</a></li>`);
	return items.length === 0 ? html : html.replace("data-read hidden", "data-read").replace("<ul data-read-list>", `$&${items.join("")}`);
}
