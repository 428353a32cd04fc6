import { existsSync } from "node:fs";
import { join } from "node:path";
import type { D1Database, R2Bucket } from "@cloudflare/workers-types";
import { getPlatformProxy } from "wrangler";
import { fail } from "./command-line.ts";
import { fingerprint, isUpToDate, remember } from "./fingerprint.ts";
import { bin, root, stateFolder } from "./paths.ts";
import { run } from "./processes.ts";

/** Brings the local database to the newest migration; skipped when it is. */
export async function migrate(state = stateFolder, stop?: AbortSignal): Promise<boolean> {
	const print = fingerprint(["worker/migrations"]);
	const step = `migrations:${state}`;
	if (isUpToDate(step, print) && existsSync(join(state, "v3/d1"))) return false;
	const { code, output } = await run(bin("wrangler"), ["d1", "migrations", "apply", "DB", "--local", "--persist-to", state], { stop });
	if (code !== 0) fail(`The database could not be brought up to date.\n\n${output.trim()}`);
	remember(step, print);
	return true;
}

/** What is kept locally. */
export interface LocalBindings {
	DB: D1Database;
	/** Files of tickets. */
	FILES: R2Bucket;
}

/** Opens the local database from Node, for seeding; the Worker may run at the same time. */
export async function withDatabase<Result>(work: (db: D1Database) => Promise<Result>, state = stateFolder): Promise<Result> {
	return withBindings(({ DB }) => work(DB), state);
}

/** Opens the local database and the files beside it. */
export async function withBindings<Result>(work: (bindings: LocalBindings) => Promise<Result>, state = stateFolder): Promise<Result> {
	const before = signalListeners();
	const proxy = await getPlatformProxy<LocalBindings & Record<string, unknown>>({
		configPath: join(root, "wrangler.toml"),
		persist: { path: join(state, "v3") },
		envFiles: [],
	});
	// Miniflare would end the process in the middle of the work when Ctrl-C comes; here the work ends in order.
	for (const [signal, listener] of signalListeners()) if (!before.some(([, known]) => known === listener)) process.off(signal, listener);
	try {
		return await work(proxy.env);
	} finally {
		await proxy.dispose();
	}
}

function signalListeners(): [NodeJS.Signals, NodeJS.SignalsListener][] {
	return (["SIGINT", "SIGTERM", "SIGHUP"] as const).flatMap((signal) =>
		process.listeners(signal).map((listener): [NodeJS.Signals, NodeJS.SignalsListener] => [signal, listener]),
	);
}
