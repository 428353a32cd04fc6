import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Note } from "../notes.ts";
import { openTree } from "./open-tree.ts";
import type { Limits, Tree } from "./tree.ts";
import { openArchive } from "./zip-tree.ts";

/** No export is cut into more archives. */
const mostArchives = 200;

const part = /(^|\/)(ExportBlock|Export|Part)[^/]*\.zip$/i;

/**
 * Opens a folder or zip whose files may lie in zips of their own (`Part-1.zip`), as one tree. Zips in these stay closed.
 * The inner zips of a zip may be of any size: they lie in a temporary folder until the tree is closed.
 */
export async function openNested(path: string, limits?: Limits): Promise<Tree> {
	const opening = { ...(limits && { limits }), used: { bytes: 0 } };
	const outer = await openTree(path, { ...opening, isPart: (name) => part.test(name) });
	const archives = outer.files.filter((file) => part.test(file)).slice(0, mostArchives);
	if (archives.length === 0) return outer;
	const folder = mkdtempSync(join(tmpdir(), "tier-zero-import-"));
	const notes: Note[] = [...outer.notes];
	const inner: Tree[] = [];
	for (const [index, archive] of archives.entries()) {
		try {
			const file = await outer.onDisk(archive, join(folder, `${index}.zip`));
			const tree = await openArchive(file, opening);
			inner.push(tree);
			notes.push(...tree.notes.map((note) => ({ ...note, file: `${archive}/${note.file}` })));
		} catch (error) {
			notes.push({
				kind: "person",
				file: archive,
				line: 1,
				what: `this part of the export cannot be opened: ${error instanceof Error ? error.message : String(error)}`,
			});
		}
	}
	const places = new Map<string, Tree>();
	for (const tree of [outer, ...inner]) for (const file of tree.files) if (!archives.includes(file) && !places.has(file)) places.set(file, tree);
	return {
		files: [...places.keys()].sort(),
		read: (file) => places.get(file)?.read(file) ?? Promise.reject(new Error("the file is not in the export")),
		onDisk: (file, copy) => places.get(file)?.onDisk(file, copy) ?? Promise.reject(new Error("the file is not in the export")),
		display: (file) => file,
		notes,
		async close() {
			for (const tree of [...inner, outer]) await tree.close();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
