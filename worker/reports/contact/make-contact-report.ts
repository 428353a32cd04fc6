import type { Chart, Figure, ReportData } from "#contract/report-data.ts";
import { addDays } from "../../lib/days.ts";
import { updatingDeskIds } from "../../lib/read-desk-message.ts";
import { contactCounts, promisesToCome } from "../../queries/contact-counts.ts";
import { satisfactionComments } from "../../queries/contact-tickets.ts";
import { listFlags } from "../../queries/flags.ts";
import { holdsSample } from "../../queries/report-lists.ts";
import type { Sums } from "../../queries/rollups.ts";
import { bucketsOf } from "../buckets.ts";
import { metricFigure } from "../metric-definitions.ts";
import { total } from "../metrics.ts";
import { addSums, narrowSums, ticketCategoriesOf, topCategory } from "../narrow.ts";
import { daysUntilWeekOver } from "../overview.ts";
import { reportHead, type ReportInput } from "../report-input.ts";
import { coverageTable } from "./coverage.ts";
import { flagsTable } from "./flags-table.ts";
import { deflectionOf, funnelTable, outcomesTable } from "./ledger.ts";
import { keptPromises, promisesFigure, promisesTable } from "./promises.ts";
import { commentsTable, satisfactionFigure, satisfactionTable, scoresOf } from "./satisfaction.ts";
import { makeTicketLists, type TicketLists } from "./ticket-lists.ts";
import { selfServiceFigure, valueFigure, valueInputs, valueTable } from "./value.ts";

const atMost = { flags: 200, comments: 50 };

/** Tickets below which no share of answerable ones is told. */
const fewestReplayed = 10;

/** The page about contact: the deflection ledger, what tickets ask for, what agents say, how promises were kept, and what self-service is worth. */
export async function makeContactReport(input: ReportInput): Promise<ReportData> {
	const { env, site, filter, now, today } = input;
	const { category, before } = filter;
	const categories = category === undefined ? null : ticketCategoriesOf(site, category);
	const isChosen = (ticketCategory: string) => categories === null || categories.has(ticketCategory);
	const [days, previousDays, toCome, toComeBefore, lists, comments, allFlags, sample] = await Promise.all([
		contactCounts(env.DB, filter),
		contactCounts(env.DB, { ...filter, ...before }),
		promisesToCome(env.DB, filter, now),
		promisesToCome(env.DB, { ...filter, ...before }, now),
		makeTicketLists(input, isChosen),
		satisfactionComments(env.DB, filter, atMost.comments),
		listFlags(env.DB, filter.from, filter.to, atMost.flags),
		holdsSample(env.DB),
	]);
	const narrow = (part: Map<string, Sums>, last: string) =>
		narrowSums(addSums([...part].filter(([day]) => day <= last).map(([, sums]) => sums)), site, category);
	const weekOver = addDays(today, -daysUntilWeekOver);
	const all = addSums(days.values());
	const allBefore = addSums(previousDays.values());
	const sums = narrow(days, filter.to);
	const sumsBefore = narrow(previousDays, before.to);
	const deflection = deflectionOf(narrow(days, weekOver));
	const updating = updatingDeskIds();
	const promises = keptPromises({ sums: all, toCome, updating, isChosen });
	const scores = scoresOf(all, isChosen);
	const inputs = valueInputs(filter, total(sums, "contact_sessions"), deflection);
	const traffic = (of: Sums) => ({ visitors: total(of, "visitors"), tickets: total(of, "tickets") });
	const flags = allFlags.filter(({ article }) => category === undefined || (article !== null && topCategory(article) === category));
	const open = flags.filter(({ state }) => state === "open").length;
	return {
		...reportHead("contact", "Contact and deflection", input, sample),
		notes: notesOf(input, lists, { tickets: total(all, "tickets"), silent: promises.silent }),
		figures: [
			metricFigure("deflection", { value: deflection.rate, n: deflection.n }, deflectionOf(narrow(previousDays, weekOver)).rate, "#outcomes"),
			countFigure(
				"contact-sessions",
				"Contact sessions",
				"Distinct sessions of a day that opened the contact page.",
				"#funnel",
				[sums, sumsBefore],
				"contact_sessions",
			),
			countFigure("tickets", "Tickets", "Messages that were sent in the period.", "#coverage", [sums, sumsBefore], "tickets"),
			answerableFigure(lists),
			promisesFigure(promises, keptPromises({ sums: allBefore, toCome: toComeBefore, updating, isChosen })),
			satisfactionFigure(scores, scoresOf(allBefore, isChosen)),
			selfServiceFigure(traffic(sums), traffic(sumsBefore)),
			valueFigure(inputs, deflection),
			{
				id: "open-flags",
				label: "Open flags",
				value: open,
				unit: "count",
				definition: "What agents flagged from their desks and nobody has settled, whenever it came.",
				href: "#flags",
			},
		],
		charts: [
			contactChart(
				bucketsOf(filter).map(({ first, last }) => ({
					day: first,
					sums: narrow(new Map([...days].filter(([day]) => day >= first)), last),
				})),
			),
		],
		tables: [
			...lists.tables,
			flagsTable(site, flags, new URLSearchParams(hiddenFilter(input)).toString()),
			coverageTable(site, sums, sumsBefore, isChosen),
			funnelTable(sums, sumsBefore),
			outcomesTable(sums, sumsBefore),
			promisesTable(promises),
			satisfactionTable(scores),
			commentsTable(
				site,
				comments.filter((comment) => isChosen(comment.category)),
			),
			valueTable(inputs, deflection, filter, hiddenFilter(input)),
		],
	};
}

function countFigure(id: string, label: string, definition: string, href: string, [sums, before]: [Sums, Sums], metric: string): Figure {
	return { id, label, value: total(sums, metric), unit: "count", definition, previous: total(before, metric), href };
}

function answerableFigure({ replayed, answered }: TicketLists): Figure {
	return {
		id: "answerable",
		label: "Search could have answered",
		value: replayed >= fewestReplayed ? answered / replayed : null,
		unit: "rate",
		definition:
			"Tickets of which today's search is sure to know the answer, by their subject ÷ tickets that were replayed: the newest ones, without critical and delicate ones.",
		n: replayed,
		of: "tickets replayed",
		href: "#answerable",
	};
}

/** Contact sessions, tickets and confirmed deflections over time. */
function contactChart(parts: { day: string; sums: Sums }[]): Chart {
	const line = (label: string, metric: string) => ({
		label,
		unit: "count" as const,
		points: parts.map(({ day, sums }) => ({ day, value: total(sums, metric) })),
	});
	return {
		id: "contact-over-time",
		title: "Contact, tickets and deflections",
		summary:
			"Sessions that opened the contact page, tickets that were sent, and confirmed deflections. The last seven days have none yet: their week is not over.",
		series: [line("Contact sessions", "contact_sessions"), line("Tickets", "tickets"), line("Confirmed deflections", "deflections_confirmed")],
	};
}

/** The filter as fields: by its length where it ends today, else by its days. */
function hiddenFilter({ filter, today }: ReportInput): Record<string, string> {
	const { from, to, days, locale, category, segment } = filter;
	return {
		...(to === today ? { days: String(days) } : { from, to }),
		...(locale && { locale }),
		...(category && { category }),
		...(segment && { segment }),
	};
}

function notesOf({ filter, site, today }: ReportInput, lists: TicketLists, { tickets, silent }: { tickets: number; silent: string[] }): string[] {
	const firstKept = addDays(today, -site.support.retention.tickets);
	const inWords = (n: number) => n.toLocaleString("en");
	return [
		...(lists.works
			? []
			: ["Search does not work, so the lists that ask it are missing: what it could have answered, topics, escalations and questions after a release."]),
		...(lists.read < tickets ? [`The lists that read subjects know the newest ${inWords(lists.read)} of ${inWords(tickets)} tickets of the period.`] : []),
		...(filter.from < firstKept ? [`The text of tickets is kept since ${firstKept}; lists that read it begin there.`] : []),
		...silent.map((desk) => `The desk “${desk}” may send updates but sent none that say that somebody answered: its tickets are unknown. See docs/handoff.md.`),
		...(filter.category === undefined
			? []
			: [
					"Visitors, searches after a release and flags without an article cannot be told by category: the self-service score is left out, and so are these flags.",
				]),
	];
}
