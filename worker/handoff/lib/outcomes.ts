import type { Attempt, HandoffNote, Outcome } from "../destination.ts";

/** A value that the settings name is missing. */
export const unconfigured: Outcome = { kind: "unconfigured", reason: "the destination's address or secret is not configured" };

/** The ticket that a note belongs to is gone. */
export const ticketNotFound = { kind: "dead", reason: "the ticket was not found at the desk" } satisfies Outcome;

/** Younger than this a note may have come before the desk's search knows its ticket. In milliseconds. */
const youngMs = 15 * 60_000;

/** The same at a desk whose search lags behind. */
export function ticketNotFoundYet({ createdAt }: HandoffNote, { now }: Attempt): Outcome {
	return { ...ticketNotFound, kind: now - Date.parse(createdAt) < youngMs ? "retry" : "dead" };
}
