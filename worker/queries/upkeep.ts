import type { SiteManifest } from "#contract/site-manifest.ts";
import { addDays, dayMs, dayOf } from "../lib/days.ts";
import { confirmedAfterDays } from "../lib/deflection-week.ts";
import { forgetAudit } from "./audit.ts";
import { emptyWordsOfEmptied } from "./erasure.ts";

const confirmationMs = confirmedAfterDays * dayMs;

/** Confirms deflections whose seven days have passed without a ticket, and marks their days. */
export async function confirmDeflections(db: D1Database, now: number): Promise<number> {
	const due = "state = 'pending' AND solved_at <= ?1";
	const answersDue = "state = 'pending' AND said_at <= ?1";
	const [, confirmed] = await db.batch(
		[
			`INSERT OR IGNORE INTO dirty_days SELECT day FROM contact_visits WHERE ${due}`,
			`UPDATE contact_visits SET state = 'confirmed' WHERE ${due}`,
			`INSERT OR IGNORE INTO dirty_days SELECT day FROM answers WHERE ${answersDue}`,
			`UPDATE answers SET state = 'confirmed' WHERE ${answersDue}`,
		].map((sql) => db.prepare(sql).bind(now - confirmationMs)),
	);
	return confirmed?.meta.changes ?? 0;
}

/** How long a visit of the contact page may stay open; many phones never say that a page was left. */
const openMs = dayMs;

/** Counts visits that were left open for a day as abandoned, and marks their days. A later event takes a visit up again. */
export async function closeVisits(db: D1Database, now: number): Promise<void> {
	const due = "state = 'open' AND opened_at <= ?1";
	await db.batch([
		db.prepare(`INSERT OR IGNORE INTO dirty_days SELECT day FROM contact_visits WHERE ${due}`).bind(now - openMs),
		db.prepare(`UPDATE contact_visits SET state = 'abandoned' WHERE ${due}`).bind(now - openMs),
	]);
}

/** Does a task unless its mark is the last one; remembers the mark when the task is done. */
export async function onceFor(db: D1Database, task: string, mark: string, work: () => Promise<void>): Promise<void> {
	const last = await db.prepare("SELECT mark FROM upkeep WHERE task = ?1").bind(task).first<{ mark: string }>();
	if (last?.mark === mark) return;
	await work();
	await db.prepare("INSERT INTO upkeep VALUES (?1, ?2) ON CONFLICT DO UPDATE SET mark = excluded.mark").bind(task, mark).run();
}

/** Days whose rows retention is about to remove and that were not counted since they changed, oldest first. */
export async function uncountedBefore(db: D1Database, retention: SiteManifest["support"]["retention"], now: number): Promise<string[]> {
	const { results } = await db
		.prepare("SELECT day FROM dirty_days WHERE day < ?1 ORDER BY day")
		.bind(addDays(dayOf(now), -retention.events))
		.all<{ day: string }>();
	return results.map(({ day }) => day);
}

/**
 * Removes what is older than it may be. What counts are made from stays as long as its day is dirty: the caller counts such days first
 * (`uncountedBefore`). Tokens of the ledger go when their week is over.
 */
export async function forget(db: D1Database, retention: SiteManifest["support"]["retention"], now: number): Promise<void> {
	const today = dayOf(now);
	const eventsBefore = addDays(today, -retention.events);
	const counted = "day NOT IN (SELECT day FROM dirty_days)";
	await db.batch([
		db.prepare(`DELETE FROM events WHERE day < ?1 AND ${counted}`).bind(eventsBefore),
		db.prepare("DELETE FROM search_comments WHERE day < ?1").bind(eventsBefore),
		...["contact_visits", "answers"].flatMap((table) => [
			db.prepare(`DELETE FROM ${table} WHERE day < ?1 AND ${counted}`).bind(eventsBefore),
			db
				.prepare(`UPDATE ${table} SET token_hash = NULL, visitor = NULL WHERE token_hash IS NOT NULL AND state <> 'pending' AND day < ?1`)
				.bind(addDays(today, -8)),
		]),
		db.prepare(`DELETE FROM votes WHERE day < ?1 AND ${counted}`).bind(addDays(today, -retention.votes)),
		db.prepare(
			"DELETE FROM reason_triage WHERE NOT EXISTS (SELECT 1 FROM votes v WHERE v.article = reason_triage.article AND v.revision = reason_triage.revision)",
		),
		db
			.prepare(
				"UPDATE tickets SET content = '{}', body_hash = '' WHERE day < ?1 AND content <> '{}' AND NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.ticket = tickets.id AND d.state = 'pending')",
			)
			.bind(addDays(today, -retention.tickets)),
		...emptyWordsOfEmptied(db),
		db.prepare("DELETE FROM content_flags WHERE day < ?1").bind(addDays(today, -retention.tickets)),
		db.prepare("DELETE FROM ticket_texts WHERE created_at < ?1").bind(now - 2 * dayMs),
		db.prepare("DELETE FROM acknowledgements WHERE sent_at < ?1").bind(now - dayMs),
		db.prepare("UPDATE attachments SET network = '' WHERE network <> '' AND day < ?1").bind(addDays(today, -1)),
		db.prepare(`DELETE FROM query_days WHERE day < ?1 AND ${counted}`).bind(eventsBefore),
		db.prepare("DELETE FROM machines WHERE day < ?1").bind(eventsBefore),
		// Questions and events are counted for the day's cap only.
		db
			.prepare("DELETE FROM guard_counts WHERE day < ?1 OR ((what LIKE 'questions:%' OR what LIKE 'events:%') AND day < ?2)")
			.bind(eventsBefore, addDays(today, -1)),
		// The caps look back an hour; what they compare is not needed longer.
		db.prepare("UPDATE tickets SET email_hash = '', network = '' WHERE day < ?1 AND email_hash <> ''").bind(addDays(today, -1)),
		db.prepare("DELETE FROM counted_days WHERE day < ?1").bind(eventsBefore),
		db.prepare("DELETE FROM upkeep WHERE task = 'counts'"),
		db.prepare("DELETE FROM spent_codes WHERE spent_at < ?1").bind(now - 30 * dayMs),
		forgetAudit(db, now),
	]);
}
