import type { Ranked, Told } from "./choose-section.ts";

/**
 * What speaks for an answer, fitted by logistic regression (docs/decisions/0033-answers.md): how sure search is of the article, how much of
 * the question the passage says, how much of it its heading says, and the length of the question, as the more somebody tells, the more of it
 * is said by the way.
 */
const weights = { confidence: 4, fit: 3, inHeading: 3, length: 2, least: 5.6 };

/** Words that tell something, from which a question counts as long. */
const longQuestion = 8;

/**
 * Probability, 0 to 1, that the best passage answers. Stricter than search, which shows what may help: whoever asks takes what comes as the
 * answer.
 *
 * @param confidence of the search
 */
export function confidenceOf({ fit, inHeading, found }: Ranked, told: readonly Told[], confidence: number): number {
	if (found.pinned) return 1;
	const length = Math.min(1, told.length / longQuestion);
	const evidence = weights.confidence * confidence + weights.fit * fit + weights.inHeading * inHeading + weights.length * length - weights.least;
	return 1 / (1 + Math.exp(-evidence));
}

/** Confidence from which a passage is given as an answer. */
export const answeredFrom = 0.5;
