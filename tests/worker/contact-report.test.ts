import { createExecutionContext, type D1Migration } from "cloudflare:test";
import { env as runtime } from "cloudflare:workers";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { ReportData } from "#contract/report-data.ts";
import { addDays } from "#worker/lib/days.ts";
import { makeManagerSession } from "#worker/lib/manager-session.ts";
import { hour, now, read, seedMany, seedSatisfaction, seedTicket, seedVisitors, seedVisits, time, today } from "./contact-seeds.ts";
import { sendAsDesk } from "./desk-messages.ts";
import { bindings, call, db, makeEnv, origin, rows, setClock } from "./support.ts";

beforeEach(() => setClock(now));

describe("the ledger", () => {
	it("shows each step and each outcome for itself", async () => {
		const day = "2026-11-10";
		await seedVisits(day, { confirmed: 8, pending: 2, unverifiable: 1, refuted: 1 }, { shown: 2, opened: 1, solved_at: time(day) });
		await seedVisits(day, { ticket: 10 }, { shown: 1, rejected: 1 });
		await seedVisits(day, { abandoned: 2 }, { shown: 1 });
		await seedVisits(day, { abandoned: 1, open: 1 });
		await seedVisits("2026-11-19", { ticket: 4 });
		await seedVisits("2026-11-01", { confirmed: 3, ticket: 17 }, { solved_at: time("2026-11-01") });
		const report = await read();
		expect(report.cells("funnel")).toEqual([
			{ step: "Opened the contact page", sessions: 30, share: 1, previous: 20 },
			{ step: "Were shown an article", sessions: 24, share: 24 / 30, previous: 0 },
			{ step: "Opened a suggestion", sessions: 12, share: 12 / 30, previous: 0 },
			{ step: "Said “This solved it”", sessions: 12, share: 12 / 30, previous: 20 },
			{ step: "Rejected a suggestion", sessions: 10, share: 10 / 30, previous: 0 },
			{ step: "Left without a word", sessions: 3, share: 3 / 30, previous: 0 },
			{ step: "Sent a ticket", sessions: 14, share: 14 / 30, previous: 17 },
		]);
		expect(report.cells("outcomes")).toEqual([
			{ outcome: "Confirmed", sessions: 8, previous: 3 },
			{ outcome: "Pending", sessions: 2, previous: 0 },
			{ outcome: "Unverifiable", sessions: 1, previous: 0 },
			{ outcome: "Refuted", sessions: 1, previous: 0 },
			{ outcome: "Potential", sessions: 2, previous: 0 },
		]);
		expect(report.figure("deflection")).toMatchObject({ value: 8 / 26, n: 26, previous: 3 / 20, verdict: "good" });
		expect(report.charts[0]?.series.map(({ points }) => points.reduce((sum, { value }) => sum + (value ?? 0), 0))).toEqual([30, 0, 8]);
	});

	it("draws no deflections for days of which they are not known yet, and says what of them is in the rate", async () => {
		await seedVisits(addDays(today, -8), { confirmed: 6, ticket: 15 });
		await seedVisits(addDays(today, -7), { confirmed: 2 });
		const report = await read("days=10");
		const confirmed = report.charts[0]?.series.find(({ label }) => label === "Confirmed deflections");
		expect(confirmed?.points.map(({ value }) => value)).toEqual([0, 6, ...Array.from({ length: 8 }, () => null)]);
		expect(report.charts[0]?.unfinished).toBe(today);
		expect(report.figure("deflection")).toMatchObject({ part: 6, n: 21 });
		expect(report.cells("outcomes")[0]).toMatchObject({ outcome: "Confirmed", sessions: 8 });
		expect(report.table("outcomes").rows[0]?.more).toContain("In the rate: 6 of 21 contact sessions, those whose 7 days are over.");
	});

	it("says in a short period why there is no rate, and no value", async () => {
		await seedVisits(today, { pending: 30 });
		const short = await read("days=7");
		for (const id of ["deflection", "value"]) expect(short.figure(id)).toMatchObject({ value: null, why: "Known 8 days later: choose 30 days" });
		expect((await read("days=9")).figure("deflection")).not.toHaveProperty("why");
	});

	it("says that there is not enough data", async () => {
		await seedVisits("2026-11-10", { confirmed: 19 });
		const report = await read();
		expect(report.figure("deflection")).toMatchObject({ value: null, n: 19, verdict: "unknown" });
		expect(report.figure("value")).toMatchObject({ value: null });
		expect(report.cells("value").map(({ value }) => value)).toEqual([19, "not enough data", "not enough data", "$15", "not enough data"]);
		expect(report.cells("funnel")[0]).toMatchObject({ sessions: 19, share: null });
		for (const id of ["kept-promises", "satisfaction", "self-service", "answerable"]) expect(report.figure(id), id).toMatchObject({ value: null });
	});
});

describe("the value", () => {
	it("is visits × rate × cost, with the arithmetic and inputs of one's own", async () => {
		await seedVisits("2026-11-10", { confirmed: 7, ticket: 13 });
		const measured = await read();
		expect(measured.figure("value")).toMatchObject({ value: 105, n: 20 });
		expect(measured.table("value").form).toMatchObject({ path: "/manage/contact", hidden: { days: "14" } });
		const fields = ({ table }: typeof measured) => table("value").form?.fields.map(({ name, value, otherwise }) => [name, value, otherwise]);
		expect(fields(measured)).toEqual([
			["visits", null, 20],
			["rate", null, 35],
			["cost", null, 15],
		]);
		const own = await read("days=14&visits=10000&rate=35&cost=15");
		expect(own.figure("value")).toMatchObject({ value: 52_500 });
		expect(fields(own)).toEqual([
			["visits", 10_000, null],
			["rate", 35, null],
			["cost", 15, 15],
		]);
		expect(own.cells("value").map(({ value, source }) => [value, source])).toEqual([
			[10_000, "set by you"],
			["35.0 %", "set by you"],
			[3500, "worked out in whole ones: as if visits whose 7 days are not over end as the others did"],
			["$15", "set by you"],
			["$52,500", "worked out"],
		]);
		expect((await read("days=14&visits=&rate=&cost=")).figure("value")).toMatchObject({ value: 105 });
		const refused = await call("/api/reports/contact?cost=-1", { env: { REPORT_TOKEN: "t" }, headers: { authorization: "Bearer t" } });
		expect(refused.status).toBe(422);
	});

	it("is measured anew in another period, but for the cost", async () => {
		const cookie = `tier_zero_manager=${await makeManagerSession("key")}`;
		const get = (query: string) => call(`/manage/contact?${query}`, { env: { LOCAL_SESSION_KEY: "key" }, headers: { cookie } });
		const page = await (await get("days=14&visits=900&rate=35&cost=22")).text();
		expect(page).toContain('<a href="/manage/contact?days=30&amp;cost=22"');
		expect(page).toContain('<a href="/manage/articles?days=14&amp;cost=22"');
		expect(page).toContain('<input type="hidden" name="cost" value="22" />');
		expect(page).toContain('href="/api/reports/contact/value.csv?days=14&amp;visits=900&amp;rate=35&amp;cost=22"');
		expect(page).toContain('<input type="number" name="visits" value="900" placeholder=""');
		await seedVisits("2026-11-10", { confirmed: 7, ticket: 13 });
		expect(await (await get("days=14")).text()).toContain('<input type="number" name="rate" value="" placeholder="35"');
	});

	it("stands beside the self-service score: visitor-days for each ticket", async () => {
		await seedVisitors(today, 40);
		await seedMany(2, today, "data-issues", ["Import"]);
		expect((await read()).figure("self-service")).toMatchObject({ value: 20, n: 2, previous: null });
		expect((await read("days=14&category=data-entry")).figure("self-service")).toMatchObject({ value: null });
	});
});

describe("kept promises", () => {
	it("are told by priority: in time, late, overdue, not due, and unknown where the desk says nothing", async () => {
		const day = "2026-11-18";
		const promisedAt = time(day) + 8 * hour;
		await seedMany(6, day, "data-issues", ["Import"], { answeredAt: promisedAt });
		await seedMany(2, day, "data-issues", ["Import"], { answeredAt: promisedAt + 1 });
		await seedMany(2, day, "data-issues", ["Import"]);
		await seedMany(3, today, "data-issues", ["Import"], { promisedAt: now + hour });
		await seedMany(4, day, "data-issues", ["Import"], { to: ["pager"] });
		await seedTicket(day, "data-issues", "Import", { priority: "P1", to: ["desk", "pager"], answeredAt: promisedAt });
		const report = await read();
		expect(report.cells("promises")).toEqual([
			{ priority: "P1", tickets: 1, kept: 1, late: 0, overdue: 0, to_come: 0, unknown: 0, share: null },
			{ priority: "P4", tickets: 17, kept: 6, late: 2, overdue: 2, to_come: 3, unknown: 4, share: 0.6 },
		]);
		expect(report.figure("kept-promises")).toMatchObject({ value: 7 / 11, n: 11, verdict: "watch", previous: null });
		expect((await read("days=14&category=reporting")).cells("promises")).toEqual([]);
		expect((await read("days=14&segment=phone")).cells("promises")).toEqual([]);
	});

	it("are broken on phones, too, where nobody answered these but the desk answered others of the last thirty days", async () => {
		const day = "2026-11-18";
		await seedMany(1, "2026-10-25", "data-issues", ["Import"], { answeredAt: time("2026-10-25") + hour });
		await seedMany(15, day, "data-issues", ["Import"], { segment: "phone" });
		const overdue = { tickets: 15, overdue: 15, unknown: 0, share: 0 };
		expect((await read("days=7&segment=phone")).cells("promises")).toMatchObject([overdue]);
		expect((await read("days=7&segment=phone")).figure("kept-promises")).toMatchObject({ value: 0, n: 15 });
		expect((await read("days=7")).cells("promises")).toMatchObject([overdue]);
	});

	it("says which desk is silent", async () => {
		await seedMany(12, "2026-11-18", "data-issues", ["Import"], { to: ["zendesk"] });
		const report = await read();
		expect(report.cells("promises")).toMatchObject([{ tickets: 12, unknown: 12, share: null }]);
		expect(report.notes).toContain(
			"The desk “zendesk” may send updates but sent none that say that somebody answered: its tickets are unknown. See docs/handoff.md.",
		);
	});

	it("follow what the desk says", async () => {
		const promisedAt = now - hour;
		const ids = [];
		for (let index = 0; index < 10; index++) ids.push(await seedTicket(today, "data-issues", "Import", { promisedAt }));
		const at = new Date(promisedAt - 1).toISOString();
		for (const id of ids.slice(0, 9)) {
			const delivery = await db.prepare("SELECT id FROM deliveries WHERE ticket = ?1").bind(id).first<{ id: string }>();
			await sendAsDesk("desk", "/api/desk/desk", { deliveryId: delivery?.id, status: "waiting", at });
		}
		expect((await read()).figure("kept-promises")).toMatchObject({ value: 0.9, n: 10 });
	});
});

describe("flags", () => {
	it("are all counted, also those that the list has no room for, and those of a category by themselves", async () => {
		const insert = db.prepare(
			"INSERT INTO content_flags (id, destination, kind, topic, article, flagged_at, day) VALUES (?1, 'desk', 'wrong', 'Import', ?2, ?3, '2026-11-18')",
		);
		await db.batch(Array.from({ length: 250 }, (_, n) => insert.bind(`flag-${n}`, n < 10 ? "reporting/export" : "data-entry/import", n)));
		const report = await read();
		expect([report.figure("open-flags")?.value, report.cells("flags").length]).toEqual([250, 200]);
		expect(report.notes).toContain("The list of flags shows the newest 200 of 250 open ones.");
		const narrowed = await read("days=14&category=reporting");
		expect([narrowed.figure("open-flags")?.value, narrowed.cells("flags").length]).toEqual([10, 10]);
	});
});

describe("satisfaction", () => {
	it("shows mean, spread and comments", async () => {
		await seedSatisfaction("2026-11-18", [5, 5, 5, 4]);
		await seedSatisfaction(today, [1], "Took long. <b>");
		const report = await read();
		expect(report.figure("satisfaction")).toMatchObject({ value: 4, n: 5, verdict: "watch" });
		expect(report.cells("satisfaction").map(({ answers }) => answers)).toEqual([3, 1, 0, 0, 1]);
		expect(report.cells("comments")).toEqual([{ comment: "Took long. <b>", score: 1, category: "Data entry or import", day: today }]);
		expect((await read("days=1")).figure("satisfaction")).toMatchObject({ value: null, n: 1 });
		expect((await read("days=14&category=reporting")).figure("satisfaction")).toMatchObject({ value: null, n: 0 });
	});
});

describe("the page", () => {
	it("shows it all to people, escaped, and keeps inputs in its links", async () => {
		await seedMany(3, today, "data-issues", ["<script>alert(1)</script> frobnicator"], { escalatedAt: now });
		await sendAsDesk("desk", "/api/desk/desk/flags", { kind: "missing", topic: "<img src=x>" });
		const page = await call("/manage/contact?days=7&cost=20", {
			env: { LOCAL_SESSION_KEY: "key" },
			headers: { cookie: `tier_zero_manager=${await makeManagerSession("key")}`, accept: "text/html" },
		});
		const html = await page.text();
		expect(page.status).toBe(200);
		expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt; frobnicator");
		expect(html).not.toMatch(/<script>alert|<img src=x>/);
		expect(html).toContain('action="/manage/contact/flags"');
		expect(html).toContain("cost=20");
		expect(html).toMatch(/<input type="number" name="cost" value="20"/);
	});

	it("gives its lists as CSV", async () => {
		await sendAsDesk("desk", "/api/desk/desk/flags", { kind: "missing", topic: "=HYPERLINK(1)" });
		const csv = await call("/api/reports/contact/flags.csv?days=7", { env: { REPORT_TOKEN: "t" }, headers: { authorization: "Bearer t" } });
		expect((await csv.text()).split("\r\n").slice(0, 2)).toEqual([
			'"topic","kind","article","desk","day","state","next_step"',
			`"'=HYPERLINK(1)","No article","","desk","${today}","Open","npm run new -- how-to ""HYPERLINK 1"""`,
		]);
	});

	it("says what it did not read: texts that are gone", async () => {
		await seedMany(2, today, "data-issues", ["Import"]);
		expect((await read()).notes).toEqual([]);
		await db.prepare("UPDATE tickets SET content = '{}'").run();
		const report = await read();
		expect(report.notes).toEqual(["The lists that read subjects know the newest 0 of 2 tickets of the period."]);
		expect(report.cells("topics")).toEqual([]);
		const [from, to] = [addDays(today, -370), addDays(today, -10)];
		expect((await read(`from=${from}&to=${to}`)).notes).toEqual([`The text of tickets is kept since ${addDays(today, -365)}; lists that read it begin there.`]);
	});
});

describe("what the page says of itself", () => {
	it("is what each figure counts, and where its list is", async () => {
		const { figures } = await read();
		expect(figures.map(({ id, label, of, href }) => [id, label, of, href])).toEqual([
			["deflection", "Deflection rate", "contact sessions whose 7 days are over", "#outcomes"],
			["contact-sessions", "Contact sessions", undefined, "#funnel"],
			["tickets", "Tickets", undefined, "#channels"],
			["answers", "Answers", undefined, "#answers"],
			["answerable", "Search could have answered", "tickets replayed", "#answerable"],
			["kept-promises", "Kept promises", "answered or overdue tickets", "#promises"],
			["satisfaction", "Satisfaction", "answers", "#satisfaction"],
			["self-service", "Self-service score", "tickets, 0 visitor-days", "#value"],
			["value", "Value", "contact sessions whose 7 days are over", "#value"],
			["open-flags", "Open flags", undefined, "#flags"],
		]);
		const said = Object.fromEntries(figures.map(({ id, definition }) => [id, definition]));
		expect(said).toMatchObject({
			"contact-sessions": "Distinct sessions of a day that opened the contact page.",
			tickets: "Messages that were sent in the period.",
			answers: "What the answer box showed, each answer once.",
			"open-flags": "What agents flagged from their desks and nobody has settled, whenever it came.",
		});
		expect(said["answerable"]).toMatch(/^Tickets of which today's search is sure to know the answer, by their subject ÷ tickets that were replayed: /);
	});

	it("is what each line shows, day by day", async () => {
		await seedVisits("2026-11-10", { confirmed: 2 });
		await seedVisits("2026-11-12", { confirmed: 3 });
		await seedMany(4, "2026-11-11", "data-issues", ["Import"]);
		const [chart] = (await read("from=2026-11-10&to=2026-11-12")).charts;
		expect(chart).toMatchObject({ id: "contact-over-time", title: "Contact, tickets and deflections" });
		expect(chart?.summary).toMatch(/^Sessions that opened the contact page, tickets that were sent, and confirmed deflections\./);
		expect(chart?.series.map(({ label, unit, points }) => [label, unit, ...points.map(({ day, value }) => [day, value])])).toEqual([
			["Contact sessions", "count", ["2026-11-10", 2], ["2026-11-11", 0], ["2026-11-12", 3]],
			["Tickets", "count", ["2026-11-10", 0], ["2026-11-11", 4], ["2026-11-12", 0]],
			["Confirmed deflections", "count", ["2026-11-10", 2], ["2026-11-11", 0], ["2026-11-12", 3]],
		]);
	});

	it("is that lists of words reach back no further than tickets are kept, and what a category cannot tell", async () => {
		const firstKept = addDays(today, -365);
		const notes = async (query: string) => (await read(query)).notes;
		expect(await notes(`from=${firstKept}&to=${addDays(firstKept, 9)}`)).toEqual([]);
		expect(await notes(`from=${addDays(firstKept, -1)}&to=${addDays(firstKept, 9)}`)).toEqual([
			`The text of tickets is kept since ${firstKept}; lists that read it begin there.`,
		]);
		expect(await notes("days=14&category=reporting")).toEqual([
			"Visitors, searches after a release and flags without an article cannot be told by category: the self-service score is left out, and so are these flags.",
		]);
	});

	it("is that search does not work, with all that does not ask it", async () => {
		await seedMany(2, today, "data-issues", ["Import"]);
		const fetch = (request: Request) =>
			request.url.includes("/search-index/") ? Promise.resolve(new Response("", { status: 404 })) : bindings.ASSETS.fetch(request);
		vi.spyOn(console, "error").mockImplementation(() => undefined);
		vi.resetModules();
		const { app } = await import("#worker/app.ts");
		const env = makeEnv({ REPORT_TOKEN: "t", ASSETS: { fetch } as unknown as Fetcher });
		const request = new Request(`${origin}/api/reports/contact?days=14`, { headers: { authorization: "Bearer t" } });
		const report: ReportData = await (await app.fetch(request, env, createExecutionContext())).json();
		expect(report.notes).toEqual([
			"Search does not work, so the lists that ask it are missing: what it could have answered, topics, escalations and questions after a release.",
		]);
		expect(report.tables.map(({ id }) => id).slice(0, 2)).toEqual(["flags", "coverage"]);
		expect(report.figures.find(({ id }) => id === "answerable")).toMatchObject({ value: null, n: 0 });
	});
});

describe("how tickets came", () => {
	it("is told by channel beside the period before, with shares from twenty tickets on", async () => {
		await seedMany(15, today, "data-issues", ["Import"]);
		await seedMany(4, today, "password-login", ["Sign in"], { channel: "widget" });
		await seedMany(1, today, "data-issues", ["Import"], { channel: "assistant" });
		await seedMany(2, "2026-11-01", "data-issues", ["Import"], { channel: "form" });
		const report = await read();
		expect(report.cells("channels")).toEqual([
			{ channel: "Contact page", tickets: 15, share: 15 / 20, previous: 0 },
			{ channel: "Contact page, without JavaScript", tickets: 0, share: 0, previous: 2 },
			{ channel: "Widget in the product", tickets: 4, share: 4 / 20, previous: 0 },
			{ channel: "Assistant", tickets: 1, share: 1 / 20, previous: 0 },
		]);
		expect((await read("days=14&category=data-entry")).cells("channels")).toEqual([
			{ channel: "Contact page", tickets: 15, share: null, previous: 0 },
			{ channel: "Contact page, without JavaScript", tickets: 0, share: null, previous: 2 },
			{ channel: "Assistant", tickets: 1, share: null, previous: 0 },
		]);
		expect((await read("days=14&segment=phone")).cells("channels")).toEqual([]);
		const csv = await call("/api/reports/contact/channels.csv?days=14", { env: { REPORT_TOKEN: "t" }, headers: { authorization: "Bearer t" } });
		expect((await csv.text()).split("\r\n")[3]).toBe('"Widget in the product","4","0.2","0",""');
	});

	it("is counted when the database moves to a newer schema, for days whose readers are forgotten, too", async () => {
		await seedMany(3, "2024-02-03", "data-issues", ["Import"], { channel: "form" });
		await db.batch(
			["DELETE FROM dirty_days", "INSERT INTO daily_rollups (day, metric, label, n) VALUES ('2024-02-03', 'page_views', '', 7)"].map((sql) => db.prepare(sql)),
		);
		const { MIGRATIONS } = runtime as unknown as { MIGRATIONS: D1Migration[] };
		const { queries = [] } = MIGRATIONS.find(({ name }) => name === "0015_channels.sql") ?? {};
		await db.batch(queries.map((sql) => db.prepare(sql)));
		const report = await read("from=2024-01-20&to=2024-02-10");
		expect(report.cells("channels")).toMatchObject([{ channel: "Contact page, without JavaScript", tickets: 3 }]);
		expect(await rows("SELECT n FROM daily_rollups WHERE metric = 'page_views'")).toEqual([{ n: 7 }]);
	});
});

describe("topics of tickets", () => {
	it("begin with those that lack an article; one that needs none comes last and is not told to get one", async () => {
		await seedMany(9, today, "other", ["Hello"]);
		await seedMany(2, today, "data-issues", ["Import"]);
		const { rows } = (await read()).table("coverage");
		expect(rows.map(({ cells, action }) => [cells["category"], cells["articles"], action])).toEqual([
			["Password or login", 0, "Write an article with `answers: [password-login]`: npm run new"],
			["Data entry or import", 2, "Nothing to do"],
			["Reports or exports", 1, "Nothing to do"],
			["People and permissions", 1, "Nothing to do"],
			["Something else", null, "Needs no article"],
		]);
	});
});
