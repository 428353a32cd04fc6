import { createAnalyse } from "../analyse.ts";
import type { IndexRoot } from "../index-files.ts";
import type { Language } from "../languages/language.ts";
import type { SearchDocument } from "../types.ts";
import { encodeVocabulary } from "../vocabulary.ts";
import { extent, weights } from "../weights.ts";
import { calibrate } from "./calibrate.ts";
import { analyseDocument, type IndexInput, type Text } from "./documents.ts";
import { createBuildSource } from "./posting-source.ts";
import { cutPostings } from "./cut-postings.ts";
import { buildPostings, createWordWeight, holdingOf, type Postings } from "./postings.ts";
import { makeWordFiles } from "./word-files.ts";

export interface BuildIndexOptions {
	documents: IndexInput[];
	language: Language;
	/** `synonyms.yml` */
	synonyms: { both: string[][]; oneWay: { from: string; to: string[] }[] };
	/** `pinned-results.yml` */
	pinned?: { queries: string[]; article: string }[];
}

/** Everything of the root but the folder's name, which is made from the files. */
export interface BuiltIndex {
	root: Omit<IndexRoot, "folder">;
	/** Name (without folder) → content. `fragments.json` is missing: only Pagefind knows it. */
	files: Map<string, unknown>;
	/** Addresses of the documents, by number. */
	urls: string[];
}

/** Documents in one file: few of a block are shown at once. */
const blockSize = 4;

/** Words as they are written, with the number of documents: all of the short fields, and as many of the bodies as there is room for. */
function vocabularyOf(documents: Text[][]): string {
	const counts = new Map<string, number>();
	const short = new Set<string>();
	for (const texts of documents) {
		const own = new Set<string>();
		for (const { field, words } of texts) {
			for (const { word } of words) {
				// Numbers and codes are never what somebody meant by another number or code.
				if (word.length < 2 || word.length > 30 || /\d/.test(word)) continue;
				own.add(word);
				if (field !== "body") short.add(word);
			}
		}
		for (const word of own) counts.set(word, (counts.get(word) ?? 0) + 1);
	}
	const words = [...counts].map(([word, count]) => ({ word, documents: count }));
	const frequent = words.sort((a, b) => Number(short.has(b.word)) - Number(short.has(a.word)) || b.documents - a.documents || (a.word < b.word ? -1 : 1));
	return encodeVocabulary(frequent.slice(0, extent.vocabulary));
}

/** Share of the words of an article that stand in no other. */
function ownWordsOf(postings: Postings): number {
	let own = 0;
	let all = 0;
	for (const key of postings.keys()) {
		if (key.includes(" ")) continue;
		all += holdingOf(postings, key);
		if (holdingOf(postings, key) === 1) own++;
	}
	return all > 0 ? Number((own / all).toPrecision(3)) : 0;
}

/** Error codes as customers type them: `ERR_4021` is also `4021` and `err4021`, where these mean nothing else. */
function spellingsOfCodes(postings: Postings): { from: string[]; to: string[] }[] {
	return [...postings.keys()].flatMap((stem) => {
		const [, letters = "", digits = ""] = /^(\p{L}+)_(\d{3,})$/u.exec(stem) ?? [];
		return digits === "" ? [] : [digits, letters + digits].filter((form) => !postings.has(form)).map((form) => ({ from: [form], to: [stem] }));
	});
}

function numbersOf(values: string[]): { names: string[]; numbers: number[] } {
	const names = [...new Set(values)];
	return { names, numbers: values.map((value) => names.indexOf(value)) };
}

function prior({ stale, helpfulness }: IndexInput): number {
	return Math.round(100 * (stale ? weights.stale : 1) * (1 + weights.helpful * Math.max(-1, Math.min(1, helpfulness))));
}

/** Builds the compact index of one site's articles, as files. */
export function buildIndex({ documents: given, language, synonyms, pinned = [] }: BuildIndexOptions): BuiltIndex {
	// Articles of a topic next to each other: numbers then come in small steps, which compress well.
	const documents = [...given].sort((a, b) => (a.id < b.id ? -1 : 1));
	const analyse = createAnalyse(language, Infinity);
	const texts = documents.map((document) => analyseDocument(document, analyse));
	const weigh = createWordWeight(texts);
	const full = buildPostings(texts, weigh);
	const cut = cutPostings(full, documents.length);
	const learned = documents.some(({ asked }) => asked.length > 0);
	const titleStems = documents.map(({ title }) => new Set(analyse(title).map(({ stem }) => stem)).size);
	const ownWords = ownWordsOf(full);
	const sourceOf = (postings: typeof full) => createBuildSource(postings, { uncut: full, titleStems, learned, ownWords });
	const { shards, files: wordFiles } = makeWordFiles(cut, full);
	const stems = (text: string) => analyse(text).map(({ stem }) => stem);
	const subjects = (text: string) => {
		const all = analyse(text);
		const telling = all.filter(({ functional }) => !functional);
		return (telling.length > 0 ? telling : all).map(({ stem }) => stem);
	};
	const both = synonyms.both.flatMap((group) => group.map((from) => ({ from, to: group.filter((other) => other !== from) })));
	const categories = numbersOf(documents.map(({ category }) => category));
	const types = numbersOf(documents.map(({ type }) => type));

	const files = new Map<string, unknown>();
	wordFiles.forEach((file, number) => files.set(`words-${number}.json`, file));
	for (let start = 0; start < documents.length; start += blockSize) {
		files.set(`documents-${start / blockSize}.json`, documents.slice(start, start + blockSize).map(shownOf));
	}
	files.set("vocabulary.json", vocabularyOf(texts));
	return {
		files,
		urls: documents.map(({ url }) => url),
		root: {
			format: 2,
			language: language.code,
			size: documents.length,
			blockSize,
			shards,
			categories: categories.names,
			types: types.names,
			category: categories.numbers,
			type: types.numbers,
			titleStems,
			prior: documents.map(prior),
			synonyms: [...both, ...synonyms.oneWay]
				.map(({ from, to }) => ({ from: stems(from), to: [...new Set(to.flatMap(subjects))] }))
				.filter(({ from, to }) => from.length > 0 && to.length > 0)
				.concat(spellingsOfCodes(full)),
			pinned: pinned.flatMap(({ queries, article }) => {
				const number = documents.findIndex(({ id }) => id === article);
				return number < 0 ? [] : queries.map((query) => ({ stems: subjects(query).sort(), documents: [number] })).filter(({ stems }) => stems.length > 0);
			}),
			learned,
			ownWords,
			enough: { full: calibrate(texts, weigh, sourceOf(full)), compact: calibrate(texts, weigh, sourceOf(cut)) },
		},
	};
}

function shownOf({ id, url, title, summary, quickAnswer, type, category, categoryTitle, headings, stale }: IndexInput): SearchDocument {
	return { id, url, title, summary, quickAnswer, type, category, categoryTitle, headings, stale };
}
