import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/lib/chromium.ts";

const root = process.getuid?.() === 0;
const executablePath = findChromium();

/** Journeys on the real stack: each project has a Worker, a database and a practice desk of its own. */
export default defineConfig({
	testDir: "tests/e2e",
	globalSetup: "./tests/e2e/global-setup.ts",
	outputDir: ".tier-zero/test-results",
	workers: 2,
	// A busy machine is no fault of the portal. What needed the second try is named at the end of the run.
	retries: process.env["CI"] ? 1 : 0,
	timeout: 90_000,
	expect: { timeout: 15_000 },
	reporter: [["list"], ["json", { outputFile: ".tier-zero/reports/e2e.json" }]],
	use: {
		// Recording costs every journey a good part of its time; in CI the second try of one that failed is recorded.
		trace: process.env["CI"] ? "on-first-retry" : "retain-on-failure",
		// What one test has read must not answer another one's question; the tests of offline reading allow it.
		serviceWorkers: "block",
		launchOptions: {
			...(executablePath && { executablePath }),
			args: [...(root ? ["--no-sandbox"] : []), "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
		},
	},
	// One after the other within a project: they share its database, and count what is in it.
	projects: [
		{ name: "phone", workers: 1, use: { viewport: { width: 390, height: 844 }, hasTouch: true, deviceScaleFactor: 2 } },
		{ name: "desktop", workers: 1, use: { viewport: { width: 1440, height: 900 } } },
	],
});
