import { defineConfig } from "@playwright/test";
import { moment } from "./tests/pictures/still.ts";
import journeys from "./playwright.config.ts";

/** Looks at every kind of page: `npm run test:pictures`, and part of `npm run test:all`. What differs is left in `.tier-zero/pictures`. */
export default defineConfig({
	...journeys,
	testDir: "tests/pictures",
	timeout: 120_000,
	use: { ...journeys.use, trace: "off" },
	fullyParallel: true,
	projects: [
		{ name: "pages", testIgnore: "report.spec.ts" },
		// One after the other: the first one signs in for all.
		{ name: "report", testMatch: "report.spec.ts", fullyParallel: false, metadata: { sampleUntil: moment } },
	],
});
