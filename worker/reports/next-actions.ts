import type { Gap } from "#contract/gaps.ts";
import type { OverviewReport } from "#contract/reports.ts";
import { rankingAnchor } from "./articles/tables.ts";
import { coverageAnchor, overdueAnchor } from "./freshness/tables.ts";
import { gapAnchor } from "./search/gap-tables.ts";

/** One thing to do next. */
export interface NextAction {
	/** What was found. Example: `Searches for “dark mode” do not end well` */
	finding: string;
	/** Whom it concerns, in words. Example: `14 visitors in 30 days` */
	why: string;
	/** What to do. */
	action: string;
	/** Where the rows behind it are. */
	href: string;
}

/** How a page of the report is reached. @returns an address with the present filter. Example: `/manage/search?days=30#gaps` */
export type PageAddress = (page: string, anchor?: string) => string;

interface Findings {
	report: OverviewReport;
	/** Searches that do not end well. */
	gaps: Gap[];
	/** Hand-overs that were given up. */
	dead: number;
}

/** Findings that a manager is shown first. */
const atMost = 3;

interface Ranked extends NextAction {
	/** Readers that it let down in the period. */
	readers: number;
}

/**
 * The most important findings: first customers' messages that no desk got, then whatever let the most readers down, one of a kind before
 * a second of that kind. Reviews that are overdue fill up what is left.
 */
export function nextActions({ report, gaps, dead }: Findings, address: PageAddress): NextAction[] {
	const kinds = [gapActions(gaps, report, address), articleActions(report, address), ticketActions(report, address)];
	const [first, more] = [kinds.flatMap((kind) => kind.slice(0, 1)), kinds.flatMap((kind) => kind.slice(1, atMost))];
	const byReaders = (one: Ranked, other: Ranked) => other.readers - one.readers;
	return [...deadAction(dead, address), ...first.sort(byReaders), ...more.sort(byReaders), ...reviewAction(report, address)]
		.slice(0, atMost)
		.map(({ finding, why, action, href }) => ({ finding, why, action, href }));
}

const plural = (n: number, one: string, many = `${one}s`) => `${n.toLocaleString("en")} ${n === 1 ? one : many}`;

function deadAction(dead: number, address: PageAddress): NextAction[] {
	if (dead === 0) return [];
	return [
		{
			finding: dead === 1 ? "A hand-over was given up" : `${dead} hand-overs were given up`,
			why: "Customers wait, and no desk knows of it",
			action: "See why, put it right, and send them again",
			href: address("handoffs", "dead"),
		},
	];
}

function gapActions(gaps: Gap[], { days }: OverviewReport, address: PageAddress): Ranked[] {
	return gaps
		.filter(({ state }) => state === "open" || state === "failing")
		.map(({ id, query, visitors, searches, action }, place, open) => ({
			finding: `Searches for “${query}” do not end well`,
			why: `${plural(visitors, "visitor")}, ${plural(searches, "search", "searches")} in ${plural(days, "day")}`,
			action,
			href: address("search", gapAnchor({ id })),
			// They come in the order of the search page, which knows more of them than their readers.
			readers: Math.min(...open.slice(0, place + 1).map((gap) => gap.visitors)),
		}));
}

function articleActions({ lowestRated }: OverviewReport, address: PageAddress): Ranked[] {
	return lowestRated
		.map(({ article, title, file, yes, no, reason, reasonVotes }) => ({
			finding: title,
			why: `${plural(no, "reader")} of ${yes + no} said No${reason ? `, ${reasonVotes === 1 ? "one said" : "most often"} “${reason}”` : ""}`,
			action: `Rewrite it, and see here whether that helped: ${file}`,
			href: address("articles", rankingAnchor(article)),
			readers: no,
		}))
		.sort((one, other) => other.readers - one.readers);
}

function ticketActions({ ticketsByCategory, days }: OverviewReport, address: PageAddress): Ranked[] {
	return ticketsByCategory
		.filter(({ covered, articles }) => covered && articles === 0)
		.map(({ category, label, tickets }) => ({
			finding: `No article answers “${label}”`,
			why: `${plural(tickets, "ticket")} in ${plural(days, "day")}`,
			action: "Write one with this category in its answers: npm run new",
			href: address("freshness", coverageAnchor(category)),
			readers: tickets,
		}));
}

function reviewAction({ overdueReviews }: OverviewReport, address: PageAddress): NextAction[] {
	const overdue = overdueReviews.reduce((sum, owner) => sum + owner.overdue, 0);
	const [longest] = overdueReviews;
	if (!longest) return [];
	return [
		{
			finding: `${plural(overdue, "review")} overdue`,
			why: `The longest: ${longest.longest.title}, kept by ${longest.owner} (${longest.longest.file})`,
			action: "Review, then set lastReviewed in each file",
			href: address("freshness", overdueAnchor(longest.longest.article)),
		},
	];
}
