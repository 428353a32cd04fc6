import type { Chart, Figure } from "#contract/report-data.ts";
import type { ReportFilter } from "#contract/report-filter.ts";
import type { HandoverCount } from "../../queries/handoff-report.ts";
import { bucketsOf } from "../buckets.ts";
import { weightedMedian } from "../weighted-median.ts";

interface Inputs {
	counts: HandoverCount[];
	countsBefore: HandoverCount[];
	/** Seconds until the desk had it → how many. */
	seconds: Map<number, number>;
	secondsBefore: Map<number, number>;
	outbox: { pending: number; dead: number; oldestMs: number };
}

/** Hand-overs below which a share or a median says nothing. */
const minimum = 20;

const delivered = (counts: HandoverCount[]) => counts.filter(({ state }) => state === "delivered");
const sum = (counts: HandoverCount[], key: "n" | "attempts" | "atOnce" = "n") => counts.reduce((total, count) => total + count[key], 0);
const size = (seconds: Map<number, number>) => [...seconds.values()].reduce((total, n) => total + n, 0);
const enough = <Value>(n: number, value: Value) => (n >= minimum ? value : null);

function shareAtOnce(counts: HandoverCount[]): number | null {
	const done = delivered(counts);
	return enough(sum(done), sum(done, "atOnce") / sum(done));
}

/** How the hand-over stands now, and how it went in the period. */
export function handoffFigures({ counts, countsBefore, seconds, secondsBefore, outbox }: Inputs): Figure[] {
	const oldest = Math.round(outbox.oldestMs / 1000);
	const median = (of: Map<number, number>) => enough(size(of), weightedMedian(of));
	return [
		{
			id: "backlog",
			label: "Waiting now",
			value: outbox.pending,
			unit: "count",
			definition: "Messages, notes and closings that no desk has taken yet, at this moment and whatever the filter.",
			verdict: oldest > 3600 ? "warning" : oldest > 600 ? "watch" : "good",
			href: "#waiting",
		},
		{
			id: "oldest",
			label: "Waits the longest",
			value: outbox.pending > 0 ? oldest : null,
			unit: "seconds",
			definition: "Age of the oldest hand-over that waits. One that waits for 72 hours is given up.",
			target: "within 10 min",
			...(outbox.pending > 0 && { verdict: oldest > 3600 ? "warning" : oldest > 600 ? "watch" : "good" }),
			href: "#waiting",
		},
		{
			id: "dead",
			label: "Given up",
			value: outbox.dead,
			unit: "count",
			definition: "Hand-overs that a desk refused or did not take for 72 hours, and that nobody has sent again; whatever the filter.",
			target: "0",
			verdict: outbox.dead > 0 ? "warning" : "good",
			href: "#dead",
		},
		{
			id: "delivered",
			label: "Handed over",
			value: sum(delivered(counts)),
			unit: "count",
			definition: "Hand-overs that a desk took, of tickets that came in the period; notes and closings count, too.",
			previous: sum(delivered(countsBefore)),
			href: "#destinations",
		},
		{
			id: "time-to-hand-over",
			label: "Time to hand over",
			value: median(seconds),
			unit: "seconds",
			definition: "Median time from a message's arrival to the desk's yes, of tickets that came in the period.",
			n: size(seconds),
			of: "hand-overs",
			previous: median(secondsBefore),
			href: "#destinations",
		},
		{
			id: "first-attempt",
			label: "Taken at the first attempt",
			value: shareAtOnce(counts),
			unit: "rate",
			definition: "Hand-overs that the desk took when it was first asked ÷ hand-overs that it took.",
			n: sum(delivered(counts)),
			of: "hand-overs",
			previous: shareAtOnce(countsBefore),
			href: "#reasons",
		},
	];
}

/** What became of messages over time. */
export function handoffCharts(filter: ReportFilter, counts: HandoverCount[]): Chart[] {
	const states = [
		["Handed over", "delivered"],
		["Waiting", "pending"],
		["Given up", "dead"],
	] as const;
	const buckets = bucketsOf(filter);
	return [
		{
			id: "handovers",
			title: "What became of messages",
			summary: "Hand-overs by the day their ticket came: taken by a desk, still waiting, and given up.",
			series: states.map(([label, state]) => ({
				label,
				unit: "count",
				points: buckets.map(({ first, last }) => ({
					day: first,
					value: sum(counts.filter((count) => count.state === state && count.day >= first && count.day <= last)),
				})),
			})),
		},
	];
}
