import { limits } from "#contract/limits.ts";
import type { ProblemDocument } from "#contract/problem.ts";
import type { ContactWords } from "./words.ts";

type Words = Pick<ContactWords, "t" | "say">;

const megabytes = limits.attachmentBytes / 1024 / 1024;
const files = limits.attachments;

/** Why a file cannot be added, before it is sent; null where nothing speaks against it. */
export function refuseFile({ size }: Pick<File, "size">, { t, say }: Words): string | null {
	if (size === 0) return t.files.empty;
	if (size > limits.attachmentBytes) return say(t.files.tooLarge, { megabytes });
	return null;
}

/** Why a file was not taken, in words, and whether it is worth trying again. Without a problem the Worker could not be reached. */
export function describeRefusal(problem: ProblemDocument | null, { t, say }: Words): { error: string; again: boolean } {
	if (!problem) return { error: t.files.unreached, again: true };
	switch (problem.type.split("/").at(-1)) {
		case "too-large":
			return { error: say(t.files.refusedLarge, { megabytes }), again: false };
		case "file-type":
			return { error: t.files.type, again: false };
		case "too-many-files":
			return { error: say(t.files.tooMany, { files }), again: true };
		case "too-many-requests":
		case "unavailable":
		case "failed":
			return { error: t.files.failed, again: true };
		default:
			return { error: `${problem.title} ${problem.detail}`, again: false };
	}
}
