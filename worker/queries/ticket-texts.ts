import type { Priority } from "#contract/priority.ts";
import { isClosed, lastAct, type ClosingRow } from "./closing.ts";

/** An open ticket that says the same. */
export interface EarlierTicket {
	statusToken: string;
	priority: Priority;
	/** Whether the same e-mail address wrote it. */
	sameAddress: boolean;
}

/** What is looked for. */
export interface SameTextWanted {
	/** Of the text, today. */
	hash: string;
	/** Epoch milliseconds. */
	since: number;
	/** Status tokens that the sender holds. */
	known: readonly string[];
	email: string;
}

// However many others have sent the text: only those that the sender holds or that came from the same address are looked at.
const select = `SELECT t.status_token, t.priority, lower(coalesce(json_extract(t.content, '$.email'), '')) = lower(?4) AS same_address, t.desk_status, t.desk_status_at, ${lastAct}
	FROM ticket_texts x JOIN tickets t ON t.id = x.ticket WHERE x.hash = ?1 AND t.created_at > ?2
	AND (t.status_token IN (SELECT value FROM json_each(?3)) OR same_address) ORDER BY t.created_at DESC LIMIT 20`;

/** As the database has it. */
export interface SameTextRow extends ClosingRow {
	status_token: string;
	priority: Priority;
	same_address: number;
}

/** Tickets with a text since a moment that the sender holds, or that the same address wrote; newest first. */
export function selectSameText(db: D1Database, { hash, since, known, email }: SameTextWanted): D1PreparedStatement {
	return db.prepare(select).bind(hash, since, JSON.stringify(known), email);
}

/** The ticket of a row; nothing when it is closed: nobody answers that one any more. */
export function readSameText({ status_token, priority, same_address, ...closing }: SameTextRow): EarlierTicket[] {
	return isClosed(closing) ? [] : [{ statusToken: status_token, priority, sameAddress: same_address === 1 }];
}
