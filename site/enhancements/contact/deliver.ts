import type { findTicket, Reply, sendTicket } from "#site/api-client.ts";
import type { FieldError, ProblemDocument } from "#contract/problem.ts";
import type { Ticket, TicketAnswer } from "#contract/tickets.ts";
import { wordsOf } from "./changes.ts";

/** What became of one try to send a message. */
export type Outcome =
	/** It is stored. */
	| { kind: "stored"; answer: TicketAnswer }
	/** A ticket is there: with the same words of this browser's today, or with other words of this form. */
	| { kind: "earlier"; why: "duplicate" | "edited"; answer: TicketAnswer }
	/** Nobody can tell, or it does not work just now: try again, not before `wait` milliseconds. */
	| { kind: "later"; reached: boolean; wait: number }
	/** The customer can mend it. */
	| { kind: "mend"; errors: FieldError[] }
	/** It cannot be sent like this. `newKey`: the next try is another message. */
	| { kind: "refused"; problem: ProblemDocument; newKey: boolean };

/** A message, ready to be sent. */
export interface Sending {
	/** With all that goes along. */
	ticket: Ticket;
	/** Only what the customer wrote, and their files. */
	words: Ticket;
	/** The words of an earlier try with this key whose answer never came, or null. */
	lost: string | null;
}

interface Wire {
	find: typeof findTicket;
	send: typeof sendTicket;
	/** Whether the customer sees this field, and so can mend it. */
	isMendable: (field: string) => boolean;
}

function nameOf(problem: ProblemDocument): string {
	return problem.type.split("/").at(-1) ?? "";
}

/** Answers after which nobody knows whether it was stored, or that get better by themselves. */
const passing: Record<string, number> = { "too-quick": 2100, "too-many-requests": 60_000, unavailable: 0, failed: 0 };

/**
 * Tries once to send a message. After a lost answer the key is looked up first: what was stored is not sent twice, and what was
 * edited since becomes an offer, not a dead end. If what came along by itself is what does not fit, the words are sent without it:
 * they matter most.
 */
export async function deliver({ ticket, words, lost }: Sending, { find, send, isMendable }: Wire): Promise<Outcome> {
	if (lost !== null) {
		const found = await find(ticket.key);
		if (found.ok) return lost === wordsOf(words) ? { kind: "stored", answer: found.answer } : { kind: "earlier", why: "edited", answer: found.answer };
		if (!found.problem || found.problem.status !== 404) return { kind: "later", reached: found.problem !== null, wait: 0 };
	}
	let reply = await send(ticket);
	const beyond = errorsOf(reply).filter(({ field }) => !isMendable(field));
	if (beyond.length > 0 && !beyond.some(({ field }) => field === "key")) reply = await send(words);
	return judge(reply, ticket.key, { find, isMendable });
}

function errorsOf(reply: Reply<TicketAnswer>): FieldError[] {
	return (!reply.ok && reply.problem?.errors) || [];
}

async function judge(reply: Reply<TicketAnswer>, key: string, { find, isMendable }: Omit<Wire, "send">): Promise<Outcome> {
	if (reply.ok) return reply.answer.duplicate ? { kind: "earlier", why: "duplicate", answer: reply.answer } : { kind: "stored", answer: reply.answer };
	const { problem } = reply;
	if (!problem) return { kind: "later", reached: false, wait: 0 };
	const name = nameOf(problem);
	if (Object.hasOwn(passing, name)) return { kind: "later", reached: true, wait: passing[name] ?? 0 };
	const mendable = errorsOf(reply).filter(({ field }) => isMendable(field));
	if (mendable.length > 0) return { kind: "mend", errors: mendable };
	if (name !== "key-reused") return { kind: "refused", problem, newKey: errorsOf(reply).some(({ field }) => field === "key") };
	const found = await find(key);
	return found.ok ? { kind: "earlier", why: "edited", answer: found.answer } : { kind: "refused", problem, newKey: true };
}
