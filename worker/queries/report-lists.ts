import type { SearchFilter } from "./search-sums.ts";

const toldAtMost = 3;

/** What readers of groups of spellings said they were looking for: the latest few of each group, in the order of the groups. */
export async function toldAfterSearches(
	db: D1Database,
	{ from, to, without }: Pick<SearchFilter, "from" | "to" | "without">,
	groups: string[][],
): Promise<string[][]> {
	if (groups.length === 0) return [];
	const { results } = await db
		.prepare(
			`WITH spellings AS (SELECT g.key AS place, q.value AS query FROM json_each(?3) g, json_each(g.value) q),
			told AS (
				SELECT k.place AS place, c.text AS text, row_number() OVER (PARTITION BY k.place ORDER BY max(c.at) DESC, c.text) AS rank
				FROM search_comments c CROSS JOIN events s ON s.id = c.search JOIN spellings k ON k.query = s.query_key
				WHERE c.day >= ?1 AND s.day BETWEEN ?1 AND ?2 AND NOT s.day BETWEEN ?5 AND ?6
				AND s.type = 'search_settled' AND s.results = 0 GROUP BY k.place, c.text
			)
			SELECT place, text FROM told WHERE rank <= ?4 ORDER BY place, rank`,
		)
		.bind(from, to, JSON.stringify(groups), toldAtMost, without?.first ?? "", without?.last ?? "")
		.all<{ place: number; text: string }>();
	return groups.map((_, place) => results.filter((row) => row.place === place).map(({ text }) => text));
}

/** The most read articles since a day; sample readers are none. */
export async function mostRead(db: D1Database, since: string, limit: number): Promise<{ article: string; views: number }[]> {
	const { results } = await db
		.prepare(
			"SELECT label AS article, sum(n) AS views FROM daily_rollups WHERE metric = 'article_views' AND sample = 0 AND day >= ?1 GROUP BY label ORDER BY views DESC LIMIT ?2",
		)
		.bind(since, limit)
		.all<{ article: string; views: number }>();
	return results;
}

/** Votes on articles since a day; sample votes are none. */
export async function votesSince(db: D1Database, since: string, limit: number): Promise<{ article: string; yes: number; no: number }[]> {
	const { results } = await db
		.prepare(
			`SELECT label AS article, sum(CASE metric WHEN 'votes_yes' THEN n ELSE 0 END) AS yes, sum(CASE metric WHEN 'votes_no' THEN n ELSE 0 END) AS no
			FROM daily_rollups WHERE metric IN ('votes_yes', 'votes_no') AND sample = 0 AND day >= ?1 GROUP BY label ORDER BY yes + no DESC LIMIT ?2`,
		)
		.bind(since, limit)
		.all<{ article: string; yes: number; no: number }>();
	return results;
}

/** Whether any sample row is stored. */
export async function holdsSample(db: D1Database): Promise<boolean> {
	const row = await db.prepare("SELECT EXISTS (SELECT 1 FROM daily_rollups WHERE sample = 1) AS found").first<{ found: number }>();
	return row?.found === 1;
}
