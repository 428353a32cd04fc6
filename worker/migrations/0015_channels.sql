-- Tickets by the way they came. Their rows stay for good, so days whose other rows retention has removed are counted, too, and no day is counted again.
INSERT INTO daily_rollups (day, metric, label, locale, segment, sample, n)
	SELECT day, 'tickets_channel', channel || '/' || category, locale, segment, sample, count(*) FROM tickets GROUP BY 1, 3, 4, 5, 6;
DELETE FROM upkeep WHERE task = 'counts';
