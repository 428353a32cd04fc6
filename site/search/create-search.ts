import { createDidYouMean } from "./did-you-mean.ts";
import { buildFieldIndex, type FieldIndex } from "./field-index.ts";
import { createRepair } from "./repair.ts";
import type { BodyLookUp, CompactIndex, QueryTerm, SearchAnswer, SearchFilters, SearchResult } from "./types.ts";
import { understand } from "./understand.ts";
import { weights } from "./weights.ts";

interface SearchOptions {
	/** Full text of bodies: Pagefind in the browser and in scripts, nothing in the Worker. */
	lookUpBody?: BodyLookUp;
}

export type Search = (query: string, filters?: SearchFilters) => Promise<SearchAnswer>;

interface Tally {
	score: number;
	/** Information matched, by term number; a term counts once, by its best match. */
	understood: number[];
	matched: Set<string>;
}

/**
 * Makes the search of one site. The same function serves search box, search page, suggestions, 404 and tests.
 *
 * Words are ORed and weighed by how rare they are (BM25F over the compact fields, plus Pagefind's relevance for body text);
 * whether there is an answer is decided by the share of the query's information that the best article matches, not by the
 * length of the list.
 */
export function createSearch(index: CompactIndex, { lookUpBody }: SearchOptions = {}): Search {
	const fields = buildFieldIndex(index.documents);
	const repair = createRepair(index.vocabulary);
	const didYouMean = createDidYouMean(index.documents);
	const numberOf = new Map(index.documents.map((document, number) => [document.fragment, number]));
	const total = index.documents.length;

	return async function search(query, filters = {}) {
		const terms = understand(query, { index, repair });
		const tallies = new Map<number, Tally>();
		terms.forEach((term, position) => addFieldMatches(term, position, tallies));
		if (lookUpBody) await Promise.all(terms.map((term, position) => addBodyMatches(term, position, tallies, lookUpBody)));
		const information = terms.map((term) => informationOf(term.stems[0]?.stem ?? term.word));
		const results = [...tallies].filter(([number]) => passes(number, filters)).map(([number, tally]) => toResult(number, tally, terms, information));
		results.sort((a, b) => b.score - a.score || a.document.title.localeCompare(b.document.title));
		const confidence = Math.min(1, Math.max(0, ...results.slice(0, 3).map((result) => result.coverage)));
		const floor = (results[0]?.score ?? 0) * weights.tail;
		return {
			query,
			terms,
			results: results.filter((result) => result.score >= floor),
			confidence,
			answered: results.length > 0 && confidence >= weights.threshold,
			didYouMean: didYouMean(query, terms),
		};
	};

	/** How much a word tells: rare words much, a word the site has never seen the most. */
	function informationOf(stem: string): number {
		// A plain object also knows `constructor`.
		const found = Object.hasOwn(index.vocabulary, stem) ? (index.vocabulary[stem] ?? 0) : 0;
		return Math.log(1 + (total - found + 0.5) / (found + 0.5));
	}

	function tallyOf(tallies: Map<number, Tally>, number: number): Tally {
		const tally = tallies.get(number) ?? { score: 0, understood: [], matched: new Set() };
		tallies.set(number, tally);
		return tally;
	}

	function addFieldMatches(term: QueryTerm, position: number, tallies: Map<number, Tally>): void {
		const best = new Map<number, { score: number; stem: string; weight: number }>();
		for (const { stem, weight } of term.stems) {
			const information = informationOf(stem);
			for (const [number, frequency] of fields.postings.get(stem) ?? []) {
				const score = (weight * information * frequency * (weights.saturation + 1)) / (frequency + weights.saturation);
				if (score > (best.get(number)?.score ?? 0)) best.set(number, { score, stem, weight });
			}
		}
		for (const [number, { score, stem, weight }] of best) {
			const tally = tallyOf(tallies, number);
			tally.score += score;
			tally.matched.add(stem);
			tally.understood[position] = Math.max(tally.understood[position] ?? 0, weights.understood.fields * Math.sqrt(weight));
		}
	}

	async function addBodyMatches(term: QueryTerm, position: number, tallies: Map<number, Tally>, lookUp: BodyLookUp): Promise<void> {
		const stems = term.stems.filter(({ stem }) => Object.hasOwn(index.vocabulary, stem)).slice(0, 3);
		const found = await Promise.all(
			stems.map(async ({ stem, weight }) => ({ stem, weight, scores: await lookUp(stem === term.stems[0]?.stem && !term.repaired ? term.word : stem) })),
		);
		for (const { stem, weight, scores } of found) {
			const top = Math.max(...scores.values(), 1e-9);
			for (const [fragment, relevance] of scores) {
				const number = numberOf.get(fragment);
				if (number === undefined) continue;
				const tally = tallyOf(tallies, number);
				tally.score += weights.body * weight * informationOf(stem) * (relevance / top);
				tally.understood[position] = Math.max(tally.understood[position] ?? 0, weights.understood.body * Math.sqrt(weight));
			}
		}
	}

	function passes(number: number, { category, type }: SearchFilters): boolean {
		const document = index.documents[number];
		if (!document) return false;
		return (!type || document.type === type) && (!category || document.category === category || document.category.startsWith(`${category}/`));
	}

	function toResult(number: number, tally: Tally, terms: QueryTerm[], information: number[]): SearchResult {
		const document = index.documents[number];
		if (!document) throw new RangeError(`there is no document ${number} in the index`);
		const asked = information.reduce((sum, value) => sum + value, 0);
		const matched = information.reduce((sum, value, position) => sum + value * (tally.understood[position] ?? 0), 0);
		const bonus = titleBonus(number, terms, fields) + phraseBonus(number, terms, fields);
		return {
			document,
			score: (tally.score + bonus) * (document.stale ? weights.stale : 1),
			coverage: asked > 0 ? matched / asked : 0,
			matched: [...tally.matched],
			heading: bestHeading(number, tally.matched, fields),
		};
	}
}

function firstStems(terms: QueryTerm[]): string[] {
	return terms.map((term) => term.stems[0]?.stem ?? term.word);
}

/** For the share of the title's words that the query names. */
function titleBonus(number: number, terms: QueryTerm[], fields: FieldIndex): number {
	const title = fields.titles[number] ?? new Set<string>();
	const asked = new Set(terms.flatMap((term) => term.stems.map(({ stem }) => stem)));
	const covered = [...title].filter((stem) => asked.has(stem)).length;
	return title.size > 0 ? weights.titleCovered * (covered / title.size) : 0;
}

/** For a customer's phrase that stands in the query word for word. */
function phraseBonus(number: number, terms: QueryTerm[], fields: FieldIndex): number {
	const line = ` ${firstStems(terms).join(" ")} `;
	return (fields.phrases[number] ?? []).some((phrase) => line.includes(` ${phrase} `)) ? weights.phrase : 0;
}

/** The heading that shares most words with the query; at least two, or all of a short one. */
function bestHeading(number: number, matched: Set<string>, fields: FieldIndex): SearchResult["heading"] {
	let best: { id: string; text: string; shared: number } | null = null;
	for (const { id, text, stems } of fields.headings[number] ?? []) {
		const shared = [...stems].filter((stem) => matched.has(stem)).length;
		if (shared >= Math.min(2, stems.size) && shared > 0 && shared > (best?.shared ?? 0)) best = { id, text, shared };
	}
	return best && { id: best.id, text: best.text };
}
