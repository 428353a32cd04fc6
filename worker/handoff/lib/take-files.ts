import type { HandoffAttachment } from "../destination.ts";

/** A file that goes along with the ticket itself. */
interface TakenFile {
	file: HandoffAttachment;
	bytes: ArrayBuffer;
}

/**
 * Reads files as far as all of them together fit, in bytes.
 *
 * @returns with those that are too large or cannot be read left, to go as links
 */
export async function takeFiles(files: HandoffAttachment[], largest: number): Promise<{ taken: TakenFile[]; left: HandoffAttachment[] }> {
	const taken: TakenFile[] = [];
	const left: HandoffAttachment[] = [];
	let room = largest;
	for (const file of files) {
		const bytes = file.size <= room ? await file.read().catch(() => null) : null;
		if (bytes && bytes.byteLength <= room) {
			room -= bytes.byteLength;
			taken.push({ file, bytes });
		} else left.push(file);
	}
	return { taken, left };
}
