import type { D1Migration } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { ClientEvent } from "#contract/events.ts";
import { refreshRollups } from "#worker/jobs/refresh-rollups.ts";
import { handleCron } from "#worker/jobs/scheduled.ts";
import {
	articles,
	consume,
	count,
	db,
	everything,
	makeEnv,
	makeTicket,
	makeVote,
	newSession,
	newToken,
	post,
	rows,
	sendEvents,
	setClock,
	uuid,
	type Call,
} from "./support.ts";

const dayMs = 24 * 60 * 60 * 1000;

/** A visit of the contact page, as the page tells it. */
function makeVisit() {
	const contact = uuid();
	const session = newSession();
	const token = newToken();
	const step = (type: string, changes = {}) => ({ id: uuid(), type, contact, article: articles.value, ...changes }) as unknown as ClientEvent;
	const events = {
		opened: { id: contact, type: "contact_opened" } as ClientEvent,
		shown: (article = articles.value) => step("suggestion_shown", { article }),
		read: () => step("suggestion_opened"),
		rejected: () => step("suggestion_rejected"),
		solved: (changes = {}) => step("suggestion_solved", { token, ...changes }),
		abandoned: () => ({ id: uuid(), type: "contact_abandoned", contact }) as ClientEvent,
	};
	const send = (list: ClientEvent[], options: Call = {}) => sendEvents(list, { session, ...options });
	const tell = async (list: ClientEvent[], options: Call = {}) => {
		expect((await send(list, options)).status).toBe(202);
		await consume();
	};
	return { contact, session, token, events, send, tell };
}

const ledger = () =>
	rows<{ id: string; state: string; shown: number; opened: number; rejected: number }>("SELECT id, state, shown, opened, rejected FROM contact_visits");
const stateOf = async (contact: string) => (await rows<{ state: string }>("SELECT state FROM contact_visits WHERE id = ?1", contact))[0]?.state;
const file = (changes: Parameters<typeof makeTicket>[0], options: Call = {}) => post("/api/tickets", makeTicket(changes), options);

describe("the deflection ledger", () => {
	it("has one row a visit that counts what was shown, opened and rejected", async () => {
		const { contact, events, tell } = makeVisit();
		await tell([events.opened]);
		expect(await ledger()).toEqual([{ id: contact, state: "open", shown: 0, opened: 0, rejected: 0 }]);
		await tell([events.shown(), events.shown(articles.import), events.shown(), events.read()]);
		await tell([events.rejected(), events.rejected()]);
		expect(await ledger()).toEqual([{ id: contact, state: "open", shown: 2, opened: 1, rejected: 1 }]);
	});

	it("holds a solved visit as pending, with the token hashed", async () => {
		const { contact, token, events, tell } = makeVisit();
		await tell([events.opened, events.shown(), events.solved()]);
		expect(await stateOf(contact)).toBe("pending");
		expect(await everything()).not.toContain(token);
		expect(await rows("SELECT length(token_hash) AS n, solved_article FROM contact_visits")).toEqual([{ n: 43, solved_article: articles.value }]);
	});

	it("confirms it after seven days, not before", async () => {
		const start = setClock("2026-11-02T10:00:00Z");
		const { contact, events, tell } = makeVisit();
		await tell([events.opened, events.solved()]);
		await handleCron(makeEnv(), start + 7 * dayMs - 1000);
		expect(await stateOf(contact)).toBe("pending");
		await handleCron(makeEnv(), start + 7 * dayMs);
		expect(await stateOf(contact)).toBe("confirmed");
		await refreshRollups(db);
		expect(await rows("SELECT metric, n FROM daily_rollups WHERE day = '2026-11-02' AND metric LIKE 'deflections%'")).toEqual([
			{ metric: "deflections_confirmed", n: 1 },
		]);
	});

	it("forgets the token and the visitor when the week is over", async () => {
		const start = setClock("2026-11-02T10:00:00Z");
		const { events, tell } = makeVisit();
		await tell([events.opened, events.solved()]);
		await handleCron(makeEnv(), start + 7 * dayMs);
		await handleCron(makeEnv(), start + 9 * dayMs);
		expect(await rows("SELECT state, token_hash, visitor FROM contact_visits")).toEqual([{ state: "confirmed", token_hash: null, visitor: null }]);
	});

	it("refutes it when a ticket carries the token", async () => {
		const { contact, token, events, tell } = makeVisit();
		await tell([events.opened, events.solved()]);
		const response = await file({ deflectionTokens: [newToken(), token] });
		expect(response.status).toBe(201);
		expect(await stateOf(contact)).toBe("refuted");
		await handleCron(makeEnv(), Date.now() + 8 * dayMs);
		expect(await stateOf(contact)).toBe("refuted");
	});

	it("refutes it although the solved event still waits in the inbox", async () => {
		const { contact, token, events, send } = makeVisit();
		await send([events.opened, events.solved()]);
		expect(await count("contact_visits")).toBe(0);
		await file({ deflectionTokens: [token] });
		expect(await stateOf(contact)).toBe("refuted");
	});

	it("leaves the visits of other browsers alone", async () => {
		const [mine, other] = [makeVisit(), makeVisit()];
		await mine.tell([mine.events.opened, mine.events.solved()]);
		await other.tell([other.events.opened, other.events.solved()]);
		await file({ deflectionTokens: [mine.token] });
		expect([await stateOf(mine.contact), await stateOf(other.contact)]).toEqual(["refuted", "pending"]);
	});

	it("does not refute what was confirmed", async () => {
		const start = setClock("2026-11-02T10:00:00Z");
		const { contact, token, events, tell } = makeVisit();
		await tell([events.opened, events.solved()]);
		await handleCron(makeEnv(), start + 7 * dayMs);
		await file({ deflectionTokens: [token] });
		expect(await stateOf(contact)).toBe("confirmed");
	});

	it("calls a solved visit unverifiable without a token", async () => {
		const { contact, events, tell } = makeVisit();
		await tell([events.opened, events.solved({ token: undefined })]);
		expect(await stateOf(contact)).toBe("unverifiable");
		await handleCron(makeEnv(), Date.now() + 8 * dayMs);
		expect(await stateOf(contact)).toBe("unverifiable");
	});

	it("calls a solved visit unverifiable under Global Privacy Control, and stores no token", async () => {
		const { contact, events, tell } = makeVisit();
		await tell([events.opened, events.solved()], { headers: { "sec-gpc": "1" } });
		expect(await stateOf(contact)).toBe("unverifiable");
		expect(await rows("SELECT session, visitor, token_hash FROM contact_visits")).toEqual([{ session: null, visitor: null, token_hash: null }]);
	});

	it("tells potential deflections apart: suggestions seen, form abandoned or left open for a day", async () => {
		const start = setClock("2026-11-02T10:00:00Z");
		const [seen, unseen, left] = [makeVisit(), makeVisit(), makeVisit()];
		await seen.tell([seen.events.opened, seen.events.shown(), seen.events.abandoned()]);
		await unseen.tell([unseen.events.opened, unseen.events.abandoned()]);
		await left.tell([left.events.opened, left.events.shown()]);
		const figures = async () => {
			await refreshRollups(db);
			return rows(
				"SELECT metric, n FROM daily_rollups WHERE metric IN ('contact_sessions', 'deflections_potential') OR metric LIKE 'deflections_con%' ORDER BY metric",
			);
		};
		await handleCron(makeEnv(), start + dayMs - 1000);
		expect([await stateOf(seen.contact), await stateOf(left.contact)]).toEqual(["abandoned", "open"]);
		expect(await figures()).toEqual([
			{ metric: "contact_sessions", n: 3 },
			{ metric: "deflections_potential", n: 1 },
		]);
		await handleCron(makeEnv(), start + dayMs);
		expect(await stateOf(left.contact)).toBe("abandoned");
		expect(await figures()).toEqual([
			{ metric: "contact_sessions", n: 3 },
			{ metric: "deflections_potential", n: 2 },
		]);
	});

	it("takes a visit up again that was left open for a day", async () => {
		const start = setClock("2026-11-02T10:00:00Z");
		const { contact, events, tell } = makeVisit();
		await tell([events.opened, events.shown()]);
		await handleCron(makeEnv(), start + dayMs);
		await tell([events.solved()]);
		expect(await stateOf(contact)).toBe("pending");
	});

	it("calls a visit that ends with a ticket a ticket, or refuted when it was solved before", async () => {
		const [plain, solved] = [makeVisit(), makeVisit()];
		await plain.tell([plain.events.opened, plain.events.shown()]);
		await solved.tell([solved.events.opened, solved.events.solved()]);
		await file({ contact: plain.contact });
		await file({ contact: solved.contact });
		expect([await stateOf(plain.contact), await stateOf(solved.contact)]).toEqual(["ticket", "refuted"]);
	});

	it("joins a ticket to a visit whose events come later", async () => {
		const start = setClock("2026-11-02T10:00:00Z");
		const { contact, session, events, tell } = makeVisit();
		await file({ contact });
		expect(await stateOf(contact)).toBe("ticket");
		setClock(start + 5000);
		await tell([{ ...events.opened, ago: 65_000 }, events.shown()]);
		expect(await rows("SELECT state, opened_at, session, shown FROM contact_visits")).toEqual([
			{ state: "ticket", opened_at: start - 60_000, session, shown: 1 },
		]);
		await tell([events.solved()]);
		expect(await stateOf(contact)).toBe("refuted");
	});

	it.each(["before the message", "after the message", "partly before, partly after"])(
		"keeps a named message apart from its visit when events arrive %s",
		async (when) => {
			const start = setClock("2026-11-02T10:20:30.123Z");
			const { contact, session, events, tell, send } = makeVisit();
			await send([
				{ id: uuid(), type: "search_settled", query: "my private search", results: 0 },
				{ id: uuid(), type: "page_viewed", path: "/" },
			]);
			await consume();
			if (when !== "after the message") await tell([events.opened]);
			await file({ contact, category: "data-issues" });
			setClock(start + 1000);
			if (when !== "before the message") await tell([...(when === "after the message" ? [events.opened] : []), events.shown()]);
			expect(await rows("SELECT ticket, visitor, session FROM contact_visits")).toEqual([{ ticket: "data-issues", visitor: null, session }]);
			const [ticket = {}] = await rows("SELECT * FROM tickets");
			expect(ticket["contact"]).toBeNull();
			// Nothing that only this message has stands anywhere on the side of the visit.
			const sides = JSON.stringify(await Promise.all(["events", "contact_visits", "votes", "event_inbox"].map((table) => rows(`SELECT * FROM ${table}`))));
			for (const column of ["id", "reference", "status_token", "idempotency_key", "body_hash", "network", "email_hash"])
				expect(sides, column).not.toContain(String(ticket[column]));
			expect(JSON.stringify(ticket)).not.toContain(contact);
			expect(JSON.stringify(ticket)).not.toContain(session);
		},
	);

	it("knows of a visit that only its message told no time but the hour", async () => {
		setClock("2026-11-02T10:20:30.123Z");
		await file({ contact: uuid() });
		expect(await rows("SELECT opened_at, ticket FROM contact_visits")).toEqual([{ opened_at: Date.parse("2026-11-02T10:00:00Z"), ticket: "data-issues" }]);
	});

	it("loses what tied messages to visits before, by migration", async () => {
		await file({ contact: uuid() });
		const [{ id, created_at: at } = { id: "", created_at: 0 }] = await rows<{ id: string; created_at: number }>("SELECT id, created_at FROM tickets");
		await db.batch([
			db.prepare("UPDATE contact_visits SET ticket = ?1, visitor = 'v', opened_at = ?2").bind(id, at),
			db.prepare("UPDATE tickets SET contact = (SELECT id FROM contact_visits)"),
		]);
		const { MIGRATIONS } = env as unknown as { MIGRATIONS: D1Migration[] };
		const unlink = MIGRATIONS.find(({ name }) => name === "0011_unlink.sql")?.queries ?? [];
		await db.batch(unlink.map((query) => db.prepare(query)));
		expect(await rows("SELECT ticket, visitor, opened_at % 3600000 AS beyond FROM contact_visits")).toEqual([
			{ ticket: "data-issues", visitor: null, beyond: 0 },
		]);
		expect(await rows("SELECT contact FROM tickets")).toEqual([{ contact: null }]);
	});

	it("keeps a message and a vote of the same network apart", async () => {
		await post("/api/votes", makeVote());
		await file({});
		const [[vote], [ticket]] = [await rows("SELECT network FROM votes"), await rows("SELECT network FROM tickets")];
		expect(vote?.["network"]).not.toBe(ticket?.["network"]);
	});

	it("comes to the same end in whatever order the events arrive", async () => {
		const ends = [];
		for (const order of [
			[0, 1, 2, 3],
			[3, 2, 1, 0],
			[2, 0, 3, 1],
			[1, 3, 0, 2],
		]) {
			const { contact, events, tell } = makeVisit();
			const all = [events.opened, events.shown(), events.read(), events.solved()];
			for (const index of order) await tell([all[index] as ClientEvent]);
			ends.push((await ledger()).find(({ id }) => id === contact));
		}
		expect(ends.map((end) => [end?.state, end?.shown, end?.opened])).toEqual(Array.from({ length: 4 }, () => ["pending", 1, 1]));
	});

	it("keeps a solved visit solved when the page is left afterwards", async () => {
		const { contact, events, tell } = makeVisit();
		await tell([events.opened, events.solved(), events.abandoned()]);
		expect(await stateOf(contact)).toBe("pending");
	});

	it("counts a visit in which two articles solved it once, from the first", async () => {
		const { events, tell } = makeVisit();
		await tell([events.opened, { ...events.solved(), ago: 9000 }, events.solved({ article: articles.export })]);
		await handleCron(makeEnv(), Date.now());
		expect(await rows("SELECT solved_article FROM contact_visits")).toEqual([{ solved_article: articles.value }]);
		expect(await rows("SELECT n FROM daily_rollups WHERE metric = 'deflections_pending'")).toEqual([{ n: 1 }]);
	});

	it("keeps the token of a visit whose contact_opened event comes last, so that a ticket refutes it", async () => {
		const { contact, token, events, tell } = makeVisit();
		await tell([events.shown(), events.solved()]);
		await file({ deflectionTokens: [token] });
		await tell([events.opened]);
		expect(await stateOf(contact)).toBe("refuted");
	});

	it("marks the visit's own day for a new count when the ticket comes after midnight", async () => {
		setClock("2026-11-02T23:59:30Z");
		const { contact, events, tell } = makeVisit();
		await tell([events.opened, events.shown(), events.abandoned()]);
		await handleCron(makeEnv(), Date.now());
		await refreshRollups(db);
		const potential = () => rows("SELECT day, n FROM daily_rollups WHERE metric = 'deflections_potential'");
		expect(await potential()).toEqual([{ day: "2026-11-02", n: 1 }]);
		setClock("2026-11-03T00:00:30Z");
		await file({ contact });
		await refreshRollups(db);
		expect(await potential()).toEqual([]);
	});
});
