import * as z from "zod";
import { line } from "./shared.ts";
import type { DeskStatus } from "./tickets.ts";

const states = ["open", "waiting", "solved", "closed"] as const satisfies DeskStatus[];

// Some desks write an offset without its colon, and no seconds.
const moment = z
	.string()
	.transform((text) => text.replace(/([+-]\d{2})(\d{2})$/, "$1:$2"))
	.pipe(z.iso.datetime({ offset: true, error: "must be a time like 2026-11-20T10:00:00Z" }))
	.transform((text) => Date.parse(text));

/** `POST /api/desk/<destination>`: what a desk says of a ticket. One of `deliveryId` and `deskReference` names it; both must fit where both are there. */
export const deskUpdateSchema = z
	.strictObject({
		/** The external id that the ticket was made with. */
		deliveryId: z.uuid().optional(),
		/** The desk's own number, as it was answered when the ticket was made. */
		deskReference: z.string().min(1).max(100).optional(),
		/** How it stands at the desk. `waiting`: for the customer. `closed`: for good. From the first word but `open` on, somebody has answered. */
		status: z.enum(states).optional(),
		/** It went to a higher level, or to somebody's superior. Kept for good. */
		escalated: z.literal(true).optional(),
		/** When the ticket changed, ISO 8601. Default: when the message was signed. Older news than what is known changes nothing. */
		at: moment.optional(),
		/** A number or name that the customer may see in place of the desk's own number. */
		publicReference: line(100).min(1).optional(),
	})
	.refine(({ deliveryId, deskReference }) => deliveryId !== undefined || deskReference !== undefined, {
		error: "deliveryId or deskReference is needed",
		path: ["deliveryId"],
	})
	.refine(({ status, escalated }) => status !== undefined || escalated !== undefined, { error: "status or escalated is needed", path: ["status"] });

export type DeskUpdate = z.output<typeof deskUpdateSchema>;

/** Answer: whether the update changed something. It does not where it is old news, or where the ticket is none of ours. */
export interface DeskUpdateAnswer {
	applied: boolean;
}
