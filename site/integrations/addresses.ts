import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { addressKey } from "#contract/old-addresses.ts";
import { builtArticles } from "#site/lib/build-record.ts";
import { languages } from "#site/lib/languages.ts";
import { createRedirectTable, type Redirect } from "#site/lib/redirects.ts";
import type { Published, PublishedAddress } from "#site/schemas/published.ts";
import { collectRedirects } from "./redirects.ts";

/** Where the build lists its addresses; not served, kept by `npm run deploy`. */
const addressesPath = "/_site/addresses.json";

/** Pages that have no address of their own. */
const unlisted = /^writers\/|(?:^|\/)(?:404|worker-shell)\//;

/** Shown by the service worker at the address of another page. */
const offlinePages = new Set(languages.map(({ base }) => `${base}/offline/`));

/** Ids of headings in a page's main part. */
function headingIds(html: string): string[] {
	const main = /<main\b[\s\S]*<\/main>/.exec(html)?.[0] ?? "";
	return [...main.matchAll(/<h[1-6]\b[^>]*?\sid="([^"]+)"/g)].flatMap(([, id]) => id ?? []);
}

/** The address of the original that stands in for an article in another language. Example: `/de/faq/` → `/faq/` */
function withoutLanguage(address: string): string {
	const found = languages.find(({ base }) => base !== "" && address.startsWith(`${base}/`));
	return found ? address.slice(found.base.length) : address;
}

/** Every address of the built site, sorted: articles, other pages, and old addresses with where they lead. */
export function listAddresses(out: string, redirects: readonly Redirect[] = collectRedirects()): Published {
	const articles = builtArticles();
	const pages = globSync("**/index.html", { cwd: out }).flatMap((file): [string, PublishedAddress][] => {
		const folder = dirname(file).replaceAll("\\", "/");
		const address = folder === "." ? "/" : `/${folder}/`;
		if (unlisted.test(`${folder}/`) || offlinePages.has(address)) return [];
		const article = articles.get(address) ?? articles.get(withoutLanguage(address));
		return [[address, article ? { article: article.id, anchors: article.anchors } : { anchors: headingIds(readFileSync(join(out, file), "utf8")) }]];
	});
	const { paths, follow } = createRedirectTable(redirects);
	const old = [...paths.values()].map(({ from, to }): [string, PublishedAddress] => [`${addressKey(from)}/`, { anchors: [], to: follow(from) ?? to }]);
	return { addresses: Object.fromEntries([...old, ...pages].sort(([one], [other]) => (one < other ? -1 : 1))) };
}

/** Writes the list of addresses beside the manifest. */
export function writeAddresses(out: string, redirects: readonly Redirect[]): void {
	const file = join(out, addressesPath);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, JSON.stringify(listAddresses(out, redirects)));
}
