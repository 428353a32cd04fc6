import { recordAnswer } from "./destination-health.ts";
import { ticketFromRow, type StoredTicket, type TicketRow } from "./tickets.ts";

/** A delivery that this drainer holds. */
export interface HeldDelivery {
	id: string;
	ticket: StoredTicket;
	/** Id of the note that it carries; null where it carries the ticket itself. */
	note: string | null;
	destination: string;
	/** Who holds it. */
	owner: string;
	/** Attempts with this one. */
	attempts: number;
	/** When its 72 hours began. */
	since: number;
	/** Id of the request that stored it; null for one from before these were kept. */
	requestId: string | null;
}

// A note follows its ticket, and the notes before it; a destination whose circuit is open gets one delivery at a time, by the holder of its probe.
const isDue = `d.state = 'pending' AND d.next_attempt_at <= ?4 AND d.lease_until < ?3 AND (d.note IS NULL OR (
		EXISTS (SELECT 1 FROM deliveries t WHERE t.ticket = d.ticket AND t.destination = d.destination AND t.note IS NULL AND t.state = 'delivered')
		AND NOT EXISTS (SELECT 1 FROM deliveries e WHERE e.ticket = d.ticket AND e.destination = d.destination AND e.note IS NOT NULL AND e.state = 'pending' AND e.rowid < d.rowid)))`;

const takeProbes = `UPDATE destination_health SET probe_owner = ?1, probe_until = ?2
	WHERE opened_at IS NOT NULL AND open_until <= ?3 AND probe_until < ?3 AND EXISTS (SELECT 1 FROM deliveries d WHERE d.destination = destination_health.destination AND ${isDue})`;

// One look into the index for each destination, however long their rows are.
const destinations = `destinations (destination) AS (SELECT min(destination) FROM deliveries WHERE state = 'pending'
	UNION ALL SELECT (SELECT min(destination) FROM deliveries WHERE state = 'pending' AND destination > n.destination) FROM destinations n WHERE n.destination IS NOT NULL)`;

const firstDue = `SELECT d.rowid FROM deliveries d WHERE d.destination = n.destination AND ${isDue} ORDER BY d.next_attempt_at, d.rowid LIMIT ?5`;

// Counted when it is taken: a drainer that dies in the middle may have reached the desk. By turns and at random between destinations,
// so that a long row at one does not keep the others waiting.
const claim = `UPDATE deliveries SET lease_owner = ?1, lease_until = ?2, attempts = attempts + 1 WHERE rowid IN (
		WITH RECURSIVE ${destinations}
		SELECT id FROM (
			SELECT c.rowid AS id, h.opened_at, row_number() OVER (PARTITION BY c.destination ORDER BY c.next_attempt_at, c.rowid) AS place
			FROM destinations n CROSS JOIN deliveries c ON c.rowid IN (${firstDue}) LEFT JOIN destination_health h ON h.destination = n.destination
			WHERE h.opened_at IS NULL OR h.probe_owner = ?1)
		WHERE place = 1 OR opened_at IS NULL ORDER BY place, random() LIMIT ?5)
	RETURNING id, ticket, note, destination, attempts, coalesce(replayed_at, created_at) AS since, request_id AS requestId`;

const ticketsOfClaim = "SELECT * FROM tickets WHERE id IN (SELECT ticket FROM deliveries WHERE lease_owner = ?1)";

/**
 * Takes up to `limit` deliveries that were due at `due`. Nobody else may take them until the lease has run out.
 *
 * @param owner new at each call: the probe of an open circuit belongs to one claim
 */
export async function claimDeliveries(db: D1Database, owner: string, now: number, leaseMs: number, limit: number, due = now): Promise<HeldDelivery[]> {
	const [, claimed, tickets] = await db.batch([
		db.prepare(takeProbes).bind(owner, now + leaseMs, now, due),
		db.prepare(claim).bind(owner, now + leaseMs, now, due, limit),
		db.prepare(ticketsOfClaim).bind(owner),
	]);
	const byId = new Map((tickets?.results as TicketRow[] | undefined)?.map((row) => [row.id, ticketFromRow(row)]));
	return ((claimed?.results ?? []) as (Omit<HeldDelivery, "owner" | "ticket"> & { ticket: string })[]).flatMap(({ ticket: id, ...row }) => {
		const ticket = byId.get(id);
		return ticket ? [{ ...row, ticket, owner }] : [];
	});
}

// A ticket that was erased while it was on its way stays erased: it is only known where it arrived, so that it can be erased there.
const complete = `UPDATE deliveries SET state = CASE state WHEN 'pending' THEN 'delivered' ELSE state END, delivered_at = ?3, desk_reference = ?4,
	last_error = NULL, lease_owner = NULL WHERE id = ?1 AND lease_owner = ?2 AND state IN ('pending', 'erased')`;

/** Ends a delivery as delivered; only its holder can. Returns false when the lease was lost meanwhile. */
export async function completeDelivery(db: D1Database, id: string, owner: string, now: number, deskReference: string | null): Promise<boolean> {
	const [completed] = await db.batch([db.prepare(complete).bind(id, owner, now, deskReference), recordAnswer(db, id, now)]);
	return (completed?.meta.changes ?? 0) > 0;
}

/** Puts a delivery back for a later attempt. */
export async function postponeDelivery(db: D1Database, id: string, owner: string, nextAttemptAt: number, reason: string): Promise<void> {
	await db
		.prepare(
			`UPDATE deliveries SET next_attempt_at = ?3, last_error = ?4, lease_owner = NULL, lease_until = 0
			WHERE id = ?1 AND lease_owner = ?2 AND state = 'pending'`,
		)
		.bind(id, owner, nextAttemptAt, reason)
		.run();
}

const bury = `UPDATE deliveries SET state = 'dead', died_at = ?3, last_error = ?4, lease_owner = NULL WHERE id = ?1 AND lease_owner = ?2 AND state = 'pending'`;

const buryNotesOf = `UPDATE deliveries SET state = 'dead', died_at = ?2, last_error = 'its ticket was not handed over', lease_owner = NULL
	WHERE note IS NOT NULL AND state = 'pending' AND (ticket, destination) = (SELECT ticket, destination FROM deliveries WHERE id = ?1 AND note IS NULL AND state = 'dead')`;

/**
 * Gives a delivery up, and with a ticket the notes that wait for it; all stay on the dead list until somebody sends them again.
 *
 * @param answered the desk refused it: it is there
 */
export async function buryDelivery(db: D1Database, id: string, owner: string, now: number, reason: string, answered = false): Promise<void> {
	await db.batch([...(answered ? [recordAnswer(db, id, now)] : []), db.prepare(bury).bind(id, owner, now, reason), db.prepare(buryNotesOf).bind(id, now)]);
}

/** How the outbox stands, for health checks. Ages in milliseconds. */
export async function outboxState(db: D1Database, now: number): Promise<{ pending: number; dead: number; oldestMs: number; inbox: number }> {
	const row = await db
		.prepare(
			`SELECT (SELECT count(*) FROM deliveries WHERE state = 'pending') AS pending,
			(SELECT count(*) FROM deliveries WHERE state = 'dead') AS dead,
			(SELECT min(created_at) FROM deliveries WHERE state = 'pending') AS oldest,
			(SELECT count(*) FROM event_inbox) AS inbox`,
		)
		.first<{ pending: number; dead: number; oldest: number | null; inbox: number }>();
	return { pending: row?.pending ?? 0, dead: row?.dead ?? 0, oldestMs: row?.oldest ? now - row.oldest : 0, inbox: row?.inbox ?? 0 };
}
