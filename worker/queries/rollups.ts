import { countEachDay } from "./counts.ts";
import { countQueries, forgetQueries } from "./query-days.ts";
import { countMachines, findMachines, forgetMachines } from "./machines.ts";

/** A day with fewer events is counted again at once. */
const fewEvents = 5_000;

/** How long a day with more waits for each of its events, in milliseconds: 10,000 events wait a minute, a million an hour and a half. */
const waitForEvent = 5;

/** Days whose counts must be made again, oldest first; a long day that was counted a moment ago is not among them yet. */
export async function dirtyDays(db: D1Database, limit: number, now: number): Promise<string[]> {
	const { results } = await db
		.prepare(
			`SELECT d.day AS day FROM dirty_days d LEFT JOIN counted_days c ON c.day = d.day
			WHERE c.day IS NULL OR c.events < ${fewEvents} OR ?2 - c.counted_at >= c.events * ${waitForEvent} ORDER BY d.day LIMIT ?1`,
		)
		.bind(limit, now)
		.all<{ day: string }>();
	return results.map((row) => row.day);
}

const noteCounted = `INSERT INTO counted_days SELECT ?1, ?2, coalesce(sum(n), 0) FROM daily_rollups WHERE day = ?1 AND metric = 'events'
	ON CONFLICT DO UPDATE SET counted_at = excluded.counted_at, events = excluded.events`;

/** Another name each time that something is counted. */
const markCounts = "INSERT INTO upkeep VALUES ('counts', hex(randomblob(8))) ON CONFLICT DO UPDATE SET mark = excluded.mark";

/** Name of the counts as they stand: as long as it is the same, so are they. Null where none is known. */
export async function countsMark(db: D1Database): Promise<string | null> {
	return db.prepare("SELECT mark FROM upkeep WHERE task = 'counts'").first<string>("mark");
}

/** Makes a day's counts again from its rows, in one transaction. Snapshots of the content (`content_…`) are kept. */
export async function rollUpDay(db: D1Database, day: string, now = 0): Promise<void> {
	await db.batch([
		db.prepare("DELETE FROM dirty_days WHERE day = ?1").bind(day),
		db.prepare("DELETE FROM daily_rollups WHERE day = ?1 AND metric NOT LIKE 'content\\_%' ESCAPE '\\'").bind(day),
		...[forgetMachines, findMachines, countMachines, forgetQueries, countQueries].flat().map((sql) => db.prepare(sql).bind(day)),
		...countEachDay.map((sql) => db.prepare(sql).bind(day)),
		db.prepare(noteCounted).bind(day, now),
		db.prepare(markCounts),
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

/** Which rows of the rollups a report is made from. */
export interface RollupFilter {
	/** First and last day, both included. */
	from: string;
	to: string;
	/** Only readers of this locale, or with this kind of device. Default: all. */
	locale?: string | undefined;
	segment?: string | undefined;
}

const chosen = "day BETWEEN ?1 AND ?2 AND (?3 IS NULL OR locale = ?3) AND (?4 IS NULL OR segment = ?4) AND metric NOT LIKE 'content\\_%' ESCAPE '\\'";

/** Sums over a span of days: `metric` → `label` → n. */
export type Sums = Map<string, Map<string, number>>;

export async function sumRollups(db: D1Database, { from, to, locale, segment }: RollupFilter): Promise<Sums> {
	const { results } = await db
		.prepare(`SELECT metric, label, sum(n) AS n FROM daily_rollups WHERE ${chosen} GROUP BY metric, label`)
		.bind(from, to, locale ?? null, segment ?? null)
		.all<{ metric: string; label: string; n: number }>();
	const sums: Sums = new Map();
	for (const { metric, label, n } of results) {
		const labels = sums.get(metric) ?? new Map<string, number>();
		sums.set(metric, labels.set(label, n));
	}
	return sums;
}

/** The same sums for each day that has any. @param metrics those that are wanted; all where none are named */
export async function sumEachDay(db: D1Database, { from, to, locale, segment }: RollupFilter, metrics?: readonly string[]): Promise<Map<string, Sums>> {
	const wanted = "(?5 IS NULL OR metric IN (SELECT value FROM json_each(?5)))";
	const { results } = await db
		.prepare(`SELECT day, metric, label, sum(n) AS n FROM daily_rollups WHERE ${chosen} AND ${wanted} GROUP BY day, metric, label`)
		.bind(from, to, locale ?? null, segment ?? null, metrics ? JSON.stringify(metrics) : null)
		.all<{ day: string; metric: string; label: string; n: number }>();
	const days = new Map<string, Sums>();
	for (const { day, metric, label, n } of results) {
		const sums = days.get(day) ?? new Map<string, Map<string, number>>();
		days.set(day, sums.set(metric, (sums.get(metric) ?? new Map<string, number>()).set(label, n)));
	}
	return days;
}

/** How the content stood on each day of a span that has a snapshot. */
export async function snapshotsOf(db: D1Database, from: string, to: string): Promise<Map<string, Record<string, number>>> {
	const { results } = await db
		.prepare("SELECT day, metric, n FROM daily_rollups WHERE day BETWEEN ?1 AND ?2 AND metric LIKE 'content\\_%' ESCAPE '\\'")
		.bind(from, to)
		.all<{ day: string; metric: string; n: number }>();
	const days = new Map<string, Record<string, number>>();
	for (const { day, metric, n } of results) days.set(day, { ...days.get(day), [metric.slice("content_".length)]: n });
	return days;
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

/** The first day of which anything is counted; null where nothing is. */
export async function firstCountedDay(db: D1Database): Promise<string | null> {
	const row = await db.prepare("SELECT min(day) AS day FROM daily_rollups").first<{ day: string | null }>();
	return row?.day ?? null;
}
