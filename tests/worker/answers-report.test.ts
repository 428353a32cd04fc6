import { beforeEach, describe, expect, it } from "vitest";
import type { GapsReport } from "#contract/gaps.ts";
import type { ReportData } from "#contract/report-data.ts";
import type { OverviewReport } from "#contract/reports.ts";
import { makeManagerSession } from "#worker/lib/manager-session.ts";
import { now, read } from "./contact-seeds.ts";
import { seedCounts } from "./digest-seeds.ts";
import { articles, call, consume, moveToNewNetwork, newSession, sendEvents, setClock, uuid } from "./support.ts";

const day = "2026-11-10";

beforeEach(() => setClock(now));

/** Counts of answers of one place, way and article. */
async function seedAnswers(label: string, signs: Record<string, number>): Promise<void> {
	await seedCounts(Object.entries(signs).map(([sign, n]) => [day, `answers_${sign}`, label, n]));
}

async function readReport<Report = ReportData>(path: string): Promise<Report> {
	const response = await call(`/api/reports/${path}`, { env: { REPORT_TOKEN: "t" }, headers: { authorization: "Bearer t" } });
	expect(response.status).toBe(200);
	return response.json<Report>();
}

const rejectedAnswers = async (query = "days=14") => (await readReport(`articles?${query}`)).tables.find(({ id }) => id === "rejected-answers")?.rows ?? [];

describe("the list of answers", () => {
	it("shows all of them, then those of each place and of each way", async () => {
		await seedAnswers(`search/section/${articles.import}`, { shown: 30, confirmed: 6, pending: 2, unverifiable: 1, rejected: 9, ticket: 3 });
		await seedAnswers(`contact/faq/${articles.value}`, { shown: 10, confirmed: 4, rejected: 2, ticket: 2 });
		await seedAnswers("search/unsure/", { shown: 5, ticket: 1 });
		const report = await read();
		const helped = (confirmed: number, pending: number, unverifiable: number) => ({ confirmed, pending, unverifiable });
		expect(report.cells("answers")).toEqual([
			{ answers: "All", shown: 45, ...helped(10, 2, 1), rejected: 11, rejected_share: 11 / 45, tickets: 6, tickets_share: 6 / 45 },
			{ answers: "On the search page", shown: 35, ...helped(6, 2, 1), rejected: 9, rejected_share: 9 / 35, tickets: 4, tickets_share: 4 / 35 },
			{ answers: "On the contact page", shown: 10, ...helped(4, 0, 0), rejected: 2, rejected_share: null, tickets: 2, tickets_share: null },
			{ answers: "By a FAQ", shown: 10, ...helped(4, 0, 0), rejected: 2, rejected_share: null, tickets: 2, tickets_share: null },
			{ answers: "By a section", shown: 30, ...helped(6, 2, 1), rejected: 9, rejected_share: 9 / 30, tickets: 3, tickets_share: 3 / 30 },
			{ answers: "Not sure", shown: 5, ...helped(0, 0, 0), rejected: 0, rejected_share: null, tickets: 1, tickets_share: null },
		]);
		expect(report.figure("answers")).toMatchObject({ value: 45, previous: 0 });
	});

	it("adds nothing to the deflection rate", async () => {
		await seedAnswers(`widget/article/${articles.import}`, { shown: 50, confirmed: 50 });
		const report = await read();
		expect(report.figure("deflection")).toMatchObject({ value: null, n: 0 });
		expect(report.cells("outcomes").every(({ sessions }) => sessions === 0)).toBe(true);
	});

	it("holds those from articles of the chosen category", async () => {
		await seedAnswers(`search/section/${articles.import}`, { shown: 3 });
		await seedAnswers(`search/section/${articles.export}`, { shown: 4 });
		await seedAnswers("search/person/", { shown: 5 });
		expect((await read("days=14&category=data-entry")).cells("answers")[0]).toMatchObject({ answers: "All", shown: 3 });
	});

	it("stands on the page, and comes as CSV", async () => {
		await seedAnswers(`search/written/${articles.import}`, { shown: 20, rejected: 1 });
		const page = await call("/manage/contact?days=14", {
			env: { LOCAL_SESSION_KEY: "key" },
			headers: { cookie: `tier_zero_manager=${await makeManagerSession("key")}`, accept: "text/html" },
		});
		expect(await page.text()).toContain("Written by a model");
		const csv = await call("/api/reports/contact/answers.csv?days=14", { env: { REPORT_TOKEN: "t" }, headers: { authorization: "Bearer t" } });
		expect((await csv.text()).split("\r\n").slice(0, 2)).toEqual([
			'"answers","shown","confirmed","pending","unverifiable","rejected","rejected_share","tickets","tickets_share","next_step"',
			'"All","20","0","0","0","1","0.05","0","0",""',
		]);
	});
});

describe("articles whose answers do not help", () => {
	it("are those that surely help too few of the readers who said so, the worst first", async () => {
		await seedAnswers(`search/section/${articles.import}`, { shown: 40, confirmed: 2, rejected: 12, ticket: 5 });
		await seedAnswers(`widget/faq/${articles.import}`, { shown: 10, pending: 1, rejected: 3 });
		await seedAnswers(`search/section/${articles.value}`, { shown: 40, rejected: 8 });
		await seedAnswers(`search/section/${articles.export}`, { shown: 40, confirmed: 6, rejected: 3 });
		const rows = await rejectedAnswers();
		expect(rows.map(({ cells }) => [cells["rejected"], cells["helped"], cells["shown"], cells["tickets"]])).toEqual([
			[8, 0, 40, 0],
			[15, 3, 50, 5],
		]);
		expect(rows[0]?.action).toContain(`${articles.value}.mdx`);
		expect(await rejectedAnswers("days=14&category=reporting")).toEqual([]);
	});

	it("are not told from fewer than five readers", async () => {
		await seedAnswers(`search/section/${articles.import}`, { shown: 4, rejected: 4 });
		expect(await rejectedAnswers()).toEqual([]);
	});
});

describe("questions to the answer box", () => {
	const ask = (query: string, results: number) => ({ id: uuid(), type: "search_settled", query, results, source: "ask" });

	it("become a gap where nothing answers them", async () => {
		for (let reader = 0; reader < 5; reader++) {
			moveToNewNetwork();
			await sendEvents([ask("Can I pay by carrier pigeon?", 0)], { session: newSession() });
		}
		await consume();
		const { gaps } = await readReport<GapsReport>("gaps?days=7");
		const { zeroResults } = await readReport<OverviewReport>("overview?days=7");
		expect(zeroResults.map(({ query, searches }) => [query, searches])).toEqual([["can i pay by carrier pigeon?", 5]]);
		expect(gaps).toMatchObject([{ query: "can i pay by carrier pigeon?", zero: 5, state: "open" }]);
	});

	it("overrule the search for the same words before them", async () => {
		const [found, missing] = [uuid(), uuid()];
		const search = (id: string, query: string, results: number) => ({ id, type: "search_settled", query, results, source: "page" });
		await sendEvents([
			search(found, "carrier pigeon", 4),
			{ ...ask("carrier pigeon", 0), replaces: found },
			search(missing, "import of values", 0),
			{ ...ask("import of values", 1), replaces: missing },
		]);
		await consume();
		const { zeroResults, metrics } = await readReport<OverviewReport>("overview?days=7");
		expect(zeroResults.map(({ query }) => query)).toEqual(["carrier pigeon"]);
		expect(metrics.find(({ id }) => id === "zero-results")).toMatchObject({ n: 2 });
	});

	it("count as answered in place where something does, and teach search nothing by that", async () => {
		for (let reader = 0; reader < 20; reader++) await sendEvents([ask("How do I import values?", 1)], { session: newSession() });
		await consume();
		const { metrics } = await readReport<OverviewReport>("overview?days=7");
		expect(metrics.find(({ id }) => id === "search-success")).toMatchObject({ value: 1, n: 20 });
		expect(await readReport("learned-searches")).toMatchObject({ searches: [] });
		const { figures } = await readReport("search?days=7");
		expect(figures.find(({ id }) => id === "no-click")).toMatchObject({ value: 0 });
	});
});
