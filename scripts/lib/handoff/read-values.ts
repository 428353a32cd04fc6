import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { parse } from "smol-toml";
import { root } from "../paths.ts";

/** Finds the value of a variable or secret; empty where it is not set. */
export type ReadValue = (name: string) => string;

/** Values as the Worker would have them: from the environment, else from `.dev.vars`, else from `[vars]` of `wrangler.toml`. */
export function readValues(environment: NodeJS.ProcessEnv = process.env, folder = root): ReadValue {
	const devVars = parseEnv(readIfThere(join(folder, ".dev.vars")));
	const { vars = {} } = parse(readIfThere(join(folder, "wrangler.toml"))) as { vars?: Record<string, unknown> };
	return (name) => environment[name] ?? devVars[name] ?? String(vars[name] ?? "");
}

function readIfThere(file: string): string {
	return existsSync(file) ? readFileSync(file, "utf8") : "";
}
