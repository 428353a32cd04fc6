import type { Analyse } from "#site/search/analyse.ts";
import { information } from "#site/search/relevance.ts";
import type { QueryTerm, SearchResult } from "#site/search/types.ts";
import type { SearchedWords } from "../lib/site-search.ts";
import type { Candidate } from "./retrieve.ts";
import type { Block } from "./sections.ts";

/** A place of an article that may answer, with what it stands under. */
export interface Passage extends Pick<Candidate, "way" | "source"> {
	title: string;
	summary: string;
	/** Words of its heading; null for the article as a whole. */
	heading: string | null;
	blocks: Block[];
	/** How search found the article. */
	found: Pick<SearchResult, "score" | "matched" | "pinned">;
}

/** A passage, and how well it fits the question. */
export interface Ranked extends Passage {
	/** Fit and the standing of its article together; 0 and up. */
	score: number;
	/** How much of what the question tells it says, in its heading above all; 0 to 1.8. */
	fit: number;
	/** Share of what the question tells that its heading says, 0 to 1. */
	inHeading: number;
}

/** A word of a question: the stems by which it is said, each with its weight. */
export type Told = ReadonlyMap<string, number>;

/** The words of a question that tell something, each once; all of them where none does. */
export function wordsTold(terms: readonly QueryTerm[], holding: SearchedWords["holding"]): Told[] {
	const telling = terms.filter(({ functional }) => !functional);
	const words = (telling.length > 0 ? telling : terms).map(({ word, stems }): [string, Told] => {
		const known = stems.filter(({ stem }) => holding(stem) > 0);
		return [stems[0]?.stem ?? word, new Map(known.map(({ stem, weight }) => [stem, weight]))];
	});
	return [...new Map(words).values()];
}

/** How much of a word some stems say, 0 to 1. */
export function saidBy(stems: ReadonlySet<string>, word: Told): number {
	return Math.max(0, ...[...word].map(([stem, weight]) => (stems.has(stem) ? weight : 0)));
}

/** How a passage's parts count. Chosen by measurement (docs/decisions/0033-answers.md). */
const weights = {
	/** A word in the heading, and one that only the rest of the article says, against one in the text. */
	inHeading: 0.9,
	elsewhere: 0.2,
	/** For the share of the question that the heading says, and for a heading that says little else. */
	heading: 0.4,
	precise: 0.4,
	/** How fast a repeated word stops adding, and how much the length of a text counts. */
	saturation: 1.2,
	length: 0.5,
	/** Power to which the standing of the article among the results is raised: search knows best which article it is. */
	standing: 2,
};

interface Analysed {
	passage: Passage;
	/** Stems of the text, repeated ones too. */
	text: string[];
	heading: ReadonlySet<string>;
	own: ReadonlySet<string>;
}

function analysed(passage: Passage, analyse: Analyse): Analysed {
	const { heading, title, summary, blocks } = passage;
	const stemsOf = (...texts: string[]) => texts.flatMap((text) => analyse(text).map(({ stem }) => stem));
	const text = stemsOf(...(heading === null ? [summary] : []), ...blocks.map((block) => block.text));
	const headed = stemsOf(heading ?? title);
	return { passage, text, heading: new Set(headed), own: new Set([...text, ...headed]) };
}

/**
 * Puts passages in order: what says most of the question, above all in its heading, in the article that search ranks best. How much a word
 * tells is measured among these passages: what stands in all of them does not help to choose.
 */
export function rankPassages(passages: readonly Passage[], told: readonly Told[], analyse: Analyse): Ranked[] {
	const all = passages.map((passage) => analysed(passage, analyse));
	const words = told.map((word) => ({ word, tells: information(all.length, all.filter(({ own }) => saidBy(own, word) > 0).length) }));
	const asked = words.reduce((sum, { tells }) => sum + tells, 0) || 1;
	const usualLength = all.reduce((sum, { text }) => sum + text.length, 0) / Math.max(1, all.length) || 1;
	const bestScore = Math.max(1e-9, ...passages.map(({ found }) => found.score));
	return all.map(rank).sort((one, other) => other.score - one.score);

	function rank({ passage, text, heading }: Analysed): Ranked {
		const { found } = passage;
		const damping = weights.saturation * (1 - weights.length + (weights.length * text.length) / usualLength);
		const elsewhere = new Set(found.matched);
		let said = 0;
		let headed = 0;
		for (const { word, tells } of words) {
			const inHeading = saidBy(heading, word);
			headed += tells * inHeading;
			const inText = Math.max(0, ...[...word].map(([stem, weight]) => weight * strength(text, stem, damping)));
			said += tells * Math.max(inText, weights.inHeading * inHeading, weights.elsewhere * saidBy(elsewhere, word));
		}
		const inHeading = headed / asked;
		const precision = passage.heading === null ? 0 : [...heading].filter((stem) => told.some((word) => word.has(stem))).length / Math.max(1, heading.size);
		const fit = said / asked + weights.heading * inHeading + weights.precise * precision * inHeading;
		return { ...passage, fit, inHeading, score: fit * (found.score / bestScore) ** weights.standing };
	}
}

/** How much a text says a stem, 0 to 1: once in a text of usual length is nearly all. */
function strength(text: readonly string[], stem: string, damping: number): number {
	const times = text.filter((other) => other === stem).length;
	return Math.min(1, (2 * times) / (times + damping));
}
