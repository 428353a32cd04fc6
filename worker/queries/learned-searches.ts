import type { LearnedSearch } from "#contract/reports.ts";

const atMost = 5000;

/** 1 where only the sample has searched, else 0. */
const kind = "SELECT NOT EXISTS (SELECT 1 FROM events WHERE type = 'search_settled' AND sample = 0)";

// Rare words are left out first, from an index that holds all this needs; the rest is looked up for few searches.
const frequent = `SELECT day, query_key FROM events
	WHERE type = 'search_settled' AND sample = (${kind}) AND day BETWEEN ?1 AND ?2 AND visitor IS NOT NULL
	GROUP BY day, query_key HAVING count(DISTINCT visitor) >= ?3`;

// SQLite takes `article` from the row that has the maximum: the result used last.
const lastUsed = `SELECT s.day, s.query_key, s.visitor, s.session, s.at, c.article, max(c.at)
	FROM frequent f CROSS JOIN events s ON s.type = 'search_settled' AND s.sample = (${kind}) AND s.day = f.day AND s.query_key = f.query_key
	CROSS JOIN events c ON c.search = s.id AND c.type = 'search_clicked' AND c.session = s.session
	WHERE s.visitor IS NOT NULL GROUP BY s.id`;

const wentOn = "SELECT 1 FROM events n WHERE n.type = 'search_settled' AND n.session = u.session AND n.at > u.at";
const wroteTicket = "SELECT 1 FROM contact_visits v WHERE v.session = u.session AND v.ticket IS NOT NULL";
const saidNo = "SELECT 1 FROM votes v WHERE v.article = u.article AND v.day = u.day AND v.visitor = u.visitor AND v.helpful = 0";

const learned = `WITH frequent AS (${frequent}), used AS (${lastUsed}), days AS (
		SELECT u.query_key AS query, u.article AS article, count(DISTINCT u.visitor) AS visitors FROM used u
		WHERE NOT EXISTS (${wentOn}) AND NOT EXISTS (${wroteTicket}) AND NOT EXISTS (${saidNo})
		GROUP BY u.day, u.query_key, u.article HAVING count(DISTINCT u.visitor) >= ?3
	)
	SELECT query, article, max(visitors) AS visitors FROM days GROUP BY query, article ORDER BY 3 DESC, query, article LIMIT ${atMost}`;

/**
 * Searches between two days that ended in a helpful article, for at least `minimum` distinct visitors of one day: the last search
 * of its session, by the article that was used last of its results, unless that session wrote a ticket or the visitor voted No on
 * the article that day. Without visitor or session there is no knowing, so nothing counts.
 */
export async function learnedSearches(db: D1Database, from: string, to: string, minimum: number): Promise<LearnedSearch[]> {
	const { results } = await db.prepare(learned).bind(from, to, minimum).all<LearnedSearch>();
	return results;
}

/** Whether nobody but the sample has searched. */
export async function onlySampleSearches(db: D1Database): Promise<boolean> {
	const row = await db.prepare(`${kind} AND EXISTS (SELECT 1 FROM events WHERE type = 'search_settled' AND sample = 1) AS found`).first<{ found: number }>();
	return row?.found === 1;
}
