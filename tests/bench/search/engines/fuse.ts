import Fuse from "fuse.js";
import type { BenchArticle, BenchEngine } from "./types.ts";

/** Fuse.js, as its documentation sets it up for long texts: `ignoreLocation`, or it reads only the first 60 characters. */
export async function makeFuse(articles: BenchArticle[]): Promise<BenchEngine> {
	const fuse = new Fuse(articles, { keys: [{ name: "title", weight: 2 }, "body"], ignoreLocation: true, includeScore: true });
	return {
		name: "Fuse.js",
		note: "title ×2, ignoreLocation",
		search: async (query) => {
			// An empty pattern matches every article.
			if (!query.trim()) return [];
			// Fuse counts distance: 0 is a perfect match, 1 is none.
			return fuse.search(query).map(({ item, score = 1 }) => ({ id: item.id, score: 1 - score }));
		},
	};
}
