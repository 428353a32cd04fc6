import type { Context } from "hono";
import { promisedAt } from "#contract/promise-clock.ts";
import type { Priority } from "#contract/priority.ts";
import { redact } from "#contract/redaction.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import { targetFor } from "#contract/targets.ts";
import type { ParsedTicket, TicketAnswer, TicketChannel, TrailEntry } from "#contract/tickets.ts";
import type { App } from "../env.ts";
import { teamFor } from "../handoff/routing.ts";
import type { StoredTicket, TicketContent } from "../queries/tickets.ts";
import { randomReference, randomToken, sha256 } from "./encoding.ts";
import { readIdentity, type Identity } from "./identity.ts";
import { dayAt } from "./moment.ts";
import { businessHours } from "./site.ts";
import { speakIn } from "./speech.ts";
import { hashOfDay, hashOfNetwork } from "./visitor.ts";
import { segmentOf } from "./who-counts.ts";

/** What the customer is told about a stored ticket, in its language. */
export function describeAnswer(
	site: SiteManifest,
	ticket: Pick<StoredTicket, "reference" | "statusToken" | "promisedAt" | "timeZone" | "locale">,
): TicketAnswer {
	return {
		reference: ticket.reference,
		statusUrl: `/status/${ticket.statusToken}`,
		promisedAt: new Date(ticket.promisedAt).toISOString(),
		promisedInWords: speakIn(site, ticket.locale).at(ticket.promisedAt, ticket.timeZone),
	};
}

/** Gives a ticket its team, promised time and names. */
export async function makeTicket(
	c: Context<App>,
	form: ParsedTicket,
	{ site, priority, bodyHash, channel, now }: { site: SiteManifest; priority: Priority; bodyHash: string; channel: TicketChannel; now: number },
): Promise<StoredTicket> {
	const { key, category, timeZone = site.support.timeZone, locale, email } = form;
	const identity = form.identity === undefined ? null : await readIdentity(form.identity, { secret: c.env.IDENTITY_SECRET, audience: site.url, now });
	const { minutes, clock } = targetFor(priority, identity?.tier ?? null, site.support);
	const moment = { now, zone: site.support.timeZone };
	return {
		id: crypto.randomUUID(),
		reference: randomReference(),
		statusToken: randomToken(24),
		idempotencyKey: key,
		bodyHash,
		createdAt: now,
		day: dayAt(moment),
		network: await hashOfNetwork(c.env.SALTS, "tickets", c.var.network, moment),
		emailHash: await hashOfDay(c.env.SALTS, email.toLowerCase(), moment),
		locale,
		channel,
		category,
		priority,
		team: teamFor(category).team,
		tier: teamFor(category).tier,
		promisedAt: promisedAt(now, minutes, clock, businessHours(site)),
		timeZone,
		content: contentOf(form, site, identity, c.env.IDENTITY_SECRET !== undefined),
		segment: segmentOf(c.req.raw.headers),
		plan: identity?.tier ?? "",
	};
}

/** @param knowsIdentities whether signatures can be checked here */
function contentOf(form: ParsedTicket, site: SiteManifest, identity: Identity | null, knowsIdentities: boolean): TicketContent {
	const { subject, description, tried, product, environment, name, email, company, affected, impairment, risk, article, trail, incident } = form;
	const remarks = [
		incident === undefined ? "" : `Adds to the known incident “${incident}”.`,
		form.identity === undefined || !knowsIdentities ? "" : remarkOn(identity, email),
	];
	return {
		...{ subject, description, tried, product, environment, name, email, company, affected, impairment, risk },
		article: article !== undefined && Object.hasOwn(site.articles, article) ? article : null,
		trail: trail.map(redactStep),
		...(incident !== undefined && { incident }),
		...(identity && { plan: identity.tier }),
		files: form.attachments.length,
		remarks: remarks.filter((remark) => remark !== ""),
	};
}

/** What somebody typed into a search or an answer box loses personal data; the rest are words of the site. */
function redactStep(step: TrailEntry): TrailEntry {
	if (step.kind === "search") return { ...step, query: redact(step.query) };
	return step.kind === "answer" ? { ...step, question: redact(step.question) } : step;
}

/** What an agent should know of a signed identity. */
function remarkOn(identity: Identity | null, typedEmail: string): string {
	if (!identity) return "An identity was sent along, but its signature does not hold or has ended: the standard promise applies, and who wrote is not proven.";
	if (identity.email.toLowerCase() === typedEmail.toLowerCase()) return "";
	return `The product signed this customer in as ${identity.name} <${identity.email}>; the address for the answer was typed.`;
}

/** Tells whether the same form came again: the customer's words and files count, what the page sends along does not. */
export function hashOfWords(form: ParsedTicket): Promise<string> {
	const { key: _key, timeZone: _zone, contact: _contact, article: _article, trail: _trail, deflectionTokens: _tokens, ...rest } = form;
	const { answers: _answers, known: _known, identity: _identity, rendered: _rendered, turnstile: _turnstile, ...words } = rest;
	return sha256(JSON.stringify(words));
}
