import { createSearch, type Search } from "#site/search/create-search.ts";
import { compactIndexPath, pagefindPath } from "#site/search/paths.ts";
import type { BodyLookUp, CompactIndex } from "#site/search/types.ts";

interface Pagefind {
	options(options: Record<string, unknown>): Promise<void>;
	init(): Promise<void>;
	search(word: string): Promise<{ results: { id: string; score: number }[] } | null>;
}

let engine: Promise<Search> | undefined;

async function loadIndex(): Promise<CompactIndex> {
	const response = await fetch(compactIndexPath);
	if (!response.ok) throw new Error(`the search index did not load (${response.status})`);
	return (await response.json()) as CompactIndex;
}

/** Body text through Pagefind's chunks. Without it (an old browser, a lost chunk) search goes on with the compact index alone. */
async function loadBodyLookUp(): Promise<BodyLookUp | undefined> {
	try {
		const pagefind = (await import(/* @vite-ignore */ pagefindPath)) as Pagefind;
		await pagefind.init();
		return async function lookUpBody(word) {
			const found = await pagefind.search(word);
			return new Map((found?.results ?? []).map(({ id, score }) => [id, score]));
		};
	} catch {
		return undefined;
	}
}

/** The site's search; its files are fetched at the first call, and again after a failure. */
export function searchEngine(): Promise<Search> {
	engine ??= Promise.all([loadIndex(), loadBodyLookUp()]).then(([index, lookUpBody]) => createSearch(index, lookUpBody ? { lookUpBody } : {}));
	engine.catch(() => (engine = undefined));
	return engine;
}
