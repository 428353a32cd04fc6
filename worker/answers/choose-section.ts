import type { Block } from "#contract/sections.ts";
import type { Analyse } from "#site/search/analyse.ts";
import { information } from "#site/search/relevance.ts";
import type { QueryTerm, SearchResult } from "#site/search/types.ts";
import type { SearchedWords } from "../lib/site-search.ts";
import type { Candidate } from "./retrieve.ts";

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
	/** How much of what the question tells it says, in its heading above all; about 1 where it says all. */
	fit: number;
	/** Share of what the question tells that its heading says, 0 to 1. */
	inHeading: number;
}

/** A word of a question: the stems by which it is said, each with its weight, and how many articles hold the most common one. */
export interface Told {
	stems: ReadonlyMap<string, number>;
	/** 0: no article holds it. */
	holding: number;
	/** It was looked up as another word, which is perhaps not what was meant. */
	repaired: boolean;
}

/** A question, as passages are measured by it. */
export interface Question {
	/** The words that tell something, each once; all of them where none does. */
	told: Told[];
	/** Number of articles. */
	articles: number;
	analyse: Analyse;
	/** It asks for a number, a time or a limit. */
	forNumber: boolean;
}

/** The words of a question that tell something. */
export function wordsTold(terms: readonly QueryTerm[], holding: SearchedWords["holding"]): Told[] {
	const telling = terms.filter(({ functional }) => !functional);
	const words = (telling.length > 0 ? telling : terms).map(({ word, stems, repaired }): [string, Told] => {
		const known = stems.filter(({ stem }) => holding(stem) > 0);
		const told = { stems: new Map(known.map(({ stem, weight }) => [stem, weight])), holding: Math.max(0, ...known.map(({ stem }) => holding(stem))) };
		return [stems[0]?.stem ?? word, { ...told, repaired: repaired !== null }];
	});
	return [...new Map(words).values()];
}

/** How much of a word some stems say, 0 to 1. */
export function saidBy(stems: ReadonlySet<string>, { stems: own }: Told): number {
	return Math.max(0, ...[...own].map(([stem, weight]) => (stems.has(stem) ? weight : 0)));
}

/** How a passage's parts count. Chosen by measurement (docs/decisions/0033-answers.md). */
const weights = {
	/** How much a word tells by the passages that hold it, against by the articles that do. */
	among: 0.5,
	/** A word in the heading, and one that only the rest of the article says, against one in the text. */
	inHeading: 0.8,
	elsewhere: 0.2,
	/** For the share of the question that the heading says, and for the share of its words that the passage holds, however little they tell. */
	heading: 0.4,
	covered: 0.1,
	/** For the quick answer of the article as a whole. */
	whole: 0.2,
	/** For a number beside the words of a question that asks for one. */
	number: 0.4,
	/** How fast a repeated word stops adding. */
	saturation: 1.2,
	/** Power to which the standing of the article among the results is raised: search knows best which article it is. */
	standing: 3,
};

/** A passage as stems. */
interface Analysed {
	passage: Passage;
	/** Of each block. */
	blocks: string[][];
	heading: ReadonlySet<string>;
	/** All of them. */
	own: ReadonlySet<string>;
}

function analysed(passage: Passage, analyse: Analyse): Analysed {
	const { heading, title, summary } = passage;
	const stemsOf = (text: string) => analyse(text).map(({ stem }) => stem);
	const blocks = [...(heading === null ? [summary] : []), ...passage.blocks.map(({ text }) => text)].map(stemsOf);
	const headed = stemsOf(heading ?? title);
	return { passage, blocks, heading: new Set(headed), own: new Set([...blocks.flat(), ...headed]) };
}

/** A word with what it tells. */
interface Weighed {
	word: Told;
	tells: number;
}

const sumOf = (words: readonly Weighed[], share: (word: Told) => number) => words.reduce((sum, { word, tells }) => sum + tells * share(word), 0);

/**
 * Puts passages in order: what says most of the question, above all in its heading, in the article that search ranks best. How much a word
 * tells is measured among these passages, too: what stands in all of them does not help to choose.
 */
export function rankPassages(passages: readonly Passage[], { told, articles, analyse, forNumber }: Question): Ranked[] {
	const all = passages.map((passage) => analysed(passage, analyse));
	const tells = (holding: number, of: number) => information(of, holding) / information(of, 0);
	const words = told.map((word): Weighed => {
		const holding = all.filter(({ own }) => saidBy(own, word) > 0).length;
		return { word, tells: weights.among * tells(holding, all.length) + (1 - weights.among) * tells(word.holding, articles) };
	});
	const asked = sumOf(words, () => 1) || 1;
	const bestScore = Math.max(1e-9, ...passages.map(({ found }) => found.score));
	return all.map(rank).sort((one, other) => other.score - one.score);

	function rank({ passage, blocks, heading, own }: Analysed): Ranked {
		const { found } = passage;
		const text = blocks.flat();
		const elsewhere = new Set(found.matched);
		const inHeading = sumOf(words, (word) => saidBy(heading, word)) / asked;
		const said = sumOf(words, (word) =>
			Math.max(strengthOf(text, word), weights.inHeading * saidBy(heading, word), weights.elsewhere * saidBy(elsewhere, word)),
		);
		const covered = told.filter((word) => saidBy(own, word) > 0).length / Math.max(1, told.length);
		const counted = forNumber ? Math.max(0, ...blocks.map((block) => (block.some((stem) => /\d/.test(stem)) ? sumOf(words, wordsIn(block)) : 0))) / asked : 0;
		const fit =
			said / asked + weights.heading * inHeading + weights.covered * covered + weights.number * counted + (passage.heading === null ? weights.whole : 0);
		return { ...passage, fit, inHeading, score: fit * (found.score / bestScore) ** weights.standing };
	}
}

const wordsIn = (block: readonly string[]) => (word: Told) => Number(block.some((stem) => word.stems.has(stem)));

/** How much a text says a word, 0 to 1: once is nearly all. */
function strengthOf(text: readonly string[], { stems }: Told): number {
	return Math.max(
		0,
		...[...stems].map(([stem, weight]) => {
			const times = text.filter((other) => other === stem).length;
			return weight * Math.min(1, (2 * times) / (times + weights.saturation));
		}),
	);
}
