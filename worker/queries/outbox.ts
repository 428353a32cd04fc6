/** A delivery that this drainer holds. */
export interface HeldDelivery {
	id: string;
	ticket: string;
	destination: string;
	/** Attempts with this one. */
	attempts: number;
	createdAt: number;
}

// Counted when it is taken: a drainer that dies in the middle may have reached the desk.
const claim = `UPDATE deliveries SET lease_owner = ?1, lease_until = ?2, attempts = attempts + 1 WHERE id IN (
		SELECT id FROM deliveries WHERE state = 'pending' AND next_attempt_at <= ?3 AND lease_until < ?3 ORDER BY next_attempt_at LIMIT ?4)
	RETURNING id, ticket, destination, attempts, created_at`;

/** Takes up to `limit` due deliveries. Nobody else may take them until the lease has run out. */
export async function claimDeliveries(db: D1Database, owner: string, now: number, leaseMs: number, limit: number): Promise<HeldDelivery[]> {
	const { results } = await db
		.prepare(claim)
		.bind(owner, now + leaseMs, now, limit)
		.all<{ id: string; ticket: string; destination: string; attempts: number; created_at: number }>();
	return results.map(({ created_at, ...rest }) => ({ ...rest, createdAt: created_at }));
}

/** Ends a delivery as delivered; only its holder can. Returns false when the lease was lost meanwhile. */
export async function completeDelivery(db: D1Database, id: string, owner: string, now: number, deskReference: string | null): Promise<boolean> {
	const { meta } = await db
		.prepare(
			`UPDATE deliveries SET state = 'delivered', delivered_at = ?3, desk_reference = ?4, last_error = NULL, lease_owner = NULL
			WHERE id = ?1 AND lease_owner = ?2 AND state = 'pending'`,
		)
		.bind(id, owner, now, deskReference)
		.run();
	return meta.changes > 0;
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

/** Gives a delivery up; it stays on the dead list, which the health check counts. */
export async function buryDelivery(db: D1Database, id: string, owner: string, reason: string): Promise<void> {
	await db
		.prepare(`UPDATE deliveries SET state = 'dead', last_error = ?3, lease_owner = NULL WHERE id = ?1 AND lease_owner = ?2 AND state = 'pending'`)
		.bind(id, owner, reason)
		.run();
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
