import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { contentFolder } from "#site/lib/content-folder.ts";
import { readContentData } from "#site/lib/content-data.ts";
import { fail } from "./command-line.ts";
import { fingerprint, isUpToDate, remember } from "./fingerprint.ts";
import { bin, outFolder, root, workFolder } from "./paths.ts";
import { run } from "./processes.ts";

/** Everything the built site depends on. */
const sources = ["site", "worker/contract", "astro.config.mjs", "package-lock.json"];

/** Writes the private routing as a module of the Worker; it never becomes an asset. */
export function writeRouting(): void {
	const folder = join(workFolder, "generated");
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, "routing.json"), JSON.stringify(readContentData().routing));
}

/** Builds the site when something it depends on has changed. Returns whether it was built. */
export async function buildSite({ force = false, say = (_line: string) => {} } = {}): Promise<boolean> {
	const content = contentFolder();
	writeRouting();
	const settings = ["KB_SITE_URL", "KB_STATS_URL", "KB_OUT"].map((name) => process.env[name] ?? "");
	const print = fingerprint([...sources, content], [content, ...settings]);
	const step = `build:${outFolder}`;
	if (!force && isUpToDate(step, print) && existsSync(join(outFolder, "index.html"))) return false;
	const { code, output } = await run(bin("astro"), ["build"], { onLine: (line) => say(line) });
	if (code !== 0) fail(explain(output));
	remember(step, print);
	return true;
}

/** What of Astro's output a writer needs: our own finding where there is one, else the end of the log. */
function explain(output: string): string {
	// eslint-disable-next-line no-control-regex -- colours of the terminal
	const plain = output.replace(/\u001b\[[0-9;]*m/g, "");
	const ours = /(?:\d+ problems? in the content|There is no content folder|[^\n]*content\/data\/)[\s\S]*?(?=\n\s*(?:Hint|Stack trace|Location):|\n\s+at |$)/.exec(plain)?.[0];
	return `The site was not built.\n\n${(ours ?? plain.split("\n").slice(-25).join("\n")).trim().replaceAll(`${root}/`, "")}`;
}
