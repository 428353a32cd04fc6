import type { Ranked, Told } from "./choose-section.ts";

/**
 * What speaks for an answer, fitted by logistic regression (docs/decisions/0033-answers.md): how sure search is of the article, how much of
 * the question the passage says, how much of it its heading says, the length of the question (the more somebody tells, the more of it is
 * said by the way), and against it, words that the site has never seen.
 */
const weights = { search: 2.3, fit: 2.6, inHeading: 2.7, length: 3.9, unknown: -2.8, least: 5.6 };

/** Words that tell something, from which a question counts as long. */
const longQuestion = 8;

/**
 * Probability, 0 to 1, that the best passage answers. Search shows what may help; whoever asks takes what comes as the answer, so its own
 * confidence is not enough.
 *
 * @param search confidence of the search
 */
export function confidenceOf({ fit, inHeading, found }: Ranked, told: readonly Told[], search: number): number {
	if (found.pinned) return 1;
	const length = Math.min(1, told.length / longQuestion);
	const unknown = told.filter(({ holding, repaired }) => holding === 0 || repaired).length / Math.max(1, told.length);
	const evidence =
		weights.search * search + weights.fit * fit + weights.inHeading * inHeading + weights.length * length + weights.unknown * unknown - weights.least;
	return 1 / (1 + Math.exp(-evidence));
}

/** Confidence from which a passage is given as an answer. */
export const answeredFrom = 0.5;
