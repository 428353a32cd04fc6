import { posix } from "node:path";
import type { SourceArticle, SourceFile } from "../../source.ts";
import type { Tree } from "../../tree/tree.ts";
import { bareName, idInAddress, splitName } from "./names.ts";
import type { Page } from "./read-export.ts";

/** Finds what links and pictures of pages name. */
export interface Targets {
	page(url: string, from: Pick<SourceArticle, "file">): { key: string; anchor?: string | undefined } | undefined;
	file(url: string, from: Pick<SourceArticle, "file">): SourceFile | undefined;
}

/** The key of a page: its number, which stays when it is renamed or moved; else its file. */
export function keyOf({ id, file }: Pick<Page, "id" | "file">): string {
	return id ?? file;
}

/** Makes the finder for the pages and files of an export. Links to a part of a page lead to the page. */
export function createTargets(tree: Tree, pages: Page[]): Targets {
	const files = new Set(tree.files);
	const byFile = new Map(pages.map((page) => [page.file, keyOf(page)]));
	const byId = new Map(pages.flatMap((page) => (page.id === undefined ? [] : [[page.id, keyOf(page)] as const])));

	function local(url: string, file: string): string | undefined {
		if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(url)) return undefined;
		const path = posix.normalize(posix.join(posix.dirname(file), decode(url.replace(/[?#].*$/s, ""))));
		return path.startsWith("..") ? undefined : path;
	}

	return {
		page(url, { file }) {
			const path = local(url, file);
			const named =
				path !== undefined && /\.(md|csv)$/i.test(path) ? (byFile.get(path) ?? byId.get(splitName(bareName(path).replace(/_all$/, "")).id ?? "")) : undefined;
			const key = named ?? (isNotion(url) ? byId.get(idInAddress(url) ?? "") : undefined);
			return key === undefined ? undefined : { key };
		},
		file(url, { file }) {
			const path = local(url, file);
			if (path === undefined || !files.has(path) || /\.md$/i.test(path)) return undefined;
			return { key: path, name: posix.basename(path), read: () => tree.read(path) };
		},
	};
}

/** Whether an address leads into Notion: one of its sites, or a path from the root, as inside Notion. */
function isNotion(url: string): boolean {
	if (url.startsWith("/") && !url.startsWith("//")) return true;
	return URL.canParse(url) && /(^|\.)notion\.(so|site|com)$/.test(new URL(url).hostname);
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
