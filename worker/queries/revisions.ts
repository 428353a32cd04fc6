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
