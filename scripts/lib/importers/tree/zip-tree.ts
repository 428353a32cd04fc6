import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { openPromise, type Entry, type ZipFile } from "yauzl";
import { isHidden, limits as usual, type Limits, type Tree } from "./tree.ts";

/** How an archive is opened. */
export interface Opening {
	limits?: Limits;
	/** Files that are only asked for with `onDisk`, so that they may be of any size. Default: none. */
	isPart?(name: string): boolean;
	/** What other archives of the same import have unpacked to; this one is added. In bytes. */
	used?: { bytes: number };
}

/**
 * Opens a zip. Paths that would lead out of the folder it is unpacked into (`../`, `/`, `C:`) are left out and reported.
 * @throws Error when it is no zip
 */
export async function openArchive(path: string, { limits = usual, isPart = () => false, used = { bytes: 0 } }: Opening = {}): Promise<Tree> {
	// Names are read here, so that one bad name is reported and the other files still come.
	const zip = await openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false });
	const entries = new Map<string, Entry>();
	const notes: Tree["notes"] = [];
	const listed = new Promise<void>((done, failed) => {
		zip.on("error", failed);
		zip.on("end", () => done());
		zip.on("entry", (entry: Entry) => {
			const name = nameOf(entry);
			const problem = problemOf(name, entry, isPart(name) ? Infinity : limits.file);
			used.bytes += entry.uncompressedSize;
			if (used.bytes > limits.together) {
				failed(new Error("the archive would unpack to more than 20 GB"));
				return;
			}
			if (problem) notes.push({ kind: "person", file: name, line: 1, what: problem });
			else if (!name.endsWith("/") && !isHidden(name)) entries.set(name, entry);
			zip.readEntry();
		});
		zip.readEntry();
	});
	try {
		await listed;
	} catch (error) {
		zip.close();
		throw error;
	}
	return {
		files: [...entries.keys()].sort(),
		read: (name) => readEntry(zip, entries.get(name), limits.file),
		onDisk: (name, copy) => copyEntry(zip, entries.get(name), copy),
		display: (name) => name,
		notes,
		close() {
			zip.close();
			return Promise.resolve();
		},
	};
}

/** UTF-8 where the archive says so or the bytes are; else the code page of old DOS zips. */
function nameOf(entry: Entry): string {
	const bytes = entry.fileNameRaw;
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replaceAll("\\", "/");
	} catch {
		return bytes.toString("latin1").replaceAll("\\", "/");
	}
}

function problemOf(name: string, { uncompressedSize, externalFileAttributes }: Entry, largest: number): string | undefined {
	if (name.startsWith("/") || /^[a-z]:/i.test(name) || name.split("/").includes("..") || name.includes("\0"))
		return "a path that leads out of the archive; it was not unpacked";
	if (((externalFileAttributes >>> 16) & 0o170000) === 0o120000) return "a link inside the archive; it was not followed";
	return uncompressedSize > largest ? "larger than 200 MB; it was not unpacked" : undefined;
}

async function readEntry(zip: ZipFile, entry: Entry | undefined, largest: number): Promise<Buffer> {
	if (!entry) throw new Error("the file is not in the archive");
	if (entry.uncompressedSize > largest) throw new Error("the file is larger than 200 MB");
	const stream = await zip.openReadStreamPromise(entry);
	const chunks: Buffer[] = [];
	for await (const chunk of stream) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
}

async function copyEntry(zip: ZipFile, entry: Entry | undefined, copy: string): Promise<string> {
	if (!entry) throw new Error("the file is not in the archive");
	try {
		await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(copy));
		return copy;
	} catch (error) {
		await rm(copy, { force: true });
		throw error;
	}
}
