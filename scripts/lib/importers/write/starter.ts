import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Note } from "../notes.ts";
import { writeSafely } from "../../write-safely.ts";

const starter = join(import.meta.dirname, "../starter");

/** Adds the data files that a centre cannot be built without, where they are missing, with values to be replaced. */
export function addStarter(out: string, { locale }: { locale: string }): Note[] {
	mkdirSync(join(out, "data"), { recursive: true });
	const missing = readdirSync(starter).filter((name) => !existsSync(join(out, "data", name)));
	for (const name of missing) {
		if (name === "site.yml")
			writeSafely(join(out, "data", name), readFileSync(join(starter, name), "utf8").replace(/^defaultLocale: .*$/m, `defaultLocale: ${locale}`));
		else copyFileSync(join(starter, name), join(out, "data", name));
	}
	return missing.map((name) => ({ kind: "person", file: `data/${name}`, line: 1, what: "made with sample values, so that the centre builds; write your own" }));
}
