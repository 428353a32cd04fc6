import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fail } from "../command-line.ts";
import { readConfig } from "../doctor/config.ts";
import { migrate } from "../local-database.ts";
import { bin, root, stateFolder } from "../paths.ts";
import { run } from "../processes.ts";
import { localPlace } from "./local.ts";
import type { Place } from "./place.ts";
import { remotePlace } from "./remote.ts";

/** The deployed database by wrangler. */
export function deployed(): Place {
	const { r2_buckets } = readConfig(readFileSync(join(root, "wrangler.toml"), "utf8"));
	const bucket = r2_buckets.find(({ binding }) => binding === "FILES")?.bucket_name ?? "";
	return remotePlace((args) => run(bin("wrangler"), args), bucket);
}

/** The local database, which must be there. */
export function local(): Place {
	if (!existsSync(join(stateFolder, "v3/d1")))
		fail("There is no local database.\n  Why: npm start has not made one yet.\n  Do:  Run npm start, or say --remote for the deployed one.");
	return localPlace(stateFolder);
}

/** The local database, made or brought up to date. */
export async function newestLocal(stop: AbortSignal): Promise<Place> {
	await migrate(stateFolder, stop);
	return localPlace(stateFolder);
}

/** Brings the deployed database up to date. */
export async function migrateDeployed(stop: AbortSignal): Promise<void> {
	const { code, output } = await run(bin("wrangler"), ["d1", "migrations", "apply", "DB", "--remote"], { stop });
	if (code !== 0) fail(`The deployed database could not be brought up to date.\n\n${output.trim()}`);
}
