import { Temporal } from "temporal-polyfill";

/** Today in the zone of the machine, like `2026-11-21`. */
export function today(): string {
	return Temporal.Now.plainDateISO().toString();
}
