/** Sums of one count between two days, by label. Read day by day through the key of the rollups, so that other counts are not looked at. */
export async function countByLabel(
	db: D1Database,
	metric: string,
	days: string[],
	{ locale, segment }: { locale?: string | undefined; segment?: string | undefined },
): Promise<Map<string, number>> {
	const { results } = await db
		.prepare(
			`SELECT r.label AS label, sum(r.n) AS n FROM json_each(?1) d CROSS JOIN daily_rollups r ON r.day = d.value AND r.metric = ?2
			WHERE (?3 IS NULL OR r.locale = ?3) AND (?4 IS NULL OR r.segment = ?4) GROUP BY r.label`,
		)
		.bind(JSON.stringify(days), metric, locale ?? null, segment ?? null)
		.all<{ label: string; n: number }>();
	return new Map(results.map(({ label, n }) => [label, n]));
}

/** When the Worker first saw each article, epoch milliseconds; articles that it never saw are left out. */
export async function firstSeen(db: D1Database, articles: string[]): Promise<Map<string, number>> {
	const { results } = await db
		.prepare(
			`SELECT a.value AS article, (SELECT min(r.first_seen_at) FROM article_revisions r WHERE r.article = a.value) AS at FROM json_each(?1) a WHERE at IS NOT NULL`,
		)
		.bind(JSON.stringify(articles))
		.all<{ article: string; at: number }>();
	return new Map(results.map(({ article, at }) => [article, at]));
}
