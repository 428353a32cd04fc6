import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readContentData } from "#site/lib/content-data.ts";
import { workFolder } from "./paths.ts";

/**
 * Writes the private routing as a module of the Worker; it never becomes an asset. For those who start, deploy or type-check
 * the Worker: a build alone leaves it, so that one of other content does not change where a running Worker sends tickets.
 */
export function writeRouting(): void {
	const folder = join(workFolder, "generated");
	const file = join(folder, "routing.json");
	const text = JSON.stringify(readContentData().routing);
	// A running `wrangler dev` starts anew when the file is written.
	if (existsSync(file) && readFileSync(file, "utf8") === text) return;
	mkdirSync(folder, { recursive: true });
	writeFileSync(file, text);
}
