import type { SearchSums } from "../../queries/search-sums.ts";
import { wilsonInterval } from "../wilson.ts";

/** How searches for one thing go wrong. */
export type Fault = "unanswered" | "not-clicked" | "not-helpful";

/** Visitor-days below which nothing is called a gap: what two people typed may be chance. */
export const fewestVisitors = 3;

/** From this share of searches without an answer on, a thing is unanswered; unless so many were served by what was shown nevertheless. */
const unanswered = 0.5;
const servedAnyway = 0.5;
/** Where search success needs attention (docs/metrics.md); where a good part of the searches found nothing either, less is needed to say so. */
const successWarning = 0.4;
const partlyUnanswered = { zero: 0.25, success: 0.5 };
/** Readers who say No or write a ticket: never a fault below this share and number, nor below twice what is usual on the site. */
const unhelpfulShare = 0.2;
const fewestUnhelpful = 5;
/** What a ticket weighs against a search that led to nothing: somebody had to write, and somebody had to answer. */
const ticketWeight = 3;

/**
 * What is wrong with searches for one thing, or null. “Found but not used” and “used but not helpful” are said only where chance does not
 * explain them (Wilson, 95 %).
 *
 * @param usual share of all searches that a ticket follows
 */
export function faultOf({ searches, zero, used, ticketed, unhelpful }: SearchSums, usual: number): Fault | null {
	if (searches === 0) return null;
	if (zero >= unanswered * searches && used < servedAnyway * searches) return "unanswered";
	const { upper } = wilsonInterval(used, searches - used);
	if (zero >= partlyUnanswered.zero * searches && upper < partlyUnanswered.success) return "unanswered";
	if (upper < successWarning) return "not-clicked";
	const said = Math.min(searches, Math.max(unhelpful, ticketed));
	const least = Math.max(unhelpfulShare, 2 * usual);
	return said >= fewestUnhelpful && wilsonInterval(said, searches - said).lower >= least ? "not-helpful" : null;
}

/**
 * What searches for one thing cost readers: visitor-days, times the mean harm of a search. A search that led to nothing or to a No counts 1,
 * one that a ticket followed counts 3 more.
 */
export function costOf({ searches, visitors, used, ticketed, unhelpful }: SearchSums): number {
	const harm = searches - used + unhelpful + ticketWeight * ticketed;
	return searches > 0 ? (visitors * harm) / searches : 0;
}

const nothing: SearchSums = { searches: 0, visitors: 0, zero: 0, used: 0, unused: 0, refined: 0, ticketed: 0, abandoned: 0, unhelpful: 0 };

/** Adds up what came of searches. */
export function addSearchSums(all: Iterable<SearchSums>): SearchSums {
	const sum = { ...nothing };
	const names = Object.keys(nothing) as (keyof SearchSums)[];
	for (const one of all) for (const name of names) sum[name] += one[name];
	return sum;
}
