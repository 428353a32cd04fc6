import { readdirSync, realpathSync, statSync, type Dirent, type Stats } from "node:fs";
import { join } from "node:path";

/**
 * Paths of all files below a folder, sorted, with `/`. Links are followed, as the build follows them, but never in a circle; those that
 * lead nowhere are left out.
 */
export function listFiles(folder: string): string[] {
	const found: string[] = [];
	function read(below: string, above: readonly string[]): void {
		const real = realpathSync(join(folder, below));
		if (above.includes(real)) return;
		for (const entry of readdirSync(real, { withFileTypes: true })) {
			const path = below === "" ? entry.name : `${below}/${entry.name}`;
			const kind = entry.isSymbolicLink() ? targetOf(join(folder, path)) : entry;
			if (kind?.isDirectory()) read(path, [...above, real]);
			else if (kind?.isFile()) found.push(path);
		}
	}
	read("", []);
	return found.sort();
}

function targetOf(link: string): Pick<Stats | Dirent, "isDirectory" | "isFile"> | undefined {
	try {
		return statSync(link);
	} catch {
		return undefined;
	}
}
