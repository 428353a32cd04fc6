import { getCollection, type CollectionEntry } from "astro:content";

/** A chapter of the writers' guide. */
export interface Chapter {
	/** Its place, from 1. */
	number: number;
	/** Example: `/writers/search/` */
	url: string;
	title: string;
	summary: string;
	entry: CollectionEntry<"guide">;
}

/** Address of the list of chapters. */
export const guideUrl = "/writers/";

/** Every chapter, in reading order. */
export async function allChapters(): Promise<Chapter[]> {
	const entries = (await getCollection("guide")).sort((a, b) => a.data.order - b.data.order);
	return entries.map((entry, index) => ({ number: index + 1, url: `${guideUrl}${entry.id}/`, title: entry.data.title, summary: entry.data.summary, entry }));
}
