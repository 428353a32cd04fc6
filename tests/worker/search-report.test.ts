import { describe, expect, it } from "vitest";
import type { GapsReport } from "#contract/gaps.ts";
import type { ReportData } from "#contract/report-data.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import { refreshRollups } from "#worker/jobs/refresh-rollups.ts";
import { addDays, dayOf } from "#worker/lib/days.ts";
import { makeManagerSession } from "#worker/lib/manager-session.ts";
import { readSite } from "#worker/lib/site.ts";
import { gapChangesSince, rememberGapChanges } from "#worker/queries/gap-changes.ts";
import { insertInbox } from "#worker/queries/inbox.ts";
import type { StoredEvent } from "#worker/queries/stored-event.ts";
import { makeGapsReport } from "#worker/reports/gaps/make-gaps.ts";
import { readFilter } from "#worker/reports/read-filter.ts";
import { articles, call, consume, db, expectProblem, makeEnv, setClock, uuid } from "./support.ts";

const today = "2026-11-18";
const noon = `${today}T12:00:00Z`;
const token = { env: { REPORT_TOKEN: "t" }, headers: { authorization: "Bearer t" } };

function makeEvent(type: string, at: number, fields: Partial<StoredEvent>): StoredEvent {
	return { id: uuid(), type, at, day: dayOf(at), session: null, visitor: null, locale: "en", segment: "computer", ...fields };
}

async function seed(events: StoredEvent[]): Promise<void> {
	for (let start = 0; start < events.length; start += 50) await insertInbox(db, events.slice(start, start + 50), 0);
	await consume();
}

type Asked = [query: string, results: number, used?: string];

let readers = 0;
/** One reader's visit: what was searched, a minute apart, and what was used of it. */
function visit(daysAgo: number, searches: Asked[], changes: Partial<StoredEvent> = {}): StoredEvent[] {
	const reader = { session: `session-${readers}`, visitor: `visitor-${readers++}`, ...changes };
	const start = Date.parse(`${addDays(today, -daysAgo)}T08:00:00Z`) + (readers % 1000) * 1000;
	return searches.flatMap(([query, results, used], place) => {
		const at = start + place * 60_000;
		const search = makeEvent("search_settled", at, { query, queryKey: query, results, ...reader });
		if (used === undefined) return [search];
		return [search, makeEvent("search_clicked", at + 5000, { search: search.id, article: used, position: 1, how: "opened", ...reader })];
	});
}

/** The same visit by several readers, each on another day. */
function visits(n: number, searches: Asked[], changes: Partial<StoredEvent> = {}): StoredEvent[] {
	return Array.from({ length: n }, (_, number) => visit((number * 5) % 26, searches, changes)).flat();
}

/** Every session of these events sends a ticket after its last one. */
async function seedTickets(events: StoredEvent[]): Promise<void> {
	for (const [session, own] of Map.groupBy(events, (event) => event.session)) {
		const last = own.at(-1);
		await db
			.prepare("INSERT INTO contact_visits (id, day, opened_at, session, locale, ticket, state) VALUES (?1, ?2, ?3, ?4, 'en', 'data-issues', 'ticket')")
			.bind(uuid(), last?.day, (last?.at ?? 0) + 60_000, session)
			.run();
		await db.prepare("INSERT OR IGNORE INTO dirty_days VALUES (?1)").bind(last?.day).run();
	}
}

async function read<Report>(path: string): Promise<Report> {
	const response = await call(path, token);
	expect(response.status).toBe(200);
	return response.json<Report>();
}

const readGaps = (query = "days=28") => read<GapsReport>(`/api/reports/gaps?${query}`);
const readSearch = (query = "days=28") => read<ReportData>(`/api/reports/search?${query}`);

/** Rows of a table of the search report: the cells of some columns. */
function cells(report: ReportData, id: string, ...keys: string[]): unknown[][] {
	return report.tables.find((table) => table.id === id)?.rows.map((row) => keys.map((key) => row.cells[key])) ?? [];
}

const figure = (report: ReportData, id: string) => report.figures.find((one) => one.id === id);

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

describe("a change that was deployed for a gap", () => {
	async function report(gaps: SiteManifest["gaps"]): Promise<GapsReport> {
		await refreshRollups(db);
		const site = { ...(await readSite(makeEnv())), gaps };
		return makeGapsReport({ env: makeEnv(), site, filter: readFilter({ days: 28 }, today), now: Date.parse(noon), today });
	}
	const change = { id: "aaaaaaaaaaaa", phrasings: ["Dark Mode", "night mode please"], article: null };
	const days = (from: number, to: number, asked: Asked) => Array.from({ length: from - to + 1 }, (_, number) => visit(from - number, [asked])).flat();

	it("is remembered from the first day it was seen", async () => {
		const [first, second] = [{ id: "aaaaaaaaaaaa", added: "2026-11-02" }, { id: "bbbbbbbbbbbb" }];
		await rememberGapChanges(db, [first], "2026-11-01");
		await rememberGapChanges(db, [first, second], "2026-11-05");
		expect([...(await gapChangesSince(db, ["aaaaaaaaaaaa", "bbbbbbbbbbbb", "cccccccccccc"]))]).toEqual([
			["aaaaaaaaaaaa", "2026-11-01"],
			["bbbbbbbbbbbb", "2026-11-05"],
		]);
	});

	it("is followed anew where it was made again", async () => {
		await rememberGapChanges(db, [{ id: change.id, added: "2026-08-01" }], "2026-08-01");
		const again = [{ id: change.id, added: "2026-11-07" }];
		await rememberGapChanges(db, again, "2026-11-08");
		await rememberGapChanges(db, again, "2026-11-10");
		await seed(days(20, 1, ["dark mode", 0]));
		expect((await report([change])).gaps).toMatchObject([{ id: change.id, state: "failing", landed: { since: "2026-11-08" } }]);
	});

	it("says what was the matter before, as its change does; of an older site's changes by their article", async () => {
		await seed(days(3, 2, ["dark mode", 0]));
		const diagnosis = async (more: object) => (await report([{ ...change, ...more }])).gaps.map((gap) => gap.diagnosis);
		expect(await diagnosis({ article: articles.value, diagnosis: "other-words" })).toEqual(["other-words"]);
		expect([await diagnosis({ article: articles.value }), await diagnosis({})]).toEqual([["no-article"], ["other-words"]]);
	});

	it("keeps all phrasings that it was made for: none of them is a gap of its own", async () => {
		const phrasings = ["dark mode", "drak mode", "night theme", "power saving colours"];
		await seed(phrasings.flatMap((query) => days(20, 15, [query, 0])));
		expect((await report([])).gaps.length).toBeGreaterThan(1);
		const { gaps } = await report([{ ...change, phrasings }]);
		expect(gaps).toMatchObject([{ id: change.id, query: expect.not.stringContaining("drak") as string, searches: 24, state: "watching" }]);
		expect(gaps[0]?.phrasings.map(({ query }) => query).sort()).toEqual(phrasings);
	});

	it("is watched, then closed when its searches succeed", async () => {
		await rememberGapChanges(db, [change], "2026-11-08");
		await seed([...days(20, 13, ["dark mode", 0]), ...days(9, 7, ["dark mode please", 1, articles.value])]);
		expect((await report([change])).gaps).toMatchObject([
			{
				...{ id: change.id, query: "dark mode", state: "watching" },
				landed: { since: "2026-11-08", before: { n: 8, answered: 0 }, after: { n: 3, answered: null } },
				action: "Wait: 3 searches since the change, 5 are needed to tell.",
			},
		]);
		await seed(days(6, 1, ["dark mode", 1, articles.value]));
		expect((await report([change])).gaps).toMatchObject([{ state: "closed", landed: { after: { n: 9, answered: 1 } } }]);
	});

	it("is failing when its searches still find nothing, and says why", async () => {
		await rememberGapChanges(db, [change], "2026-11-08");
		await seed(days(8, 1, ["dark mode", 0]));
		expect((await report([change])).gaps).toMatchObject([
			{ id: change.id, state: "failing", diagnosis: "no-article", action: expect.stringContaining("Write an article") },
		]);
	});

	it("is listed also where nobody searched for it, and stands in the table", async () => {
		await seed(days(3, 2, ["export report", 1, articles.export]));
		expect((await report([change])).gaps).toMatchObject([{ id: change.id, query: "dark mode", searches: 0, state: "watching", landed: { since: today } }]);
	});

	it("is forgotten after sixty days: its searches are judged like all others", async () => {
		await rememberGapChanges(db, [change], "2026-08-01");
		await seed(days(8, 1, ["dark mode", 0]));
		const { gaps } = await report([change]);
		expect(gaps).toMatchObject([{ query: "dark mode", state: "open", landed: null }]);
		expect(gaps[0]?.id).not.toBe(change.id);
	});
});

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
