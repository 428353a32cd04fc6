import { weights } from "./weights.ts";

/** How much a word tells, by the documents that hold it: rare ones much, one the site has never seen the most (BM25's idf). */
export function information(documents: number, holding: number): number {
	return Math.log(1 + (documents - holding + 0.5) / (holding + 0.5));
}

/** The most a frequency can count. */
export const fullImpact = weights.saturation + 1;

/** How much a weighed frequency counts: more of the same word adds less and less (BM25). 0 to `fullImpact`. */
export function saturate(frequency: number): number {
	return (frequency * (weights.saturation + 1)) / (frequency + weights.saturation);
}
