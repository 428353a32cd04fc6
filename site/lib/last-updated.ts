import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { contentFolder } from "./content-folder.ts";

let days: Map<string, string> | undefined;

/**
 * Reads git: absolute path of each article → day of its last commit. Empty where there is no git, and in a shallow clone: there
 * the oldest commit seems to have changed every file.
 */
export function readGit(folder: string): Map<string, string> {
	const found = new Map<string, string>();
	try {
		const [root = "", isShallow] = execFileSync("git", ["-C", folder, "rev-parse", "--show-toplevel", "--is-shallow-repository"], {
			encoding: "utf8",
			stdio: ["ignore", "pipe", "ignore"],
		}).split("\n");
		if (isShallow === "true") return found;
		const log = execFileSync("git", ["-C", folder, "-c", "core.quotePath=false", "log", "--format=@%cs", "--name-only", "--", "articles"], {
			encoding: "utf8",
			stdio: ["ignore", "pipe", "ignore"],
			maxBuffer: 256 * 1024 * 1024,
		});
		let day = "";
		for (const line of log.split("\n")) {
			if (line.startsWith("@")) day = line.slice(1);
			else if (line && !found.has(join(root, line))) found.set(join(root, line), day);
		}
	} catch {
		// No git, or no commit yet: pages then show the review only.
	}
	return found;
}

/** The day an article was last changed in git, or null. `entryId` is its path below `articles/` without extension. */
export function lastUpdated(entryId: string): string | null {
	const folder = contentFolder();
	days ??= readGit(folder);
	return days.get(join(folder, "articles", `${entryId}.mdx`)) ?? null;
}
