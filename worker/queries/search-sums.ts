import type { ReportFilter } from "#contract/report-filter.ts";

/** What came of searches. Each is a number of settled searches, but for `visitors`. */
export interface SearchSums {
	searches: number;
	/** Visitor-days: a visitor counts once a day, for each way of writing it. */
	visitors: number;
	/** Without a confident result. */
	zero: number;
	/** A result was opened, or its quick answer in place. */
	used: number;
	/** Found, and no result was used. */
	unused: number;
	refined: number;
	ticketed: number;
	abandoned: number;
	/** A result was used, and its reader voted No on it. */
	unhelpful: number;
}

/** What came of searches with the same words. */
export interface QuerySums extends SearchSums {
	query: string;
	firstSeen: string;
	lastSeen: string;
	/** The last day on which it found nothing; empty where it always found something. */
	lastUnanswered: string;
	/** Searches of the day that had the most of them. */
	peak: number;
}

/** Which searches are looked at: days, both included, and readers. */
export interface SearchFilter extends Pick<ReportFilter, "from" | "to" | "locale" | "category" | "segment"> {
	/** Days among them that are left out. Default: none */
	without?: { first: string; last: string };
}

const fields: Record<keyof SearchSums, string> = {
	searches: "searches",
	visitors: "visitors",
	zero: "zero",
	used: "opened + answered",
	unused: "unused",
	refined: "refined",
	ticketed: "ticketed",
	abandoned: "abandoned",
	unhelpful: "unhelpful",
};
const names = Object.keys(fields) as (keyof SearchSums)[];
const sums = names.map((name) => `sum(${fields[name]}) AS ${name}`).join(", ");

const chosen =
	"d.day BETWEEN ?1 AND ?2 AND (?3 IS NULL OR d.locale = ?3) AND (?4 IS NULL OR d.category = ?4) AND (?5 IS NULL OR d.segment = ?5) AND NOT d.day BETWEEN ?6 AND ?7";

function values({ from, to, locale, category, segment, without }: SearchFilter): (string | null)[] {
	return [from, to, locale ?? null, category ?? null, segment ?? null, without?.first ?? "", without?.last ?? ""];
}

type QueryRow = Omit<QuerySums, "firstSeen" | "lastSeen" | "lastUnanswered"> & { first_seen: string; last_seen: string; last_unanswered: string };

/** @param days what came of each query on each day */
const sumsByQuery = (days: string) =>
	`SELECT query, ${names.map((name) => `sum(${name}) AS ${name}`).join(", ")}, min(day) AS first_seen, max(day) AS last_seen,
	coalesce(max(CASE WHEN zero > 0 THEN day END), '') AS last_unanswered, max(searches) AS peak
	FROM (${days}) GROUP BY query ORDER BY searches DESC, query`;

function readQueryRow({ first_seen, last_seen, last_unanswered, ...row }: QueryRow): QuerySums {
	return { ...row, firstSeen: first_seen, lastSeen: last_seen, lastUnanswered: last_unanswered };
}

/** What came of the most frequent searches, by their words. */
export async function sumQueries(db: D1Database, filter: SearchFilter, limit: number): Promise<QuerySums[]> {
	const days = `SELECT d.query AS query, d.day AS day, ${sums} FROM query_days d WHERE ${chosen} GROUP BY d.query, d.day`;
	const { results } = await db
		.prepare(`${sumsByQuery(days)} LIMIT ?8`)
		.bind(...values(filter), limit)
		.all<QueryRow>();
	return results.map(readQueryRow);
}

/** What came of searches with some spellings, by their words, the most frequent first; those that nobody searched are left out. */
export async function sumSpellings(db: D1Database, filter: SearchFilter, spellings: string[]): Promise<QuerySums[]> {
	const days = `SELECT d.query AS query, d.day AS day, ${sums} FROM json_each(?8) k CROSS JOIN query_days d INDEXED BY query_days_by_query ON d.query = k.value
		WHERE ${chosen} GROUP BY d.query, d.day`;
	const { results } = await db
		.prepare(sumsByQuery(days))
		.bind(...values(filter), JSON.stringify(spellings))
		.all<QueryRow>();
	return results.map(readQueryRow);
}

/** What came of all searches, by day. */
export async function sumSearchDays(db: D1Database, filter: SearchFilter): Promise<Map<string, SearchSums>> {
	const { results } = await db
		.prepare(`SELECT d.day AS day, ${sums} FROM query_days d WHERE ${chosen} GROUP BY d.day`)
		.bind(...values(filter))
		.all<SearchSums & { day: string }>();
	return new Map(results.map(({ day, ...row }) => [day, row]));
}

/** The first day on or after `from` with any search; null where there is none. */
export async function firstSearchDay(db: D1Database, from: string): Promise<string | null> {
	const row = await db.prepare("SELECT min(day) AS day FROM query_days WHERE day >= ?1").bind(from).first<{ day: string | null }>();
	return row?.day ?? null;
}

// The spellings lead, each is looked up by its words and the days; other searches are not read.
const ofSpellings = `WITH spellings AS MATERIALIZED (SELECT g.key AS place, q.value AS query FROM json_each(?8) g, json_each(g.value) q)`;

/** Searches of groups of spellings, in the order of the groups. */
export async function sumGroups(db: D1Database, filter: SearchFilter, groups: string[][]): Promise<number[]> {
	if (groups.length === 0) return [];
	const { results } = await db
		.prepare(
			`${ofSpellings} SELECT k.place AS place, sum(d.searches) AS searches FROM spellings k CROSS JOIN query_days d INDEXED BY query_days_by_query ON d.query = k.query WHERE ${chosen} GROUP BY k.place`,
		)
		.bind(...values(filter), JSON.stringify(groups))
		.all<{ place: number; searches: number }>();
	const found = new Map(results.map(({ place, searches }) => [place, searches]));
	return groups.map((_, place) => found.get(place) ?? 0);
}

/** What came of groups of spellings by day, in the order of the groups; days without a search are left out. */
export async function sumGroupDays(db: D1Database, filter: SearchFilter, groups: string[][]): Promise<(SearchSums & { day: string })[][]> {
	if (groups.length === 0) return [];
	const { results } = await db
		.prepare(
			`${ofSpellings} SELECT k.place AS place, d.day AS day, ${sums} FROM spellings k CROSS JOIN query_days d INDEXED BY query_days_by_query ON d.query = k.query
			WHERE ${chosen} GROUP BY k.place, d.day ORDER BY k.place, d.day`,
		)
		.bind(...values(filter), JSON.stringify(groups))
		.all<SearchSums & { day: string; place: number }>();
	const found = Map.groupBy(results, ({ place }) => place);
	return groups.map((_, place) => (found.get(place) ?? []).map(({ place: _place, ...row }) => row));
}
