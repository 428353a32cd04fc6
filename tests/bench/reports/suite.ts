import type { Part } from "#scripts/lib/figure.ts";
import { ingest } from "./ingest.ts";
import { months } from "./month.ts";
import { pageTimes } from "./pages.ts";

/** The reports: right, and quick, however many readers there are. */
export const parts: Part[] = [
	{ name: "taking events in, and counting a day of 40,000", measure: ingest },
	{ name: "pages of the report, with a million events", measure: pageTimes },
	{ name: "a month of made-up readers", measure: months },
];
