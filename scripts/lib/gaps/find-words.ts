import type { Search } from "#site/search/create-search.ts";
import type { SearchAnswer } from "#site/search/types.ts";
import type { PlannedGap } from "./planned.ts";

/** The first page of results holds so many. */
export const firstPage = 10;

/** Where a gap's article stands for one of its phrasings. */
export interface Place {
	words: string;
	/** From 1; 0 where it is not on the first page, or search says that nothing answers. */
	place: number;
	answer: SearchAnswer;
}

/** Searches for all phrasings of a gap. */
export async function placesOf({ words, article }: Pick<PlannedGap, "words" | "article">, search: Search): Promise<Place[]> {
	const places: Place[] = [];
	for (const phrasing of words) {
		const answer = await search(phrasing, { limit: firstPage });
		const place = answer.answered ? answer.results.findIndex(({ document }) => document.id === article) + 1 : 0;
		places.push({ words: phrasing, place, answer });
	}
	return places;
}

/** The phrasings that do not lead to the article. */
export function lostOf(places: readonly Place[]): Place[] {
	return places.filter(({ place }) => place === 0);
}
