import type { Figure, Part } from "#scripts/lib/figure.ts";
import { measureRows } from "./measure.ts";
import { measured, type MeasuredRows } from "./measured.ts";
import { monthOf, steps, type Month } from "./model.ts";

/** How far a measurement may lie from what docs/cost.md reckons with, in percent. */
const tolerance = 5;

const names: Record<keyof MeasuredRows, string> = {
	visits: "rows written for 1,000 visits",
	furtherBatch: "rows written for a further batch",
	question: "rows written for a question",
	saidOfAnswer: "rows written for what is said of an answer",
	forgotten: "rows written when 1,000 visits are forgotten",
	counting: "rows written when a day is counted",
	countingReads: "rows read when a day is counted",
	countedEvents: "events of the day that is counted",
};

function rowFigures(rows: MeasuredRows): Figure[] {
	const figures = (Object.keys(names) as (keyof MeasuredRows)[]).map((key): Figure => ({
		name: names[key],
		value: rows[key],
		unit: "",
		goal: null,
		of: `docs/cost.md reckons with ${measured[key].toLocaleString("en")}`,
	}));
	const off = (Object.keys(names) as (keyof MeasuredRows)[]).map((key) => (Math.abs(rows[key] - measured[key]) / measured[key]) * 100);
	const of = "the largest difference of a row above";
	return [...figures, { name: "measured beside docs/cost.md", value: Math.round(Math.max(...off)), unit: "% off", goal: { op: "<=", value: tolerance }, of }];
}

function billFigures(rows: MeasuredRows): Figure[] {
	return steps.flatMap((step) => {
		const month = monthOf(step, rows);
		const visits = step.visits.toLocaleString("en");
		const of = `page views and searches in ${step.engine}, kept ${step.keptDays} days; ${inWords(month)}`;
		const { limit = "", use = 0 } = month.limits[0] ?? {};
		return [
			{ name: `${visits} visits a month`, value: Math.round(month.total * 100) / 100, unit: "$", goal: null, of },
			{
				name: `${visits} visits a month, ${limit}`,
				value: Math.round(use * 100),
				unit: "%",
				goal: { op: "<=" as const, value: 100 },
				of: "the first limit of D1",
			},
		];
	});
}

function inWords({ costs }: Month): string {
	const told = Object.entries(costs).filter(([, dollars]) => dollars >= 0.05);
	return told.length === 0 ? "the plan covers it" : told.map(([what, dollars]) => `${what} $${dollars.toFixed(2)}`).join(", ");
}

async function cost(say: (line: string) => void): Promise<Figure[]> {
	const rows = await measureRows(say);
	return [...rowFigures(rows), ...billFigures(rows)];
}

/** What the centre costs at 0.1, 1, 10 and 100 million visits a month, from rows that are measured now. */
export const parts: Part[] = [{ name: "rows of a visit, and the bill of a month", measure: cost }];
