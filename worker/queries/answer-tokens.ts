/** Name of the count of a day's tokens. */
const what = "answer-tokens";

/** Takes tokens out of a day's budget before they are spent; false where they would be more than `most`, and nothing was taken. */
export async function reserveTokens(db: D1Database, { day, tokens, most }: { day: string; tokens: number; most: number }): Promise<boolean> {
	const { meta } = await db
		.prepare("INSERT INTO guard_counts SELECT ?1, ?2, ?3 WHERE ?3 <= ?4 ON CONFLICT DO UPDATE SET n = n + ?3 WHERE n + ?3 <= ?4")
		.bind(day, what, tokens, most)
		.run();
	return meta.changes > 0;
}

/** Puts right what was taken: adds what was spent beyond it, or gives back what was not spent (less than 0). */
export async function settleTokens(db: D1Database, { day, tokens }: { day: string; tokens: number }): Promise<void> {
	await db.prepare("UPDATE guard_counts SET n = max(0, n + ?3) WHERE day = ?1 AND what = ?2").bind(day, what, tokens).run();
}
