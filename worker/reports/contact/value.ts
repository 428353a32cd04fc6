import type { Figure } from "#contract/report-data.ts";
import type { ReportFilter } from "#contract/report-filter.ts";
import type { ReportTable, TableForm } from "#contract/report-table.ts";
import type { Deflection } from "./ledger.ts";

/** What a ticket costs where nobody says otherwise, in the report's currency. Help desks name $5 to $25. */
const usualCost = 15;

/** Visitor-days below which no score is told. */
const fewestVisitors = 20;

/** What the value is worked out from; each may be set in the address. */
interface ValueInputs {
	visits: number;
	/** From 0 to 1; null where it is not known. */
	rate: number | null;
	cost: number;
}

/** Inputs of the value: measured ones, unless the address says otherwise. */
export function valueInputs({ visits, rate, cost }: ReportFilter, contactSessions: number, deflection: Deflection): ValueInputs {
	return { visits: visits ?? contactSessions, rate: rate === undefined ? deflection.rate : rate / 100, cost: cost ?? usualCost };
}

const rounded = (value: number) => Math.round(value * 100) / 100;
const inWords = (n: number) => n.toLocaleString("en");
const dollars = (value: number) => `$${value.toLocaleString("en", { maximumFractionDigits: 2 })}`;

/** Tickets that were not needed, as whole ones; null where the rate is not known. */
const deflectedOf = ({ visits, rate }: ValueInputs) => (rate === null ? null : Math.round(visits * rate));

/** Tickets that were not needed, and what they would have cost: the arithmetic, step by step. @param hidden the filter, kept by its form */
export function valueTable(inputs: ValueInputs, { n, confirmed }: Deflection, filter: ReportFilter, hidden: TableForm["hidden"]): ReportTable {
	const { visits, rate, cost } = inputs;
	const deflected = deflectedOf(inputs);
	const source = (set: unknown, measured: string) => (set === undefined ? measured : "set by you");
	return {
		id: "value",
		caption: "What self-service is worth",
		definition:
			"Visits × deflection rate × cost of a ticket. Visits are sessions that opened the contact page, as the rate is measured on these: a reader who never looked for a person is not counted as a ticket saved.",
		columns: [
			{ key: "step", label: "Step" },
			{ key: "value", label: "Value" },
			{ key: "source", label: "Where it is from" },
		],
		rows: [
			{ cells: { step: "Visits", value: visits, source: source(filter.visits, "sessions that opened the contact page") } },
			{
				cells: {
					step: "× deflection rate",
					value: rate === null ? "not enough data" : `${(rate * 100).toFixed(1)} %`,
					source: source(filter.rate, `${inWords(confirmed)} confirmed of ${inWords(n)} sessions whose 7 days are over`),
				},
			},
			{
				cells: {
					step: "= tickets not needed, an estimate",
					value: deflected === null ? "not enough data" : deflected,
					source: "worked out in whole ones: as if visits whose 7 days are not over end as the others did",
				},
			},
			{ cells: { step: "× cost of a ticket", value: dollars(cost), source: source(filter.cost, "usual; put in your own") } },
			{ cells: { step: "= value", value: deflected === null ? "not enough data" : dollars(deflected * cost), source: "worked out" } },
		],
		empty: "Nothing to work out.",
		form: valueForm(inputs, filter, hidden),
	};
}

/**
 * The fields with which a manager puts in other inputs. What was not put in stays empty, so that another period measures it anew.
 * @param hidden the filter of the page
 */
function valueForm({ visits, rate }: ValueInputs, set: ReportFilter, hidden: TableForm["hidden"]): TableForm {
	const measured = { visits: set.visits === undefined ? visits : null, rate: set.rate === undefined && rate !== null ? rounded(rate * 100) : null };
	return {
		path: "/manage/contact",
		legend: "Work it out with other inputs",
		hidden,
		fields: [
			{ name: "visits", label: "Visits", value: set.visits ?? null, otherwise: measured.visits, min: 0, max: 1e9, step: 1 },
			{ name: "rate", label: "Deflection rate, %", value: set.rate ?? null, otherwise: measured.rate, min: 0, max: 100, step: 0.01 },
			{ name: "cost", label: "Cost of a ticket, $", value: set.cost ?? null, otherwise: usualCost, min: 0, max: 10_000, step: 0.01 },
		],
	};
}

/** The value as a number. */
export function valueFigure(inputs: ValueInputs, deflection: Deflection): Figure {
	const deflected = deflectedOf(inputs);
	return {
		id: "value",
		label: "Value",
		value: deflected === null ? null : rounded(deflected * inputs.cost),
		unit: "money",
		definition: "An estimate: visits × deflection rate × cost of a ticket; the table has the arithmetic, and fields for your own inputs.",
		n: deflection.n,
		of: "contact sessions whose 7 days are over",
		href: "#value",
	};
}

/** How many came to the help centre for each who wrote. */
export function selfServiceFigure(now: { visitors: number; tickets: number }, before: { visitors: number; tickets: number }): Figure {
	const score = ({ visitors, tickets }: typeof now) => (tickets > 0 && visitors >= fewestVisitors ? visitors / tickets : null);
	return {
		id: "self-service",
		label: "Self-service score",
		value: score(now),
		unit: "score",
		definition:
			"Visitor-days of the help centre ÷ tickets: 20 means that twenty came for each who wrote. A ticket is a submitter, as who wrote is forgotten after a day.",
		n: now.tickets,
		of: `tickets, ${inWords(now.visitors)} visitor-days`,
		previous: score(before),
		href: "#value",
	};
}
