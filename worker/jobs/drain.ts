import type { Env } from "../env.ts";
import { describeFiles } from "../handoff/describe-files.ts";
import type { HandoffMessage } from "../handoff/destination.ts";
import { describeTicket } from "../handoff/describe-ticket.ts";
import { drainOutbox, type DrainResult } from "../handoff/outbox.ts";
import { createDestinations } from "../handoff/routing.ts";
import { logInfo } from "../lib/log.ts";
import { readSite } from "../lib/site.ts";
import { wake } from "../lib/wake.ts";
import type { StoredTicket } from "../queries/tickets.ts";

/** Customers whose message this isolate is storing right now. */
let writers = 0;

/** Does the work that a customer waits for: most deliveries stand back meanwhile. */
export async function beforeDeliveries<Result>(work: () => Promise<Result>): Promise<Result> {
	writers++;
	try {
		return await work();
	} finally {
		writers--;
	}
}

/** Deliveries at once while customers are writing, and else. */
const lanes = () => (writers > 0 ? 1 : 6);

/** Delivers what is due with the configured desks. Used after a submit, by the queue and by cron. */
export async function drain(env: Env, now: number): Promise<DrainResult> {
	const site = await readSite(env);
	return drainOutbox({ db: env.DB, destinations: createDestinations(env), now, describe, lanes, onAttempt: (attempt) => logInfo(env, "delivery", attempt) });

	async function describe(ticket: StoredTicket, deliveryId: string): Promise<HandoffMessage> {
		return describeTicket(site, ticket, deliveryId, await describeFiles(env, site, ticket));
	}
}

/** When the drain under way after a write began; epoch milliseconds, 0 without one. */
let drainingSince = 0;

/** A drain that has not ended by then may have been ended with its request. In milliseconds. */
const longestDrainMs = 5000;

/**
 * Leaves a note in the queue, and delivers at once unless this isolate is at it already: in a rush, a drain for every ticket would make
 * every customer wait for the database. What a drain under way does not take, the one of the queue does a second or two later.
 */
export async function wakeDrain(env: Env): Promise<void> {
	const now = Date.now();
	const busy = Math.abs(now - drainingSince) < longestDrainMs;
	await Promise.allSettled([wake(env.WAKE, "deliveries", now), ...(busy ? [] : [drainAlone()])]);

	async function drainAlone(): Promise<void> {
		drainingSince = now;
		try {
			await drain(env, now);
		} finally {
			drainingSince = 0;
		}
	}
}
