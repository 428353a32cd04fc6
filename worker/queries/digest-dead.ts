/** Deliveries that were given up before a moment and still wait for a person, by destination. */
export async function deadBefore(db: D1Database, before: number): Promise<{ destination: string; n: number; oldest: number }[]> {
	const { results } = await db
		.prepare(
			"SELECT destination, count(*) AS n, min(died_at) AS oldest FROM deliveries WHERE state = 'dead' AND died_at <= ?1 GROUP BY destination ORDER BY n DESC, destination",
		)
		.bind(before)
		.all<{ destination: string; n: number; oldest: number }>();
	return results;
}
