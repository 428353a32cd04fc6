import type { ReportData } from "#contract/report-data.ts";
import { deadDeliveries } from "../../queries/dead-deliveries.ts";
import { destinationStates } from "../../queries/destination-health.ts";
import { failureReasons, handoversEachDay, secondsToHandOver, waitingSince, type MessageFilter } from "../../queries/handoff-report.ts";
import { outboxState } from "../../queries/outbox.ts";
import { holdsSample } from "../../queries/report-lists.ts";
import { ticketCategoriesOf } from "../narrow.ts";
import { reportHead, type ReportInput } from "../report-input.ts";
import { handoffCharts, handoffFigures } from "./figures.ts";
import { deadTable, destinationsTable, reasonsTable, waitingTable } from "./tables.ts";

/** A message that waits for longer needs a look. In milliseconds. */
const tooLongMs = 60 * 60_000;

const rowsAtMost = 200;

/** The page about hand-overs: what waits, what was given up, and how the desks do. */
export async function makeHandoffsReport(input: ReportInput): Promise<ReportData> {
	const { env, site, filter, now } = input;
	const db = env.DB;
	const categories = filter.category === undefined ? undefined : [...ticketCategoriesOf(site, filter.category)];
	const chosen: MessageFilter = { ...filter, categories };
	const before: MessageFilter = { ...chosen, ...filter.before };
	const [counts, countsBefore, seconds, secondsBefore, states, outbox, dead, waiting, reasons, sample] = await Promise.all([
		handoversEachDay(db, chosen),
		handoversEachDay(db, before),
		secondsToHandOver(db, chosen),
		secondsToHandOver(db, before),
		destinationStates(db, now),
		outboxState(db, now),
		deadDeliveries(db, rowsAtMost),
		waitingSince(db, now - tooLongMs, rowsAtMost),
		failureReasons(db, rowsAtMost),
		holdsSample(db),
	]);
	const narrowed = filter.locale !== undefined || filter.category !== undefined || filter.segment !== undefined;
	return {
		...reportHead("handoffs", "Hand-offs", input, sample),
		notes: narrowed ? ["The filter narrows what was handed over in the period. What waits or was given up, and how the desks do, is shown whole."] : [],
		figures: handoffFigures({ counts, countsBefore, seconds, secondsBefore, outbox }),
		charts: handoffCharts(filter, counts),
		tables: [deadTable(dead, outbox.dead, now), waitingTable(waiting, now), destinationsTable(states, counts, now), reasonsTable(reasons)],
	};
}
