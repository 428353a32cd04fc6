import type { TriageState } from "#contract/triage.ts";

/** How often readers of one revision gave a reason after No, and what has been done about it. */
export interface ReasonCount {
	article: string;
	revision: string;
	reason: string;
	n: number;
	lastDay: string;
	state: TriageState;
}

const reasons = `SELECT v.article AS article, v.revision AS revision, r.value AS reason, count(*) AS n, max(v.day) AS last_day, coalesce(t.state, 'pending') AS state
	FROM votes v INDEXED BY votes_by_day, json_each(v.reasons) r LEFT JOIN reason_triage t ON t.article = v.article AND t.revision = v.revision AND t.reason = r.value
	WHERE v.day BETWEEN ?1 AND ?2 AND v.helpful = 0 AND (?3 IS NULL OR v.locale = ?3) AND (?4 IS NULL OR v.segment = ?4)
	GROUP BY v.article, v.revision, r.value ORDER BY n DESC, last_day DESC LIMIT ?5`;

interface Readers {
	from: string;
	to: string;
	locale?: string | undefined;
	segment?: string | undefined;
}

/** Reasons after No between two days, the most frequent first. */
export async function reasonCounts(db: D1Database, { from, to, locale, segment }: Readers, limit: number): Promise<ReasonCount[]> {
	const { results } = await db
		.prepare(reasons)
		.bind(from, to, locale ?? null, segment ?? null, limit)
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
export async function voteComments(db: D1Database, { from, to, locale, segment }: Readers, limit: number): Promise<VoteComment[]> {
	const { results } = await db
		.prepare(
			`SELECT article, day, visitor, revision, helpful, comment, triage FROM votes INDEXED BY votes_with_words
			WHERE day BETWEEN ?1 AND ?2 AND comment <> '' AND (?3 IS NULL OR locale = ?3) AND (?4 IS NULL OR segment = ?4)
			ORDER BY triage IN ('resolved', 'dismissed'), day DESC, voted_at DESC LIMIT ?5`,
		)
		.bind(from, to, locale ?? null, segment ?? null, limit)
		.all<CommentRow>();
	return results.map(fromRow);
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
