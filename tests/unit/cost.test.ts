import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "#scripts/lib/paths.ts";
import { measured } from "../bench/cost/measured.ts";
import { countsOfDay, monthOf, rowsOfCounting, rowsOfVisit, steps, type Step } from "../bench/cost/model.ts";
import { priceOf, prices, readOn } from "../bench/cost/prices.ts";
import { billTable, limitsTable, readTable, rowsTable } from "../bench/cost/tables.ts";

const words = readFileSync(join(root, "docs/cost.md"), "utf8");

/** The table under a heading of docs/cost.md. */
function tableUnder(heading: string): string[][] {
	const [, after = ""] = words.split(`## ${heading}\n`);
	return readTable((after.split("\n## ")[0] ?? "").split("\n"));
}

const million: Step = { visits: 1_000_000, keptDays: 90, engine: "D1" };

describe("docs/cost.md", () => {
	it("tells the rows that were measured", () => {
		expect(tableUnder("Rows written in D1")).toEqual(rowsTable(measured));
	});

	it("tells the bill that the model makes", () => {
		expect(tableUnder("The bill of a month")).toEqual(billTable(measured));
	});

	it("tells where the model says that D1 ends", () => {
		expect(tableUnder("Which limit comes first")).toEqual(limitsTable(measured));
	});

	it("says when its prices were read", () => {
		const day = new Date(readOn).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
		expect(words).toContain(day);
	});
});

describe("the bill", () => {
	it("charges what is beyond the plan, and nothing below", () => {
		expect([0, 10_000_000, 11_000_000].map((amount) => priceOf(prices.requests, amount))).toEqual([0, 0, 0.3]);
	});

	it("adds up to the plan and its parts", () => {
		for (const step of steps) {
			const { costs, total } = monthOf(step, measured);
			expect(total).toBeCloseTo(5 + Object.values(costs).reduce((sum, part) => sum + part, 0), 6);
		}
	});

	it("grows with each step", () => {
		const totals = steps.map((step) => monthOf(step, measured).total);
		expect(totals).toEqual(totals.toSorted((one, other) => one - other));
	});

	it("counts a visit's rows from its first event to its removal", () => {
		expect(rowsOfVisit({ ...measured, visits: 11_000, furtherBatch: 2, forgotten: 4000 })).toBe(11 + 3 + 4);
	});

	it("pays for data points only where Analytics Engine carries page views", () => {
		expect(monthOf(million, measured).dataPoints).toBe(0);
		expect(monthOf({ ...million, engine: "Analytics Engine" }, measured).dataPoints).toBe(5_000_000);
	});
});

describe("counting a day", () => {
	it("is held back where a day is large", () => {
		expect([1000, 1_000_000].map(countsOfDay)).toEqual([24, 17.28]);
	});

	it("writes twice the rows of the first time, and twice as many again for four times the events", () => {
		const one = rowsOfCounting(measured.countedEvents, measured);
		expect([one, rowsOfCounting(4 * measured.countedEvents, measured)]).toEqual([2 * measured.counting, 4 * measured.counting]);
	});
});

describe("the first limit", () => {
	it("is the size of the database while a month of events fits in it", () => {
		for (const step of steps) expect(monthOf(step, measured).limits[0]?.limit).toBe("size of the database");
	});

	it("is reached by no step as it is set up", () => {
		for (const step of steps) expect(monthOf(step, measured).limits[0]?.use).toBeLessThan(1);
	});

	it("is far exceeded where a hundred million visits stay in D1", () => {
		const [size, counting] = monthOf({ visits: 100_000_000, keptDays: 30, engine: "D1" }, measured).limits;
		expect([size?.use, counting?.use].every((use) => use !== undefined && use > 3)).toBe(true);
	});
});
