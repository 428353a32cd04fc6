import type { Context } from "hono";
import { limits } from "#contract/limits.ts";
import { priorityOf } from "#contract/priority.ts";
import { inWords, promisedAt } from "#contract/promise-clock.ts";
import { redact } from "#contract/redaction.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import type { ParsedTicket, TicketAnswer } from "#contract/tickets.ts";
import type { App } from "../env.ts";
import { destinationsFor, teamFor } from "../handoff/routing.ts";
import { drain } from "../jobs/drain.ts";
import { consumeInbox, waitingInbox } from "../queries/inbox.ts";
import { recentTickets, storeTicket, ticketByKey, type StoredTicket, type TicketCaps } from "../queries/tickets.ts";
import { dayOf } from "./days.ts";
import { randomReference, randomToken, sha256 } from "./encoding.ts";
import { Problem } from "./problem.ts";
import { businessHours, readSite } from "./site.ts";
import { hashOfDay, identify } from "./visitor.ts";

const hourMs = 60 * 60 * 1000;

/** What the customer is told about a stored ticket. */
export function describeAnswer(ticket: Pick<StoredTicket, "reference" | "statusToken" | "promisedAt" | "timeZone">): TicketAnswer {
	return {
		reference: ticket.reference,
		statusUrl: `/status/${ticket.statusToken}`,
		promisedAt: new Date(ticket.promisedAt).toISOString(),
		promisedInWords: inWords(ticket.promisedAt, ticket.timeZone),
	};
}

/** Gives a ticket its priority, team, promised time and names. */
async function makeTicket(c: Context<App>, form: ParsedTicket, site: SiteManifest, bodyHash: string, channel: string): Promise<StoredTicket> {
	const now = Date.now();
	const { key, category, timeZone = site.support.timeZone, locale, contact = null, article, trail, ...words } = form;
	const { deflectionTokens: _tokens, ...content } = words;
	const priority = priorityOf(form);
	const target = site.support.promises[priority];
	const { network } = await identify(c.env.SALTS, c.var.network, now);
	return {
		id: crypto.randomUUID(),
		reference: randomReference(),
		statusToken: randomToken(24),
		idempotencyKey: key,
		bodyHash,
		createdAt: now,
		day: dayOf(now),
		network,
		emailHash: await hashOfDay(c.env.SALTS, form.email.toLowerCase(), now),
		locale,
		channel,
		category,
		priority,
		team: teamFor(category).team,
		tier: teamFor(category).tier,
		promisedAt: promisedAt(now, target.firstResponse, target.clock, businessHours(site)),
		timeZone,
		content: {
			...content,
			article: article !== undefined && Object.hasOwn(site.articles, article) ? article : null,
			trail: trail.map((entry) => (entry.kind === "search" ? { ...entry, query: redact(entry.query) } : entry)),
		},
		// Under Global Privacy Control nothing ties the message to what was suggested before it.
		contact: c.var.network.privacyControl ? null : contact,
	};
}

/** Tells whether the same form came again: the customer's words count, what the page sends along does not. */
function hashOfWords({
	key: _key,
	timeZone: _zone,
	contact: _contact,
	article: _article,
	trail: _trail,
	deflectionTokens: _tokens,
	...words
}: ParsedTicket): Promise<string> {
	return sha256(JSON.stringify(words));
}

function capsOf(ticket: StoredTicket): TicketCaps {
	return { since: ticket.createdAt - hourMs, network: limits.ticketsPerNetworkAndHour, email: limits.ticketsPerEmailAndHour };
}

async function refuseFlood(c: Context<App>, ticket: StoredTicket): Promise<void> {
	const caps = capsOf(ticket);
	const recent = await recentTickets(c.env.DB, ticket.network, ticket.emailHash, caps.since);
	if (recent.network < caps.network && recent.email < caps.email) return;
	throw new Problem("ticket-cap", { headers: { "retry-after": "3600" } });
}

/** The answer for a key that was used before: the same ticket for the same words, a refusal for others. */
function replay(known: StoredTicket, bodyHash: string): { answer: TicketAnswer; created: false } {
	if (known.bodyHash !== bodyHash) throw new Problem("key-reused");
	return { answer: describeAnswer(known), created: false };
}

/**
 * Files a ticket: stored with its deliveries in one transaction, then handed over in the background. The customer never
 * waits for the desk. Sending the same form twice makes one ticket, also when both arrive at once.
 *
 * @param channel `portal` with the page's script, `form` without
 */
export async function fileTicket(c: Context<App>, form: ParsedTicket, channel: "portal" | "form"): Promise<{ answer: TicketAnswer; created: boolean }> {
	const { env } = c;
	const site = await readSite(env);
	if (!site.support.ticketCategories.some((category) => category.id === form.category)) {
		throw new Problem("invalid", { errors: [{ field: "category", message: "please choose a topic" }] });
	}
	const bodyHash = await hashOfWords(form);
	const known = await ticketByKey(env.DB, form.key);
	if (known) return replay(known, bodyHash);

	const ticket = await makeTicket(c, form, site, bodyHash, channel);
	await refuseFlood(c, ticket);
	const tokenHashes = await Promise.all(form.deflectionTokens.map(sha256));
	// A "this solved it" of a minute ago may still wait in the inbox; it must be in the ledger to be refuted.
	if (tokenHashes.length > 0)
		await waitingInbox(env.DB, 200)
			.then((ids) => consumeInbox(env.DB, ids))
			.catch(() => undefined);
	try {
		await storeTicket(env.DB, ticket, destinationsFor(ticket), tokenHashes, capsOf(ticket));
	} catch (error) {
		const rival = await ticketByKey(env.DB, form.key);
		if (rival) return replay(rival, bodyHash);
		await refuseFlood(c, ticket);
		throw error;
	}
	c.executionCtx.waitUntil(handOver(c));
	return { answer: describeAnswer(ticket), created: true };
}

/** Delivers at once, and leaves a note in the queue for the case that this process ends first. */
async function handOver({ env }: Context<App>): Promise<void> {
	await Promise.allSettled([env.WAKE.send({ kind: "deliveries" }), drain(env, Date.now())]);
}
