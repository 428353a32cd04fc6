import { existsSync, mkdirSync, readFileSync, realpathSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { writeSafely } from "../../write-safely.ts";
import type { FixedFile } from "./apply-fixes.ts";

/**
 * Writes fixed files, each whole or not at all: a reader of the folder never sees half of one. What leads out of the folder, or is not
 * text that can be written back byte by byte, is left alone.
 *
 * @param before texts that the fixes were made for; a file that has changed since is left alone
 * @returns the paths that were written
 */
export function writeFixed(folder: string, files: ReadonlyMap<string, FixedFile>, before: ReadonlyMap<string, string>): string[] {
	return [...files].filter(([path, { text }]) => write(folder, path, text, before.get(path) ?? "")).map(([path]) => path);
}

function write(folder: string, path: string, text: string, before: string): boolean {
	const file = join(folder, path);
	mkdirSync(dirname(file), { recursive: true });
	const real = existsSync(file) ? realpathSync(file) : join(realpathSync(dirname(file)), basename(file));
	if (relative(realpathSync(folder), real).startsWith("..")) return false;
	if ((existsSync(real) ? readFileSync(real) : Buffer.alloc(0)).compare(Buffer.from(before)) !== 0) return false;
	writeSafely(real, text);
	return true;
}
