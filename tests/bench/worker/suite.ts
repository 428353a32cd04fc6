import type { Part } from "#scripts/lib/figure.ts";
import { asks } from "./asks.ts";
import { withGoals, withoutGoals } from "./beside-empty.ts";
import { bundle } from "./bundle.ts";
import { cpu } from "./cpu.ts";

/** The Worker: how quick each route is, and what it asks for. Goals: issue 9. */
export const parts: Part[] = [
	{ name: "events, votes and tickets, beside an empty route", measure: withGoals },
	{ name: "every other route, beside an empty one", measure: withoutGoals },
	{ name: "what a request asks of D1", measure: asks },
	{ name: "CPU time by the profiler", measure: cpu },
	{ name: "bundle and start", measure: bundle },
];
