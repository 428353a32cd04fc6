import { existsSync } from "node:fs";
import { join } from "node:path";
import { contentFolder } from "#site/lib/content-folder.ts";
import { readContentData } from "#site/lib/content-data.ts";
import { oneBuildAtATime } from "./build-lock.ts";
import { fail } from "./command-line.ts";
import { fingerprint, forget, isUpToDate, remember } from "./fingerprint.ts";
import { bin, outFolder, root } from "./paths.ts";
import { run } from "./processes.ts";

/** Everything the built site depends on. */
const sources = ["site", "worker/contract", "astro.config.mjs", "package-lock.json"];

interface BuildOptions {
	/** Builds even when nothing has changed. */
	force?: boolean;
	/** Called with each line of the build's log. */
	say?: (line: string) => void;
	/** Ends the build half-way. */
	stop?: AbortSignal | undefined;
}

/** Builds the site when something it depends on has changed. Returns whether it was built. */
export async function buildSite({ force = false, say = () => {}, stop }: BuildOptions = {}): Promise<boolean> {
	const content = contentFolder();
	// Says what is wrong with the data files before the build takes its time.
	readContentData();
	const settings = ["KB_SITE_URL", "KB_STATS_URL", "KB_OUT"].map((name) => process.env[name] ?? "");
	const print = fingerprint([...sources, content], [content, ...settings]);
	const step = `build:${outFolder}`;
	if (!force && isUpToDate(step, print) && existsSync(join(outFolder, "index.html"))) return false;
	// A build that is stopped leaves a half-made site behind.
	forget(step);
	const { code, output } = await oneBuildAtATime(() => run(bin("astro"), ["build", ...freshFor(content)], { onLine: say, stop }));
	if (code !== 0) fail(explain(output));
	remember(step, print);
	return true;
}

/**
 * The flag that makes Astro read every article anew when it last read another folder: it remembers where an article lies by its
 * text, so that one with the same words in two folders would be looked for where it no longer is.
 */
export function freshFor(content: string): string[] {
	const step = `content-cache:${process.env["KB_CACHE"] ?? ""}`;
	if (isUpToDate(step, content)) return [];
	remember(step, content);
	return ["--force"];
}

/** What of Astro's output a writer needs: our own finding where there is one, else the end of the log. */
function explain(output: string): string {
	// eslint-disable-next-line no-control-regex -- colours of the terminal
	const plain = output.replace(/\u001b\[[0-9;]*m/g, "");
	const ours =
		/(?:\d+ problems? in the content|There is no content folder|[^\n]*content\/data\/)[\s\S]*?(?=\n\s*(?:Hint|Stack trace|Location):|\n\s+at |$)/.exec(
			plain,
		)?.[0];
	return `The site was not built.\n\n${(ours ?? plain.split("\n").slice(-25).join("\n")).trim().replaceAll(`${root}/`, "")}`;
}
