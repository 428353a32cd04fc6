import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readContentData } from "#site/lib/content-data.ts";
import { contentFolder } from "#site/lib/content-folder.ts";
import { accessWarnings } from "./lib/access-warnings.ts";
import { buildSite } from "./lib/build-site.ts";
import { fail, runCommand } from "./lib/command-line.ts";
import { displayPath } from "./lib/checks/read-content.ts";
import { keepPublished } from "./lib/keep-published.ts";
import { bin, outFolder, root } from "./lib/paths.ts";
import { run } from "./lib/processes.ts";
import { writeRouting } from "./lib/write-routing.ts";

await runCommand({
	usage: `
npm run deploy [-- --dry-run]

Builds the site, brings the remote database to the newest migration and deploys site and Worker together.
What was published is kept in content/published.json, so that npm run check notices when an address is lost: commit it.
--dry-run builds and bundles everything and uploads nothing; it needs no account.

Exit codes: 0 deployed, 1 not deployed (the message says why), 2 wrong use.`,
	options: { "dry-run": { type: "boolean" } },
	async main({ values }) {
		const dryRun = values["dry-run"] ?? false;
		if (!dryRun) refusePlaceholders();
		console.log("Building the site …");
		// Always anew: overdue reviews and the most read articles (KB_STATS_URL) change without a change of files.
		await buildSite({ force: true });
		writeRouting();
		if (!dryRun) await step("Bringing the database up to date …", ["d1", "migrations", "apply", "DB", "--remote"]);
		const printed = await step(dryRun ? "Bundling the Worker …" : "Deploying …", [
			"deploy",
			"--assets",
			outFolder,
			"--minify",
			// Beside the bundle lies its source map: lines of the log name places in the bundle.
			"--outdir",
			join(root, ".tier-zero/bundle"),
			...(dryRun ? ["--dry-run"] : []),
		]);
		console.log(weightOf(printed));
		console.log(dryRun ? "Dry run done: nothing was uploaded." : `Deployed.\n${rememberAddresses()}`);
		for (const warning of emptySettings()) console.warn(warning);
		return 0;
	},
});

/** A list that cannot be kept is no reason to call the deployment failed. */
function rememberAddresses(): string {
	try {
		const file = displayPath(keepPublished(outFolder, contentFolder(), new Date().toISOString()));
		return `The published addresses are in ${file}: commit it, so that npm run check knows them.`;
	} catch (error) {
		return `Warning: the published addresses could not be kept (${error instanceof Error ? error.message : String(error)}).\n  Why: npm run check cannot notice when one of them is lost.\n  Do:  Make the content folder writable, then deploy again.`;
	}
}

/** How heavy the Worker is, beside what Cloudflare takes. */
function weightOf(printed: string): string {
	const compressed = /gzip: ([\d.]+) KiB/.exec(printed)?.[1];
	if (compressed === undefined) return "wrangler did not say how large the Worker is.";
	return `The Worker has ${Math.ceil(Number(compressed)).toLocaleString("en")} KiB compressed; Cloudflare takes 3,072 KiB on the free plan, 10,240 KiB on the paid one.`;
}

/** Runs one step and returns what it printed. */
async function step(title: string, args: string[]): Promise<string> {
	console.log(title);
	const { code, output } = await run(bin("wrangler"), args, { onLine: (line) => console.log(line) });
	if (code !== 0) fail(`wrangler ${args[0]} failed; see above.`);
	return output;
}

/** What a deployment may leave empty, and what that costs. */
function emptySettings(): string[] {
	const config = readFileSync(join(root, "wrangler.toml"), "utf8");
	const isEmpty = (name: string) => !new RegExp(`^${name}\\s*=\\s*"[^"]+"`, "m").test(config);
	// The addresses of Slack and Teams let whoever has them write: they are secrets, which stand in no file.
	const addresses = readContentData()
		.routing.destinations.flatMap(({ type, urlFrom }) => (type === "slack" || type === "teams" ? [] : (urlFrom ?? [])))
		.filter(isEmpty);
	return [
		...addresses.map(
			(name) =>
				`Warning: ${name} is empty in wrangler.toml.\n  Why: Tickets are kept and wait; no help desk gets them.\n  Do:  Set it to the https address that takes tickets (or as a secret), then deploy again.`,
		),
		...accessWarnings(config),
	];
}

/** A first deployment needs ids of its own; the sample ones would fail later and less clearly. */
function refusePlaceholders(): void {
	const config = readFileSync(join(root, "wrangler.toml"), "utf8");
	const missing = [
		/database_id = "0{8}-/.test(config) && "database_id: npx wrangler d1 create tier-zero prints it",
		/^id = "0{32}"/m.test(config) && "id of SALTS: npx wrangler kv namespace create SALTS prints it",
	].filter(Boolean);
	if (missing.length > 0)
		fail(
			`wrangler.toml still has placeholders.\n  Why: The Worker needs a database and a store of its own.\n  Do:  Fill in\n       - ${missing.join("\n       - ")}\n       and create the queue: npx wrangler queues create tier-zero-wake`,
		);
}
