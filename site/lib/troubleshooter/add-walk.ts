import type { TrailEntry } from "#contract/tickets.ts";

/** A walk through a troubleshooter, as the trail keeps it. */
export type Walk = Extract<TrailEntry, { kind: "guided" }>;

/** Walks that a trail keeps: a message has to stay small enough to be sent. */
const mostWalks = 5;

/** Whether everything that one walk says is said by the other, too. */
function isPartOf(one: Walk, other: TrailEntry): boolean {
	if (other.kind !== "guided" || other.article !== one.article) return false;
	if (one.outcome !== undefined && (one.outcome !== other.outcome || one.answers.length !== other.answers.length)) return false;
	return one.answers.every(({ question, answer }, index) => other.answers[index]?.question === question && other.answers[index].answer === answer);
}

/** The trail with a walk, as far as it has come: in place of its own beginning, and not at all where it only goes back. */
export function addWalk(trail: readonly TrailEntry[], walk: Walk): TrailEntry[] {
	if (walk.answers.length === 0 || trail.some((entry) => isPartOf(walk, entry))) return [...trail];
	const others = trail.filter((entry) => entry.kind !== "guided" || !isPartOf(entry, walk));
	const walks = others.filter(({ kind }) => kind === "guided");
	const tooOld = new Set(walks.slice(0, Math.max(0, walks.length + 1 - mostWalks)));
	return [...others.filter((entry) => !tooOld.has(entry)), walk];
}
