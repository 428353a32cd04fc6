import { fileNames, type IndexRoot } from "#site/search/index-files.ts";
import { keepFiles, keepStandIn } from "./keep-page.ts";
import { open } from "./kept.ts";

/** An index of more files is kept by and by, as searches need them. */
const mostFiles = 250;

/**
 * Keeps the whole index of a language in which somebody searches, and its search page, so that they can search on without a connection.
 * Where the reader saves data, only what a search has needed is kept. The files of an earlier index are taken away.
 *
 * @param root the index's first file, and its address
 */
export async function keepSearch(root: Response, url: string): Promise<void> {
	const index = (await root.json()) as IndexRoot;
	const start = new URL(url).pathname.replace("index.json", "");
	const wanted = new Set(fileNames(index).map((name) => `${start}${index.folder}/${name}`));
	const { connection } = navigator as { connection?: { saveData?: boolean } };
	const ahead = !connection?.saveData && wanted.size <= mostFiles;
	const cache = await open("search");
	for (const key of await cache.keys()) {
		const { pathname } = new URL(key.url);
		if (pathname.startsWith(start) && !wanted.delete(pathname) && key.url !== url) await cache.delete(key);
	}
	if (!ahead) return;
	await keepStandIn(start.replace("search-index", "search"), true);
	await keepFiles([...wanted]);
}
