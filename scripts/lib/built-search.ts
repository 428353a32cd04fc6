import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { redact } from "#contract/redaction.ts";
import { createSearch, type Search } from "#site/search/create-search.ts";
import type { IndexRoot } from "#site/search/index-files.ts";
import { loadLanguage } from "#site/search/languages/load.ts";
import { indexFolder, indexRootPath, pagefindPath } from "#site/search/paths.ts";
import { openIndex, type IndexReader } from "#site/search/read-index.ts";
import type { FullText } from "#site/search/types.ts";

interface Pagefind {
	init(): Promise<void>;
	search(words: string): Promise<{ results: { id: string; score: number }[] } | null>;
}

/** Pagefind fetches its files; here they come from the disk. Everything else is fetched as ever. */
function serveFilesFromDisk(): void {
	const outside = globalThis.fetch;
	globalThis.fetch = async (input, init) => {
		const address = input instanceof Request ? input.url : String(input);
		return address.startsWith("file:") ? new Response(await readFile(fileURLToPath(address.replace(/\?.*$/, "")))) : outside(input, init);
	};
}

let served = false;

/** The built site's full text, as browsers search it. */
function fullTextOf(out: string, base: string): FullText {
	let loading: Promise<Pagefind> | undefined;
	async function load(): Promise<Pagefind> {
		if (!served) serveFilesFromDisk();
		served = true;
		const pagefind = (await import(pathToFileURL(join(out, base, pagefindPath)).href)) as Pagefind;
		await pagefind.init();
		return pagefind;
	}
	return async (words) => {
		loading ??= load();
		return new Map(((await (await loading).search(words))?.results ?? []).map(({ id, score }) => [id, score]));
	};
}

/** The search of a built site. */
export interface BuiltSearch {
	index: IndexReader;
	/** As browsers search: with the full text. */
	search: Search;
	/** As the Worker searches: with the compact index alone. */
	compact: Search;
	/** Numbers of documents in the index, by id; -1 for an unknown one. */
	placesOf(ids: string[]): Promise<number[]>;
}

/**
 * Opens the search of a built site.
 *
 * @param out the folder it was built into
 * @param base what the language's addresses begin with. Example: `/de`. Default: the centre's first language
 * @throws when there is no index
 */
export async function openBuiltSearch(out: string, base = ""): Promise<BuiltSearch> {
	const file = join(out, base, indexRootPath);
	if (!existsSync(file)) throw new Error(`There is no search index in ${join(out, base)}. Run "npm run build" first.`);
	const root = JSON.parse(readFileSync(file, "utf8")) as IndexRoot;
	const index = openIndex(root, async (name) => JSON.parse(await readFile(join(out, base, indexFolder, root.folder, name), "utf8")) as unknown);
	const language = await loadLanguage(root.language);
	return {
		index,
		search: createSearch(index, { language, redact, fullText: fullTextOf(out, base) }),
		compact: createSearch(index, { language, redact }),
		async placesOf(ids) {
			const documents = await index.documents([...Array(root.size).keys()]);
			return ids.map((id) => documents.findIndex((document) => document?.id === id));
		},
	};
}
