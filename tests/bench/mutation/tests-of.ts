import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { root } from "#scripts/lib/paths.ts";

const imported = /^(?:import|export|\}).* from "(#[^"]+|\.{1,2}\/[^"]+)"/gm;

/** Files that a file imports by name, from the root. */
function importsOf(file: string): string[] {
	if (!existsSync(join(root, file))) return [];
	return [...readFileSync(join(root, file), "utf8").matchAll(imported)].map(([, name = ""]) => {
		if (name.startsWith("#contract/")) return name.replace("#contract/", "worker/contract/");
		return name.startsWith("#") ? name.slice(1) : relative(root, resolve(root, dirname(file), name));
	});
}

/** Files that match; a pattern that begins with `!` takes out. From the root. */
export function filesOf(patterns: readonly string[]): string[] {
	const exclude = patterns.filter((pattern) => pattern.startsWith("!")).map((pattern) => pattern.slice(1));
	const wanted = patterns.filter((pattern) => !pattern.startsWith("!"));
	return wanted.flatMap((pattern) => globSync(pattern, { cwd: root, exclude }).sort());
}

/**
 * Tests that import one of the files themselves, or through a helper that stands beside them. A test that meets the files on longer
 * ways is about something else.
 */
export function testsOf(files: readonly string[], tests: readonly string[]): string[] {
	const wanted = new Set(files);
	const known = new Map<string, boolean>();
	function touches(file: string): boolean {
		const answer = known.get(file);
		if (answer !== undefined) return answer;
		known.set(file, false);
		const found = importsOf(file).some((name) => wanted.has(name) || (/^tests\/.*\.ts$/.test(name) && touches(name)));
		known.set(file, found);
		return found;
	}
	return filesOf(tests).filter(touches);
}
