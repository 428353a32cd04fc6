/** Counts something that a guard let pass although it could not check it. */
export async function countPassed(db: D1Database, day: string, what: string): Promise<void> {
	await db.prepare("INSERT INTO guard_counts VALUES (?1, ?2, 1) ON CONFLICT DO UPDATE SET n = n + 1").bind(day, what).run();
}

/** Adds one to a count of a day unless that would be more than `most`; false where it was not counted. */
export async function countUpTo(db: D1Database, { day, what, most }: { day: string; what: string; most: number }): Promise<boolean> {
	const counted = await db.prepare("INSERT INTO guard_counts VALUES (?1, ?2, 1) ON CONFLICT DO UPDATE SET n = n + 1 WHERE n < ?3").bind(day, what, most).run();
	return counted.meta.changes > 0;
}
