-- Times are epoch milliseconds (UTC), days are `YYYY-MM-DD` (UTC). `sample` marks rows made by `npm run sample`.

-- Where events become durable: one row a request, before the 202. The queue only carries ids of these rows.
CREATE TABLE event_inbox (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	received_at INTEGER NOT NULL,
	body TEXT NOT NULL
);

CREATE TABLE events (
	id TEXT PRIMARY KEY,
	type TEXT NOT NULL,
	at INTEGER NOT NULL,
	day TEXT NOT NULL,
	session TEXT,
	visitor TEXT,
	locale TEXT NOT NULL,
	article TEXT,
	path TEXT,
	query TEXT,
	query_key TEXT,
	results INTEGER,
	source TEXT,
	category TEXT,
	content_type TEXT,
	replaces TEXT,
	search TEXT,
	position INTEGER,
	how TEXT,
	contact TEXT,
	sample INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX events_by_day ON events (day, type);
CREATE INDEX events_by_search ON events (search) WHERE search IS NOT NULL;
CREATE INDEX events_by_replaced ON events (replaces) WHERE replaces IS NOT NULL;
CREATE INDEX events_by_contact ON events (contact) WHERE contact IS NOT NULL;

-- The deflection ledger: one row a visit of the contact page.
CREATE TABLE contact_visits (
	id TEXT PRIMARY KEY,
	day TEXT NOT NULL,
	opened_at INTEGER NOT NULL,
	session TEXT,
	visitor TEXT,
	locale TEXT NOT NULL,
	from_article TEXT,
	shown INTEGER NOT NULL DEFAULT 0,
	opened INTEGER NOT NULL DEFAULT 0,
	rejected INTEGER NOT NULL DEFAULT 0,
	solved_article TEXT,
	solved_at INTEGER,
	abandoned_at INTEGER,
	ticket TEXT,
	token_hash TEXT,
	-- open, pending (solved, within 7 days), confirmed, refuted (a ticket came after all), unverifiable, ticket, abandoned (also: open for a day)
	state TEXT NOT NULL DEFAULT 'open',
	sample INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX contact_visits_by_day ON contact_visits (day);
CREATE INDEX contact_visits_by_token ON contact_visits (token_hash) WHERE token_hash IS NOT NULL;
CREATE INDEX contact_visits_pending ON contact_visits (solved_at) WHERE state = 'pending';
CREATE INDEX contact_visits_open ON contact_visits (opened_at) WHERE state = 'open';

CREATE TABLE votes (
	article TEXT NOT NULL,
	day TEXT NOT NULL,
	visitor TEXT NOT NULL,
	network TEXT NOT NULL,
	revision TEXT NOT NULL,
	helpful INTEGER NOT NULL,
	reasons TEXT NOT NULL DEFAULT '[]',
	comment TEXT NOT NULL DEFAULT '',
	session TEXT,
	locale TEXT NOT NULL,
	voted_at INTEGER NOT NULL,
	sample INTEGER NOT NULL DEFAULT 0,
	PRIMARY KEY (article, day, visitor)
) WITHOUT ROWID;
CREATE INDEX votes_by_network ON votes (article, day, network);
CREATE INDEX votes_by_day ON votes (day);

-- Revisions the Worker has seen as current, so that a page opened before a deploy can still vote.
CREATE TABLE article_revisions (
	article TEXT NOT NULL,
	revision TEXT NOT NULL,
	first_seen_at INTEGER NOT NULL,
	PRIMARY KEY (article, revision)
) WITHOUT ROWID;

CREATE TABLE tickets (
	id TEXT PRIMARY KEY,
	reference TEXT NOT NULL UNIQUE,
	status_token TEXT NOT NULL UNIQUE,
	idempotency_key TEXT NOT NULL UNIQUE,
	body_hash TEXT NOT NULL,
	created_at INTEGER NOT NULL,
	day TEXT NOT NULL,
	network TEXT NOT NULL,
	email_hash TEXT NOT NULL,
	locale TEXT NOT NULL,
	channel TEXT NOT NULL,
	category TEXT NOT NULL,
	priority TEXT NOT NULL,
	team TEXT NOT NULL,
	tier TEXT NOT NULL,
	promised_at INTEGER NOT NULL,
	time_zone TEXT NOT NULL,
	-- What the customer wrote, as JSON (subject, description, name, e-mail, trail …); emptied by retention.
	content TEXT NOT NULL,
	contact TEXT,
	sample INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX tickets_by_day ON tickets (day, category);
CREATE INDEX tickets_by_network ON tickets (network, created_at);
CREATE INDEX tickets_by_email ON tickets (email_hash, created_at);
CREATE INDEX tickets_identified ON tickets (day) WHERE email_hash <> '';

-- The outbox: one row a destination, written with the ticket in one batch.
CREATE TABLE deliveries (
	id TEXT PRIMARY KEY,
	ticket TEXT NOT NULL REFERENCES tickets (id),
	destination TEXT NOT NULL,
	state TEXT NOT NULL DEFAULT 'pending',
	attempts INTEGER NOT NULL DEFAULT 0,
	next_attempt_at INTEGER NOT NULL,
	lease_owner TEXT,
	lease_until INTEGER NOT NULL DEFAULT 0,
	created_at INTEGER NOT NULL,
	delivered_at INTEGER,
	desk_reference TEXT,
	last_error TEXT,
	sample INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX deliveries_due ON deliveries (next_attempt_at) WHERE state = 'pending';
CREATE INDEX deliveries_by_ticket ON deliveries (ticket);

-- Counts a day, kept for good; made from the rows above, which retention removes. `label` is an article, a category, a number of seconds …
CREATE TABLE daily_rollups (
	day TEXT NOT NULL,
	metric TEXT NOT NULL,
	label TEXT NOT NULL DEFAULT '',
	sample INTEGER NOT NULL DEFAULT 0,
	n INTEGER NOT NULL,
	PRIMARY KEY (day, metric, label, sample)
) WITHOUT ROWID;

-- Days whose rollups are older than their rows.
CREATE TABLE dirty_days (
	day TEXT PRIMARY KEY
) WITHOUT ROWID;

-- One-time sign-in codes that were used.
CREATE TABLE spent_codes (
	code_hash TEXT PRIMARY KEY,
	spent_at INTEGER NOT NULL
) WITHOUT ROWID;

-- What cron did last, for tasks that need not be done every minute: an hour, or a hash of what was done.
CREATE TABLE upkeep (
	task TEXT PRIMARY KEY,
	mark TEXT NOT NULL
) WITHOUT ROWID;
