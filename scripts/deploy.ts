import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSite } from "./lib/build-site.ts";
import { fail, runCommand } from "./lib/command-line.ts";
import { bin, outFolder, root } from "./lib/paths.ts";
import { run } from "./lib/processes.ts";

await runCommand({
	usage: `
npm run deploy [-- --dry-run]

Builds the site, brings the remote database to the newest migration and deploys site and Worker together.
--dry-run builds and bundles everything and uploads nothing; it needs no account.

Exit codes: 0 deployed, 1 not deployed (the message says why), 2 wrong use.`,
	options: { "dry-run": { type: "boolean" } },
	async main({ values }) {
		const dryRun = values["dry-run"] ?? false;
		if (!dryRun) refusePlaceholders();
		console.log("Building the site …");
		await buildSite();
		if (!dryRun) await step("Bringing the database up to date …", ["d1", "migrations", "apply", "DB", "--remote"]);
		await step(dryRun ? "Bundling the Worker …" : "Deploying …", ["deploy", "--assets", outFolder, "--minify", ...(dryRun ? ["--dry-run", "--outdir", join(root, ".tier-zero/bundle")] : [])]);
		console.log(dryRun ? "Dry run done: nothing was uploaded." : "Deployed.");
		return 0;
	},
});

async function step(title: string, args: string[]): Promise<void> {
	console.log(title);
	const { code } = await run(bin("wrangler"), args, { onLine: (line) => console.log(line) });
	if (code !== 0) fail(`wrangler ${args[0]} failed; see above.`);
}

/** A first deployment needs ids of its own; the sample ones would fail later and less clearly. */
function refusePlaceholders(): void {
	const config = readFileSync(join(root, "wrangler.toml"), "utf8");
	const missing = [
		/database_id = "0{8}-/.test(config) && "database_id: npx wrangler d1 create tier-zero prints it",
		/^id = "0{32}"/m.test(config) && "id of SALTS: npx wrangler kv namespace create SALTS prints it",
	].filter(Boolean);
	if (missing.length > 0) fail(`wrangler.toml still has placeholders.\n  Why: The Worker needs a database and a store of its own.\n  Do:  Fill in\n       - ${missing.join("\n       - ")}\n       and create the queue: npx wrangler queues create tier-zero-wake`);
}
