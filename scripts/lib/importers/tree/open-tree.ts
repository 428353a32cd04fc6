import { statSync } from "node:fs";
import { fail, misuse } from "../../command-line.ts";
import { openFolder } from "./folder-tree.ts";
import type { Tree } from "./tree.ts";
import { openArchive, type Opening } from "./zip-tree.ts";

/** Opens a folder or a zip; says what is wrong when it is neither. @param opening how, where it is a zip */
export async function openTree(path: string, opening: Opening = {}): Promise<Tree> {
	const found = statSync(path, { throwIfNoEntry: false });
	if (!found) return misuse(`There is nothing at ${path}`);
	if (found.isDirectory()) return openFolder(path);
	try {
		return await openArchive(path, opening);
	} catch (error) {
		return fail(
			`${path} cannot be opened: ${error instanceof Error ? error.message : String(error)}\n  Do:  Give the folder or the .zip that the export made.`,
		);
	}
}
