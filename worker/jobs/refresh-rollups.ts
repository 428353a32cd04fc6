import { dirtyDays, rollUpDay } from "../queries/rollups.ts";

/** Brings the counts of every changed day up to date. */
export async function refreshRollups(db: D1Database): Promise<void> {
	for (const day of await dirtyDays(db, 400)) await rollUpDay(db, day);
}
