import { describe, expect, it } from "vitest";
import type { SiteManifest } from "#contract/site-manifest.ts";
import { contentCounts } from "#worker/reports/content-counts.ts";
import { computeMetrics } from "#worker/reports/metrics.ts";

const none = { sums: new Map<string, Map<string, number>>(), weekOver: new Map<string, Map<string, number>>(), content: {} };

const contacts = (sessions: number, confirmed: number) =>
	new Map([
		["contact_sessions", new Map([["", sessions]])],
		["deflections_confirmed", new Map([["", confirmed]])],
	]);

function period(sums: Record<string, Record<string, number>>, content: Record<string, number> = {}, weekOver = none.weekOver) {
	return { sums: new Map(Object.entries(sums).map(([metric, labels]) => [metric, new Map(Object.entries(labels))])), weekOver, content };
}

function metric(id: string, current: ReturnType<typeof period>, previous = none) {
	return computeMetrics(current, previous).find((candidate) => candidate.id === id);
}

describe("the seven metrics", () => {
	it("are all unknown without data", () => {
		expect(computeMetrics(none, none).map(({ id, value, n, verdict }) => [id, value, n, verdict])).toEqual(
			["deflection", "helpfulness", "search-success", "zero-results", "coverage", "freshness", "time-to-answer"].map((id) => [id, null, 0, "unknown"]),
		);
	});

	it.each([
		["helpfulness", { votes_yes: { a: 80 }, votes_no: { a: 20 } }, 0.8, 100, "good"],
		["helpfulness", { votes_yes: { a: 30, b: 40 }, votes_no: { a: 30 } }, 0.7, 100, "watch"],
		["helpfulness", { votes_yes: { a: 59 }, votes_no: { a: 41 } }, 0.59, 100, "warning"],
		["search-success", { searches: { "": 50 }, searches_opened: { "": 30 } }, 0.6, 50, "good"],
		["search-success", { searches: { "": 50 }, searches_opened: { "": 15 }, searches_answered_in_place: { "": 15 } }, 0.6, 50, "good"],
		["search-success", { searches: { "": 50 }, searches_opened: { "": 19 } }, 0.38, 50, "warning"],
		["zero-results", { searches: { "": 100 }, searches_zero: { "": 9 } }, 0.09, 100, "good"],
		["zero-results", { searches: { "": 100 }, searches_zero: { "": 10 } }, 0.1, 100, "watch"],
		["zero-results", { searches: { "": 100 }, searches_zero: { "": 21 } }, 0.21, 100, "warning"],
		["time-to-answer", { time_to_answer: { 60: 15, 400: 10 } }, 60, 25, "good"],
		["time-to-answer", { time_to_answer: { 301: 20 } }, 301, 20, "warning"],
	])("%s of %j", (id, sums, value, n, verdict) => {
		expect(metric(id, period(sums as unknown as Record<string, Record<string, number>>))).toMatchObject({ value, n, verdict });
	});

	it.each([
		[{ covered: 8, categories: 10 }, "coverage", 0.8, "good"],
		[{ covered: 4, categories: 10 }, "coverage", 0.4, "warning"],
		[{ fresh: 9, articles: 10 }, "freshness", 0.9, "good"],
		[{ fresh: 6, articles: 10 }, "freshness", 0.6, "warning"],
	])("%j: %s", (content, id, value, verdict) => {
		expect(metric(id, period({}, content))).toMatchObject({ value, verdict });
	});

	it("keep quiet below the minimum, now and before", () => {
		const few = period({ votes_yes: { a: 19 } });
		expect(metric("helpfulness", few, few)).toMatchObject({ value: null, n: 19, verdict: "unknown", previous: null, previousN: 19 });
	});

	it.each([
		[100, 30, 0.3, "good"],
		[100, 20, 0.2, "watch"],
		[100, 19, 0.19, "warning"],
		[19, 19, null, "unknown"],
		[0, 0, null, "unknown"],
	])("deflection of %i contact sessions whose week is over, %i confirmed", (sessions, confirmed, value, verdict) => {
		expect(metric("deflection", period({ contact_sessions: { "": 500 }, deflections_confirmed: { "": 1 } }, {}, contacts(sessions, confirmed)))).toMatchObject({
			value,
			n: sessions,
			verdict,
		});
	});

	it("show the states of deflections beside the rate and never add them", () => {
		const sums = {
			contact_sessions: { "": 40 },
			deflections_confirmed: { a: 12 },
			deflections_pending: { a: 5 },
			deflections_unverifiable: { a: 3 },
			deflections_refuted: { a: 2 },
			deflections_potential: { a: 9 },
		};
		expect(metric("deflection", period(sums, {}, contacts(40, 12)))).toMatchObject({
			value: 0.3,
			beside: [
				{ label: "confirmed", value: 12 },
				{ label: "pending", value: 5 },
				{ label: "unverifiable", value: 3 },
				{ label: "refuted", value: 2 },
				{ label: "potential", value: 9 },
			],
		});
	});
});

describe("how the content stands", () => {
	it("counts fresh articles and covered categories", () => {
		const article = (lastReviewed: string, ...answers: string[]) => ({ lastReviewed, answers, category: "reporting/exports" });
		const site = {
			articles: { a: article("2026-11-01", "billing"), b: article("2026-05-22"), c: article("2026-05-21", "other") },
			support: {
				ticketCategories: [
					{ id: "billing", covered: true },
					{ id: "security", covered: true },
					{ id: "other", covered: false },
				],
			},
		} as unknown as SiteManifest;
		expect(contentCounts(site, "2026-11-21")).toEqual({ articles: 3, fresh: 2, categories: 2, covered: 1 });
		expect(contentCounts(site, "2026-11-21", "reporting")).toEqual({ articles: 3, fresh: 2, categories: 0, covered: 0 });
	});
});
