import type { OverviewReport } from "#contract/reports.ts";
import { changeInWords, formatValue, verdictWords, votesInWords } from "#worker/reports/format.ts";
import { noLowestRated, noOverdueReviews, noRewrites, noZeroResults, zeroResultsReach } from "#worker/reports/overview-words.ts";

/** A table to print: a title, heads and rows of text. */
export interface Table {
	title: string;
	heads: string[];
	rows: string[][];
	/** What to say instead of an empty table. */
	empty: string;
}

/** The report as tables, for every printer. */
export function overviewTables(report: OverviewReport): Table[] {
	const reach = zeroResultsReach(report);
	return [
		{
			title: "Traffic",
			heads: ["Page views", "Sessions", "Visitor-days"],
			rows: [[report.traffic.pageViews, report.traffic.sessions, report.traffic.visitorDays].map((n) => String(n ?? "–"))],
			empty: "",
		},
		{
			title: "Metrics",
			heads: ["Metric", "Value", "n", "Change", "Target", "Warning", "Verdict"],
			rows: report.metrics.map((metric) => [
				metric.label,
				formatValue(metric.value, metric.unit),
				`${metric.n} ${metric.of}`,
				changeInWords(metric),
				metric.target,
				metric.warning,
				verdictWords[metric.verdict],
			]),
			empty: "",
		},
		{
			title: "Deflections (shown apart, never added)",
			heads: ["State", "Contact sessions"],
			rows: report.metrics.find((metric) => metric.id === "deflection")?.beside.map(({ label, value }) => [label, String(value)]) ?? [],
			empty: "None.",
		},
		{
			title: `Searches without an answer${reach ? `. ${reach}` : ""}`,
			heads: ["Search", "Searches", "Visitors", "Last seen", "Also typed as"],
			rows: report.zeroResults.map((group) => [
				group.query,
				String(group.searches),
				String(group.visitors),
				group.lastSeen,
				group.variants.slice(0, 3).join(" · "),
			]),
			empty: noZeroResults(report),
		},
		{
			title: "Lowest-rated articles",
			heads: ["Article", "Yes", "No", "Helpful (95 % interval)", "Most given reason"],
			rows: report.lowestRated.map((row) => [
				row.title,
				String(row.yes),
				String(row.no),
				`${Math.round(row.lowerBound * 100)}–${Math.round(row.upperBound * 100)} %`,
				row.reason ?? "–",
			]),
			empty: noLowestRated(report),
		},
		{
			title: "Rewritten articles",
			heads: ["Article", "Since", "Helpful before (95 % interval)", "Helpful after (95 % interval)"],
			rows: report.rewrites.map((row) => [row.title, row.since, votesInWords(row.before), votesInWords(row.after)]),
			empty: noRewrites,
		},
		{
			title: "Overdue reviews by owner",
			heads: ["Owner", "Overdue", "Of articles", "Waits the longest", "Due"],
			rows: report.overdueReviews.map((row) => [row.owner, String(row.overdue), String(row.articles), row.longest.title, row.longest.due]),
			empty: noOverdueReviews,
		},
		{
			title: "Tickets by category",
			heads: ["Category", "Tickets", "Before", "Articles"],
			rows: report.ticketsByCategory.map((row) => [row.label, String(row.tickets), String(row.previous), String(row.articles)]),
			empty: "No tickets in this period.",
		},
	];
}

/** What stands above the tables. */
export function overviewTitle(report: OverviewReport): string {
	return `Report ${report.from} to ${report.to} (${report.days} days)`;
}

/** Stands above a report that holds made-up events. */
export const sampleNotice = "These figures contain SAMPLE DATA. Remove it with: npm run sample -- remove";
