import type { Segment } from "#contract/report-filter.ts";

/** A vote as it is stored. */
export interface StoredVote {
	article: string;
	revision: string;
	day: string;
	visitor: string;
	network: string;
	helpful: boolean;
	reasons: string[];
	comment: string;
	session: string | null;
	locale: string;
	segment: Segment;
	at: number;
	sample?: 1;
}

// The same answer once more, without a word: what was said before stays.
const repeated = "votes.helpful = excluded.helpful AND excluded.reasons = '[]' AND excluded.comment = ''";

const upsert = `INSERT INTO votes (article, day, visitor, network, revision, helpful, reasons, comment, session, locale, voted_at, sample, segment)
	SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?13, ?14
	WHERE EXISTS (SELECT 1 FROM votes WHERE article = ?1 AND day = ?2 AND visitor = ?3)
		OR (SELECT count(*) FROM votes WHERE article = ?1 AND day = ?2 AND network = ?4) < ?12
	ON CONFLICT (article, day, visitor) DO UPDATE SET
		revision = excluded.revision, helpful = excluded.helpful,
		reasons = CASE WHEN ${repeated} THEN votes.reasons ELSE excluded.reasons END, comment = CASE WHEN ${repeated} THEN votes.comment ELSE excluded.comment END,
		triage = CASE WHEN excluded.comment IN ('', votes.comment) THEN votes.triage ELSE 'pending' END,
		voted_at = CASE WHEN votes.helpful = excluded.helpful THEN votes.voted_at ELSE excluded.voted_at END`;

/**
 * Counts a vote: one for a visitor, article and day; a later one changes it. A network has `cap` votes a day and
 * article; the check and the write are one statement, so that a flood cannot slip between them.
 *
 * @returns `counted`, `changed`, or `capped` when nothing was stored
 */
export async function castVote(db: D1Database, vote: StoredVote, cap: number): Promise<"counted" | "changed" | "capped"> {
	const [before, write] = await db.batch([
		db.prepare("SELECT 1 FROM votes WHERE article = ?1 AND day = ?2 AND visitor = ?3").bind(vote.article, vote.day, vote.visitor),
		db
			.prepare(upsert)
			.bind(
				vote.article,
				vote.day,
				vote.visitor,
				vote.network,
				vote.revision,
				vote.helpful ? 1 : 0,
				JSON.stringify(vote.reasons),
				vote.comment,
				vote.session,
				vote.locale,
				vote.at,
				cap,
				vote.sample ?? 0,
				vote.segment,
			),
		db.prepare("INSERT OR IGNORE INTO dirty_days VALUES (?1)").bind(vote.day),
		db.prepare("INSERT OR IGNORE INTO article_revisions VALUES (?1, ?2, ?3)").bind(vote.article, vote.revision, vote.at),
	]);
	if (write?.meta.changes === 0) return "capped";
	return before && before.results.length > 0 ? "changed" : "counted";
}

const insertMany = `INSERT OR IGNORE INTO votes (article, day, visitor, network, revision, helpful, reasons, comment, session, locale, segment, voted_at, sample)
	SELECT v.value ->> '$.article', v.value ->> '$.day', v.value ->> '$.visitor', v.value ->> '$.network', v.value ->> '$.revision', v.value ->> '$.helpful',
		v.value -> '$.reasons', v.value ->> '$.comment', v.value ->> '$.session', v.value ->> '$.locale', v.value ->> '$.segment', v.value ->> '$.at', coalesce(v.value ->> '$.sample', 0)
	FROM json_each(?1) AS v`;

/** Stores many votes as they are, without a cap; for the sample. */
export async function castVotes(db: D1Database, votes: StoredVote[]): Promise<void> {
	const json = JSON.stringify(votes);
	await db.batch([
		db.prepare(insertMany).bind(json),
		db.prepare("INSERT OR IGNORE INTO dirty_days SELECT DISTINCT v.value ->> '$.day' FROM json_each(?1) AS v").bind(json),
	]);
}
