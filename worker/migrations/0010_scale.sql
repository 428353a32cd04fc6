-- When a day was counted, in epoch milliseconds, and how many events it had then: the more there are, the longer it waits until it is counted again.
CREATE TABLE counted_days (
	day TEXT PRIMARY KEY,
	counted_at INTEGER NOT NULL,
	events INTEGER NOT NULL
) WITHOUT ROWID;

-- Whether there is any sample is asked for every page of the report.
CREATE INDEX daily_rollups_of_sample ON daily_rollups (day) WHERE sample = 1;

-- For retention: what still has words is found without looking at what is long empty.
CREATE INDEX tickets_not_empty ON tickets (day) WHERE content <> '{}';
CREATE INDEX ticket_notes_not_empty ON ticket_notes (ticket) WHERE text <> '';

-- A group of spellings is found by its words, not by reading every search of a period.
CREATE INDEX query_days_by_query ON query_days (query, day);
