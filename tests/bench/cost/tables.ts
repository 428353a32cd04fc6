import type { MeasuredRows } from "./measured.ts";
import { monthOf, reach, steps, type Month, type Step } from "./model.ts";
import { plan } from "./prices.ts";

const million = 1_000_000;

/** Two figures that count. Example: `5.4 million`, `310,000` */
function amount(value: number): string {
	if (value === 0) return "–";
	const rounded = Number(value.toPrecision(2));
	return rounded < million ? rounded.toLocaleString("en") : `${(rounded / million).toLocaleString("en")} million`;
}

const money = (dollars: number) => (dollars < 0.05 ? "–" : `$${dollars.toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`);
const gigabytes = (value: number) => `${Number(value.toPrecision(2))} GB`;
const percent = (share: number) => `${Number((share * 100).toPrecision(2)).toLocaleString("en")} %`;

/** The rows of docs/cost.md's first table. */
export function rowsTable(rows: MeasuredRows): string[][] {
	const told = (value: number) => value.toLocaleString("en");
	return [
		["what", "rows written"],
		["1,000 visits, one batch each: inbox, events, ledger", told(rows.visits)],
		["each further batch of a visit", told(rows.furtherBatch)],
		["a question to the answer box: its search and its answer", told(rows.question)],
		["… and what was said of it, in the same batch", told(rows.saidOfAnswer)],
		["1,000 visits, when retention removes them", told(rows.forgotten)],
		[`counting a day of ${told(rows.countedEvents)} events for the first time`, told(rows.counting)],
		["counting it again (what was counted before is removed)", `about ${told(2 * rows.counting)}`],
	];
}

/** The bill of a month, a column for each step. */
export function billTable(measured: MeasuredRows): string[][] {
	const months = steps.map((step) => ({ step, month: monthOf(step, measured) }));
	const row = (name: string, tell: (month: Month, step: Step) => string) => [name, ...months.map(({ step, month }) => tell(month, step))];
	return [
		row("a month", (_, { visits }) => `${amount(visits)} visits`),
		row("page views and searches are in", (_, { engine }) => engine),
		row("contact, answers, votes and tickets are in", () => "D1"),
		row("events", ({ events }) => amount(events)),
		row("requests to the Worker, queue and cron", ({ requests }) => amount(requests)),
		row("… over 10 million, at $0.30 a million", ({ costs }) => money(costs.requests)),
		row("CPU, 3 ms a request, over 30 million ms at $0.02 a million", ({ costs }) => money(costs.cpu)),
		row("queue operations, 3 a batch", ({ queueOperations }) => amount(queueOperations)),
		row("… over 1 million, at $0.40 a million", ({ costs }) => money(costs.queueOperations)),
		row("D1 rows written: visits", ({ rowsOfVisits }) => amount(rowsOfVisits)),
		row("D1 rows written: counting", ({ rowsOfCounting }) => amount(rowsOfCounting)),
		row("… over 50 million, at $1.00 a million", ({ costs }) => money(costs.rowsWritten)),
		row("D1 rows read by counting", ({ rowsRead }) => amount(rowsRead)),
		row("… over 25,000 million, at $0.001 a million", ({ costs }) => money(costs.rowsRead)),
		row("D1 storage, 260 bytes an event", ({ storage }, { keptDays }) => `${gigabytes(storage)} (${keptDays} days)`),
		row("… over 5 GB, at $0.75 a GB", ({ costs }) => money(costs.storage)),
		row("Analytics Engine, 2 data points a batch", ({ dataPoints }) => amount(dataPoints)),
		row("… over 10 million, at $0.25 a million", ({ costs }) => money(costs.dataPoints)),
		row("KV, R2", () => "–"),
		row("the plan", () => money(plan)),
		row("**together**", ({ total }) => `**${money(total)}**`),
		row("the first limit, and how much of it is used", ({ limits }) => `${limits[0]?.limit ?? ""}: ${percent(limits[0]?.use ?? 0)}`),
	];
}

/** Where D1 alone ends, in visits a month. */
export function limitsTable(measured: MeasuredRows): string[][] {
	return [
		["limit", "reached at, visits a month"],
		["100,000 written rows a day on the free plan, each day counted once", amount(reach.freeRows(measured))],
		["size of the database, 10 GB, events kept 90 days", amount(reach.size(90))],
		["size of the database, 10 GB, events kept 30 days", amount(reach.size(30))],
		["counting a day, 30 seconds of a batch", amount(reach.counting())],
	];
}

/** A table of Markdown as rows of cells, the line under its head left out. */
export function readTable(lines: readonly string[]): string[][] {
	return lines
		.filter((line) => line.startsWith("|") && !/^\|[\s|:-]+\|$/.test(line))
		.map((line) =>
			line
				.slice(1, -1)
				.split("|")
				.map((cell) => cell.trim()),
		);
}
