/** A layout shift, as the browser tells it. */
export interface Shift {
	/** Milliseconds since the page began. */
	at: number;
	score: number;
}

/** Cumulative layout shift: the worst burst of shifts, each less than a second after the one before and none longer than five. */
export function layoutShift(shifts: Shift[]): number {
	let worst = 0;
	let burst = { began: 0, last: -Infinity, score: 0 };
	for (const { at, score } of shifts) {
		const goesOn = at - burst.last < 1000 && at - burst.began < 5000;
		burst = goesOn ? { ...burst, last: at, score: burst.score + score } : { began: at, last: at, score };
		worst = Math.max(worst, burst.score);
	}
	return worst;
}

/** An event that the browser timed: a key is several, of one interaction. */
export interface TimedEvent {
	interactionId: number;
	/** Milliseconds until the next frame was painted. */
	duration: number;
}

/** The browser tells of no event that took less. */
export const shortestTold = 16;

/**
 * How long each interaction took, the quickest first: the longest of its events.
 * @param made how many interactions there were; those of which nothing was told took `shortestTold` at most, and count as that
 */
export function interactionTimes(events: TimedEvent[], made: number): number[] {
	const longest = new Map<number, number>();
	for (const { interactionId, duration } of events) if (interactionId > 0) longest.set(interactionId, Math.max(longest.get(interactionId) ?? 0, duration));
	const quick = Array.from({ length: Math.max(0, made - longest.size) }, () => shortestTold);
	return [...quick, ...longest.values()].sort((one, other) => one - other);
}
