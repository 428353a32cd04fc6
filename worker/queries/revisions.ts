/** Whether a revision was ever current here. */
export async function knowsRevision(db: D1Database, article: string, revision: string): Promise<boolean> {
	const row = await db.prepare("SELECT 1 FROM article_revisions WHERE article = ?1 AND revision = ?2").bind(article, revision).first();
	return row !== null;
}

/**
 * Remembers the current revisions, so that pages opened before the next deploy can still vote; and when one became current again, because a
 * rewrite was taken back.
 */
export async function rememberRevisions(db: D1Database, revisions: [article: string, revision: string][], now: number): Promise<void> {
	const current = JSON.stringify(revisions);
	await db.batch([
		db.prepare("INSERT OR IGNORE INTO article_revisions SELECT value ->> 0, value ->> 1, ?2 FROM json_each(?1)").bind(current, now),
		db
			.prepare(
				`INSERT INTO revision_returns SELECT e.value ->> 0, e.value ->> 1, ?2 FROM json_each(?1) e WHERE e.value ->> 1 <> (
					SELECT r.revision FROM article_revisions r LEFT JOIN revision_returns t ON t.article = r.article AND t.revision = r.revision
					WHERE r.article = e.value ->> 0 ORDER BY coalesce(t.since, r.first_seen_at) DESC LIMIT 1
				) ON CONFLICT (article, revision) DO UPDATE SET since = excluded.since`,
			)
			.bind(current, now),
	]);
}

/** Those of some article ids that were once part of the site. */
export async function formerArticles(db: D1Database, articles: string[]): Promise<string[]> {
	const { results } = await db
		.prepare("SELECT DISTINCT article FROM article_revisions WHERE article IN (SELECT value FROM json_each(?1))")
		.bind(JSON.stringify(articles))
		.all<{ article: string }>();
	return results.map((row) => row.article);
}

/** Since when revisions of articles are current, or were last; epoch milliseconds, by article. */
export async function revisionsSince(db: D1Database, revisions: [article: string, revision: string][]): Promise<Map<string, number>> {
	const { results } = await db
		.prepare(
			`SELECT r.article AS article, coalesce(t.since, r.first_seen_at) AS at FROM json_each(?1) e
			CROSS JOIN article_revisions r ON r.article = e.value ->> 0 AND r.revision = e.value ->> 1
			LEFT JOIN revision_returns t ON t.article = r.article AND t.revision = r.revision`,
		)
		.bind(JSON.stringify(revisions))
		.all<{ article: string; at: number }>();
	return new Map(results.map(({ article, at }) => [article, at]));
}

/** Votes on an article's current revision and on the one before. */
export interface RewrittenArticle {
	article: string;
	/** Since when the current revision is current, epoch milliseconds. */
	seenAt: number;
	before: { yes: number; no: number };
	/** Where an earlier revision was taken back to: votes since then. */
	after: { yes: number; no: number };
}

/** Articles with votes on their current revision and on an earlier one, the latest rewrite first. */
export async function rewrittenArticles(db: D1Database, current: [article: string, revision: string][], limit: number): Promise<RewrittenArticle[]> {
	const { results } = await db
		.prepare(
			`WITH current AS (SELECT value ->> 0 AS article, value ->> 1 AS revision FROM json_each(?1)),
			rewritten AS (SELECT article FROM article_revisions GROUP BY article HAVING count(*) > 1),
			counted AS (
				SELECT v.article AS article, v.revision AS revision, coalesce(t.since, r.first_seen_at) AS seen_at,
					sum(v.helpful) AS yes, count(*) - sum(v.helpful) AS no,
					coalesce(sum(v.helpful) FILTER (WHERE v.voted_at >= coalesce(t.since, 0)), 0) AS yes_since,
					count(*) FILTER (WHERE v.helpful = 0 AND v.voted_at >= coalesce(t.since, 0)) AS no_since
				FROM votes v JOIN article_revisions r ON r.article = v.article AND r.revision = v.revision
					LEFT JOIN revision_returns t ON t.article = v.article AND t.revision = v.revision
				WHERE v.article IN (SELECT article FROM rewritten) GROUP BY v.article, v.revision
			),
			earlier AS (
				SELECT n.*, row_number() OVER (PARTITION BY n.article ORDER BY n.seen_at DESC, n.revision) AS place
				FROM counted n JOIN current c ON c.article = n.article AND c.revision <> n.revision
			)
			SELECT c.article AS article, n.seen_at AS seen_at, n.yes_since AS yes, n.no_since AS no, e.yes AS yes_before, e.no AS no_before
			FROM current c JOIN counted n ON n.article = c.article AND n.revision = c.revision AND n.yes_since + n.no_since > 0
				JOIN earlier e ON e.article = c.article AND e.place = 1
			ORDER BY n.seen_at DESC, c.article LIMIT ?2`,
		)
		.bind(JSON.stringify(current), limit)
		.all<{ article: string; seen_at: number; yes: number; no: number; yes_before: number; no_before: number }>();
	return results.map(({ article, seen_at, yes, no, yes_before, no_before }) => ({
		article,
		seenAt: seen_at,
		before: { yes: yes_before, no: no_before },
		after: { yes, no },
	}));
}
