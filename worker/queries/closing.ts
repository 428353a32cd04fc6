import type { DeskStatus } from "#contract/tickets.ts";

/** What tells whether a ticket is closed, as the database has it. Times are epoch milliseconds. */
export interface ClosingRow {
	desk_status: DeskStatus | null;
	desk_status_at: number | null;
	/** What the customer did last on the status page. */
	last_act: "closed" | "reopened" | null;
	last_act_at: number | null;
}

/** The customer's part of a `ClosingRow`, of a ticket `t`. */
export const lastAct = `(SELECT n.kind FROM ticket_notes n WHERE n.ticket = t.id AND n.kind <> 'note' ORDER BY n.rowid DESC LIMIT 1) AS last_act,
	(SELECT n.created_at FROM ticket_notes n WHERE n.ticket = t.id AND n.kind <> 'note' ORDER BY n.rowid DESC LIMIT 1) AS last_act_at`;

/** Who said it last counts: the customer on the status page, or the desk. */
export function isClosed({ desk_status, desk_status_at, last_act, last_act_at }: ClosingRow): boolean {
	const closedAtDesk = desk_status === "solved" || desk_status === "closed";
	if (last_act === null || last_act_at === null) return closedAtDesk;
	return desk_status_at !== null && desk_status_at > last_act_at ? closedAtDesk : last_act === "closed";
}
