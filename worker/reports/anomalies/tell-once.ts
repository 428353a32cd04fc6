import { addDays } from "../../lib/days.ts";
import type { Anomaly } from "./find-anomalies.ts";

/** The last day on which each anomaly was there. By its id. */
export type Told = Record<string, string>;

/** Quiet days after which the same anomaly is news again. */
const quietDays = 6;

/** What is news of a day's anomalies: one that was told of stays told while it lasts. Returns what to remember, too. */
export function tellOnce(told: Told, anomalies: Anomaly[], day: string): { news: Anomaly[]; told: Told } {
	const lasting = Object.entries(told).filter(([, last]) => last >= addDays(day, -quietDays));
	const known = new Set(lasting.map(([id]) => id));
	return {
		news: anomalies.filter(({ id }) => !known.has(id)),
		told: Object.fromEntries([...lasting, ...anomalies.map(({ id }) => [id, day] as const)]),
	};
}
