-- What agents flag from their desk: something about the centre's articles to mend. `topic` and `note` are redacted; they go with the tickets' text.
CREATE TABLE content_flags (
	-- Hash of the desk and its own id of the flag; without one, of the day and the words.
	id TEXT PRIMARY KEY,
	destination TEXT NOT NULL,
	-- missing, wrong, outdated, workaround, explanation
	kind TEXT NOT NULL,
	topic TEXT NOT NULL,
	article TEXT,
	note TEXT NOT NULL DEFAULT '',
	-- The ticket's number at the desk, for whoever asks the agent.
	desk_reference TEXT,
	flagged_at INTEGER NOT NULL,
	day TEXT NOT NULL,
	-- open, done, dismissed
	state TEXT NOT NULL DEFAULT 'open',
	settled_at INTEGER
) WITHOUT ROWID;
CREATE INDEX content_flags_by_state ON content_flags (state, flagged_at);
CREATE INDEX content_flags_by_day ON content_flags (day);

CREATE INDEX tickets_escalated ON tickets (escalated_at) WHERE escalated_at IS NOT NULL;
-- Promises that are still to be kept: few, as what was promised is near.
CREATE INDEX tickets_unanswered ON tickets (promised_at) WHERE answered_at IS NULL;
CREATE INDEX ticket_satisfaction_with_words ON ticket_satisfaction (day) WHERE comment <> '';
