import { beforeEach, describe, expect, it, vi } from "vitest";
import type { ReportData } from "#contract/report-data.ts";
import type { Row } from "#contract/report-table.ts";
import { makeManagerSession } from "#worker/lib/manager-session.ts";
import { storeSnapshot } from "#worker/queries/rollups.ts";
import { rememberRevisions } from "#worker/queries/revisions.ts";
import { busy, Desk, drain, fileMany, fileTicket, hour, minute, refuse, start } from "./stand-in-desk.ts";
import { articles, call, consume, db, rows, sendEvents, setClock, uuid } from "./support.ts";

const key = "a key of the tests of thirty-two letters";
const env = { LOCAL_SESSION_KEY: key, REPORT_TOKEN: "the token of the tests" };
const pages = ["/manage", "/manage/search", "/manage/articles", "/manage/contact", "/manage/freshness", "/manage/handoffs"];

beforeEach(() => {
	setClock(start);
	vi.spyOn(console, "error").mockImplementation(() => undefined);
});

const signedIn = async () => ({ cookie: `tier_zero_manager=${await makeManagerSession(key)}` });

async function open(path: string): Promise<string> {
	const response = await call(path, { env, headers: await signedIn() });
	expect([path, response.status]).toEqual([path, 200]);
	return response.text();
}

function get(path: string): Promise<Response> {
	return call(path, { env, headers: { authorization: `Bearer ${env.REPORT_TOKEN}` } });
}

async function report(id: string, query = ""): Promise<ReportData> {
	return (await get(`/api/reports/${id}${query}`)).json();
}

const tableOf = ({ tables }: ReportData, id: string): Row[] => tables.find((table) => table.id === id)?.rows ?? [];
const valueOf = ({ figures }: ReportData, id: string) => figures.find((figure) => figure.id === id)?.value;
const firstCells = (all: Row[]) => all.map(({ cells }) => Object.values(cells)[0]);

describe("a page of the report", () => {
	it.each(pages)("opens at %s, says where one is, and runs under a strict content policy", async (path) => {
		const page = await open(`${path}?days=7`);
		expect(page).toContain(`<a href="${path}?days=7" aria-current="page">`);
		expect(page).toContain('aria-current="true">7 days');
		expect(page).toContain(`/api/reports/${path.split("/")[2] ?? "overview"}?days=7`);
		expect(page).not.toMatch(/\sstyle=|\son\w+="/);
	});

	it("keeps its filter in every address, and shows what is chosen", async () => {
		const page = await open("/manage/freshness?from=2026-11-01&to=2026-11-10&category=reporting&segment=phone");
		const query = "from=2026-11-01&amp;to=2026-11-10&amp;category=reporting&amp;segment=phone";
		for (const address of [`/manage/search?${query}`, `/api/reports/freshness?${query}`]) expect(page).toContain(address);
		expect(page).toContain("1 Nov – 10 Nov 2026");
		expect(page).toContain("<strong>own days, reporting, Phone</strong>");
		expect(page).toContain('<option value="reporting" selected>reporting</option>');
		expect(page).toContain('name="from" value="2026-11-01"');
	});

	it("fills in the days it shows, and takes them for its own only where they were changed", async () => {
		const page = await open("/manage/search?days=7");
		const [from = "", to = ""] = ["from", "to"].map((name) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1]);
		expect(Date.parse(to) - Date.parse(from)).toBe(6 * 24 * hour);
		const same = await open(`/manage/search?days=7&from=${from}&to=${to}&category=reporting`);
		expect(same).toContain('aria-current="true">7 days');
		expect(same).toContain("/manage/contact?days=7&amp;category=reporting");
		expect(await open(`/manage/search?days=7&from=${from}&to=${from}`)).toContain(`/manage/contact?from=${from}&amp;to=${from}`);
	});

	it("says in plain words what does not fit in its address, and leads back to itself", async () => {
		const headers = { cookie: `tier_zero_manager=${await makeManagerSession(key)}`, accept: "text/html" };
		const refused = async (query: string) => {
			const response = await call(`/manage/search?${query}`, { env, headers });
			return [response.status, /<p class="lead">(.+)<\/p>/.exec(await response.text())?.[1]];
		};
		expect(await refused("days=999")).toEqual([422, "“days” must be a whole number from 1 to 366."]);
		expect(await refused("days=0.5&segment=tv")).toEqual([422, "“days” must be a whole number from 1 to 366. “segment” must be phone or computer."]);
		expect(await refused("from=2026-11-01")).toEqual([422, "“to” goes together with “from”: give both days."]);
		const page = await (await call("/manage/search?days=999", { env, headers })).text();
		expect(page).toContain('<a class="button" href="/manage/search">Back to the report</a>');
	});

	it("says what of its address is no filter, or names nothing that is there", async () => {
		const page = await open("/manage/search?days=7&device=phone&category=nothing&locale=fr");
		expect(page).toContain("“device” in this address is no filter, and changes nothing here.");
		expect(page).toContain("No article is in the category “nothing” now");
		expect(page).toContain("No article is in the language “fr” now");
		expect(await open("/manage/search?days=7&category=reporting&locale=en")).not.toMatch(/is no filter|No article is in/);
	});

	it("tells a day that is not over apart in its charts, and only then", async () => {
		await fileMany(1);
		expect((await report("handoffs", "?days=3")).charts.map(({ unfinished }) => unfinished)).toEqual(["2026-11-20"]);
		expect((await report("handoffs", "?from=2026-11-10&to=2026-11-19")).charts[0]).not.toHaveProperty("unfinished");
		const weekly = (await report("handoffs", "?days=60")).charts[0];
		expect(weekly?.unfinished).toBe(weekly?.series[0]?.points.at(-1)?.day);
		expect(await open("/manage/handoffs?days=3")).toContain("20 Nov: not over yet");
	});

	it("explains each figure and column", async () => {
		await fileMany(1);
		const page = await open("/manage/handoffs");
		expect(page).toContain('popovertarget="how-backlog" data-how aria-label="How it is counted: Waiting now"');
		expect(page).toContain('popover id="how-destinations-delivered" class="definition">Of tickets that came in the period.');
		expect(page).toMatch(/<dt>State<\/dt>\s*<dd>After five failures/);
	});

	it("names every figure, column and list for programs and people alike, with a definition for each figure and list", async () => {
		for (const id of ["freshness", "handoffs"]) {
			const { figures, tables } = await report(id);
			for (const { definition } of [...figures, ...tables]) expect(definition).toMatch(/\.$|\. |Example/);
			for (const { columns, rows: all } of tables)
				for (const { cells } of all) expect(Object.keys(cells).sort()).toEqual(columns.map((column) => column.key).sort());
		}
	});

	it("can be tried out at any time of four digits, and at no other", async () => {
		const ask = async (path: string, clock: number) => (await call(path, { env, headers: { "x-dev-clock": String(clock), ...(await signedIn()) } })).status;
		const last = Date.UTC(9999, 0, 1);
		for (const path of [...pages, "/manage/audit", "/api/reports/digest", "/api/reports/gaps"])
			expect([path, await ask(path, 0), await ask(path, last - 1), await ask(path, last), await ask(path, 8.64e15)]).toEqual([path, 200, 200, 422, 422]);
	});

	it("gives its lists as files, the overview's too, and no others", async () => {
		await fileMany(2);
		const file = await get("/api/reports/overview/tickets.csv?days=7");
		expect(file.headers.get("content-disposition")).toMatch(/^attachment; filename="overview-tickets-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv"$/);
		expect(await file.text()).toMatch(/^"category","tickets","previous","articles","next_step"\r\n/);
		for (const path of ["overview/other.csv", "freshness/other.csv", "other/overdue.csv"]) expect((await get(`/api/reports/${path}`)).status).toBe(404);
	});
});

describe("the page about freshness", () => {
	it("lists overdue articles by owner with what to do, and counts what is due, archived and covered", async () => {
		setClock("2027-02-10T12:00:00Z");
		const found = await report("freshness");
		expect(tableOf(found, "overdue").map(({ cells, action }) => [cells["article"], cells["owner"], cells["due"], cells["days"], action])).toEqual([
			["How do I invite a <user>?", "admin", "2026-07-01", 224, "Follow every step, then set lastReviewed: content/articles/en/admin/users.mdx"],
			["How do I export a report?", "reports", "2027-02-01", 9, "Follow every step, then set lastReviewed: content/articles/en/reporting/export.mdx"],
		]);
		expect(firstCells(tableOf(found, "due"))).toEqual(["How do I import values?"]);
		expect(firstCells(tableOf(found, "archived"))).toEqual(["How do I send a fax?"]);
		expect(tableOf(found, "coverage")[0]).toEqual({
			id: "coverage-password-login",
			cells: { category: "Password or login", articles: 0, tickets: 0, previous: 0 },
			action: "Write one with answers: [password-login]: npm run new",
		});
		expect([valueOf(found, "overdue"), valueOf(found, "due"), valueOf(found, "coverage"), valueOf(found, "freshness")]).toEqual([2, 1, 0.75, 0.5]);
		expect(tableOf(found, "locales").map(({ cells, action }) => [cells["locale"], cells["articles"], action])).toEqual([
			["de", 1, "Translate: content/articles/de/admin/users.mdx"],
			["es", 0, "Translate: content/articles/es/admin/users.mdx"],
			["ar", 0, "Translate: content/articles/ar/admin/users.mdx"],
		]);
	});

	it("says what its figures and lines are", async () => {
		setClock("2027-02-10T12:00:00Z");
		const { title, figures, charts, tables } = await report("freshness", "?days=7");
		expect(title).toBe("Freshness");
		expect(figures.map(({ id, label, value, unit, n, of, target, verdict, href }) => [id, label, value, unit, n, of, target, verdict, href])).toEqual([
			["coverage", "Article coverage", 0.75, "rate", 4, "ticket categories", "80 % or more; warning below 50 %", "watch", "#coverage"],
			["freshness", "Content freshness", 0.5, "rate", 4, "articles", "90 % or more; warning below 70 %", "warning", "#overdue"],
			["overdue", "Overdue reviews", 2, "count", 4, "articles", "0", "watch", "#overdue"],
			["due", "Due soon", 1, "count", undefined, undefined, undefined, undefined, "#due"],
			["unowned", "Unowned", 0, "count", undefined, undefined, undefined, undefined, "#neglected"],
			["never-reviewed", "Never reviewed", 0, "count", undefined, undefined, undefined, undefined, "#neglected"],
			["archived", "Archived", 1, "count", undefined, undefined, undefined, undefined, "#archived"],
		]);
		expect(figures.slice(2).map(({ definition }) => definition)).toEqual([
			"Articles whose review has run out.",
			"Articles whose review runs out in the next 30 days.",
			"Articles whose `owner` says nobody. Example: unassigned",
			"Articles that no person has reviewed since they came online, more than 30 days ago.",
			"Articles that are kept at their address, but no longer offered or counted.",
		]);
		expect(charts.map(({ id, title, summary, series }) => [id, title, summary, series[0]?.label, series[0]?.unit, series[0]?.target])).toEqual([
			["fresh-over-time", "Content freshness", "Content freshness at the end of each day or week, with its target of 90 %.", "Content freshness", "rate", 0.9],
			["covered-over-time", "Article coverage", "Article coverage at the end of each day or week, with its target of 80 %.", "Article coverage", "rate", 0.8],
		]);
		expect(tables.map(({ id }) => id)).toEqual(["overdue", "due", "stale", "coverage", "locales", "neglected", "archived"]);
	});

	it("has no review overdue on the day it is due, and is due soon from thirty days before", async () => {
		const lists = async (day: string) => {
			setClock(`${day}T12:00:00Z`);
			const found = await report("freshness");
			return [firstCells(tableOf(found, "overdue")).length, firstCells(tableOf(found, "due")), found.figures.find(({ id }) => id === "overdue")?.verdict];
		};
		expect(await lists("2026-05-31")).toEqual([0, [], "good"]);
		expect(await lists("2026-06-01")).toEqual([0, ["How do I invite a <user>?"], "good"]);
		expect(await lists("2026-07-01")).toEqual([0, ["How do I invite a <user>?"], "good"]);
		expect(await lists("2026-07-02")).toEqual([1, [], "watch"]);
	});

	it("compares with the days before, and counts tickets of both for each topic", async () => {
		setClock("2026-11-18T12:00:00Z");
		await storeSnapshot(db, "2026-11-14", { articles: 4, fresh: 1, categories: 4, covered: 1 });
		await storeSnapshot(db, "2026-11-16", { articles: 4, fresh: 3, categories: 4, covered: 2 });
		const insert = "INSERT INTO daily_rollups (day, metric, label, n) VALUES (?1, 'tickets', 'password-login', ?2)";
		await db.batch([db.prepare(insert).bind("2026-11-16", 5), db.prepare(insert).bind("2026-11-15", 3), db.prepare(insert).bind("2026-11-12", 9)]);
		const found = await report("freshness", "?days=3");
		expect(found.figures.slice(0, 2).map(({ id, previous }) => [id, previous])).toEqual([
			["coverage", 0.25],
			["freshness", 0.25],
		]);
		expect(found.charts[1]?.series[0]?.points[0]).toEqual({ day: "2026-11-16", value: 0.5, n: 4 });
		expect(tableOf(found, "coverage").map(({ cells }) => [cells["category"], cells["tickets"], cells["previous"]])[0]).toEqual(["Password or login", 5, 3]);
		const narrowed = await report("freshness", "?days=3&category=admin");
		expect(narrowed.figures.slice(0, 2).map(({ previous }) => previous)).toEqual([null, null]);
	});

	it("says that readers narrow only what they read, and that every day is known", async () => {
		setClock("2026-11-18T12:00:00Z");
		for (const day of ["2026-11-16", "2026-11-17", "2026-11-18"]) await storeSnapshot(db, day, { articles: 4, fresh: 3, categories: 4, covered: 2 });
		expect((await report("freshness", "?days=3")).notes).toEqual([]);
		const note = "Language and device narrow views and tickets; the articles themselves are the same for everybody.";
		expect([(await report("freshness", "?days=3&locale=de")).notes, (await report("freshness", "?days=3&segment=phone")).notes]).toEqual([[note], [note]]);
	});

	it("weighs stale articles by their readers", async () => {
		setClock("2027-02-10T12:00:00Z");
		for (const article of [articles.users, articles.users, articles.value])
			await sendEvents([{ id: uuid(), type: "page_viewed", path: `/${article}/`, article }]);
		await consume();
		const found = await report("freshness");
		expect(tableOf(found, "overdue").map(({ cells }) => cells["views"])).toEqual([2, 0]);
		const bands = tableOf(found, "stale").map(({ cells }) => [cells["articles"], cells["views"]]);
		expect(bands).toEqual([
			[1, 2],
			[0, 0],
			[1, 0],
			[1, 0],
			[1, 1],
		]);
	});

	it("says who was never reviewed since it came online, and not of what is new", async () => {
		const online = Date.parse("2026-10-01T09:00:00Z");
		await rememberRevisions(db, [[articles.value, "aaaaaaaaaaaa"]], online);
		const cell = async () => firstCells(tableOf(await report("freshness"), "neglected"));
		setClock(online + 20 * 24 * hour);
		expect(await cell()).toEqual([]);
		setClock(online + 40 * 24 * hour);
		expect(await cell()).toEqual(["How do I add a value?"]);
	});

	it("shows the content over time with its gaps, for the whole centre only", async () => {
		setClock("2026-11-18T12:00:00Z");
		await storeSnapshot(db, "2026-11-16", { articles: 4, fresh: 3, categories: 4, covered: 2 });
		const found = await report("freshness", "?days=3");
		expect(found.charts[0]?.series[0]?.points).toEqual([
			{ day: "2026-11-16", value: 0.75, n: 4 },
			{ day: "2026-11-17", value: null, n: 0 },
			{ day: "2026-11-18", value: null, n: 0 },
		]);
		expect(found.notes).toEqual(["How the content stood is written down once a day: 1 of 3 days are known."]);
		const narrowed = await report("freshness", "?days=3&category=admin");
		expect([narrowed.charts, firstCells(tableOf(narrowed, "overdue"))]).toEqual([[], ["How do I invite a <user>?"]]);
		expect(narrowed.notes[0]).toBe("How the content stood on earlier days is known for the whole centre only: there is no line over time for one category.");
	});
});

describe("the page about hand-overs", () => {
	it("tells what waits, what was given up and why, and how each desk does", async () => {
		const dead = await fileTicket();
		await drain([new Desk("desk", refuse)]);
		await fileMany(2);
		await drain([new Desk("desk", busy)]);
		setClock(start + 2 * hour);
		const found = await report("handoffs");
		expect(tableOf(found, "dead")[0]?.cells).toEqual({
			...{ message: dead.reference, destination: "desk", reason: "the desk refused the credentials (401)", attempts: 1, age: 7200 },
		});
		expect(tableOf(found, "waiting").map(({ cells }) => [cells["destination"], cells["attempts"], cells["age"]])).toEqual([
			["desk", 1, 7200],
			["desk", 1, 7200],
		]);
		expect(tableOf(found, "reasons").map(({ cells }) => [cells["n"], cells["state"]])).toEqual([
			[2, "tried again"],
			[1, "given up"],
		]);
		expect(tableOf(found, "destinations")[0]?.cells).toMatchObject({ destination: "desk", state: "Takes messages", pending: 2, dead: 1, delivered: 0 });
		expect([valueOf(found, "backlog"), valueOf(found, "oldest"), valueOf(found, "dead"), valueOf(found, "first-attempt")]).toEqual([2, 7200, 1, null]);
	});

	it("tells how fast desks take messages, from enough of them on", async () => {
		await fileMany(20);
		setClock(start + 3 * minute);
		await drain([new Desk("desk")], { limit: 100 });
		const found = await report("handoffs");
		expect([valueOf(found, "delivered"), valueOf(found, "time-to-hand-over"), valueOf(found, "first-attempt")]).toEqual([20, 180, 1]);
		expect(found.charts[0]?.series.map(({ label, points }) => [label, points.reduce((sum, { value }) => sum + (value ?? 0), 0)])).toEqual([
			["Handed over", 20],
			["Waiting", 0],
			["Given up", 0],
		]);
		const other = await report("handoffs", "?segment=phone&category=reporting");
		expect([valueOf(other, "delivered"), valueOf(other, "time-to-hand-over")]).toEqual([0, null]);
		expect(other.notes).toEqual(["The filter narrows what was handed over in the period. What waits or was given up, and how the desks do, is shown whole."]);
	});
});

describe("the queries of these pages", () => {
	it("find their rows through an index", async () => {
		const asked: string[] = [];
		const prepare = db.prepare.bind(db);
		vi.spyOn(db, "prepare").mockImplementation((sql) => {
			asked.push(sql);
			return prepare(sql);
		});
		await report("handoffs");
		await report("freshness");
		vi.mocked(db.prepare).mockRestore();
		const own = asked.filter((sql) => /FROM (tickets t CROSS|deliveries|json_each)/.test(sql));
		expect(own.length).toBeGreaterThan(5);
		for (const sql of own) {
			const plan = await rows<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql.replaceAll(/\?\d+/g, "'[]'")}`);
			expect([
				sql,
				plan
					.map(({ detail }) => detail)
					.filter(
						(detail) =>
							/^SCAN (?!.*(INDEX|VIRTUAL TABLE|CONSTANT|subquery))/.test(detail) && /SCAN (tickets|t|deliveries|d|daily_rollups|r|events)\b/.test(detail),
					),
			]).toEqual([sql, []]);
		}
	});
});

describe("the reader's own visits", () => {
	it("are left out, and only counted as left out", async () => {
		const event = { id: uuid(), type: "page_viewed" as const, path: "/reporting/export/", article: articles.export, ago: 0 };
		const body = JSON.stringify({ session: "a".repeat(22), locale: "en", staff: true, events: [event] });
		expect((await call("/api/events", { method: "POST", body, headers: { "content-type": "application/json" } })).status).toBe(202);
		await consume();
		expect(await rows("SELECT reason, n FROM excluded_counts")).toEqual([{ reason: "staff", n: 1 }]);
		expect(await open("/manage")).toContain("100.0 % of what came is not counted");
	});
});
