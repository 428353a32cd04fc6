import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Suite } from "../figure.ts";
import { root } from "../paths.ts";

const folder = join(root, "tests/bench");

/** Names of the suites: the folders of `tests/bench/` that hold a `suite.ts`. */
export const suiteNames = readdirSync(folder)
	.filter((name) => existsSync(join(folder, name, "suite.ts")))
	.sort();

export async function loadSuite(name: string): Promise<Suite> {
	return (await import(join(folder, name, "suite.ts"))) as Suite;
}

/** Names of the parts that the suites have, by suite. */
export async function knownParts(): Promise<Map<string, string[]>> {
	const suites = await Promise.all(suiteNames.map(async (name) => [name, (await loadSuite(name)).parts.map((part) => part.name)] as const));
	return new Map(suites);
}
