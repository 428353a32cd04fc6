import { destinationStates, type DestinationHealth } from "../queries/destination-health.ts";

/** What needs a person at the desks. */
export interface Handover {
	/** Hand-overs that were given up. */
	deadCount: number;
	/** Destinations that are left in peace for a while, or tried one delivery at a time. */
	open: DestinationHealth[];
}

/** How the hand-over stands now. */
export async function makeHandover(db: D1Database, now: number): Promise<Handover> {
	const states = await destinationStates(db, now);
	return { deadCount: states.reduce((sum, state) => sum + state.dead, 0), open: states.filter(({ circuit }) => circuit !== "closed") };
}
