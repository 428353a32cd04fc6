import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { fail } from "../../command-line.ts";
import { writeSafely } from "../../write-safely.ts";

const stateSchema = z.object({
	version: z.literal(1),
	/** Day of the first import, `YYYY-MM-DD`. */
	first: z.string(),
	/** By the article's key in its source: where it was written, and the sum of what was written. */
	articles: z.record(z.string(), z.object({ id: z.string(), locale: z.string(), sum: z.string() })),
});

/** What earlier imports from a source wrote, so that the next one knows what a person has changed since. */
export type ImportState = z.infer<typeof stateSchema>;

/** Where an import keeps what it knows, below the content folder. */
export const importFolder = "import";

function pathOf(out: string, source: string): string {
	return join(out, importFolder, `${source}.json`);
}

/** Reads the state of a source; a fresh one where nothing was imported yet. */
export function readState(out: string, source: string, today: string): ImportState {
	const file = pathOf(out, source);
	if (!existsSync(file)) return { version: 1, first: today, articles: {} };
	try {
		return stateSchema.parse(JSON.parse(readFileSync(file, "utf8")));
	} catch {
		return fail(
			`${file} cannot be read.\n  Why: It tells which articles were imported and which a person has changed since; without it those could be overwritten. Nothing was imported.\n  Do:  Bring it back from git. If that is not possible, import into another folder.`,
		);
	}
}

/** Keeps the state, one article a line. */
export function writeState(out: string, source: string, { first, articles }: ImportState): void {
	const lines = Object.entries(articles)
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
	writeSafely(pathOf(out, source), `{"version": 1, "first": ${JSON.stringify(first)}, "articles": {\n${lines.join(",\n")}\n}}\n`);
}

/** Sum of a text. */
export function sumOf(text: string): string {
	return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
