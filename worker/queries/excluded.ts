/** Why something is not counted. `replay`, `flood` (beyond what one network may have in a day) and `machine` are found when events are taken in and counted. */
export type ExcludedReason = "bot" | "staff" | "replay" | "machine" | "flood";

/** Remembers that something came that is not counted, and nothing else of it. */
export async function countExcluded(db: D1Database, day: string, reason: ExcludedReason, n: number): Promise<void> {
	await db.prepare("INSERT INTO excluded_counts VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET n = n + excluded.n").bind(day, reason, n).run();
}

/** What was not counted between two days, by reason. */
export async function sumExcluded(db: D1Database, from: string, to: string): Promise<Partial<Record<ExcludedReason, number>>> {
	const { results } = await db
		.prepare("SELECT reason, sum(n) AS n FROM excluded_counts WHERE day BETWEEN ?1 AND ?2 GROUP BY reason")
		.bind(from, to)
		.all<{ reason: ExcludedReason; n: number }>();
	return Object.fromEntries(results.map(({ reason, n }) => [reason, n]));
}
