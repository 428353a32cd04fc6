import {
	decodePostings,
	mostCompletions,
	shardOf,
	type DocumentFile,
	type FragmentFile,
	type IndexRoot,
	type VocabularyFile,
	type WordFile,
} from "./index-files.ts";
import { fullImpact } from "./relevance.ts";
import type { PostingList, PostingSource } from "./score.ts";
import type { SearchDocument } from "./types.ts";
import { decodeVocabulary, type KnownWord } from "./vocabulary.ts";

/** Reads a file of the index by its name. */
export type LoadFile = (name: string) => Promise<unknown>;

export interface IndexReader extends PostingSource {
	root: IndexRoot;
	/** Known stems that begin so, those that most documents hold first; `fetchFor` the letters before. */
	completions(letters: string): string[];
	/** Fetches what `find` and `stemsWith` need for these stems or pairs. */
	fetchFor(keys: string[]): Promise<void>;
	documents(numbers: number[]): Promise<(SearchDocument | undefined)[]>;
	vocabulary(): Promise<KnownWord[]>;
	/** Document number by Pagefind fragment. */
	fragments(): Promise<Map<string, number>>;
}

/** Files kept in memory; the oldest go first. */
const keptFiles = 400;

function listOf(numbers: number[]): PostingList {
	const { holding, postings } = decodePostings(numbers);
	return {
		holding,
		documents: Int32Array.from(postings, ({ document }) => document),
		impacts: Float64Array.from(postings, ({ impact }) => impact * fullImpact),
		inTitle: Uint8Array.from(postings, ({ inTitle }) => Number(inTitle)),
		sections: Uint16Array.from(postings, ({ section }) => section),
	};
}

interface Words {
	/** The stems that begin so and stand in most documents. */
	completions(letters: string): string[];
	find(key: string): PostingList | null;
}

/** Opens a file of words; its lists are decoded when they are first asked for. */
function openWords({ lists: file, completions }: WordFile): Words {
	const lists = new Map<string, PostingList>();
	return {
		completions(letters) {
			if (Object.hasOwn(completions, letters)) return completions[letters] ?? [];
			const holding = (stem: string) => file[stem]?.[0] ?? 0;
			const stems = Object.keys(file).filter((key) => key.startsWith(letters) && !key.includes(" "));
			return stems.sort((a, b) => holding(b) - holding(a) || (a < b ? -1 : 1)).slice(0, mostCompletions);
		},
		find(key) {
			const known = lists.get(key);
			if (known) return known;
			// A plain object also knows `constructor`.
			const numbers = Object.hasOwn(file, key) ? file[key] : undefined;
			if (!numbers) return null;
			const list = listOf(numbers);
			lists.set(key, list);
			return list;
		},
	};
}

/** Opens an index; its files are fetched when a query needs them, each once. A file that failed is tried again. */
export function openIndex(root: IndexRoot, load: LoadFile): IndexReader {
	const pending = new Map<string, Promise<unknown>>();
	const words = new Map<number, Words>();
	let fragments: Promise<Map<string, number>> | undefined;

	async function file<Content>(name: string): Promise<Content> {
		const known = pending.get(name);
		if (known) return (await known) as Content;
		const loading = load(name);
		pending.set(name, loading);
		loading.catch(() => pending.delete(name));
		const oldest = pending.size > keptFiles ? pending.keys().next().value : undefined;
		if (oldest !== undefined) pending.delete(oldest);
		return (await loading) as Content;
	}

	let vocabulary: Promise<KnownWord[]> | undefined;
	return {
		root,
		size: root.size,
		learned: root.learned,
		ownWords: root.ownWords,
		titleStems: root.titleStems,
		find: (key) => words.get(shardOf(key, root.shards))?.find(key) ?? null,
		completions: (letters) => words.get(shardOf(letters, root.shards))?.completions(letters) ?? [],
		async fetchFor(keys) {
			const wanted = new Set(keys.map((key) => shardOf(key, root.shards)));
			await Promise.all(
				[...wanted].map(async (number) => {
					if (words.has(number)) return;
					words.set(number, openWords(await file<WordFile>(`words-${number}.json`)));
				}),
			);
			for (const number of words.keys()) {
				if (words.size <= keptFiles) break;
				if (!wanted.has(number)) words.delete(number);
			}
		},
		async documents(numbers) {
			const blocks = new Map<number, DocumentFile>();
			await Promise.all(
				[...new Set(numbers.map((number) => Math.floor(number / root.blockSize)))].map(async (block) =>
					blocks.set(block, await file<DocumentFile>(`documents-${block}.json`)),
				),
			);
			return numbers.map((number) => blocks.get(Math.floor(number / root.blockSize))?.[number % root.blockSize]);
		},
		async vocabulary() {
			vocabulary ??= file<VocabularyFile>("vocabulary.json").then(decodeVocabulary);
			vocabulary.catch(() => (vocabulary = undefined));
			return vocabulary;
		},
		async fragments() {
			fragments ??= file<FragmentFile>("fragments.json").then((names) => new Map(names.map((name, number) => [name, number])));
			fragments.catch(() => (fragments = undefined));
			return fragments;
		},
	};
}
