import type { DeskUpdate } from "#contract/desk-updates.ts";
import { namesTicket, type NamedTicket } from "./named-ticket.ts";
import { promiseLabel } from "./promise-label.ts";

const ticket = (named: NamedTicket) => `id = (SELECT d.ticket FROM deliveries d WHERE ${namesTicket(named)} LIMIT 1)`;

const moveStatus = `UPDATE tickets SET desk_status = ?5, desk_status_at = ?4, desk_public_reference = coalesce(?6, desk_public_reference)
	WHERE coalesce(desk_status_at, -1) < ?4`;

const escalate = "UPDATE tickets SET escalated_at = ?4 WHERE escalated_at IS NULL";

// The counts of the ticket's day are moved by one and not made again: its other rows may be gone by now.
const countAnswer = `INSERT INTO daily_rollups (day, metric, label, locale, segment, sample, n)
	SELECT t.day, CASE WHEN ?4 <= t.promised_at THEN 'promises_kept' ELSE 'promises_late' END, ${promiseLabel}, t.locale, t.segment, t.sample, 1
	FROM tickets AS t WHERE t.answered_at IS NULL`;
const oneMore = "ON CONFLICT DO UPDATE SET n = n + 1";

const answer = "UPDATE tickets SET answered_at = ?4 WHERE answered_at IS NULL";

/**
 * Remembers how a ticket stands at its desk, unless something newer is known; once, that somebody has answered (the first word but `open`),
 * and once, that it was escalated.
 *
 * @param at epoch milliseconds
 * @returns whether it changed anything
 */
export async function applyDeskUpdate(
	db: D1Database,
	destination: string,
	{ status, escalated, publicReference, ...named }: Omit<DeskUpdate, "at">,
	at: number,
): Promise<boolean> {
	const which = ticket(named);
	const prepare = (sql: string, ...values: (string | null)[]) =>
		db.prepare(sql).bind(destination, named.deliveryId ?? null, named.deskReference ?? null, at, ...values);
	const results = await db.batch([
		...(status === undefined ? [] : [prepare(`${moveStatus} AND ${which}`, status, publicReference ?? null)]),
		...(status === undefined || status === "open" ? [] : [prepare(`${countAnswer} AND t.${which} ${oneMore}`), prepare(`${answer} AND ${which}`)]),
		...(escalated ? [prepare(`${escalate} AND ${which}`)] : []),
	]);
	return results.some(({ meta }) => meta.changes > 0);
}
