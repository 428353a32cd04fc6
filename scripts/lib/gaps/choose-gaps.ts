import type { Gap } from "#contract/gaps.ts";

/** Gaps to act on, with those that a change is for already; and ids that were asked for and are not in the report. */
export interface Chosen {
	gaps: Gap[];
	unknown: string[];
}

/** Which gaps are wanted. */
interface Wishes {
	only?: readonly string[] | undefined;
	take: number;
	/** Whether a change is for a gap already: nothing can be done by the command then. */
	isDone: (gap: Gap) => boolean;
}

/**
 * Chooses gaps of a report: those with the given ids whatever their state, or the first `take` to act on among those that are open or still
 * fail; the ones that are done come along to be told, and take the place of none. The report has the most important ones first.
 */
export function chooseGaps(gaps: readonly Gap[], { only, take, isDone }: Wishes): Chosen {
	if (only) return { gaps: gaps.filter(({ id }) => only.includes(id)), unknown: only.filter((id) => !gaps.some((gap) => gap.id === id)) };
	const bad = gaps.filter(({ state }) => state === "open" || state === "failing");
	const taken = new Set(bad.filter((gap) => !isDone(gap)).slice(0, take));
	return { gaps: bad.filter((gap) => taken.has(gap) || isDone(gap)), unknown: [] };
}
