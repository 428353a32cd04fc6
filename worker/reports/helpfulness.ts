/** Votes below which nothing is said of an article. */
const fewestVotes = 10;

/** Votes that every article is given beforehand, half of them Yes, so that a few real ones do not decide. */
const beforehand = 10;

/**
 * How much an article helped, from -1 (nobody) to 1 (everybody): its Bayesian mean share of Yes, twice, minus one. Search ranks by it a
 * little. Null below `fewestVotes`.
 */
export function helpfulness(yes: number, no: number): number | null {
	if (yes + no < fewestVotes) return null;
	return Number(((2 * (yes + beforehand / 2)) / (yes + no + beforehand) - 1).toFixed(3));
}
