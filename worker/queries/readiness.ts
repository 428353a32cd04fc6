/** When it began, epoch milliseconds; null where nothing waits, or nothing was ever done. */
export interface Since {
	/** The scheduled jobs last ran through so far that alarms could go out. */
	jobs: number | null;
	/** The oldest batch of events that waits to be counted. */
	queue: number | null;
	/** The oldest hand-over that no desk has taken and that is not given up; one that a person sent again began then. */
	outbox: number | null;
}

/** Whether the database answers. @throws what D1 throws */
export async function touchDatabase(db: D1Database): Promise<void> {
	await db.prepare("SELECT 1").first();
}

/** Whether a migration was applied. Later ones may have been, by a Worker that was taken back since. */
export async function isMigrated(db: D1Database, name: string): Promise<boolean> {
	return (await db.prepare("SELECT 1 AS found FROM d1_migrations WHERE name = ?1").bind(name).first()) !== null;
}

/** Since when each kind of work waits. */
export async function waitingTimes(db: D1Database): Promise<Since> {
	const row = await db
		.prepare(
			`SELECT (SELECT CAST(mark AS INTEGER) FROM upkeep WHERE task = 'heartbeat') AS jobs,
			(SELECT received_at FROM event_inbox ORDER BY id LIMIT 1) AS queue,
			(SELECT min(coalesce(replayed_at, created_at)) FROM deliveries WHERE state = 'pending') AS outbox`,
		)
		.first<Since>();
	return row ?? { jobs: null, queue: null, outbox: null };
}

/** Notes that the scheduled jobs run, at most every `everyMs`: a write each minute would cost more than it tells. */
export async function recordHeartbeat(db: D1Database, now: number, everyMs: number): Promise<void> {
	await db
		.prepare("INSERT INTO upkeep VALUES ('heartbeat', ?1) ON CONFLICT DO UPDATE SET mark = excluded.mark WHERE CAST(upkeep.mark AS INTEGER) <= ?2")
		.bind(String(now), now - everyMs)
		.run();
}

/** Names of the migrations that a database has, oldest first; none where it was never brought up to date. */
export async function appliedMigrations(db: D1Database): Promise<string[]> {
	const known = await db.prepare("SELECT 1 AS found FROM sqlite_master WHERE type = 'table' AND name = 'd1_migrations'").first();
	if (known === null) return [];
	const { results } = await db.prepare("SELECT name FROM d1_migrations ORDER BY id").all<{ name: string }>();
	return results.map(({ name }) => name);
}
