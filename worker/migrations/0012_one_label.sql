-- A session counts under one label, one language and one device a day. Days whose rows are still there are counted again.
INSERT OR IGNORE INTO dirty_days SELECT DISTINCT day FROM events;
INSERT OR IGNORE INTO dirty_days SELECT DISTINCT day FROM contact_visits;
