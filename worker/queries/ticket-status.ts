import type { TicketStatus } from "#contract/tickets.ts";
import { dayMs } from "../lib/days.ts";
import { isClosed, lastAct, type ClosingRow } from "./closing.ts";
import type { TicketContent } from "./tickets.ts";

interface StatusRow extends ClosingRow {
	id: string;
	reference: string;
	created_at: number;
	promised_at: number;
	time_zone: string;
	locale: string;
	priority: TicketStatus["priority"];
	category: string;
	content: string;
	desk_public_reference: string | null;
	/** JSON of its `Handing`s. */
	handings: string;
	desk_reference: string | null;
	score: number | null;
	erased_at: number | null;
}

/** A ticket as its status page needs it, with what only the Worker may know. */
export interface TicketOnPage extends TicketStatus {
	id: string;
	category: string;
	locale: string;
	/** Empty when the text is gone. */
	content: Partial<TicketContent>;
}

/** How the ticket stands with one destination. */
interface Handing {
	destination: string;
	state: "pending" | "delivered" | "dead" | "erased";
}

const select = `SELECT t.*, ${lastAct},
	(SELECT json_group_array(json_object('destination', d.destination, 'state', d.state)) FROM deliveries d WHERE d.ticket = t.id AND d.note IS NULL) AS handings,
	(SELECT d.desk_reference FROM deliveries d WHERE d.ticket = t.id AND d.note IS NULL AND d.desk_reference IS NOT NULL LIMIT 1) AS desk_reference,
	(SELECT s.score FROM ticket_satisfaction s WHERE s.ticket = t.id) AS score
	FROM tickets t WHERE t.status_token = ?1`;

/** A channel of a chat says that there is a ticket; the desk is where somebody answers it. Where a ticket goes to channels only, they are its desk. */
function stateOf({ handings, promised_at }: StatusRow, now: number, channels: readonly string[]): TicketStatus["state"] {
	const all = JSON.parse(handings) as Handing[];
	const desks = all.filter(({ destination }) => !channels.includes(destination));
	const states = (desks.length > 0 ? desks : all).map(({ state }) => state);
	if (states.includes("delivered")) return "handed-over";
	return states.includes("dead") || now > promised_at ? "delayed" : "received";
}

/**
 * What the status page shows at a moment, or null for an unknown link.
 *
 * @param channels ids of destinations that only say that there is a ticket
 */
export async function ticketStatus(db: D1Database, statusToken: string, now: number, channels: readonly string[] = []): Promise<TicketOnPage | null> {
	const row = await db.prepare(select).bind(statusToken).first<StatusRow>();
	if (!row) return null;
	const content = JSON.parse(row.content) as Partial<TicketContent>;
	return {
		id: row.id,
		locale: row.locale,
		category: row.category,
		content,
		reference: row.reference,
		subject: content.subject ?? "",
		createdAt: row.created_at,
		promisedAt: row.promised_at,
		timeZone: row.time_zone,
		priority: row.priority,
		state: stateOf(row, now, channels),
		deskReference: row.desk_public_reference ?? row.desk_reference,
		deskStatus: row.desk_status,
		closed: isClosed(row),
		score: row.score,
		textGone: row.content === "{}",
		isErased: row.erased_at !== null,
		isNew: now - row.created_at < dayMs,
	};
}
