import { redact } from "#contract/redaction.ts";
import { createSearch, type Search, type SearchRequest } from "#site/search/create-search.ts";
import type { IndexRoot } from "#site/search/index-files.ts";
import { loadLanguage } from "#site/search/languages/load.ts";
import { indexFolder, indexRootPath } from "#site/search/paths.ts";
import { openIndex } from "#site/search/read-index.ts";
import type { SearchAnswer } from "#site/search/types.ts";
import type { Env } from "../env.ts";

type Assets = Pick<Env, "ASSETS">;

let loaded: Search | null = null;

/**
 * Answers a query with the site's search over the compact index. Null when search does not work: the page it stands on must not
 * fail with it. What was asked is not logged.
 */
export async function searchSite(env: Assets, query: string, request: SearchRequest = {}): Promise<SearchAnswer | null> {
	try {
		loaded ??= await openSiteSearch(env);
		return await loaded(query, request);
	} catch (error) {
		loaded = null;
		console.error(JSON.stringify({ level: "error", event: "search_failed", message: error instanceof Error ? error.message : "unknown" }));
		return null;
	}
}

async function read<Content>({ ASSETS }: Assets, path: string): Promise<Content> {
	const response = await ASSETS.fetch(new Request(`https://assets.local${path}`));
	if (!response.ok) throw new Error(`the search index is missing (${path}: ${response.status})`);
	return response.json<Content>();
}

/** Opens the index, once an isolate; its files are read by need. Workers cannot run Pagefind's WebAssembly. */
async function openSiteSearch(env: Assets): Promise<Search> {
	const root = await read<IndexRoot>(env, indexRootPath);
	const index = openIndex(root, (name) => read(env, `${indexFolder}/${root.folder}/${name}`));
	return createSearch(index, { language: await loadLanguage(root.language), redact });
}
