import type { Analyse, Word } from "./analyse.ts";
import { normalise } from "./normalise.ts";
import type { IndexReader } from "./read-index.ts";
import type { Candidate, Repair } from "./repair.ts";
import { splitWord } from "./split.ts";
import { addSynonyms } from "./synonyms.ts";
import type { QueryTerm } from "./types.ts";
import { weights } from "./weights.ts";

interface UnderstandOptions {
	index: IndexReader;
	analyse: Analyse;
	repair: () => Promise<Repair>;
	/** Takes personal data out; what it leaves in its place stands in square brackets. */
	redact: (text: string) => string;
	/** The last word is still being typed. */
	typing?: boolean;
}

/** A query, understood. */
export interface Understood {
	terms: QueryTerm[];
	/** Phrases in quotes: a result holds them word for word. */
	phrases: string[];
}

/** Words of a query that are looked up, and characters that are read; what goes beyond was not typed by a person. */
const mostWords = 24;
const longestQuery = 1000;
const mostGuesses = 6;
const longestWord = 60;
/** What a neighbour that often stands beside a candidate adds to its likelihood. */
const fits = 1.5;
/** Candidates whose neighbours are looked at. */
const compared = 3;

/** What redaction leaves in place of what it took out. */
const removed = /\[(?:email|phone|card|iban|token|ip|name)\]/g;

const quoted = /["“”„«»]([^"“”„«»]{2,200})["“”„«»]/gu;

/** Phrases that were put in quotes; a quote that is not closed counts as nothing. */
export function quotedPhrases(query: string): string[] {
	return [...query.slice(0, longestQuery).matchAll(quoted)].flatMap(([, phrase]) => (phrase && /[\p{L}\p{N}]/u.test(phrase) ? [phrase.trim()] : []));
}

/**
 * Understands a query: personal data taken out, words brought to their stems, an unfinished last word completed, words that the
 * site does not know joined with their neighbour, taken apart or repaired against its vocabulary, synonyms added.
 */
export async function understand(query: string, { index, analyse, repair, redact, typing = false }: UnderstandOptions): Promise<Understood> {
	const text = redact(query.slice(0, longestQuery)).replace(removed, " ");
	const words = analyse(text)
		.slice(0, mostWords)
		.map((word) => (word.word.length > longestWord ? (analyse(word.word.slice(0, longestWord))[0] ?? word) : word));
	const unfinished = /[\p{L}\p{N}]$/u.test(normalise(text)) ? words.length - 1 : -1;
	await index.fetchFor(words.flatMap(({ word, stem }, position) => (position === unfinished ? [word, stem] : [stem])));
	const means = new Set(index.root.synonyms.flatMap(({ from }) => from));
	const isKnown = (stem: string) => (index.find(stem)?.holding ?? 0) > 0;
	const isUnderstood = (stem: string) => isKnown(stem) || means.has(stem);
	const terms: QueryTerm[] = [];
	let guesses = 0;
	for (const [position, word] of words.entries()) {
		// Each guess may fetch several files; a query of a person holds few words that nobody knows.
		if (isUnderstood(word.stem) || guesses++ >= mostGuesses) terms.push(typed(word));
		else terms.push(...(await guess(word, words[position - 1], words[position + 1], position === unfinished)));
	}
	addSynonyms(terms, index.root.synonyms, isKnown);
	await index.fetchFor(terms.flatMap((term) => term.stems.map(({ stem }) => stem)));
	return { terms, phrases: quotedPhrases(text) };

	/** What a word that the site does not know may mean. */
	async function guess(word: Word, before: Word | undefined, after: Word | undefined, isUnfinished: boolean): Promise<QueryTerm[]> {
		// Its first two letters say nothing yet.
		if (isUnfinished && typing && word.word.length < 3) return [];
		const completed = isUnfinished ? complete(word, index) : null;
		if (completed) return [completed];
		if (isUnfinished && typing) return [typed(word)];
		const found = (await joined(word, before, after, index, analyse)) ?? (await mended(word, terms.at(-1)?.stems[0]?.stem, after?.stem));
		return found ? [found] : ((await taken(word)) ?? [typed(word)]);
	}

	/** A word that is two to the site. */
	async function taken({ word }: Word): Promise<QueryTerm[] | null> {
		const parts = splitWord(word, await index.vocabulary())?.flatMap((part) => analyse(part));
		// `off` and `sets` are no `offsets`.
		if (parts?.some(({ functional }) => functional)) return null;
		await index.fetchFor(parts?.map(({ stem }) => stem) ?? []);
		return parts?.map(({ stem, functional }) => ({ word, functional, stems: [{ stem, weight: weights.joined, kind: "split" }], repaired: null })) ?? null;
	}

	async function mended(word: Word, before: string | undefined, after: string | undefined): Promise<QueryTerm | null> {
		const candidates = (await repair())(word.word).slice(0, compared);
		if (candidates.length === 0) return null;
		const stemOf = (candidate: Candidate) => analyse(candidate.word)[0]?.stem ?? candidate.word;
		await index.fetchFor(candidates.map(stemOf));
		const stands = (first: string | undefined, second: string | undefined) => (first && second && index.find(`${first} ${second}`) ? fits : 0);
		const likely = (candidate: Candidate) => candidate.likelihood + stands(before, stemOf(candidate)) + stands(stemOf(candidate), after);
		const best = candidates.reduce((first, second) => (likely(second) > likely(first) ? second : first));
		const meant = analyse(best.word)[0];
		if (!meant) return null;
		return { word: word.word, functional: meant.functional, stems: [{ stem: meant.stem, weight: weights.repaired, kind: "repaired" }], repaired: best.word };
	}
}

function typed({ word, stem, functional }: Word): QueryTerm {
	return { word, functional, stems: [{ stem, weight: 1, kind: "typed" }], repaired: null };
}

/** Words of the site that start with an unfinished last word. */
function complete({ word, stem, functional }: Word, index: IndexReader): QueryTerm | null {
	const known = word.length < 2 ? [] : index.completions(word);
	if (known.length === 0) return null;
	const stems = known.map((completion) => ({ stem: completion, weight: weights.completed, kind: "completed" as const }));
	return { word, functional: functional && known.includes(stem), stems, repaired: null };
}

/** A word that the site writes together with its neighbour: `data base`, `err 4021`. */
async function joined(word: Word, before: Word | undefined, after: Word | undefined, index: IndexReader, analyse: Analyse): Promise<QueryTerm | null> {
	const pairs = [before && [before.word, word.word], after && [word.word, after.word]].filter((pair) => pair !== undefined);
	const forms = pairs.flatMap((pair) => ["", "_"].flatMap((between) => analyse(pair.join(between)).slice(0, 1)));
	await index.fetchFor(forms.map(({ stem }) => stem));
	const known = forms.find(({ stem }) => (index.find(stem)?.holding ?? 0) > 0);
	return known ? { word: word.word, functional: false, stems: [{ stem: known.stem, weight: weights.joined, kind: "joined" }], repaired: null } : null;
}
