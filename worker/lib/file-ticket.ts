import type { Context } from "hono";
import { limits } from "#contract/limits.ts";
import { priorityOf } from "#contract/priority.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import type { ParsedTicket, TicketAnswer, TicketChannel } from "#contract/tickets.ts";
import type { App } from "../env.ts";
import { destinationsFor } from "../handoff/routing.ts";
import { beforeDeliveries, wakeDrain } from "../jobs/drain.ts";
import { consumeWaiting } from "../queries/inbox.ts";
import { lookBeforeFiling, storeTicket, ticketByStatusToken, type Filing, type RecentTickets, type StoredTicket, type TicketCaps } from "../queries/tickets.ts";
import { acknowledge } from "./acknowledge.ts";
import { dayMs } from "./days.ts";
import { sha256 } from "./encoding.ts";
import { describeAnswer, hashOfWords, makeTicket } from "./make-ticket.ts";
import { Problem } from "./problem.ts";
import { hashesOfText, linkForMail, ticketShownAgain } from "./same-text.ts";
import { readSite } from "./site.ts";
import { readStamp } from "./time-trap.ts";
import { asksTurnstile, requirePerson } from "./turnstile.ts";

const hourMs = 60 * 60 * 1000;

/** What became of a form. */
interface Filed {
	answer: TicketAnswer;
	/** False when nothing was stored, because the ticket was there. */
	created: boolean;
}

function capsOf(ticket: StoredTicket): TicketCaps {
	return { since: ticket.createdAt - hourMs, network: limits.ticketsPerNetworkAndHour, email: limits.ticketsPerEmailAndHour };
}

function refuseFlood(recent: RecentTickets, caps: TicketCaps): void {
	if (recent.network < caps.network && recent.email < caps.email) return;
	throw new Problem("ticket-cap", { headers: { "retry-after": "3600" } });
}

/** The answer for a key that was used before: the same ticket for the same words, a refusal for others. */
function replay(site: SiteManifest, known: StoredTicket, bodyHash: string): Filed {
	if (known.bodyHash !== bodyHash) throw new Problem("key-reused");
	return { answer: describeAnswer(site, known), created: false };
}

function refuseUnknownCategory(site: SiteManifest, category: string): void {
	if (site.support.ticketCategories.some(({ id }) => id === category)) return;
	throw new Problem("invalid", { errors: [{ field: "category", message: ({ t }) => t.fields.category }] });
}

/** A file that is gone must not be missed in silence. */
function refuseMissingFiles(there: readonly string[], { attachments }: ParsedTicket): void {
	if (attachments.every((id) => there.includes(id))) return;
	throw new Problem("invalid", { errors: [{ field: "attachments", message: ({ t }) => t.fields.lostFile }] });
}

/** Whether a form came sooner than a person fills it in. A page that was kept by the browser may have no stamp; a plain form always has one. */
async function isTooQuick({ env }: Context<App>, { rendered = "" }: ParsedTicket, channel: TicketChannel, now: number): Promise<boolean> {
	const stamp = await readStamp(env, rendered, now);
	return stamp === "too-quick" || (stamp === "missing" && channel === "form");
}

/**
 * Files a ticket: stored with its deliveries in one transaction, then handed over in the background. The customer never
 * waits for the desk. Sending the same form twice makes one ticket, also when both arrive at once.
 */
export function fileTicket(c: Context<App>, form: ParsedTicket, channel: TicketChannel): Promise<Filed> {
	return beforeDeliveries(() => file(c, form, channel));
}

async function file(c: Context<App>, form: ParsedTicket, channel: TicketChannel): Promise<Filed> {
	const { env } = c;
	const now = c.var.now;
	const site = await readSite(env);
	refuseUnknownCategory(site, form.category);
	// The same files of a plain form come with other ids when it is sent again.
	const bodyHash = await hashOfWords(channel === "form" ? { ...form, attachments: [] } : form);
	const priority = priorityOf(form);
	const [ticket, textHashes] = await Promise.all([
		makeTicket(c, form, { site, priority, bodyHash, channel, now }),
		hashesOfText(env, form, { now, zone: site.support.timeZone }),
	]);
	const filing = filingOf(form, ticket, textHashes);
	const tooQuick = await isTooQuick(c, form, channel, now);
	// The write checks key, caps and files itself: a look before it is worth its time only where the answer may be another than "stored".
	const before = tooQuick || asksTurnstile(env) || form.known.length > 0 ? await lookBeforeFiling(env.DB, filing) : null;
	if (before?.known) return replay(site, before.known, bodyHash);

	if (tooQuick) throw new Problem("too-quick", { headers: { "retry-after": "2" } });
	await requirePerson(env, form.turnstile ?? "", now);
	const shownAgain = before && ticketShownAgain(before.earlier, form, priority);
	const same = shownAgain && (await ticketByStatusToken(env.DB, shownAgain));
	if (same) return { answer: { ...describeAnswer(site, same), duplicate: true }, created: false };

	const tokenHashes = await Promise.all(form.deflectionTokens.map(sha256));
	// A "this solved it" of a minute ago may still wait in the inbox; it must be in the ledger to be refuted.
	if (tokenHashes.length > 0) await consumeWaiting(env.DB).catch(() => undefined);
	try {
		// Under Global Privacy Control nothing is known of what was suggested before the message.
		const shown = c.var.network.privacyControl ? {} : { visit: form.contact ?? null, answers: form.answers };
		const alongside = { caps: capsOf(ticket), files: form.attachments, textHashes, requestId: c.var.requestId, ...shown };
		await storeTicket(env.DB, ticket, destinationsFor(ticket), tokenHashes, alongside);
	} catch (error) {
		const after = await lookBeforeFiling(env.DB, filing);
		if (after.known) return replay(site, after.known, bodyHash);
		refuseMissingFiles(after.files, form);
		refuseFlood(after.recent, capsOf(ticket));
		throw error;
	}
	c.executionCtx.waitUntil(afterwards(c, site, ticket, filing));
	return { answer: describeAnswer(site, ticket), created: true };
}

function filingOf(form: ParsedTicket, ticket: StoredTicket, [hash]: [string, string]): Filing {
	const { key, known, email, attachments } = form;
	const { network, emailHash, createdAt } = ticket;
	return { key, text: { hash, since: createdAt - dayMs, known, email }, network, emailHash, since: capsOf(ticket).since, attachments };
}

/** Hands over, and tells the customer where mail is configured. */
async function afterwards({ env }: Context<App>, site: SiteManifest, ticket: StoredTicket, filing: Filing): Promise<void> {
	await Promise.allSettled([wakeDrain(env), tell()]);

	async function tell(): Promise<void> {
		if (!site.support.acknowledgement) return;
		const { earlier } = await lookBeforeFiling(env.DB, filing);
		await acknowledge(env, site, ticket, linkForMail(earlier.filter(({ statusToken }) => statusToken !== ticket.statusToken)));
	}
}
