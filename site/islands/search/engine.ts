import { redact } from "#contract/redaction.ts";
import { createSearch, type Search } from "#site/search/create-search.ts";
import type { IndexRoot } from "#site/search/index-files.ts";
import { loadLanguage } from "#site/search/languages/load.ts";
import { indexFolder, indexRootPath, pagefindPath } from "#site/search/paths.ts";
import { openIndex } from "#site/search/read-index.ts";
import type { FullText } from "#site/search/types.ts";

interface Pagefind {
	init(): Promise<void>;
	search(words: string): Promise<{ results: { id: string; score: number }[] } | null>;
}

async function read<Content>(path: string): Promise<Content> {
	const response = await fetch(path);
	if (!response.ok) throw new Error(`${path} did not load (${response.status})`);
	return (await response.json()) as Content;
}

/** Pagefind, fetched at the first question that needs the full text. Null without it: an old browser, a lost file. */
function lazyFullText(version: string): FullText {
	let loading: Promise<Pagefind | null> | undefined;
	async function load(): Promise<Pagefind | null> {
		try {
			const pagefind = (await import(/* @vite-ignore */ `${pagefindPath}?${version}`)) as Pagefind;
			await pagefind.init();
			return pagefind;
		} catch {
			return null;
		}
	}
	return async (words) => {
		loading ??= load();
		const pagefind = await loading;
		// Tried again at the next question.
		if (!pagefind) loading = undefined;
		const found = await pagefind?.search(words).catch(() => null);
		return found ? new Map(found.results.map(({ id, score }) => [id, score])) : null;
	};
}

async function open(): Promise<Search> {
	const root = await read<IndexRoot>(indexRootPath);
	const index = openIndex(root, (name) => read(`${indexFolder}/${root.folder}/${name}`));
	return createSearch(index, { language: await loadLanguage(root.language), fullText: lazyFullText(root.folder), redact });
}

let engine: Promise<Search> | undefined;

function opened(): Promise<Search> {
	engine ??= open();
	engine.catch(() => (engine = undefined));
	return engine;
}

/** The site's search. A new deployment takes the files of an old index away: what fails is tried once more from the start. */
const search: Search = async (query, request) => {
	try {
		return await (
			await opened()
		)(query, request);
	} catch {
		engine = undefined;
		return (await opened())(query, request);
	}
};

/** Starts to fetch what every search needs. */
export function warmUp(): void {
	// What fails now is told when somebody searches.
	opened().catch(() => undefined);
}

/** The site's search; its files are fetched by need, and again after a failure. */
export function searchEngine(): Promise<Search> {
	return Promise.resolve(search);
}
