import { dayMs } from "../lib/days.ts";

const baseMs = 2_000;
const ceilingMs = 60 * 60 * 1000;

/** Longest wait a desk can ask for: a `Retry-After` of years must not keep a ticket from anybody's eyes. */
const longestWaitMs = dayMs;

/** Age at which a delivery is given up and put on the dead list. */
export const giveUpAfterMs = 3 * dayMs;

/**
 * When to try again: exponential backoff with full jitter, so that many waiting deliveries do not come back at once.
 * Source: M. Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.
 *
 * @param attempts attempts made so far, 1 after the first failure
 * @param random a number from 0 to 1
 * @param notBefore what the desk asked for (`Retry-After`); a floor, up to a day ahead
 * @returns epoch milliseconds
 */
export function nextAttempt(now: number, attempts: number, random: number, notBefore = 0): number {
	const ceiling = Math.min(ceilingMs, baseMs * 2 ** Math.min(attempts, 30));
	return Math.max(Math.min(notBefore, now + longestWaitMs), now + Math.round(random * ceiling));
}
