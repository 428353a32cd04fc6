import { recordFailure, releaseProbe } from "../queries/destination-health.ts";
import { buryDelivery, claimDeliveries, completeDelivery, postponeDelivery, type HeldDelivery } from "../queries/outbox.ts";
import type { StoredTicket } from "../queries/tickets.ts";
import { attemptDelivery } from "./attempt-delivery.ts";
import type { Destination, HandoffMessage, Outcome } from "./destination.ts";
import { giveUpAfterMs, nextAttempt } from "./retry-policy.ts";
import { logError } from "../lib/log.ts";

interface DrainOptions {
	db: D1Database;
	destinations: Map<string, Destination>;
	/** Epoch milliseconds at the beginning; what becomes due later waits for the next drain. */
	now: number;
	/** Turns a stored ticket into what the desk gets. */
	describe: (ticket: StoredTicket, deliveryId: string) => HandoffMessage | Promise<HandoffMessage>;
	/** Longest time a drain may hold a delivery; longer than any attempt lasts. */
	leaseMs?: number;
	/** Deliveries under way at once; a Worker may wait for six answers at a time. */
	limit?: number;
	/** How many of these may go on now; asked before each. Default: all */
	lanes?: () => number;
	/** No new attempt begins after so many milliseconds; who called may be ended soon after. */
	budgetMs?: number;
	random?: () => number;
	/** Told of each attempt. */
	onAttempt?: (attempt: AttemptMade) => void;
}

/** How an attempt went, for the log. */
type AttemptMade = Pick<HeldDelivery, "destination" | "attempts" | "requestId"> & {
	/** Id of the delivery. */
	delivery: string;
	outcome: Outcome["kind"];
	ms: number;
};

/** What a drain did. */
export interface DrainResult {
	delivered: number;
	postponed: number;
	dead: number;
}

/**
 * Delivers all that is due. Several drainers may run at once (after a submit, by the queue, by cron): each holds its
 * deliveries under a lease, and only the holder can end one. A drainer that dies leaves them to the next when the lease
 * has run out; the desk then sees the same delivery id again.
 */
export async function drainOutbox({
	db,
	destinations,
	now,
	describe,
	leaseMs = 60_000,
	limit = 6,
	lanes = () => limit,
	budgetMs = 20_000,
	random = Math.random,
	onAttempt = () => undefined,
}: DrainOptions): Promise<DrainResult> {
	const started = Date.now();
	const clock = () => now + Date.now() - started;
	const result: DrainResult = { delivered: 0, postponed: 0, dead: 0 };
	const held = await claim(Math.min(limit, lanes()));
	await Promise.all(held.map(lane));
	return result;

	function claim(count: number): Promise<HeldDelivery[]> {
		return claimDeliveries(db, crypto.randomUUID(), clock(), leaseMs, count, now);
	}

	/** One delivery after the other, until nothing is due or the time is up. */
	async function lane(first: HeldDelivery, place: number): Promise<void> {
		let next: HeldDelivery | undefined = first;
		while (next) {
			await settle(next);
			next = clock() - now < budgetMs && place < lanes() ? (await claim(1))[0] : undefined;
		}
	}

	async function settle(delivery: HeldDelivery): Promise<void> {
		const { id, owner, destination, attempts, since, requestId } = delivery;
		const began = clock();
		const outcome = await attemptDelivery(db, delivery, destinations, describe, clock());
		const at = clock();
		onAttempt({ delivery: id, destination, attempts, requestId, outcome: outcome.kind, ms: at - began });
		if (outcome.kind === "retry") await recordFailure(db, destination, owner, at, outcome.reason);
		if (outcome.kind === "unconfigured" || !destinations.has(destination)) await releaseProbe(db, destination, owner);
		if (outcome.kind === "delivered") {
			await completeDelivery(db, id, owner, at, outcome.deskReference);
			result.delivered++;
		} else if (outcome.kind === "dead" || at - since > giveUpAfterMs) {
			await buryDelivery(db, id, owner, at, outcome.reason, outcome.kind === "dead" && destinations.has(destination));
			result.dead++;
			logError("delivery_dead", { delivery: id, destination, attempts, requestId, reason: outcome.reason });
		} else {
			// A later drain takes it up again, not this one.
			const later = Math.max(nextAttempt(at, attempts, random(), outcome.kind === "retry" ? outcome.notBefore : undefined), now + 1);
			await postponeDelivery(db, id, owner, later, outcome.reason);
			result.postponed++;
		}
	}
}
