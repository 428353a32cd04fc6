import type { Ranked } from "./choose-section.ts";

/**
 * What speaks for an answer, fitted by logistic regression on the half `dev` of the set (docs/decisions/0033-answers.md): how sure search is
 * of the article (as log odds), how much of the question the passage and its heading say, and the length of the question: the more somebody
 * tells, the more of it is said by the way. In a centre of few articles more words are unknown, so that less speaks for what is right.
 */
const weights = { search: 1.08, fit: 2.22, inHeading: 1.13, length: 3.99, fewArticles: 1.86, least: 5.25 };

/** Words, function words included, from which a question counts as long. */
const longQuestion = 16;

/** Articles of a centre that is small, and of one that is not: the sizes on which the weights were fitted. */
const small = 12;
const usual = 100;

/** Keeps log odds within ±4. */
const margin = 0.02;

/** A question as search understood it. */
export interface Asked {
	/** Number of its words. */
	words: number;
	/** Number of articles of the language. */
	articles: number;
	/** Confidence of the search, 0 to 1. */
	search: number;
}

/**
 * Probability, 0 to 1, that the best passage answers. Search shows what may help; whoever asks takes what comes as the answer, so its own
 * confidence is not enough.
 */
export function confidenceOf({ fit, inHeading, found }: Pick<Ranked, "fit" | "inHeading" | "found">, { words, articles, search }: Asked): number {
	if (found.pinned) return 1;
	const odds = Math.log((search + margin) / (1 - search + margin));
	const length = Math.min(1, words / longQuestion);
	const few = Math.min(1, Math.max(0, Math.log(usual / Math.max(1, articles)) / Math.log(usual / small)));
	const evidence =
		weights.search * odds + weights.fit * fit + weights.inHeading * inHeading + weights.length * length + weights.fewArticles * few - weights.least;
	return 1 / (1 + Math.exp(-evidence));
}

/** Confidence from which a passage is given as an answer. */
export const answeredFrom = 0.5;

/** Confidence from which passages are shown as what may help. */
export const guessedFrom = 0.05;
