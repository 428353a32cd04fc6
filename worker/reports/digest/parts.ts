import type { Digest, DigestTheme, DigestTrend } from "#contract/digest.ts";
import { changeInWords, formatValue, verdictWords } from "../format.ts";
import { votesNeededInWords } from "../votes-needed.ts";
import { counted, momentInWords } from "./in-words.ts";
import { gapItem, incidentItem, winItem } from "./items.ts";

/** One thing of a list. */
export interface Item {
	text: string;
	/** More about it, a line each. */
	more: string[];
	/** A path of the centre. */
	href?: string;
}

/** A part of a digest in words, for every format. Nothing in it is markup. */
export interface Part {
	/** Example: `actions` */
	id: string;
	heading: string;
	/** A list; its order says what matters most. */
	items?: Item[];
	/** Or a table, with a line of words for each row where there are no tables. */
	table?: { heads: string[]; rows: { cells: string[]; line: string }[] };
	/** What is said where there is nothing. */
	empty: string;
}

/** A digest in words: what to do first, then what it follows from. */
export function partsOf(digest: Digest): Part[] {
	const handoffs = handoffsPart(digest);
	const urgent = digest.handoffs.troubled.length > 0;
	return [
		{
			id: "actions",
			heading: "Do first",
			items: digest.actions.map(({ found, do: todo, href }) => ({ text: found, more: [todo], href })),
			empty: "Nothing asks for a change this week.",
		},
		...(urgent ? [handoffs] : []),
		metricsPart(digest),
		trendsPart(digest),
		{ id: "themes", heading: "What customers wrote about", items: digest.themes.map(themeItem), empty: "No tickets this week." },
		{ id: "gaps", heading: "Searches that do not end well", items: digest.gaps.map(gapItem), empty: "No gap was found." },
		...(digest.incidents.length > 0 ? [{ id: "incidents", heading: "Searched all at once", items: digest.incidents.map(incidentItem), empty: "" }] : []),
		{ id: "wins", heading: "What has become better", items: digest.wins.map(winItem), empty: "Nothing that could be told apart from chance." },
		{
			id: "lowest-rated",
			heading: "Articles that help too few",
			items: digest.lowestRated.map(({ title, url, yes, no, reason }) => ({
				text: `“${title}”: ${yes} of ${yes + no} said Yes${reason ? ` (most given reason: ${reason.toLowerCase()})` : ""}`,
				more: [],
				...(url !== null && { href: url }),
			})),
			empty: `No article with ${votesNeededInWords} or more is surely below 80 %.`,
		},
		reviewsPart(digest),
		...(urgent ? [] : [handoffs]),
		{ id: "notes", heading: "How to read this", items: [...digest.notes, excludedInWords(digest)].map((text) => ({ text, more: [] })), empty: "" },
	];
}

function metricsPart({ metrics }: Digest): Part {
	return {
		id: "metrics",
		heading: "The seven metrics",
		table: {
			heads: ["Metric", "Value", "Of", "Change", "Target", "Verdict"],
			rows: metrics.map((metric) => {
				const [value, n, change, verdict] = [
					formatValue(metric.value, metric.unit),
					`${metric.n} ${metric.of}`,
					metric.value === null ? "–" : changeInWords(metric),
					verdictWords[metric.verdict],
				];
				return {
					cells: [metric.label, value, n, change, metric.target, verdict],
					line: metric.value === null ? `${metric.label}: not enough data (${n})` : `${metric.label}: ${value} of ${n}, ${change}. ${verdict}`,
				};
			}),
		},
		empty: "",
	};
}

function trendsPart({ trends }: Digest): Part {
	return {
		id: "trends",
		heading: "Against the week before",
		table: {
			heads: ["Count", "This week", "Week before", "Change"],
			rows: trends.map((trend) => {
				const change = trendInWords(trend);
				return {
					cells: [trend.label, String(trend.value), String(trend.previous), change],
					line: `${trend.label}: ${trend.value} (before: ${trend.previous}), ${change}`,
				};
			}),
		},
		empty: "",
	};
}

/** Examples: `up 34 %`, `down 5 %, may be chance`, `new` */
function trendInWords({ value, previous, notable }: DigestTrend): string {
	if (value === previous) return "unchanged";
	if (previous === 0) return "none before";
	const change = `${value > previous ? "up" : "down"} ${Math.round((Math.abs(value - previous) / previous) * 100)} %`;
	return notable ? change : `${change}, may be chance`;
}

function themeItem({ label, tickets, previous, articles, covered, topics }: DigestTheme): Item {
	const answered = articles > 0 ? `answered by ${counted(articles, "article")}` : covered ? "no article answers it" : "not meant for articles";
	return {
		text: `${label}: ${counted(tickets, "ticket")} (before: ${previous}), ${answered}`,
		more: topics.map((topic) => `“${topic.words}”${topic.tickets > 1 ? ` (${topic.tickets} tickets)` : ""}`),
	};
}

function reviewsPart({ overdueReviews }: Digest): Part {
	return {
		id: "reviews",
		heading: "Overdue reviews by owner",
		table: {
			heads: ["Owner", "Overdue", "Of", "Waits the longest", "Due"],
			rows: overdueReviews.map(({ owner, overdue, articles, longest }) => ({
				cells: [owner, String(overdue), counted(articles, "article"), longest.title, longest.due],
				line: `${owner}: ${overdue} of ${counted(articles, "article")}; the longest since ${longest.due}: “${longest.title}”`,
			})),
		},
		empty: "No review is overdue.",
	};
}

function handoffsPart({ timeZone, handoffs: { dead, waiting, oldestWaiting, troubled } }: Digest): Part {
	const items = [
		...(dead > 0
			? [
					{
						text: `${counted(dead, "message")} of customers reached no desk and ${dead === 1 ? "needs" : "need"} a person.`,
						more: [],
						href: "/manage/handoffs",
					},
				]
			: []),
		...troubled.map((desk) => ({
			text: `${desk.destination}: ${desk.dead} given up, ${desk.waiting} waiting${desk.reason === null ? "" : ` (${desk.reason})`}`,
			more: [],
		})),
		...(waiting > 0
			? [
					{
						text: `${waiting} waiting to be handed over${oldestWaiting === null ? "" : `, the oldest since ${momentInWords(oldestWaiting, timeZone)}`}.`,
						more: [],
					},
				]
			: []),
	];
	return { id: "handoffs", heading: "Hand-over to the desk", items, empty: "Everything was handed over." };
}

function excludedInWords({ excluded: { share, bot, staff, replay, machine, flood } }: Digest): string {
	const left = bot + staff + replay + machine + flood;
	if (left === 0) return "Nothing was left out of these figures.";
	return `${(share * 100).toFixed(1)} % of what came is not counted: ${bot} by bots, ${staff} by staff, ${replay} sent twice, ${machine} too quick for a person${flood > 0 ? `, ${flood} too many from one network` : ""}.`;
}
