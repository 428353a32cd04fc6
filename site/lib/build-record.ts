import type { BodyHeading } from "./article-body.ts";
import type { Passage } from "./passages.ts";
import type { Tree } from "./troubleshooter/tree.ts";

/** What a page's rendering leaves behind for the hooks that run after the build. */
export interface BuiltArticle {
	id: string;
	locale: string;
	url: string;
	title: string;
	summary: string;
	type: string;
	category: string;
	categoryTitle: string;
	keywords: string[];
	answers: string[];
	owner: string;
	lastReviewed: string;
	reviewEvery: string;
	archived: boolean;
	/** Release notes: the day of the release. */
	released?: string | undefined;
	revision: string;
	headings: BodyHeading[];
	/** Ids that links from elsewhere lead to. */
	anchors: string[];
	quickAnswer: string;
	/** The text of the body, for search. */
	passages: Passage[];
	/** Its guided troubleshooter; null where it has none. */
	tree: Tree | null;
}

const key = Symbol.for("tier-zero.built-articles");

interface BuildRecord {
	articles: Map<string, BuiltArticle>;
	listeners: Set<(article: BuiltArticle) => void>;
	readers: Set<BodyReader>;
}

/** Takes the finished HTML of an article's body. */
type BodyReader = (article: BuiltArticle, html: string) => void;

/**
 * The record of this process. Pages and integration hooks are bundled apart but run in one process; a global symbol is what both see.
 * It spares the hooks from reading and parsing every page again.
 */
function record(): BuildRecord {
	const store = globalThis as { [key]?: BuildRecord };
	store[key] ??= { articles: new Map(), listeners: new Set(), readers: new Set() };
	return store[key];
}

/** Articles rendered in this process, by address. */
export function builtArticles(): ReadonlyMap<string, BuiltArticle> {
	return record().articles;
}

/** Notes that an article was rendered. Its HTML is handed on and not kept: that of thousands would fill the memory. */
export function recordArticle(article: BuiltArticle, html = ""): void {
	record().articles.set(article.url, article);
	for (const listener of record().listeners) listener(article);
	for (const read of record().readers) read(article, html);
}

/** Calls with each article and its HTML as soon as it is rendered, from now on. Returns what ends it. */
export function onBody(read: BodyReader): () => void {
	const { readers } = record();
	readers.add(read);
	return () => void readers.delete(read);
}

/** Calls for each article as soon as it is rendered, those that are included. Returns what ends it. */
export function onArticle(listener: (article: BuiltArticle) => void): () => void {
	const { articles, listeners } = record();
	for (const article of articles.values()) listener(article);
	listeners.add(listener);
	return () => void listeners.delete(listener);
}
