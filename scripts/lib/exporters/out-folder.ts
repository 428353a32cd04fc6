import { existsSync } from "node:fs";
import { copyFile, mkdir, open, readdir, readFile, realpath, rename, rm, stat, writeFile, type FileHandle } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { fail } from "../command-line.ts";
import type { Sink } from "./exporter.ts";

/** The file that says that a folder was made by `npm run export` and may be replaced by it. */
const markerFile = ".tier-zero-export.json";

interface Target {
	/** Absolute path of the folder, or of the file for a document alone. */
	out: string;
	content: string;
	/** Only this file of the export is kept; `out` is its path. */
	document: string | undefined;
	format: string;
	force: boolean;
}

/**
 * Lets an export be written whole or not at all: into a folder beside `out`, which takes its place at the end.
 * @returns how many files there are
 * @throws CommandFailure where `out` holds something that export did not make
 */
export async function writeWhole(target: Target, write: (sink: Sink) => Promise<void>): Promise<number> {
	const { out, content, document, format } = target;
	await refuseForeign(target);
	await mkdir(dirname(out), { recursive: true });
	const part = `${out}.part-${process.pid}`;
	try {
		await mkdir(part);
		const { sink, close } = openSink(part, content, document);
		try {
			await write(sink);
		} finally {
			await close();
		}
		const files = (await readdir(part, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length;
		if (document === undefined) await writeFile(join(part, markerFile), `${JSON.stringify({ generator: `tier-zero ${format}`, version: 1 })}\n`);
		await replace(out, document === undefined ? part : join(part, document));
		return files;
	} finally {
		await rm(part, { recursive: true, force: true });
	}
}

function openSink(folder: string, content: string, document: string | undefined): { sink: Sink; close(): Promise<void> } {
	let current: { path: string; file: FileHandle } | undefined;
	async function close(): Promise<void> {
		const { file } = current ?? {};
		current = undefined;
		await file?.close();
	}
	async function makeRoom(path: string): Promise<string> {
		const place = join(folder, path);
		await mkdir(dirname(place), { recursive: true });
		return place;
	}
	const sink: Sink = {
		async append(path, text) {
			if (current?.path !== path) {
				await close();
				current = { path, file: await open(await makeRoom(path), "a") };
			}
			await current.file.appendFile(text);
		},
		async copy(from, to) {
			if (document === undefined) await copyFile(join(content, from), await makeRoom(to));
		},
	};
	return { sink, close };
}

/** Puts `made` in the place of `out`; what was there is deleted only afterwards. */
async function replace(out: string, made: string): Promise<void> {
	if (!existsSync(out)) return rename(made, out);
	const old = `${out}.old-${process.pid}`;
	await rename(out, old);
	try {
		await rename(made, out);
	} catch (error) {
		await rename(old, out);
		throw error;
	}
	await rm(old, { recursive: true, force: true });
}

async function refuseForeign({ out, content, document, force }: Target): Promise<void> {
	const place = await realOf(out);
	for (const [name, kept] of [
		["the content folder", await realOf(content)],
		["the folder you are in", await realOf(process.cwd())],
	] as const) {
		if (isInside(kept, place))
			fail(`--out is ${out}, which holds ${name}.\n  Why: An export replaces what is at --out.\n  Do:  Name a folder of its own, like export/.`);
	}
	if (isInside(place, await realOf(content))) {
		fail(
			`--out is ${out}, which lies in the content folder.\n  Why: The next export, check and build would read it as content.\n  Do:  Name a folder elsewhere, like export/.`,
		);
	}
	if (force || !existsSync(out)) return;
	if (!(await wasExported(out, document))) {
		fail(
			`${out} is there already and was not made by export.\n  Why: An export replaces what is at --out; nothing of yours is deleted unasked.\n  Do:  Name another place, or add --force to replace it.`,
		);
	}
}

/** Whether nothing is lost when a folder or file is replaced. */
async function wasExported(out: string, document: string | undefined): Promise<boolean> {
	const isFolder = (await stat(out)).isDirectory();
	if (document !== undefined) return !isFolder && /^\{"generator":"tier-zero /.test(await readFile(out, "utf8"));
	return isFolder && (existsSync(join(out, markerFile)) || (await readdir(out)).length === 0);
}

/** A path without links; of one that does not exist, as far as it does. */
async function realOf(path: string): Promise<string> {
	const absolute = resolve(path);
	if (existsSync(absolute)) return realpath(absolute);
	const parent = dirname(absolute);
	return parent === absolute ? absolute : join(await realOf(parent), basename(absolute));
}

/** Whether a path is a folder or lies in it. */
function isInside(path: string, folder: string): boolean {
	const way = relative(folder, path);
	return way === "" || !(way === ".." || way.startsWith(`..${sep}`));
}
