import { describe, expect, it, vi } from "vitest";
import type { TicketAnswer } from "#contract/tickets.ts";
import { limits } from "#contract/limits.ts";
import { dayMs } from "#worker/lib/days.ts";
import { storeNote } from "#worker/queries/notes.ts";
import { forget } from "#worker/queries/upkeep.ts";
import {
	articles,
	call,
	count,
	db,
	everything,
	expectProblem,
	makeTicket,
	mockDesk,
	newToken,
	post,
	postForm,
	rows,
	setClock,
	uuid,
	withDesk,
	type Call,
	type Settings,
} from "./support.ts";

async function filed(changes: Parameters<typeof makeTicket>[0] = {}, env: Settings = {}): Promise<string> {
	return (await (await post("/api/tickets", makeTicket(changes), { env })).json<TicketAnswer>()).statusUrl;
}

const read = async (path: string) => (await call(path)).text();
const act = (path: string, what: string, fields: Record<string, string> = {}, options: Call = {}) =>
	postForm(`${path}/${what}`, { key: uuid(), ...fields }, options);
const notes = () => rows<{ kind: string; text: string }>("SELECT kind, text FROM ticket_notes ORDER BY rowid");

describe("a note on the status page", () => {
	it("is stored, shown as text, and handed over", async () => {
		const requests = mockDesk(() => Response.json({ reference: "DESK-1" }));
		const path = await filed({}, withDesk);
		const response = await act(path, "note", { text: "More: <b>bold</b>\r\nand a line" }, { env: withDesk });
		expect([response.status, response.headers.get("location")]).toEqual([303, `${path}?done=note`]);
		expect(await notes()).toEqual([{ kind: "note", text: "More: <b>bold</b>\nand a line" }]);
		const page = await read(`${path}?done=note`);
		expect(page).toContain('<p class="notice thanks" role="status">Your note was added.</p>');
		expect(page).toContain("More: &lt;b&gt;bold&lt;/b&gt;\nand a line");
		expect(await Promise.all(requests.map(async (request) => (await request.text()).includes("and a line")))).toContain(true);
	});

	it("comes back with its words when the database takes nothing", async () => {
		vi.spyOn(console, "error").mockImplementation(() => undefined);
		const path = await filed();
		const prepare = (sql: string) => {
			if (sql.startsWith("INSERT INTO ticket_notes")) throw new Error("D1_ERROR: database is locked");
			return db.prepare(sql);
		};
		const DB = { prepare, batch: (statements: D1PreparedStatement[]) => db.batch(statements) } as unknown as D1Database;
		const response = await act(path, "note", { text: "More words" }, { env: { DB } });
		expect(response.status).toBe(503);
		const page = await response.text();
		expect(page).toContain("The service cannot store anything right now.");
		expect(page).toContain("More words</textarea>");
	});

	it("is one although its form is sent twice", async () => {
		const path = await filed();
		const key = uuid();
		const answers = [await act(path, "note", { key, text: "Once" }), await act(path, "note", { key, text: "Once" })];
		expect(answers.map(({ status }) => status)).toEqual([303, 303]);
		expect(await count("ticket_notes")).toBe(1);
	});

	it("comes back with its words and a fresh key when it does not fit", async () => {
		const path = await filed();
		const key = uuid();
		await act(path, "note", { key, text: "First" });
		const response = await act(path, "note", { key, text: 'Second "</textarea><script>' });
		expect(response.status).toBe(422);
		const page = await response.text();
		expect(page).toContain("This was not stored yet");
		expect(page).toContain("Second &quot;&lt;/textarea&gt;&lt;script&gt;</textarea>");
		expect(page).not.toContain(`value="${key}"`);
		const empty = await act(path, "note", { text: "  " });
		expect(empty.status).toBe(422);
		expect(await empty.text()).toContain('<a href="#field-text">please write a note</a>');
		expect(await count("ticket_notes")).toBe(1);
	});

	it("is refused from another site's page, and beyond 20 an hour", async () => {
		const path = await filed();
		await expectProblem(
			await act(path, "note", { text: "Hello" }, { headers: { "sec-fetch-site": "cross-site", accept: "application/json" } }),
			403,
			"cross-site",
		);
		for (let index = 0; index < limits.notesPerTicketAndHour; index++) await act(path, "note", { text: `Note ${index}` });
		const refused = await act(path, "note", { text: "One more" });
		expect(refused.status).toBe(429);
		expect(await refused.text()).toContain("One more</textarea>");
	});

	it.each(["note", "close", "reopen", "satisfaction"])("cannot be told from any other wrong link (%s)", async (what) => {
		const path = await filed();
		const answers = await Promise.all([act(`${path.slice(0, -1)}.`, what), act("/status/x", what), act(`/status/${newToken()}`, what)]);
		expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
		expect(new Set(await Promise.all(answers.map((response) => response.text()))).size).toBe(1);
		expect([await count("ticket_notes"), await count("ticket_satisfaction")]).toEqual([0, 0]);
		expect((await call(`${path}/${what}`)).status).toBe(405);
	});
});

describe("closing a message", () => {
	it("asks one question, whose answer is kept once and without personal data", async () => {
		const path = await filed();
		expect((await act(path, "close")).headers.get("location")).toBe(`${path}?done=close`);
		const closed = await read(path);
		expect(closed).toContain("<h1>This message is closed.</h1>");
		expect(closed).toContain("How happy are you with the help you got?");
		expect(closed).not.toContain("Add this note");
		const unsaid = await postForm(`${path}/satisfaction`, { comment: "I forgot the number" });
		expect(unsaid.status).toBe(422);
		const page = await unsaid.text();
		expect(page).toContain("please choose a number from 1 to 5");
		expect(page).toContain("I forgot the number</textarea>");
		expect((await postForm(`${path}/satisfaction`, { score: "4", comment: "Ask bob@customer.example" })).status).toBe(303);
		expect((await postForm(`${path}/satisfaction`, { score: "1" })).status).toBe(303);
		expect(await rows("SELECT score, comment FROM ticket_satisfaction")).toEqual([{ score: 4, comment: "Ask [email]" }]);
		for (let time = 0; time < 2; time++) await postForm(`${path}/satisfaction`, { score: "1", comment: "And one more thing" });
		expect(await rows("SELECT score, comment FROM ticket_satisfaction")).toEqual([{ score: 4, comment: "Ask [email]\nAnd one more thing" }]);
		await postForm(`${path}/satisfaction`, { score: "1", comment: "x".repeat(limits.comment) });
		const full = await postForm(`${path}/satisfaction`, { score: "1", comment: "Beyond all measure" });
		expect(full.status).toBe(429);
		expect(await full.text()).toContain("Beyond all measure</textarea>");
		expect(await read(path)).toContain("You gave us 4 of 5. Thank you.");
	});

	it("tells the desk which article was the answer", async () => {
		const path = await filed();
		await act(path, "close", { article: articles.import });
		expect(await notes()).toEqual([{ kind: "closed", text: "Solved by the article “How do I import values?”." }]);
	});

	it("loses no word with which a message is opened again that is open", async () => {
		const path = await filed();
		expect((await act(path, "reopen", { text: "It never was closed" })).headers.get("location")).toBe(`${path}?done=note`);
		expect((await act(path, "reopen")).headers.get("location")).toBe(`${path}?done=reopen`);
		expect(await notes()).toEqual([{ kind: "note", text: "It never was closed" }]);
	});

	it("loses no word of two tabs that open it again at once", async () => {
		const path = await filed();
		await act(path, "close");
		const id = (await rows<{ id: string }>("SELECT id FROM tickets"))[0]?.id ?? "";
		const both = ["One", "Two"].map((text) => ({ ticket: id, key: uuid(), kind: "reopened" as const, text, now: Date.now() }));
		const outcomes = [];
		for (const note of both) outcomes.push(await storeNote(db, note));
		expect(outcomes).toEqual(["stored", "so-already"]);
		const key = uuid();
		await act(path, "reopen", { key, text: "Two" });
		expect((await act(path, "reopen", { key, text: "Two" })).status).toBe(303);
		expect((await notes()).map(({ kind, text }) => [kind, text])).toEqual([
			["closed", ""],
			["reopened", "One"],
			["note", "Two"],
		]);
	});

	it("happens once, and can be taken back; each is told to the desk", async () => {
		const path = await filed();
		await act(path, "close");
		await act(path, "close");
		await act(path, "reopen", { text: "It is back" });
		expect(await notes()).toEqual([
			{ kind: "closed", text: "" },
			{ kind: "reopened", text: "It is back" },
		]);
		expect(await read(path)).toContain("Add this note");
	});

	it("takes no answer to a question that was not asked", async () => {
		const path = await filed();
		await postForm(`${path}/satisfaction`, { score: "5" });
		expect(await count("ticket_satisfaction")).toBe(0);
		const late = await postForm(`${path}/satisfaction`, { score: "5", comment: "But I have words" });
		expect(late.status).toBe(422);
		const page = await late.text();
		expect(page).toContain("add them as a note, if you like.");
		expect(page).toContain("But I have words</textarea>");
	});

	it("brings the words of a refused opening back where they were written, not into the question", async () => {
		const path = await filed();
		await act(path, "close");
		const page = await (await act(path, "reopen", { key: "no key", text: "Still broken" })).text();
		expect(page).toMatch(/<textarea name="text"[^>]*>Still broken<\/textarea>/);
		expect(page).toMatch(/<textarea name="comment"[^>]*><\/textarea>/);
	});

	it.each(["0", "6", "3.5", "x"])("takes no score of %s", async (score) => {
		const path = await filed();
		await act(path, "close");
		expect((await postForm(`${path}/satisfaction`, { score })).status).toBe(422);
		expect(await count("ticket_satisfaction")).toBe(0);
	});
});

describe("what the desk says", () => {
	it.each([
		["open", "Our team is working on it."],
		["waiting", "Our team has asked you something: please look into your e-mail."],
		["solved", "<h1>This message is closed.</h1>"],
		["closed", "<h1>This message is closed.</h1>"],
	])("shows when it is %s", async (status, words) => {
		const path = await filed();
		await db.prepare("UPDATE tickets SET desk_status = ?1, desk_status_at = created_at").bind(status).run();
		expect(await read(path)).toContain(words);
	});

	it("counts until the customer says otherwise, and the other way round", async () => {
		const start = setClock("2026-11-20T10:00:00Z");
		const path = await filed();
		const desk = (status: string, at: number) => db.prepare("UPDATE tickets SET desk_status = ?1, desk_status_at = ?2").bind(status, at).run();
		const isClosed = async () => (await read(path)).includes("This message is closed.");
		await desk("solved", start + 1000);
		expect(await isClosed()).toBe(true);
		setClock(start + 2000);
		await act(path, "reopen");
		expect(await isClosed()).toBe(false);
		await desk("closed", start + 3000);
		expect(await isClosed()).toBe(true);
	});
});

describe("articles once more", () => {
	it("are offered with their quick answer and a way to close the message", async () => {
		const page = await read(await filed({ subject: "How do I import values" }));
		expect(page).toContain("While you wait: is the answer here?");
		expect(page).toContain('<a href="/data-entry/import/">');
		expect(page).toContain('name="article" value="data-entry/import"');
	});

	it.each([
		["critical", { risk: "lost" as const }],
		["without an answer", { subject: "qqqq wwww zzzz", description: "xxxxxxxxx yyyyyyyyy" }],
	])("are not offered to a message that is %s", async (_, changes) => {
		expect(await read(await filed({ subject: "How do I import values", ...changes }))).not.toContain("While you wait");
	});

	it("are not offered a day later, or when it is closed", async () => {
		const start = setClock("2026-11-20T10:00:00Z");
		const path = await filed({ subject: "How do I import values" });
		setClock(start + dayMs);
		expect(await read(path)).not.toContain("While you wait");
		setClock(start);
		await act(path, "close");
		expect(await read(path)).not.toContain("While you wait");
	});
});

describe("after its retention time", () => {
	it("a message has lost its words, notes and comment; its page says so and takes nothing", async () => {
		const start = setClock("2026-11-20T10:00:00Z");
		const path = await filed({ subject: "secret-subject", description: "secret-description" });
		await act(path, "note", { text: "secret-note" });
		await act(path, "close");
		await postForm(`${path}/satisfaction`, { score: "2", comment: "secret-comment" });
		await db.prepare("UPDATE deliveries SET state = 'delivered'").run();
		const retention = { events: 90, votes: 400, tickets: 365 };
		await forget(db, retention, start + 365 * dayMs);
		expect(await everything()).toContain("secret-note");
		const later = setClock(start + 366 * dayMs);
		await forget(db, retention, later);
		expect(await everything()).not.toContain("secret-");
		expect(await rows("SELECT score FROM ticket_satisfaction")).toEqual([{ score: 2 }]);
		const page = await read(path);
		expect(page).toContain("(removed after its retention time)");
		expect(page).toContain("Your words, files and notes were removed after their retention time.");
		expect(page).not.toContain("<textarea");
		expect((await act(path, "note", { text: "Hello" })).headers.get("location")).toBe(path);
		expect(await count("ticket_notes")).toBe(2);
	});
});
