import type { Env } from "../env.ts";
import { dayMs } from "../lib/days.ts";
import { endedFiles, forgetFiles } from "../queries/attachments.ts";

/** R2 deletes so many objects at once. */
const atOnce = 1000;

/** Removes files whose form was not sent within a day, and files of tickets that have lost their text: first the bytes, then the row. */
export async function removeEndedFiles({ DB, FILES }: Pick<Env, "DB" | "FILES">, now: number): Promise<void> {
	const ids = await endedFiles(DB, now - dayMs, atOnce);
	if (ids.length === 0) return;
	await FILES.delete(ids);
	await forgetFiles(DB, ids);
}
