import type { Operations } from "#contract/readiness.ts";
import { destinationStates } from "../queries/destination-health.ts";
import { outboxState } from "../queries/outbox.ts";
import { readAges } from "./readiness.ts";

/** How the centre runs at this moment, for those who run it: counts and ages, nothing of anybody. @throws what D1 throws */
export async function readOperations(db: D1Database, now: number): Promise<Operations> {
	const [readiness, { pending, dead, inbox }, states] = await Promise.all([readAges(db, now), outboxState(db, now), destinationStates(db, now)]);
	return {
		...readiness,
		deliveries: { pending, dead },
		destinations: states.map((state) => ({
			id: state.destination,
			circuit: state.circuit,
			failures: state.failures,
			pending: state.pending,
			dead: state.dead,
		})),
		events: { waiting: inbox },
	};
}
