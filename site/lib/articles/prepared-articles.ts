import type { ArticleCode } from "./article-code.ts";

/** What loading the articles leaves behind for rendering them. */
export interface PreparedArticles {
	/** Code of an article by its path as entries give it; null where it is a module. */
	codeOf(filePath: string): Promise<ArticleCode | null>;
	/** Absolute paths of all pictures in articles that are not modules. */
	pictures(): string[];
}

const key = Symbol.for("tier-zero.prepared-articles");
const store = globalThis as { [key]?: Map<string, PreparedArticles> };

/** Notes what a collection has prepared. Loading, bundling and pages are apart but run in one process (see build-record.ts). */
export function prepareCollection(collection: string, prepared: PreparedArticles): void {
	store[key] ??= new Map();
	store[key].set(collection, prepared);
}

/** What a collection has prepared; undefined while somebody writes, where every article is a module. */
export function preparedCollection(collection: string): PreparedArticles | undefined {
	return store[key]?.get(collection);
}

/** The pictures of all collections. */
export function preparedPictures(): string[] {
	return [...new Set([...(store[key]?.values() ?? [])].flatMap((prepared) => prepared.pictures()))].sort();
}
