import { limits } from "#contract/limits.ts";

// A reader's page sends a batch, so all events of one have one network. Their running number, in the order in which they came, says which
// batch is the first beyond what the network may have. `guard_counts` forgets the hash when its day is over.
const sizes = `SELECT i.id, json_array_length(i.body) AS size, coalesce(g.n, 0) + sum(json_array_length(i.body)) OVER (PARTITION BY i.network ORDER BY i.id) AS running
	FROM event_inbox AS i LEFT JOIN guard_counts AS g ON g.day = date(i.received_at / 1000, 'unixepoch') AND g.what = 'events:' || i.network
	WHERE i.network IS NOT NULL AND i.id IN (SELECT value FROM json_each(?1))`;

// What is much grows with the centre: two of a hundred events of its busiest day come from one network at most, or 5,000 where that is more.
const most = `max(${limits.eventsPerNetworkAndDay}, coalesce((SELECT max(events) / 50 FROM counted_days), 0))`;

const beyond = `id IN (SELECT id FROM (${sizes}) WHERE running > ${most})`;

/**
 * Statements that take what one network sent beyond its day's share out of waiting batches (a list of ids as JSON), before they become
 * events: one sender under many names cannot make the counts of a day. How much that was is kept, and nothing else of it.
 */
export const refuseFloods = [
	`INSERT INTO excluded_counts SELECT body ->> '$[0].day', 'flood', sum(json_array_length(body)) FROM event_inbox WHERE ${beyond} GROUP BY 1
		ON CONFLICT DO UPDATE SET n = n + excluded.n`,
	`DELETE FROM event_inbox WHERE ${beyond}`,
	`INSERT INTO guard_counts SELECT date(received_at / 1000, 'unixepoch'), 'events:' || network, sum(json_array_length(body)) FROM event_inbox
		WHERE network IS NOT NULL AND id IN (SELECT value FROM json_each(?1)) GROUP BY 1, 2 ON CONFLICT DO UPDATE SET n = n + excluded.n`,
];
