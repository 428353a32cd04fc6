/** How long somebody may be at a task, and how long it rests after an attempt that failed. In milliseconds. */
const restMs = 15 * 60_000;

/**
 * Takes a task that is due, unless it was done under this mark, somebody is at it, or it failed a moment ago. Of several that try at once
 * one gets it; one that dies at it leaves it to the next.
 */
export async function takeDue(db: D1Database, task: string, mark: string, now: number): Promise<boolean> {
	if ((await markOf(db, task)) === mark) return false;
	const { meta } = await db
		.prepare("INSERT INTO upkeep VALUES (?1, ?2) ON CONFLICT DO UPDATE SET mark = excluded.mark WHERE CAST(upkeep.mark AS INTEGER) <= ?3")
		.bind(`${task}:resting`, String(now + restMs), now)
		.run();
	return meta.changes > 0;
}

/** Remembers under which mark a task was done. */
export async function endDue(db: D1Database, task: string, mark: string): Promise<void> {
	await db.prepare("INSERT INTO upkeep VALUES (?1, ?2) ON CONFLICT DO UPDATE SET mark = excluded.mark").bind(task, mark).run();
}

/** The mark under which a task was last done; null before the first time. */
export async function markOf(db: D1Database, task: string): Promise<string | null> {
	return (await db.prepare("SELECT mark FROM upkeep WHERE task = ?1").bind(task).first<{ mark: string }>())?.mark ?? null;
}
