import type { ParsedTicket } from "#contract/tickets.ts";
import type { Env } from "../env.ts";
import { ticketsWithText, type EarlierTicket } from "../queries/ticket-texts.ts";
import { dayMs } from "./days.ts";
import { hashesUntilTomorrow } from "./visitor.ts";

/** Earlier tickets that say the same as a new one. */
export interface SameText {
	/** To be kept with the new ticket. */
	hashes: string[];
	/** Of the last 24 hours, newest first. */
	earlier: EarlierTicket[];
}

/** What two messages are compared by: their words, however they are spaced and capitalised. */
function wordsOf({ subject, description }: Pick<ParsedTicket, "subject" | "description">): string {
	return `${subject}\n${description}`.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}

/** Looks for the same text within a day. Only hashes are compared, under salts that are gone a day later. */
export async function findSameText(env: Pick<Env, "DB" | "SALTS">, form: ParsedTicket, now: number): Promise<SameText> {
	const [today, tomorrow] = await hashesUntilTomorrow(env.SALTS, wordsOf(form), now);
	return { hashes: [today, tomorrow], earlier: await ticketsWithText(env.DB, { hash: today, since: now - dayMs, known: form.known, email: form.email }) };
}

/**
 * Status token of the ticket that a browser has sent already, or null. Only a browser that holds its link is shown it; a message that is
 * more urgent than the earlier one, or brings files, is a new one.
 */
export function ticketShownAgain({ earlier }: SameText, { known, attachments }: Pick<ParsedTicket, "known" | "attachments">, priority: string): string | null {
	if (attachments.length > 0) return null;
	return earlier.find((ticket) => known.includes(ticket.statusToken) && ticket.priority <= priority)?.statusToken ?? null;
}

/** Status token of an earlier ticket for a mail to the address that wrote it, or null. The page of the new ticket says nothing of it. */
export function linkForMail({ earlier }: SameText): string | null {
	return earlier.find(({ sameAddress }) => sameAddress)?.statusToken ?? null;
}
