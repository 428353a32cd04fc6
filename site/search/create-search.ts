import { createAnalyse } from "./analyse.ts";
import { answeredFrom, asksSomething, confidenceOf, notAnswered, supportOf } from "./confidence.ts";
import { didYouMean } from "./did-you-mean.ts";
import type { Language } from "./languages/language.ts";
import { markWords } from "./mark.ts";
import type { IndexReader } from "./read-index.ts";
import { createRepair, type Repair } from "./repair.ts";
import { explainDocument } from "./result-signs.ts";
import { placeOf, scoreQuery, type FullTextMatches } from "./score.ts";
import type { FullText, QueryTerm, SearchAnswer, SearchFilters, SearchResult } from "./types.ts";
import { understand } from "./understand.ts";
import { extent, weights } from "./weights.ts";

interface SearchOptions {
	language: Language;
	/** The full text: Pagefind in browsers and scripts, nothing in the Worker. It is asked for phrases in quotes, and where the compact index does not answer. */
	fullText?: FullText;
	/** Takes personal data out of a query before it is looked up. */
	redact?: (text: string) => string;
}

export interface SearchRequest extends SearchFilters {
	/** Results wanted at most. Default: 10 */
	limit?: number;
	/**
	 * The last word is still being typed: it is completed, but not repaired; the full text is not asked; and words that name no subject
	 * yet find nothing. So that few files are fetched for words nobody meant. Default: false
	 */
	typing?: boolean;
	/** Also results far below the best one. Default: false */
	complete?: boolean;
}

export type Search = (query: string, request?: SearchRequest) => Promise<SearchAnswer>;

/**
 * Makes the search of one index. The same function serves search box, search page, suggestions, 404, command line and tests.
 *
 * Words are ORed and weighed by how rare they are; whether there is an answer is decided by the share of what a perfect article
 * would score (calibrated when the index was built), not by the length of the list.
 */
export function createSearch(index: IndexReader, { language, fullText, redact = (text) => text }: SearchOptions): Search {
	const analyse = createAnalyse(language);
	const { root } = index;
	let repairing: Promise<Repair> | undefined;

	return async function search(query, { limit = 10, complete = false, typing = false, ...filters } = {}) {
		const { terms, phrases } = await understand(query, { index, analyse, repair, redact, typing });
		const passes = filterOf(filters);
		const asks = asksSomething(terms, index);
		const nameless = typing && terms.every((term) => term.functional);
		const holding = phrases.length > 0 && !typing ? await holdingPhrases(phrases) : null;
		const kept = (number: number) => !nameless && passes(number) && (!holding || holding.has(number));
		let ranking = rank(terms, kept);
		const enough = () => ranking.confidence >= answeredFrom;
		if (fullText && !typing && !enough()) {
			const matches = await askFullText(terms, fullText);
			if (matches.size > 0) ranking = rank(terms, kept, matches);
		}
		const pins = pinnedFor(terms).filter(kept);
		const [top] = ranking.order;
		const floor = complete || top === undefined ? 0 : (ranking.values[top] ?? 0) * weights.tail;
		const shown = [...pins, ...ranking.order.filter((number) => !pins.includes(number) && (ranking.values[number] ?? 0) >= floor)];
		const answered = pins.length > 0 || (shown.length > 0 && enough() && asks);
		// While somebody types, nobody is shown what is no answer.
		const documents = await index.documents(typing && !answered ? [] : shown.slice(0, limit));
		const results = documents.flatMap((document, place): SearchResult[] => {
			const number = shown[place];
			if (!document || number === undefined) return [];
			const { matched, section } = explainDocument(number, terms, index);
			return [
				{
					document,
					score: ranking.values[number] ?? 0,
					coverage: ranking.best > 0 ? Math.min(1, (ranking.values[number] ?? 0) / ranking.best) : 0,
					matched,
					mark: (text) => markWords(text, new Set(matched), analyse),
					heading: document.headings[section - 1] ?? null,
					pinned: pins.includes(number),
				},
			];
		});
		return {
			query,
			terms,
			results,
			total: shown.length,
			answered,
			confidence: pins.length > 0 ? 1 : asks ? ranking.confidence : Math.min(ranking.confidence, notAnswered),
			didYouMean: didYouMean(query, terms),
		};
	};

	/** The vocabulary is fetched at the first word that the site does not know. */
	function repair(): Promise<Repair> {
		repairing ??= index.vocabulary().then(createRepair);
		repairing.catch(() => (repairing = undefined));
		return repairing;
	}

	function rank(terms: QueryTerm[], kept: (number: number) => boolean, matches?: Map<number, FullTextMatches>) {
		const { scores, best } = scoreQuery(terms, index, matches);
		const values = scores.map((score, number) => (kept(number) ? (score * (root.prior[number] ?? 100)) / 100 : 0));
		const order = [...values.keys()].filter((number) => (values[number] ?? 0) > 0).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
		const enough = fullText ? root.enough.full : root.enough.compact;
		const [top] = order;
		return { values, order, best, confidence: top === undefined ? 0 : confidenceOf(supportOf(terms, top, index), enough) };
	}

	function filterOf({ category, type }: SearchFilters): (number: number) => boolean {
		return (number) => {
			const own = root.categories[root.category[number] ?? -1] ?? "";
			return (!type || root.types[root.type[number] ?? -1] === type) && (!category || own === category || own.startsWith(`${category}/`));
		};
	}

	function pinnedFor(terms: QueryTerm[]): number[] {
		const telling = terms.filter((term) => !term.functional);
		const line = (telling.length > 0 ? telling : terms)
			.map((term) => term.stems[0]?.stem ?? term.word)
			.sort()
			.join(" ");
		return [...new Set(root.pinned.flatMap(({ stems, documents }) => (stems.join(" ") === line ? documents : [])))];
	}

	/** Asks the full text for the words whose postings were cut. */
	async function askFullText(terms: QueryTerm[], lookUp: FullText): Promise<Map<number, FullTextMatches>> {
		const matches = new Map<number, FullTextMatches>();
		await Promise.all(
			terms.map(async (term, position) => {
				const list = index.find(term.stems[0]?.stem ?? "");
				// A stem that is cut because many hold it tells too little to ask again.
				if (term.functional || !list || list.documents.length >= Math.min(list.holding, extent.postings)) return;
				const found = await numbersOf((await lookUp(term.repaired ?? term.word)) ?? new Map<string, number>());
				if (found.size > 0) matches.set(position, found);
			}),
		);
		return matches;
	}

	async function numbersOf(found: Map<string, number>): Promise<FullTextMatches> {
		if (found.size === 0) return new Map();
		const fragments = await index.fragments();
		const top = Math.max(...found.values(), 1e-9);
		return new Map([...found].flatMap(([fragment, relevance]) => (fragments.has(fragment) ? [[fragments.get(fragment) ?? 0, relevance / top] as const] : [])));
	}

	/** Documents that hold every quoted phrase: by the full text word for word, else all of its words. */
	async function holdingPhrases(phrases: string[]): Promise<Set<number>> {
		const found = await Promise.all(phrases.map(holdingPhrase));
		return new Set([...(found[0] ?? [])].filter((number) => found.every((numbers) => numbers.has(number))));
	}

	async function holdingPhrase(phrase: string): Promise<Set<number>> {
		const found = fullText && (await fullText(`"${phrase}"`));
		if (found) return new Set((await numbersOf(found)).keys());
		const stems = analyse(phrase).map(({ stem }) => stem);
		await index.fetchFor(stems);
		const lists = stems.flatMap((stem) => index.find(stem) ?? []);
		if (lists.length < stems.length) return new Set();
		return new Set(Array.from(lists[0]?.documents ?? []).filter((number) => lists.every((list) => placeOf(number, list) >= 0)));
	}
}
