import { describe, expect, it } from "vitest";
import type { Metric, OverviewReport } from "#contract/reports.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import { overviewMarkdown } from "#scripts/lib/reporters/overview-markdown.ts";
import { overviewText } from "#scripts/lib/reporters/overview-text.ts";
import type { Frame } from "#worker/pages/manage/frame.ts";
import { overviewView } from "#worker/pages/overview-view.ts";
import { computeMetrics } from "#worker/reports/metrics.ts";

const nothing = { sums: new Map<string, Map<string, number>>(), weekOver: new Map<string, Map<string, number>>(), content: {} };

/** A report of which only the named counts are not zero. */
function makeReport(sums: Record<string, number>, changes: Partial<OverviewReport> = {}): OverviewReport {
	const counts = { ...nothing, sums: new Map(Object.entries(sums).map(([metric, n]) => [metric, new Map([["", n]])])) };
	const metrics: Metric[] = computeMetrics(counts, nothing);
	return {
		generatedAt: "",
		from: "2026-10-23",
		to: "2026-11-21",
		days: 30,
		sample: false,
		traffic: { pageViews: 1234, sessions: 56, visitorDays: 7 },
		excluded: { bot: 0, staff: 0, replay: 0, machine: 0, flood: 0, share: 0 },
		metrics,
		zeroResults: [],
		zeroResultsFrom: "2026-10-23",
		lowestRated: [],
		ratedArticles: 0,
		rewrites: [],
		overdueReviews: [],
		ticketsByCategory: [],
		...changes,
	};
}

const filter = { from: "2026-10-23", to: "2026-11-21", days: 30, before: { from: "2026-09-23", to: "2026-10-22" } };
const site = { defaultLocale: "en", locales: ["en"], articles: {}, categories: {}, support: { timeZone: "UTC" } } as unknown as SiteManifest;
const frame: Frame = { path: "/manage", title: "Report", filter, site, sample: false, byDays: false };

async function both(report: OverviewReport): Promise<string[]> {
	return [String(await overviewView({ report, handover: { deadCount: 0, open: [] }, actions: [] }, frame)), overviewText(report)];
}

describe("an empty list of the report", () => {
	it.each([
		["nobody searched", makeReport({}), "Nobody has searched in this period."],
		["every search was answered", makeReport({ searches: 3 }), "Every search found an answer."],
		["the words are no longer kept", makeReport({ searches: 3, searches_zero: 2 }), "The words of these searches are no longer kept."],
		["nobody voted", makeReport({}), "No votes in this period."],
		["few voted", makeReport({ votes_yes: 4 }), "No article has five votes yet."],
		["all are liked", makeReport({ votes_yes: 40 }, { ratedArticles: 2 }), "No article with five votes or more is surely below 80 %."],
	])("says truthfully why it is empty: %s", async (_, report, words) => {
		for (const page of await both(report)) expect(page).toContain(words);
	});
});

describe("the report", () => {
	it("says how far back single searches reach where that is not the whole period", async () => {
		const words = "reaches back to 2026-11-01";
		for (const page of await both(makeReport({ searches: 3 }, { zeroResultsFrom: "2026-11-01" }))) expect(page).toContain(words);
		for (const page of await both(makeReport({ searches: 3 }))) expect(page).not.toContain("reaches back");
	});

	it("shows page views, sessions and visitor-days in one line", async () => {
		const [page, text] = await both(makeReport({}));
		expect(page).toContain("Made from 1,234 page views, 56 sessions, 7 visitor-days.");
		expect(text).toMatch(/Page views +Sessions +Visitor-days\n.*\n +1234 +56 +7/);
	});

	it("says what cannot be told of one category, and what is told of all readers", async () => {
		const [page, text] = await both(makeReport({}, { category: "reporting", traffic: { pageViews: 1234, sessions: null, visitorDays: null } }));
		expect(page).toContain("Made from 1,234 page views. Sessions and visitor-days cannot be told by category.");
		expect(page).toContain("This is of all readers: what is not counted cannot be told apart.");
		expect(text).toMatch(/ 1234 +– +–/);
		expect((await both(makeReport({})))[0]).not.toContain("This is of all readers");
	});

	it("calls contact sessions what they are, in every printer", async () => {
		expect(overviewText(makeReport({}))).toContain("Contact sessions");
	});
});

describe("rewritten articles and overdue reviews", () => {
	const before = { yes: 6, no: 14, share: 0.3, lowerBound: 0.15, upperBound: 0.519 };
	const after = { yes: 2, no: 1, share: null, lowerBound: 0.21, upperBound: 0.94 };
	const rewrites = [{ article: "a/b", title: "How do I <b>?", url: "/a/b/", since: "2026-11-01", before, after }];
	const longest = { article: "a/old", title: "Old one", url: "/a/old/", file: "content/articles/en/a/old.mdx", edit: null, due: "2026-01-31" };
	const overdueReviews = [{ owner: "data-team", overdue: 2, articles: 9, longest }];

	it("stand in every printer: the share with its n and interval, and what is too little to say", async () => {
		const report = makeReport({}, { rewrites, overdueReviews });
		const [view, text] = await both(report);
		for (const [page, since, due] of [
			[view, "1 Nov 2026", "31 Jan 2026"],
			[text, "2026-11-01", "2026-01-31"],
			[overviewMarkdown(report), "2026-11-01", "2026-01-31"],
		]) {
			for (const words of ["30 % of 20 (15–52 %)", "not enough data (3 votes)", since, "data-team", "Old one", due]) expect(page).toContain(words);
		}
		expect(String(await overviewView({ report, handover: { deadCount: 0, open: [] }, actions: [] }, frame))).toContain(
			'<a href="/a/b/">How do I &lt;b&gt;?</a>',
		);
	});

	it("hold words as words in Markdown, and mention nobody and nothing", () => {
		const words = "~~x~~ `y` | @team #12 !3 GH-4 &lt; https://evil.example www.evil.example \u202Eevil";
		const line = overviewMarkdown(makeReport({}, { rewrites: rewrites.map((row) => ({ ...row, title: words })) }))
			.split("\n")
			.find((text) => text.includes("x"));
		expect(line?.split(" | ")[0]?.replaceAll("\u200B", "<zero-width space>")).toMatchInlineSnapshot(
			`"| \\~\\~x\\~\\~ \\\`y\\\` \\| @<zero-width space>team \\#<zero-width space>12 \\!<zero-width space>3 GH-<zero-width space>4 \\&lt; https:<zero-width space>//evil.example www<zero-width space>.evil.example �evil"`,
		);
	});

	it("move no cursor of a terminal and turn no text around", () => {
		const text = overviewText(makeReport({}, { rewrites: rewrites.map((row) => ({ ...row, title: "a\u001b[2Jb\u202Ec\nd" })) }));
		expect(text).toContain("a\uFFFD[2Jb\uFFFDc d");
	});

	it("say so where there are none", async () => {
		for (const page of await both(makeReport({}))) {
			expect(page).toContain("No article has votes from before and after a rewrite.");
			expect(page).toContain("No review is overdue.");
		}
	});
});
