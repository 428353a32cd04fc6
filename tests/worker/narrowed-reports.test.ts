import { beforeEach, describe, expect, it } from "vitest";
import type { ReportData } from "#contract/report-data.ts";
import type { OverviewReport } from "#contract/reports.ts";
import { readSite } from "#worker/lib/site.ts";
import { rememberRevisions } from "#worker/queries/revisions.ts";
import { castVote, type StoredVote } from "#worker/queries/votes.ts";
import { ticketCategoriesOf } from "#worker/reports/narrow.ts";
import { seedCounts } from "./digest-seeds.ts";
import { articles, call, db, expectProblem, makeEnv, setClock } from "./support.ts";

const today = "2026-11-18";
const yesterday = "2026-11-17";
const token = { env: { REPORT_TOKEN: "t" }, headers: { authorization: "Bearer t" } };

beforeEach(() => setClock(`${today}T12:00:00Z`));

async function read<Report>(path: string): Promise<Report> {
	const response = await call(`/api/reports/${path}`, token);
	expect(response.status, path).toBe(200);
	return response.json<Report>();
}

const overview = (query = "") => read<OverviewReport>(`overview?days=7${query}`);

async function seedEvents(day: string, n: number, reader: { locale?: string; segment?: string } = {}): Promise<void> {
	const { locale = "en", segment = "computer" } = reader;
	const insert = db.prepare("INSERT INTO daily_rollups (day, metric, label, locale, segment, n) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
	const metrics = { events: "", sessions: "", visitors: "", page_views: "reporting" };
	await db.batch(Object.entries(metrics).map(([metric, label]) => insert.bind(day, metric, label, locale, segment, n)));
}

let readers = 0;
async function seedVotes(n: number, { reason, helpful = false, ...changes }: Partial<StoredVote> & { reason?: string }): Promise<void> {
	for (let index = 0; index < n; index++) {
		readers++;
		const who = { visitor: `v${readers}`, network: `n${readers}`, session: null, at: Date.parse(`${yesterday}T08:00:00Z`), comment: "" };
		const vote = { article: articles.value, revision: "aaaaaaaaaaaa", day: yesterday, helpful, reasons: reason === undefined ? [] : [reason] };
		await castVote(db, { locale: "en", segment: "computer", ...vote, ...who, ...changes }, 30);
	}
}

describe("a report of some readers", () => {
	it("tells the share of what is not counted of all readers, because nothing else is known of it", async () => {
		await seedEvents(yesterday, 1, { segment: "phone" });
		await seedEvents(yesterday, 99);
		await db.prepare("INSERT INTO excluded_counts VALUES (?1, 'bot', 100)").bind(yesterday).run();
		for (const query of ["", "&segment=phone", "&locale=de", "&category=reporting"]) expect((await overview(query)).excluded.share, query).toBe(0.5);
	});

	it("takes the reasons after No from them", async () => {
		await seedVotes(6, { locale: "de", reason: "missing-detail" });
		await seedVotes(9, { reason: "outdated" });
		expect((await overview("&locale=de")).lowestRated).toMatchObject([{ no: 6, reason: "Something is missing" }]);
		expect((await overview()).lowestRated).toMatchObject([{ no: 15, reason: "It looks out of date" }]);
	});
});

describe("a report of one category", () => {
	it("has no sessions and visitor-days, because they cannot be told by it", async () => {
		await seedEvents(yesterday, 9);
		expect((await overview()).traffic).toEqual({ pageViews: 9, sessions: 9, visitorDays: 9 });
		expect((await overview("&category=reporting")).traffic).toEqual({ pageViews: 9, sessions: null, visitorDays: null });
	});

	it("has no coverage: its articles are not meant to answer every ticket category", async () => {
		const coverage = ({ metrics }: OverviewReport) => metrics.find(({ id }) => id === "coverage");
		expect(coverage(await overview())).toMatchObject({ value: 0.75, n: 4 });
		expect(coverage(await overview("&category=reporting"))).toMatchObject({ value: null, n: 0, verdict: "unknown" });
		const freshness = await read<ReportData>("freshness?days=7&category=reporting");
		expect(freshness.figures.find(({ id }) => id === "coverage")).toMatchObject({ value: null, verdict: "unknown" });
		expect(freshness.notes).toContain("Coverage is told for the whole centre only: articles of one category are not meant to answer every ticket category.");
	});

	it("lists the rewrites and overdue reviews of its articles", async () => {
		for (const [article, revision] of [
			[articles.value, "aaaaaaaaaaaa"],
			[articles.export, "cccccccccccc"],
		] as const) {
			await rememberRevisions(db, [[article, "older"]], 1);
			await seedVotes(5, { article, revision: "older" });
			await rememberRevisions(db, [[article, revision]], Date.parse(`${today}T00:00:00Z`));
			await seedVotes(5, { article, revision, helpful: true, day: today, at: Date.parse(`${today}T08:00:00Z`) });
		}
		const lists = ({ rewrites, overdueReviews }: OverviewReport) => [rewrites.map(({ article }) => article).sort(), overdueReviews.map(({ owner }) => owner)];
		expect(lists(await overview())).toEqual([[articles.value, articles.export].sort(), ["admin"]]);
		expect(lists(await overview("&category=reporting"))).toEqual([[articles.export], []]);
		expect(lists(await overview("&category=admin"))).toEqual([[], ["admin"]]);
	});

	it("counts no tickets for what only an archived article answers", async () => {
		expect([...ticketCategoriesOf(await readSite(makeEnv()), "data-entry")]).toEqual(["data-issues"]);
		await seedCounts([
			[yesterday, "tickets", "data-issues", 2],
			[yesterday, "tickets", "password-login", 7],
		]);
		expect((await overview("&category=data-entry")).ticketsByCategory).toMatchObject([{ category: "data-issues", tickets: 2 }]);
	});
});

describe("a period", () => {
	it.each(["9999-12-31", "3000-01-01", "1999-12-31", "0000-01-01"])("is refused outside of the years 2000 to 2999: %s", async (day) => {
		for (const page of ["overview", "search", "articles", "contact", "freshness", "handoffs", "gaps"]) {
			const problem = await expectProblem(await call(`/api/reports/${page}?from=${day}&to=${day}`, token), 422, "invalid");
			expect(problem.errors, page).toContainEqual({ field: "from", message: "must be a day of the years 2000 to 2999" });
		}
	});

	it("may be the first or the last day of them", async () => {
		for (const day of ["2000-01-01", "2999-12-31"]) expect((await overview(`&from=${day}&to=${day}`)).from).toBe(day);
		for (const page of ["contact", "search", "freshness"]) await read(`${page}?from=2999-12-31&to=2999-12-31`);
	});
});
