import type { Priority } from "#contract/priority.ts";
import type { Segment } from "#contract/report-filter.ts";
import type { CustomerTier } from "#contract/targets.ts";
import { endAnswers } from "./answers.ts";
import { selectFilesOfForm } from "./attachments.ts";
import { searchDaysOf } from "./settled.ts";
import { readSameText, selectSameText, type EarlierTicket, type SameTextRow, type SameTextWanted } from "./ticket-texts.ts";
import type { TicketChannel, TrailEntry } from "#contract/tickets.ts";

/** What the customer wrote; kept as JSON in one column, so that retention can empty it in one step. */
export interface TicketContent {
	subject: string;
	description: string;
	tried: string;
	product: string;
	environment: string;
	name: string;
	email: string;
	company: string;
	affected: string;
	impairment: string;
	risk: string;
	/** The article the customer came from. */
	article: string | null;
	trail: TrailEntry[];
	/** Known incident that the customer adds theirs to. */
	incident?: string;
	/** Customer tier of a signed identity. */
	plan?: CustomerTier;
	/** What an agent should know and the customer did not write. */
	remarks?: string[];
	/** How many files came with it. */
	files?: number;
}

export interface StoredTicket {
	id: string;
	reference: string;
	statusToken: string;
	idempotencyKey: string;
	bodyHash: string;
	createdAt: number;
	day: string;
	network: string;
	emailHash: string;
	locale: string;
	channel: TicketChannel;
	category: string;
	priority: Priority;
	team: string;
	tier: string;
	promisedAt: number;
	timeZone: string;
	content: TicketContent;
	segment: Segment;
	/** Customer tier that the host product signed; empty without one. */
	plan: string;
}

/** As the database has it. */
export interface TicketRow {
	id: string;
	reference: string;
	status_token: string;
	idempotency_key: string;
	body_hash: string;
	created_at: number;
	day: string;
	network: string;
	email_hash: string;
	locale: string;
	channel: TicketChannel;
	category: string;
	priority: Priority;
	team: string;
	tier: string;
	promised_at: number;
	time_zone: string;
	content: string;
	segment: Segment;
	plan: string;
}

export function ticketFromRow(row: TicketRow): StoredTicket {
	return {
		id: row.id,
		reference: row.reference,
		statusToken: row.status_token,
		idempotencyKey: row.idempotency_key,
		bodyHash: row.body_hash,
		createdAt: row.created_at,
		day: row.day,
		network: row.network,
		emailHash: row.email_hash,
		locale: row.locale,
		channel: row.channel,
		category: row.category,
		priority: row.priority,
		team: row.team,
		tier: row.tier,
		promisedAt: row.promised_at,
		timeZone: row.time_zone,
		content: JSON.parse(row.content) as TicketContent,
		segment: row.segment,
		plan: row.plan,
	};
}

const insertTicket = `INSERT INTO tickets (id, reference, status_token, idempotency_key, body_hash, created_at, day, network, email_hash, locale, channel,
		category, priority, team, tier, promised_at, time_zone, content, segment, plan)
	SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?23, ?24
	WHERE (SELECT count(*) FROM tickets WHERE network = ?8 AND created_at > ?19) < ?20
		AND (SELECT count(*) FROM tickets WHERE email_hash = ?9 AND network = ?8 AND created_at > ?19) < ?21
		AND NOT EXISTS (SELECT 1 FROM json_each(?22) f
			WHERE f.value NOT IN (SELECT id FROM attachments WHERE form_key = ?4 AND state = 'stored' AND ticket IS NULL))`;

const insertDelivery = `INSERT INTO deliveries (id, ticket, destination, next_attempt_at, created_at, request_id) VALUES (?1, ?2, ?3, ?4, ?4, ?5)`;

/** In milliseconds. */
const hourMs = 60 * 60 * 1000;

// A message has a name, its visit has what was searched and read: the visit learns the category only, and no time but the hour.
const endVisit = `INSERT INTO contact_visits (id, day, opened_at, locale, ticket, state) VALUES (?1, ?2, ?3, ?4, ?5, 'ticket')
	ON CONFLICT (id) DO UPDATE SET ticket = excluded.ticket, visitor = NULL, state = CASE WHEN contact_visits.solved_at IS NULL THEN 'ticket' ELSE 'refuted' END`;

const dirtyVisitDay = `INSERT OR IGNORE INTO dirty_days SELECT day FROM contact_visits WHERE id = ?1
	UNION ${searchDaysOf("SELECT session FROM contact_visits WHERE id = ?1")}`;

const refuteDeflections = `UPDATE contact_visits SET state = 'refuted', ticket = ?2, visitor = NULL
	WHERE token_hash IN (SELECT value FROM json_each(?1)) AND state = 'pending'`;

const withToken = "FROM contact_visits WHERE token_hash IN (SELECT value FROM json_each(?1))";
const dirtyDeflectionDays = `INSERT OR IGNORE INTO dirty_days SELECT day ${withToken} UNION ${searchDaysOf(`SELECT session ${withToken}`)}`;

/** Most tickets that one network and one address may have since a moment. */
export interface TicketCaps {
	since: number;
	network: number;
	email: number;
}

/** What is stored together with a ticket. */
interface Alongside {
	caps?: TicketCaps;
	/** Ids of files that its form has. */
	files?: readonly string[];
	/** Hashes that tell its text for a day. */
	textHashes?: readonly string[];
	/** Visit of the contact page that ends with it. Nothing in the ticket's row leads back there. */
	visit?: string | null;
	/** Ids of answers that its visit was shown; nothing in the ticket's row names them either. */
	answers?: readonly string[];
	/** Id of the request, for its deliveries. */
	requestId?: string | null;
}

const claimFiles = `UPDATE attachments SET ticket = ?1
	WHERE id IN (SELECT value FROM json_each(?2)) AND form_key = ?3 AND state = 'stored' AND ticket IS NULL`;

const noCaps: TicketCaps = { since: 0, network: Number.MAX_SAFE_INTEGER, email: Number.MAX_SAFE_INTEGER };

/**
 * Stores a ticket, its deliveries and what it means for the deflection ledger in one transaction: all or nothing. The caps
 * and its files are checked in the write itself, so that nothing can slip between: without its ticket no delivery can be stored.
 *
 * @throws a UNIQUE violation when the idempotency key is taken, a FOREIGN KEY violation when a cap is reached or a file is gone
 */
export async function storeTicket(
	db: D1Database,
	ticket: StoredTicket,
	destinations: string[],
	tokenHashes: string[],
	{ caps = noCaps, files = [], textHashes = [], visit = null, answers = [], requestId = null }: Alongside = {},
): Promise<void> {
	const t = ticket;
	const hashes = JSON.stringify(tokenHashes);
	const hour = t.createdAt - (t.createdAt % hourMs);
	await db.batch([
		db
			.prepare(insertTicket)
			.bind(
				t.id,
				t.reference,
				t.statusToken,
				t.idempotencyKey,
				t.bodyHash,
				t.createdAt,
				t.day,
				t.network,
				t.emailHash,
				t.locale,
				t.channel,
				t.category,
				t.priority,
				t.team,
				t.tier,
				t.promisedAt,
				t.timeZone,
				JSON.stringify(t.content),
				caps.since,
				caps.network,
				caps.email,
				JSON.stringify(files),
				t.segment,
				t.plan,
			),
		...(files.length > 0 ? [db.prepare(claimFiles).bind(t.id, JSON.stringify(files), t.idempotencyKey)] : []),
		...(textHashes.length > 0
			? [db.prepare("INSERT INTO ticket_texts SELECT value, ?2, ?3 FROM json_each(?1)").bind(JSON.stringify(textHashes), t.id, t.createdAt)]
			: []),
		...destinations.map((destination) => db.prepare(insertDelivery).bind(crypto.randomUUID(), t.id, destination, t.createdAt, requestId)),
		...(visit === null ? [] : [db.prepare(endVisit).bind(visit, t.day, hour, t.locale, t.category), db.prepare(dirtyVisitDay).bind(visit)]),
		...(tokenHashes.length > 0 ? [db.prepare(refuteDeflections).bind(hashes, t.category), db.prepare(dirtyDeflectionDays).bind(hashes)] : []),
		...endAnswers(db, { answers, tokenHashes, day: t.day, hour, locale: t.locale, category: t.category }),
		db.prepare("INSERT OR IGNORE INTO dirty_days VALUES (?1)").bind(t.day),
	]);
}

/** The ticket that was stored under an idempotency key, or null. */
export async function ticketByKey(db: D1Database, key: string): Promise<StoredTicket | null> {
	const row = await selectByKey(db, key).first<TicketRow>();
	return row && ticketFromRow(row);
}

function selectByKey(db: D1Database, key: string): D1PreparedStatement {
	return db.prepare("SELECT * FROM tickets WHERE idempotency_key = ?1").bind(key);
}

/** The ticket of a status page, or null. */
export async function ticketByStatusToken(db: D1Database, statusToken: string): Promise<StoredTicket | null> {
	const row = await db.prepare("SELECT * FROM tickets WHERE status_token = ?1").bind(statusToken).first<TicketRow>();
	return row && ticketFromRow(row);
}

/** Tickets of one network, and of one address in that network, since a moment: nobody elsewhere can use up an address. */
export interface RecentTickets {
	network: number;
	email: number;
}

const countRecent = `SELECT (SELECT count(*) FROM tickets WHERE network = ?1 AND created_at > ?3) AS network,
	(SELECT count(*) FROM tickets WHERE email_hash = ?2 AND network = ?1 AND created_at > ?3) AS email`;

/** What has to be known before a ticket is filed. */
interface BeforeFiling {
	/** The ticket that was stored under the same key. */
	known: StoredTicket | null;
	/** Open tickets of this day that say the same. */
	earlier: EarlierTicket[];
	recent: RecentTickets;
	/** Ids of the form's files that are there. */
	files: string[];
}

/** A ticket that is about to be filed, by what is compared. */
export interface Filing {
	key: string;
	text: SameTextWanted;
	network: string;
	emailHash: string;
	/** Epoch milliseconds from which recent tickets count. */
	since: number;
	attachments: readonly string[];
}

/** Looks everything up in one round trip. */
export async function lookBeforeFiling(db: D1Database, { key, text, network, emailHash, since, attachments }: Filing): Promise<BeforeFiling> {
	const [known, earlier, recent, files] = await db.batch([
		selectByKey(db, key),
		selectSameText(db, text),
		db.prepare(countRecent).bind(network, emailHash, since),
		selectFilesOfForm(db, key, attachments),
	]);
	const rowsOf = <Row>(result: D1Result | undefined) => (result?.results ?? []) as Row[];
	const [row] = rowsOf<TicketRow>(known);
	return {
		known: row ? ticketFromRow(row) : null,
		earlier: rowsOf<SameTextRow>(earlier).flatMap(readSameText),
		recent: rowsOf<RecentTickets>(recent)[0] ?? { network: 0, email: 0 },
		files: rowsOf<{ id: string }>(files).map(({ id }) => id),
	};
}
