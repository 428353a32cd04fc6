import { createSearch, type Search } from "#site/search/create-search.ts";
import { compactIndexPath } from "#site/search/paths.ts";
import type { CompactIndex } from "#site/search/types.ts";
import type { Env } from "../env.ts";

let loaded: Search | null = null;

/** The site's search over the compact index; read once an isolate. Workers cannot run Pagefind's WebAssembly. */
export async function siteSearch(env: Pick<Env, "ASSETS">): Promise<Search> {
	if (loaded) return loaded;
	const response = await env.ASSETS.fetch(new Request(`https://assets.local${compactIndexPath}`));
	if (!response.ok) throw new Error(`the search index is missing (${compactIndexPath}: ${response.status})`);
	loaded = createSearch(await response.json<CompactIndex>());
	return loaded;
}
