import type { Figure } from "#contract/report-data.ts";
import type { ReportTable } from "#contract/report-table.ts";
import type { Sums } from "../../queries/rollups.ts";

/** Tickets below which no share is told. */
const fewest = 10;
const target = 0.95;

/** How the promises of one priority were kept. */
interface Kept {
	priority: string;
	tickets: number;
	/** Answered in time, answered late, and not answered although the time has passed. */
	kept: number;
	late: number;
	overdue: number;
	/** Not answered, and the time is still to come. */
	toCome: number;
	/** Not answered as far as anybody knows, at desks that say nothing. */
	unknown: number;
}

/** Promises of a period, by priority. */
export interface Promises {
	rows: Kept[];
	/** Desks that are set up to send updates but sent none: their tickets are unknown. */
	silent: string[];
}

interface PromiseSources {
	/** Counts of the period (`promises`, `promises_kept`, `promises_late`). */
	sums: Sums;
	/** Counts of promises whose time is still to come, by the same labels. */
	toCome: ReadonlyMap<string, number>;
	/** Desks that are set up to send updates. */
	updating: readonly string[];
	/** Labels of counts of promises that a desk answered lately, of whatever readers: whether a desk sends updates is not seen from a few tickets. */
	answered: readonly string[];
	/** Whether a ticket category belongs to the filter. */
	isChosen: (category: string) => boolean;
}

/** How promises were kept, from counts with labels such as `P2/data-issues/chat,desk`. */
export function keptPromises({ sums, toCome, updating, answered, isChosen }: PromiseSources): Promises {
	const of = (metric: string) => sums.get(metric) ?? new Map<string, number>();
	const desksOf = (label: string) => (label.split("/")[2] ?? "").split(",").filter((desk) => updating.includes(desk));
	const heard = new Set(answered.flatMap(desksOf));
	const rows = new Map<string, Kept>();
	const silent = new Set<string>();
	for (const [label, tickets] of of("promises")) {
		const [priority = "", category = ""] = label.split("/");
		if (!isChosen(category)) continue;
		const row = rows.get(priority) ?? { priority, tickets: 0, kept: 0, late: 0, overdue: 0, toCome: 0, unknown: 0 };
		rows.set(priority, row);
		row.tickets += tickets;
		const desks = desksOf(label);
		const [kept, late, waiting] = [of("promises_kept").get(label) ?? 0, of("promises_late").get(label) ?? 0, toCome.get(label) ?? 0];
		const unanswered = Math.max(0, tickets - kept - late - waiting);
		row.kept += kept;
		row.late += late;
		row.toCome += waiting;
		if (desks.some((desk) => heard.has(desk))) row.overdue += unanswered;
		else {
			row.unknown += unanswered;
			if (unanswered > 0) for (const desk of desks) silent.add(desk);
		}
	}
	return { rows: [...rows.values()].sort((a, b) => (a.priority < b.priority ? -1 : 1)), silent: [...silent].sort() };
}

const due = ({ kept, late, overdue }: Kept) => kept + late + overdue;

function shareOf(rows: Kept[]): { share: number | null; n: number } {
	const n = rows.reduce((sum, row) => sum + due(row), 0);
	return { share: n >= fewest ? rows.reduce((sum, { kept }) => sum + kept, 0) / n : null, n };
}

/** Kept promises as a number. */
export function promisesFigure(now: Promises, before: Promises): Figure {
	const { share, n } = shareOf(now.rows);
	return {
		id: "kept-promises",
		label: "Kept promises",
		value: share,
		unit: "rate",
		definition:
			"Tickets whose desk said by the promised time that somebody had answered ÷ tickets that were answered or are overdue. Tickets at desks that send no updates are unknown and left out.",
		n,
		of: "answered or overdue tickets",
		previous: shareOf(before.rows).share,
		target: "95 % or more",
		verdict: share === null ? "unknown" : share >= target ? "good" : "watch",
		href: "#promises",
	};
}

/** Kept promises by priority. */
export function promisesTable({ rows }: Promises): ReportTable {
	return {
		id: "promises",
		caption: "Promises by priority",
		definition: `What the customer was told when the ticket was made, against the first word of the desk that somebody had answered. Tickets of the period by the day they were made; shares from ${fewest} on.`,
		columns: [
			{ key: "priority", label: "Priority" },
			{ key: "tickets", label: "Tickets" },
			{ key: "kept", label: "Kept", definition: "Answered by the promised time." },
			{ key: "late", label: "Late", definition: "Answered after it." },
			{ key: "overdue", label: "Overdue", definition: "Not answered, and the time has passed." },
			{ key: "to_come", label: "Not due", definition: "Not answered, and the time is still to come; not in the share." },
			{ key: "unknown", label: "Unknown", definition: "The time has passed at a desk that sends no updates; not in the share." },
			{ key: "share", label: "Share kept", unit: "rate", definition: "Kept ÷ (kept + late + overdue)." },
		],
		rows: rows.map((row) => ({
			cells: {
				priority: row.priority,
				tickets: row.tickets,
				kept: row.kept,
				late: row.late,
				overdue: row.overdue,
				to_come: row.toCome,
				unknown: row.unknown,
				share: shareOf([row]).share,
			},
		})),
		empty: "No tickets in this period.",
	};
}
