import { deadDeliveries, type DeadDelivery } from "../queries/dead-deliveries.ts";
import { destinationStates, type DestinationHealth } from "../queries/destination-health.ts";

/** What needs a person at the desks. */
export interface Handover {
	/** Given up, the newest first; at most `listLength`. */
	dead: DeadDelivery[];
	/** All that were given up. */
	deadCount: number;
	/** Destinations that are left in peace for a while, or tried one delivery at a time. */
	open: DestinationHealth[];
}

const listLength = 50;

/** How the hand-over stands now. */
export async function makeHandover(db: D1Database, now: number): Promise<Handover> {
	const [dead, states] = await Promise.all([deadDeliveries(db, listLength), destinationStates(db, now)]);
	return { dead, deadCount: states.reduce((sum, state) => sum + state.dead, 0), open: states.filter(({ circuit }) => circuit !== "closed") };
}

/** An age in words. Example: `3 hours` */
export function ageInWords(ms: number): string {
	const minutes = Math.max(1, Math.floor(ms / 60_000));
	const [n, unit] = minutes < 120 ? [minutes, "minute"] : minutes < 48 * 60 ? [Math.floor(minutes / 60), "hour"] : [Math.floor(minutes / 1440), "day"];
	return `${n} ${unit}${n === 1 ? "" : "s"}`;
}
