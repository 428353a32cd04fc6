import type { OverviewReport } from "#contract/reports.ts";
import type { ReportTable } from "#contract/report-table.ts";
import { votesInWords } from "./format.ts";
import { noLowestRated, noOverdueReviews, noRewrites, noZeroResults, zeroResultsReach } from "./overview-words.ts";
import { votesNeededInWords } from "./votes-needed.ts";

/** Other spellings that are shown under a search. */
const spellings = 4;

/** The lists of the overview, as they stand on its page and in its CSV files. */
export function overviewTables(report: OverviewReport): ReportTable[] {
	return [zeroResults(report), lowestRated(report), rewrites(report), overdueReviews(report), ticketsByCategory(report)];
}

function zeroResults(report: OverviewReport): ReportTable {
	const reach = zeroResultsReach(report);
	return {
		id: "zero",
		caption: "Searches without an answer",
		definition: `Settled searches that found nothing confident, all spellings of one thing together, the most frequent first.${reach ? ` ${reach}` : ""}`,
		columns: [
			{ key: "search", label: "Search", definition: "The most frequent spelling." },
			{ key: "searches", label: "Searches", unit: "count", definition: "Settled searches with any of the spellings." },
			{ key: "visitors", label: "Visitors", unit: "count", definition: "Visitor-days: a visitor counts once a day, however many spellings were tried." },
			{ key: "last_seen", label: "Last seen", unit: "day" },
		],
		rows: report.zeroResults.map(({ query, variants, searches, visitors, lastSeen, told }) => ({
			cells: { search: query, searches, visitors, last_seen: lastSeen },
			href: `/search/?q=${encodeURIComponent(query)}`,
			more: [...(variants.length > 0 ? [`also: ${variants.slice(0, spellings).join(" · ")}`] : []), ...told.map((text) => `was looking for: “${text}”`)],
			action: "See what readers see, then write it: npm run gaps",
		})),
		empty: [noZeroResults(report), ...(reach ? [reach] : [])].join(" "),
	};
}

function lowestRated(report: OverviewReport): ReportTable {
	return {
		id: "rated",
		caption: "Lowest-rated articles",
		definition: `Articles with ${votesNeededInWords} or more that are surely below the target of 80 %, the worst first.`,
		columns: [
			{ key: "article", label: "Article" },
			{ key: "yes", label: "Yes", unit: "count" },
			{ key: "no", label: "No", unit: "count" },
			{ key: "lower", label: "At least", unit: "rate", definition: "Lower bound of the share of Yes (Wilson, 95 %)." },
			{ key: "upper", label: "At most", unit: "rate", definition: "Upper bound of the share of Yes (Wilson, 95 %)." },
			{ key: "reason", label: "Most given reason", definition: "The reason that was chosen most often after No." },
		],
		rows: report.lowestRated.map(({ title, url, file, edit, yes, no, lowerBound, upperBound, reason }) => ({
			cells: { article: title, yes, no, lower: lowerBound, upper: upperBound, reason },
			...(url && { href: url }),
			action: `Rewrite: ${file}`,
			...(edit !== null && { actionHref: edit }),
		})),
		empty: noLowestRated(report),
	};
}

function rewrites({ rewrites: articles }: OverviewReport): ReportTable {
	return {
		id: "rewrites",
		caption: "Rewritten articles",
		definition: "What readers said before and after the last rewrite, with 95 % intervals (Wilson); whatever the period.",
		columns: [
			{ key: "article", label: "Article" },
			{ key: "since", label: "Since", unit: "day", definition: "The day on which the current revision was first seen." },
			{ key: "before", label: "Helpful before" },
			{ key: "after", label: "Helpful after" },
		],
		rows: articles.map(({ title, url, since, before, after }) => ({
			cells: { article: title, since, before: votesInWords(before), after: votesInWords(after) },
			href: url,
		})),
		empty: noRewrites,
	};
}

function overdueReviews({ overdueReviews: owners }: OverviewReport): ReportTable {
	return {
		id: "overdue",
		caption: "Overdue reviews by owner",
		definition: "Articles whose review has run out, whoever is behind the longest first. Archived articles need none.",
		columns: [
			{ key: "owner", label: "Owner" },
			{ key: "overdue", label: "Overdue", unit: "count" },
			{ key: "articles", label: "Of articles", unit: "count" },
			{ key: "longest", label: "Waits the longest" },
			{ key: "due", label: "Due", unit: "day" },
		],
		rows: owners.map(({ owner, overdue, articles, longest }) => ({
			cells: { owner, overdue, articles, longest: longest.title, due: longest.due },
			action: `Review, then set lastReviewed: ${longest.file}`,
			...(longest.edit !== null && { actionHref: longest.edit }),
		})),
		empty: noOverdueReviews,
	};
}

function ticketsByCategory({ ticketsByCategory: categories }: OverviewReport): ReportTable {
	return {
		id: "tickets",
		caption: "Tickets by category",
		definition: "Tickets of the period by the category that the customer chose, with the articles that say they answer it.",
		columns: [
			{ key: "category", label: "Category" },
			{ key: "tickets", label: "Tickets", unit: "count" },
			{ key: "previous", label: "Period before", unit: "count" },
			{ key: "articles", label: "Articles that answer it", unit: "count" },
		],
		rows: categories.map(({ label, tickets, previous, articles, covered }) => ({
			cells: { category: label, tickets, previous, articles: articles > 0 || covered ? articles : null },
			...(covered && articles === 0 && { action: "No article answers it: write one" }),
		})),
		empty: "No tickets in this period.",
	};
}
