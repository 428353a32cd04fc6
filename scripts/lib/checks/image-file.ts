import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { imageSize } from "image-size";

/** A picture file, known by its size and its first bytes. */
export interface ImageFile {
	/** Size of the file. */
	bytes: number;
	/** What the file says it is, in pixels; undefined when it is no picture. Example of a type: `png` */
	picture: { type: string; width: number; height: number } | undefined;
}

/** Most formats tell their size here; some JPEG files carry a preview and colours before it. */
const reads = [64 * 1024, 2 * 1024 * 1024];

/** Reads the first bytes of a file. Undefined when there is no such file. */
export function readImageFile(file: string): ImageFile | undefined {
	let handle: number;
	try {
		handle = openSync(file, "r");
	} catch {
		return undefined;
	}
	try {
		const bytes = fstatSync(handle).size;
		for (const limit of reads) {
			const head = new Uint8Array(Math.min(limit, bytes));
			readSync(handle, head, 0, head.length, 0);
			const picture = measure(head);
			if (picture || head.length === bytes) return { bytes, picture };
		}
		return { bytes, picture: undefined };
	} finally {
		closeSync(handle);
	}
}

function measure(head: Uint8Array): ImageFile["picture"] {
	try {
		const { type, width, height } = imageSize(head);
		return type !== undefined && width > 0 && height > 0 ? { type, width, height } : undefined;
	} catch {
		return undefined;
	}
}
