import { describe, expect, it } from "vitest";
import type { Gap } from "#contract/gaps.ts";
import type { CategoryTickets, OverviewReport, RatedArticle } from "#contract/reports.ts";
import { nextActions } from "#worker/reports/next-actions.ts";

function makeGap(query: string, visitors: number, state: Gap["state"] = "open"): Gap {
	return { query, visitors, searches: visitors + 1, state, action: `Write an article that answers “${query}”` } as Gap;
}
const rated = (title: string, no: number): RatedArticle => ({
	...{ article: "a", title, url: "/a/", yes: 2, no, lowerBound: 0.1, upperBound: 0.5, reason: "It was out of date" },
});
const category = (label: string, tickets: number, articles: number): CategoryTickets => ({
	category: "c",
	label,
	tickets,
	previous: 0,
	articles,
	covered: true,
});

function makeReport(changes: Partial<OverviewReport> = {}): OverviewReport {
	return { days: 30, lowestRated: [], ticketsByCategory: [], overdueReviews: [], ...changes } as OverviewReport;
}

function act(report: OverviewReport, gaps: Gap[] = [], dead = 0): string[] {
	const address = (page: string, anchor?: string) => `/manage/${page}${anchor ? `#${anchor}` : ""}`;
	return nextActions({ report, gaps, dead }, address).map(({ finding, why, action, href }) => [finding, why, action, href].join(" | "));
}

describe("what to do next", () => {
	it("is nothing where all is well", () => {
		expect(act(makeReport({ ticketsByCategory: [category("Login", 9, 2)] }), [makeGap("dark mode", 40, "closed"), makeGap("tableau", 9, "watching")])).toEqual(
			[],
		);
	});

	it("begins with messages that no desk got, then takes what let most readers down, one of each kind", () => {
		const report = makeReport({ lowestRated: [rated("Export a report", 4), rated("Import values", 12)], ticketsByCategory: [category("Mobile app", 7, 0)] });
		expect(act(report, [makeGap("dark mode", 9), makeGap("tableau", 8, "failing")], 2)).toMatchInlineSnapshot(`
			[
			  "2 hand-overs were given up | Customers wait, and no desk knows of it | See why, put it right, and send them again | /manage/handoffs#dead",
			  "Import values | 12 readers of 14 said No, most often “It was out of date” | Rewrite it, and see here whether that helped | /manage/articles",
			  "Searches for “dark mode” do not end well | 9 visitors, 10 searches in 30 days | Write an article that answers “dark mode” | /manage/search#gaps",
			]
		`);
	});

	it("takes a second of a kind where other kinds have nothing", () => {
		expect(act(makeReport(), [makeGap("dark mode", 9), makeGap("tableau", 8), makeGap("slack", 1), makeGap("power bi", 1)])).toMatchInlineSnapshot(`
			[
			  "Searches for “dark mode” do not end well | 9 visitors, 10 searches in 30 days | Write an article that answers “dark mode” | /manage/search#gaps",
			  "Searches for “tableau” do not end well | 8 visitors, 9 searches in 30 days | Write an article that answers “tableau” | /manage/search#gaps",
			  "Searches for “slack” do not end well | 1 visitor, 2 searches in 30 days | Write an article that answers “slack” | /manage/search#gaps",
			]
		`);
	});

	it("names categories that no article answers, and overdue reviews last", () => {
		const longest = { title: "How do I export?", url: "/e/", due: "2026-10-01" };
		const report = makeReport({
			ticketsByCategory: [category("Mobile app", 1, 0)],
			overdueReviews: [{ owner: "data-team", overdue: 2, articles: 9, longest }],
		});
		expect(act(report)).toMatchInlineSnapshot(`
			[
			  "No article answers “Mobile app” | 1 ticket in 30 days | Write one with this category in its answers: npm run new | /manage/freshness#coverage",
			  "2 reviews overdue | The longest: How do I export?, kept by data-team | Review, then set lastReviewed in each file | /manage/freshness#overdue",
			]
		`);
	});
});
