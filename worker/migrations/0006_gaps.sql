-- Of a day's searches: found, and no result was used.
ALTER TABLE query_days ADD COLUMN unused INTEGER NOT NULL DEFAULT 0;
INSERT OR IGNORE INTO dirty_days SELECT DISTINCT day FROM query_days;

-- Changes that were made for a gap (`data/gaps.yml`), and the day at the desk on which each was first seen deployed.
CREATE TABLE gap_changes (
	gap TEXT PRIMARY KEY,
	since TEXT NOT NULL
) WITHOUT ROWID;
