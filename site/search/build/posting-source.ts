import { saturate } from "../relevance.ts";
import { placeOf, type PostingList, type PostingSource } from "../score.ts";
import { holdingOf, placeOfPosting, width, type Postings } from "./postings.ts";

function listOf(postings: number[], holding: number): PostingList & { impacts: Float64Array } {
	const count = postings.length / width;
	const at = (index: number, number: number) => postings[index * width + number] ?? 0;
	return {
		holding,
		documents: Int32Array.from({ length: count }, (_, index) => at(index, 0)),
		impacts: Float64Array.from({ length: count }, (_, index) => saturate(at(index, 1))),
		inTitle: Uint8Array.from({ length: count }, (_, index) => Number(placeOfPosting(at(index, 2)).inTitle)),
		sections: Uint16Array.from({ length: count }, (_, index) => placeOfPosting(at(index, 2)).section),
	};
}

interface BuildSource extends PostingSource {
	/** The index as if a document did not hold a text: what the text adds to its frequencies. */
	withoutText(document: number, added: Map<string, number>): PostingSource;
}

interface SourceOptions {
	/** The postings before they were cut. */
	uncut: Postings;
	titleStems: number[];
	learned: boolean;
	ownWords: number;
}

/** Reads postings from the build's memory, as search reads them from the files. */
export function createBuildSource(postings: Postings, { uncut, ...about }: SourceOptions): BuildSource {
	const lists = new Map<string, ReturnType<typeof listOf>>();
	function find(key: string): ReturnType<typeof listOf> | null {
		const known = lists.get(key);
		if (known) return known;
		const found = postings.get(key);
		if (!found) return null;
		const list = listOf(found, holdingOf(uncut, key));
		lists.set(key, list);
		return list;
	}
	const source: PostingSource = { size: about.titleStems.length, ...about, find };
	return {
		...source,
		withoutText: (document, added) => ({
			...source,
			find(key) {
				const list = find(key);
				const place = list && added.has(key) ? placeOf(document, list) : -1;
				if (!list || place < 0) return list;
				const frequency = (postings.get(key)?.[place * width + 1] ?? 0) - (added.get(key) ?? 0);
				const stays = frequency > 1e-6;
				const impacts = list.impacts.slice();
				impacts[place] = stays ? saturate(frequency) : 0;
				return { ...list, impacts, holding: list.holding - (stays ? 0 : 1) };
			},
		}),
	};
}
