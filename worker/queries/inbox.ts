import { answersRejected, answersShown, answersSolved, answerTicket, answerToken, countAnswers, dirtyAnswerDays, visitsOfAnswers } from "./answers.ts";
import { refuseFloods } from "./event-floods.ts";
import { searchDaysOf } from "./settled.ts";
import type { StoredEvent } from "./stored-event.ts";

/**
 * Stores a batch of events durably, in one row; the 202 follows.
 *
 * @param network day's hash of the sender's network, whose cap counts them; null: they are not capped
 */
export async function insertInbox(db: D1Database, events: StoredEvent[], receivedAt: number, network: string | null = null): Promise<void> {
	await db.prepare("INSERT INTO event_inbox (received_at, body, network) VALUES (?1, ?2, ?3)").bind(receivedAt, JSON.stringify(events), network).run();
}

/** Ids of batches that wait, oldest first. */
export async function waitingInbox(db: D1Database, limit: number): Promise<number[]> {
	const { results } = await db.prepare("SELECT id FROM event_inbox ORDER BY id LIMIT ?1").bind(limit).all<{ id: number }>();
	return results.map((row) => row.id);
}

const incoming = "event_inbox AS i, json_each(i.body) AS e WHERE i.id IN (SELECT value FROM json_each(?1))";

const columns = [
	"id",
	"type",
	"at",
	"day",
	"session",
	"visitor",
	"locale",
	"segment",
	"article",
	"path",
	"query",
	"query_key",
	"results",
	"source",
	"category",
	"content_type",
	"replaces",
	"search",
	"position",
	"how",
	"contact",
	"answer",
];
const camel = (column: string) => column.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

// A batch that waited while the Worker was deployed has no segment.
const read = (column: string) => (column === "segment" ? "coalesce(e.value ->> '$.segment', '')" : `e.value ->> '$.${camel(column)}'`);

// An id counts as new once: a replay may wait beside what it repeats.
const countReplays = `INSERT INTO excluded_counts
	SELECT e.value ->> '$.day', 'replay', count(*) - count(DISTINCT CASE WHEN k.id IS NULL THEN e.value ->> '$.id' END) AS replays
	FROM event_inbox AS i CROSS JOIN json_each(i.body) AS e LEFT JOIN events AS k ON k.id = e.value ->> '$.id'
	WHERE i.id IN (SELECT value FROM json_each(?1)) GROUP BY 1 HAVING replays > 0 ON CONFLICT DO UPDATE SET n = n + excluded.n`;

const intoEvents = `INSERT OR IGNORE INTO events (${columns.join(", ")}, sample)
	SELECT ${columns.map(read).join(", ")}, coalesce(e.value ->> '$.sample', 0) FROM ${incoming} AND e.value ->> '$.type' <> 'search_told'`;

// Words that nobody counts: they stand apart from the events, so that they can be read and removed by themselves.
const intoComments = `INSERT OR IGNORE INTO search_comments (id, search, at, day, locale, text, sample)
	SELECT e.value ->> '$.id', e.value ->> '$.search', e.value ->> '$.at', e.value ->> '$.day', e.value ->> '$.locale', e.value ->> '$.text', coalesce(e.value ->> '$.sample', 0)
	FROM ${incoming} AND e.value ->> '$.type' = 'search_told'`;

const touchedContacts = `SELECT coalesce(e.value ->> '$.contact', e.value ->> '$.id') FROM ${incoming} AND (e.value ->> '$.type' = 'contact_opened' OR e.value ->> '$.contact' IS NOT NULL)
	UNION ${visitsOfAnswers(incoming)}`;

// A batch may arrive before the one that says the visit began: the row waits for it, so that no token is lost.
const withoutOpening = `INSERT OR IGNORE INTO contact_visits (id, day, opened_at, session, visitor, locale, segment, sample)
	SELECT contact, day, at, session, visitor, locale, segment, sample FROM events WHERE contact IN (${touchedContacts}) ORDER BY at`;

// A ticket may be stored before its visit's events arrive: then the row exists, and learns here when it was opened. What ended with a
// named message gets no visitor.
const intoVisits = `INSERT INTO contact_visits (id, day, opened_at, session, visitor, locale, segment, from_article, sample)
	SELECT id, day, at, session, visitor, locale, segment, article, sample FROM events WHERE type = 'contact_opened' AND id IN (${touchedContacts})
	ON CONFLICT (id) DO UPDATE SET day = excluded.day, opened_at = excluded.opened_at, session = excluded.session,
		visitor = CASE WHEN contact_visits.ticket IS NULL THEN excluded.visitor END, segment = excluded.segment, from_article = excluded.from_article`;

const countOf = (type: string) => `(SELECT count(DISTINCT article) FROM events WHERE contact = contact_visits.id AND type = '${type}')`;

// A suggestion or an answer: whichever solved it first, the visit is solved once.
const solved = `(SELECT article, at FROM events WHERE contact = contact_visits.id AND type = 'suggestion_solved' UNION ALL ${answersSolved})`;

const visitCounts = `UPDATE contact_visits SET
		shown = ${countOf("suggestion_shown")} + ${answersShown}, opened = ${countOf("suggestion_opened")},
		rejected = ${countOf("suggestion_rejected")} + ${answersRejected},
		solved_article = (SELECT article FROM ${solved} ORDER BY at LIMIT 1), solved_at = (SELECT min(at) FROM ${solved}),
		abandoned_at = (SELECT max(at) FROM events WHERE contact = contact_visits.id AND type = 'contact_abandoned')
	WHERE id IN (${touchedContacts})`;

// One pass over the batches: looking them up for every visit would take time by the square of their number.
const visitTokens = `UPDATE contact_visits SET token_hash = t.hash
	FROM (SELECT e.value ->> '$.contact' AS contact, max(e.value ->> '$.tokenHash') AS hash FROM ${incoming} AND e.value ->> '$.tokenHash' IS NOT NULL GROUP BY 1) AS t
	WHERE contact_visits.id = t.contact AND contact_visits.token_hash IS NULL`;

const tokensOfAnswers = `UPDATE contact_visits SET token_hash = coalesce(token_hash, ${answerToken}), ticket = coalesce(ticket, ${answerTicket}),
		visitor = CASE WHEN coalesce(ticket, ${answerTicket}) IS NULL THEN visitor END
	WHERE id IN (${touchedContacts})`;

const visitStates = `UPDATE contact_visits SET state = CASE
		WHEN ticket IS NOT NULL AND solved_at IS NOT NULL THEN 'refuted'
		WHEN ticket IS NOT NULL THEN 'ticket'
		WHEN state IN ('confirmed', 'refuted') THEN state
		WHEN solved_at IS NOT NULL AND token_hash IS NULL THEN 'unverifiable'
		WHEN solved_at IS NOT NULL THEN 'pending'
		WHEN abandoned_at IS NOT NULL THEN 'abandoned'
		ELSE 'open' END
	WHERE id IN (${touchedContacts})`;

const dirtyDays = `INSERT OR IGNORE INTO dirty_days SELECT DISTINCT e.value ->> '$.day' FROM ${incoming}`;
// A click or a longer query after midnight changes what is counted of a search of the day before.
const dirtySearchDays = `INSERT OR IGNORE INTO dirty_days SELECT day FROM events WHERE id IN (SELECT coalesce(e.value ->> '$.search', e.value ->> '$.replaces') FROM ${incoming})`;
const dirtyEarlierSearches = `INSERT OR IGNORE INTO dirty_days ${searchDaysOf(`SELECT e.value ->> '$.session' FROM ${incoming} UNION SELECT session FROM contact_visits WHERE id IN (${touchedContacts})`)}`;
const dirtyVisitDays = `INSERT OR IGNORE INTO dirty_days SELECT day FROM contact_visits WHERE id IN (${touchedContacts})`;
const empty = "DELETE FROM event_inbox WHERE id IN (SELECT value FROM json_each(?1))";

/** Batches in one transaction: enough to be quick, few enough to stay far from D1's limit of time for one. */
const atOnce = 20;

/**
 * Moves batches from the inbox into the events and the deflection ledger: an event whose id is known is passed over, so a
 * replay or a second delivery of a queue message changes nothing. Batches go in groups, a transaction each; a group that fails
 * stays in the inbox and does not hold up the others.
 *
 * @throws the last failure, after every group was tried
 */
export async function consumeInbox(db: D1Database, ids: number[]): Promise<void> {
	let failure: Error | undefined;
	for (let start = 0; start < ids.length; start += atOnce) {
		try {
			await consumeGroup(db, ids.slice(start, start + atOnce));
		} catch (error) {
			failure = error instanceof Error ? error : new Error(String(error));
		}
	}
	if (failure) throw failure;
}

/** Batches that one run takes, so that it stays within the statements of one invocation. */
const mostOfARun = 200;

/**
 * Moves what waits from the inbox into the events and the ledger, the oldest first, one run of it.
 *
 * @returns whether more may wait
 * @throws the last failure, after every group was tried
 */
export async function consumeWaiting(db: D1Database): Promise<boolean> {
	const ids = await waitingInbox(db, mostOfARun);
	await consumeInbox(db, ids);
	return ids.length === mostOfARun;
}

async function consumeGroup(db: D1Database, ids: number[]): Promise<void> {
	const list = JSON.stringify(ids);
	// A visit may move to another day when its opening arrives: both days are counted again.
	const steps = [
		...refuseFloods,
		countReplays,
		intoEvents,
		intoComments,
		dirtyAnswerDays(incoming),
		dirtyVisitDays,
		...countAnswers(incoming),
		withoutOpening,
		intoVisits,
		visitCounts,
		visitTokens,
		tokensOfAnswers,
		visitStates,
		dirtyDays,
		dirtySearchDays,
		dirtyEarlierSearches,
		dirtyAnswerDays(incoming),
		dirtyVisitDays,
		empty,
	];
	await db.batch(steps.map((sql) => db.prepare(sql).bind(list)));
}
