import type { TriageState } from "#contract/triage.ts";
import { categoryOf } from "./settled.ts";

/** How often readers of one revision gave a reason after No, and what has been done about it. */
export interface ReasonCount {
	article: string;
	revision: string;
	reason: string;
	n: number;
	lastDay: string;
	state: TriageState;
}

const chosen = `(?3 IS NULL OR v.locale = ?3) AND (?4 IS NULL OR v.segment = ?4) AND (?5 IS NULL OR ${categoryOf("v.article")} = ?5)`;

const reasons = `SELECT v.article AS article, v.revision AS revision, r.value AS reason, count(*) AS n, max(v.day) AS last_day, coalesce(t.state, 'pending') AS state
	FROM votes v INDEXED BY votes_by_day, json_each(v.reasons) r LEFT JOIN reason_triage t ON t.article = v.article AND t.revision = v.revision AND t.reason = r.value
	WHERE v.day BETWEEN ?1 AND ?2 AND v.helpful = 0 AND ${chosen} GROUP BY v.article, v.revision, r.value ORDER BY n DESC, last_day DESC`;

const comments = `FROM votes AS v INDEXED BY votes_with_words WHERE v.day BETWEEN ?1 AND ?2 AND v.comment <> '' AND ${chosen}`;

const waiting = "('pending', 'in-progress')";

interface Readers {
	from: string;
	to: string;
	locale?: string | undefined;
	segment?: string | undefined;
	/** Only votes on articles of this top category. */
	category?: string | undefined;
}

const valuesOf = ({ from, to, locale, segment, category }: Readers) => [from, to, locale ?? null, segment ?? null, category ?? null];

/** Reasons after No between two days, the most frequent first: a few for each revision of an article. */
export async function reasonCounts(db: D1Database, readers: Readers): Promise<ReasonCount[]> {
	const { results } = await db
		.prepare(reasons)
		.bind(...valuesOf(readers))
		.all<Omit<ReasonCount, "lastDay"> & { last_day: string }>();
	return results.map(({ last_day, ...row }) => ({ ...row, lastDay: last_day }));
}

/** Words that came with a vote; redacted when they were stored. */
export interface VoteComment {
	article: string;
	day: string;
	/** The day's hash of the reader; never shown. */
	visitor: string;
	revision: string;
	helpful: boolean;
	comment: string;
	state: TriageState;
}

type CommentRow = Omit<VoteComment, "helpful" | "state"> & { helpful: number; triage: TriageState };

const fromRow = ({ helpful, triage, ...row }: CommentRow): VoteComment => ({ ...row, helpful: helpful === 1, state: triage });

/** Comments between two days: what waits first, then the latest. */
export async function voteComments(db: D1Database, readers: Readers, limit: number): Promise<VoteComment[]> {
	const { results } = await db
		.prepare(
			`SELECT v.article, v.day, v.visitor, v.revision, v.helpful, v.comment, v.triage ${comments}
			ORDER BY v.triage NOT IN ${waiting}, v.day DESC, v.voted_at DESC LIMIT ?6`,
		)
		.bind(...valuesOf(readers), limit)
		.all<CommentRow>();
	return results.map(fromRow);
}

/** How many comments between two days wait for a person, however many a list shows. */
export async function countWaitingComments(db: D1Database, readers: Readers): Promise<number> {
	const count = `SELECT count(*) AS n ${comments} AND v.triage IN ${waiting}`;
	return (
		(await db
			.prepare(count)
			.bind(...valuesOf(readers))
			.first<number>("n")) ?? 0
	);
}

/** Comments on an article of one day. */
export async function commentsOfDay(db: D1Database, article: string, day: string): Promise<VoteComment[]> {
	const { results } = await db
		.prepare("SELECT article, day, visitor, revision, helpful, comment, triage FROM votes WHERE article = ?1 AND day = ?2 AND comment <> ''")
		.bind(article, day)
		.all<CommentRow>();
	return results.map(fromRow);
}

/** Sets what has been done about a comment. @param also the entry of the audit log, in the same transaction */
export async function triageComment(
	db: D1Database,
	{ article, day, visitor }: Pick<VoteComment, "article" | "day" | "visitor">,
	state: TriageState,
	also: D1PreparedStatement,
): Promise<void> {
	await db.batch([db.prepare("UPDATE votes SET triage = ?4 WHERE article = ?1 AND day = ?2 AND visitor = ?3").bind(article, day, visitor, state), also]);
}

/** Sets what has been done about a reason of one revision. Returns whether readers gave it at all. @param also the entry of the audit log, in the same transaction */
export async function triageReason(
	db: D1Database,
	{ article, revision, reason }: Pick<ReasonCount, "article" | "revision" | "reason">,
	state: TriageState,
	at: number,
	also: D1PreparedStatement,
): Promise<boolean> {
	const change = db
		.prepare(
			`INSERT INTO reason_triage SELECT ?1, ?2, ?3, ?4, ?5
			WHERE EXISTS (SELECT 1 FROM votes v INDEXED BY votes_by_day, json_each(v.reasons) r WHERE v.article = ?1 AND v.revision = ?2 AND v.helpful = 0 AND r.value = ?3)
			ON CONFLICT DO UPDATE SET state = excluded.state, at = excluded.at`,
		)
		.bind(article, revision, reason, state, at);
	const [done] = await db.batch([change, also]);
	return (done?.meta.changes ?? 0) > 0;
}
