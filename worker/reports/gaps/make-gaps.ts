import type { Gap, GapsReport, SearchIncident } from "#contract/gaps.ts";
import { addDays } from "../../lib/days.ts";
import { whileCounted } from "../../lib/while-counted.ts";
import { gapEvidence } from "../../queries/gap-evidence.ts";
import { holdsSample, toldAfterSearches } from "../../queries/report-lists.ts";
import { firstSearchDay, sumGroupDays } from "../../queries/search-sums.ts";
import type { ReportInput } from "../report-input.ts";
import { besideBursts } from "./beside-bursts.ts";
import { describeGap } from "./describe-gap.ts";
import { findIncidents, type ClusterDays } from "./find-incidents.ts";
import { followChanges } from "./follow-changes.ts";
import { gapId } from "./gap-id.ts";
import { judgeClusters } from "./judge-clusters.ts";
import { addSearchSums, costOf, faultOf, fewestVisitors } from "./judge.ts";
import { joinByTrails } from "./join-by-trails.ts";
import { searchClusters, spellingsOf, type SearchCluster } from "./search-clusters.ts";

/** What the searches of a period say. */
interface GapFindings {
	/** Searches put together by what they are for; the most searches first. */
	clusters: SearchCluster[];
	/** To act on, and changes that were made; what costs readers most comes first. */
	gaps: Gap[];
	incidents: SearchIncident[];
	/** There were more different searches than were looked at: the rarest are left out. */
	cut: boolean;
}

/** Clusters whose days, sessions and answers are looked at, those that cost most first. */
const mostLookedAt = 40;
/** A cluster that is no gap may be an incident nevertheless, from so many searches on, most of them of one day. */
const fewestOfPeak = 8;
/** Days that are looked at at least, so that there is an ordinary day to compare with. */
const ordinaryDays = 28;

/** Finds what readers search for in vain, and what to do about it. Rollups must be fresh. */
export function findGaps(input: ReportInput): Promise<GapFindings> {
	return whileCounted(input.env.DB, `gaps ${JSON.stringify([input.filter, input.site.gaps, input.today])}`, () => workOutGaps(input));
}

async function workOutGaps(input: ReportInput): Promise<GapFindings> {
	const { env, site, filter } = input;
	const { from, to, before } = filter;
	const { clusters: all, cut } = await searchClusters(env, site, filter);
	const followed = await followChanges(input, all);
	const others = all.filter((cluster) => !followed.has(cluster));
	const usual = usualTickets(all);
	const faulty = others.filter((cluster) => faultOf(cluster, usual) !== null || cluster.peak * 2 >= Math.max(fewestOfPeak, cluster.searches));
	const looked = faulty.sort((a, b) => costOf(b) - costOf(a)).slice(0, mostLookedAt);
	const ordinary = addDays(to, 1 - ordinaryDays);
	const first = before.from < ordinary ? before.from : ordinary;
	// Days before the site had any search are no ordinary days.
	const span = { from: (await firstSearchDay(env.DB, first)) ?? first, to };
	const days = await sumGroupDays(env.DB, { ...filter, ...span }, spellingsOf(looked));
	const { incidents, bursts, rest } = findIncidents(
		looked.map((cluster, place) => ({ cluster, days: days[place] ?? [] })),
		span,
		from,
	);
	const suspects = rest.map(({ cluster }) => cluster).filter((cluster) => faultOf(cluster, usual) !== null);
	const trails = await gapEvidence(env.DB, filter, spellingsOf(suspects));
	const joined = joinByTrails(suspects, trails);
	const groups = spellingsOf(joined);
	const [evidence, told] = await Promise.all([
		joined.length === suspects.length ? trails : gapEvidence(env.DB, filter, groups),
		toldAfterSearches(env.DB, filter, groups),
	]);
	const daysOf = new Map(rest.flatMap(({ cluster, days: ofCluster }) => cluster.phrasings.map(({ query }) => [query, ofCluster] as const)));
	const open = joined.flatMap((cluster, place) => {
		const found = evidence[place];
		const visitors = Math.min(cluster.visitors, found?.visitors ?? 0);
		if (!found || visitors < fewestVisitors) return [];
		return [{ cluster, evidence: found, visitors, told: told[place] ?? [], days: addDaysOf(cluster, daysOf) }];
	});
	const judged = await judgeClusters(input, [...open, ...(await besideBursts(input, bursts, usual))], usual);
	const gaps = await Promise.all(
		judged.map(async ({ cluster, visitors, days: ofDays, told: words, diagnosis }) => {
			const parts = { id: await gapId(cluster.key), cluster, visitors, days: ofDays, told: words, diagnosis };
			return { cost: costOf({ ...cluster, visitors }), gap: describeGap({ ...parts, landed: null, state: "open" }, site, filter) };
		}),
	);
	const changed = await Promise.all([...followed.values()].map((change) => change.describe(usual)));
	const ranked = [...gaps, ...changed].sort((a, b) => b.cost - a.cost || b.gap.searches - a.gap.searches);
	const clusters = [...others, ...followed.keys()].filter(({ searches }) => searches > 0).sort((a, b) => b.searches - a.searches);
	return { clusters, gaps: ranked.map(({ gap }) => gap), incidents, cut };
}

/** The days of all that a cluster was joined from. */
function addDaysOf({ phrasings }: SearchCluster, daysOf: Map<string, ClusterDays["days"]>): ClusterDays["days"] {
	const parts = new Set(phrasings.map(({ query }) => daysOf.get(query) ?? []));
	const byDay = Map.groupBy([...parts].flat(), ({ day }) => day);
	return [...byDay].map(([day, sums]) => ({ day, ...addSearchSums(sums) })).sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Share of searches that a ticket followed. */
function usualTickets(clusters: SearchCluster[]): number {
	const { searches, ticketed } = addSearchSums(clusters);
	return searches > 0 ? ticketed / searches : 0;
}

/** `GET /api/reports/gaps` */
export async function makeGapsReport(input: ReportInput): Promise<GapsReport> {
	const [{ gaps, incidents }, sample] = await Promise.all([findGaps(input), holdsSample(input.env.DB)]);
	return { from: input.filter.from, to: input.filter.to, sample, gaps, incidents };
}
