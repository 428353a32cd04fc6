/** The value that a share (0 to 1) of the values does not exceed. NaN of none. */
export function percentile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((one, other) => one - other);
	return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

/** The value in the middle; of an even number the lower one of the two. NaN of none. */
export function median(values: readonly number[]): number {
	return percentile(values, 0.5);
}
