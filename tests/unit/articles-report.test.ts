import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SiteManifest } from "#contract/site-manifest.ts";
import { differenceInterval, didItHelp } from "#worker/reports/articles/difference.ts";
import { bucketsOf } from "#worker/reports/buckets.ts";
import { describeRewrites } from "#worker/reports/rewrites.ts";

const votes = fc.record({ yes: fc.nat(2000), no: fc.nat(2000) }).filter(({ yes, no }) => yes + no > 0);
const share = ({ yes, no }: { yes: number; no: number }) => yes / (yes + no);

describe("the interval of a difference", () => {
	// Newcombe, "Interval estimation for the difference between independent proportions", Statistics in Medicine 17 (1998), table II, method 10.
	it.each([
		[56, 70, 48, 80, 0.0524, 0.3339],
		[9, 10, 3, 10, 0.1705, 0.809],
		[6, 7, 2, 7, 0.0582, 0.8062],
		[5, 56, 0, 29, -0.0381, 0.1926],
		[0, 10, 0, 20, -0.1611, 0.2775],
	])("agrees with Newcombe for %i of %i against %i of %i", (yes, n, otherYes, otherN, lower, upper) => {
		const interval = differenceInterval({ yes: otherYes, no: otherN - otherYes }, { yes, no: n - yes });
		expect(interval.lower).toBeCloseTo(lower, 3);
		expect(interval.upper).toBeCloseTo(upper, 3);
	});

	it("holds the difference, mirrors, and stays within -1 and 1", () => {
		fc.assert(
			fc.property(votes, votes, (before, after) => {
				const { lower, upper } = differenceInterval(before, after);
				const difference = share(after) - share(before);
				expect(lower).toBeLessThanOrEqual(difference + 1e-9);
				expect(upper).toBeGreaterThanOrEqual(difference - 1e-9);
				expect(lower).toBeGreaterThanOrEqual(-1);
				expect(upper).toBeLessThanOrEqual(1);
				const mirrored = differenceInterval(after, before);
				expect(mirrored.lower).toBeCloseTo(-upper, 9);
				expect(mirrored.upper).toBeCloseTo(-lower, 9);
			}),
		);
	});

	it("says a verdict only where it is sure of it", () => {
		expect(didItHelp({ yes: 20, no: 40 }, { yes: 50, no: 10 }, 5)).toBe("helped");
		expect(didItHelp({ yes: 50, no: 10 }, { yes: 20, no: 40 }, 5)).toBe("got worse");
		expect(didItHelp({ yes: 20, no: 40 }, { yes: 22, no: 38 }, 5)).toBe("too early to say");
		expect(didItHelp({ yes: 0, no: 400 }, { yes: 4, no: 0 }, 5)).toBe("too early to say");
	});
});

describe("a rewrite", () => {
	it("begins on the desk's day, not on that of Greenwich", () => {
		const site = { articles: { "a/b": { title: "B", url: "/a/b/" } }, support: { timeZone: "Australia/Sydney" } } as unknown as SiteManifest;
		const votes = { yes: 5, no: 0 };
		const [rewrite] = describeRewrites(site, [{ article: "a/b", seenAt: Date.parse("2026-07-01T15:00:00Z"), before: votes, after: votes }], 5);
		expect(rewrite?.since).toBe("2026-07-02");
	});
});

describe("the parts of a period", () => {
	it("are its days up to a month, then weeks that end on its last day", () => {
		expect(bucketsOf({ from: "2026-11-19", to: "2026-11-21", days: 3 })).toEqual([
			{ first: "2026-11-19", last: "2026-11-19" },
			{ first: "2026-11-20", last: "2026-11-20" },
			{ first: "2026-11-21", last: "2026-11-21" },
		]);
		const weeks = bucketsOf({ from: "2026-10-10", to: "2026-11-21", days: 43 });
		expect(weeks.at(0)).toEqual({ first: "2026-10-10", last: "2026-10-10" });
		expect(weeks.at(-1)).toEqual({ first: "2026-11-15", last: "2026-11-21" });
	});

	it("cover every day of any period once", () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 366 }), (days) => {
				const to = "2026-11-21";
				const from = new Date(Date.parse(to) - (days - 1) * 86_400_000).toISOString().slice(0, 10);
				const parts = bucketsOf({ from, to, days });
				expect(parts[0]?.first).toBe(from);
				expect(parts.at(-1)?.last).toBe(to);
				for (const [index, { first }] of parts.slice(1).entries()) expect(Date.parse(first) - Date.parse(parts[index]?.last ?? "")).toBe(86_400_000);
			}),
		);
	});
});
