import { buildSite } from "./build-site.ts";
import { chromiumVersion, ensureChromium } from "./chromium.ts";
import { bin, root, workFolder } from "./paths.ts";
import { countPlaywright, countVitest } from "./test-reports.ts";
import type { Stage } from "./test-stages.ts";
import { writeRouting } from "./write-routing.ts";

function vitest(project: string, title: string, prepare?: Stage["prepare"]): Stage {
	const file = `${project}.json`;
	return {
		name: project,
		title,
		command: bin("vitest"),
		args: ["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${workFolder}/reports/${file}`],
		report: { file, count: countVitest },
		...(prepare && { prepare }),
	};
}

async function prepareSite(): Promise<null> {
	await buildSite();
	writeRouting();
	return null;
}

/** The Worker imports its routing. */
function prepareRouting(): null {
	writeRouting();
	return null;
}

async function prepareBrowser(say: (line: string) => void): Promise<string | null> {
	await buildSite();
	const chromium = ensureChromium(say);
	if (!chromium)
		return "   There is no Chromium, and none could be installed.\n   Do:  Install one (apt-get install chromium), or name it: CHROMIUM=/path/to/chromium npm test";
	say(`   ${chromiumVersion(chromium)} (${chromium})`);
	return null;
}

function playwright(name: string, title: string, args: string[], onlyAll = false): Stage {
	return {
		name,
		title,
		command: bin("playwright"),
		args: ["test", ...args],
		report: { file: "e2e.json", count: countPlaywright },
		prepare: prepareBrowser,
		...(onlyAll && { onlyAll }),
	};
}

/** Everything `npm test` does, in order; the quickest answers come first. */
export const stages: Stage[] = [
	{ name: "types", title: "Types: site, scripts, tests", command: bin("astro"), args: ["check", "--minimumFailingSeverity", "error"], prepare: prepareSite },
	{ name: "worker-types", title: "Types: Worker", command: bin("tsc"), args: ["-p", "worker/tsconfig.json"], prepare: prepareRouting },
	{ name: "lint", title: "Lint and import boundaries", command: bin("eslint"), args: ["."], prepare: prepareRouting },
	{ name: "format", title: "Format", command: bin("prettier"), args: ["--check", "."] },
	{ name: "content", title: "Content check", command: process.execPath, args: [`${root}/scripts/check.ts`] },
	vitest("unit", "Unit tests"),
	vitest("handoff", "Connectors of the hand-over, over HTTP against desks as their vendors document them"),
	vitest("worker", "Worker tests in workerd, on real D1, KV and Queues", prepareSite),
	vitest("build", "The built site", prepareSite),
	vitest("commands", "The commands, as a person runs them", prepareSite),
	playwright("e2e", "Journeys in Chromium on the real stack", []),
	playwright(
		"pictures",
		"Every kind of page beside its reviewed picture, at four widths, light and dark; axe; sizes of targets",
		["--config", "playwright.pictures.config.ts"],
		true,
	),
];
