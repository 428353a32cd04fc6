import { redact } from "#contract/redaction.ts";
import { createSearch, type Search } from "#site/search/create-search.ts";
import type { IndexRoot } from "#site/search/index-files.ts";
import { loadLanguage } from "#site/search/languages/load.ts";
import { searchPaths } from "#site/search/paths.ts";
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

/**
 * Lets Pagefind start its worker where the content policy takes no plain text as the address of one. Pagefind hands over such a text, so the
 * browser asks the policy called `default`, which knows this one file of this site.
 */
function trustPagefind(): void {
	const { trustedTypes } = window;
	if (!trustedTypes || trustedTypes.defaultPolicy) return;
	trustedTypes.createPolicy("default", {
		createScriptURL(address) {
			const { origin, pathname } = new URL(address, location.origin);
			return origin === location.origin && pathname.endsWith("/pagefind/pagefind-worker.js") ? address : null;
		},
	});
}

/** Pagefind, fetched at the first question that needs the full text. Null without it: an old browser, a lost file. */
function lazyFullText(script: string): FullText {
	let loading: Promise<Pagefind | null> | undefined;
	async function load(): Promise<Pagefind | null> {
		try {
			trustPagefind();
			const pagefind = (await import(/* @vite-ignore */ script)) as Pagefind;
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

async function open(base: string): Promise<Search> {
	const { folder, root: rootPath, pagefind } = searchPaths(base);
	const root = await read<IndexRoot>(rootPath);
	const index = openIndex(root, (name) => read(`${folder}/${root.folder}/${name}`));
	return createSearch(index, { language: await loadLanguage(root.language), fullText: lazyFullText(`${pagefind}?${root.folder}`), redact });
}

interface Engine {
	search: Search;
	warmUp: () => void;
}

function createEngine(base: string): Engine {
	let opening: Promise<Search> | undefined;
	function opened(): Promise<Search> {
		opening ??= open(base);
		opening.catch(() => (opening = undefined));
		return opening;
	}
	return {
		// A new deployment takes the files of an old index away: what fails is tried once more from the start.
		async search(query, request) {
			try {
				return await (
					await opened()
				)(query, request);
			} catch {
				opening = undefined;
				return (await opened())(query, request);
			}
		},
		warmUp() {
			// What fails now is told when somebody searches.
			opened().catch(() => undefined);
		},
	};
}

/** One for each language that was asked for, by what its addresses begin with. */
const engines = new Map<string, Engine>();

function engineOf(base: string): Engine {
	const engine = engines.get(base) ?? createEngine(base);
	engines.set(base, engine);
	return engine;
}

/** Starts to fetch what every search of a language needs. @param base begins the addresses of the language */
export function warmUp(base: string): void {
	engineOf(base).warmUp();
}

/** The search of a language; its files are fetched by need, and again after a failure. @param base begins the addresses of the language */
export function searchEngine(base: string): Search {
	return engineOf(base).search;
}
