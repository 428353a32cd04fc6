import { describe, expect, it } from "vitest";
import type { ReportData } from "#contract/report-data.ts";
import { makeManagerSession } from "#worker/lib/manager-session.ts";
import { cells, noon, read, readGaps, readSearch, seed, seedTickets, token, visit, visits } from "./search-seeds.ts";
import { articles, call, setClock } from "./support.ts";

const figure = (report: ReportData, id: string) => report.figures.find((one) => one.id === id);

describe("the search report", () => {
	it("shows how searches end, in figures, lines and lists", async () => {
		setClock(noon);
		const wrote = visits(4, [["dark mode", 0]]);
		await seed([
			...wrote,
			...visits(10, [["export report", 2, articles.export]]),
			...visits(6, [["import values", 2]]),
			...visits(3, [
				["slack", 0],
				["tableau", 0],
			]),
		]);
		await seed(Array.from({ length: 20 }, () => visit(30, [["export report", 2, articles.export]])).flat());
		await seedTickets(wrote);
		const report = await readSearch();
		expect(report.figures.map(({ id, value, n, previous, verdict }) => [id, value, n, previous, verdict])).toEqual([
			["searches", 26, undefined, 20, undefined],
			["search-success", 10 / 26, 26, 1, "warning"],
			["zero-results", 10 / 26, 26, 0, "warning"],
			["no-click", 6 / 26, 26, 0, undefined],
			["refined", 3 / 26, 26, 0, undefined],
			["followed-by-ticket", 4 / 26, 26, 0, undefined],
			["abandoned", 13 / 26, 26, 0, undefined],
		]);
		expect(report.figures.every(({ definition }) => definition.length > 20)).toBe(true);
		expect(report.charts.map(({ id, series }) => [id, series.length, series[0]?.points.length])).toEqual([
			["search-outcomes", 2, 28],
			["searches", 1, 28],
		]);
		expect(report.tables.map(({ id }) => id)).toEqual([
			...["gaps", "incidents", "top", "zero-results", "no-click", "refined", "followed-by-ticket", "abandoned"],
		]);
		expect(cells(report, "top", "search", "searches", "part", "share", "previous").slice(0, 2)).toEqual([
			["export report", 10, 10, 1, 20],
			["import values", 6, 0, 0, 0],
		]);
		expect(cells(report, "no-click", "search", "part")).toEqual([["import values", 6]]);
		expect(cells(report, "refined", "search", "part", "share")).toEqual([["slack", 3, null]]);
		expect(cells(report, "followed-by-ticket", "search", "part")).toEqual([["dark mode", 4]]);
		expect(cells(report, "abandoned", "search", "part")).toEqual([
			["import values", 6],
			["dark mode", 4],
			["tableau", 3],
		]);
		expect(report.tables.find(({ id }) => id === "top")?.rows[0]?.href).toBe("/search/?q=export%20report");
		expect(figure(await readSearch("days=28&segment=phone"), "search-success")).toMatchObject({ value: null, n: 0, verdict: "unknown" });
		for (const table of report.tables) expect(table.columns.every(({ definition, unit }) => definition !== undefined || unit === "day")).toBe(true);
	});

	it("says how far back the words of searches are kept", async () => {
		setClock(noon);
		expect((await readSearch("days=28")).notes).toEqual([]);
		expect((await readSearch("days=200")).notes).toEqual([
			"The words of searches are kept for a limited time: the lists of this page reach back to 2026-08-20.",
		]);
	});

	it("says what a category cannot tell", async () => {
		setClock(noon);
		expect((await readSearch("days=28&category=reporting")).notes).toEqual([
			"Only searches that were narrowed to this category or led to an article of it are counted: most of those without an answer belong to no category.",
		]);
	});

	it("is a page, and each list a file that holds no formula", async () => {
		setClock(noon);
		await seed([...visits(4, [["=1+1 dark mode", 0]]), ...visits(3, [["<b>slack</b>", 0]])]);
		const cookie = `tier_zero_manager=${await makeManagerSession("key")}`;
		const page = await call("/manage/search?days=28", { env: { LOCAL_SESSION_KEY: "key" }, headers: { cookie } });
		const text = await page.text();
		expect([page.status, text.includes("Searches to act on"), text.includes("=1+1 dark mode"), text.includes("<b>slack")]).toEqual([200, true, true, false]);
		const file = await (await call("/api/reports/search/gaps.csv?days=28", token)).text();
		expect(file).toContain("'=1+1 dark mode");
		expect(file).toContain("No article answers it");
	});

	it("counts on the overview no more readers than searches of a category", async () => {
		setClock(noon);
		await seed([...visits(11, [["dark mode", 0]]), ...visit(2, [["dark mode", 0]], { category: "reporting" })]);
		const { zeroResults } = await read<{ zeroResults: object[] }>("/api/reports/overview?days=28&category=reporting");
		expect(zeroResults).toMatchObject([{ query: "dark mode", searches: 1, visitors: 1 }]);
	});

	it("shows on the overview the same groups as here", async () => {
		setClock(noon);
		await seed([...visits(4, [["slack notifications", 0]]), ...visits(3, [["alerts in slack", 0]]), ...visits(2, [["slack", 0]])]);
		const { zeroResults } = await read<{ zeroResults: { query: string; variants: string[]; searches: number }[] }>("/api/reports/overview?days=28");
		const { gaps } = await readGaps();
		expect(zeroResults.map(({ query, variants, searches }) => [query, ...variants, searches])).toEqual(
			gaps.map(({ phrasings, searches }) => [...phrasings.map(({ query }) => query), searches]),
		);
	});
});
