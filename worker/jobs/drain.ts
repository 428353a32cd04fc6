import type { Env } from "../env.ts";
import { describeTicket } from "../handoff/describe-ticket.ts";
import { drainOutbox, type DrainResult } from "../handoff/outbox.ts";
import { createDestinations } from "../handoff/routing.ts";
import { readSite } from "../lib/site.ts";

/** Delivers what is due with the configured desks. Used after a submit, by the queue and by cron. */
export async function drain(env: Env, now: number): Promise<DrainResult> {
	const site = await readSite(env);
	return drainOutbox({ db: env.DB, destinations: createDestinations(env), now, describe: (ticket, deliveryId) => describeTicket(site, ticket, deliveryId) });
}
