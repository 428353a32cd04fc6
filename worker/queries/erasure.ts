import type { Sought } from "#contract/erasure.ts";

/** Where a message went, or was on its way to. */
export interface Copy {
	destination: string;
	/** The desk's own number; null where it told none. */
	deskReference: string | null;
	/** `waiting`: nobody there has it. `on-its-way`: it may arrive at this moment. */
	state: "there" | "on-its-way" | "waiting";
}

/** A message that is to be erased, or was: nothing of what it says. */
export interface ErasableTicket {
	id: string;
	reference: string;
	/** Epoch milliseconds. */
	createdAt: number;
	files: number;
	/** With words, those that were written when it was closed as well. */
	notes: number;
	/** Words to the one question after closing. */
	comments: number;
	/** Flags of agents that name its number at the desk. */
	flags: number;
	/** The number that the desk tells the customer; null where there is none. */
	publicReference: string | null;
	copies: Copy[];
}

interface Row extends Omit<ErasableTicket, "copies"> {
	handings: string;
}

interface Handing extends Pick<Copy, "destination" | "deskReference"> {
	state: string;
	held: number;
}

/** Ids of the tickets that are meant. */
const chosen = "(SELECT value FROM json_each(?1))";

/** Flags `f` of agents about a ticket `t`: they name its number at the desk, and lead nowhere else. */
const flagsOf = `content_flags f WHERE EXISTS (SELECT 1 FROM deliveries d WHERE d.ticket = t.id AND d.destination = f.destination
	AND f.desk_reference IN (d.desk_reference, t.desk_public_reference))`;

const facts = `SELECT t.id, t.reference, t.created_at AS createdAt, t.desk_public_reference AS publicReference,
	(SELECT count(*) FROM attachments a WHERE a.ticket = t.id) AS files,
	(SELECT count(*) FROM ticket_notes n WHERE n.ticket = t.id AND n.text <> '') AS notes,
	(SELECT count(*) FROM ticket_satisfaction s WHERE s.ticket = t.id AND s.comment <> '') AS comments,
	(SELECT count(*) FROM ${flagsOf}) AS flags,
	(SELECT json_group_array(json_object('destination', d.destination, 'deskReference', d.desk_reference, 'state', d.state,
		'held', d.lease_owner IS NOT NULL AND d.lease_until >= ?1)) FROM deliveries d WHERE d.ticket = t.id AND d.note IS NULL) AS handings
	FROM tickets t`;

function copyOf({ destination, deskReference, state, held }: Handing): Copy {
	const there = state === "delivered" || deskReference !== null;
	return { destination, deskReference, state: there ? "there" : held ? "on-its-way" : "waiting" };
}

function fromRow({ handings, ...row }: Row): ErasableTicket {
	return { ...row, copies: (JSON.parse(handings) as Handing[]).map(copyOf) };
}

/** Who wrote a ticket `t`: the address that was typed, or that the product had signed (`remarkOn` writes it between angle brackets). */
const wroteIt = `lower(t.content ->> '$.email') = lower(?2)
	OR EXISTS (SELECT 1 FROM json_each(t.content, '$.remarks') r WHERE instr(lower(r.value), '<' || lower(?2) || '>') > 0)`;

/** Messages of somebody that were not erased yet, the newest first. */
export async function findErasable(db: D1Database, sought: Sought, now: number, limit: number): Promise<ErasableTicket[]> {
	const [which, value] = "reference" in sought ? ["t.reference = ?2", sought.reference] : [`t.content <> '{}' AND (${wroteIt})`, sought.email];
	const { results } = await db
		.prepare(`${facts} WHERE t.erased_at IS NULL AND ${which} ORDER BY t.created_at DESC LIMIT ?3`)
		.bind(now, value, limit)
		.all<Row>();
	return results.map(fromRow);
}

/** Messages that were erased at a moment (epoch milliseconds): where copies may be, told again. */
export async function erasedAt(db: D1Database, moment: number, now: number): Promise<ErasableTicket[]> {
	const { results } = await db.prepare(`${facts} WHERE t.erased_at = ?2 ORDER BY t.created_at DESC`).bind(now, moment).all<Row>();
	return results.map(fromRow);
}

/** When the ticket of a reference was erased; null where it was not, or there is none. */
export async function erasureOf(db: D1Database, reference: string): Promise<number | null> {
	return db.prepare("SELECT erased_at FROM tickets WHERE reference = ?1").bind(reference).first<number>("erased_at");
}

/** References of messages of others in which an address stands, at most `limit`. */
export async function mentionsOf(db: D1Database, email: string, limit: number): Promise<string[]> {
	const { results } = await db
		.prepare(
			`SELECT t.reference FROM tickets t WHERE t.content <> '{}' AND NOT coalesce(${wroteIt}, 0)
			AND (instr(lower(t.content), lower(?2)) > 0 OR EXISTS (SELECT 1 FROM ticket_notes n WHERE n.ticket = t.id AND instr(lower(n.text), lower(?2)) > 0))
			ORDER BY t.created_at DESC LIMIT ?1`,
		)
		.bind(limit, email)
		.all<{ reference: string }>();
	return results.map(({ reference }) => reference);
}

/** The addresses that messages give for an answer, each once; for what is remembered of a mailbox. */
export async function addressesOf(db: D1Database, ids: readonly string[]): Promise<string[]> {
	const { results } = await db
		.prepare(`SELECT DISTINCT lower(content ->> '$.email') AS email FROM tickets WHERE id IN ${chosen} AND content ->> '$.email' IS NOT NULL`)
		.bind(JSON.stringify(ids))
		.all<{ email: string }>();
	return results.map(({ email }) => email);
}

/** Words that belong to tickets without content go with it; for retention and for erasure. */
export function emptyWordsOfEmptied(db: D1Database): D1PreparedStatement[] {
	return [
		["ticket_notes", "text"],
		["ticket_satisfaction", "comment"],
	].map(([table, column]) =>
		db.prepare(
			`UPDATE ${table} SET ${column} = '' WHERE ${column} <> '' AND EXISTS (SELECT 1 FROM tickets t WHERE t.id = ${table}.ticket AND t.content = '{}')`,
		),
	);
}

/**
 * Erases messages in one transaction: of each stays what is counted (when, about what, how urgent, how it went) and the numbers by which it
 * is found at the desk. What no desk has yet is never handed over; one that is on its way at this moment can only still say where it arrived.
 * The files' rows wait for `removeEndedFiles`, which takes the bytes first; nobody can open them any more.
 *
 * @param acknowledged hashes of the address in `acknowledgements`
 * @param entries of the audit log; written only where something was erased
 * @returns how many were erased
 */
export async function eraseTickets(
	db: D1Database,
	ids: readonly string[],
	{ now, acknowledged, entries }: { now: number; acknowledged: readonly string[]; entries: readonly D1PreparedStatement[] },
): Promise<number> {
	const list = JSON.stringify(ids);
	const run = (sql: string, ...more: (string | number)[]) => db.prepare(sql).bind(list, ...more);
	const [erased] = await db.batch([
		run(
			`UPDATE tickets SET content = '{}', body_hash = '', email_hash = '', network = '', contact = NULL, time_zone = 'UTC', erased_at = ?2
			WHERE id IN ${chosen} AND erased_at IS NULL`,
			now,
		),
		...entries,
		...emptyWordsOfEmptied(db),
		run(`DELETE FROM ticket_texts WHERE ticket IN ${chosen}`),
		run(`DELETE FROM content_flags WHERE id IN (SELECT f.id FROM tickets t CROSS JOIN ${flagsOf} AND t.id IN ${chosen})`),
		// Also what was added to the form and left out when it was sent.
		run(
			`UPDATE attachments SET ticket = (SELECT t.id FROM tickets t WHERE t.idempotency_key = attachments.form_key), state = 'removed', name = '', type = '', network = ''
			WHERE form_key IN (SELECT idempotency_key FROM tickets WHERE id IN ${chosen})`,
		),
		run(
			`UPDATE deliveries SET state = 'erased', lease_owner = CASE WHEN lease_until >= ?2 THEN lease_owner END
			WHERE ticket IN ${chosen} AND state IN ('pending', 'dead')`,
			now,
		),
		run(`UPDATE deliveries SET last_error = NULL, request_id = NULL WHERE ticket IN ${chosen}`),
		db.prepare("DELETE FROM acknowledgements WHERE email_hash IN (SELECT value FROM json_each(?1))").bind(JSON.stringify(acknowledged)),
	]);
	return erased?.meta.changes ?? 0;
}
