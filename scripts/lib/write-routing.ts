import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DestinationType } from "#contract/destinations.ts";
import { readContentData } from "#site/lib/content-data.ts";
import { workFolder } from "./paths.ts";

/**
 * Writes the private routing as modules of the Worker; it never becomes an asset. For those who start, deploy or type-check
 * the Worker: a build alone leaves it, so that one of other content does not change where a running Worker sends tickets.
 */
export function writeRouting(): void {
	const { routing } = readContentData();
	write("routing.json", JSON.stringify(routing));
	write("connectors.ts", connectorsModule(routing.destinations.map(({ type }) => type)));
}

/** A module of the connectors that a routing uses, so that the Worker carries no other. */
export function connectorsModule(used: DestinationType[]): string {
	const types = [...new Set(used)].sort();
	const nameOf = (type: string) => `create${type.slice(0, 1).toUpperCase()}${type.slice(1)}`;
	const imports = types.map((type) => `import { ${nameOf(type)} } from "#worker/handoff/destinations/${type}.ts";\n`);
	return `${imports.join("")}\nexport const connectors = { ${types.map((type) => `${type}: ${nameOf(type)}`).join(", ")} };\n`;
}

function write(name: string, text: string): void {
	const folder = join(workFolder, "generated");
	const file = join(folder, name);
	// A running `wrangler dev` starts anew when the file is written.
	if (existsSync(file) && readFileSync(file, "utf8") === text) return;
	mkdirSync(folder, { recursive: true });
	writeFileSync(file, text);
}
