import type { Analyse } from "#site/search/analyse.ts";
import { asPhrase, codesIn, numbersIn, oddIn, quotesIn } from "./exact.ts";
import type { Evidence } from "./evidence.ts";
import type { Sentence } from "./sentences.ts";
import type { Signs } from "./signs.ts";

/**
 * Share of the words that tell something which a section must hold. Up to six words that is all of them: the one word that is missing may be
 * the lie (`Viewers can delete reports`). Of seven or more, one may be another. Measured in docs/decisions/0034-written-answers.md.
 */
export const threshold = 0.85;

/** Words that tell something, below which a sentence claims nothing. */
const fewest = 2;

/** Longest sentence that is looked at, in characters. */
const longest = 500;

/** Languages, so that their words can be compared. */
export interface Tongue {
	locale: string;
	analyse: Analyse;
	signs: Signs;
}

/** A sentence of a section, as it is compared. */
interface Unit {
	/** Stems and numbers that tell something. */
	tells: ReadonlySet<string>;
	words: readonly string[];
	isNegated: boolean;
}

interface Compared {
	units: readonly Unit[];
	named: ReadonlySet<string>;
	tells: ReadonlySet<string>;
	phrase: string;
	codes: ReadonlySet<string>;
	odd: ReadonlySet<string>;
}

/** Looks after what a model says: finds the section that holds a sentence. */
export interface Support {
	/** Place in the evidence, from 0, of the cited section that holds the sentence; null where none does, or none is cited. */
	sectionOf(sentence: Sentence): number | null;
}

/**
 * Compares sentences with sections. A sentence stands where one section that it cites holds by itself: each number, code, address, sign and
 * quoted name of it; its words that tell something (`threshold`), each of them beside another one in some sentence there, so that words of
 * two sentences make no third; and the sentence most like it says “not” or “only” where this one does. That is no proof that the claim is true:
 * it keeps out what the section does not say in these words.
 */
export function createSupport(evidence: readonly Evidence[], tongue: Tongue): Support {
	const neutral = new Set(tongue.analyse(tongue.signs.neutral).map(({ stem }) => stem));
	const sections = evidence.map((section) => compare(section));
	return { sectionOf };

	function tellsOf(text: string): Set<string> {
		const { analyse, signs } = tongue;
		const told = analyse(text).filter(({ word, functional }) => !functional && !/^\d+$/.test(word) && !signs.negation.test(word) && !isNumber(word));
		return new Set([...told.map(({ stem }) => stem).filter((stem) => !neutral.has(stem)), ...countsIn(text)]);
	}

	/** Numbers, in digits or in words. */
	function countsIn(text: string): string[] {
		const said = tongue.analyse(text).flatMap(({ word }) => (isNumber(word) ? [tongue.signs.numbers[word] ?? word] : []));
		return [...said, ...numbersIn(text)];
	}

	function isNumber(word: string): boolean {
		return Object.hasOwn(tongue.signs.numbers, word);
	}

	function unitOf(text: string): Unit {
		const words = tongue.analyse(text).map(({ word }) => word);
		return { tells: tellsOf(text), words, isNegated: words.some((word) => tongue.signs.negation.test(word)) };
	}

	function compare({ name, lines }: Evidence): Compared {
		const segmenter = new Intl.Segmenter(tongue.locale, { granularity: "sentence" });
		const units = lines.flatMap((line) => [...segmenter.segment(line)].map(({ segment }) => unitOf(segment)));
		const named = tellsOf(name);
		const text = [name, ...lines].join("\n");
		return {
			units,
			named,
			tells: new Set([...named, ...units.flatMap(({ tells }) => [...tells])]),
			phrase: asPhrase(text),
			codes: new Set(codesIn(text)),
			odd: new Set(oddIn(text)),
		};
	}

	function sectionOf(sentence: Sentence): number | null {
		if (sentence.text.length > longest) return null;
		const place = sentence.cites.map((cite) => cite - 1).find((cited) => holds(sections[cited], sentence));
		return place ?? null;
	}

	function holds(section: Compared | undefined, { text, labels }: Sentence): boolean {
		return section !== undefined && holdsExactly(section, text, labels) && holdsWords(section, unitOf(text));
	}

	function holdsExactly({ phrase, codes, odd, tells }: Compared, text: string, labels: readonly string[]): boolean {
		return (
			countsIn(text).every((number) => tells.has(number)) &&
			codesIn(text).every((code) => codes.has(code)) &&
			oddIn(text).every((piece) => odd.has(piece)) &&
			[...labels, ...quotesIn(text)].every((label) => phrase.includes(asPhrase(label)))
		);
	}

	function holdsWords({ units, named, tells }: Compared, claim: Unit): boolean {
		const told = [...claim.tells];
		const held = told.filter((word) => tells.has(word));
		if (told.length < fewest || held.length < told.length * threshold) return false;
		const inText = held.filter((word) => !named.has(word));
		const together = inText.every((word) => units.some((unit) => unit.tells.has(word) && held.some((other) => other !== word && unit.tells.has(other))));
		// Where all but one stand in the heading, the one is about it.
		return (together || inText.length === 1) && agrees(units, claim);
	}

	function agrees(units: readonly Unit[], claim: Unit): boolean {
		const likeness = ({ tells }: Unit) => [...claim.tells].filter((word) => tells.has(word)).length;
		const most = (isNegated: boolean) => Math.max(0, ...units.filter((unit) => unit.isNegated === isNegated).map(likeness));
		if (most(claim.isNegated) < most(!claim.isNegated) || most(claim.isNegated) === 0) return false;
		const near = units.filter((unit) => likeness(unit) >= Math.min(2, claim.tells.size));
		return claim.words.filter((word) => tongue.signs.exclusive.test(word)).every((word) => near.some(({ words }) => words.includes(word)));
	}
}
