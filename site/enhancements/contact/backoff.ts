const firstMs = 3000;
const longestMs = 60_000;

/**
 * How long to wait before the next try, in milliseconds: twice as long each time up to a minute, and half of it by chance, so that
 * not everybody comes back at once.
 *
 * @param failures tries that failed so far, 1 or more
 * @param chance 0 to 1
 */
export function backoff(failures: number, chance: number): number {
	const most = Math.min(longestMs, firstMs * 2 ** (failures - 1));
	return Math.round(most / 2 + (most / 2) * chance);
}
