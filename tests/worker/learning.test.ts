import { describe, expect, it } from "vitest";
import { limits } from "#contract/limits.ts";
import type { LearnedSearch, LearnedSearchesReport, OverviewReport } from "#contract/reports.ts";
import { handleCron } from "#worker/jobs/scheduled.ts";
import { addDays, dayOf } from "#worker/lib/days.ts";
import { makeManagerSession } from "#worker/lib/manager-session.ts";
import { insertInbox } from "#worker/queries/inbox.ts";
import { removeSample } from "#worker/queries/sample.ts";
import type { StoredEvent } from "#worker/queries/stored-event.ts";
import { castVote, type StoredVote } from "#worker/queries/votes.ts";
import { articles, call, consume, count, db, everything, expectProblem, makeEnv, newSession, rows, sendEvents, setClock, uuid, type Call } from "./support.ts";

const noon = "2026-11-18T12:00:00Z";
const today = "2026-11-18";
const token: Call = { env: { REPORT_TOKEN: "t" }, headers: { authorization: "Bearer t" } };

async function overview(days = 7): Promise<OverviewReport> {
	return (await call(`/api/reports/overview?days=${days}`, token)).json<OverviewReport>();
}

async function learned(query = ""): Promise<LearnedSearch[]> {
	const response = await call(`/api/reports/learned-searches${query}`, token);
	expect(response.status).toBe(200);
	return (await response.json<LearnedSearchesReport>()).searches;
}

describe("what a reader was looking for", () => {
	const search = (query: string, changes = {}) => ({ id: uuid(), type: "search_settled", query, results: 0, ...changes });
	const told = (of: { id: string }, text: string, changes = {}) => ({ id: uuid(), type: "search_told", search: of.id, text, ...changes });

	it("is stored once, however often it arrives, and is no event that is counted", async () => {
		const asked = search("carbon offsets");
		const said = told(asked, "buying offsets\nfor our   flights");
		await sendEvents([asked, said, said]);
		await consume();
		await sendEvents([said]);
		await consume();
		expect(await rows("SELECT id, search, text, sample FROM search_comments")).toEqual([
			{ id: said.id, search: asked.id, text: "buying offsets for our flights", sample: 0 },
		]);
		expect(await rows("SELECT type FROM events")).toEqual([{ type: "search_settled" }]);
	});

	it("loses personal data in the Worker, too", async () => {
		const asked = search("my invoice");
		await sendEvents([asked, told(asked, "an invoice for ada@customer.example, call +44 20 7946 0142")]);
		await consume();
		const text = await everything();
		for (const secret of ["ada@customer.example", "7946"]) expect(text).not.toContain(secret);
		expect(await rows("SELECT text FROM search_comments")).toEqual([{ text: "an invoice for [email], call [phone]" }]);
	});

	it.each([
		["is empty", "  \n "],
		["is too long", "x".repeat(limits.told + 1)],
		["holds a control character", "a\u0000b"],
	])("is refused and leaves nothing when it %s", async (_, text) => {
		await expectProblem(await sendEvents([told({ id: uuid() }, text)]), 422, "invalid");
		expect(await count("event_inbox")).toBe(0);
	});

	it("stands beside the group of searches it belongs to: the latest three, each text once", async () => {
		const now = setClock(noon);
		const [first, other, answered] = [search("carbon offset"), search("offsets for carbon"), search("carbon offset", { results: 3 })];
		const elsewhere = search("dark mode");
		await sendEvents([first, other, answered, elsewhere]);
		for (const [of, text] of [
			[first, "the oldest"],
			[first, "twice"],
			[other, "another spelling"],
			[first, "twice"],
			[first, "the latest"],
			[answered, "after an answer"],
			[elsewhere, "<b>my eyes hurt</b>"],
			[{ id: uuid() }, "of a search nobody knows"],
		] as const) {
			setClock(Date.now() + 1000);
			await sendEvents([told(of, text)]);
		}
		setClock(now + 60_000);
		await consume();
		const { zeroResults } = await overview();
		expect(Object.fromEntries(zeroResults.map((group) => [group.query, group.told]))).toEqual({
			"carbon offset": ["the latest", "twice", "another spelling"],
			"dark mode": ["<b>my eyes hurt</b>"],
		});
	});

	it("is shown to the manager as text, never as markup", async () => {
		const asked = search("dark mode");
		await sendEvents([asked, told(asked, "<img src=x onerror=alert(1)> & more")]);
		await consume();
		const cookie = `tier_zero_manager=${await makeManagerSession("key")}`;
		const page = await (await call("/manage", { env: { LOCAL_SESSION_KEY: "key" }, headers: { cookie } })).text();
		expect(page).toContain("was looking for: “&lt;img src=x onerror=alert(1)&gt; &amp; more”");
		expect(page).not.toContain("<img src=x");
	});

	it("is kept without visitor and session, also under Global Privacy Control", async () => {
		const asked = search("dark mode");
		await sendEvents([asked, told(asked, "less light")], { headers: { "sec-gpc": "1" } });
		await consume();
		expect((await overview()).zeroResults).toMatchObject([{ query: "dark mode", told: ["less light"] }]);
		expect(Object.keys((await rows("SELECT * FROM search_comments"))[0] ?? {})).toEqual(["id", "search", "at", "day", "locale", "text", "sample"]);
	});

	it("goes with the events when these are too old, and with the sample", async () => {
		const now = setClock(noon);
		const comment = (id: string, day: string, sample: number) =>
			db.prepare("INSERT INTO search_comments VALUES (?1, ?1, 0, ?2, 'en', 'words', ?3)").bind(id, day, sample);
		await db.batch([comment("old", addDays(today, -91), 0), comment("kept", addDays(today, -90), 0), comment("sample", today, 1)]);
		await handleCron(makeEnv(), now);
		expect(await rows("SELECT id FROM search_comments ORDER BY id")).toEqual([{ id: "kept" }, { id: "sample" }]);
		await removeSample(db);
		expect(await rows("SELECT id FROM search_comments")).toEqual([{ id: "kept" }]);
	});
});

/** What one reader does; `after` comes a minute after the click. */
interface Reader {
	visitor?: string | null;
	session?: string | null;
	day?: string;
	query?: string;
	/** Results used, one after the other. */
	used?: string[];
	how?: "opened" | "answered";
	after?: Partial<StoredEvent> & Pick<StoredEvent, "type">;
	sample?: 1;
}

let readers = 0;

async function read(...visits: Reader[]): Promise<void> {
	const events = visits.flatMap((visit) => {
		readers++;
		const { day = today, query = "co2 factor", used = [articles.value], how = "opened", after } = visit;
		const session = visit.session === undefined ? `session-${readers}` : visit.session;
		const visitor = visit.visitor === undefined ? `visitor-${readers}` : visit.visitor;
		const make = (minute: number, event: Partial<StoredEvent> & Pick<StoredEvent, "type">): StoredEvent => {
			const at = Date.parse(`${day}T08:00:00Z`) + minute * 60_000;
			return { id: uuid(), at, day: dayOf(at), session, visitor, locale: "en", segment: "computer", ...(visit.sample && { sample: 1 }), ...event };
		};
		const asked = make(0, { type: "search_settled", query, queryKey: query, results: 3 });
		const clicks = used.map((article, index) => make(index + 1, { type: "search_clicked", search: asked.id, article, position: 1, how }));
		return [asked, ...clicks, ...(after ? [make(9, after)] : [])];
	});
	await insertInbox(db, events, 0);
	await consume();
}

const times = (n: number, visit: Reader = {}): Reader[] => Array.from({ length: n }, () => visit);
const found = (visitors: number, article = articles.value, query = "co2 factor"): LearnedSearch => ({ query, article, visitors });

describe("searches that ended in a helpful article", () => {
	it("are told with the most visitors of one day", async () => {
		setClock(noon);
		await read(...times(3), ...times(4, { day: "2026-11-16", how: "answered" }), ...times(5, { query: "add number", used: [articles.import] }));
		expect(await learned()).toEqual([found(5, articles.import, "add number"), found(4)]);
		expect(await learned("?minimum=5")).toEqual([found(5, articles.import, "add number")]);
		expect(await learned("?days=2")).toEqual([found(5, articles.import, "add number"), found(3)]);
	});

	it("are not told for two visitors on each of two days: a visitor is known for a day, so these may be the same", async () => {
		setClock(noon);
		await read(...times(2), ...times(2, { day: "2026-11-17" }));
		expect(await learned()).toEqual([]);
		expect(await learned("?minimum=2")).toEqual([found(2)]);
	});

	it("do not count a flood from one visitor as more than one", async () => {
		setClock(noon);
		await read(...times(300, { visitor: "flood" }), ...times(1));
		expect(await learned()).toEqual([]);
		await read(...times(2));
		expect(await learned()).toEqual([found(4)]);
	});

	it("do not count a visitor twice whose events come after midnight", async () => {
		const visit = async () => {
			const asked = { id: uuid(), type: "search_settled", query: "co2 factor", results: 3, ago: 120_000 };
			await sendEvents([asked, { id: uuid(), type: "search_clicked", search: asked.id, article: articles.value, position: 1, ago: 110_000 }], {
				session: newSession(),
			});
		};
		setClock("2026-11-17T23:50:00Z");
		await visit();
		setClock("2026-11-18T00:01:00Z");
		await visit();
		await consume();
		expect(await rows("SELECT day, count(*) AS n, count(DISTINCT visitor) AS visitors FROM events GROUP BY day")).toEqual([
			{ day: "2026-11-17", n: 4, visitors: 1 },
		]);
		expect(await learned("?minimum=2")).toEqual([]);
	});

	it("come from real events, and not from readers under Global Privacy Control", async () => {
		const visit = (browser: string, headers = {}) => {
			const asked = { id: uuid(), type: "search_settled", query: "  CO2   factor ", results: 3 };
			const click = { id: uuid(), type: "search_clicked", search: asked.id, article: articles.value, position: 1 };
			return sendEvents([asked, click], { headers: { "user-agent": browser, ...headers } });
		};
		for (const browser of ["One/1.0", "Two/1.0", "Three/1.0"]) await visit(browser, { "sec-gpc": "1" });
		await consume();
		expect(await learned()).toEqual([]);
		for (const browser of ["One/1.0", "Two/1.0", "Three/1.0"]) await visit(browser);
		await consume();
		expect(await learned()).toEqual([found(3)]);
	});

	it.each<[string, Reader]>([
		["nobody clicked", { used: [] }],
		["without a session", { session: null }],
		["after which the reader searched again", { after: { type: "search_settled", query: "emission factor", queryKey: "emission factor", results: 2 } }],
	])("are none %s", async (_, visit) => {
		setClock(noon);
		await read(...times(3, visit));
		expect(await learned()).toEqual([]);
	});

	it("are none where the click came from another session", async () => {
		setClock(noon);
		await read(...times(3));
		await db.prepare("UPDATE events SET session = 'another' WHERE type = 'search_clicked'").run();
		expect(await learned()).toEqual([]);
	});

	it("are none where the reader wrote a ticket; opening the contact page alone is no ticket", async () => {
		setClock(noon);
		await read(...times(3, { after: { type: "contact_opened" } }));
		expect(await learned()).toEqual([found(3)]);
		await db.prepare("UPDATE contact_visits SET ticket = id WHERE id = (SELECT min(id) FROM contact_visits)").run();
		expect(await learned()).toEqual([]);
	});

	it("are none where the reader said that the article did not help", async () => {
		setClock(noon);
		await read({ visitor: "critic" }, ...times(2));
		const vote: Omit<StoredVote, "helpful" | "at"> = {
			article: articles.value,
			revision: "r",
			segment: "computer",
			day: today,
			visitor: "critic",
			network: "n",
			reasons: [],
			comment: "",
			session: null,
			locale: "en",
		};
		await castVote(db, { ...vote, helpful: true, at: 1 }, 30);
		expect(await learned()).toEqual([found(3)]);
		await castVote(db, { ...vote, helpful: false, at: 2 }, 30);
		expect(await learned()).toEqual([]);
	});

	it("count for the article that was used last", async () => {
		setClock(noon);
		await read(...times(3, { used: [articles.value, articles.import] }), ...times(1));
		expect(await learned()).toEqual([found(3, articles.import)]);
	});

	it("leave the sample out, unless there is nothing else", async () => {
		setClock(noon);
		await read(...times(3, { sample: 1, query: "made up" }));
		const response = await call("/api/reports/learned-searches", token);
		expect(await response.json()).toEqual({ sample: true, searches: [found(3, articles.value, "made up")] });
		await read(...times(1));
		expect(await (await call("/api/reports/learned-searches", token)).json()).toEqual({ sample: false, searches: [] });
	});

	it.each(["?minimum=1", "?minimum=2.5", "?minimum=many", "?days=0", "?days=367"])("are not told for %s", async (query) => {
		await expectProblem(await call(`/api/reports/learned-searches${query}`, token), 422, "invalid");
	});

	it("are not told to strangers, nor to other methods", async () => {
		await expectProblem(await call("/api/reports/learned-searches"), 403, "forbidden");
		await expectProblem(await call("/api/reports/learned-searches", { ...token, method: "DELETE" }), 403, "needs-manager");
		const headers = { cookie: `tier_zero_manager=${await makeManagerSession("key")}` };
		const refused = await call("/api/reports/learned-searches", { method: "DELETE", env: { LOCAL_SESSION_KEY: "key" }, headers });
		expect(refused.headers.get("allow")).toBe("GET, HEAD");
		await expectProblem(refused, 405, "method-not-allowed");
	});
});
