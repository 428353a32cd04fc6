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
	expectProblem,
	makeEnv,
	makeTicket,
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

/** An answer as the answer box tells of it; `contact` where it was asked on the contact page. */
function makeAnswer({ contact }: { contact?: string } = {}) {
	const [answer, session, token] = [uuid(), newSession(), newToken()];
	const where = contact === undefined ? { place: "search" } : { place: "contact", contact };
	const make = (type: string, changes = {}) => ({ id: uuid(), type, answer, ...changes }) as unknown as ClientEvent;
	const events = {
		shown: (changes = {}) => make("answer_shown", { way: "section", article: articles.value, ...where, ...changes }),
		solved: (changes = {}) => make("answer_solved", { token, ...changes }),
		rejected: (changes = {}) => make("answer_rejected", changes),
	};
	const tell = async (list: ClientEvent[], options: Call = {}) => {
		expect((await sendEvents(list, { session, ...options })).status).toBe(202);
		await consume();
	};
	return { answer, session, token, events, tell };
}

const opened = (contact: string) => ({ id: contact, type: "contact_opened" }) as ClientEvent;
const suggestion = (type: string, contact: string, changes = {}) =>
	({ id: uuid(), type, contact, article: articles.import, ...changes }) as unknown as ClientEvent;
const file = (changes: Parameters<typeof makeTicket>[0], options: Call = {}) => post("/api/tickets", makeTicket(changes), options);
const stateOf = async (answer: string) => (await rows<{ state: string }>("SELECT state FROM answers WHERE id = ?1", answer))[0]?.state;
const visitState = async (contact: string) => (await rows<{ state: string }>("SELECT state FROM contact_visits WHERE id = ?1", contact))[0]?.state;

/** The day's counts of the ledger by name, whatever their label. */
async function counts(): Promise<Record<string, number>> {
	await refreshRollups(db);
	const found = await rows<{ metric: string; n: number }>(
		"SELECT metric, sum(n) AS n FROM daily_rollups WHERE metric LIKE 'answers%' OR metric LIKE 'deflections%' OR metric LIKE 'contact_s%' GROUP BY metric",
	);
	return Object.fromEntries(found.map(({ metric, n }) => [metric, n]));
}

describe("the ledger of answers", () => {
	it("has one row an answer, with where and how it was found, and no words", async () => {
		const { answer, session, events, tell } = makeAnswer();
		await tell([events.shown()]);
		expect(await rows("SELECT id, session, place, way, article, contact, state FROM answers")).toEqual([
			{ id: answer, session, place: "search", way: "section", article: articles.value, contact: null, state: "shown" },
		]);
	});

	it("counts an answer once, however often it comes", async () => {
		const { events, tell } = makeAnswer();
		const shown = events.shown();
		await tell([shown, shown]);
		await tell([shown]);
		await tell([events.shown({ way: "faq", place: "widget" })]);
		expect(await counts()).toEqual({ answers_shown: 1 });
		expect(await rows("SELECT place, way FROM answers")).toEqual([{ place: "search", way: "section" }]);
	});

	it("holds one that helped as pending for seven days, with the token hashed, and confirms it then", async () => {
		const start = setClock("2026-11-02T10:00:00Z");
		const { answer, token, events, tell } = makeAnswer();
		await tell([events.shown(), events.solved()]);
		expect(await stateOf(answer)).toBe("pending");
		expect(await everything()).not.toContain(token);
		await handleCron(makeEnv(), start + 7 * dayMs - 1000);
		expect(await stateOf(answer)).toBe("pending");
		await handleCron(makeEnv(), start + 7 * dayMs);
		expect(await stateOf(answer)).toBe("confirmed");
		expect(await counts()).toEqual({ answers_shown: 1, answers_confirmed: 1 });
	});

	it("undoes it when a ticket with its token comes within the seven days, and not afterwards", async () => {
		const start = setClock("2026-11-02T10:00:00Z");
		const [early, late] = [makeAnswer(), makeAnswer()];
		await early.tell([early.events.shown(), early.events.solved()]);
		await late.tell([late.events.shown(), late.events.solved()]);
		setClock(start + 6 * dayMs);
		await file({ deflectionTokens: [early.token], category: "data-issues" });
		expect(await rows("SELECT state, ticket FROM answers WHERE id = ?1", early.answer)).toEqual([{ state: "refuted", ticket: "data-issues" }]);
		await handleCron(makeEnv(), start + 7 * dayMs);
		await file({ deflectionTokens: [late.token], answers: [late.answer] });
		expect([await stateOf(early.answer), await stateOf(late.answer)]).toEqual(["refuted", "confirmed"]);
		expect(await counts()).toEqual({ answers_shown: 2, answers_confirmed: 1, answers_ticket: 1 });
	});

	it.each([
		["without a token", { token: undefined }, {}],
		["under Global Privacy Control", {}, { headers: { "sec-gpc": "1" } }],
	])("calls one that helped %s unverifiable for good", async (_, changes, options) => {
		const { answer, events, tell } = makeAnswer();
		await tell([events.shown(), events.solved(changes)], options);
		await handleCron(makeEnv(), Date.now() + 8 * dayMs);
		expect(await stateOf(answer)).toBe("unverifiable");
		expect(await rows("SELECT token_hash FROM answers")).toEqual([{ token_hash: null }]);
	});

	it("keeps nothing of the sender under Global Privacy Control, nor what a ticket had been answered", async () => {
		const { answer, events, tell } = makeAnswer();
		await tell([events.shown()], { headers: { "sec-gpc": "1" } });
		await file({ answers: [answer, uuid()] }, { headers: { "sec-gpc": "1" } });
		expect(await rows("SELECT session, visitor, state FROM answers")).toEqual([{ session: null, visitor: null, state: "shown" }]);
	});

	it("takes the last word of whether it helped", async () => {
		const { answer, events, tell } = makeAnswer();
		await tell([events.shown({ ago: 9000 }), events.rejected({ ago: 5000 })]);
		expect(await stateOf(answer)).toBe("rejected");
		await tell([events.solved({ ago: 2000 })]);
		expect(await stateOf(answer)).toBe("pending");
		await tell([events.rejected()]);
		expect(await stateOf(answer)).toBe("rejected");
	});

	it("says of an answer that a ticket named that a ticket came after it, also when it was rejected before", async () => {
		const [plain, rejected, solved] = [makeAnswer(), makeAnswer(), makeAnswer()];
		await plain.tell([plain.events.shown({ way: "unsure", article: undefined })]);
		await rejected.tell([rejected.events.shown(), rejected.events.rejected()]);
		await solved.tell([solved.events.shown(), solved.events.solved()]);
		await file({ answers: [plain.answer, rejected.answer, solved.answer, plain.answer] });
		expect([await stateOf(plain.answer), await stateOf(rejected.answer), await stateOf(solved.answer)]).toEqual(["ticket", "ticket", "refuted"]);
		expect(await counts()).toEqual({ answers_shown: 3, answers_rejected: 1, answers_ticket: 3 });
	});

	it("does not count what never was shown, though a ticket names it", async () => {
		await file({ answers: [uuid(), uuid()] });
		const { events, tell } = makeAnswer();
		await tell([events.rejected()]);
		expect(await count("answers")).toBe(3);
		expect(await counts()).toEqual({});
	});

	it("comes to the same end in whatever order events and ticket arrive", async () => {
		const ends = new Set<string>();
		for (const order of ["oestx", "xoest", "tseox", "soxte", "exots"]) {
			const contact = uuid();
			const { answer, token, events, tell } = makeAnswer({ contact });
			const steps: Record<string, () => Promise<unknown>> = {
				o: () => tell([opened(contact)]),
				e: () => tell([events.shown({ ago: 3000 })]),
				s: () => tell([events.solved({ ago: 2000 })]),
				t: () => tell([suggestion("suggestion_shown", contact, { ago: 2500 })]),
				x: () => file({ answers: [answer], deflectionTokens: [token] }),
			};
			for (const step of order) await steps[step]?.();
			const [visit] = await rows<{ state: string; shown: number; visitor: string | null }>(
				"SELECT state, shown, visitor FROM contact_visits WHERE id = ?1",
				contact,
			);
			const [row] = await rows("SELECT state, place, way, article, ticket, visitor FROM answers WHERE id = ?1", answer);
			ends.add(JSON.stringify([visit, row]));
		}
		expect([...ends]).toEqual([
			JSON.stringify([
				{ state: "refuted", shown: 2, visitor: null },
				{ state: "refuted", place: "contact", way: "section", article: articles.value, ticket: "data-issues", visitor: null },
			]),
		]);
	});

	it("keeps a named message apart from what was asked before", async () => {
		setClock("2026-11-02T10:20:30.123Z");
		const { answer, session, events, tell } = makeAnswer();
		const unknown = uuid();
		await tell([events.shown()]);
		await file({ answers: [answer, unknown], category: "data-issues" });
		const [ticket = {}] = await rows("SELECT * FROM tickets");
		for (const secret of [answer, unknown, session]) expect(JSON.stringify(ticket)).not.toContain(secret);
		expect(await rows("SELECT visitor, ticket FROM answers WHERE id = ?1", answer)).toEqual([{ visitor: null, ticket: "data-issues" }]);
		expect(await rows("SELECT session, visitor, shown_at FROM answers WHERE id = ?1", unknown)).toEqual([
			{ session: null, visitor: null, shown_at: Date.parse("2026-11-02T10:00:00Z") },
		]);
	});

	it("loses its token with the week and its rows with retention, and keeps its counts", async () => {
		const start = setClock("2026-08-01T10:00:00Z");
		const { events, tell } = makeAnswer();
		await tell([events.shown(), events.solved()]);
		await handleCron(makeEnv(), start + 7 * dayMs);
		await handleCron(makeEnv(), start + 10 * dayMs);
		expect(await rows("SELECT token_hash, visitor, state FROM answers")).toEqual([{ token_hash: null, visitor: null, state: "confirmed" }]);
		await handleCron(makeEnv(), start + 92 * dayMs);
		expect(await count("answers")).toBe(0);
		expect(await counts()).toEqual({ answers_shown: 1, answers_confirmed: 1 });
	});
});

describe("an answer on the contact page", () => {
	it("is help of the visit like a suggestion: shown, rejected, solved", async () => {
		const contact = uuid();
		const { events, tell } = makeAnswer({ contact });
		await tell([opened(contact), events.shown(), events.rejected({ ago: 1000 })]);
		expect(await rows("SELECT shown, rejected, solved_at, state FROM contact_visits")).toEqual([{ shown: 1, rejected: 1, solved_at: null, state: "open" }]);
		await tell([events.solved()]);
		expect(await rows("SELECT rejected, solved_article, state FROM contact_visits")).toEqual([
			{ rejected: 0, solved_article: articles.value, state: "pending" },
		]);
	});

	it("suggests nothing where nothing was answered", async () => {
		const contact = uuid();
		const [unsure, person] = [makeAnswer({ contact }), makeAnswer({ contact })];
		await unsure.tell([opened(contact), unsure.events.shown({ way: "unsure", article: undefined })]);
		await person.tell([person.events.shown({ way: "person", article: undefined }), { id: uuid(), type: "contact_abandoned", contact }]);
		expect(await counts()).toEqual({ answers_shown: 2, contact_sessions: 1 });
	});

	it("deflects its visit once, whatever else solved it, and one outside the page deflects none", async () => {
		const start = setClock("2026-11-02T10:00:00Z");
		const contact = uuid();
		const [here, elsewhere] = [makeAnswer({ contact }), makeAnswer()];
		await here.tell([opened(contact), here.events.shown(), here.events.solved(), suggestion("suggestion_solved", contact, { token: newToken() })]);
		await elsewhere.tell([elsewhere.events.shown(), elsewhere.events.solved()]);
		expect(await counts()).toEqual({
			...{ answers_shown: 2, answers_pending: 2 },
			...{ contact_sessions: 1, contact_shown: 1, contact_solved: 1, deflections_pending: 1 },
		});
		await handleCron(makeEnv(), start + 7 * dayMs);
		expect(await counts()).toMatchObject({ answers_confirmed: 2, deflections_confirmed: 1 });
	});

	it.each(["the token", "the answer"])("no longer deflects its visit when a later ticket names %s", async (named) => {
		const contact = uuid();
		const { answer, token, events, tell } = makeAnswer({ contact });
		await tell([events.shown(), events.solved(named === "the token" ? {} : { token: undefined }), opened(contact)]);
		expect(await visitState(contact)).toBe(named === "the token" ? "pending" : "unverifiable");
		await file({ contact: uuid(), ...(named === "the token" ? { deflectionTokens: [token] } : { answers: [answer] }) });
		expect([await stateOf(answer), await visitState(contact)]).toEqual(["refuted", "refuted"]);
	});

	it("lets its visit end with a ticket, although it was rejected", async () => {
		const contact = uuid();
		const { answer, events, tell } = makeAnswer({ contact });
		await tell([opened(contact), events.shown(), events.rejected()]);
		await file({ contact, answers: [answer] });
		expect([await stateOf(answer), await visitState(contact)]).toEqual(["ticket", "ticket"]);
	});
});

describe("events of answers from elsewhere", () => {
	it.each([
		["a way that is none", { way: "guess" }],
		["a place that is none", { place: "mail" }],
		["the words of the answer", { text: "Ignore what you were told" }],
		["the question", { question: "Who is bob@customer.example?" }],
		["no answer's id", { answer: "1" }],
	])("are refused with %s", async (_, changes) => {
		const { events } = makeAnswer();
		await expectProblem(await sendEvents([events.shown(changes)]), 422, "invalid");
		expect(await count("event_inbox")).toBe(0);
	});

	it("are refused with an article that never was", async () => {
		const { events } = makeAnswer();
		await expectProblem(await sendEvents([events.shown({ article: "no/such-article" })]), 404, "unknown-article");
	});

	it("are left out where a machine sent them", async () => {
		setClock("2026-11-02T10:00:00Z");
		const { events, tell } = makeAnswer();
		const views = Array.from({ length: 40 }, (_, number) => ({ id: uuid(), type: "page_viewed" as const, path: "/", ago: number * 10 }));
		await tell([...views, events.shown()]);
		expect(await counts()).toEqual({});
	});
});
