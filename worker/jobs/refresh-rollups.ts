import { dirtyDays, rollUpDay } from "../queries/rollups.ts";

/** Brings the counts of every changed day up to date; a day with very many events only now and then, because counting it takes seconds. */
export async function refreshRollups(db: D1Database): Promise<void> {
	// By the real clock, whatever a request says: this is about the work of the database.
	const now = Date.now();
	for (const day of await dirtyDays(db, 400, now)) await rollUpDay(db, day, now);
}
