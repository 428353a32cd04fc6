import { readdirSync, watch, type FSWatcher } from "node:fs";
import { join } from "node:path";

/**
 * Tells which files of a folder change, below it too. Folders are watched, not files: thousands of articles need a few dozen watches.
 * Returns what ends it.
 */
export function watchFolder(folder: string, onChange: (file: string) => void): () => void {
	const watchers = new Map<string, FSWatcher>();

	function add(path: string): void {
		if (watchers.has(path)) return;
		try {
			const watcher = watch(path, (kind, name) => {
				if (name === null || isTemporary(name)) return;
				if (kind === "rename") findFolders(path);
				onChange(join(path, name));
			});
			// A folder that was deleted or renamed reports an error on some systems.
			watcher.on("error", () => forget(path));
			watchers.set(path, watcher);
		} catch {
			// It is gone again.
		}
	}

	function forget(path: string): void {
		watchers.get(path)?.close();
		watchers.delete(path);
	}

	function findFolders(path: string): void {
		add(path);
		try {
			for (const entry of readdirSync(path, { recursive: true, withFileTypes: true })) if (entry.isDirectory()) add(join(entry.parentPath, entry.name));
		} catch {
			forget(path);
		}
	}

	findFolders(folder);
	return () => [...watchers.keys()].forEach(forget);
}

/** What editors write beside a file while they save it. */
function isTemporary(name: string): boolean {
	return /^\.|~$|\.(swp|swx|tmp)$|^4913$/.test(name);
}
