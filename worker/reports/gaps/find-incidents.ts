import type { SearchIncident } from "#contract/gaps.ts";
import type { SearchSums } from "../../queries/search-sums.ts";
import { addDays } from "../../lib/days.ts";
import { findBurst, type Burst } from "./incidents.ts";
import type { SearchCluster } from "./search-clusters.ts";

/** A cluster with what came of it, by day. */
export interface ClusterDays {
	cluster: SearchCluster;
	days: (SearchSums & { day: string })[];
}

/** Beside a burst, smaller clusters are part of it that came on the same days with such a share, and such a number, of their searches. */
const shareOfSame = 0.75;
const fewestOfSame = 3;

/** A cluster that came in a burst. */
export interface BurstOf {
	of: ClusterDays;
	burst: Burst;
}

/**
 * Tells incidents of a period from the rest: clusters that came in a burst, with what came on the same days. The latest first.
 *
 * @param span the days that were looked at
 * @param from first day of the period; a burst before it is none of the period's
 */
export function findIncidents(
	all: ClusterDays[],
	span: { from: string; to: string },
	from: string,
): { incidents: SearchIncident[]; bursts: BurstOf[]; rest: ClusterDays[] } {
	const found: BurstOf[] = [];
	const rest: ClusterDays[] = [];
	for (const of of all) {
		const burst = burstOf(of, span, from);
		if (burst) found.push({ of, burst });
		else rest.push(of);
	}
	const bursts = found.map(({ burst }) => burst);
	const apart = rest.filter((of) => {
		const same = bursts.find((burst) => cameWith(of, burst));
		if (same) found.push({ of, burst: { ...same, searches: searchesWithin(of, same), usual: 0 } });
		return !same;
	});
	return { incidents: describe(found), bursts: found, rest: apart };
}

/** A cluster's burst in the period. Those before it say nothing of ordinary days. */
function burstOf({ cluster, days }: ClusterDays, span: { from: string; to: string }, from: string): Burst | null {
	const words = cluster.phrasings.map(({ query }) => query);
	const before = { from: span.from, to: addDays(from, -1) };
	const earlier = (all: ClusterDays["days"]) =>
		findBurst(
			all.filter(({ day }) => day < from),
			before,
			words,
		);
	let left = days;
	for (let early = earlier(left); early; early = earlier(left)) left = without(left, early);
	const burst = findBurst(left, span, words);
	return burst && burst.last >= from ? burst : null;
}

/** The days beside a burst. */
export function without<Day extends { day: string }>(days: Day[], { first, last }: Burst): Day[] {
	return days.filter(({ day }) => day < first || day > last);
}

const within = ({ first, last }: Burst, day: string) => day >= first && day <= last;

function searchesWithin({ days }: ClusterDays, burst: Burst): number {
	return days.reduce((sum, { day, searches }) => (within(burst, day) ? sum + searches : sum), 0);
}

function cameWith(of: ClusterDays, burst: Burst): boolean {
	const all = of.days.reduce((sum, { searches }) => sum + searches, 0);
	const then = searchesWithin(of, burst);
	return then >= fewestOfSame && then >= shareOfSame * all;
}

/** Bursts of the same days are one incident. */
function describe(found: readonly BurstOf[]): SearchIncident[] {
	const incidents: SearchIncident[] = [];
	for (const one of [...found].sort((a, b) => b.burst.searches - a.burst.searches)) {
		const { first, last, searches, usual } = one.burst;
		const known = incidents.find((incident) => incident.first <= last && first <= incident.last);
		const incident = known ?? { first, last, queries: [], searches: 0, usual: 0, ticketed: 0 };
		if (!known) incidents.push(incident);
		incident.searches += searches;
		incident.usual += usual;
		incident.ticketed += one.of.days.reduce((sum, { day, ticketed }) => (within(one.burst, day) ? sum + ticketed : sum), 0);
		incident.queries.push(...one.of.cluster.phrasings.slice(0, 3).map(({ query }) => query));
	}
	const rounded = incidents.map((incident) => ({ ...incident, usual: Math.round(incident.usual * 10) / 10 }));
	return rounded.sort((a, b) => (a.first < b.first ? 1 : -1));
}
