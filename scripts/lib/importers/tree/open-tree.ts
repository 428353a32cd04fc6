import { statSync } from "node:fs";
import { fail, misuse } from "../../command-line.ts";
import { openFolder } from "./folder-tree.ts";
import type { Tree } from "./tree.ts";
import { openArchive } from "./zip-tree.ts";

/** Opens a folder or a zip; says what is wrong when it is neither. */
export async function openTree(path: string): Promise<Tree> {
	const found = statSync(path, { throwIfNoEntry: false });
	if (!found) return misuse(`There is nothing at ${path}`);
	if (found.isDirectory()) return openFolder(path);
	try {
		return await openArchive(path);
	} catch (error) {
		return fail(
			`${path} cannot be opened: ${error instanceof Error ? error.message : String(error)}\n  Do:  Give the folder or the .zip that the export made.`,
		);
	}
}
