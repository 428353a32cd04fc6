import * as z from "zod";
import { limits } from "./limits.ts";
import { line } from "./shared.ts";

/** Messages that are erased at once; somebody who wrote more is looked for again. */
export const erasedAtOnce = 200;

const base = {
	/** A reference, or an e-mail address. */
	who: line(limits.email).min(3),
};

/** `POST /manage/erase`: what would be erased. */
export const erasePreviewSchema = z.strictObject(base);

/** `POST /manage/erase/confirm`: erases what the preview has shown, and nothing that came since. */
export const eraseConfirmSchema = z.strictObject({
	...base,
	/** References that were shown, with commas between. */
	references: z
		.string()
		.max(erasedAtOnce * 20)
		.regex(/^[A-Z0-9-]+(?:,[A-Z0-9-]+)*$/),
});

/** Query of `GET /manage/erase`. */
export const eraseQuery = z.object({
	/** Moment of an erasure, epoch milliseconds: what was erased then, and where copies may be, is told again. Default: only the form */
	erased: z.coerce.number().int().positive().optional(),
});

/** Whose messages are looked for. */
export type Sought = { reference: string } | { email: string };

/** Reads what somebody typed: what holds an at sign is an address, everything else a reference. */
export function readSought(who: string): Sought {
	return who.includes("@") ? { email: who } : { reference: who.toUpperCase() };
}
