import type { Priority } from "#contract/priority.ts";
import type { Segment } from "#contract/report-filter.ts";

/** A ticket of the sample; it counts as handed over, so that no desk ever gets it. Moments are epoch milliseconds. */
export interface SampleTicket {
	id: string;
	day: string;
	createdAt: number;
	category: string;
	subject: string;
	description: string;
	priority: Priority;
	promisedAt: number;
	/** Null where nobody has answered yet. */
	answeredAt: number | null;
	deliveredAt: number;
	/** Its visit of the contact page. */
	contact: string;
	locale: string;
	segment: Segment;
	timeZone: string;
}

const tickets = `INSERT OR IGNORE INTO tickets (id, reference, status_token, idempotency_key, body_hash, created_at, day, network, email_hash, locale, segment, channel, category, priority, team, tier, promised_at, answered_at, time_zone, content, sample)
	SELECT e.value ->> '$.id', 'SAMPLE-' || upper(substr(e.value ->> '$.id', 1, 8)), e.value ->> '$.id', e.value ->> '$.id', '', e.value ->> '$.createdAt', e.value ->> '$.day', '', '', e.value ->> '$.locale', e.value ->> '$.segment', 'sample',
		e.value ->> '$.category', e.value ->> '$.priority', 'first line', 'L1', e.value ->> '$.promisedAt', e.value ->> '$.answeredAt', e.value ->> '$.timeZone',
		json_object('subject', e.value ->> '$.subject', 'description', e.value ->> '$.description'), 1
	FROM json_each(?1) AS e`;

const deliveries = `INSERT OR IGNORE INTO deliveries (id, ticket, destination, state, next_attempt_at, created_at, delivered_at, sample)
	SELECT e.value ->> '$.id', e.value ->> '$.id', 'desk', 'delivered', e.value ->> '$.createdAt', e.value ->> '$.createdAt', e.value ->> '$.deliveredAt', 1 FROM json_each(?1) AS e`;

const visits = `UPDATE contact_visits SET state = 'ticket', ticket = (SELECT e.value ->> '$.category' FROM json_each(?1) AS e WHERE e.value ->> '$.contact' = contact_visits.id)
	WHERE id IN (SELECT e.value ->> '$.contact' FROM json_each(?1) AS e)`;

/** Stores tickets of the sample, handed over, and ends their visits of the contact page. */
export async function storeSampleTickets(db: D1Database, rows: SampleTicket[]): Promise<void> {
	const json = JSON.stringify(rows);
	await db.batch([
		...[tickets, deliveries, visits].map((sql) => db.prepare(sql).bind(json)),
		db.prepare("INSERT OR IGNORE INTO dirty_days SELECT DISTINCT e.value ->> '$.day' FROM json_each(?1) AS e").bind(json),
	]);
}

/** Removes every sample row; what real visitors left stays. Returns how many rows went. */
export async function removeSample(db: D1Database): Promise<number> {
	const results = await db.batch(
		["deliveries", "tickets", "votes", "contact_visits", "answers", "search_comments", "events", "query_days", "daily_rollups"].map((table) =>
			db.prepare(`DELETE FROM ${table} WHERE sample = 1`),
		),
	);
	await db.prepare("DELETE FROM upkeep WHERE task = 'counts'").run();
	return results.reduce((sum, { meta }) => sum + meta.changes, 0);
}

/** Whether nobody has left anything yet: no event, vote or ticket. */
export async function isEmpty(db: D1Database): Promise<boolean> {
	const row = await db
		.prepare(
			"SELECT EXISTS (SELECT 1 FROM events) OR EXISTS (SELECT 1 FROM votes) OR EXISTS (SELECT 1 FROM tickets) OR EXISTS (SELECT 1 FROM event_inbox) AS used",
		)
		.first<{ used: number }>();
	return row?.used === 0;
}
