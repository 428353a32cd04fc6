import type { DeskStatus, TicketStatus } from "#contract/tickets.ts";
import { dayMs } from "../lib/days.ts";
import type { TicketContent } from "./tickets.ts";

interface StatusRow {
	id: string;
	reference: string;
	created_at: number;
	promised_at: number;
	time_zone: string;
	priority: TicketStatus["priority"];
	category: string;
	content: string;
	desk_status: DeskStatus | null;
	desk_status_at: number | null;
	desk_public_reference: string | null;
	delivered: number;
	dead: number;
	desk_reference: string | null;
	last_act: "closed" | "reopened" | null;
	last_act_at: number | null;
	score: number | null;
}

/** A ticket as its status page needs it, with what only the Worker may know. */
export interface TicketOnPage extends TicketStatus {
	id: string;
	category: string;
	/** Empty when the text is gone. */
	content: Partial<TicketContent>;
}

const select = `SELECT t.*, (SELECT count(*) FROM deliveries d WHERE d.ticket = t.id AND d.note IS NULL AND d.state = 'delivered') AS delivered,
	(SELECT count(*) FROM deliveries d WHERE d.ticket = t.id AND d.note IS NULL AND d.state = 'dead') AS dead,
	(SELECT d.desk_reference FROM deliveries d WHERE d.ticket = t.id AND d.note IS NULL AND d.desk_reference IS NOT NULL LIMIT 1) AS desk_reference,
	(SELECT n.kind FROM ticket_notes n WHERE n.ticket = t.id AND n.kind <> 'note' ORDER BY n.rowid DESC LIMIT 1) AS last_act,
	(SELECT n.created_at FROM ticket_notes n WHERE n.ticket = t.id AND n.kind <> 'note' ORDER BY n.rowid DESC LIMIT 1) AS last_act_at,
	(SELECT s.score FROM ticket_satisfaction s WHERE s.ticket = t.id) AS score
	FROM tickets t WHERE t.status_token = ?1`;

function stateOf({ delivered, dead, promised_at }: StatusRow, now: number): TicketStatus["state"] {
	if (delivered > 0) return "handed-over";
	return dead > 0 || now > promised_at ? "delayed" : "received";
}

/** Who said it last counts: the customer on the status page, or the desk. */
function isClosed({ desk_status, desk_status_at, last_act, last_act_at }: StatusRow): boolean {
	const closedAtDesk = desk_status === "solved" || desk_status === "closed";
	if (last_act === null || last_act_at === null) return closedAtDesk;
	return desk_status_at !== null && desk_status_at > last_act_at ? closedAtDesk : last_act === "closed";
}

/** What the status page shows at a moment, or null for an unknown link. */
export async function ticketStatus(db: D1Database, statusToken: string, now: number): Promise<TicketOnPage | null> {
	const row = await db.prepare(select).bind(statusToken).first<StatusRow>();
	if (!row) return null;
	const content = JSON.parse(row.content) as Partial<TicketContent>;
	return {
		id: row.id,
		category: row.category,
		content,
		reference: row.reference,
		subject: content.subject ?? "",
		createdAt: row.created_at,
		promisedAt: row.promised_at,
		timeZone: row.time_zone,
		priority: row.priority,
		state: stateOf(row, now),
		deskReference: row.desk_public_reference ?? row.desk_reference,
		deskStatus: row.desk_status,
		closed: isClosed(row),
		score: row.score,
		textGone: row.content === "{}",
		isNew: now - row.created_at < dayMs,
	};
}
