import { noteToDeliver } from "../queries/notes.ts";
import type { HeldDelivery } from "../queries/outbox.ts";
import type { StoredTicket } from "../queries/tickets.ts";
import type { Destination, HandoffMessage, HandoffNote, Outcome } from "./destination.ts";
import { logError } from "../lib/log.ts";

/** Longest time for a whole attempt with all its calls; shorter than the lease, so that nobody else begins before it has ended. In milliseconds. */
export const attemptMs = 50_000;

/** One attempt at a delivery. Whatever goes wrong has an outcome. */
export async function attemptDelivery(
	db: D1Database,
	{ id, ticket, note, destination: name, attempts, requestId }: HeldDelivery,
	destinations: Map<string, Destination>,
	describe: (ticket: StoredTicket, deliveryId: string) => HandoffMessage | Promise<HandoffMessage>,
	now: number,
): Promise<Outcome> {
	const destination = destinations.get(name);
	if (!destination) return { kind: "dead", reason: `there is no destination "${name}" in routing.yml` };
	const attempt = { now, again: attempts > 1, requestId };
	try {
		const message = note === null ? null : await describeNote(db, ticket, id);
		if (note !== null && !message) return { kind: "dead", reason: "the note is gone" };
		return await inTime(message ? destination.addNote(message, attempt) : destination.deliver(await describe(ticket, id), attempt));
	} catch (error) {
		logError("connector_failed", { delivery: id, destination: name, requestId }, error);
		return { kind: "retry", reason: "the connector failed; see the Worker's log" };
	}
}

async function describeNote(db: D1Database, { reference, content }: StoredTicket, deliveryId: string): Promise<HandoffNote | null> {
	const note = await noteToDeliver(db, deliveryId);
	return (
		note && {
			deliveryId,
			ticketDeliveryId: note.ticketDeliveryId,
			reference,
			deskReference: note.deskReference,
			kind: note.kind,
			text: note.text,
			createdAt: new Date(note.createdAt).toISOString(),
			customer: { name: content.name, email: content.email },
		}
	);
}

function inTime(work: Promise<Outcome>): Promise<Outcome> {
	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => resolve({ kind: "retry", reason: `the connector did not end within ${attemptMs} ms` }), attemptMs);
		work.then(resolve, reject).finally(() => clearTimeout(timer));
	});
}
