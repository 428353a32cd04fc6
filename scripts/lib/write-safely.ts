import { chmodSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Writes a file whole or not at all: who reads it meanwhile gets the old one or the new one. Folders are made; a file that is there keeps
 * its permissions.
 */
export function writeSafely(file: string, content: string | Uint8Array): void {
	mkdirSync(dirname(file), { recursive: true });
	// Neither a check, a build nor the desk of `npm run dev` takes this for a file of the content.
	const temporary = `${file}.${process.pid}.tmp`;
	const before = statSync(file, { throwIfNoEntry: false });
	try {
		writeFileSync(temporary, content);
		if (before) chmodSync(temporary, before.mode);
		renameSync(temporary, file);
	} finally {
		rmSync(temporary, { force: true });
	}
}
