import * as z from "zod";
import { limits } from "./limits.ts";
import { folded, paragraph } from "./shared.ts";

/** What an agent says of the articles. */
export const flagKinds = ["missing", "wrong", "outdated", "workaround", "explanation"] as const;
export type FlagKind = (typeof flagKinds)[number];

/** What has been done about it. */
export const flagStates = ["open", "done", "dismissed"] as const;
export type FlagState = (typeof flagStates)[number];

/** A placeholder of a desk that has nothing to put in is empty. */
const orNothing = <Schema extends z.ZodType>(schema: Schema) => z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

/**
 * `POST /api/desk/<destination>/flags`: an agent says what is to mend. The topic may be left out where `deliveryId` or `deskReference` names a
 * ticket of this site: its subject stands in.
 */
export const deskFlagSchema = z
	.strictObject({
		/** The desk's own id of this flag, so that a message that comes twice is one flag. Default: the day and the words tell it. */
		id: orNothing(z.string().max(100)),
		/**
		 * - `missing`: no article answers it
		 * - `wrong`, `outdated`: an article does not hold
		 * - `workaround`: the agent found a way round
		 * - `explanation`: it took a long explanation
		 */
		kind: z.enum(flagKinds),
		/** Id or address of the article it is about. Example: `reporting/export` */
		article: orNothing(z.string().trim().max(300)),
		/** What it is about, in a line; personal data is removed. */
		topic: orNothing(folded(limits.subject)),
		/** More for the writer; personal data is removed. */
		note: orNothing(paragraph(limits.comment)),
		/** The external id that the ticket was made with. */
		deliveryId: orNothing(z.uuid()),
		/** The ticket's number at the desk. */
		deskReference: orNothing(z.string().max(100)),
	})
	.refine(({ topic, deliveryId, deskReference }) => topic !== undefined || deliveryId !== undefined || deskReference !== undefined, {
		error: "topic is needed, or deliveryId or deskReference of a ticket of this site",
		path: ["topic"],
	})
	.refine(({ kind, article }) => article !== undefined || (kind !== "wrong" && kind !== "outdated"), {
		error: "article is needed where one is wrong or outdated",
		path: ["article"],
	});

export type DeskFlag = z.output<typeof deskFlagSchema>;

/** Answer: whether it is new. It is not where it came before. */
export interface DeskFlagAnswer {
	stored: boolean;
}

/** `POST /manage/contact/flags`: a form of the list. */
export const flagStateSchema = z.strictObject({
	id: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
	state: z.enum(flagStates),
	/** The report's filter, to come back to. Default: none */
	back: z.string().max(300).default(""),
});
