import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** Stores what a Worker sends of the lines that ran in it. @param folder of Vitest's coverage @returns the path of the file */
export function keepCounts(folder: string, counts: string): string {
	const file = join(folder, `coverage-${randomUUID()}.json`);
	writeFileSync(file, counts);
	return file;
}
