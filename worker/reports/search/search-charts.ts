import type { Chart } from "#contract/report-data.ts";
import type { ReportFilter } from "#contract/report-filter.ts";
import type { SearchSums } from "../../queries/search-sums.ts";
import { bucketsOf } from "../buckets.ts";
import { addSearchSums } from "../gaps/judge.ts";
import { metricDefinitions } from "../metric-definitions.ts";

/** n below which a point of a line says nothing: less than a period needs, because its neighbours stand beside it. */
const fewest = 5;

/** How searches went over time: by day, or by week where the period is longer than 31 days. */
export function searchCharts(filter: ReportFilter, days: Map<string, SearchSums>): Chart[] {
	const parts = bucketsOf(filter).map(({ first, last }) => ({
		day: first,
		sums: addSearchSums([...days].filter(([day]) => day >= first && day <= last).map(([, sums]) => sums)),
	}));
	const share = (part: (sums: SearchSums) => number) =>
		parts.map(({ day, sums }) => ({ day, value: sums.searches >= fewest ? part(sums) / sums.searches : null, n: sums.searches }));
	const every = filter.days > 31 ? "week" : "day";
	return [
		{
			id: "search-outcomes",
			title: `How searches end, by ${every}`,
			summary: `Of each ${every}'s searches: the share that ended in an article, and the share without a good answer. Below ${fewest} searches there is no point.`,
			series: [
				{ label: "Search success", unit: "rate", points: share(({ used }) => used), target: metricDefinitions["search-success"].goal },
				{ label: "Zero-result searches", unit: "rate", points: share(({ zero }) => zero), target: metricDefinitions["zero-results"].goal },
			],
		},
		{
			id: "searches",
			title: `Searches, by ${every}`,
			summary: `Settled searches of each ${every}.`,
			series: [{ label: "Searches", unit: "count", points: parts.map(({ day, sums }) => ({ day, value: sums.searches })) }],
		},
	];
}
