import { openPromise, type Entry, type ZipFile } from "yauzl";
import { isHidden, largestFile, type Tree } from "./tree.ts";

/** What all files of an archive may hold together; more is a zip made to fill a disk. */
const largestArchive = 20 * 1024 * 1024 * 1024;

/**
 * Opens a zip. Paths that would lead out of the folder it is unpacked into (`../`, `/`, `C:`) are left out and reported.
 * @throws Error when it is no zip
 */
export async function openArchive(path: string): Promise<Tree> {
	// Names are read here, so that one bad name is reported and the other files still come.
	const zip = await openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false });
	const entries = new Map<string, Entry>();
	const notes: Tree["notes"] = [];
	let total = 0;
	await new Promise<void>((done, failed) => {
		zip.on("error", failed);
		zip.on("end", () => done());
		zip.on("entry", (entry: Entry) => {
			const name = nameOf(entry);
			const problem = problemOf(name, entry);
			total += entry.uncompressedSize;
			if (total > largestArchive) {
				failed(new Error("the archive would unpack to more than 20 GB"));
				return;
			}
			if (problem) notes.push({ kind: "person", file: name, line: 1, what: problem });
			else if (!name.endsWith("/") && !isHidden(name)) entries.set(name, entry);
			zip.readEntry();
		});
		zip.readEntry();
	});
	return {
		files: [...entries.keys()].sort(),
		read: (name) => readEntry(zip, entries.get(name)),
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

function problemOf(name: string, { uncompressedSize, externalFileAttributes }: Entry): string | undefined {
	if (name.startsWith("/") || /^[a-z]:/i.test(name) || name.split("/").includes("..") || name.includes("\0"))
		return "a path that leads out of the archive; it was not unpacked";
	if (((externalFileAttributes >>> 16) & 0o170000) === 0o120000) return "a link inside the archive; it was not followed";
	return uncompressedSize > largestFile ? "larger than 200 MB; it was not unpacked" : undefined;
}

async function readEntry(zip: ZipFile, entry: Entry | undefined): Promise<Buffer> {
	if (!entry) throw new Error("the file is not in the archive");
	const stream = await zip.openReadStreamPromise(entry);
	const chunks: Buffer[] = [];
	for await (const chunk of stream) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
}
