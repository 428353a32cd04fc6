import type { ReportFilter } from "#contract/report-filter.ts";
import type { ZeroResultGroup } from "#contract/reports.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import type { Env } from "../../env.ts";
import { whileCounted } from "../../lib/while-counted.ts";
import { unansweredVisitors } from "../../queries/gap-evidence.ts";
import { toldAfterSearches } from "../../queries/report-lists.ts";
import { searchClusters } from "./search-clusters.ts";

/** The searches that most often found no confident result, put together as the gaps are. */
export function listUnanswered(env: Pick<Env, "DB" | "ASSETS">, site: SiteManifest, filter: ReportFilter, atMost: number): Promise<ZeroResultGroup[]> {
	return whileCounted(env.DB, `unanswered ${JSON.stringify([filter, site.gaps, atMost])}`, () => workOut(env, site, filter, atMost));
}

async function workOut(env: Pick<Env, "DB" | "ASSETS">, site: SiteManifest, filter: ReportFilter, atMost: number): Promise<ZeroResultGroup[]> {
	const { clusters } = await searchClusters(env, site, filter);
	const groups = clusters
		.map(({ phrasings }) => phrasings.filter(({ zero }) => zero > 0).sort((a, b) => b.zero - a.zero || b.lastUnanswered.localeCompare(a.lastUnanswered)))
		.filter((phrasings) => phrasings.length > 0)
		.map((phrasings) => ({
			queries: phrasings.map(({ query }) => query),
			searches: phrasings.reduce((sum, { zero }) => sum + zero, 0),
			lastSeen: phrasings.reduce((last, { lastUnanswered }) => (lastUnanswered > last ? lastUnanswered : last), ""),
			// Single searches are not told by category; these counts are.
			atMostVisitors: phrasings.reduce((sum, { zero, visitors }) => sum + Math.min(zero, visitors), 0),
		}))
		.sort((a, b) => b.searches - a.searches || b.lastSeen.localeCompare(a.lastSeen))
		.slice(0, atMost);
	const spellings = groups.map(({ queries }) => queries);
	const [visitors, told] = await Promise.all([unansweredVisitors(env.DB, filter, spellings), toldAfterSearches(env.DB, filter, spellings)]);
	return groups.map(({ queries: [query = "", ...variants], searches, lastSeen, atMostVisitors }, place) => ({
		...{ query, variants, searches, lastSeen },
		visitors: Math.min(atMostVisitors, visitors[place] ?? 0),
		told: told[place] ?? [],
	}));
}
