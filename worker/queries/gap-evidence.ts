import type { SearchFilter } from "./search-sums.ts";

/** What readers did after they searched with one of a group's spellings. */
export interface GapEvidence {
	/** Visitor-days: a visitor counts once a day, however many spellings were tried. */
	visitors: number;
	/** Sessions that are known. */
	sessions: number;
	/** Articles that these sessions used within ten minutes, also by other words; and how many of them then neither voted No nor wrote. */
	used: { article: string; sessions: number; helped: number }[];
	/** Other groups, by their place, whose words these sessions searched within ten minutes. */
	next: { group: number; sessions: number }[];
}

const within = 10 * 60_000;

// Days and samples come from the counts, so that single searches are found by their index; nothing else of them is read.
const searches = `WITH spellings AS MATERIALIZED (SELECT g.key AS place, q.value AS query FROM json_each(?3) g, json_each(g.value) q),
	days AS MATERIALIZED (SELECT DISTINCT k.place AS place, d.query AS query, d.day AS day, d.sample AS sample
		FROM spellings k CROSS JOIN query_days d INDEXED BY query_days_by_query ON d.query = k.query AND d.day BETWEEN ?1 AND ?2 AND NOT d.day BETWEEN ?6 AND ?7),
	searched AS MATERIALIZED (SELECT t.place AS place, s.day AS day, s.session AS session, s.visitor AS visitor, s.at AS at, s.query_key AS query, s.results AS results
		FROM days t CROSS JOIN events s ON s.type = 'search_settled' AND s.sample = t.sample AND s.day = t.day AND s.query_key = t.query
		WHERE (?4 IS NULL OR s.locale = ?4) AND (?5 IS NULL OR s.segment = ?5)
		AND NOT EXISTS (SELECT 1 FROM events r WHERE r.replaces = s.id AND r.id <> s.id AND r.session IS s.session)
		AND NOT EXISTS (SELECT 1 FROM machines m WHERE m.day = s.day AND m.sender IN (s.session, s.visitor)))`;

const later = `s.session IS NOT NULL AND n.type = 'search_settled' AND n.session = s.session AND n.at <= s.at + ${within}`;

const helped = `NOT EXISTS (SELECT 1 FROM contact_visits v WHERE v.session = s.session AND v.ticket IS NOT NULL AND v.opened_at >= s.at)
	AND NOT EXISTS (SELECT 1 FROM votes v WHERE v.article = c.article AND v.day = s.day AND v.visitor = s.visitor AND v.helpful = 0)`;

// Those that may not be told apart count as one.
const visitorDays = "count(DISTINCT day || ' ' || coalesce(visitor, session, ''))";

// In one statement, so that the searches are looked up once.
const evidence = `${searches}
	SELECT place, 'read' AS kind, NULL AS other, ${visitorDays} AS n, count(DISTINCT session) AS sessions FROM searched GROUP BY place
	UNION ALL
	SELECT s.place, 'used', c.article, count(DISTINCT CASE WHEN ${helped} THEN s.session END), count(DISTINCT s.session)
	FROM searched s CROSS JOIN events n ON ${later} AND n.at >= s.at CROSS JOIN events c ON c.search = n.id AND c.type = 'search_clicked'
	GROUP BY s.place, c.article
	UNION ALL
	SELECT s.place, 'next', k.place, 0, count(DISTINCT s.session)
	FROM searched s CROSS JOIN events n ON ${later} AND n.at > s.at AND n.query_key <> s.query CROSS JOIN spellings k ON k.query = n.query_key AND k.place <> s.place
	GROUP BY s.place, k.place`;

interface EvidenceRow {
	place: number;
	kind: "read" | "used" | "next";
	/** An article, or another group's place. */
	other: string | number | null;
	/** Visitor-days, or sessions that the article helped. */
	n: number;
	sessions: number;
}

function values({ from, to, locale, segment, without }: SearchFilter, groups: string[][]): (string | null)[] {
	return [from, to, JSON.stringify(groups), locale ?? null, segment ?? null, without?.first ?? "", without?.last ?? ""];
}

/** Visitor-days behind searches without an answer with the spellings of some groups, in the order of the groups. */
export async function unansweredVisitors(db: D1Database, filter: SearchFilter, groups: string[][]): Promise<number[]> {
	if (groups.length === 0) return [];
	const { results } = await db
		.prepare(`${searches} SELECT place, ${visitorDays} AS visitors FROM searched WHERE results = 0 GROUP BY place`)
		.bind(...values(filter, groups))
		.all<{ place: number; visitors: number }>();
	const visitors = new Map(results.map((row) => [row.place, row.visitors]));
	return groups.map((_, place) => visitors.get(place) ?? 0);
}

/** What readers did after searches with the spellings of some groups, in the order of the groups. Every row is found by an index. */
export async function gapEvidence(db: D1Database, filter: SearchFilter, groups: string[][]): Promise<GapEvidence[]> {
	if (groups.length === 0) return [];
	const { results } = await db
		.prepare(evidence)
		.bind(...values(filter, groups))
		.all<EvidenceRow>();
	const found = Map.groupBy(results, ({ place }) => place);
	return groups.map((_, place) => {
		const rows = found.get(place) ?? [];
		const read = rows.find(({ kind }) => kind === "read");
		const used = rows.flatMap(({ kind, other, n, sessions }) => (kind === "used" ? [{ article: String(other), sessions, helped: n }] : []));
		used.sort((one, other) => other.helped - one.helped || other.sessions - one.sessions || (one.article < other.article ? -1 : 1));
		const next = rows.flatMap(({ kind, other, sessions }) => (kind === "next" ? [{ group: Number(other), sessions }] : []));
		return { visitors: read?.n ?? 0, sessions: read?.sessions ?? 0, used, next };
	});
}
