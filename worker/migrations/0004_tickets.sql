-- Files of messages; the bytes are in R2 under the id. Until a ticket takes it, a file belongs to the key of its form.
CREATE TABLE attachments (
	id TEXT PRIMARY KEY,
	form_key TEXT NOT NULL,
	ticket TEXT REFERENCES tickets (id),
	-- uploading, stored, removed (by the customer, or refused; kept for a day, because it counts for its network)
	state TEXT NOT NULL DEFAULT 'uploading',
	name TEXT NOT NULL,
	type TEXT NOT NULL DEFAULT '',
	size INTEGER NOT NULL,
	network TEXT NOT NULL,
	day TEXT NOT NULL,
	created_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX attachments_by_form ON attachments (form_key);
CREATE INDEX attachments_by_ticket ON attachments (ticket) WHERE ticket IS NOT NULL;
CREATE INDEX attachments_unclaimed ON attachments (created_at) WHERE ticket IS NULL;
CREATE INDEX attachments_by_network ON attachments (network, day) WHERE network <> '';

-- Tells the same text within a day: hashes of subject and description under the salts of the day and of the next one. Gone after two days.
CREATE TABLE ticket_texts (
	hash TEXT NOT NULL,
	ticket TEXT NOT NULL REFERENCES tickets (id),
	created_at INTEGER NOT NULL,
	PRIMARY KEY (hash, ticket)
) WITHOUT ROWID;
CREATE INDEX ticket_texts_by_age ON ticket_texts (created_at);

-- When an address last got an acknowledgement; hashed as above, gone after a day.
CREATE TABLE acknowledgements (
	email_hash TEXT PRIMARY KEY,
	sent_at INTEGER NOT NULL
) WITHOUT ROWID;

-- One answer of the customer after the ticket was closed.
CREATE TABLE ticket_satisfaction (
	ticket TEXT PRIMARY KEY REFERENCES tickets (id),
	score INTEGER NOT NULL,
	comment TEXT NOT NULL DEFAULT '',
	answered_at INTEGER NOT NULL,
	day TEXT NOT NULL,
	sample INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX ticket_satisfaction_by_day ON ticket_satisfaction (day);

-- Keys that the Worker makes for itself, once, where no secret is configured.
CREATE TABLE signing_keys (
	name TEXT PRIMARY KEY,
	value TEXT NOT NULL
) WITHOUT ROWID;

-- What guards let pass although they could not check it, by day.
CREATE TABLE guard_counts (
	day TEXT NOT NULL,
	what TEXT NOT NULL,
	n INTEGER NOT NULL,
	PRIMARY KEY (day, what)
) WITHOUT ROWID;
