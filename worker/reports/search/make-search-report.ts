import type { ReportData } from "#contract/report-data.ts";
import { addDays } from "../../lib/days.ts";
import { holdsSample } from "../../queries/report-lists.ts";
import { sumEachDay } from "../../queries/rollups.ts";
import { sumGroups, sumSearchDays } from "../../queries/search-sums.ts";
import { findGaps } from "../gaps/make-gaps.ts";
import { spellingsOf } from "../gaps/search-clusters.ts";
import { addSums, narrowSums } from "../narrow.ts";
import { reportHead, type ReportInput } from "../report-input.ts";
import { gapsTable, incidentsTable } from "./gap-tables.ts";
import { clusterTable, clusterTables } from "./cluster-tables.ts";
import { searchCharts } from "./search-charts.ts";
import { searchFigures } from "./search-figures.ts";

/** Counts that this page shows. */
const counted = ["searches", "searches_opened", "searches_answered_in_place", "searches_zero"];

/** `/manage/search`: which searches end well, which do not, and what to do about it. */
export async function makeSearchReport(input: ReportInput): Promise<ReportData> {
	const { env, site, filter, today } = input;
	const [findings, days, daysBefore, current, previously, sample] = await Promise.all([
		findGaps(input),
		sumSearchDays(env.DB, filter),
		sumSearchDays(env.DB, { ...filter, ...filter.before }),
		sumEachDay(env.DB, filter, counted),
		sumEachDay(env.DB, { ...filter, ...filter.before }, counted),
		holdsSample(env.DB),
	]);
	const chosen = clusterTables.map((table) => ({ table, rows: table.choose(findings.clusters) }));
	const shown = [...new Set(chosen.flatMap(({ rows }) => rows))];
	const previous = await sumGroups(env.DB, { ...filter, ...filter.before }, spellingsOf(shown));
	const before = new Map(shown.map((cluster, place) => [cluster, previous[place] ?? 0]));
	const narrow = (all: typeof current) => narrowSums(addSums(all.values()), site, filter.category);
	return {
		...reportHead("search", "Search", input, sample),
		notes: [
			...notesOf(addDays(today, -site.support.retention.events), filter.from),
			...(filter.category !== undefined
				? ["Only searches that were narrowed to this category or led to an article of it are counted: most of those without an answer belong to no category."]
				: []),
			...(findings.cut ? ["There are more different searches than this page looks at: the rarest are left out of its lists."] : []),
		],
		figures: searchFigures({ sums: narrow(current), days }, { sums: narrow(previously), days: daysBefore }),
		charts: searchCharts(filter, days),
		tables: [gapsTable(findings.gaps), incidentsTable(findings.incidents), ...chosen.map(({ table, rows }) => clusterTable(table, rows, before))],
	};
}

function notesOf(firstKept: string, from: string): string[] {
	return firstKept > from ? [`The words of searches are kept for a limited time: the lists of this page reach back to ${firstKept}.`] : [];
}
