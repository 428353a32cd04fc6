import { buryDelivery, claimDeliveries, completeDelivery, postponeDelivery, type HeldDelivery } from "../queries/outbox.ts";
import { ticketsById, type StoredTicket } from "../queries/tickets.ts";
import type { Destination, HandoffMessage, Outcome } from "./destination.ts";
import { giveUpAfterMs, nextAttempt } from "./retry-policy.ts";

interface DrainOptions {
	db: D1Database;
	destinations: Map<string, Destination>;
	now: number;
	/** Turns a stored ticket into what the desk gets. */
	describe: (ticket: StoredTicket, deliveryId: string) => HandoffMessage;
	/** Longest time one drain may hold its deliveries; longer than any attempt lasts. */
	leaseMs?: number;
	limit?: number;
	random?: () => number;
}

/** What a drain did. */
export interface DrainResult {
	delivered: number;
	postponed: number;
	dead: number;
}

/**
 * Delivers what is due. Several drainers may run at once (after a submit, by the queue, by cron): each holds its
 * deliveries under a lease, and only the holder can end one. A drainer that dies leaves them to the next when the lease
 * has run out; the desk then sees the same delivery id again.
 */
export async function drainOutbox({ db, destinations, now, describe, leaseMs = 60_000, limit = 20, random = Math.random }: DrainOptions): Promise<DrainResult> {
	const owner = crypto.randomUUID();
	const held = await claimDeliveries(db, owner, now, leaseMs, limit);
	const result: DrainResult = { delivered: 0, postponed: 0, dead: 0 };
	if (held.length === 0) return result;
	const tickets = new Map(
		(
			await ticketsById(
				db,
				held.map((delivery) => delivery.ticket),
			)
		).map((ticket) => [ticket.id, ticket]),
	);
	await Promise.all(held.map(attempt));
	return result;

	async function attempt(delivery: HeldDelivery): Promise<void> {
		const outcome = await deliver(delivery);
		if (outcome.kind === "delivered") {
			await completeDelivery(db, delivery.id, owner, now, outcome.deskReference);
			result.delivered++;
		} else if (outcome.kind === "dead" || (outcome.kind === "retry" && now - delivery.createdAt > giveUpAfterMs)) {
			await buryDelivery(db, delivery.id, owner, outcome.reason);
			result.dead++;
		} else {
			await postponeDelivery(
				db,
				delivery.id,
				owner,
				nextAttempt(now, delivery.attempts, random(), outcome.kind === "retry" ? outcome.notBefore : undefined),
				outcome.reason,
			);
			result.postponed++;
		}
	}

	async function deliver(delivery: HeldDelivery): Promise<Outcome> {
		const destination = destinations.get(delivery.destination);
		const ticket = tickets.get(delivery.ticket);
		if (!destination) return { kind: "dead", reason: `there is no destination "${delivery.destination}" in routing.yml` };
		if (!ticket) return { kind: "dead", reason: "the ticket is gone" };
		try {
			return await destination.deliver(describe(ticket, delivery.id), { now, again: delivery.attempts > 1 });
		} catch (error) {
			console.error(JSON.stringify({ level: "error", event: "connector_failed", destination: destination.id, message: String(error) }));
			return { kind: "retry", reason: "the connector failed; see the Worker's log" };
		}
	}
}
