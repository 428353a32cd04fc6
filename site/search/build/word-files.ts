import { encodePostings, mostCompletions, shardKey, shardOf, type WordFile } from "../index-files.ts";
import { fullImpact, saturate } from "../relevance.ts";
import { holdingOf, placeOfPosting, width, type Postings } from "./postings.ts";

/** Postings in one file; enough that files are few, few enough that one is quickly fetched. */
const postingsPerFile = 600;

function encode(key: string, list: number[], holding: number): number[] {
	const entries = Array.from({ length: list.length / width }, (_, index) => {
		const [document = 0, frequency = 0, place = 0] = list.slice(index * width, (index + 1) * width);
		return { document, impact: saturate(frequency) / fullImpact, ...placeOfPosting(place) };
	});
	return encodePostings(key, holding, entries);
}

/** The fewest letters by which `stem` comes after `before`. */
function beginning(stem: string, before: string): string {
	let shared = 0;
	while (shared < before.length && stem[shared] === before[shared]) shared++;
	return stem.slice(0, shared + 1);
}

/**
 * Parts the postings into files, by the alphabet of their stems.
 *
 * @param uncut the postings before they were cut, for how many documents hold each key
 * @returns where each file begins, and the files
 */
export function makeWordFiles(postings: Postings, uncut: Postings): { shards: string[]; files: WordFile[] } {
	const byStem = Map.groupBy(postings.keys(), shardKey);
	const shards = [""];
	const files: WordFile[] = [{ lists: {}, completions: {} }];
	let room: number = postingsPerFile;
	let before = "";
	for (const stem of [...byStem.keys()].sort()) {
		const keys = (byStem.get(stem) ?? []).sort();
		const size = keys.reduce((sum, key) => sum + holdingOf(postings, key) + 1, 0);
		if (room < size && room < postingsPerFile) {
			shards.push(beginning(stem, before));
			files.push({ lists: {}, completions: {} });
			room = postingsPerFile;
		}
		room -= size;
		before = stem;
		const lists = files.at(-1)?.lists ?? {};
		for (const key of keys) lists[key] = encode(key, postings.get(key) ?? [], holdingOf(uncut, key));
	}
	for (const [letters, stems] of partedCompletions(postings, uncut, shards)) {
		const file = files[shardOf(letters, shards)];
		if (file) file.completions[letters] = stems;
	}
	return { shards, files };
}

/** Beginnings whose stems lie in several files, each with the stems that most documents hold. */
function partedCompletions(postings: Postings, uncut: Postings, shards: string[]): Map<string, string[]> {
	const byLetters = new Map<string, string[]>();
	for (const stem of postings.keys()) {
		if (stem.includes(" ")) continue;
		for (let length = 2; length < stem.length; length++) {
			const letters = stem.slice(0, length);
			// Behind all stems that begin so.
			if (shardOf(letters, shards) === shardOf(`${letters}\uffff`, shards)) break;
			const known = byLetters.get(letters);
			if (known) known.push(stem);
			else byLetters.set(letters, [stem]);
		}
	}
	for (const [letters, stems] of byLetters) {
		byLetters.set(letters, stems.sort((a, b) => holdingOf(uncut, b) - holdingOf(uncut, a) || (a < b ? -1 : 1)).slice(0, mostCompletions));
	}
	return byLetters;
}
