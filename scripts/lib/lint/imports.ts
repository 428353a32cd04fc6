import { readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";

/** The project's root, with a slash at the end. */
export const root = join(import.meta.dirname, "../../../");

const { imports: aliases } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { imports: Record<string, string> };

/** Where an import of a file leads: a path from the project's root, or undefined for a package. Files are named with their ending here, so nothing has to be looked for. */
export function resolveImport(specifier: string, from: string): string | undefined {
	if (specifier.startsWith(".")) return posix.join(dirname(from), specifier);
	for (const [alias, target] of Object.entries(aliases)) {
		const start = alias.replace("*", "");
		if (specifier.startsWith(start)) return posix.join(target.replace("*", ""), specifier.slice(start.length));
	}
	return undefined;
}

const valueImport = /^(?:import|export)\s+(?!type\s)(?:[^;"'=()]*?from\s+)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/gm;

/** What a file imports as values; nothing for a file that is not there or is no code. */
function valueImports(file: string): string[] {
	if (!/\.(ts|tsx|mjs)$/.test(file)) return [];
	try {
		return [...readFileSync(root + file, "utf8").matchAll(valueImport)].flatMap(([, fixed, onCall]) => fixed ?? onCall ?? []);
	} catch {
		return [];
	}
}

/**
 * The way on which a file takes a package along: the files, then the package. Undefined when it takes none.
 *
 * @example wayTo("worker/contract/tickets.ts", /^zod/) // ["worker/contract/tickets.ts", "zod"]
 */
export function wayTo(file: string, unwanted: RegExp, seen = new Set<string>()): string[] | undefined {
	if (seen.has(file)) return undefined;
	seen.add(file);
	for (const specifier of valueImports(file)) {
		if (unwanted.test(specifier)) return [file, specifier];
		const next = resolveImport(specifier, file);
		const way = next === undefined ? undefined : wayTo(next, unwanted, seen);
		if (way) return [file, ...way];
	}
	return undefined;
}
