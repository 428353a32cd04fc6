import { searchDaysOf } from "./settled.ts";

/** Ways of an answer that answered nothing: nothing was suggested. */
const unanswered = "('unsure', 'person')";

/** Answers that the events of some batches tell of. @param incoming batches as `e`, with the condition that chooses them */
const touched = (incoming: string) => `SELECT e.value ->> '$.answer' FROM ${incoming} AND e.value ->> '$.answer' IS NOT NULL`;

/** Visits of the contact page on which answers were shown that some batches tell of. */
export const visitsOfAnswers = (incoming: string) => `SELECT contact FROM answers WHERE contact IS NOT NULL AND id IN (${touched(incoming)})`;

/** Marks the days of answers that some batches tell of. */
export const dirtyAnswerDays = (incoming: string) => `INSERT OR IGNORE INTO dirty_days SELECT day FROM answers WHERE id IN (${touched(incoming)})`;

/**
 * Statements that bring the answers up to date with stored events. What came of an answer may arrive before it: the row waits, so that no
 * token is lost. What ended with a named message gets no visitor.
 */
export const countAnswers = (incoming: string): string[] => [
	`INSERT OR IGNORE INTO answers (id, day, shown_at, session, visitor, locale, segment, sample)
		SELECT answer, day, at, session, visitor, locale, segment, sample FROM events WHERE answer IN (${touched(incoming)}) ORDER BY at`,
	`INSERT INTO answers (id, day, shown_at, session, visitor, locale, segment, place, way, article, contact, sample)
		SELECT answer, day, at, session, visitor, locale, segment, source, how, article, contact, sample FROM events
		WHERE type = 'answer_shown' AND answer IN (${touched(incoming)}) ORDER BY at, id
		ON CONFLICT (id) DO UPDATE SET day = excluded.day, shown_at = excluded.shown_at, session = excluded.session,
			visitor = CASE WHEN answers.ticket IS NULL THEN excluded.visitor END, locale = excluded.locale, segment = excluded.segment,
			place = excluded.place, way = excluded.way, article = excluded.article, contact = excluded.contact WHERE answers.way = ''`,
	`UPDATE answers SET (helped, said_at) = (SELECT type = 'answer_solved', at FROM events
			WHERE answer = answers.id AND type IN ('answer_solved', 'answer_rejected') ORDER BY at DESC, type LIMIT 1)
		WHERE id IN (${touched(incoming)})`,
	`UPDATE answers SET token_hash = t.hash
		FROM (SELECT e.value ->> '$.answer' AS answer, max(e.value ->> '$.tokenHash') AS hash FROM ${incoming} AND e.value ->> '$.tokenHash' IS NOT NULL GROUP BY 1) AS t
		WHERE answers.id = t.answer AND answers.token_hash IS NULL`,
	`UPDATE answers SET state = CASE
			WHEN ticket IS NOT NULL AND helped = 1 THEN 'refuted'
			WHEN ticket IS NOT NULL THEN 'ticket'
			WHEN state = 'confirmed' THEN state
			WHEN helped = 1 AND token_hash IS NULL THEN 'unverifiable'
			WHEN helped = 1 THEN 'pending'
			WHEN helped = 0 THEN 'rejected'
			ELSE 'shown' END
		WHERE id IN (${touched(incoming)})`,
];

const ofVisit = "FROM answers AS a WHERE a.contact = contact_visits.id";

/** Answers that were suggested on the visit of a row of `contact_visits`, and those of them that did not help. */
export const answersShown = `(SELECT count(*) ${ofVisit} AND a.way NOT IN ${unanswered})`;
export const answersRejected = `(SELECT count(*) ${ofVisit} AND a.helped = 0)`;

/** Answers that helped on that visit, as `article` and `at`. */
export const answersSolved = `SELECT a.article AS article, a.said_at AS at ${ofVisit} AND a.helped = 1`;

/** Token of an answer that helped on that visit, and the category of the ticket that came after it all the same. */
export const answerToken = `(SELECT max(a.token_hash) ${ofVisit} AND a.helped = 1)`;
export const answerTicket = `(SELECT max(a.ticket) ${ofVisit} AND a.state = 'refuted')`;

// A ticket may be stored before the events of its answers arrive: then the row exists, and learns there what was shown.
const endNamed = `INSERT INTO answers (id, day, shown_at, locale, ticket, state) SELECT value, ?2, ?3, ?4, ?5, 'ticket' FROM json_each(?1) WHERE true
	ON CONFLICT (id) DO UPDATE SET ticket = excluded.ticket, visitor = NULL, state = CASE WHEN answers.helped = 1 THEN 'refuted' ELSE 'ticket' END
	WHERE answers.ticket IS NULL AND answers.state <> 'confirmed'`;
const endPromised = `UPDATE answers SET state = 'refuted', ticket = ?2, visitor = NULL WHERE token_hash IN (SELECT value FROM json_each(?1)) AND state = 'pending'`;

const named = "SELECT value FROM json_each(?1)";
const promised = "SELECT id FROM answers WHERE token_hash IN (SELECT value FROM json_each(?1))";

/** The visit on which an answer had helped ends with it. */
const refuteVisits = (ids: string) => `UPDATE contact_visits SET state = 'refuted', ticket = ?2, visitor = NULL
	WHERE id IN (SELECT contact FROM answers WHERE id IN (${ids}) AND state = 'refuted') AND state IN ('pending', 'unverifiable')`;
const dirtyDays = (ids: string) => `INSERT OR IGNORE INTO dirty_days SELECT day FROM answers WHERE id IN (${ids})
	UNION SELECT v.day FROM answers AS a CROSS JOIN contact_visits AS v ON v.id = a.contact WHERE a.id IN (${ids})
	UNION ${searchDaysOf(`SELECT v.session FROM answers AS a CROSS JOIN contact_visits AS v ON v.id = a.contact WHERE a.id IN (${ids})`)}`;

/** A ticket, as far as answers before it must know. */
export interface TicketAfterAnswers {
	/** Ids of the answers that its visit was shown, and hashed tokens of its browser. */
	answers: readonly string[];
	tokenHashes: readonly string[];
	/** Day and hour (epoch milliseconds) of the ticket: no closer, as nothing may lead from an answer to a name. */
	day: string;
	hour: number;
	locale: string;
	category: string;
}

/** Statements for the transaction that stores a ticket: what was shown before did not spare it. */
export function endAnswers(db: D1Database, { answers, tokenHashes, day, hour, locale, category }: TicketAfterAnswers): D1PreparedStatement[] {
	const ids = JSON.stringify(answers);
	const hashes = JSON.stringify(tokenHashes);
	return [
		...(answers.length === 0
			? []
			: [
					db.prepare(endNamed).bind(ids, day, hour, locale, category),
					db.prepare(refuteVisits(named)).bind(ids, category),
					db.prepare(dirtyDays(named)).bind(ids),
				]),
		...(tokenHashes.length === 0
			? []
			: [
					db.prepare(endPromised).bind(hashes, category),
					db.prepare(refuteVisits(promised)).bind(hashes, category),
					db.prepare(dirtyDays(promised)).bind(hashes),
				]),
	];
}
