import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** Root of the project. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Where the scripts keep what they know: fingerprints, local settings, the local database. Not in git. */
export const workFolder = resolve(root, ".tier-zero");

/** Where the site is built to (`KB_OUT`). */
export const outFolder = resolve(root, process.env["KB_OUT"] ?? "dist");

/** Where the local database and queues live (`KB_STATE`). */
export const stateFolder = resolve(root, process.env["KB_STATE"] ?? ".tier-zero/state");

/** A program of node_modules. */
export function bin(name: string): string {
	return resolve(root, "node_modules/.bin", name);
}

/** Settings that keep the tools quiet and offline, and keep `wrangler dev` from writing requests to disk or offering a database console. */
export const quietEnvironment = {
	ASTRO_TELEMETRY_DISABLED: "1",
	WRANGLER_SEND_METRICS: "false",
	CLOUDFLARE_CF_FETCH_ENABLED: "false",
	DO_NOT_TRACK: "1",
	X_LOCAL_OBSERVABILITY: "false",
	X_LOCAL_EXPLORER: "false",
} as const;
