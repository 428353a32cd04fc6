-- The answer box: one row an answer that was shown, and what came of it. No words: the question is a settled search, and nothing here says which.
ALTER TABLE events ADD COLUMN answer TEXT;
CREATE INDEX events_by_answer ON events (answer) WHERE answer IS NOT NULL;

CREATE TABLE answers (
	id TEXT PRIMARY KEY,
	day TEXT NOT NULL,
	shown_at INTEGER NOT NULL,
	session TEXT,
	visitor TEXT,
	locale TEXT NOT NULL,
	segment TEXT NOT NULL DEFAULT '',
	-- Where it was asked and how the answer was found; empty where only what came of it is known, which is counted nowhere.
	place TEXT NOT NULL DEFAULT '',
	way TEXT NOT NULL DEFAULT '',
	article TEXT,
	-- Visit of the contact page.
	contact TEXT,
	-- Whether the reader said that it helped (1) or that it did not (0), and when; the last word counts.
	helped INTEGER,
	said_at INTEGER,
	-- Category of the ticket that came after it.
	ticket TEXT,
	token_hash TEXT,
	-- shown, rejected, pending (helped, within 7 days), confirmed, unverifiable (helped, without a token), refuted (helped, and a ticket came after all), ticket
	state TEXT NOT NULL DEFAULT 'shown',
	sample INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX answers_by_day ON answers (day);
CREATE INDEX answers_by_contact ON answers (contact) WHERE contact IS NOT NULL;
CREATE INDEX answers_by_token ON answers (token_hash) WHERE token_hash IS NOT NULL;
CREATE INDEX answers_pending ON answers (said_at) WHERE state = 'pending';
