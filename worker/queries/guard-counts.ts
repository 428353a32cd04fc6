/** Counts something that a guard let pass although it could not check it. */
export async function countPassed(db: D1Database, day: string, what: string): Promise<void> {
	await db.prepare("INSERT INTO guard_counts VALUES (?1, ?2, 1) ON CONFLICT DO UPDATE SET n = n + 1").bind(day, what).run();
}
