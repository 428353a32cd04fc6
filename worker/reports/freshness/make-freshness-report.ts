import type { Chart, Figure, ReportData } from "#contract/report-data.ts";
import { addDays } from "../../lib/days.ts";
import { countByLabel, firstSeen } from "../../queries/content-reach.ts";
import { holdsSample } from "../../queries/report-lists.ts";
import { lastSnapshot, snapshotsOf } from "../../queries/rollups.ts";
import { bucketsOf } from "../buckets.ts";
import { contentCounts } from "../content-counts.ts";
import { metricDefinitions } from "../metric-definitions.ts";
import { computeMetrics } from "../metrics.ts";
import { ticketCategoriesOf } from "../narrow.ts";
import { reportHead, type ReportInput } from "../report-input.ts";
import { articleAges, staleBands, type ArticleAge } from "./article-ages.ts";
import { archivedTable, coverageTable, dueTable, localesTable, neglectedTable, overdueTable, staleTable } from "./tables.ts";

const soonDays = 30;

/** The page about the content itself: how fresh it is, what is due, and what it does not cover. */
export async function makeFreshnessReport(input: ReportInput): Promise<ReportData> {
	const { env, site, filter, today } = input;
	const { from, to, before, category } = filter;
	const db = env.DB;
	const daysOf = (first: string, length: number) => Array.from({ length }, (_, index) => addDays(first, index));
	const [views, seen, snapshots, contentBefore, tickets, ticketsBefore, sample] = await Promise.all([
		countByLabel(db, "article_views", daysOf(from, filter.days), filter),
		firstSeen(db, Object.keys(site.articles)),
		snapshotsOf(db, from, to),
		lastSnapshot(db, before.from, before.to),
		countByLabel(db, "tickets", daysOf(from, filter.days), filter),
		countByLabel(db, "tickets", daysOf(before.from, filter.days), filter),
		holdsSample(db),
	]);
	const ages = articleAges(site, today, { views, firstSeen: seen }, category);
	const offered = ages.filter(({ archived }) => !archived);
	const lists = {
		overdue: offered.filter(({ overdueDays }) => overdueDays > 0),
		due: offered.filter(({ overdueDays }) => overdueDays <= 0 && overdueDays >= -soonDays),
		neglected: byViews(offered.filter(({ unowned, neverReviewed }) => unowned || neverReviewed)),
		archived: byViews(ages.filter(({ archived }) => archived)),
	};
	const counts = contentCounts(site, today, category);
	return {
		...reportHead("freshness", "Freshness", input, sample),
		notes: notesOf(input, snapshots.size),
		figures: [...shares(counts, category === undefined ? contentBefore : {}), ...listFigures(lists, offered)],
		charts: category === undefined ? charts(input, snapshots) : [],
		tables: [
			overdueTable(lists.overdue),
			dueTable(lists.due),
			staleTable(staleBands(ages)),
			coverageTable(categories(input, tickets, ticketsBefore)),
			...(site.locales.some((locale) => locale !== site.defaultLocale) ? [localesTable(site, ages)] : []),
			neglectedTable(lists.neglected),
			archivedTable(lists.archived),
		],
	};
}

const byViews = (ages: ArticleAge[]) => ages.toSorted((one, other) => other.views - one.views);

function notesOf({ filter }: ReportInput, snapshots: number): string[] {
	const { category, days, locale, segment } = filter;
	const notes: string[] = [];
	if (category !== undefined)
		notes.push(
			"How the content stood on earlier days is known for the whole centre only: there is no line over time for one category.",
			"Coverage is told for the whole centre only: articles of one category are not meant to answer every ticket category.",
		);
	else if (snapshots < days) notes.push(`How the content stood is written down once a day: ${snapshots} of ${days} days are known.`);
	if (locale !== undefined || segment !== undefined)
		notes.push("Language and device narrow views and tickets; the articles themselves are the same for everybody.");
	return notes;
}

/** Freshness and coverage, as the overview has them. */
function shares(content: Record<string, number>, before: Record<string, number>): Figure[] {
	const none = { sums: new Map(), weekOver: new Map() };
	const links = { freshness: "#overdue", coverage: "#coverage" } as const;
	return computeMetrics({ ...none, content }, { ...none, content: before }).flatMap(
		({ id, label, value, unit, definition, n, of, previous, target, warning, verdict }) =>
			id === "freshness" || id === "coverage"
				? [
						{
							id,
							label,
							value,
							unit: unit === "rate" ? "rate" : "seconds",
							definition,
							n,
							of,
							previous,
							target: `${target}; warning ${warning}`,
							verdict,
							href: links[id],
						},
					]
				: [],
	);
}

function listFigures(
	{ overdue, due, neglected, archived }: Record<"overdue" | "due" | "neglected" | "archived", ArticleAge[]>,
	offered: ArticleAge[],
): Figure[] {
	const count = (id: string, label: string, value: number, definition: string): Figure => ({ id, label, value, unit: "count", definition, href: `#${id}` });
	const of = { n: offered.length, of: "articles" };
	return [
		{
			...count("overdue", "Overdue reviews", overdue.length, "Articles whose review has run out."),
			...of,
			target: "0",
			verdict: overdue.length > 0 ? "watch" : "good",
		},
		count("due", "Due soon", due.length, `Articles whose review runs out in the next ${soonDays} days.`),
		{
			...count("neglected", "Unowned", neglected.filter(({ unowned }) => unowned).length, "Articles whose `owner` says nobody. Example: unassigned"),
			id: "unowned",
		},
		{
			...count(
				"neglected",
				"Never reviewed",
				neglected.filter(({ neverReviewed }) => neverReviewed).length,
				"Articles that no person has reviewed since they came online, more than 30 days ago.",
			),
			id: "never-reviewed",
		},
		count("archived", "Archived", archived.length, "Articles that are kept at their address, but no longer offered or counted."),
	];
}

function charts({ filter }: ReportInput, snapshots: Map<string, Record<string, number>>): Chart[] {
	const lines = [
		["Content freshness", "fresh", "articles", metricDefinitions.freshness.goal],
		["Article coverage", "covered", "categories", metricDefinitions.coverage.goal],
	] as const;
	return [
		...lines.map(([label, part, whole, target]): Chart => ({
			id: `${part}-over-time`,
			title: label,
			summary: `${label} at the end of each day or week, with its target of ${target * 100} %.`,
			series: [
				{
					label,
					unit: "rate",
					target,
					points: bucketsOf(filter).map(({ first, last }) => {
						const content = snapshots.get(last);
						const n = content?.[whole] ?? 0;
						return { day: first, value: n > 0 ? (content?.[part] ?? 0) / n : null, n };
					}),
				},
			],
		})),
	];
}

function categories({ site, filter }: ReportInput, tickets: Map<string, number>, previous: Map<string, number>) {
	const chosen = filter.category === undefined ? null : ticketCategoriesOf(site, filter.category);
	return site.support.ticketCategories
		.filter(({ id }) => chosen === null || chosen.has(id))
		.map(({ id, label, covered }) => ({
			...{ id, label, covered },
			articles: Object.values(site.articles).filter((article) => !article.archived && article.answers.includes(id)).length,
			tickets: tickets.get(id) ?? 0,
			previous: previous.get(id) ?? 0,
		}));
}
