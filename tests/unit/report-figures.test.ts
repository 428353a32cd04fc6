import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeInWords, formatValue } from "#worker/reports/format.ts";
import { weightedMedian } from "#worker/reports/weighted-median.ts";
import { wilsonInterval } from "#worker/reports/wilson.ts";

describe("the Wilson interval", () => {
	// Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I, method 3.
	it.each([
		[81, 263, 0.2553, 0.3662],
		[15, 148, 0.0624, 0.1605],
		[0, 20, 0, 0.1611],
		[1, 29, 0.0061, 0.1718],
	])("agrees with Newcombe for %i of %i", (yes, n, lower, upper) => {
		const interval = wilsonInterval(yes, n - yes);
		expect(interval.lower).toBeCloseTo(lower, 4);
		expect(interval.upper).toBeCloseTo(upper, 4);
	});

	it("says nothing for no votes", () => {
		expect(wilsonInterval(0, 0)).toEqual({ lower: 0, upper: 1 });
	});

	it("holds the share, stays within 0 and 1, mirrors, and narrows with more votes", () => {
		fc.assert(
			fc.property(fc.nat(5000), fc.nat(5000), (yes, no) => {
				fc.pre(yes + no > 0);
				const { lower, upper } = wilsonInterval(yes, no);
				expect(lower).toBeGreaterThanOrEqual(0);
				expect(upper).toBeLessThanOrEqual(1);
				expect(lower).toBeLessThanOrEqual(yes / (yes + no) + 1e-12);
				expect(upper).toBeGreaterThanOrEqual(yes / (yes + no) - 1e-12);
				expect(wilsonInterval(no, yes).lower).toBeCloseTo(1 - upper, 10);
				const ten = wilsonInterval(10 * yes, 10 * no);
				expect(ten.upper - ten.lower).toBeLessThan(upper - lower);
			}),
		);
	});
});

describe("the weighted median", () => {
	it.each([
		["nothing", [], null],
		["cases of none", [[5, 0]], null],
		["one", [[7, 1]], 7],
		[
			"the lower of two",
			[
				[2, 1],
				[9, 1],
			],
			2,
		],
		[
			"a heavy value",
			[
				[300, 1],
				[60, 10],
			],
			60,
		],
		[
			"unsorted values",
			[
				[9, 1],
				[1, 1],
				[5, 1],
			],
			5,
		],
		[
			"a value without cases before",
			[
				[0, 0],
				[4, 2],
			],
			4,
		],
	] as const)("of %s", (_, counts, median) => {
		expect(weightedMedian(new Map(counts))).toBe(median);
	});

	it("agrees with sorting every case", () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.nat(20)), { maxLength: 30 }), (entries) => {
				const counts = new Map(entries);
				const all = [...counts].flatMap(([value, n]) => Array<number>(n).fill(value)).sort((a, b) => a - b);
				expect(weightedMedian(counts)).toBe(all[Math.ceil(all.length / 2) - 1] ?? null);
			}),
		);
	});
});

describe("a figure in words", () => {
	it.each([
		[null, "rate", "not enough data"],
		[0, "rate", "0.0 %"],
		[0.3421, "rate", "34.2 %"],
		[1, "rate", "100.0 %"],
		[null, "seconds", "not enough data"],
		[0, "seconds", "0 s"],
		[45.4, "seconds", "45 s"],
		[59.7, "seconds", "1 min 0 s"],
		[85, "seconds", "1 min 25 s"],
		[119.6, "seconds", "2 min 0 s"],
		[3600, "seconds", "60 min 0 s"],
	] as const)("%s as a %s is %s", (value, unit, words) => {
		expect(formatValue(value, unit)).toBe(words);
	});

	it.each([
		[0.3421, 0.3211, "rate", "up 2.1 points"],
		[0.3, 0.45, "rate", "down 15.0 points"],
		[0.3, 0.3002, "rate", "unchanged"],
		[0.3, null, "rate", "no earlier figure"],
		[null, null, "rate", "no earlier figure"],
		[null, 0.3, "rate", ""],
		[90, 60, "seconds", "up 30 s"],
		[60, 185, "seconds", "down 2 min 5 s"],
		[60, 60.3, "seconds", "unchanged"],
	] as const)("from %s against %s (%s): %s", (value, previous, unit, words) => {
		expect(changeInWords({ value, previous, unit })).toBe(words);
	});
});
