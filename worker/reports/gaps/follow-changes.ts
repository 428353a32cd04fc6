import { followedDays, type Gap } from "#contract/gaps.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import { addDays } from "../../lib/days.ts";
import { gapChangesSince } from "../../queries/gap-changes.ts";
import { gapEvidence } from "../../queries/gap-evidence.ts";
import { toldAfterSearches } from "../../queries/report-lists.ts";
import { sumGroupDays } from "../../queries/search-sums.ts";
import type { ReportInput } from "../report-input.ts";
import { describeGap } from "./describe-gap.ts";
import { diagnose, type Diagnosis } from "./diagnose.ts";
import { addSearchSums, costOf, faultOf } from "./judge.ts";
import { landedOn } from "./landed.ts";
import { replay } from "./replay.ts";
import { queryKey, spellingsOf, type SearchCluster } from "./search-clusters.ts";

type Changes = SiteManifest["gaps"];

/** A change that was deployed for a cluster of searches. */
interface FollowedChange {
	/** @param usual share of all searches that a ticket follows */
	describe(usual: number): Promise<{ cost: number; gap: Gap }>;
}

/** The clusters that the site's latest changes were made for. Of several changes for one cluster the last one counts. */
export async function followChanges(input: ReportInput, clusters: SearchCluster[]): Promise<Map<SearchCluster, FollowedChange>> {
	const { env, site, today } = input;
	const since = await gapChangesSince(
		env.DB,
		site.gaps.map(({ id }) => id),
	);
	const followed = new Map<SearchCluster, FollowedChange>();
	for (const change of site.gaps) {
		// Not seen by cron yet: it was deployed a moment ago.
		const day = since.get(change.id) ?? today;
		const cluster = clusterOf(change.phrasings, clusters);
		if (cluster && day >= addDays(today, -followedDays)) followed.set(cluster, { describe: (usual) => describeChange(input, change, cluster, day, usual) });
	}
	return followed;
}

/** The cluster that holds most of a change's phrasings; of several the one that is searched most. */
function clusterOf(phrasings: string[], clusters: SearchCluster[]): SearchCluster | null {
	const noted = new Set(phrasings.map(queryKey));
	const held = (cluster: SearchCluster) => cluster.phrasings.filter(({ query }) => noted.has(query)).length;
	const [best] = clusters.filter((cluster) => held(cluster) > 0).sort((a, b) => held(b) - held(a) || b.searches - a.searches);
	return best ?? null;
}

async function describeChange(
	input: ReportInput,
	change: Changes[number],
	cluster: SearchCluster,
	since: string,
	usual: number,
): ReturnType<FollowedChange["describe"]> {
	const { env, site, filter } = input;
	const groups = spellingsOf([cluster]);
	const compared = addDays(since, -filter.days);
	const [[all = []], [evidence], [told = []]] = await Promise.all([
		sumGroupDays(env.DB, { ...filter, from: compared < filter.before.from ? compared : filter.before.from }, groups),
		gapEvidence(env.DB, filter, groups),
		toldAfterSearches(env.DB, filter, groups),
	]);
	const { landed, state } = landedOn(
		since,
		all.filter(({ day }) => day >= compared),
		usual,
	);
	const after = addSearchSums(all.filter(({ day }) => day > since));
	const diagnosis = await diagnoseChange();
	const visitors = Math.min(cluster.visitors, evidence?.visitors ?? 0);
	// What is mended costs nothing any more.
	const cost = state === "failing" ? costOf({ ...after, visitors: Math.min(after.visitors, visitors) }) : 0;
	return { cost, gap: describeGap({ id: change.id, cluster, visitors, days: all, told, diagnosis, landed, state }, site, filter) };

	/** Why it still fails; else what was the matter before. */
	async function diagnoseChange(): Promise<Diagnosis> {
		const fault = state === "failing" ? (faultOf(after, usual) ?? "not-clicked") : null;
		// A site that was built before says nothing: synonyms alone are for other words.
		const before = change.diagnosis ?? (change.article === null ? "other-words" : "no-article");
		if (fault === null || !evidence) return { diagnosis: before, article: change.article };
		return diagnose(fault, after, await replay(env, cluster, told), evidence, (article) => site.articles[article]?.archived === false);
	}
}
