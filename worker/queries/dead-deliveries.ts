/** A delivery that was given up. */
export interface DeadDelivery {
	id: string;
	/** The ticket's reference. */
	reference: string;
	destination: string;
	/** `ticket`, or the kind of the note that it carries. */
	carries: "ticket" | "note" | "closed" | "reopened";
	reason: string;
	attempts: number;
	createdAt: number;
	diedAt: number;
}

/** Deliveries that were given up, the newest first. */
export async function deadDeliveries(db: D1Database, limit: number): Promise<DeadDelivery[]> {
	const { results } = await db
		.prepare(
			`SELECT d.id, t.reference, d.destination, coalesce(n.kind, 'ticket') AS carries, coalesce(d.last_error, '') AS reason, d.attempts,
			d.created_at AS createdAt, coalesce(d.died_at, d.created_at) AS diedAt
			FROM deliveries d JOIN tickets t ON t.id = d.ticket LEFT JOIN ticket_notes n ON n.id = d.note WHERE d.state = 'dead'
			ORDER BY d.died_at DESC, d.rowid DESC LIMIT ?1`,
		)
		.bind(limit)
		.all<DeadDelivery>();
	return results;
}

/** How many were given up after a moment and up to another, and why most of them. */
export async function deadBetween(db: D1Database, after: number, until: number): Promise<{ destination: string; reason: string; n: number }[]> {
	const { results } = await db
		.prepare(
			`SELECT destination, coalesce(last_error, '') AS reason, count(*) AS n FROM deliveries WHERE state = 'dead' AND died_at > ?1 AND died_at <= ?2
			GROUP BY destination, reason ORDER BY n DESC, destination LIMIT 10`,
		)
		.bind(after, until)
		.all<{ destination: string; reason: string; n: number }>();
	return results;
}

/** Which dead deliveries to send again: one, all of a destination, or all. */
export type DeadSelection = { id: string } | { destination: string } | "all";

/**
 * Sends dead deliveries again, a ticket together with the notes that died with it. Their 72 hours begin anew. Returns how many.
 *
 * @param also statements of the same transaction, such as the entry of the audit log
 */
export async function replayDeliveries(db: D1Database, which: DeadSelection, now: number, ...also: D1PreparedStatement[]): Promise<number> {
	const id = which !== "all" && "id" in which ? which.id : null;
	const destination = which !== "all" && "destination" in which ? which.destination : null;
	const replay = db
		.prepare(
			`UPDATE deliveries SET state = 'pending', died_at = NULL, replayed_at = ?3, next_attempt_at = ?3, lease_owner = NULL, lease_until = 0
			WHERE state = 'dead' AND (?2 IS NULL OR destination = ?2) AND (?1 IS NULL OR id = ?1
				OR (ticket, destination) = (SELECT s.ticket, s.destination FROM deliveries s WHERE s.id = ?1 AND (s.note IS NULL OR deliveries.note IS NULL)))`,
		)
		.bind(id, destination, now);
	const [done] = await db.batch([replay, ...also]);
	return done?.meta.changes ?? 0;
}

const reason = "the desk did not answer for 72 hours";

const abandon = `UPDATE deliveries SET state = 'dead', died_at = ?1, last_error = coalesce(last_error, '${reason}'), lease_owner = NULL
	WHERE state = 'pending' AND lease_until < ?1 AND coalesce(replayed_at, created_at) < ?2
		AND destination IN (SELECT destination FROM destination_health WHERE opened_at IS NOT NULL AND open_until > ?1)`;

// A note is never due before its ticket has arrived: one that was left behind would wait for ever.
const abandonNotes = `UPDATE deliveries SET state = 'dead', died_at = ?1, last_error = 'its ticket was not handed over', lease_owner = NULL
	WHERE state = 'pending' AND note IS NOT NULL AND EXISTS (SELECT 1 FROM deliveries t
		WHERE t.ticket = deliveries.ticket AND t.destination = deliveries.destination AND t.note IS NULL AND t.state = 'dead')`;

/**
 * Gives up what is older than it may be at desks where nothing is tried now, because their circuit is open, and notes whose ticket was
 * given up. Returns how many.
 */
export async function abandonOverdue(db: D1Database, now: number, before: number): Promise<number> {
	const results = await db.batch([db.prepare(abandon).bind(now, before), db.prepare(abandonNotes).bind(now)]);
	return results.reduce((sum, { meta }) => sum + meta.changes, 0);
}
