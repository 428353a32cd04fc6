import { limits } from "#contract/limits.ts";
import type { SeverityAnswers } from "#contract/priority.ts";
import type { Ticket, TrailEntry } from "#contract/tickets.ts";
import type { Sending } from "#site/enhancements/contact/deliver.ts";
import { readClaims } from "./identity.ts";

/** What stands in the form. */
export interface Written extends SeverityAnswers {
	subject: string;
	description: string;
	category: string;
	name: string;
	email: string;
}

/** What goes along. */
export interface Along {
	/** Idempotency key of the form. */
	key: string;
	/** Signed identity (JWT); empty where there is none. */
	identity: string;
	locale: string;
	timeZone: string;
	/** Visit of the form in the ledger. */
	contact: string;
	/** What was done before; what the customer took out is not in it. */
	trail: TrailEntry[];
	/** The words of an earlier try whose answer never came, or null. */
	lost: string | null;
}

/** A message of the panel as the contact form would send it. */
export function buildSending(written: Written, { key, identity, locale, timeZone, contact, trail, lost }: Along): Sending {
	const company = identity === "" ? "" : readClaims(identity).company.slice(0, limits.company);
	const words: Ticket = { key, locale, ...written, ...(company && { company }) };
	const article = trail.findLast((entry) => entry.kind === "article")?.article;
	const ticket: Ticket = {
		...words,
		...(article !== undefined && { article }),
		...(identity !== "" && identity.length <= limits.identity && { identity }),
		...{ trail, timeZone, contact },
	};
	return { ticket, words, lost };
}
