/** Whether a revision was ever current here. */
export async function knowsRevision(db: D1Database, article: string, revision: string): Promise<boolean> {
	const row = await db.prepare("SELECT 1 FROM article_revisions WHERE article = ?1 AND revision = ?2").bind(article, revision).first();
	return row !== null;
}

/** Remembers the current revisions, so that pages opened before the next deploy can still vote. */
export async function rememberRevisions(db: D1Database, revisions: [article: string, revision: string][], now: number): Promise<void> {
	await db.prepare("INSERT OR IGNORE INTO article_revisions SELECT value ->> 0, value ->> 1, ?2 FROM json_each(?1)").bind(JSON.stringify(revisions), now).run();
}

/** Those of some article ids that were once part of the site. */
export async function formerArticles(db: D1Database, articles: string[]): Promise<string[]> {
	const { results } = await db
		.prepare("SELECT DISTINCT article FROM article_revisions WHERE article IN (SELECT value FROM json_each(?1))")
		.bind(JSON.stringify(articles))
		.all<{ article: string }>();
	return results.map((row) => row.article);
}

/** When revisions of articles were first seen as current, epoch milliseconds; by article. */
export async function revisionsSince(db: D1Database, revisions: [article: string, revision: string][]): Promise<Map<string, number>> {
	const { results } = await db
		.prepare(
			`SELECT r.article AS article, r.first_seen_at AS at FROM json_each(?1) e
			CROSS JOIN article_revisions r ON r.article = e.value ->> 0 AND r.revision = e.value ->> 1`,
		)
		.bind(JSON.stringify(revisions))
		.all<{ article: string; at: number }>();
	return new Map(results.map(({ article, at }) => [article, at]));
}

/** Votes on an article's current revision and on the one before. */
export interface RewrittenArticle {
	article: string;
	/** When the current revision was first seen, epoch milliseconds. */
	seenAt: number;
	before: { yes: number; no: number };
	after: { yes: number; no: number };
}

/** Articles with votes on their current revision and on an earlier one, the latest rewrite first. */
export async function rewrittenArticles(db: D1Database, current: [article: string, revision: string][], limit: number): Promise<RewrittenArticle[]> {
	const { results } = await db
		.prepare(
			`WITH current AS (SELECT value ->> 0 AS article, value ->> 1 AS revision FROM json_each(?1)),
			rewritten AS (SELECT article FROM article_revisions GROUP BY article HAVING count(*) > 1),
			counted AS (
				SELECT v.article AS article, v.revision AS revision, sum(v.helpful) AS yes, count(*) - sum(v.helpful) AS no, r.first_seen_at AS seen_at
				FROM votes v JOIN article_revisions r ON r.article = v.article AND r.revision = v.revision
				WHERE v.article IN (SELECT article FROM rewritten) GROUP BY v.article, v.revision
			),
			earlier AS (
				SELECT n.*, row_number() OVER (PARTITION BY n.article ORDER BY n.seen_at DESC, n.revision) AS place
				FROM counted n JOIN current c ON c.article = n.article AND c.revision <> n.revision
			)
			SELECT c.article AS article, n.seen_at AS seen_at, n.yes AS yes, n.no AS no, e.yes AS yes_before, e.no AS no_before
			FROM current c JOIN counted n ON n.article = c.article AND n.revision = c.revision JOIN earlier e ON e.article = c.article AND e.place = 1
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
