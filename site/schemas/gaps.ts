import * as z from "zod";
import { articleId, isoDate } from "./shared.ts";

/** Why readers did not find what they searched for. The report uses the same words. */
export const gapDiagnoses = ["no-article", "other-words", "not-clicked", "not-helpful"] as const;

/** `gaps.yml`: changes that were made for searches that did not end well; made by `npm run gaps`. The report then tells how these searches go since. Default: none. */
export const gapsSchema = z.array(
	z.strictObject({
		/** The gap's id in the report: 12 hex digits. Example: `3f09c1d2ab47` */
		id: z.string().regex(/^[0-9a-f]{12}$/, "must be 12 hex digits, as the report names the gap"),
		/** What readers typed most. Example: `retire carbon offsets` */
		query: z.string().min(1).max(200),
		/** All words they used that the change is for. */
		phrasings: z.array(z.string().min(1).max(200)).min(1).max(40),
		/** Why they did not find it: no article, an article in other words, found but not opened, opened but no help. */
		diagnosis: z.enum(gapDiagnoses),
		/** The article that answers them now. Default: none. */
		article: articleId.nullable().default(null),
		/** The day on which the change was made. Example: `2026-11-21` */
		added: isoDate,
	}),
);

export type GapsData = z.infer<typeof gapsSchema>;
