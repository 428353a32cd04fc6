/** A session with so many events in so little time has no person in it: 30 or more, less than two seconds apart on average. */
const sessionRule = { events: 30, apartMs: 2000 };

/** Behind one visitor there may be an office; nobody's office makes 200 or more less than half a second apart. */
const visitorRule = { events: 200, apartMs: 500 };

function tooQuick(sender: "session" | "visitor", { events, apartMs }: { events: number; apartMs: number }): string {
	return `SELECT ?1, ${sender} FROM events WHERE day = ?1 AND type IN ('page_viewed', 'search_settled') AND ${sender} IS NOT NULL
		GROUP BY ${sender} HAVING count(*) >= ${events} AND max(at) - min(at) < count(*) * ${apartMs}`;
}

/** Statements for day `?1`, in this order. */
export const forgetMachines = ["DELETE FROM machines WHERE day = ?1", "DELETE FROM excluded_counts WHERE day = ?1 AND reason = 'machine'"];

export const findMachines = `INSERT OR IGNORE INTO machines ${tooQuick("session", sessionRule)} UNION ${tooQuick("visitor", visitorRule)}`;

export const countMachines = `INSERT INTO excluded_counts SELECT ?1, 'machine', count(*) FROM events AS e WHERE day = ?1
	AND (session IN (SELECT sender FROM machines WHERE day = ?1) OR visitor IN (SELECT sender FROM machines WHERE day = ?1)) HAVING count(*) > 0`;
