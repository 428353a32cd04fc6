import { createAnalyse } from "#site/search/analyse.ts";
import { english } from "#site/search/languages/english.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import type { Env } from "../../env.ts";
import { addDays } from "../../lib/days.ts";
import { siteWords, type SiteWords } from "../../lib/site-search.ts";
import { whileCounted } from "../../lib/while-counted.ts";
import { sumQueries, type QuerySums, type SearchFilter, type SearchSums } from "../../queries/search-sums.ts";
import { clusterQueries, type AskedQuery, type QueryCluster } from "./cluster-queries.ts";
import { addSearchSums } from "./judge.ts";

/** A cluster with what came of its searches. */
export type SearchCluster = QueryCluster<QuerySums> & SearchSums & Pick<QuerySums, "firstSeen" | "lastSeen" | "peak">;

/** Where search does not work, words are put together by what everybody knows of them. */
function plainWords(): SiteWords {
	return { analyse: createAnalyse(english), synonyms: [], articles: 0, holding: () => 0, version: "" };
}

/** Different searches that are looked at, the most frequent first. */
const mostQueries = 3000;

/** Days that are looked at, so that a thing has one name in a week's report and in a month's, and a slip of one week is known by the others. */
const namedByDays = 90;

/**
 * The searches of a period, those for one thing together, by what the site knows of their words; the most searches first. They are put
 * together and named by the searches of a longer time. Phrasings that the site was changed for are among them, also where nobody searched them.
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
		const earliest = addDays(to, 1 - namedByDays);
		const [queries, longer] = await Promise.all([
			sumQueries(env.DB, filter, mostQueries),
			earliest < from ? sumQueries(env.DB, { ...filter, from: earliest }, mostQueries) : null,
		]);
		const asked = askedQueries(queries, longer ?? queries, gaps);
		const words = await siteWords(
			env,
			asked.map(({ query }) => query),
		);
		const clusters = clusterQueries(asked, words ?? plainWords())
			.filter(({ phrasings }) => phrasings.some(({ sums, change }) => sums.searches > 0 || change !== undefined))
			.map((cluster) => joinClusters([{ ...cluster, phrasings: cluster.phrasings.map(({ sums }) => sums) }]));
		return { clusters: clusters.sort((a, b) => b.searches - a.searches), cut: queries.length === mostQueries };
	});
}

/** A search as clusters are made of it: how often in the longer time, and what came of it in the period. */
interface AskedOfPeriod extends AskedQuery {
	sums: QuerySums;
}

/** The searches of a period, and as many of a longer time as there is room for; with the phrasings that changes were made for. */
function askedQueries(queries: QuerySums[], longer: QuerySums[], changes: SiteManifest["gaps"]): AskedOfPeriod[] {
	// Of several changes for one phrasing the last one counts.
	const changeOf = new Map(changes.flatMap(({ phrasings }, place) => phrasings.map((phrasing) => [queryKey(phrasing), place] as const)));
	const often = new Map(longer.map(({ query, searches }) => [query, searches]));
	const ofPeriod = new Map(queries.map((sums) => [sums.query, sums]));
	const others = longer.filter(({ query }) => !ofPeriod.has(query)).slice(0, mostQueries - queries.length);
	const all = new Set([...ofPeriod.keys(), ...others.map(({ query }) => query), ...changeOf.keys()]);
	return [...all].map((query) => {
		const sums = ofPeriod.get(query) ?? { ...addSearchSums([]), query, firstSeen: "", lastSeen: "", lastUnanswered: "", peak: 0 };
		return { query, sums, searches: often.get(query) ?? sums.searches, change: changeOf.get(query) };
	});
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
