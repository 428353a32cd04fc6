-- What reports are filtered by. `segment` is what the reader held: `phone` or `computer`; empty for rows from before.
ALTER TABLE events ADD COLUMN segment TEXT NOT NULL DEFAULT '';
ALTER TABLE contact_visits ADD COLUMN segment TEXT NOT NULL DEFAULT '';
ALTER TABLE votes ADD COLUMN segment TEXT NOT NULL DEFAULT '';
ALTER TABLE tickets ADD COLUMN segment TEXT NOT NULL DEFAULT '';
-- The customer's tier where the host product signed it, else empty.
ALTER TABLE tickets ADD COLUMN plan TEXT NOT NULL DEFAULT '';
-- When the desk first said that somebody had answered; null until then.
ALTER TABLE tickets ADD COLUMN answered_at INTEGER;
ALTER TABLE tickets ADD COLUMN escalated_at INTEGER;

-- Counts a day, by locale and segment: a filtered report reads the same rows.
CREATE TABLE counts_of_days (
	day TEXT NOT NULL,
	metric TEXT NOT NULL,
	label TEXT NOT NULL DEFAULT '',
	locale TEXT NOT NULL DEFAULT '',
	segment TEXT NOT NULL DEFAULT '',
	sample INTEGER NOT NULL DEFAULT 0,
	n INTEGER NOT NULL,
	PRIMARY KEY (day, metric, label, locale, segment, sample)
) WITHOUT ROWID;
INSERT INTO counts_of_days (day, metric, label, sample, n) SELECT day, metric, label, sample, n FROM daily_rollups;
DROP TABLE daily_rollups;
ALTER TABLE counts_of_days RENAME TO daily_rollups;

-- What was searched on a day, by its words: lower case, single spaces, personal data removed. Goes with the events.
CREATE TABLE query_days (
	day TEXT NOT NULL,
	query TEXT NOT NULL,
	locale TEXT NOT NULL,
	segment TEXT NOT NULL,
	-- Top category it was narrowed to, or of the first article that was used; empty where neither is known.
	category TEXT NOT NULL,
	sample INTEGER NOT NULL,
	-- Settled searches that no later one only extended.
	searches INTEGER NOT NULL,
	-- Distinct visitors of the day, those that may not be told apart as one.
	visitors INTEGER NOT NULL,
	-- Without a confident result.
	zero INTEGER NOT NULL,
	-- A result was opened, or only its quick answer in place.
	opened INTEGER NOT NULL,
	answered INTEGER NOT NULL,
	-- The session searched other words within five minutes, without having used a result.
	refined INTEGER NOT NULL,
	-- The session sent a ticket after it.
	ticketed INTEGER NOT NULL,
	-- Nothing was used, and nothing came after it in its session.
	abandoned INTEGER NOT NULL,
	-- A result was used, and its reader voted No on that article.
	unhelpful INTEGER NOT NULL,
	PRIMARY KEY (day, query, locale, segment, category, sample)
) WITHOUT ROWID;

-- What is not counted, and why: `bot` and `staff` (nothing else is kept of them), `replay` (an id that was known), `machine` (faster than a person).
CREATE TABLE excluded_counts (
	day TEXT NOT NULL,
	reason TEXT NOT NULL,
	n INTEGER NOT NULL,
	PRIMARY KEY (day, reason)
) WITHOUT ROWID;

-- Visitors and sessions of a day that no person can be; found when the day is counted.
CREATE TABLE machines (
	day TEXT NOT NULL,
	sender TEXT NOT NULL,
	PRIMARY KEY (day, sender)
) WITHOUT ROWID;
