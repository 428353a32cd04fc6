import * as z from "zod";

/** `jargon.yml`: words that articles avoid, and what they say instead. Default: none. */
export const jargonSchema = z.array(
	z.strictObject({
		/** A word or a phrase, in the singular and in any capitals; its plural is found too. Example: `functionality` */
		word: z
			.string()
			.trim()
			.min(2)
			.max(60)
			.regex(/^[\p{L}\p{N}].*[\p{L}\p{N}]$/u, "must begin and end with a letter or digit, like `in order to`"),

		/**
		 * What to write instead. One text that can stand in the same place is put there by `npm run check -- --fix`; of several the writer
		 * chooses; an empty text means: leave the word out. Example: `use`, `[end, cancel]`, `""`
		 */
		instead: z.union([z.string().trim().max(80), z.array(z.string().trim().min(1).max(80)).min(2).max(6)]),

		/** Why, where it is not plain that the other word is shorter and better known. Default: that. Example: `Readers on a phone do not click.` */
		why: z.string().trim().min(1).max(200).optional(),
	}),
);

export type JargonData = z.infer<typeof jargonSchema>;
