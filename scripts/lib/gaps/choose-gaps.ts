import type { Gap } from "#contract/gaps.ts";

/** Gaps to act on, and ids that were asked for and are not in the report. */
export interface Chosen {
	gaps: Gap[];
	unknown: string[];
}

/**
 * Chooses gaps of a report: those with the given ids whatever their state, or the first `take` that are open or still fail. The report
 * has the most important ones first.
 */
export function chooseGaps(gaps: readonly Gap[], { only, take }: { only?: readonly string[] | undefined; take: number }): Chosen {
	if (!only) return { gaps: gaps.filter(({ state }) => state === "open" || state === "failing").slice(0, take), unknown: [] };
	return { gaps: gaps.filter(({ id }) => only.includes(id)), unknown: only.filter((id) => !gaps.some((gap) => gap.id === id)) };
}
