import { information } from "../relevance.ts";
import { extent, weights } from "../weights.ts";
import { placeOfPosting, width, type Postings } from "./postings.ts";

/** By document, the worth of its least telling body stem that is kept. */
function leastWorth(postings: Postings, documents: number): number[] {
	const worths: number[][] = Array.from({ length: documents }, () => []);
	for (const [feature, list] of postings) {
		if (feature.includes(" ")) continue;
		for (let at = 0; at < list.length; at += width) {
			if (placeOfPosting(list[at + 2] ?? 0).bodyOnly) worths[list[at] ?? 0]?.push(worthOf(documents, list, at));
		}
	}
	return worths.map((all) => (all.length > extent.bodyStems ? (all.sort((a, b) => b - a)[extent.bodyStems - 1] ?? 0) : 0));
}

/** How much a stem tells about one of its documents. */
function worthOf(documents: number, list: number[], at: number): number {
	const frequency = list[at + 1] ?? 0;
	return (information(documents, list.length / width) * frequency) / (frequency + weights.saturation);
}

/** The postings with the highest frequencies, in order of their documents. */
function strongest(list: number[], count: number): number[] {
	const frequencies = list.filter((_, index) => index % width === 1);
	const least = frequencies.toSorted((a, b) => b - a)[count - 1] ?? 0;
	let ties = count - frequencies.filter((frequency) => frequency > least).length;
	const kept: number[] = [];
	for (let at = 0; at < list.length; at += width) {
		const frequency = list[at + 1] ?? 0;
		if (frequency > least || (frequency === least && ties-- > 0)) kept.push(...list.slice(at, at + width));
	}
	return kept;
}

/**
 * Postings as the compact index keeps them: of each body the most telling stems, of each stem or pair the documents it tells most
 * about (static pruning, Carmel and others, 2001). What is cut stays known by its number of documents, and is left to the full text.
 */
export function cutPostings(postings: Postings, documents: number): Postings {
	const least = leastWorth(postings, documents);
	const cut: Postings = new Map();
	for (const [feature, list] of postings) {
		let kept = list;
		if (!feature.includes(" ")) {
			const telling = (at: number) => !placeOfPosting(list[at + 2] ?? 0).bodyOnly || worthOf(documents, list, at) >= (least[list[at] ?? 0] ?? 0);
			let cutAny = false;
			for (let at = 0; at < list.length && !cutAny; at += width) cutAny = !telling(at);
			if (cutAny) kept = list.filter((_, index) => telling(index - (index % width)));
		}
		cut.set(feature, kept.length / width > extent.postings ? strongest(kept, extent.postings) : kept);
	}
	return cut;
}
