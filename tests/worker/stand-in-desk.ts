import { expect } from "vitest";
import { describeTicket } from "#worker/handoff/describe-ticket.ts";
import type { Attempt, Destination, HandoffMessage, HandoffNote, Outcome } from "#worker/handoff/destination.ts";
import { drainOutbox } from "#worker/handoff/outbox.ts";
import { readSite } from "#worker/lib/site.ts";
import { destinationStates } from "#worker/queries/destination-health.ts";
import { ticketByKey, type StoredTicket } from "#worker/queries/tickets.ts";
import { bindings, db, makeTicket, moveToNewNetwork, post, rows, uuid } from "./support.ts";

/** In milliseconds. */
export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
/** When the clock of these tests begins. */
export const start = Date.parse("2026-11-20T10:00:00Z");

/** Stores a ticket for some destinations without delivering it. */
export async function fileTicket(destinations = ["desk"]): Promise<StoredTicket> {
	moveToNewNetwork();
	const form = makeTicket();
	expect((await post("/api/tickets", form)).status).toBe(201);
	const ticket = await ticketByKey(db, form.key);
	if (!ticket) throw new Error("there is no ticket");
	await db.prepare("DELETE FROM deliveries WHERE ticket = ?1").bind(ticket.id).run();
	for (const destination of destinations)
		await db
			.prepare("INSERT INTO deliveries (id, ticket, destination, next_attempt_at, created_at) VALUES (?1, ?2, ?3, ?4, ?4)")
			.bind(uuid(), ticket.id, destination, Date.now())
			.run();
	return ticket;
}

/** Many deliveries of one ticket, which is quicker than many tickets; the oldest first. */
export async function fileMany(n: number, destination = "desk", ticket?: StoredTicket): Promise<StoredTicket> {
	const of = ticket ?? (await fileTicket([]));
	await db
		.prepare(
			`WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?1)
			INSERT INTO deliveries (id, ticket, destination, next_attempt_at, created_at) SELECT ?3 || '-' || printf('%05d', n), ?2, ?3, ?4 - ?1 + n, ?4 - ?1 + n FROM numbers`,
		)
		.bind(n, of.id, destination, Date.now())
		.run();
	return of;
}

/** How a stand-in for a desk answers. */
export type Answer = (message: HandoffMessage, attempt: Attempt) => Outcome | Promise<Outcome>;

/** A stand-in for a desk that remembers what it was asked. */
export class Desk implements Destination {
	readonly id: string;
	answer: Answer;
	/** Ids of deliveries and notes, as they arrived. */
	readonly asked: string[] = [];
	readonly notes: HandoffNote[] = [];
	readonly alerts: string[] = [];

	constructor(id: string, answer: Answer = delivered) {
		this.id = id;
		this.answer = answer;
	}
	async deliver(message: HandoffMessage, attempt: Attempt): Promise<Outcome> {
		this.asked.push(message.deliveryId);
		return this.answer(message, attempt);
	}
	async addNote(note: HandoffNote): Promise<Outcome> {
		this.notes.push(note);
		return { kind: "delivered", deskReference: note.deskReference };
	}
	async alert(text: string): Promise<Outcome> {
		this.alerts.push(text);
		return this.answer({} as HandoffMessage, { now: 0, again: false });
	}
}

/** Answers of a desk. */
export const delivered: Answer = () => ({ kind: "delivered", deskReference: "DESK-1" });
export const busy: Answer = () => ({ kind: "retry", reason: "the desk answered 503" });
export const refuse: Answer = () => ({ kind: "dead", reason: "the desk refused the credentials (401)" });

/** One drain with these desks. */
export async function drain(desks: Destination[], options: Partial<Parameters<typeof drainOutbox>[0]> = {}) {
	const site = await readSite(bindings);
	return drainOutbox({
		db,
		destinations: new Map(desks.map((desk) => [desk.id, desk])),
		now: Date.now(),
		describe: (ticket, id) => describeTicket(site, ticket, id),
		...options,
	});
}

/** How many deliveries stand how. */
export const states = () => rows<{ state: string; n: number }>("SELECT state, count(*) AS n FROM deliveries GROUP BY state ORDER BY state");
/** Attempts of all deliveries together. */
export const attemptsInAll = async () => (await rows<{ n: number }>("SELECT sum(attempts) AS n FROM deliveries"))[0]?.n;
/** How a destination does. */
export const circuit = async (id = "desk") => (await destinationStates(db, Date.now())).find(({ destination }) => destination === id);
