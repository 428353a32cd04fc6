/** What was counted on a day, sample left out. */
export interface DayCount {
	day: string;
	metric: string;
	label: string;
	n: number;
}

/** Some counts of some days, over all readers. Sample readers are none. */
export async function countsOfDays(db: D1Database, days: string[], metrics: string[]): Promise<DayCount[]> {
	const { results } = await db
		.prepare(
			`SELECT r.day AS day, r.metric AS metric, r.label AS label, sum(r.n) AS n
			FROM json_each(?1) d CROSS JOIN json_each(?2) m CROSS JOIN daily_rollups r ON r.day = d.value AND r.metric = m.value
			WHERE r.sample = 0 GROUP BY r.day, r.metric, r.label`,
		)
		.bind(JSON.stringify(days), JSON.stringify(metrics))
		.all<DayCount>();
	return results;
}

/** The first day on which anything was counted, the sample left out; null before. */
export async function firstCountedDay(db: D1Database): Promise<string | null> {
	const row = await db
		.prepare("SELECT day FROM daily_rollups WHERE metric NOT LIKE 'content\\_%' ESCAPE '\\' AND sample = 0 ORDER BY day LIMIT 1")
		.first<{ day: string }>();
	return row?.day ?? null;
}

/** Articles because of which visitors of the contact page wrote no ticket, by sessions that are confirmed; visits between two days. */
export async function confirmedByArticle(db: D1Database, { from, to }: { from: string; to: string }, limit: number): Promise<{ article: string; n: number }[]> {
	const { results } = await db
		.prepare(
			`SELECT solved_article AS article, count(DISTINCT coalesce(session, visitor, id)) AS n FROM contact_visits
			WHERE day BETWEEN ?1 AND ?2 AND state = 'confirmed' AND solved_article IS NOT NULL GROUP BY solved_article ORDER BY n DESC, article LIMIT ?3`,
		)
		.bind(from, to, limit)
		.all<{ article: string; n: number }>();
	return results;
}
