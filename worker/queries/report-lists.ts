/** A spelling of a search that found nothing. */
export interface UnansweredQuery {
	query: string;
	searches: number;
	/** Visitor-days. */
	visitors: number;
	lastSeen: string;
}

/** Searches without an answer between two days, the most frequent first. */
export async function unansweredQueries(db: D1Database, from: string, to: string, limit: number): Promise<UnansweredQuery[]> {
	const { results } = await db
		.prepare(`SELECT s.query_key AS query, count(*) AS searches, count(DISTINCT coalesce(s.visitor, s.session, s.id)) AS visitors, max(s.day) AS last_seen
			FROM events s WHERE s.day BETWEEN ?1 AND ?2 AND s.type = 'search_settled' AND s.results = 0
			AND NOT EXISTS (SELECT 1 FROM events r WHERE r.replaces = s.id AND r.id <> s.id AND r.session IS s.session)
			GROUP BY s.query_key ORDER BY searches DESC, last_seen DESC LIMIT ?3`)
		.bind(from, to, limit)
		.all<{ query: string; searches: number; visitors: number; last_seen: string }>();
	return results.map(({ last_seen, ...row }) => ({ ...row, lastSeen: last_seen }));
}

/** How often each reason was given after No, by article. */
export async function reasonsAfterNo(db: D1Database, from: string, to: string): Promise<{ article: string; reason: string; n: number }[]> {
	const { results } = await db
		.prepare(`SELECT v.article AS article, r.value AS reason, count(*) AS n FROM votes v, json_each(v.reasons) r
			WHERE v.day BETWEEN ?1 AND ?2 AND v.helpful = 0 GROUP BY v.article, r.value`)
		.bind(from, to)
		.all<{ article: string; reason: string; n: number }>();
	return results;
}

/** The most read articles since a day. */
export async function mostRead(db: D1Database, since: string, limit: number): Promise<{ article: string; views: number }[]> {
	const { results } = await db
		.prepare("SELECT label AS article, sum(n) AS views FROM daily_rollups WHERE metric = 'article_views' AND day >= ?1 GROUP BY label ORDER BY views DESC LIMIT ?2")
		.bind(since, limit)
		.all<{ article: string; views: number }>();
	return results;
}

/** Whether any sample row is stored. */
export async function holdsSample(db: D1Database): Promise<boolean> {
	const row = await db.prepare("SELECT EXISTS (SELECT 1 FROM daily_rollups WHERE sample = 1) AS found").first<{ found: number }>();
	return row?.found === 1;
}
