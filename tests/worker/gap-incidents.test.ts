import { describe, expect, it } from "vitest";
import { cells, makeEvent, noon, readGaps, readSearch, seed, seedTickets, visit, visits } from "./search-seeds.ts";
import { articles, setClock } from "./support.ts";

describe("an incident", () => {
	it("is a burst of searches, and no gap, whatever its words", async () => {
		setClock(noon);
		const day = (n: number, query: string) => Array.from({ length: n }, () => visit(7, [[query, 0]])).flat();
		const events = day(14, "values vanish");
		await seed([
			...events,
			...day(4, "is it down"),
			...day(3, "blank pages"),
			...visits(5, [["dark mode", 0]]),
			...visit(20, [["export report", 1, articles.export]]),
		]);
		await seedTickets(events.slice(0, 6));
		const { gaps, incidents } = await readGaps();
		expect(gaps.map(({ query }) => query)).toEqual(["dark mode"]);
		expect(incidents).toEqual([
			{ first: "2026-11-11", last: "2026-11-11", queries: ["values vanish", "is it down", "blank pages"], searches: 21, usual: 0, ticketed: 6 },
		]);
		const report = await readSearch();
		expect(cells(report, "incidents", "search", "first", "searches", "ticketed")).toEqual([["values vanish", "2026-11-11", 21, 6]]);
		expect(cells(report, "gaps", "search")).toEqual([["dark mode"]]);
	});
});

describe("searches beside a burst", () => {
	const onDay = (n: number, daysAgo: number, query: string) => Array.from({ length: n }, () => visit(daysAgo, [[query, 0]])).flat();
	const regular = Array.from({ length: 12 }, (_, number) => visit(number * 2 + 1, [["dark mode", 0]])).flat();

	it("are a gap whatever came before the period, and the burst is none of its incidents", async () => {
		setClock(noon);
		await seed([...regular, ...onDay(1, 50, "something"), ...onDay(70, 40, "dark mode")]);
		const { gaps, incidents } = await readGaps();
		expect(gaps).toMatchObject([{ query: "dark mode", searches: 12, visitors: 12, previous: 70 }]);
		expect(incidents).toEqual([]);
	});

	it("do not hide an incident of the period by an earlier one", async () => {
		setClock(noon);
		await seed([...onDay(1, 50, "something"), ...onDay(70, 40, "values vanish"), ...onDay(20, 7, "values vanish")]);
		const { gaps, incidents } = await readGaps();
		expect([gaps, incidents]).toMatchObject([[], [{ first: "2026-11-11", searches: 20 }]]);
	});

	it("are judged without its days, and so are their phrasings and readers", async () => {
		setClock(noon);
		const told = makeEvent("search_told", Date.parse(noon) - 1000, { text: "my eyes hurt" });
		const broken = onDay(70, 7, "mode dark");
		await seed([...regular, ...onDay(1, 50, "something"), ...broken, ...onDay(14, 7, "blank pages")]);
		await seed([{ ...told, search: broken[0]?.id ?? "" }]);
		const { gaps, incidents } = await readGaps();
		expect(incidents).toMatchObject([{ first: "2026-11-11", last: "2026-11-11", queries: ["mode dark", "dark mode", "blank pages"], usual: 0.2 }]);
		expect(gaps).toMatchObject([{ query: "dark mode", searches: 11, visitors: 11, phrasings: [{ query: "dark mode", searches: 11 }], told: [] }]);
		expect(gaps[0]?.trend.reduce((sum, { value }) => sum + value, 0)).toBe(11);
	});
});

describe("an incident of searches that are answered", () => {
	it("is one from four on a day, which are at least half of all of them", async () => {
		setClock(noon);
		const onDay = (n: number, daysAgo: number, query: string) => Array.from({ length: n }, () => visit(daysAgo, [[query, 1, articles.export]])).flat();
		await seed([...onDay(4, 7, "page not loading"), ...onDay(3, 12, "nothing works"), ...visits(3, [["import values", 1, articles.import]])]);
		expect((await readGaps()).incidents?.map(({ queries, searches }) => [queries, searches])).toEqual([[["page not loading"], 4]]);
	});
});
