import { erasedAtOnce, type Sought } from "#contract/erasure.ts";
import type { Env } from "../env.ts";
import { removeEndedFiles } from "../jobs/ended-files.ts";
import { recordOfChange, type AuditRecord } from "../queries/audit.ts";
import { addressesOf, erasureOf, eraseTickets, findErasable, mentionsOf, type ErasableTicket } from "../queries/erasure.ts";
import { hashesOfMailbox } from "./acknowledge.ts";
import { logError } from "./log.ts";
import type { Moment } from "./moment.ts";

/** What there is of somebody. */
export interface Erasable {
	/** The newest first; at most `erasedAtOnce`. */
	tickets: ErasableTicket[];
	/** There are more of them than are erased at once. */
	more: boolean;
	/** References of messages of others in which the address stands. */
	mentions: string[];
	/** When the message of the reference was erased already, in epoch milliseconds; else null. */
	already: number | null;
}

const mentionsShown = 20;

/** Looks for the messages of somebody. Changes nothing. */
export async function lookForErasable(db: D1Database, sought: Sought, now: number): Promise<Erasable> {
	const [found, mentions, already] = await Promise.all([
		findErasable(db, sought, now, erasedAtOnce + 1),
		"email" in sought ? mentionsOf(db, sought.email, mentionsShown) : [],
		"reference" in sought ? erasureOf(db, sought.reference) : null,
	]);
	return { tickets: found.slice(0, erasedAtOnce), more: found.length > erasedAtOnce, mentions, already };
}

/** References that an entry of the audit log has room for. */
const referencesOfEntry = 20;

/**
 * Erases messages, with an entry in the audit log that names them by their references. Files follow at once, or within a minute where R2 does
 * not answer.
 *
 * @param by who did it, and how the messages were found
 * @returns how many were erased; those that somebody else has just erased do not count
 */
export async function eraseMessages(env: Env, tickets: readonly ErasableTicket[], by: Pick<AuditRecord, "who" | "detail">, moment: Moment): Promise<number> {
	const { now } = moment;
	const ids = tickets.map(({ id }) => id);
	const addresses = await addressesOf(env.DB, ids);
	const acknowledged = (await Promise.all(addresses.map((address) => hashesOfMailbox(env, address, moment)))).flat();
	const references = tickets.map(({ reference }) => reference);
	const entries = Array.from({ length: Math.ceil(references.length / referencesOfEntry) }, (_, place) =>
		recordOfChange(env.DB, {
			...by,
			at: now,
			action: "erased",
			subject: references.slice(place * referencesOfEntry, (place + 1) * referencesOfEntry).join(", "),
		}),
	);
	const erased = await eraseTickets(env.DB, ids, { now, acknowledged, entries });
	await removeEndedFiles(env, now).catch((error: unknown) => logError("erased_files_wait", {}, error));
	return erased;
}
