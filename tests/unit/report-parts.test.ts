import { describe, expect, it } from "vitest";
import type { ReportFilter } from "#contract/report-filter.ts";
import type { Sums } from "#worker/queries/rollups.ts";
import { answerCounts, articleInLabel } from "#worker/reports/answer-counts.ts";
import { bucketsOf, unfinishedOf } from "#worker/reports/buckets.ts";
import { filterQuery, wholeQuery } from "#worker/reports/filter-query.ts";
import { metricDefinitions } from "#worker/reports/metric-definitions.ts";

describe("the parts of a period", () => {
	const days = (from: string, to: string, length: number) => ({ from, to, days: length });

	it("are days up to a month, and weeks that end on its last day beyond", () => {
		expect(bucketsOf(days("2026-10-01", "2026-10-31", 31))).toHaveLength(31);
		expect(bucketsOf(days("2026-10-01", "2026-11-01", 32))).toEqual([
			{ first: "2026-10-01", last: "2026-10-04" },
			{ first: "2026-10-05", last: "2026-10-11" },
			{ first: "2026-10-12", last: "2026-10-18" },
			{ first: "2026-10-19", last: "2026-10-25" },
			{ first: "2026-10-26", last: "2026-11-01" },
		]);
	});

	it("have one that is not over, by its first day, where today is one of its days", () => {
		const weeks = days("2026-10-01", "2026-11-01", 32);
		expect(["2026-10-01", "2026-10-04", "2026-10-26", "2026-10-29", "2026-11-01"].map((today) => unfinishedOf(weeks, today))).toEqual([
			...["2026-10-01", "2026-10-01"],
			...["2026-10-26", "2026-10-26", "2026-10-26"],
		]);
		expect(["2026-09-30", "2026-11-02"].map((today) => unfinishedOf(weeks, today))).toEqual([undefined, undefined]);
	});
});

describe("a filter in an address", () => {
	const filter: ReportFilter = {
		...{ from: "2026-11-01", to: "2026-11-07", days: 7, before: { from: "2026-10-25", to: "2026-10-31" } },
		...{ segment: "phone", visits: 40, rate: 35, cost: 15 },
	};

	it("is told by its length or by its days, with what was chosen only", () => {
		expect(wholeQuery(filter, false).toString()).toBe("days=7&segment=phone&visits=40&rate=35&cost=15");
		expect(wholeQuery(filter, true).toString()).toBe("from=2026-11-01&to=2026-11-07&segment=phone&visits=40&rate=35&cost=15");
	});

	it("leads to other periods without what was put in for one", () => {
		expect(filterQuery(filter, false).toString()).toBe("days=7&segment=phone&cost=15");
	});
});

describe("counts of answers", () => {
	const sums: Sums = new Map([
		["answers_shown", new Map(Object.entries({ "search/faq/reporting/export": 4, "contact/none/": 2 }))],
		["answers_confirmed", new Map([["search/faq/reporting/export", 3]])],
	]);

	it("are told by place, way and article", () => {
		const none = { shown: 0, confirmed: 0, pending: 0, unverifiable: 0, rejected: 0, ticket: 0 };
		expect(answerCounts(sums)).toEqual([
			{ ...none, place: "search", way: "faq", article: "reporting/export", shown: 4, confirmed: 3 },
			{ ...none, place: "contact", way: "none", article: "", shown: 2 },
		]);
		expect(answerCounts(new Map())).toEqual([]);
		expect(articleInLabel("search/faq/reporting/exports/csv")).toBe("reporting/exports/csv");
	});
});

describe("the seven metrics", () => {
	it("say where they should be, when they warn, and from how many on they tell anything", () => {
		const told = Object.values(metricDefinitions).map(
			({ label, target, warning, better, goal, limit, minimum, of }) =>
				`${label}: ${target} (${goal}), warns ${warning} (${limit}); ${better}; from ${minimum} ${of}`,
		);
		expect(told.join("\n")).toMatchInlineSnapshot(`
			"Deflection rate: 30–50 % (0.3), warns below 20 % (0.2); more; from 20 contact sessions whose 7 days are over
			Article helpfulness: 80 % or more (0.8), warns below 60 % (0.6); more; from 20 votes
			Search success: 60 % or more (0.6), warns below 40 % (0.4); more; from 20 searches
			Zero-result searches: below 10 % (0.1), warns above 20 % (0.2); less; from 20 searches
			Article coverage: 80 % or more (0.8), warns below 50 % (0.5); more; from 1 ticket categories
			Content freshness: 90 % or more (0.9), warns below 70 % (0.7); more; from 1 articles
			Time to answer: under 2 min (120), warns over 5 min (300); less; from 20 sessions"
		`);
	});
});
