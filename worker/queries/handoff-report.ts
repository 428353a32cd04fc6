/** Whose messages a report is about. */
export interface MessageFilter {
	/** First and last day at the desk, both included: when the ticket came. */
	from: string;
	to: string;
	locale?: string | undefined;
	segment?: string | undefined;
	/** Only tickets of these categories. Default: all. */
	categories?: string[] | undefined;
}

/** Hand-overs of a day. */
export interface HandoverCount {
	day: string;
	destination: string;
	state: "pending" | "delivered" | "dead" | "erased";
	n: number;
	/** All attempts together. */
	attempts: number;
	/** Handed over at the first attempt. */
	atOnce: number;
}

// From the tickets of the period to their deliveries, never the other way: deliveries know no day.
const chosen = `tickets t CROSS JOIN deliveries d ON d.ticket = t.id
	WHERE t.day BETWEEN ?1 AND ?2 AND (?3 IS NULL OR t.locale = ?3) AND (?4 IS NULL OR t.segment = ?4)
	AND (?5 IS NULL OR t.category IN (SELECT value FROM json_each(?5)))`;

function valuesOf({ from, to, locale, segment, categories }: MessageFilter): (string | null)[] {
	return [from, to, locale ?? null, segment ?? null, categories ? JSON.stringify(categories) : null];
}

/** What became of the hand-overs of tickets and their notes, by the day the ticket came. */
export async function handoversEachDay(db: D1Database, filter: MessageFilter): Promise<HandoverCount[]> {
	const { results } = await db
		.prepare(
			`SELECT t.day AS day, d.destination AS destination, d.state AS state, count(*) AS n, sum(d.attempts) AS attempts,
			sum(d.state = 'delivered' AND d.attempts <= 1) AS atOnce FROM ${chosen} GROUP BY t.day, d.destination, d.state ORDER BY t.day`,
		)
		.bind(...valuesOf(filter))
		.all<HandoverCount>();
	return results;
}

/** How long hand-overs took from their making to the desk's yes: seconds → how many. */
export async function secondsToHandOver(db: D1Database, filter: MessageFilter): Promise<Map<number, number>> {
	const { results } = await db
		.prepare(`SELECT (d.delivered_at - d.created_at) / 1000 AS seconds, count(*) AS n FROM ${chosen} AND d.state = 'delivered' GROUP BY seconds`)
		.bind(...valuesOf(filter))
		.all<{ seconds: number; n: number }>();
	return new Map(results.map(({ seconds, n }) => [seconds, n]));
}

/** A hand-over that still waits. */
export interface WaitingHandover {
	id: string;
	/** The ticket's reference. */
	reference: string;
	destination: string;
	attempts: number;
	createdAt: number;
	nextAttemptAt: number;
	reason: string;
}

/** Hand-overs that wait since before a moment, the longest first, and how many there are in all. */
export async function waitingSince(db: D1Database, before: number, limit: number): Promise<{ total: number; rows: WaitingHandover[] }> {
	const { results } = await db
		.prepare(
			`SELECT d.id AS id, t.reference AS reference, d.destination AS destination, d.attempts AS attempts, d.created_at AS createdAt,
			d.next_attempt_at AS nextAttemptAt, coalesce(d.last_error, '') AS reason, count(*) OVER () AS total
			FROM deliveries d JOIN tickets t ON t.id = d.ticket WHERE d.state = 'pending' AND d.created_at < ?1 ORDER BY d.created_at, d.rowid LIMIT ?2`,
		)
		.bind(before, limit)
		.all<WaitingHandover & { total: number }>();
	return { total: results[0]?.total ?? 0, rows: results.map(({ total: _, ...row }) => row) };
}

/** Why hand-overs that wait or were given up last failed, the most frequent first. */
export async function failureReasons(db: D1Database, limit: number): Promise<{ destination: string; reason: string; state: "pending" | "dead"; n: number }[]> {
	const of = (state: string) =>
		`SELECT destination, last_error AS reason, '${state}' AS state, count(*) AS n FROM deliveries WHERE state = '${state}' AND last_error IS NOT NULL GROUP BY destination, last_error`;
	const { results } = await db
		.prepare(`${of("pending")} UNION ALL ${of("dead")} ORDER BY n DESC, destination, reason LIMIT ?1`)
		.bind(limit)
		.all<{ destination: string; reason: string; state: "pending" | "dead"; n: number }>();
	return results;
}
