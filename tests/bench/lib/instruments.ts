import { existsSync } from "node:fs";
import { join } from "node:path";
import { run } from "#scripts/lib/processes.ts";
import { root } from "#scripts/lib/paths.ts";

/** Packages that measure the tests, with a lock file of their own. From the root. */
export const instruments = "tests/bench/instruments";

/** Installs them when they are not there. */
export async function installInstruments(say: (line: string) => void): Promise<void> {
	if (existsSync(join(root, instruments, "node_modules/.package-lock.json"))) return;
	say(`installing Stryker and Istanbul into ${instruments}`);
	const { code, output } = await run("npm", ["ci", "--prefix", instruments, "--no-audit", "--no-fund"]);
	if (code !== 0) throw new Error(`npm ci in ${instruments} ended with ${code}:\n${output.slice(-2000)}`);
}
