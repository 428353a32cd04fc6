import { isUtf8 } from "node:buffer";
import { statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Note } from "../../notes.ts";
import type { SourceExtra } from "../../source.ts";
import { decodeText } from "../../tree/decode-text.ts";
import { openTree } from "../../tree/open-tree.ts";
import { largestFile, type Tree } from "../../tree/tree.ts";
import { findRecords } from "./records.ts";

/** Where a thing stands in the export, so that it can be read again. */
export interface Place {
	file: string;
	start: number;
	end: number;
}

/** A thing of an export, parsed. */
export interface JsonRecord {
	/** Name of the list it stood in. Example: `articles` */
	list: string | undefined;
	value: Record<string, unknown>;
	place: Place;
}

/** An export of JSON files, of which one at a time is held. */
export interface JsonExport {
	tree: Tree;
	/** Everything with an `id`, file by file. Adds what is broken or unknown to `notes` and `extra`. */
	records(): AsyncGenerator<JsonRecord>;
	/** A thing again. @throws Error that says why it cannot be read */
	read(place: Place): Promise<unknown>;
	/** Keeps a thing that cannot come along, and says why. */
	quarantine(place: Place, what: string): void;
	notes: Note[];
	/** What of broken files could not be read. */
	extra: SourceExtra[];
}

/** Orders what is read later so that each file is read once. */
export function comparePlaces(one: Place, other: Place): number {
	return one.file === other.file ? one.start - other.start : one.file < other.file ? -1 : 1;
}

/** Bytes of files that are held for the next read; the file at hand is held however large it is. */
const held = 32 * 1024 * 1024;

/** Folders in which a JSON file is something to download, not a part of the export. */
const attached = /(^|\/)(article[_-])?(attachments?|media|guide-media|images|files)\//i;

/**
 * Opens the JSON files of a folder or zip, or a single one.
 * @param name of the source, for what is broken
 */
export async function openJson(path: string, name: string): Promise<JsonExport> {
	const tree = await openFiles(path);
	const notes: Note[] = [...tree.notes];
	const extra: SourceExtra[] = [];
	const cache = new Map<string, Buffer>();

	async function bytesOf(file: string): Promise<Buffer> {
		const known = cache.get(file);
		const bytes = known ?? asUtf8(await tree.read(file));
		cache.delete(file);
		cache.set(file, bytes);
		let total = cache.values().reduce((sum, { length }) => sum + length, 0);
		for (const [other, { length }] of cache) {
			if (total <= held || other === file) break;
			cache.delete(other);
			total -= length;
		}
		return bytes;
	}

	async function parse({ file, start, end }: Place): Promise<unknown> {
		const piece = (await bytesOf(file)).subarray(start, end);
		try {
			return JSON.parse(piece.toString("utf8"));
		} catch {
			// Control characters inside of texts, which some scripts write as they are.
			return JSON.parse(decodeText(piece).text.replace(/[\n\t]/g, " "));
		}
	}

	function quarantine({ file, start, end }: Place, what: string): void {
		const kept = `quarantine/${name}-${extra.length + 1}.json.txt`;
		extra.push({ path: kept, read: async () => (await bytesOf(file)).toString("utf8", start, end) });
		notes.push({ kind: "quarantined", file, line: 1, what: `${what}; it lies in import/${kept}` });
	}

	async function* recordsOf(file: string): AsyncGenerator<JsonRecord> {
		const bytes = await bytesOf(file);
		let count = 0;
		for (const { list, start, end, complete } of findRecords(bytes, { lines: /\.(jsonl|ndjson)$/i.test(file) })) {
			count += 1;
			const place = { file, start, end };
			if (!complete) {
				quarantine(place, `item ${count} is cut off or damaged, from byte ${start} on; what is whole of the file came along`);
				continue;
			}
			try {
				yield { list, value: (await parse(place)) as Record<string, unknown>, place };
			} catch (error) {
				quarantine(place, `item ${count} (${list ?? "no list"}) is no valid JSON: ${error instanceof Error ? error.message.slice(0, 120) : "unknown reason"}`);
			}
		}
		if (count === 0 && !attached.test(file))
			notes.push({ kind: "person", file, line: 1, what: `nothing in it is known to the import of ${name}; it was left out` });
	}

	return {
		tree,
		notes,
		extra,
		quarantine,
		read: parse,
		async *records() {
			for (const file of tree.files.filter((one) => /\.(json|jsonl|ndjson)$/i.test(one))) {
				try {
					yield* recordsOf(file);
				} catch (error) {
					notes.push({ kind: "quarantined", file, line: 1, what: `it cannot be read: ${error instanceof Error ? error.message : String(error)}` });
				}
			}
		},
	};
}

/** A folder or zip, or a single file of JSON. */
async function openFiles(path: string): Promise<Tree> {
	const size = statSync(path, { throwIfNoEntry: false });
	if (!/\.(json|jsonl|ndjson)$/i.test(path) || !size?.isFile()) return openTree(path);
	return {
		files: [basename(path)],
		read() {
			if (size.size > largestFile) throw new Error("the file is larger than 200 MB");
			return readFile(path);
		},
		onDisk: () => Promise.resolve(path),
		display: (name) => name,
		notes: [],
		close: () => Promise.resolve(),
	};
}

/** Bytes of a text in UTF-8, without a mark at the beginning. */
function asUtf8(bytes: Buffer): Buffer {
	if (bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))) return bytes.subarray(3);
	const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
	return !marked && isUtf8(bytes) ? bytes : Buffer.from(decodeText(bytes).text);
}
