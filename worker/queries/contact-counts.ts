import { promiseLabel } from "./promise-label.ts";
import type { RollupFilter, Sums } from "./rollups.ts";

/** Counts that the page about contact is made from. */
const metrics = [
	...["sessions", "shown", "opened", "solved", "rejected", "abandoned"].map((step) => `contact_${step}`),
	...["confirmed", "pending", "unverifiable", "refuted", "potential", "ticket"].map((state) => `deflections_${state}`),
	...["shown", "confirmed", "pending", "unverifiable", "rejected", "ticket"].map((sign) => `answers_${sign}`),
	...["tickets", "tickets_channel", "visitors", "promises", "promises_kept", "promises_late", "satisfaction"],
];

// Day by day and count by count, so that only rows that are needed are read, however long the period is.
const select = `WITH RECURSIVE days (day) AS (SELECT ?1 UNION ALL SELECT date(day, '+1 day') FROM days WHERE day < ?2)
	SELECT r.day AS day, r.metric AS metric, r.label AS label, sum(r.n) AS n
	FROM days AS d CROSS JOIN json_each(?5) AS m CROSS JOIN daily_rollups AS r
	WHERE r.day = d.day AND r.metric = m.value AND (?3 IS NULL OR r.locale = ?3) AND (?4 IS NULL OR r.segment = ?4) GROUP BY r.day, r.metric, r.label`;

/** The counts of contact, tickets and what became of them, for each day that has any. */
export async function contactCounts(db: D1Database, { from, to, locale, segment }: RollupFilter): Promise<Map<string, Sums>> {
	const { results } = await db
		.prepare(select)
		.bind(from, to, locale ?? null, segment ?? null, JSON.stringify(metrics))
		.all<{ day: string; metric: string; label: string; n: number }>();
	const days = new Map<string, Sums>();
	for (const { day, metric, label, n } of results) {
		const sums: Sums = days.get(day) ?? new Map<string, Map<string, number>>();
		days.set(day, sums.set(metric, (sums.get(metric) ?? new Map<string, number>()).set(label, n)));
	}
	return days;
}

/** Labels of counts of promises that a desk answered, of tickets that came between two days; whoever wrote them. */
export async function answeredLabels(db: D1Database, from: string, to: string): Promise<string[]> {
	const { results } = await db
		.prepare(`SELECT DISTINCT label FROM (${select})`)
		.bind(from, to, null, null, JSON.stringify(["promises_kept", "promises_late"]))
		.all<{ label: string }>();
	return results.map(({ label }) => label);
}

/**
 * Promises of tickets of a period that nobody has answered and whose time is still to come, by the label of the counts of promises.
 *
 * @param now epoch milliseconds
 */
export async function promisesToCome(db: D1Database, { from, to, locale, segment }: RollupFilter, now: number): Promise<Map<string, number>> {
	const { results } = await db
		.prepare(
			`SELECT ${promiseLabel} AS label, count(*) AS n FROM tickets AS t INDEXED BY tickets_unanswered WHERE t.answered_at IS NULL AND t.promised_at > ?5
			AND t.day BETWEEN ?1 AND ?2 AND (?3 IS NULL OR t.locale = ?3) AND (?4 IS NULL OR t.segment = ?4) GROUP BY 1`,
		)
		.bind(from, to, locale ?? null, segment ?? null, now)
		.all<{ label: string; n: number }>();
	return new Map(results.map(({ label, n }) => [label, n]));
}
