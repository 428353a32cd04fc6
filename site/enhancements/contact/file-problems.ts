import { limits } from "#contract/limits.ts";
import type { ProblemDocument } from "#contract/problem.ts";

const most = `${limits.attachmentBytes / 1024 / 1024} MB`;

/** Why a file cannot be added, before it is sent; null where nothing speaks against it. */
export function refuseFile({ size }: Pick<File, "size">): string | null {
	if (size === 0) return "This file is empty, so it was not added.";
	if (size > limits.attachmentBytes) return `This file is larger than ${most}, so it was not added. A zip, or a part of it, may do.`;
	return null;
}

/** Why a file was not taken, in words, and whether it is worth trying again. Without a problem the Worker could not be reached. */
export function describeRefusal(problem: ProblemDocument | null): { error: string; again: boolean } {
	if (!problem) return { error: "We could not be reached. We try again when you are back.", again: true };
	switch (problem.type.split("/").at(-1)) {
		case "too-large":
			return { error: `This file is larger than ${most}, so it was not added.`, again: false };
		case "file-type":
			return { error: "We cannot take this kind of file. Pictures, PDF, text, Word, Excel, zip and MP4 are fine.", again: false };
		case "too-many-files":
			return { error: `A message takes ${limits.attachments} files. Remove one first, or put several into one zip.`, again: true };
		case "too-many-requests":
		case "unavailable":
		case "failed":
			return { error: "That did not work just now.", again: true };
		default:
			return { error: `${problem.title} ${problem.detail}`, again: false };
	}
}
