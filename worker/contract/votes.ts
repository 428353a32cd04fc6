import * as z from "zod";
import { limits } from "./limits.ts";
import { articleRef, localeRef, paragraph, sessionRef } from "./shared.ts";
import { noReasons, yesReasons } from "./vote-reasons.ts";

const reason = z.enum([...Object.keys(yesReasons), ...Object.keys(noReasons)] as [string, ...string[]]);

/** `POST /api/votes`: was this article helpful? The last vote of a visitor, article and day counts. */
export const voteSchema = z.strictObject({
	article: articleRef,
	/** Revision of the article on the reader's page. */
	revision: z.string().regex(/^[0-9a-f]{12}$/),
	/** The answer to "Was this article helpful?" */
	helpful: z.enum(["yes", "no"]),
	/** Why; see `vote-reasons.ts`. Default: none. */
	reasons: z.array(reason).max(8).default([]),
	/** In the reader's words; personal data is removed before it is stored. */
	comment: paragraph(limits.comment).default(""),
	session: sessionRef,
	locale: localeRef,
	/** The reader runs the centre and said so: nothing is kept but that it came. Default: false */
	staff: z.boolean().default(false),
});

export type Vote = z.input<typeof voteSchema>;
export type ParsedVote = z.output<typeof voteSchema>;

/** Answer to a counted vote. */
export interface VoteAnswer {
	article: string;
	helpful: "yes" | "no";
	/** Whether an earlier vote of today was changed. */
	changed: boolean;
}
