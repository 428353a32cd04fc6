import { redact } from "#contract/redaction.ts";
import { createSearch, type Search } from "#site/search/create-search.ts";
import type { IndexRoot } from "#site/search/index-files.ts";
import { loadLanguage } from "#site/search/languages/load.ts";
import { searchPaths } from "#site/search/paths.ts";
import { openIndex } from "#site/search/read-index.ts";
import type { Wire } from "./wire.ts";

/**
 * Opens the search of a language: the same that the centre's pages have, over its compact index. The full text is left out: its reader
 * needs WebAssembly, which the host page's content policy would have to allow.
 */
export async function openSearch({ read }: Pick<Wire, "read">, base: string): Promise<Search> {
	const { folder, root: path } = searchPaths(base);
	const root = await read<IndexRoot>(path);
	const index = openIndex(root, (name) => read(`${folder}/${root.folder}/${name}`));
	return createSearch(index, { language: await loadLanguage(root.language), redact });
}
