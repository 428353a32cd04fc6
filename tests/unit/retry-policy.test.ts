import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { giveUpAfterMs, nextAttempt } from "#worker/handoff/retry-policy.ts";

const now = Date.parse("2026-11-21T12:00:00Z");
const second = 1000;
const hour = 3600 * second;

describe("when a delivery is tried again", () => {
	it.each([
		[1, 4 * second],
		[2, 8 * second],
		[3, 16 * second],
		[5, 64 * second],
		[10, 2048 * second],
		[11, hour],
		[12, hour],
		[31, hour],
		[10_000, hour],
	])("attempt %i waits %i ms at most", (attempts, longest) => {
		expect(nextAttempt(now, attempts, 1)).toBe(now + longest);
		expect(nextAttempt(now, attempts, 0.5)).toBe(now + longest / 2);
		expect(nextAttempt(now, attempts, 0)).toBe(now);
	});

	it("is never before the desk's wish, and after it where the backoff says so", () => {
		expect(nextAttempt(now, 1, 1, now + 90 * second)).toBe(now + 90 * second);
		expect(nextAttempt(now, 11, 1, now + 90 * second)).toBe(now + hour);
		expect(nextAttempt(now, 1, 1, now - hour)).toBe(now + 4 * second);
	});

	it("is a day ahead at most, whatever the desk wishes", () => {
		expect(nextAttempt(now, 1, 1, now + 1000 * 24 * hour)).toBe(now + 24 * hour);
		expect(nextAttempt(now, 1, 1, Number.POSITIVE_INFINITY)).toBe(now + 24 * hour);
	});

	it("stays between now and a day from now", () => {
		fc.assert(
			fc.property(
				fc.nat(100_000),
				fc.double({ min: 0, max: 1, noNaN: true }),
				fc.option(fc.double({ noNaN: true }), { nil: undefined }),
				(attempts, random, notBefore) => {
					const next = nextAttempt(now, attempts, random, notBefore);
					expect(Number.isInteger(next) || next === notBefore).toBe(true);
					expect(next).toBeGreaterThanOrEqual(now);
					expect(next).toBeLessThanOrEqual(now + 24 * hour);
				},
			),
		);
	});

	it("spreads many deliveries over the whole wait", () => {
		const waits = Array.from({ length: 100 }, (_, index) => nextAttempt(now, 10, index / 100) - now);
		expect(new Set(waits).size).toBe(100);
	});

	it("ends after three days", () => {
		expect(giveUpAfterMs).toBe(72 * hour);
	});
});
