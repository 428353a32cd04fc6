-- What a person has done about words that came with a vote: `pending`, `in-progress`, `resolved`, `dismissed`. They go with the vote.
ALTER TABLE votes ADD COLUMN triage TEXT NOT NULL DEFAULT 'pending';
CREATE INDEX votes_with_words ON votes (day) WHERE comment <> '';

-- The same for a reason that readers of one revision gave after No. A later revision begins anew.
CREATE TABLE reason_triage (
	article TEXT NOT NULL,
	revision TEXT NOT NULL,
	reason TEXT NOT NULL,
	state TEXT NOT NULL,
	at INTEGER NOT NULL,
	PRIMARY KEY (article, revision, reason)
) WITHOUT ROWID;
