import type { HandoffNote } from "../handoff/destination.ts";

/** What the customer does on the status page. */
interface NewNote {
	/** Id of the ticket. */
	ticket: string;
	/** Idempotency key, made with the form: sending twice makes one note. */
	key: string;
	kind: HandoffNote["kind"];
	text: string;
	/** Epoch milliseconds. */
	now: number;
	/** Id of the request. */
	requestId?: string | null;
}

/** Most notes that a ticket may get since a moment. */
interface NoteCap {
	since: number;
	most: number;
}

// A ticket whose words are gone takes no new ones. What was closed cannot be closed again, unless the desk has said otherwise since.
const insertNote = `INSERT INTO ticket_notes (id, ticket, idempotency_key, kind, text, created_at) SELECT ?1, ?2, ?3, ?4, ?5, ?6
	WHERE EXISTS (SELECT 1 FROM tickets t WHERE t.id = ?2 AND t.content <> '{}')
		AND (SELECT count(*) FROM ticket_notes WHERE ticket = ?2 AND created_at > ?7) < ?8
		AND NOT EXISTS (SELECT 1 FROM ticket_notes n JOIN tickets t ON t.id = n.ticket WHERE n.kind = ?4 AND n.created_at >= coalesce(t.desk_status_at, 0)
			AND n.rowid = (SELECT max(rowid) FROM ticket_notes WHERE ticket = ?2 AND kind <> 'note'))
	ON CONFLICT (idempotency_key) DO NOTHING`;

// One for each destination that has the ticket or is to get it. A ticket that was given up takes its notes along.
const insertDeliveries = `INSERT INTO deliveries (id, ticket, note, destination, next_attempt_at, created_at, request_id, state, died_at, last_error)
	SELECT ?3 || ':' || d.destination, d.ticket, ?3, d.destination, ?2, ?2, ?4,
		CASE d.state WHEN 'dead' THEN 'dead' ELSE 'pending' END,
		CASE d.state WHEN 'dead' THEN ?2 END,
		CASE d.state WHEN 'dead' THEN 'its ticket was not handed over' END
	FROM deliveries d WHERE d.ticket = ?1 AND d.note IS NULL AND EXISTS (SELECT 1 FROM ticket_notes n WHERE n.id = ?3)
	ORDER BY d.rowid`;

const noCap: NoteCap = { since: 0, most: Number.MAX_SAFE_INTEGER };

/**
 * Stores a note with its deliveries in one transaction. The cap is checked in the write itself, so that a flood cannot slip between. The
 * caller wakes the drain.
 *
 * @returns `stored`; `known` when the same note came again; `so-already` when what it says is so, and nothing was stored; `conflict` when
 * its key was used for another one; `full` when the cap is reached
 */
export async function storeNote(
	db: D1Database,
	{ ticket, key, kind, text, now, requestId = null }: NewNote,
	{ since, most }: NoteCap = noCap,
): Promise<"stored" | "known" | "so-already" | "conflict" | "full"> {
	const id = crypto.randomUUID();
	const [inserted] = await db.batch([
		db.prepare(insertNote).bind(id, ticket, key, kind, text, now, since, most),
		db.prepare(insertDeliveries).bind(ticket, now, id, requestId),
	]);
	if (inserted?.meta.changes) return "stored";
	const known = await db
		.prepare("SELECT ticket, kind, text FROM ticket_notes WHERE idempotency_key = ?1")
		.bind(key)
		.first<{ ticket: string; kind: string; text: string }>();
	if (!known) return (await notesSince(db, ticket, since)) >= most ? "full" : "so-already";
	// Words to a ticket that was open again already were kept as a note.
	const sameKind = known.kind === kind || (known.kind === "note" && kind === "reopened");
	return known.ticket === ticket && sameKind && known.text === text ? "known" : "conflict";
}

/** What the customer has done with a ticket since a moment. */
async function notesSince(db: D1Database, ticket: string, since: number): Promise<number> {
	const row = await db.prepare("SELECT count(*) AS n FROM ticket_notes WHERE ticket = ?1 AND created_at > ?2").bind(ticket, since).first<{ n: number }>();
	return row?.n ?? 0;
}

/** A note of a ticket, for its status page. */
export interface StoredNote {
	id: string;
	kind: HandoffNote["kind"];
	text: string;
	createdAt: number;
}

/** Notes of a ticket in the order in which they were stored. */
export async function notesOf(db: D1Database, ticket: string): Promise<StoredNote[]> {
	const { results } = await db
		.prepare("SELECT id, kind, text, created_at AS createdAt FROM ticket_notes WHERE ticket = ?1 ORDER BY rowid")
		.bind(ticket)
		.all<StoredNote>();
	return results;
}

/** A note as a delivery carries it, with what the desk said of its ticket. */
export interface NoteToDeliver extends StoredNote {
	/** Id of the delivery that made the ticket at this destination. */
	ticketDeliveryId: string;
	deskReference: string | null;
}

/** The note of a delivery, or null when there is none. */
export async function noteToDeliver(db: D1Database, delivery: string): Promise<NoteToDeliver | null> {
	return db
		.prepare(
			`SELECT n.id, n.kind, n.text, n.created_at AS createdAt, t.id AS ticketDeliveryId, t.desk_reference AS deskReference FROM deliveries d
			JOIN ticket_notes n ON n.id = d.note JOIN deliveries t ON t.ticket = d.ticket AND t.destination = d.destination AND t.note IS NULL WHERE d.id = ?1`,
		)
		.bind(delivery)
		.first<NoteToDeliver>();
}
