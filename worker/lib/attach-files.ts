import type { Context } from "hono";
import { limits } from "#contract/limits.ts";
import { clientId } from "#contract/shared.ts";
import type { App } from "../env.ts";
import { filesOfForm, type StoredFile } from "../queries/attachments.ts";
import { Problem, type FaultyField } from "./problem.ts";
import { storeFile } from "./store-file.ts";
import { momentOf } from "./moment.ts";
import { hashOfNetwork } from "./visitor.ts";

/** Files of a plain form. */
interface AttachedFiles {
	/** Those that the form has now, the earlier ones first. */
	files: StoredFile[];
	/** What was not taken, and why. */
	errors: FaultyField[];
}

/**
 * Stores the files that came with a plain form. They stay with it when the form comes back with a mistake: a browser cannot choose
 * them again by itself.
 *
 * @param earlier ids of files that came with the same form before, separated by commas
 */
export async function attachFiles(c: Context<App>, key: string, earlier: string, chosen: readonly File[]): Promise<AttachedFiles> {
	const errors: FaultyField[] = [];
	if (!clientId.safeParse(key).success) return { files: [], errors };
	const ids = [...new Set(earlier.split(","))].filter((id) => clientId.safeParse(id).success).slice(0, limits.attachments);
	const files = await filesOfForm(c.env.DB, key, ids);
	if (files.length < ids.length) errors.push({ field: "attachments", message: ({ t }) => t.contactAnswers.fileGone });
	const moment = await momentOf(c);
	const network = await hashOfNetwork(c.env.SALTS, "files", c.var.network, moment);
	for (const [place, file] of chosen.slice(0, limits.attachments).entries()) {
		try {
			if (file.size > limits.attachmentBytes) throw new Problem("too-large", { detail: ({ t }) => t.problems.fileTooLarge });
			files.push(
				await storeFile(
					c.env,
					{ key, name: file.name, size: file.size, body: file.stream() as ReadableStream<Uint8Array>, network },
					{ ...moment, now: moment.now + place },
				),
			);
		} catch (error) {
			if (!(error instanceof Problem)) throw error;
			errors.push({
				field: "attachments",
				message: (words) =>
					words.say(words.t.contactAnswers.fileRefused, { name: file.name.slice(0, limits.fileName), reason: error.inForm(words)[0]?.message ?? "" }),
			});
		}
	}
	const rest = chosen.length - limits.attachments;
	if (rest > 0) errors.push({ field: "attachments", message: ({ t, say }) => say(t.contactAnswers.filesLeft, { count: rest }) });
	return { files, errors };
}
