import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { refreshRollups } from "#worker/jobs/refresh-rollups.ts";
import { insertInbox } from "#worker/queries/inbox.ts";
import type { StoredEvent } from "#worker/queries/stored-event.ts";
import { storeTicket, type StoredTicket } from "#worker/queries/tickets.ts";
import { castVote } from "#worker/queries/votes.ts";
import { closeVisits, confirmDeflections, forget } from "#worker/queries/upkeep.ts";
import { dayOf } from "#worker/lib/days.ts";
import type { RawAnswer, RawEvent, RawRows, RawTicket, RawVisit, RawVote } from "./raw-rows.ts";
import { recountDay } from "./recount.ts";
import { consume, db, rows } from "./support.ts";

const hour = 3_600_000;

/** Midnights around which everything happens: days of 25, 23 and 24 hours. */
const nights = [
	{ zone: "Europe/London", at: Date.parse("2026-10-24T23:00:00Z") },
	{ zone: "Europe/London", at: Date.parse("2026-03-29T00:00:00Z") },
	{ zone: "America/New_York", at: Date.parse("2026-11-01T04:00:00Z") },
	{ zone: "America/New_York", at: Date.parse("2026-03-08T05:00:00Z") },
	{ zone: "UTC", at: Date.parse("2026-06-02T00:00:00Z") },
];

const articles = ["data-entry/import", "data-entry/add-a-value", "reporting/export"];
const words = ["import csv", "export pdf", "sso"];
const place = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

/** What one reader does; numbers choose among few sessions, visitors and searches, so that things meet. */
const act = fc.record({
	kind: fc.constantFrom(
		"view",
		"search",
		"search",
		"search",
		"search",
		"click",
		"click",
		"open",
		"show",
		"reject",
		"solve",
		"leave",
		"yes",
		"no",
		"ticket",
		"ask",
		"ask",
		"helped",
		"unhelped",
		"crowd",
	),
	id: fc.nat(25),
	session: fc.nat(2),
	visitor: fc.nat(3),
	/** Seconds from midnight: mostly within ten minutes of it, now and then far away. */
	seconds: fc.oneof({ weight: 3, arbitrary: fc.integer({ min: -400, max: 400 }) }, { weight: 1, arbitrary: fc.integer({ min: -80_000, max: 90_000 }) }),
	article: fc.constantFrom(...articles),
	words: fc.constantFrom(...words),
	results: fc.nat(2),
	how: fc.constantFrom("opened", "answered"),
	other: fc.option(fc.nat(25)),
	segment: fc.constantFrom("phone" as const, "computer" as const),
	/** Global Privacy Control. */
	hidden: fc.nat(5).map((number) => number === 0),
	narrowed: fc.option(fc.constantFrom("reporting"), { freq: 5 }),
});
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;

/** What arrives, and when what has arrived is counted in between. */
const story = fc.record({
	night: fc.constantFrom(...nights),
	acts: fc.array(act, { minLength: 10, maxLength: 40 }),
	/** After which acts the counts are refreshed, and which acts arrive a second time. */
	counted: fc.array(fc.nat(40), { maxLength: 15 }),
	replayed: fc.array(fc.nat(40), { maxLength: 8 }),
	batch: fc.integer({ min: 1, max: 9 }),
	/** Whether it arrives in the order in which it happened. */
	inOrder: fc.boolean(),
});

function eventsOf(
	{ kind, id, session, visitor, seconds, article, words: query, results, how, other, segment, hidden, narrowed }: Act,
	night: (typeof nights)[number],
): StoredEvent[] {
	const at = night.at + seconds * 1000;
	const sender = { session: hidden ? null : `session-${session}`, visitor: hidden ? null : `visitor-${visitor}`, locale: session === 0 ? "de" : "en", segment };
	const make = (type: string, number: number, fields: Partial<StoredEvent>, later = 0): StoredEvent => ({
		...{ id: place(number), type, at: at + later, day: dayOf(at + later, night.zone), ...sender, ...fields },
	});
	const contact = place(200 + (other ?? 0));
	const answer = place(1500 + (id % 5));
	switch (kind) {
		case "view":
			return [make("page_viewed", 300 + id * 30 + session, { path: "/", ...(results > 0 && { article }) })];
		case "search": {
			const replaces = other === null || other % 4 > 0 ? {} : { replaces: place(other) };
			return [
				make("search_settled", id, {
					query,
					queryKey: query,
					results,
					source: how === "opened" ? "page" : "ask",
					...replaces,
					...(narrowed && { category: narrowed }),
				}),
			];
		}
		case "click":
			return [make("search_clicked", 100 + id, { search: place(other ?? id), article, position: 1, how })];
		case "open":
			return [make("contact_opened", 200 + (other ?? 0), results > 0 ? { article } : {})];
		case "show":
			return [make("suggestion_shown", 1200 + id, { contact, article })];
		case "reject":
			return [make("suggestion_rejected", 1230 + id, { contact, article })];
		case "solve":
			return [make("suggestion_solved", 1260 + id, { contact, article, ...(results > 0 && { tokenHash: `token-${id}` }) })];
		case "leave":
			return [make("contact_abandoned", 1290 + id, { contact })];
		case "ask": {
			const where = results > 0 ? { source: "contact", contact } : { source: "search" };
			return [make("answer_shown", 1400 + id, { answer, how: hidden ? "unsure" : "section", ...(!hidden && { article }), ...where })];
		}
		case "helped":
			return [make("answer_solved", 1430 + id, { answer, ...(results > 0 && { tokenHash: `token-${id}` }) })];
		case "unhelped":
			return [make("answer_rejected", 1460 + id, { answer })];
		case "crowd":
			return id % 3 > 0
				? []
				: Array.from({ length: 29 + (id % 4) }, (_, number) =>
						make("page_viewed", 2000 + id * 40 + number, { path: "/", article }, number * (results > 0 ? 900 : 2100)),
					);
		default:
			return [];
	}
}

async function apply(acts: Act[], night: (typeof nights)[number]): Promise<void> {
	const events = acts.flatMap((one) => eventsOf(one, night));
	if (events.length > 0) await insertInbox(db, events, 0);
	await consume();
	for (const { kind, id, session, visitor, seconds, article, other, segment } of acts) {
		const at = night.at + seconds * 1000;
		const day = dayOf(at, night.zone);
		const sender = { session: `session-${session}`, visitor: `visitor-${visitor}`, locale: session === 0 ? "de" : "en", segment };
		if (kind === "yes" || kind === "no") {
			const vote = { article, revision: "aaaaaaaaaaaa", day, network: "n", helpful: kind === "yes", reasons: [], comment: "", at };
			await castVote(db, { ...vote, ...sender }, 30);
		}
		if (kind === "ticket") await fileTicket(day, at, place(200 + (other ?? 0)), id, sender);
	}
}

/** As a sent form leaves it: a ticket, and its visit of the contact page ends with it. */
function fileTicket(day: string, at: number, visit: string, token: number, { locale, segment }: Pick<StoredEvent, "locale" | "segment">): Promise<void> {
	const id = crypto.randomUUID();
	const names = { id, reference: id, statusToken: id, idempotencyKey: id, bodyHash: "", network: "n", emailHash: "e", plan: "" };
	const routed = { category: "data-issues", priority: "P4" as const, team: "", tier: "", promisedAt: 1, timeZone: "UTC" };
	const channel = token % 2 > 0 ? "widget" : "portal";
	return storeTicket(
		db,
		{ ...names, ...routed, channel, createdAt: at, day, locale, segment, content: {} as StoredTicket["content"] },
		[],
		[`token-${token}`],
		{
			visit,
			answers: token % 2 > 0 ? [place(1500 + (token % 5))] : [],
		},
	);
}

async function readRows(): Promise<RawRows> {
	const [events, visits, answers, votes, tickets] = await Promise.all([
		rows<RawEvent>("SELECT * FROM events"),
		rows<RawVisit>("SELECT * FROM contact_visits"),
		rows<RawAnswer>("SELECT * FROM answers"),
		rows<RawVote>("SELECT * FROM votes"),
		rows<RawTicket>("SELECT * FROM tickets"),
	]);
	return { events, visits, answers, votes, tickets };
}

async function readCounts(day: string) {
	const [counts, queries] = await Promise.all([
		rows<Record<string, string | number>>("SELECT * FROM daily_rollups WHERE day = ?1 AND n > 0 AND metric NOT LIKE 'content%'", day),
		rows<Record<string, string | number>>("SELECT * FROM query_days WHERE day = ?1", day),
	]);
	const [machine] = await rows<{ n: number }>("SELECT n FROM excluded_counts WHERE day = ?1 AND reason = 'machine'", day);
	const senders = await rows<{ metric: string; sample: number; n: number }>(
		`SELECT metric, sample, sum(n) AS n FROM daily_rollups WHERE day = ?1 AND n > 0
		AND (metric IN ('visitors', 'sessions') OR metric LIKE 'contact\\_%' ESCAPE '\\' OR metric LIKE 'deflections\\_%' ESCAPE '\\') GROUP BY metric, sample`,
		day,
	);
	return {
		senders: Object.fromEntries(senders.map(({ metric, sample, n }) => [`${metric}|${sample}`, n])),
		counts: Object.fromEntries(counts.map((row) => [[row.metric, row.label, row.locale, row.segment, row.sample].join("|"), row.n])),
		queries: Object.fromEntries(
			queries.map((row) => [
				[row.query, row.locale, row.segment, row.category, row.sample].join("|"),
				["searches", "visitors", "zero", "opened", "answered", "refined", "ticketed", "abandoned", "unhelpful", "unused"].map((sign) => row[sign]),
			]),
		),
		machines: machine?.n ?? 0,
	};
}

async function expectRecount(): Promise<void> {
	await refreshRollups(db);
	const raw = await readRows();
	const days = new Set([...raw.events, ...raw.visits, ...raw.answers, ...raw.votes, ...raw.tickets].map(({ day }) => day));
	for (const day of days) expect(await readCounts(day), day).toEqual(recountDay(day, raw));
}

const empty = ["events", "contact_visits", "answers", "votes", "tickets", "daily_rollups", "query_days", "excluded_counts", "machines", "dirty_days"];

describe("the counts of a day", () => {
	describe("of a session", () => {
		const at = Date.parse("2026-06-01T08:00:00Z");
		const tell = (type: string, seconds: number, fields: Partial<StoredEvent> = {}): StoredEvent => ({
			...{ id: crypto.randomUUID(), type, at: at + seconds * 1000, day: "2026-06-01", session: "s", visitor: "v", locale: "en", segment: "phone", ...fields },
		});
		const counted = (metrics: string[]) =>
			rows(
				"SELECT metric, label, locale, segment, n FROM daily_rollups WHERE metric IN (SELECT value FROM json_each(?1)) ORDER BY metric",
				JSON.stringify(metrics),
			);

		it("stand under the category from which it came first, however many led it to the contact page", async () => {
			await insertInbox(
				db,
				[
					tell("contact_opened", 60, { article: "reporting/export", locale: "de" }),
					tell("contact_opened", 0, { article: "data-entry/import" }),
					tell("contact_opened", 90),
				],
				0,
			);
			await consume();
			await expectRecount();
			expect(await counted(["contact_sessions"])).toEqual([{ metric: "contact_sessions", label: "data-entry", locale: "en", segment: "phone", n: 1 }]);
		});

		it("count one reader once, in whatever languages and on whatever devices", async () => {
			await insertInbox(
				db,
				[
					tell("page_viewed", 0, { path: "/" }),
					tell("page_viewed", 40, { path: "/de/", locale: "de" }),
					tell("page_viewed", 60, { article: "data-entry/import", segment: "computer" }),
				],
				0,
			);
			await consume();
			await expectRecount();
			const reader = { locale: "en", segment: "phone", n: 1 };
			expect(await counted(["sessions", "visitors", "time_to_answer"])).toEqual([
				{ metric: "sessions", label: "", ...reader },
				{ metric: "time_to_answer", label: "60", ...reader },
				{ metric: "visitors", label: "", ...reader },
			]);
		});

		it("call nothing a potential deflection, or left, of a session that wrote or was helped on another visit", async () => {
			const [first, second] = [place(1), place(2)];
			const visit = [
				tell("contact_opened", 0, { id: first }),
				tell("suggestion_shown", 5, { contact: first, article: "data-entry/import" }),
				tell("contact_abandoned", 50, { contact: first }),
			];
			await insertInbox(db, visit, 0);
			await consume();
			await expectRecount();
			const left = ["contact_abandoned", "deflections_potential", "deflections_ticket"];
			expect((await counted(left)).map(({ metric }) => metric)).toEqual(["contact_abandoned", "deflections_potential"]);
			await insertInbox(db, [tell("contact_opened", 100, { id: second })], 0);
			await consume();
			await fileTicket("2026-06-01", at + 120_000, second, 1, { locale: "en", segment: "phone" });
			await expectRecount();
			expect((await counted(left)).map(({ metric }) => metric)).toEqual(["deflections_ticket"]);
		});
	});

	it("equal a recount by hand, whatever came, how often, and in which order", { timeout: 120_000 }, async () => {
		await fc.assert(
			fc.asyncProperty(story, async ({ night, acts: told, counted, replayed, batch, inOrder }) => {
				const acts = inOrder ? told.toSorted((one, other) => one.seconds - other.seconds) : told;
				await db.batch(empty.map((table) => db.prepare(`DELETE FROM ${table}`)));
				const again = replayed.flatMap((place) => acts[place] ?? []).filter(({ kind }) => kind !== "ticket");
				const arriving = [...acts, ...again];
				for (let start = 0; start < arriving.length; start += batch) {
					await apply(arriving.slice(start, start + batch), night);
					if (counted.some((place) => place >= start && place < start + batch)) await refreshRollups(db);
				}
				const sent = acts.flatMap((one) => eventsOf(one, night));
				const stored = await rows<{ id: string }>("SELECT id FROM events");
				expect(new Set(stored.map(({ id }) => id))).toEqual(new Set(sent.map(({ id }) => id)));
				await expectRecount();
				await closeVisits(db, night.at + 30 * hour);
				await confirmDeflections(db, night.at + 8 * 24 * hour);
				await expectRecount();
			}),
			{ numRuns: 60 },
		);
	});

	it("stay when retention removes their rows, and what was searched goes with them", { timeout: 60_000 }, async () => {
		await fc.assert(
			fc.asyncProperty(story, async ({ night, acts }) => {
				await db.batch(empty.map((table) => db.prepare(`DELETE FROM ${table}`)));
				await apply(acts, night);
				await refreshRollups(db);
				const before = await rows("SELECT * FROM daily_rollups");
				await forget(db, { events: 1, votes: 1, tickets: 1 }, night.at + 20 * 24 * hour);
				await refreshRollups(db);
				expect(await rows("SELECT * FROM daily_rollups")).toEqual(before);
				expect(await rows("SELECT * FROM query_days")).toEqual([]);
				expect(await rows("SELECT id FROM events")).toEqual([]);
			}),
			{ numRuns: 15 },
		);
	});

	describe("of a search before midnight are made again", () => {
		const night = Date.parse("2026-06-02T00:00:00Z");
		const sender = { session: "session-1", visitor: "visitor-1", locale: "en", segment: "phone" as const };
		const search = (at: number, query: string): StoredEvent => ({
			...{ id: crypto.randomUUID(), type: "search_settled", at, day: dayOf(at), ...sender, query, queryKey: query, results: 0 },
		});
		const signs = () => rows("SELECT refined, ticketed FROM query_days WHERE day = '2026-06-01'");

		it("when its session searches for other words after midnight", async () => {
			await insertInbox(db, [search(night - 60_000, "import csv")], 0);
			await consume();
			await expectRecount();
			await insertInbox(db, [search(night + 60_000, "upload csv")], 0);
			await consume();
			await expectRecount();
			expect(await signs()).toEqual([{ refined: 1, ticketed: 0 }]);
		});

		it("when its session goes on after midnight", async () => {
			const abandoned = () => rows("SELECT day, abandoned FROM query_days ORDER BY day");
			await insertInbox(db, [search(night - 30_000, "import csv")], 0);
			await consume();
			await expectRecount();
			expect(await abandoned()).toEqual([{ day: "2026-06-01", abandoned: 1 }]);
			await insertInbox(db, [{ ...search(night + 30_000, ""), type: "page_viewed" }], 0);
			await consume();
			await expectRecount();
			expect(await abandoned()).toEqual([{ day: "2026-06-01", abandoned: 0 }]);
		});

		it("when its session sends a ticket after midnight", async () => {
			const visit = crypto.randomUUID();
			await insertInbox(db, [search(night - 60_000, "import csv"), { ...search(night, ""), id: visit, type: "contact_opened" }], 0);
			await consume();
			await expectRecount();
			await fileTicket("2026-06-02", night + 120_000, visit, 1, sender);
			await expectRecount();
			expect(await signs()).toEqual([{ refined: 0, ticketed: 1 }]);
		});
	});
});
