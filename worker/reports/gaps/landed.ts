import type { Gap } from "#contract/gaps.ts";
import type { SearchSums } from "../../queries/search-sums.ts";
import { addSearchSums, faultOf } from "./judge.ts";

type Landed = NonNullable<Gap["landed"]>;

/** Searches below which nothing is said of a change. */
const fewestSearches = 5;
/** From this share of searches with a used result on, a gap is closed. */
const closedFrom = 0.5;

/**
 * How searches went before a change was deployed and since. The day itself is left out: nobody knows which of its searches came after.
 * Searches are answered that ended in an article which their readers did not vote down.
 *
 * @param usual share of all searches that a ticket follows
 */
export function landedOn(since: string, days: (SearchSums & { day: string })[], usual: number): { landed: Landed; state: Gap["state"] } {
	const sums = addSearchSums(days.filter(({ day }) => day > since));
	const before = share(addSearchSums(days.filter(({ day }) => day < since)));
	const after = share(sums);
	const state = after.answered === null ? "watching" : after.answered >= closedFrom && faultOf(sums, usual) === null ? "closed" : "failing";
	return { landed: { since, before, after }, state };
}

function share({ searches, used, unhelpful }: SearchSums): { n: number; answered: number | null } {
	return { n: searches, answered: searches < fewestSearches ? null : (used - unhelpful) / searches };
}

/** The next step for a gap that a change was deployed for; null where it fails and its diagnosis says what to do. */
export function nextStepAfter(state: Gap["state"], after: { n: number; answered: number | null }): string | null {
	if (state === "watching") return `Wait: ${after.n} ${after.n === 1 ? "search" : "searches"} since the change, ${fewestSearches} are needed to tell.`;
	if (state === "closed") return `Nothing to do: ${Math.round((after.answered ?? 0) * 100)} % of its searches end in an article since.`;
	return null;
}
