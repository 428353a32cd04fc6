import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { describeTicket } from "#worker/handoff/describe-ticket.ts";
import { readSite } from "#worker/lib/site.ts";
import { replayDeliveries } from "#worker/queries/dead-deliveries.ts";
import { notesOf, storeNote } from "#worker/queries/notes.ts";
import { ticketStatus } from "#worker/queries/ticket-status.ts";
import type { StoredTicket } from "#worker/queries/tickets.ts";
import { hour, start, fileTicket, Desk, delivered, busy, refuse, drain } from "./stand-in-desk.ts";
import { bindings, count, db, rows, setClock, uuid } from "./support.ts";

beforeEach(() => {
	setClock(start);
	vi.spyOn(console, "error").mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

describe("a note", () => {
	const note = (ticket: StoredTicket, text = "One more thing.", changes: Partial<Parameters<typeof storeNote>[1]> = {}) =>
		storeNote(db, { ticket: ticket.id, key: uuid(), kind: "note", text, now: Date.now(), ...changes });

	it("goes to each destination that has the ticket, with the desk's number", async () => {
		const ticket = await fileTicket(["desk", "chat"]);
		const desks = [new Desk("desk"), new Desk("chat")];
		await drain(desks);
		expect(await note(ticket)).toBe("stored");
		expect(await drain(desks)).toMatchObject({ delivered: 2 });
		for (const desk of desks)
			expect(desk.notes).toMatchObject([
				{
					ticketDeliveryId: desk.asked[0],
					reference: ticket.reference,
					deskReference: "DESK-1",
					kind: "note",
					text: "One more thing.",
					customer: { name: "Ada Example" },
				},
			]);
	});

	it("is stored once however often it is sent, and another under its key is refused", async () => {
		const ticket = await fileTicket(["desk"]);
		const key = uuid();
		expect(await note(ticket, "Once.", { key })).toBe("stored");
		expect(await note(ticket, "Once.", { key })).toBe("known");
		expect(await note(ticket, "Other.", { key })).toBe("conflict");
		expect(await note(await fileTicket(), "Once.", { key })).toBe("conflict");
		expect(await count("ticket_notes")).toBe(1);
		expect(await rows("SELECT note IS NULL AS ticket FROM deliveries WHERE ticket = ?1 ORDER BY 1", ticket.id)).toEqual([{ ticket: 0 }, { ticket: 1 }]);
	});

	it("waits for its ticket, without counting attempts, and follows it in the same drain", async () => {
		const ticket = await fileTicket();
		await note(ticket);
		const desk = new Desk("desk", busy);
		await drain([desk]);
		expect(desk.notes).toHaveLength(0);
		expect(await rows("SELECT attempts FROM deliveries WHERE note IS NOT NULL")).toEqual([{ attempts: 0 }]);
		desk.answer = delivered;
		setClock(start + hour);
		expect(await drain([desk])).toMatchObject({ delivered: 2 });
		expect(desk.notes).toHaveLength(1);
	});

	it("arrives after those before it: fifty in their order", async () => {
		const ticket = await fileTicket();
		const texts = Array.from({ length: 50 }, (_, n) => `Note ${n}`);
		for (const text of texts) await note(ticket, text);
		const desk = new Desk("desk");
		const site = await readSite(bindings);
		await Promise.all([drain([desk]), drain([desk]), drain([desk], { describe: (stored, id) => describeTicket(site, stored, id) })]);
		await drain([desk]);
		expect(desk.notes.map(({ text }) => text)).toEqual(texts);
		expect((await notesOf(db, ticket.id)).map(({ text }) => text)).toEqual(texts);
	});

	it("does not make the ticket look handed over", async () => {
		const ticket = await fileTicket();
		await note(ticket);
		await drain([new Desk("desk", refuse)]);
		expect(await ticketStatus(db, ticket.statusToken, Date.now())).toMatchObject({ state: "delayed", deskReference: null });
	});

	it("dies with its ticket, also one that is written later, and comes back with it", async () => {
		const ticket = await fileTicket();
		await note(ticket, "Before.");
		const desk = new Desk("desk", refuse);
		await drain([desk]);
		await note(ticket, "After.");
		expect(await rows("SELECT state, last_error FROM deliveries WHERE note IS NOT NULL")).toEqual([
			{ state: "dead", last_error: "its ticket was not handed over" },
			{ state: "dead", last_error: "its ticket was not handed over" },
		]);
		const [first] = await rows<{ id: string }>("SELECT id FROM deliveries WHERE note IS NULL");
		expect(await replayDeliveries(db, { id: first?.id ?? "" }, Date.now())).toBe(3);
		desk.answer = delivered;
		await drain([desk]);
		expect(desk.notes.map(({ text }) => text)).toEqual(["Before.", "After."]);
	});
});

describe("a ticket that goes to two destinations", () => {
	it("is handed over when one has it, although the other refused", async () => {
		const ticket = await fileTicket(["desk", "chat"]);
		await drain([new Desk("desk"), new Desk("chat", refuse)]);
		expect(await ticketStatus(db, ticket.statusToken, Date.now())).toMatchObject({ state: "handed-over", deskReference: "DESK-1" });
	});
});
