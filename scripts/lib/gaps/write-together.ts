import { existsSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { writeSafely } from "../write-safely.ts";
import type { Written } from "./workbench.ts";

/**
 * Writes all files or none: when one cannot be written, those before it are put back. Remember what a change is for last: the files are
 * written in the order of the map.
 *
 * @throws Error when a file has changed since it was read, leads out of the folder, or cannot be written
 */
export function writeTogether(folder: string, files: ReadonlyMap<string, Written>): void {
	for (const [path, { before }] of files) refuseOther(folder, path, before);
	const done: [string, Written][] = [];
	try {
		for (const [path, written] of files) {
			writeSafely(realOf(folder, path), written.after);
			done.unshift([path, written]);
		}
	} catch (error) {
		for (const [path, { before }] of done) putBack(realOf(folder, path), before);
		throw error;
	}
}

function putBack(file: string, before: string | null): void {
	if (before === null) rmSync(file, { force: true });
	else writeSafely(file, before);
}

/** The file itself where a link stands for it. */
function realOf(folder: string, path: string): string {
	const file = join(folder, path);
	return existsSync(file) ? realpathSync(file) : file;
}

function refuseOther(folder: string, path: string, before: string | null): void {
	const real = realOf(folder, path);
	const there = existsSync(real) ? real : existing(dirname(real));
	if (relative(realpathSync(folder), realpathSync(there)).startsWith("..")) throw new Error(`${path} leads out of the content folder`);
	const now = existsSync(real) ? readFileSync(real, "utf8") : null;
	if (now !== before) throw new Error(`${path} was changed meanwhile`);
}

function existing(folder: string): string {
	return existsSync(folder) ? folder : existing(dirname(folder));
}
