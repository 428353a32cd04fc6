import type { Part } from "#scripts/lib/figure.ts";
import { nothingLost } from "./nothing-lost.ts";
import { oneKey, submitTimes } from "./submits.ts";

/** The hand-off: nothing lost, nothing twice, nobody waits. */
export const parts: Part[] = [
	{ name: "one form, sent fifty times", measure: () => oneKey() },
	{ name: "submit", measure: submitTimes },
	{ name: "a desk that fails half the time, 2,000 tickets", measure: (say) => nothingLost(2000, say) },
];
