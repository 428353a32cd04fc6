import type { Analyse } from "#site/search/analyse.ts";
import { words } from "#site/search/normalise.ts";
import type { Evidence } from "./evidence.ts";
import { asPhrase, oddIn, quotesIn, withPlainNumbers } from "./exact.ts";
import type { Sentence } from "./sentences.ts";
import type { Signs } from "./signs.ts";

/** Words that tell something, below which a sentence claims nothing. */
const fewest = 2;

/**
 * A claim is found in one sentence of the section; for every so many words that tell something it may be put together from one more. Each of
 * several must hold at least `wordsOfEach`. Measured in docs/decisions/0034-written-answers.md.
 */
const wordsForAnother = 6;
const wordsOfEach = 3;

/** Longest sentence that is looked at, in characters. */
const longest = 500;

/** A language, so that its words can be compared. */
export interface Tongue {
	/** BCP 47. */
	locale: string;
	analyse: Analyse;
	signs: Signs;
}

/** A sentence as it is compared. */
interface Claim {
	/** Stems, numbers and codes that tell something, in order, with how often it was said “not” since the one before, and words that bind it. */
	tells: { stem: string; negations: number; bound: string[] }[];
}

/** A sentence of a section. */
interface Unit {
	stems: ReadonlySet<string>;
	negations: number;
	words: ReadonlySet<string>;
}

type IsBoundBy = (unit: Unit, word: string) => boolean;

interface Compared {
	units: readonly Unit[];
	/** Stems of title and heading, which belong to every sentence below them. */
	named: ReadonlySet<string>;
	phrase: string;
	odd: ReadonlySet<string>;
}

/** Looks after what a model says: finds the section that holds a sentence. */
export interface Support {
	/** Place in the evidence, from 0, of the cited section that holds the sentence; null where none does, or none is cited. */
	sectionOf(sentence: Sentence): number | null;
}

/**
 * Compares sentences with sections. A sentence stands where one section that it cites holds by itself
 * - every word of it that tells something, every number and code: side by side in one sentence there, or in two for a long one, so that words
 *   of two sentences make no third;
 * - “not” as often, and “only”, “after” and their like as there; no “on” where it says “off”;
 * - every quoted name, address and odd sign letter by letter.
 *
 * That is no proof of truth. It keeps out what the section does not say in these words.
 */
export function createSupport(evidence: readonly Evidence[], { locale, analyse, signs }: Tongue): Support {
	const segmenter = new Intl.Segmenter(locale, { granularity: "sentence" });
	const neutral = new Set(analyse(signs.neutral).map(({ stem }) => stem));
	const empty = signs.empty === undefined ? null : new Set(words(signs.empty));
	const opposites = Map.groupBy(
		signs.opposites.flatMap(([one, other]) => [
			{ word: one, opposite: other },
			{ word: other, opposite: one },
		]),
		({ word }) => word,
	);
	const sections = evidence.map(compare);
	return { sectionOf };

	/** What a word tells; null where it tells nothing. */
	function told({ word, stem, functional }: ReturnType<Analyse>[number]): string | null {
		if (Object.hasOwn(signs.numbers, word)) return signs.numbers[word] ?? null;
		const isEmpty = empty ? empty.has(word) : functional;
		return isEmpty || neutral.has(stem) || signs.negation.test(word) || signs.exclusive.test(word) ? null : stem;
	}

	function unitOf(text: string): Unit {
		const all = analyse(withPlainNumbers(text));
		return {
			stems: new Set(all.flatMap((word) => told(word) ?? [])),
			negations: all.filter(({ word }) => signs.negation.test(word)).length,
			words: new Set(all.map(({ word }) => word)),
		};
	}

	function claimOf(text: string): Claim {
		const claim: Claim = { tells: [] };
		let negations = 0;
		let bound: string[] = [];
		for (const word of analyse(withPlainNumbers(text))) {
			const stem = told(word);
			if (signs.negation.test(word.word)) negations++;
			if (signs.exclusive.test(word.word) || opposites.has(word.word)) bound.push(word.word);
			if (stem === null) continue;
			claim.tells.push({ stem, negations, bound });
			negations = 0;
			bound = [];
		}
		const last = claim.tells.at(-1);
		if (last) {
			last.negations += negations;
			last.bound = [...last.bound, ...bound];
		}
		return claim;
	}

	/** Whether a sentence says a word that binds, or at least does not say its opposite. */
	function isBoundBy({ words: said }: Unit, word: string): boolean {
		const others = opposites.get(word);
		return said.has(word) || (others !== undefined && !others.some(({ opposite }) => said.has(opposite)));
	}

	function compare({ name, lines }: Evidence): Compared {
		const text = [name, ...lines].join("\n");
		const units = lines.flatMap((line) => [...segmenter.segment(line)].map(({ segment }) => unitOf(segment)));
		return { units, named: unitOf(name).stems, phrase: asPhrase(text), odd: new Set(oddIn(text)) };
	}

	function sectionOf(sentence: Sentence): number | null {
		const { text, labels, cites } = sentence;
		if (text.length > longest) return null;
		const names = [...labels, ...quotesIn(text)].map(asPhrase);
		const odd = oddIn(text);
		const claim = claimOf(text);
		const place = cites.find((cite) => {
			const section = sections[cite - 1];
			return (
				section && names.every((name) => section.phrase.includes(name)) && odd.every((piece) => section.odd.has(piece)) && holds(section, claim, isBoundBy)
			);
		});
		return place === undefined ? null : place - 1;
	}
}

/** Whether the words of a claim, in their order, can be found in sentences of a section: as many as possible in each. */
function holds({ units, named }: Compared, { tells }: Claim, isBoundBy: IsBoundBy): boolean {
	if (new Set(tells.map(({ stem }) => stem)).size < fewest) return false;
	const most = 1 + Math.floor(tells.length / wordsForAnother);
	let from = 0;
	for (let sentences = 0; from < tells.length; sentences++) {
		const run = longestRun(tells.slice(from), { units, named }, isBoundBy);
		if (sentences === most || run < Math.min(wordsOfEach, tells.length)) return false;
		from += run;
	}
	return true;
}

/** How many words from the beginning one sentence holds, that says “not” as often as they do, and with them what binds them. */
function longestRun(tells: Claim["tells"], { units, named }: Pick<Compared, "units" | "named">, isBoundBy: IsBoundBy): number {
	const lengths = units.map((unit) => {
		const end = tells.findIndex(({ stem }) => !unit.stems.has(stem) && !named.has(stem));
		const run = end < 0 ? tells : tells.slice(0, end);
		const negations = run.reduce((sum, told) => sum + told.negations, 0);
		const agrees = negations === unit.negations && run.every(({ bound }) => bound.every((word) => isBoundBy(unit, word)));
		return agrees ? run.length : 0;
	});
	return Math.max(0, ...lengths);
}
