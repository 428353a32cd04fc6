import type { ReportTable } from "#contract/report-table.ts";
import type { SearchSums } from "../../queries/search-sums.ts";
import type { SearchCluster } from "../gaps/search-clusters.ts";
import { alsoLine, searchHref } from "./gap-tables.ts";

/** One list of searches. */
interface ClusterTable {
	id: string;
	caption: string;
	definition: string;
	empty: string;
	/** Head and definition of its own column; the list is sorted by it. */
	label: string;
	counts: string;
	part: (sums: SearchSums) => number;
	/** Default: the clusters that have any of it, the most first. */
	choose: (clusters: SearchCluster[]) => SearchCluster[];
}

/** Rows of a list. */
const atMost = 50;
/** Searches below which a share says nothing. */
const fewest = 5;
const spellings = 4;

function listOf(table: Omit<ClusterTable, "choose"> & Partial<Pick<ClusterTable, "choose">>): ClusterTable {
	const { part } = table;
	return {
		choose: (clusters) =>
			clusters
				.filter((cluster) => part(cluster) > 0)
				.sort((a, b) => part(b) - part(a) || b.searches - a.searches)
				.slice(0, atMost),
		...table,
	};
}

/** The lists of searches by how they end; all spellings of one thing together. */
export const clusterTables: ClusterTable[] = [
	listOf({
		id: "top",
		caption: "Top searches",
		definition: "What readers search for most.",
		empty: "Nobody has searched in this period.",
		label: "Ended in an article",
		counts: "Searches of which a result was opened, or its quick answer in place.",
		part: ({ used }) => used,
		choose: (clusters) => clusters.slice(0, atMost),
	}),
	listOf({
		id: "zero-results",
		caption: "Searches without an answer",
		definition: "Searches without a confident result, whatever nearest topics were shown.",
		empty: "Every search found an answer.",
		label: "Without an answer",
		counts: "Searches without a confident result.",
		part: ({ zero }) => zero,
	}),
	listOf({
		id: "no-click",
		caption: "Found, not opened",
		definition: "Searches that showed a confident result of which nothing was opened, not even a quick answer in place.",
		empty: "Of every search that found something, a result was used.",
		label: "Not opened",
		counts: "Searches with a confident result of which nothing was used.",
		part: ({ unused }) => unused,
	}),
	listOf({
		id: "refined",
		caption: "Refined searches",
		definition: "Searches after which the session tried other words within five minutes, without having used a result: the first results were poor.",
		empty: "Nobody had to search again.",
		label: "Refined",
		counts: "Searches that were followed by other words.",
		part: ({ refined }) => refined,
	}),
	listOf({
		id: "followed-by-ticket",
		caption: "Searches followed by a ticket",
		definition: "Searches after which the same session sent a ticket: what was found did not help.",
		empty: "No ticket came after a search.",
		label: "Tickets",
		counts: "Searches whose session sent a ticket afterwards.",
		part: ({ ticketed }) => ticketed,
	}),
	listOf({
		id: "abandoned",
		caption: "Abandoned searches",
		definition: "Searches of which nothing was used, and after which nothing came in their session.",
		empty: "Nobody left after a search.",
		label: "Abandoned",
		counts: "Searches with which a session ended, without a result used.",
		part: ({ abandoned }) => abandoned,
	}),
];

/** Writes a list down. @param before searches of each cluster in the period before */
export function clusterTable(
	{ id, caption, definition, empty, label, counts, part }: ClusterTable,
	rows: SearchCluster[],
	before: Map<SearchCluster, number>,
): ReportTable {
	return {
		...{ id, caption, definition, empty },
		columns: [
			{ key: "search", label: "Search", definition: "The most frequent phrasing; it leads to what readers see." },
			{ key: "searches", label: "Searches", unit: "count", definition: "Settled searches with any of the phrasings." },
			{ key: "visitors", label: "Visitors", unit: "count", definition: "Visitor-days: a visitor counts once a day for each phrasing." },
			{ key: "part", label, unit: "count", definition: counts },
			{ key: "share", label: "Share", unit: "rate", definition: `Of its searches. None below ${fewest} searches.` },
			{
				key: "previous",
				label: "Period before",
				unit: "count",
				definition: "Searches of the period of the same length before, in the ways of writing of the last 90 days.",
			},
			{ key: "last_seen", label: "Last seen", unit: "day", definition: "The last day on which it was searched." },
		],
		rows: rows.map((cluster) => {
			const { query, phrasings, searches, visitors, lastSeen } = cluster;
			const others = phrasings.filter((phrasing) => phrasing.searches > 0 && phrasing.query !== query).map((phrasing) => phrasing.query);
			return {
				cells: {
					...{ search: query, searches, visitors, part: part(cluster), share: searches >= fewest ? part(cluster) / searches : null },
					...{ previous: before.get(cluster) ?? 0, last_seen: lastSeen },
				},
				href: searchHref(query),
				...(others.length > 0 && { more: [alsoLine(others, spellings)] }),
			};
		}),
	};
}
