import type { ReportTable } from "#contract/report-table.ts";
import type { Sums } from "../../queries/rollups.ts";
import { metricDefinitions } from "../metric-definitions.ts";
import { total } from "../metrics.ts";

/** Contact sessions below which no share is told. */
const fewest = metricDefinitions.deflection.minimum;

const steps: [metric: string, label: string, definition: string][] = [
	["contact_sessions", "Opened the contact page", "Distinct sessions of a day that opened the contact page; a visit without a session stands for itself."],
	["contact_shown", "Were shown an article", "At least one suggestion was shown while they wrote, or a question was answered."],
	["contact_opened", "Opened a suggestion", "At least one of the suggestions was opened."],
	["contact_solved", "Said “This solved it”", "Whatever became of it later: see the outcomes below."],
	["contact_rejected", "Rejected a suggestion", "Said of at least one suggestion or answer that it does not help."],
	["contact_abandoned", "Left without a word", "Neither solved nor sent, on any visit of the day; a page left open for a day counts."],
	["deflections_ticket", "Sent a ticket", "And had not said before that something solved it."],
];

const share = (n: number, of: number) => (of >= fewest ? n / of : null);

/** From the contact page to its end: how many sessions took each step. One session may take several, so that steps do not add up. */
export function funnelTable(sums: Sums, before: Sums): ReportTable {
	const sessions = total(sums, "contact_sessions");
	return {
		id: "funnel",
		caption: "What happens on the contact page",
		definition: `Sessions that took each step, and their share of all that opened the page (from ${fewest} on). A session may take several steps, so the rows do not add up.`,
		columns: [
			{ key: "step", label: "Step" },
			{ key: "sessions", label: "Sessions" },
			{ key: "share", label: "Share", unit: "rate", definition: "Of the sessions that opened the contact page." },
			{ key: "previous", label: "Period before" },
		],
		rows: steps.map(([metric, step, definition]) => ({
			cells: { step, sessions: total(sums, metric), share: share(total(sums, metric), sessions), previous: total(before, metric) },
			more: [definition],
		})),
		empty: "Nobody opened the contact page.",
	};
}

const outcomes: [state: string, label: string, definition: string][] = [
	["confirmed", "Confirmed", "“This solved it”, and that browser sent no ticket for 7 days. Only these are in the deflection rate."],
	["pending", "Pending", "“This solved it”, and the 7 days are not over."],
	[
		"unverifiable",
		"Unverifiable",
		"“This solved it” from a browser that keeps no token (Global Privacy Control, no script): nobody can know whether a ticket came.",
	],
	["refuted", "Refuted", "“This solved it”, and a ticket came after all."],
	["potential", "Potential", "Suggestions were shown, the page was left, and nothing else came of the session that day: perhaps helped, perhaps gave up."],
];

/** What became of “This solved it”: five outcomes that are never added up. @param deflection what of it is in the rate */
export function outcomesTable(sums: Sums, before: Sums, { n, confirmed }: Pick<Deflection, "n" | "confirmed">): ReportTable {
	const inRate = `In the rate: ${confirmed.toLocaleString("en")} of ${n.toLocaleString("en")} contact sessions, those whose 7 days are over.`;
	return {
		id: "outcomes",
		caption: "Deflections, each for itself",
		definition: "Sessions by what became of them. They are never added: only confirmed ones are known to have needed no person.",
		columns: [
			{ key: "outcome", label: "Outcome" },
			{ key: "sessions", label: "Sessions" },
			{ key: "previous", label: "Period before" },
		],
		rows: outcomes.map(([state, outcome, definition]) => ({
			cells: { outcome, sessions: total(sums, `deflections_${state}`), previous: total(before, `deflections_${state}`) },
			more: [definition, ...(state === "confirmed" ? [inRate] : [])],
		})),
		empty: "No suggestion was marked as the solution.",
	};
}

/** A share of contact sessions whose week is over. */
export interface Deflection {
	/** Null below the minimum. */
	rate: number | null;
	n: number;
	/** Confirmed ones of these n. */
	confirmed: number;
}

/** The deflection rate: confirmed ÷ contact sessions. @param weekOver sums of days that are older than the week in which a ticket may still come */
export function deflectionOf(weekOver: Sums): Deflection {
	const n = total(weekOver, "contact_sessions");
	const confirmed = total(weekOver, "deflections_confirmed");
	return { rate: share(confirmed, n), n, confirmed };
}
