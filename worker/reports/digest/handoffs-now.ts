import type { DigestHandoffs } from "#contract/digest.ts";
import { destinationStates } from "../../queries/destination-health.ts";
import { waitingSince } from "../../queries/handoff-report.ts";

/** How the hand-over stands at this moment. */
export async function handoffsNow(db: D1Database, now: number): Promise<DigestHandoffs> {
	const [states, waiting] = await Promise.all([destinationStates(db, now), waitingSince(db, now + 1, 1)]);
	const [oldest] = waiting.rows;
	return {
		dead: states.reduce((sum, { dead }) => sum + dead, 0),
		waiting: waiting.total,
		oldestWaiting: oldest ? new Date(oldest.createdAt).toISOString() : null,
		troubled: states
			.filter(({ dead, circuit }) => dead > 0 || circuit !== "closed")
			.map(({ destination, dead, pending, lastError }) => ({ destination, dead, waiting: pending, reason: lastError })),
	};
}
