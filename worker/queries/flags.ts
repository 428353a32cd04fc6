import type { FlagKind, FlagState } from "#contract/desk-flags.ts";
import { namesTicket, type NamedTicket } from "./named-ticket.ts";
import { categoryOf } from "./settled.ts";

/** A flag of an agent, as it is stored. */
export interface ContentFlag {
	/** 43 letters: a hash. */
	id: string;
	/** The desk it came from. */
	destination: string;
	kind: FlagKind;
	/** Redacted. */
	topic: string;
	/** Article id, or null. */
	article: string | null;
	/** Redacted. */
	note: string;
	/** The ticket's number at the desk, or null. */
	deskReference: string | null;
	/** Epoch milliseconds, and the day at the desk. */
	flaggedAt: number;
	day: string;
	state: FlagState;
}

interface FlagRow extends Omit<ContentFlag, "deskReference" | "flaggedAt"> {
	desk_reference: string | null;
	flagged_at: number;
}

const insert = `INSERT OR IGNORE INTO content_flags (id, destination, kind, topic, article, note, desk_reference, flagged_at, day)
	VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)`;

/** Stores a flag, once. Returns whether it is new. */
export async function storeFlag(db: D1Database, flag: Omit<ContentFlag, "state">): Promise<boolean> {
	const { id, destination, kind, topic, article, note, deskReference, flaggedAt, day } = flag;
	const { meta } = await db.prepare(insert).bind(id, destination, kind, topic, article, note, deskReference, flaggedAt, day).run();
	return meta.changes > 0;
}

/** Says what has been done about a flag. @param entry its line in the audit log. Returns whether the flag is known. */
export async function settleFlag(db: D1Database, { id, state }: Pick<ContentFlag, "id" | "state">, now: number, entry: D1PreparedStatement): Promise<boolean> {
	const [settled] = await db.batch([
		db.prepare("UPDATE content_flags SET state = ?2, settled_at = CASE ?2 WHEN 'open' THEN NULL ELSE ?3 END WHERE id = ?1").bind(id, state, now),
		entry,
	]);
	return (settled?.meta.changes ?? 0) > 0;
}

const columns = "id, destination, kind, topic, article, note, desk_reference, flagged_at, day, state";

const fromRow = ({ desk_reference, flagged_at, ...row }: FlagRow): ContentFlag => ({ ...row, deskReference: desk_reference, flaggedAt: flagged_at });

/** Which flags are listed. */
interface WantedFlags {
	/** Between these days settled ones came. */
	from: string;
	to: string;
	/** Only flags of articles of this top category. */
	category?: string | undefined;
}

const chosen = `(?1 IS NULL OR ${categoryOf("article")} = ?1)`;

/** Flags that wait, whenever they came, and those that came between two days and are settled; the newest first. */
export async function listFlags(db: D1Database, { from, to, category }: WantedFlags, limit: number): Promise<ContentFlag[]> {
	const [open, settled] = await db.batch<FlagRow>([
		db.prepare(`SELECT ${columns} FROM content_flags WHERE state = 'open' AND ${chosen} ORDER BY flagged_at DESC LIMIT ?2`).bind(category ?? null, limit),
		db
			.prepare(`SELECT ${columns} FROM content_flags WHERE day BETWEEN ?3 AND ?4 AND state <> 'open' AND ${chosen} ORDER BY day DESC LIMIT ?2`)
			.bind(category ?? null, limit, from, to),
	]);
	return [...(open?.results ?? []), ...(settled?.results ?? [])].map(fromRow);
}

/** How many flags wait, however many a list shows. */
export async function countOpenFlags(db: D1Database, category: string | undefined): Promise<number> {
	const count = `SELECT count(*) AS n FROM content_flags WHERE state = 'open' AND ${chosen}`;
	return (
		(await db
			.prepare(count)
			.bind(category ?? null)
			.first<number>("n")) ?? 0
	);
}

/** A ticket as a flag names it. */
export interface FlaggedTicket {
	/** Empty when its text is gone. */
	subject: string;
	/** Who wrote it: words that the flag must not repeat. */
	name: string;
	company: string;
	deskReference: string | null;
}

/** The ticket that a desk names, or null where it is none of ours. */
export async function flaggedTicket(db: D1Database, destination: string, named: NamedTicket): Promise<FlaggedTicket | null> {
	const row = await db
		.prepare(
			`SELECT coalesce(json_extract(t.content, '$.subject'), '') AS subject, coalesce(json_extract(t.content, '$.name'), '') AS name,
				coalesce(json_extract(t.content, '$.company'), '') AS company, d.desk_reference AS desk_reference
			FROM deliveries d JOIN tickets t ON t.id = d.ticket WHERE ${namesTicket(named)} LIMIT 1`,
		)
		.bind(destination, named.deliveryId ?? null, named.deskReference ?? null)
		.first<Omit<FlaggedTicket, "deskReference"> & { desk_reference: string | null }>();
	return row && { subject: row.subject, name: row.name, company: row.company, deskReference: row.desk_reference };
}
