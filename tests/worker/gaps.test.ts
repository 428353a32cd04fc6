import { describe, expect, it } from "vitest";
import { type Asked, makeEvent, noon, readGaps, readSearch, cells, seed, seedTickets, today, token, visit, visits } from "./search-seeds.ts";
import { articles, call, db, expectProblem, setClock } from "./support.ts";

describe("a gap", () => {
	it("is what is searched in vain, with all its phrasings", async () => {
		setClock(noon);
		const asked = [
			"slack notifications",
			"slack notifications",
			"notifications in slack",
			"slak notifications",
			"how do i get slack notifications",
			"slack notifications",
		];
		await seed(asked.flatMap((query, place) => visit(place * 4, [[query, 0]])));
		await seed(visit(40, [["slack notification", 0]]));
		const vain = visit(1, [["slack notifications", 0]]);
		await seed(vain);
		await seedTickets(vain);
		const { gaps, ...period } = await readGaps();
		expect(period).toEqual({ from: "2026-10-22", to: today, sample: false, incidents: [] });
		expect(gaps).toHaveLength(1);
		const trend = gaps[0]?.trend ?? [];
		expect(gaps[0]).toEqual({
			trend: expect.any(Array),
			id: expect.stringMatching(/^[0-9a-f]{12}$/),
			query: "slack notifications",
			phrasings: [
				{ query: "slack notifications", searches: 4 },
				{ query: "how do i get slack notifications", searches: 1 },
				{ query: "notifications in slack", searches: 1 },
				{ query: "slak notifications", searches: 1 },
			],
			...{ searches: 7, visitors: 7, zero: 7, refined: 0, ticketed: 1, abandoned: 7, previous: 1 },
			...{ firstSeen: "2026-10-29", lastSeen: today, told: [], diagnosis: "no-article", article: null, landed: null, state: "open" },
			action: "Write an article that answers “slack notifications”: npm run gaps drafts it.",
		});
		expect(trend).toHaveLength(28);
		expect(trend.filter(({ value }) => value > 0).map(({ day }) => day)).toContain("2026-11-17");
		expect((await readGaps("days=14")).gaps[0]?.id).toBe(gaps[0]?.id);
	});

	it("counts in the period before what was searched then in other words", async () => {
		setClock(noon);
		await seed([...[0, 2, 4].flatMap((ago) => visit(ago, [["dark mode", 0]])), ...[8, 9, 10, 11].flatMap((ago) => visit(ago, [["mode dark", 0]]))]);
		expect((await readGaps("days=7")).gaps).toMatchObject([{ query: expect.any(String), searches: 3, previous: 4 }]);
		expect(cells(await readSearch("days=7"), "top", "searches", "previous")).toEqual([[3, 4]]);
	});

	it("needs three visitor-days: a reader counts once a day, however many phrasings were tried", async () => {
		setClock(noon);
		const tried = ["dark mode", "mode dark", "enable dark mode", "dark mod"].map((query): Asked => [query, 0]);
		await seed([...visit(3, tried), ...visit(9, tried)]);
		expect((await readGaps()).gaps).toEqual([]);
		await seed(visit(12, [["dark mode", 0]]));
		expect((await readGaps()).gaps).toMatchObject([{ searches: 9, visitors: 3, refined: 6 }]);
	});

	it("counts readers who may not be told apart as one a day", async () => {
		setClock(noon);
		const unknown = { visitor: null, session: null };
		await seed([2, 2, 9, 9].flatMap((daysAgo) => visit(daysAgo, [["dark mode", 0]], unknown)));
		expect((await readGaps()).gaps).toEqual([]);
		await seed(visit(16, [["dark mode", 0]], unknown));
		expect((await readGaps()).gaps).toMatchObject([{ searches: 5, visitors: 3, abandoned: 0 }]);
	});

	it("is not made by a typing slip of what is found", async () => {
		setClock(noon);
		await seed([...visits(9, [["export report", 1, articles.export]]), ...visits(3, [["exprot report", 0]])]);
		expect((await readGaps()).gaps).toEqual([]);
	});

	it("is one thing where readers try both words in one visit", async () => {
		setClock(noon);
		await seed(
			visits(4, [
				["dark mode", 0],
				["night theme", 0],
			]),
		);
		expect((await readGaps()).gaps).toMatchObject([{ searches: 8, visitors: 4, phrasings: [{ query: "dark mode" }, { query: "night theme" }] }]);
	});

	it("has an article in other words where readers got to it in the same visit", async () => {
		setClock(noon);
		const found: Asked[] = [
			["take figures out", 0],
			["export report", 1, articles.export],
		];
		await seed([...visits(3, found), ...visits(2, [["take figures out", 0]])]);
		expect((await readGaps()).gaps).toMatchObject([
			{
				query: "take figures out",
				diagnosis: "other-words",
				article: { id: articles.export, title: "How do I export a report?", url: "/reporting/export/" },
				action: "Teach the site that “take figures out” means “How do I export a report?”: npm run gaps adds the words.",
			},
		]);
	});

	it("is not helped by an article after which readers wrote to support", async () => {
		setClock(noon);
		const events = visits(4, [
			["take figures out", 0],
			["export report", 1, articles.export],
		]);
		await seed(events);
		await seedTickets(events);
		expect((await readGaps()).gaps.find(({ query }) => query === "take figures out")).toMatchObject({ diagnosis: "no-article", ticketed: 4 });
	});

	it("is an article that is found and not opened", async () => {
		setClock(noon);
		await seed(visits(12, [["export report as pdf", 2]]));
		expect((await readGaps()).gaps).toMatchObject([
			{
				diagnosis: "not-clicked",
				article: { id: articles.export },
				action: "Rewrite title and summary of “How do I export a report?”: readers see it and do not open it.",
			},
		]);
	});

	it("is an article that is opened and does not help, and none after it was rewritten", async () => {
		setClock(noon);
		const events = visits(12, [["import values", 2, articles.import]]);
		await seed(events);
		const votes = [...Map.groupBy(events, ({ visitor }) => visitor).values()].map(([first]) =>
			db
				.prepare("INSERT INTO votes (article, day, visitor, network, revision, helpful, locale, voted_at) VALUES (?1, ?2, ?3, 'n', 'old', 0, 'en', ?4)")
				.bind(articles.import, first?.day, first?.visitor, first?.at),
		);
		await db.batch(votes);
		expect((await readGaps()).gaps).toMatchObject([
			{ diagnosis: "not-helpful", article: { id: articles.import }, action: "Rewrite “How do I import values?”: readers voted No on it." },
		]);
		await db.prepare("INSERT INTO article_revisions VALUES (?1, 'bbbbbbbbbbbb', ?2)").bind(articles.import, Date.parse(noon)).run();
		await seed(visits(1, [["export report", 1, articles.export]]));
		expect((await readGaps()).gaps).toEqual([]);
	});

	it("is no more where today's search answers it and the last readers were answered", async () => {
		setClock(noon);
		await seed([6, 9, 12, 15].flatMap((daysAgo) => visit(daysAgo, [["export a report", 0]])));
		expect((await readGaps()).gaps).toMatchObject([{ diagnosis: "other-words" }]);
		await seed(visit(1, [["export a report", 1, articles.export]]));
		expect((await readGaps()).gaps).toEqual([]);
	});

	it("costs more the more readers lose, so it comes first", async () => {
		setClock(noon);
		const wrote = visits(3, [["dark mode", 0]]);
		await seed([...wrote, ...visits(5, [["tableau workbook", 0]]), ...visits(4, [["gantt chart", 0]])]);
		await seedTickets(wrote);
		expect((await readGaps()).gaps.map(({ query }) => query)).toEqual(["dark mode", "tableau workbook", "gantt chart"]);
	});

	it("tells what readers said they were looking for", async () => {
		setClock(noon);
		const events = visits(3, [["dark mode", 0]]);
		await seed(events);
		const told = makeEvent("search_told", Date.parse(noon) - 1000, { search: events[0]?.id ?? "", text: "my eyes hurt" });
		await seed([told]);
		expect((await readGaps()).gaps).toMatchObject([{ told: ["my eyes hurt"] }]);
	});

	it("is of the readers that were asked for", async () => {
		setClock(noon);
		await seed([...visits(3, [["dark mode", 0]], { segment: "phone" }), ...visits(3, [["gantt chart", 0]], { locale: "de" })]);
		await seed(visits(3, [["tableau workbook", 0]], { category: "reporting" }));
		const queries = async (filter: string) => (await readGaps(`days=28&${filter}`)).gaps.map(({ query }) => query);
		expect([await queries("segment=phone"), await queries("locale=de"), await queries("category=reporting")]).toEqual([
			["dark mode"],
			["gantt chart"],
			["tableau workbook"],
		]);
	});

	it("is not told to strangers, nor to other methods", async () => {
		await expectProblem(await call("/api/reports/gaps"), 403, "forbidden");
		await expectProblem(await call("/api/reports/gaps?days=0", token), 422, "invalid");
	});
});

describe("a gap at its edges", () => {
	it("is no article that readers wrote after as often as after any other", async () => {
		setClock(noon);
		const events = visits(12, [["import values", 2, articles.import]]);
		const others = visits(24, [["export report", 1, articles.export]]);
		await seed([...events, ...others]);
		await seedTickets(events);
		expect((await readGaps()).gaps).toMatchObject([{ query: "import values", diagnosis: "not-helpful", ticketed: 12 }]);
		await seedTickets(others);
		await seed(visits(1, [["blorb", 1]]));
		expect((await readGaps()).gaps).toEqual([]);
	});

	it("stays where its article was rewritten and readers pass it by as before", async () => {
		setClock(noon);
		const before = [20, 19, 18, 17, 16, 15].flatMap((ago) => visit(ago, [["export report as pdf", 2]]));
		const since = (n: number) => Array.from({ length: n }, (_, ago) => visit(10 - ago, [["export report as pdf", 2]])).flat();
		await db.prepare("INSERT INTO article_revisions VALUES (?1, 'cccccccccccc', ?2)").bind(articles.export, Date.parse("2026-11-08T00:00:00Z")).run();
		await seed([...before, ...since(2)]);
		expect((await readGaps()).gaps).toEqual([]);
		await seed(since(10));
		expect((await readGaps()).gaps).toMatchObject([{ diagnosis: "not-clicked", article: { id: articles.export } }]);
	});

	it("is not forgiven by what was rewritten before the period, or never", async () => {
		setClock(noon);
		await db.prepare("INSERT INTO article_revisions VALUES (?1, 'cccccccccccc', ?2)").bind(articles.export, Date.parse("2026-10-21T12:00:00Z")).run();
		await seed(visits(12, [["export report as pdf", 2]]));
		expect((await readGaps()).gaps).toMatchObject([{ diagnosis: "not-clicked" }]);
	});
});
