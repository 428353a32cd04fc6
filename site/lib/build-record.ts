import type { BodyHeading } from "./article-body.ts";

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
	revision: string;
	headings: BodyHeading[];
	quickAnswer: string;
	/** The finished body, for the full-text index. */
	html: string;
}

const key = Symbol.for("tier-zero.built-articles");

/**
 * Articles rendered in this process, by address. Pages and integration hooks are bundled apart but run in one process; a
 * global symbol is what both see. It spares the hooks from reading and parsing every page again.
 */
export function builtArticles(): Map<string, BuiltArticle> {
	const store = globalThis as { [key]?: Map<string, BuiltArticle> };
	store[key] ??= new Map();
	return store[key];
}
