import { describe, expect, it } from "vitest";
import type { Gap } from "#contract/gaps.ts";
import type { CategoryTickets, OverviewReport, RatedArticle } from "#contract/reports.ts";
import { nextActions } from "#worker/reports/next-actions.ts";

function makeGap(query: string, visitors: number, state: Gap["state"] = "open"): Gap {
	return { id: query.replaceAll(" ", "-"), query, visitors, searches: visitors + 1, state, action: `Write an article that answers “${query}”` } as Gap;
}
const rated = (title: string, no: number, reasonVotes = no): RatedArticle => ({
	...{ article: "reporting/a", title, url: "/a/", file: "content/articles/en/reporting/a.mdx", edit: null },
	...{ yes: 2, no, lowerBound: 0.1, upperBound: 0.5, reason: "It was out of date", reasonVotes },
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
			  "Import values | 12 readers of 14 said No, most often “It was out of date” | Rewrite it, and see here whether that helped: content/articles/en/reporting/a.mdx | /manage/articles#ranking-reporting/a",
			  "Searches for “dark mode” do not end well | 9 visitors, 10 searches in 30 days | Write an article that answers “dark mode” | /manage/search#gap-dark-mode",
			]
		`);
	});

	it("takes a second of a kind where other kinds have nothing", () => {
		expect(act(makeReport(), [makeGap("dark mode", 9), makeGap("tableau", 8), makeGap("slack", 1), makeGap("power bi", 1)])).toMatchInlineSnapshot(`
			[
			  "Searches for “dark mode” do not end well | 9 visitors, 10 searches in 30 days | Write an article that answers “dark mode” | /manage/search#gap-dark-mode",
			  "Searches for “tableau” do not end well | 8 visitors, 9 searches in 30 days | Write an article that answers “tableau” | /manage/search#gap-tableau",
			  "Searches for “slack” do not end well | 1 visitor, 2 searches in 30 days | Write an article that answers “slack” | /manage/search#gap-slack",
			]
		`);
	});

	it("takes searches in the order of the search page, which knows more than how many readers they let down", () => {
		const gaps = [makeGap("dark mode", 9), makeGap("tableau", 5), makeGap("slack", 12)];
		expect(act(makeReport(), gaps).map((line) => line.split(" do not")[0])).toEqual([
			"Searches for “dark mode”",
			"Searches for “tableau”",
			"Searches for “slack”",
		]);
	});

	it("does not call a reason frequent that was given once", () => {
		expect(act(makeReport({ lowestRated: [rated("Import values", 3, 1)] }))[0]).toContain("3 readers of 5 said No, one said “It was out of date”");
	});

	it("names categories that no article answers, and overdue reviews last", () => {
		const file = "content/articles/en/reporting/export.mdx";
		const longest = { article: "reporting/export", title: "How do I export?", url: "/e/", file, edit: null, due: "2026-10-01" };
		const report = makeReport({
			ticketsByCategory: [category("Mobile app", 1, 0)],
			overdueReviews: [{ owner: "data-team", overdue: 2, articles: 9, longest }],
		});
		expect(act(report)).toMatchInlineSnapshot(`
			[
			  "No article answers “Mobile app” | 1 ticket in 30 days | Write one with this category in its answers: npm run new | /manage/freshness#coverage-c",
			  "2 reviews overdue | The longest: How do I export?, kept by data-team (content/articles/en/reporting/export.mdx) | Review, then set lastReviewed in each file | /manage/freshness#overdue-reporting/export",
			]
		`);
	});
});
