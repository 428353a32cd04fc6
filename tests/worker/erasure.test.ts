import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { AttachmentAnswer } from "#contract/attachments.ts";
import type { Ticket, TicketAnswer } from "#contract/tickets.ts";
import { handleCron } from "#worker/jobs/scheduled.ts";
import { fileLink } from "#worker/lib/file-links.ts";
import { makeManagerSession } from "#worker/lib/manager-session.ts";
import { readSite } from "#worker/lib/site.ts";
import { replayDeliveries } from "#worker/queries/dead-deliveries.ts";
import { makeKeys, Team } from "./access-team.ts";
import { sendAsDesk } from "./desk-messages.ts";
import { busy, delivered, Desk, drain, refuse, states } from "./stand-in-desk.ts";
import { bindings, call, count, db, everything, makeEnv, makeTicket, moveToNewNetwork, post, postForm, rows, uuid } from "./support.ts";

const email = "Robin.Planted@customer.example";
/** What stands in every field that takes words, and must be nowhere afterwards. */
const planted = ["robin.planted", "plantedname", "plantedword", "plantedfile"];

let cookie: string;
beforeAll(async () => {
	cookie = `tier_zero_manager=${await makeManagerSession("key")}`;
});
afterEach(async () => {
	delete (await readSite(bindings)).support.acknowledgement;
	await bindings.FILES.delete((await bindings.FILES.list()).objects.map(({ key }) => key));
});

const asManager = () => ({ env: { LOCAL_SESSION_KEY: "key" }, headers: { cookie, accept: "text/html" } });
const look = async (who: string) => (await postForm("/manage/erase", { who }, asManager())).text();
const confirm = (who: string, references: string[]) => postForm("/manage/erase/confirm", { who, references: references.join(",") }, asManager());
const answered = async (response: Response): Promise<TicketAnswer> => response.json<TicketAnswer>();

/** A ticket of the person, or of somebody else. */
async function file(changes: Partial<Ticket> = {}): Promise<TicketAnswer> {
	moveToNewNetwork();
	return answered(await post("/api/tickets", makeTicket({ email, name: "Plantedname", ...changes })));
}

/** Leaves words of the person in every way that there is to leave some with a message. */
async function leaveEverything(): Promise<TicketAnswer> {
	(await readSite(bindings)).support.acknowledgement = { from: "support@centre.example" };
	const MAIL = { send: async () => undefined } as unknown as SendEmail;
	const key = uuid();
	const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
	const upload = () =>
		call("/api/attachments", {
			method: "POST",
			body: png,
			headers: { "content-length": String(png.length), "x-form-key": key, "x-file-name": "plantedfile.png" },
		});
	const { id } = await (await upload()).json<AttachmentAnswer>();
	// Added to the form, and left out when it was sent.
	await upload();
	const words = "plantedword in a text";
	const ticket = makeTicket({
		key,
		email,
		name: "Plantedname",
		company: "Plantedword Ltd",
		subject: words,
		description: words,
		tried: words,
		product: words,
		environment: words,
		affected: "several",
		trail: [{ kind: "search", query: "plantedword", results: 0 }],
		attachments: [id],
	});
	const response = await post("/api/tickets", ticket, { env: { MAIL } });
	expect(response.status, await response.clone().text()).toBe(201);
	const answer = await answered(response);
	await drainNow([new Desk("desk", delivered)]);
	await postForm(`${answer.statusUrl}/note`, { key: uuid(), text: words });
	await postForm(`${answer.statusUrl}/close`, { key: uuid() });
	await postForm(`${answer.statusUrl}/satisfaction`, { score: "2", comment: words });
	const flag = await sendAsDesk("desk", "/api/desk/desk/flags", { kind: "missing", deskReference: "DESK-1", topic: words, note: words });
	expect(flag.status).toBe(201);
	const own = "ticket = (SELECT id FROM tickets WHERE reference = ?1)";
	await rows(`UPDATE deliveries SET last_error = 'the desk knows no plantedname' WHERE ${own} RETURNING 1`, answer.reference);
	return answer;
}

/** What was tried as it came, without a desk, is tried again at once. */
async function drainNow(desks: Desk[]): Promise<void> {
	await rows("UPDATE deliveries SET next_attempt_at = 0 WHERE state = 'pending' RETURNING 1");
	await drain(desks);
}

/** Tables that hold any of the planted words. */
async function holding(): Promise<string[]> {
	const tables = JSON.parse((await everything()).toLowerCase()) as [string, object[]][];
	return tables.flatMap(([name, of]) => (planted.some((word) => JSON.stringify(of).includes(word)) ? [name] : [])).sort();
}

const filesStored = async () => (await bindings.FILES.list()).objects.length;

describe("erasing what a customer wrote", () => {
	it("leaves nothing of it in any table and no file, and what others wrote alone", async () => {
		const other = await file({ email: "other@customer.example", name: "Another", description: "What somebody else has written." });
		const { reference, statusUrl } = await leaveEverything();
		expect(await holding()).toEqual(["attachments", "content_flags", "deliveries", "ticket_notes", "ticket_satisfaction", "tickets"]);
		expect([await filesStored(), await count("acknowledgements"), await count("ticket_texts")]).toEqual([2, 2, 4]);

		const preview = await look(` ${email.toUpperCase()} `);
		expect(preview).toContain("<strong>1 message, 1 file, 1 note, 1 comment on the help they got and 1 flag of an agent</strong>");
		expect(await holding()).toHaveLength(6);
		const done = await confirm(email, [reference]);
		expect([done.status, done.headers.get("location")]).toEqual([303, expect.stringMatching(/^\/manage\/erase\?erased=\d+$/)]);

		expect(await holding()).toEqual([]);
		expect([await filesStored(), await count("acknowledgements"), await count("ticket_texts"), await count("attachments")]).toEqual([0, 0, 2, 0]);
		expect(await rows("SELECT network, email_hash, body_hash, content, contact, time_zone FROM tickets WHERE reference = ?1", reference)).toEqual([
			{ network: "", email_hash: "", body_hash: "", content: "{}", contact: null, time_zone: "UTC" },
		]);
		expect(await rows("SELECT score FROM ticket_satisfaction")).toEqual([{ score: 2 }]);
		expect(await (await call(other.statusUrl)).text()).toContain("We have your message.");
		expect(await (await call(statusUrl)).text()).not.toContain("plantedword");
	});

	it("knows every table that belongs to a ticket: one that is new has to be thought of here", async () => {
		const tables = await rows<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%REFERENCES tickets%' ORDER BY name");
		expect(tables.map(({ name }) => name)).toEqual(["attachments", "deliveries", "ticket_notes", "ticket_satisfaction", "ticket_texts"]);
	});

	it("is written down with the references, by whom and when, never with the address", async () => {
		const [first, second] = [await file(), await file({ description: "Another message." })];
		await confirm(email, [first.reference, second.reference]);
		const log = await rows<{ subject: string }>("SELECT who, role, action, subject, detail FROM audit_log");
		expect(log).toEqual([
			{ who: "local", role: "manager", action: "erased", subject: `${second.reference}, ${first.reference}`, detail: "found by an e-mail address" },
		]);
		expect(await everything()).not.toMatch(/robin/i);
	});

	it("of one reference, however it is typed, leaves the person's other messages", async () => {
		const [first, second] = [await file(), await file({ description: "Another message." })];
		expect(await look(` ${first.reference.toLowerCase()}`)).toContain("<strong>1 message</strong>");
		await confirm(first.reference.toLowerCase(), [first.reference]);
		expect(await rows("SELECT reference FROM tickets WHERE content <> '{}'")).toEqual([{ reference: second.reference }]);
	});

	it("is the same however often it is done, and says that nothing is left", async () => {
		const { reference } = await file();
		await confirm(email, [reference]);
		const before = await everything();
		const again = await confirm(email, [reference]);
		expect([again.status, await again.text()]).toEqual([200, expect.stringContaining("No message that was written with")]);
		expect(await look(reference)).toContain(`${reference} was erased on`);
		expect(await everything()).toBe(before);
	});

	it("erases what was shown, and nothing that came since", async () => {
		const { reference } = await file();
		const later = await file({ description: "Written a moment later." });
		await confirm(email, [reference]);
		expect(await rows("SELECT reference FROM tickets WHERE content <> '{}'")).toEqual([{ reference: later.reference }]);
	});

	it("erases nothing of others, whatever references the form names", async () => {
		const other = await file({ email: "other@customer.example" });
		expect((await confirm(email, [other.reference])).status).toBe(200);
		expect((await confirm("TZ-0000-0000", [other.reference])).status).toBe(200);
		expect(await count("audit_log")).toBe(0);
		expect(await rows("SELECT 1 FROM tickets WHERE content <> '{}'")).toHaveLength(1);
	});

	it("says of an unknown reference that it is none, and of an address that nothing is there", async () => {
		expect(await look("TZ-0000-0000")).toContain("No message has the reference <bdi>TZ-0000-0000</bdi>.");
		expect(await look("nobody@customer.example")).toContain("No message that was written with <bdi>nobody@customer.example</bdi> is here");
	});

	it("names messages of others in which the address stands, and leaves them", async () => {
		const other = await file({ email: "other@customer.example", description: `Please answer ${email} as well.` });
		expect(await look(email)).toContain(`The address also stands in messages that were written with another one: ${other.reference}.`);
	});

	it("finds who the product had signed in under another address", async () => {
		const { reference } = await file({ email: "typed@customer.example" });
		await rows(
			"UPDATE tickets SET content = json_set(content, '$.remarks', json_array('The product signed this customer in as R <robin.planted@customer.example>; …')) RETURNING 1",
		);
		expect(await look(email)).toContain(reference);
	});

	it("takes an address for what it is, not for a pattern", async () => {
		await file();
		for (const who of ["%@customer.example", "_obin.planted@customer.example", "planted@customer.example", "@"])
			expect(await look(`${who}  `)).not.toContain("<strong>1 message</strong>");
	});
});

describe("a message that was erased", () => {
	it("is handed over to nobody, whether it waited or was given up, and cannot be sent again", async () => {
		const waiting = await file();
		expect(await states()).toEqual([{ state: "pending", n: expect.any(Number) }]);
		expect(await look(email)).toContain("One message has not reached the desk yet, and never will");
		await confirm(email, [waiting.reference]);
		const dead = await file();
		await drainNow([new Desk("desk", refuse)]);
		await confirm(email, [dead.reference]);
		expect((await states()).map(({ state }) => state)).toEqual(["erased"]);
		await replayDeliveries(db, "all", Date.now());
		const desk = new Desk("desk");
		await drainNow([desk]);
		expect(desk.asked).toEqual([]);
	});

	it("while it is on its way stays erased; what the desk answers is only where it arrived", async () => {
		const { reference } = await file();
		let page = "";
		const desk = new Desk("desk", async () => {
			page = await look(email);
			await confirm(email, [reference]);
			return { kind: "delivered", deskReference: "DESK-77" };
		});
		await drainNow([desk]);
		expect(page).toContain("was on its way at that moment: look there");
		expect(page).not.toContain("not reached the desk yet");
		expect(await rows("SELECT state, desk_reference, lease_owner FROM deliveries WHERE destination = 'desk'")).toEqual([
			{ state: "erased", desk_reference: "DESK-77", lease_owner: null },
		]);
		const [{ at } = { at: 0 }] = await rows<{ at: number }>("SELECT erased_at AS at FROM tickets");
		expect(await (await call(`/manage/erase?erased=${at}`, asManager())).text()).toContain("desk: DESK-77");
	});

	it("while an attempt at it fails is not tried again", async () => {
		const { reference } = await file();
		const desk = new Desk("desk", async (...attempt) => {
			await confirm(email, [reference]);
			return busy(...attempt);
		});
		await drainNow([desk]);
		await drainNow([desk]);
		expect(desk.asked).toHaveLength(1);
		expect(await rows("SELECT state, last_error FROM deliveries WHERE destination = 'desk'")).toEqual([{ state: "erased", last_error: null }]);
	});

	it.each([
		["en", "This message was erased."],
		["de", "Diese Nachricht wurde gelöscht."],
		["es", "Este mensaje se ha borrado."],
		["ar", "مُحيت هذه الرسالة."],
	])("says so on its page in the language of the message (%s), and offers no form", async (locale, heading) => {
		const { reference, statusUrl } = await file({ locale });
		await confirm(email, [reference]);
		const page = await call(statusUrl, { headers: { accept: "text/html" } });
		const text = await page.text();
		expect([page.status, text.includes(`<h1>${heading}</h1>`), text.includes(reference), text.includes('method="post"')]).toEqual([200, true, true, false]);
	});

	it("takes no note, no answer and no file any more, not even one that was on its way", async () => {
		const { reference, statusUrl } = await leaveEverything();
		const [{ id } = { id: "" }] = await rows<{ id: string }>("SELECT id FROM attachments WHERE ticket IS NOT NULL");
		await rows("UPDATE tickets SET erased_at = 1, content = '{}' WHERE reference = ?1 RETURNING 1", reference);
		await rows("UPDATE attachments SET state = 'removed' RETURNING 1");
		await rows("DELETE FROM ticket_satisfaction");
		expect((await call(await fileLink(makeEnv(), id, Date.now() + 60_000))).status).toBe(404);
		const notes = await count("ticket_notes");
		for (const [form, fields] of [
			["note", { key: uuid(), text: "plantedword" }],
			["reopen", { key: uuid(), text: "plantedword" }],
			["satisfaction", { score: "1", comment: "plantedword" }],
		] as const)
			expect([form, (await postForm(`${statusUrl}/${form}`, fields)).status]).toEqual([form, 303]);
		const said = await post("/api/tickets/notes", { token: statusUrl.slice("/status/".length), key: uuid(), text: "plantedword" });
		expect([said.status, await count("ticket_notes"), await count("ticket_satisfaction")]).toEqual([404, notes, 0]);
	});

	it("is still counted as a message that came", async () => {
		const { reference } = await file();
		await handleCron(makeEnv(), Date.now());
		const counts = () => rows("SELECT metric, label, n FROM daily_rollups WHERE metric LIKE 'tickets%' ORDER BY metric, label");
		const before = await counts();
		await confirm(email, [reference]);
		await rows("INSERT OR IGNORE INTO dirty_days SELECT day FROM tickets RETURNING 1");
		await handleCron(makeEnv(), Date.now());
		expect(before.length).toBeGreaterThan(0);
		expect(await counts()).toEqual(before);
	});
});

describe("the page for erasing", () => {
	it("is a manager's: a viewer sees no form and erases nothing, a stranger gets in nowhere", async () => {
		const { reference } = await file();
		const team = new Team(await makeKeys());
		const fields = { method: "POST", body: `who=${encodeURIComponent(email)}&references=${reference}` };
		const viewer = { email: "reader@example.com" };
		const page = await team.visitAs(viewer, "/manage/erase");
		expect([page.status, (await page.text()).includes("<form")]).toEqual([200, false]);
		for (const path of ["/manage/erase", "/manage/erase/confirm"]) {
			const headers = { "content-type": "application/x-www-form-urlencoded" };
			expect((await team.visitAs(viewer, path, { ...fields, headers })).status).toBe(403);
			expect((await call(path, { ...fields, headers })).status).toBe(403);
			expect((await call(path, { ...fields, headers: { ...headers, cookie, "sec-fetch-site": "cross-site" }, env: { LOCAL_SESSION_KEY: "key" } })).status).toBe(
				403,
			);
		}
		expect(await rows("SELECT 1 FROM tickets WHERE content <> '{}'")).toHaveLength(1);
	});

	it("keeps the address out of every address, log line and table", async () => {
		const lines = [vi.spyOn(console, "log"), vi.spyOn(console, "error")].map((spy) => spy.mockImplementation(() => undefined));
		const { reference } = await file();
		const done = await confirm(email, [reference]);
		await call(done.headers.get("location") ?? "", asManager());
		expect(JSON.stringify([done.headers.get("location"), lines.map((spy) => spy.mock.calls)])).not.toMatch(/robin/i);
	});

	it("erases the words even where R2 does not answer, and the files within a minute", async () => {
		vi.spyOn(console, "error").mockImplementation(() => undefined);
		const { reference } = await leaveEverything();
		const FILES = { delete: () => Promise.reject(new Error("R2 is down")) } as unknown as R2Bucket;
		const { headers, env } = asManager();
		const done = await postForm("/manage/erase/confirm", { who: email, references: reference }, { headers, env: { ...env, FILES } });
		expect([done.status, await holding(), await filesStored()]).toEqual([303, [], 2]);
		await handleCron(makeEnv(), Date.now());
		expect(await filesStored()).toBe(0);
	});
});
