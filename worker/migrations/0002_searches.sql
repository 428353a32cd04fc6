-- For searches that ended in an article.
CREATE INDEX searches_by_query ON events (sample, day, query_key, visitor) WHERE type = 'search_settled';
CREATE INDEX searches_by_session ON events (session, at) WHERE type = 'search_settled';
CREATE INDEX contact_visits_with_ticket ON contact_visits (session) WHERE ticket IS NOT NULL;

-- What readers said they were looking for, after a search without a good answer. Without visitor and session: the search has them.
CREATE TABLE search_comments (
	id TEXT PRIMARY KEY,
	search TEXT NOT NULL,
	at INTEGER NOT NULL,
	day TEXT NOT NULL,
	locale TEXT NOT NULL,
	text TEXT NOT NULL,
	sample INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX search_comments_by_day ON search_comments (day);
