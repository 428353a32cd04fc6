import type { SearchDocument } from "./types.ts";

/** `index.json`: what every search needs; everything else is fetched by need. */
export interface IndexRoot {
	format: 2;
	/** Folder of the other files beside this one; changes with their content, so that they can be cached for good. */
	folder: string;
	/** Language of the articles. */
	language: string;
	/** Number of documents. */
	size: number;
	/** Documents are kept in files of this many. */
	blockSize: number;
	/** Where each file of words begins: first letters of its first stem, sorted. */
	shards: string[];
	categories: string[];
	types: string[];
	/** By document: number of its category and type, stems of its title, what its score is multiplied with (percent). */
	category: number[];
	type: number[];
	titleStems: number[];
	prior: number[];
	/** Replacements: the words that stand in a query, all of them, and the stems that are meant too. */
	synonyms: { from: string[]; to: string[] }[];
	/** Stems of a query, sorted, and the documents that writers put first for it. */
	pinned: { stems: string[]; documents: number[] }[];
	/** Share of the words of an article that stand in no other. */
	ownWords: number;
	/** The index holds searches of readers. */
	learned: boolean;
	/** Support (`confidence.ts`) from which the site calls a result an answer: with the full text at hand, and without. */
	enough: { full: number; compact: number };
}

/** `words-N.json` */
export interface WordFile {
	/** By stem, or by two stems and a space, what `encodePostings` writes. */
	lists: Record<string, number[]>;
	/** By first letters: the stems that begin so and stand in most documents, where not all of them lie in this file. */
	completions: Record<string, string[]>;
}

/** `documents-N.json` */
export type DocumentFile = SearchDocument[];

/** `vocabulary.json`: words of the site, front-coded (`vocabulary.ts`). */
export type VocabularyFile = string;

/** `fragments.json`: Pagefind's name of each document, by number. */
export type FragmentFile = string[];

/** Stems that an unfinished word is completed to, at most. */
export const mostCompletions = 6;

/** Impacts are kept as whole numbers up to this one. */
const impactSteps = 63;
/** The second number of a posting: impact, the title's bit, and above them the section. */
const titleBit = impactSteps + 1;
const sectionStep = titleBit * 2;

/** One document that holds a stem or pair. */
export interface EncodedPosting {
	document: number;
	/** 0 to 1. */
	impact: number;
	inTitle: boolean;
	/** The section that holds it most; 0 for none. */
	section: number;
}

/**
 * Writes the postings of a stem or pair as numbers: how many documents hold it, then for each that is kept the step to its number
 * from the last one, and one number for impact, title and section (a pair keeps its impact only).
 */
export function encodePostings(key: string, holding: number, postings: EncodedPosting[]): number[] {
	const pair = key.includes(" ");
	let before = -1;
	const numbers = [holding];
	for (const { document, impact, inTitle, section } of postings) {
		const steps = Math.max(1, Math.round(impact * impactSteps));
		numbers.push(document - before, pair ? steps : steps + (inTitle ? titleBit : 0) + section * sectionStep);
		before = document;
	}
	return numbers;
}

/** Reads what `encodePostings` wrote; impacts are rounded. */
export function decodePostings(numbers: number[]): { holding: number; postings: EncodedPosting[] } {
	let document = -1;
	const postings: EncodedPosting[] = [];
	for (let at = 1; at + 1 < numbers.length; at += 2) {
		document += numbers[at] ?? 0;
		const code = numbers[at + 1] ?? 0;
		postings.push({ document, impact: (code % titleBit) / impactSteps, inTitle: (code & titleBit) !== 0, section: Math.floor(code / sectionStep) });
	}
	return { holding: numbers[0] ?? 0, postings };
}

/**
 * The stem that decides in which file a key lies: of a pair the longer one. Both stems of a pair stand in the query, so both files are
 * fetched anyway; function words, which pair with everything, are short. Stems lie in alphabetical order: related words come together.
 */
export function shardKey(key: string): string {
	const [first = "", second = ""] = key.split(" ");
	return second.length > first.length ? second : first;
}

/** Number of the file that holds a stem or pair. `shards` is sorted and begins with the empty text. */
export function shardOf(key: string, shards: string[]): number {
	const start = shardKey(key);
	let low = 0;
	let high = shards.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((shards[middle] ?? "") <= start) low = middle;
		else high = middle - 1;
	}
	return low;
}

/** Names of all files of an index, beside its root. */
export function fileNames({ size, blockSize, shards }: IndexRoot): string[] {
	const numbered = (kind: string, count: number) => Array.from({ length: count }, (_, number) => `${kind}-${number}.json`);
	return [...numbered("words", shards.length), ...numbered("documents", Math.ceil(size / blockSize)), "vocabulary.json", "fragments.json"];
}
