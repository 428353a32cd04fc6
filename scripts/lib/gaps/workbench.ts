import type { Search } from "#site/search/create-search.ts";
import { buildContent } from "../checks/build-content.ts";
import type { Content } from "../checks/model.ts";
import type { RawContent } from "../checks/read-content.ts";
import { searchContent, searchSources } from "../checks/search-content.ts";
import { wrongSearches } from "../checks/search-tests.ts";

/** A file that a change writes: its text before (null: there was none) and after. */
export interface Written {
	before: string | null;
	after: string;
}

/** A content folder on which a change is tried before anything is written. */
export interface Workbench {
	/** The text of a file as it would be; empty where there is none. */
	read(path: string): string;
	write(path: string, text: string): void;
	/** The content as it would be. */
	content(): Content;
	/** What its search would find. */
	search(): Promise<Search>;
	/** Places (from 0) of the searches of search-tests.yml that would go wrong. */
	wrongSearches(): Promise<Set<number>>;
	/** Files that differ, by path. */
	changes(): Map<string, Written>;
}

/**
 * Lays a folder's texts out for a change. Nothing here touches the disk.
 * @param earlier the same folder, parsed before
 */
export function createWorkbench(raw: RawContent, today: string, earlier: Content): Workbench {
	const texts = new Map(raw.texts);
	let parsed: Content | undefined = earlier;
	let current = earlier;
	let searching: Promise<Search> | undefined;
	const bench: Workbench = {
		read: (path) => texts.get(path) ?? "",
		write(path, text) {
			if (texts.get(path) === text) return;
			texts.set(path, text);
			parsed = undefined;
			searching = undefined;
		},
		content() {
			const files = [...new Set([...raw.files, ...texts.keys()])].sort();
			current = parsed ??= buildContent({ ...raw, files, texts: new Map(texts) }, today, current);
			return current;
		},
		search: () => (searching ??= searchContent(searchSources(bench.content()))),
		async wrongSearches() {
			const wrong = await wrongSearches(await bench.search(), searchSources(bench.content()));
			return new Set(wrong.map(({ index }) => index));
		},
		changes() {
			const changed = [...texts].filter(([path, text]) => raw.texts.get(path) !== text);
			return new Map(changed.map(([path, after]) => [path, { before: raw.texts.get(path) ?? null, after }]));
		},
	};
	return bench;
}
