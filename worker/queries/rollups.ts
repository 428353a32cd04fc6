/** A settled search counts unless a later one of the same visit only extended it. */
const settled = `events AS s WHERE s.day = ?1 AND s.type = 'search_settled'
	AND NOT EXISTS (SELECT 1 FROM events r WHERE r.replaces = s.id AND r.id <> s.id AND r.session IS s.session)`;
const clicked = (how: string) => `EXISTS (SELECT 1 FROM events c WHERE c.search = s.id AND c.how = '${how}')`;

/** Session times of a day: first sign of life, and the moment of the answer. */
const answerTimes = `SELECT v.sample AS sample, CAST(round((coalesce(
			(SELECT min(voted_at) FROM votes WHERE day = ?1 AND session = v.session AND helpful = 1 AND voted_at >= v.first_at), v.last_article) - v.first_at) / 1000.0) AS INTEGER) AS seconds
		FROM (SELECT session, sample, min(at) AS first_at, max(CASE WHEN article IS NOT NULL THEN at END) AS last_article
			FROM events WHERE day = ?1 AND type IN ('page_viewed', 'search_settled') AND session IS NOT NULL GROUP BY session, sample) AS v`;

/** The ledger counts sessions, so that no share exceeds one; a visit without a session stands for itself. */
const contactSessions = "count(DISTINCT coalesce(session, visitor, id))";

/** Each daily count: its name, its label, and where it comes from (`?1` is the day). */
const counts: { metric: string; label?: string; n?: string; from: string }[] = [
	{ metric: "page_views", from: "events WHERE day = ?1 AND type = 'page_viewed'" },
	{ metric: "article_views", label: "article", from: "events WHERE day = ?1 AND type = 'page_viewed' AND article IS NOT NULL" },
	{ metric: "visitors", n: "count(DISTINCT visitor)", from: "events WHERE day = ?1" },
	{ metric: "sessions", n: "count(DISTINCT session)", from: "events WHERE day = ?1" },
	{ metric: "searches", from: settled },
	{ metric: "searches_opened", from: `${settled} AND ${clicked("opened")}` },
	{ metric: "searches_answered_in_place", from: `${settled} AND ${clicked("answered")} AND NOT ${clicked("opened")}` },
	{ metric: "searches_zero", from: `${settled} AND s.results = 0` },
	{ metric: "contact_sessions", n: contactSessions, from: "contact_visits WHERE day = ?1" },
	...["confirmed", "pending", "unverifiable", "refuted"].map((state) => ({
		metric: `deflections_${state}`,
		n: contactSessions,
		from: `contact_visits WHERE day = ?1 AND state = '${state}'`,
	})),
	{ metric: "deflections_potential", n: contactSessions, from: "contact_visits WHERE day = ?1 AND shown > 0 AND state = 'abandoned'" },
	{ metric: "tickets", label: "category", from: "tickets WHERE day = ?1" },
	{ metric: "votes_yes", label: "article", from: "votes WHERE day = ?1 AND helpful = 1" },
	{ metric: "votes_no", label: "article", from: "votes WHERE day = ?1 AND helpful = 0" },
	{ metric: "time_to_answer", label: "seconds", from: `(${answerTimes}) WHERE seconds > 0` },
];

function rollUp({ metric, label = "''", n = "count(*)", from }: (typeof counts)[number]): string {
	return `INSERT INTO daily_rollups (day, metric, label, sample, n) SELECT ?1, '${metric}', ${label}, sample, ${n} FROM ${from} GROUP BY ${label}, sample`;
}

/** Days whose counts must be made again, oldest first. */
export async function dirtyDays(db: D1Database, limit: number): Promise<string[]> {
	const { results } = await db.prepare("SELECT day FROM dirty_days ORDER BY day LIMIT ?1").bind(limit).all<{ day: string }>();
	return results.map((row) => row.day);
}

/** Makes a day's counts again from its rows, in one transaction. Snapshots of the content (`content_…`) are kept. */
export async function rollUpDay(db: D1Database, day: string): Promise<void> {
	await db.batch([
		db.prepare("DELETE FROM dirty_days WHERE day = ?1").bind(day),
		db.prepare("DELETE FROM daily_rollups WHERE day = ?1 AND metric NOT LIKE 'content\\_%' ESCAPE '\\'").bind(day),
		...counts.map((count) => db.prepare(rollUp(count)).bind(day)),
	]);
}

/** Stores how the content stood on a day. */
export async function storeSnapshot(db: D1Database, day: string, values: Record<string, number>): Promise<void> {
	await db.batch(
		Object.entries(values).map(([metric, n]) =>
			db
				.prepare("INSERT INTO daily_rollups (day, metric, n) VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET n = excluded.n WHERE n <> excluded.n")
				.bind(day, `content_${metric}`, n),
		),
	);
}

/** Sums over a span of days, both ends included: `metric` → `label` → n. */
export type Sums = Map<string, Map<string, number>>;

export async function sumRollups(db: D1Database, from: string, to: string): Promise<Sums> {
	const { results } = await db
		.prepare(
			"SELECT metric, label, sum(n) AS n FROM daily_rollups WHERE day BETWEEN ?1 AND ?2 AND metric NOT LIKE 'content\\_%' ESCAPE '\\' GROUP BY metric, label",
		)
		.bind(from, to)
		.all<{ metric: string; label: string; n: number }>();
	const sums: Sums = new Map();
	for (const { metric, label, n } of results) {
		const labels = sums.get(metric) ?? new Map<string, number>();
		sums.set(metric, labels.set(label, n));
	}
	return sums;
}

/** Contact sessions and confirmed deflections over a span of days, both ends included. */
export interface ContactSums {
	sessions: number;
	confirmed: number;
}

export async function sumContacts(db: D1Database, from: string, to: string): Promise<ContactSums> {
	const row = await db
		.prepare(
			`SELECT coalesce(sum(n) FILTER (WHERE metric = 'contact_sessions'), 0) AS sessions, coalesce(sum(n) FILTER (WHERE metric = 'deflections_confirmed'), 0) AS confirmed
			FROM daily_rollups WHERE day BETWEEN ?1 AND ?2 AND metric IN ('contact_sessions', 'deflections_confirmed')`,
		)
		.bind(from, to)
		.first<ContactSums>();
	return row ?? { sessions: 0, confirmed: 0 };
}

/** The last snapshot of the content within a span of days; empty when there was none. */
export async function lastSnapshot(db: D1Database, from: string, to: string): Promise<Record<string, number>> {
	const { results } = await db
		.prepare(
			`SELECT metric, n FROM daily_rollups WHERE metric LIKE 'content\\_%' ESCAPE '\\' AND day =
			(SELECT max(day) FROM daily_rollups WHERE day BETWEEN ?1 AND ?2 AND metric LIKE 'content\\_%' ESCAPE '\\')`,
		)
		.bind(from, to)
		.all<{ metric: string; n: number }>();
	return Object.fromEntries(results.map(({ metric, n }) => [metric.slice("content_".length), n]));
}
