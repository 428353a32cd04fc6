import * as z from "zod";
import { articleRef } from "./shared.ts";

/** What has been done about something that readers said of an article. */
export const triageStates = ["pending", "in-progress", "resolved", "dismissed"] as const;
export type TriageState = (typeof triageStates)[number];

const base = {
	article: articleRef,
	/** The state it gets. */
	state: z.enum(triageStates),
	/** The report's filter, to come back to. Default: none */
	back: z.string().max(300).default(""),
};

/** `POST /manage/articles/triage`: a form of the inbox. */
export const triageSchema = z.discriminatedUnion("kind", [
	z.strictObject({
		...base,
		kind: z.literal("reason"),
		revision: z.string().max(60),
		reason: z.string().max(60),
	}),
	z.strictObject({
		...base,
		kind: z.literal("comment"),
		/** Day of the vote, and the id that the inbox gave it. */
		day: z.iso.date(),
		id: z.string().regex(/^[A-Za-z0-9_-]{16}$/),
	}),
]);

export type Triage = z.output<typeof triageSchema>;
