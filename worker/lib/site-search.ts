import { redact } from "#contract/redaction.ts";
import { createAnalyse, type Analyse } from "#site/search/analyse.ts";
import { createSearch, type Search, type SearchRequest } from "#site/search/create-search.ts";
import type { IndexRoot } from "#site/search/index-files.ts";
import { loadLanguage } from "#site/search/languages/load.ts";
import { indexFolder, indexRootPath } from "#site/search/paths.ts";
import { openIndex, type IndexReader } from "#site/search/read-index.ts";
import type { SearchAnswer } from "#site/search/types.ts";
import type { Env } from "../env.ts";
import { holdsTelling } from "./holds-telling.ts";
import { logError } from "./log.ts";

type Assets = Pick<Env, "ASSETS">;

interface SiteSearch {
	search: Search;
	index: IndexReader;
	analyse: Analyse;
}

/** By the beginning of a language's addresses. */
const loaded = new Map<string, SiteSearch>();

/**
 * Answers a query with the site's search over the compact index. Null when search does not work: the page it stands on must not
 * fail with it. What was asked is not logged.
 *
 * @param base begins the addresses of the language: nothing for the centre's first one, else `/de`
 */
export async function searchSite(env: Assets, query: string, request: SearchRequest = {}, base = ""): Promise<SearchAnswer | null> {
	return trying(env, ({ search }) => search(query, request), base);
}

/** Answers what somebody asked and had done typing, for reports: stricter than search, which shows what may help. Null when search does not work. */
export async function askSite(env: Assets, query: string): Promise<SearchAnswer | null> {
	return trying(env, async ({ search, index }) => {
		const answer = await search(query, { limit: 1 });
		const [best] = answer.results;
		const answered = answer.answered && best !== undefined && holdsTelling(answer.terms, best, (stem) => index.find(stem)?.holding ?? 0);
		return { ...answer, answered };
	});
}

/** A search, and what the site knows of the words that were asked. */
export interface SearchedWords {
	answer: SearchAnswer;
	analyse: Analyse;
	/** Number of articles. */
	articles: number;
	/** Articles that hold a stem, of the stems that the query may mean. */
	holding(stem: string): number;
}

/** Searches, and tells of the words; null when search does not work. */
export async function searchWords(env: Assets, query: string, request: SearchRequest, base = ""): Promise<SearchedWords | null> {
	return trying(
		env,
		async ({ search, index, analyse }) => ({
			answer: await search(query, request),
			analyse,
			articles: index.size,
			holding: (stem) => index.find(stem)?.holding ?? 0,
		}),
		base,
	);
}

/** What the site knows of words: for reports that put searches together. */
export interface SiteWords {
	analyse: Analyse;
	synonyms: IndexRoot["synonyms"];
	/** Number of articles. */
	articles: number;
	/** Articles that hold a stem, of the stems that were asked for. */
	holding(stem: string): number;
	/** Names the build of the index, so that what was found in it can be remembered. */
	version: string;
}

/** What the site knows of the words of some texts; null when search does not work. */
export async function siteWords(env: Assets, texts: string[]): Promise<SiteWords | null> {
	return trying(env, async ({ index, analyse }) => {
		const { synonyms, folder, size } = index.root;
		await index.fetchFor([...new Set(texts.flatMap((text) => analyse(text).map(({ stem }) => stem)))]);
		return { analyse, synonyms, articles: size, holding: (stem) => index.find(stem)?.holding ?? 0, version: folder };
	});
}

async function trying<Result>(env: Assets, work: (site: SiteSearch) => Promise<Result>, base = ""): Promise<Result | null> {
	try {
		const site = loaded.get(base) ?? (await openSiteSearch(env, base));
		loaded.set(base, site);
		return await work(site);
	} catch (error) {
		loaded.delete(base);
		logError("search_failed", {}, error);
		return null;
	}
}

async function read<Content>({ ASSETS }: Assets, path: string): Promise<Content> {
	const response = await ASSETS.fetch(new Request(`https://assets.local${path}`));
	if (!response.ok) throw new Error(`the search index is missing (${path}: ${response.status})`);
	return response.json<Content>();
}

/** Opens the index of a language, once an isolate; its files are read by need. Workers cannot run Pagefind's WebAssembly. */
async function openSiteSearch(env: Assets, base: string): Promise<SiteSearch> {
	const root = await read<IndexRoot>(env, base + indexRootPath);
	const index = openIndex(root, (name) => read(env, `${base}${indexFolder}/${root.folder}/${name}`));
	const language = await loadLanguage(root.language);
	return { search: createSearch(index, { language, redact }), index, analyse: createAnalyse(language) };
}
