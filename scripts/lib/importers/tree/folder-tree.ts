import { readdirSync, realpathSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { isHidden, largestFile, type Tree } from "./tree.ts";

/** Opens a folder. Symbolic links that lead out of it are left out and reported. */
export function openFolder(folder: string): Tree {
	const root = realpathSync(folder);
	const notes: Tree["notes"] = [];
	const files: string[] = [];
	function walk(path: string): void {
		for (const entry of readdirSync(join(root, path), { withFileTypes: true })) {
			const child = path === "" ? entry.name : `${path}/${entry.name}`;
			if (isHidden(child)) continue;
			if (entry.isDirectory()) walk(child);
			else if (entry.isFile()) files.push(child);
			else if (entry.isSymbolicLink()) follow(child);
		}
	}
	function follow(path: string): void {
		const target = statSync(join(root, path), { throwIfNoEntry: false });
		const outside = target && relative(root, realpathSync(join(root, path))).startsWith("..");
		if (target?.isFile() && !outside) files.push(path);
		else
			notes.push({
				kind: "person",
				file: path,
				line: 1,
				what: outside ? "a link that leads out of the folder; it was not followed" : "a link that was not followed",
			});
	}
	walk("");
	return {
		files: files.map((path) => path.split(sep).join("/")).sort(),
		async read(path) {
			const file = join(root, path);
			if (statSync(file).size > largestFile) throw new Error("the file is larger than 200 MB");
			return readFile(file);
		},
		onDisk: (path) => Promise.resolve(join(root, path)),
		display: (path) => path,
		notes,
		close: () => Promise.resolve(),
	};
}
