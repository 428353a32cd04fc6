import type { ParsedTicket } from "#contract/tickets.ts";
import type { Env } from "../env.ts";
import type { EarlierTicket } from "../queries/ticket-texts.ts";
import type { Moment } from "./moment.ts";
import { hashesUntilTomorrow } from "./visitor.ts";

/** What two messages are compared by: their words, however they are spaced and capitalised. */
function wordsOf({ subject, description }: Pick<ParsedTicket, "subject" | "description">): string {
	return `${subject}\n${description}`.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}

/** Hashes of a text under the salts of today and of tomorrow, which are gone a day later; only these are compared and kept. */
export function hashesOfText(
	env: Pick<Env, "SALTS">,
	form: Pick<ParsedTicket, "subject" | "description">,
	moment: Moment,
): Promise<[today: string, tomorrow: string]> {
	return hashesUntilTomorrow(env.SALTS, wordsOf(form), moment);
}

/**
 * Status token of the ticket that a browser has sent already, or null. Only a browser that holds its link is shown it; a message that is
 * more urgent than the earlier one, brings files or another address to answer to, is a new one.
 */
export function ticketShownAgain(
	earlier: readonly EarlierTicket[],
	{ known, attachments }: Pick<ParsedTicket, "known" | "attachments">,
	priority: string,
): string | null {
	if (attachments.length > 0) return null;
	return earlier.find((ticket) => known.includes(ticket.statusToken) && ticket.sameAddress && ticket.priority <= priority)?.statusToken ?? null;
}

/** Status token of an earlier ticket for a mail to the address that wrote it, or null. The page of the new ticket says nothing of it. */
export function linkForMail(earlier: readonly EarlierTicket[]): string | null {
	return earlier.find(({ sameAddress }) => sameAddress)?.statusToken ?? null;
}
