import { createAnalyse } from "#site/search/analyse.ts";
import { english } from "#site/search/languages/english.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import type { Env } from "../../env.ts";
import { siteWords, type SiteWords } from "../../lib/site-search.ts";
import { whileCounted } from "../../lib/while-counted.ts";
import { sumQueries, type QuerySums, type SearchFilter, type SearchSums } from "../../queries/search-sums.ts";
import { clusterQueries, type QueryCluster } from "./cluster-queries.ts";
import { addSearchSums } from "./judge.ts";

/** A cluster with what came of its searches. */
export type SearchCluster = QueryCluster<QuerySums> & SearchSums & Pick<QuerySums, "firstSeen" | "lastSeen" | "peak">;

/** Where search does not work, words are put together by what everybody knows of them. */
function plainWords(): SiteWords {
	return { analyse: createAnalyse(english), synonyms: [], articles: 0, holding: () => 0, version: "" };
}

/** Different searches that are looked at, the most frequent first. */
const mostQueries = 3000;

/**
 * The searches of a period, those for one thing together, by what the site knows of their words; the most searches first. Phrasings that the
 * site was changed for are among them, also where nobody searched them.
 *
 * @returns the clusters, and whether the rarest searches were left out
 */
export function searchClusters(
	env: Pick<Env, "DB" | "ASSETS">,
	{ gaps }: SiteManifest,
	filter: SearchFilter,
): Promise<{ clusters: SearchCluster[]; cut: boolean }> {
	const { from, to, locale, category, segment } = filter;
	return whileCounted(env.DB, `clusters ${JSON.stringify([from, to, locale, category, segment, gaps])}`, async () => {
		const queries = await sumQueries(env.DB, filter, mostQueries);
		const noted = withNotedPhrasings(queries, gaps);
		const words = await siteWords(
			env,
			noted.map(({ query }) => query),
		);
		const clusters = clusterQueries(noted, words ?? plainWords()).map((cluster) => joinClusters([cluster]));
		return { clusters, cut: queries.length === mostQueries };
	});
}

/** Adds the phrasings that changes were made for and nobody has searched, so that each finds its cluster. */
function withNotedPhrasings(queries: QuerySums[], changes: SiteManifest["gaps"]): QuerySums[] {
	const known = new Set(queries.map(({ query }) => query));
	const missing = new Set(changes.flatMap(({ phrasings }) => phrasings.map(queryKey)).filter((query) => !known.has(query)));
	return [...queries, ...[...missing].map((query) => ({ ...addSearchSums([]), query, firstSeen: "", lastSeen: "", lastUnanswered: "", peak: 0 }))];
}

/** A phrasing as searches are stored: lower case, single spaces. */
export function queryKey(phrasing: string): string {
	return phrasing.toLowerCase().replace(/\s+/g, " ").trim();
}

/** Several clusters as one, under the name of the first. */
export function joinClusters([first, ...others]: [QueryCluster<QuerySums>, ...QueryCluster<QuerySums>[]]): SearchCluster {
	const phrasings = [first, ...others].flatMap((cluster) => cluster.phrasings).sort((a, b) => b.searches - a.searches);
	const seen = phrasings.filter(({ searches }) => searches > 0);
	return {
		...first,
		phrasings,
		...addSearchSums(phrasings),
		firstSeen: seen.map((phrasing) => phrasing.firstSeen).sort()[0] ?? "",
		lastSeen:
			seen
				.map((phrasing) => phrasing.lastSeen)
				.sort()
				.at(-1) ?? "",
		peak: phrasings.reduce((sum, { peak }) => sum + peak, 0),
	};
}

/** The words of clusters, for looking up what came of them. @param most phrasings of a cluster that are looked at */
export function spellingsOf(clusters: Pick<SearchCluster, "phrasings">[], most = 60): string[][] {
	return clusters.map(({ phrasings }) => phrasings.slice(0, most).map(({ query }) => query));
}
