/**
 * Median of values that each stand for several cases; the lower one where two are in the middle.
 *
 * @param counts value → number of cases
 * @returns the median, or null when there is no case
 */
export function weightedMedian(counts: Map<number, number>): number | null {
	const total = [...counts.values()].reduce((sum, n) => sum + n, 0);
	if (total === 0) return null;
	let seen = 0;
	for (const [value, n] of [...counts].sort(([a], [b]) => a - b)) {
		seen += n;
		if (seen * 2 >= total) return value;
	}
	return null;
}
