import type { Chart, Figure, ReportData } from "#contract/report-data.ts";
import { addDays } from "../../lib/days.ts";
import { daysUntilWeekOver } from "../../lib/deflection-week.ts";
import { updatingDeskIds } from "../../lib/read-desk-message.ts";
import { answeredLabels, contactCounts, promisesToCome } from "../../queries/contact-counts.ts";
import { satisfactionComments } from "../../queries/contact-tickets.ts";
import { countOpenFlags, listFlags } from "../../queries/flags.ts";
import { holdsSample } from "../../queries/report-lists.ts";
import type { Sums } from "../../queries/rollups.ts";
import { answerCounts } from "../answer-counts.ts";
import { bucketsOf } from "../buckets.ts";
import { metricFigure } from "../metric-definitions.ts";
import { total } from "../metrics.ts";
import { addSums, narrowSums, ticketCategoriesOf } from "../narrow.ts";
import { notYetKnown } from "../overview.ts";
import { reportHead, type ReportInput } from "../report-input.ts";
import { answersTable } from "./answers-table.ts";
import { channelsTable } from "./channels.ts";
import { coverageTable } from "./coverage.ts";
import { flagsTable } from "./flags-table.ts";
import { deflectionOf, funnelTable, outcomesTable } from "./ledger.ts";
import { keptPromises, promisesFigure, promisesTable } from "./promises.ts";
import { commentsTable, satisfactionFigure, satisfactionTable, scoresOf } from "./satisfaction.ts";
import { makeTicketLists, type TicketLists } from "./ticket-lists.ts";
import { selfServiceFigure, valueFigure, valueInputs, valueTable } from "./value.ts";

const atMost = { flags: 200, comments: 50 };

/** A desk sends updates if it did so for a ticket of these days, in a shorter period too. */
const heardWithin = 30;

/** Tickets below which no share of answerable ones is told. */
const fewestReplayed = 10;

/** The page about contact: the deflection ledger, what tickets ask for, what agents say, how promises were kept, and what self-service is worth. */
export async function makeContactReport(input: ReportInput): Promise<ReportData> {
	const { env, site, filter, now, today } = input;
	const { category, before } = filter;
	const categories = category === undefined ? null : ticketCategoriesOf(site, category);
	const isChosen = (ticketCategory: string) => categories === null || categories.has(ticketCategory);
	const [days, previousDays, toCome, toComeBefore, answered, answeredBefore, lists, comments, flags, open, sample] = await Promise.all([
		contactCounts(env.DB, filter),
		contactCounts(env.DB, { ...filter, ...before }),
		promisesToCome(env.DB, filter, now),
		promisesToCome(env.DB, { ...filter, ...before }, now),
		heardLately(env.DB, filter),
		heardLately(env.DB, before),
		makeTicketLists(input, isChosen),
		satisfactionComments(env.DB, filter, atMost.comments),
		listFlags(env.DB, filter, atMost.flags),
		countOpenFlags(env.DB, category),
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
	const why = notYetKnown(filter.from, weekOver);
	const updating = updatingDeskIds();
	const promises = keptPromises({ sums: all, toCome, updating, answered, isChosen });
	const scores = scoresOf(all, isChosen);
	const inputs = valueInputs(filter, total(sums, "contact_sessions"), deflection);
	const traffic = (of: Sums) => ({ visitors: total(of, "visitors"), tickets: total(of, "tickets") });
	return {
		...reportHead("contact", "Contact and deflection", input, sample),
		notes: notesOf(input, lists, { tickets: total(all, "tickets"), silent: promises.silent, open }),
		figures: [
			{
				...metricFigure(
					"deflection",
					{ value: deflection.rate, n: deflection.n, part: deflection.confirmed },
					deflectionOf(narrow(previousDays, weekOver)).rate,
					"#outcomes",
				),
				why,
			},
			countFigure(
				"contact-sessions",
				"Contact sessions",
				"Distinct sessions of a day that opened the contact page.",
				"#funnel",
				[sums, sumsBefore],
				"contact_sessions",
			),
			countFigure("tickets", "Tickets", "Messages that were sent in the period.", "#channels", [sums, sumsBefore], "tickets"),
			countFigure("answers", "Answers", "What the answer box showed, each answer once.", "#answers", [sums, sumsBefore], "answers_shown"),
			answerableFigure(lists),
			promisesFigure(promises, keptPromises({ sums: allBefore, toCome: toComeBefore, updating, answered: answeredBefore, isChosen })),
			satisfactionFigure(scores, scoresOf(allBefore, isChosen)),
			selfServiceFigure(traffic(sums), traffic(sumsBefore)),
			{ ...valueFigure(inputs, deflection), why },
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
					isOver: last <= weekOver,
				})),
			),
		],
		tables: [
			...lists.tables,
			flagsTable(site, flags, new URLSearchParams(hiddenFilter(input)).toString()),
			coverageTable(site, sums, sumsBefore, isChosen),
			channelsTable(sums, sumsBefore),
			funnelTable(sums, sumsBefore),
			outcomesTable(sums, sumsBefore, deflection),
			answersTable(answerCounts(sums)),
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

/** What desks answered until the end of a period. */
function heardLately(db: D1Database, { from, to }: { from: string; to: string }): Promise<string[]> {
	const first = addDays(to, 1 - heardWithin);
	return answeredLabels(db, first < from ? first : from, to);
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

/** Contact sessions, tickets and confirmed deflections over time; `isOver`: no ticket can refute these deflections any more. */
function contactChart(parts: { day: string; sums: Sums; isOver: boolean }[]): Chart {
	const line = (label: string, metric: string, known: (part: { isOver: boolean }) => boolean = () => true) => ({
		label,
		unit: "count" as const,
		points: parts.map((part) => ({ day: part.day, value: known(part) ? total(part.sums, metric) : null })),
	});
	return {
		id: "contact-over-time",
		title: "Contact, tickets and deflections",
		summary:
			"Sessions that opened the contact page, tickets that were sent, and confirmed deflections. The line of these ends eight days ago: later ones may still be refuted.",
		series: [
			line("Contact sessions", "contact_sessions"),
			line("Tickets", "tickets"),
			line("Confirmed deflections", "deflections_confirmed", ({ isOver }) => isOver),
		],
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

function notesOf(
	{ filter, site, today }: ReportInput,
	lists: TicketLists,
	{ tickets, silent, open }: { tickets: number; silent: string[]; open: number },
): string[] {
	const firstKept = addDays(today, -site.support.retention.tickets);
	const inWords = (n: number) => n.toLocaleString("en");
	return [
		...(lists.works
			? []
			: ["Search does not work, so the lists that ask it are missing: what it could have answered, topics, escalations and questions after a release."]),
		...(lists.read < tickets ? [`The lists that read subjects know the newest ${inWords(lists.read)} of ${inWords(tickets)} tickets of the period.`] : []),
		...(filter.from < firstKept ? [`The text of tickets is kept since ${firstKept}; lists that read it begin there.`] : []),
		...silent.map((desk) => `The desk “${desk}” may send updates but sent none that say that somebody answered: its tickets are unknown. See docs/handoff.md.`),
		...(open > atMost.flags ? [`The list of flags shows the newest ${atMost.flags} of ${inWords(open)} open ones.`] : []),
		...(filter.category === undefined
			? []
			: [
					"Visitors, searches after a release and flags without an article cannot be told by category: the self-service score is left out, and so are these flags.",
				]),
	];
}
