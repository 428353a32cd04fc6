import type { Figure } from "#contract/report-data.ts";
import type { SearchSums } from "../../queries/search-sums.ts";
import type { Sums } from "../../queries/rollups.ts";
import { addSearchSums } from "../gaps/judge.ts";
import { metricDefinitions, metricFigure } from "../metric-definitions.ts";
import { total } from "../metrics.ts";

/** What the figures of one period are made from. */
interface Period {
	/** Counts that are kept for good. */
	sums: Sums;
	/** What came of searches, by day, as long as their words are kept. */
	days: Map<string, SearchSums>;
}

/** n below which a share says nothing. */
const fewest = 20;

interface Share {
	id: string;
	label: string;
	definition: string;
	href: string;
	part: (sums: SearchSums) => number;
}

const shares: Share[] = [
	{
		id: "no-click",
		label: "Found, not opened",
		definition: "Settled searches that showed a confident result of which nothing was opened, not even a quick answer in place, ÷ settled searches.",
		href: "#no-click",
		part: ({ unused }) => unused,
	},
	{
		id: "refined",
		label: "Refined",
		definition: "Settled searches after which the session searched other words within five minutes, without having used a result, ÷ settled searches.",
		href: "#refined",
		part: ({ refined }) => refined,
	},
	{
		id: "followed-by-ticket",
		label: "Followed by a ticket",
		definition: "Settled searches after which the same session sent a ticket ÷ settled searches.",
		href: "#followed-by-ticket",
		part: ({ ticketed }) => ticketed,
	},
	{
		id: "abandoned",
		label: "Abandoned",
		definition:
			"Settled searches of which no result was used and after which nothing came in their session ÷ settled searches. Sessions that are not known do not count as abandoned.",
		href: "#abandoned",
		part: ({ abandoned }) => abandoned,
	},
];

/** The figures of the search page: searches, how many end well, and how the others end. */
export function searchFigures(now: Period, before: Period): Figure[] {
	const [sums, sumsBefore] = [now, before].map(({ days }) => addSearchSums(days.values()));
	return [
		{
			id: "searches",
			label: "Searches",
			value: total(now.sums, "searches"),
			unit: "count",
			definition: "Settled searches: 1.5 s without typing, Enter, or a result used. A search that a later one of its session only extended is not counted.",
			previous: total(before.sums, "searches"),
			href: "#top",
		},
		rateOf("search-success", "#top", now, before, (all) => total(all, "searches_opened") + total(all, "searches_answered_in_place")),
		rateOf("zero-results", "#zero-results", now, before, (all) => total(all, "searches_zero")),
		...shares.map(({ part, ...share }): Figure => {
			const [n, nBefore] = [sums?.searches ?? 0, sumsBefore?.searches ?? 0];
			return {
				...share,
				value: sums && n >= fewest ? part(sums) / n : null,
				unit: "rate",
				n,
				of: "searches",
				previous: sumsBefore && nBefore >= fewest ? part(sumsBefore) / nBefore : null,
			};
		}),
	];
}

/** One of the seven metrics of the overview, counted as there. */
function rateOf(id: "search-success" | "zero-results", href: string, now: Period, before: Period, part: (sums: Sums) => number): Figure {
	const { minimum } = metricDefinitions[id];
	const read = ({ sums }: Period) => {
		const n = total(sums, "searches");
		return { n, value: n >= minimum ? part(sums) / n : null };
	};
	return metricFigure(id, read(now), read(before).value, href);
}
