import { createSearch, type Search } from "#site/search/create-search.ts";
import { compactIndexPath } from "#site/search/paths.ts";
import type { CompactIndex, SearchAnswer } from "#site/search/types.ts";
import type { Env } from "../env.ts";

let loaded: Search | null = null;

/**
 * Answers a query with the site's search over the compact index. Null when search does not work: the page it stands on must not
 * fail with it. What was asked is not logged.
 */
export async function searchSite(env: Pick<Env, "ASSETS">, query: string, filters = {}): Promise<SearchAnswer | null> {
	try {
		const search = await siteSearch(env);
		return await search(query, filters);
	} catch (error) {
		console.error(JSON.stringify({ level: "error", event: "search_failed", message: error instanceof Error ? error.message : "unknown" }));
		return null;
	}
}

/** The search itself; its index is read once an isolate. Workers cannot run Pagefind's WebAssembly. */
async function siteSearch(env: Pick<Env, "ASSETS">): Promise<Search> {
	if (loaded) return loaded;
	const response = await env.ASSETS.fetch(new Request(`https://assets.local${compactIndexPath}`));
	if (!response.ok) throw new Error(`the search index is missing (${compactIndexPath}: ${response.status})`);
	loaded = createSearch(await response.json<CompactIndex>());
	return loaded;
}
