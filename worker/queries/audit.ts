import type { Actor, Role } from "../lib/actor.ts";
import { dayMs } from "../lib/days.ts";

/** How many days an entry of the audit log is kept. */
export const auditDays = 400;

/** Something that somebody did. */
export interface AuditRecord {
	/** Epoch milliseconds: `c.var.now`. */
	at: number;
	/** `c.var.actor`. */
	who: Pick<Actor, "name" | "role">;
	/** What was done, as a word in the past. Example: `sent again` */
	action: string;
	/** To what. Example: `delivery 4f1c…` */
	subject: string;
	/** More, such as the new state or a filter; nothing that a customer wrote. Default: empty */
	detail?: string;
}

/** An entry as the page shows it. */
export interface AuditEntry {
	id: number;
	at: number;
	who: string;
	role: Role;
	action: string;
	subject: string;
	detail: string;
}

/** Characters of a subject or a detail. */
const longest = 300;

const insert = "INSERT INTO audit_log (at, who, role, action, subject, detail)";

function values({ at, who, action, subject, detail = "" }: AuditRecord): [number, ...string[]] {
	return [at, who.name, who.role, action, ...[subject, detail].map((text) => text.slice(0, longest).toWellFormed())];
}

/** Writes an entry. Await it before the answer: what cannot be written down is not answered. */
export async function recordAction(db: D1Database, record: AuditRecord): Promise<void> {
	await db
		.prepare(`${insert} VALUES (?1, ?2, ?3, ?4, ?5, ?6)`)
		.bind(...values(record))
		.run();
}

/** An entry for a batch, straight after the statement that does it: both happen or neither, and there is no entry where no row was changed. */
export function recordOfChange(db: D1Database, record: AuditRecord): D1PreparedStatement {
	return db.prepare(`${insert} SELECT ?1, ?2, ?3, ?4, ?5, ?6 WHERE changes() > 0`).bind(...values(record));
}

/** Entries, the newest first. @param before id of an entry; only older ones are read. Default: from the newest */
export async function auditEntries(db: D1Database, limit: number, before = Number.MAX_SAFE_INTEGER): Promise<AuditEntry[]> {
	const { results } = await db
		.prepare("SELECT id, at, who, role, action, subject, detail FROM audit_log WHERE id < ?1 ORDER BY id DESC LIMIT ?2")
		.bind(before, limit)
		.all<AuditEntry>();
	return results;
}

/** Removes entries that are older than 400 days; for the batch of `forget`. */
export function forgetAudit(db: D1Database, now: number): D1PreparedStatement {
	return db.prepare("DELETE FROM audit_log WHERE at < ?1").bind(now - auditDays * dayMs);
}
