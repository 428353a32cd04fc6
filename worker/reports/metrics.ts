import type { Metric, MetricId } from "#contract/reports.ts";
import type { ContactSums, Sums } from "../queries/rollups.ts";
import { metricDefinitions } from "./metric-definitions.ts";
import { weightedMedian } from "./weighted-median.ts";

/** What the metrics of one period are made from. */
export interface PeriodCounts {
	sums: Sums;
	/** Of the days whose contact sessions are all older than the week in which a ticket may still come. */
	weekOver: ContactSums;
	/** How the content stood at the end of the period: articles, fresh, categories, covered. */
	content: Record<string, number>;
}

interface Reading {
	/** Numerator, or the median itself. */
	value: number | null;
	n: number;
	beside?: { label: string; value: number }[];
}

/** A count over all its labels. */
export function total(sums: Sums, metric: string): number {
	return [...(sums.get(metric)?.values() ?? [])].reduce((sum, n) => sum + n, 0);
}

const share = (part: number, n: number): Reading => ({ value: n > 0 ? part / n : null, n });

/** One reading a metric; pure arithmetic over the period's counts. */
const readings: Record<MetricId, (counts: PeriodCounts) => Reading> = {
	deflection: ({ sums, weekOver }) => ({
		...share(weekOver.confirmed, weekOver.sessions),
		beside: ["confirmed", "pending", "unverifiable", "refuted", "potential"].map((state) => ({ label: state, value: total(sums, `deflections_${state}`) })),
	}),
	helpfulness: ({ sums }) => share(total(sums, "votes_yes"), total(sums, "votes_yes") + total(sums, "votes_no")),
	"search-success": ({ sums }) => {
		const opened = total(sums, "searches_opened");
		const inPlace = total(sums, "searches_answered_in_place");
		return {
			...share(opened + inPlace, total(sums, "searches")),
			beside: [
				{ label: "opened", value: opened },
				{ label: "answered in place", value: inPlace },
			],
		};
	},
	"zero-results": ({ sums }) => ({
		...share(total(sums, "searches_zero"), total(sums, "searches")),
		beside: [{ label: "without an answer", value: total(sums, "searches_zero") }],
	}),
	coverage: ({ content }) => share(content["covered"] ?? 0, content["categories"] ?? 0),
	freshness: ({ content }) => share(content["fresh"] ?? 0, content["articles"] ?? 0),
	"time-to-answer": ({ sums }) => {
		const seconds = new Map([...(sums.get("time_to_answer") ?? [])].map(([label, n]) => [Number(label), n]));
		return { value: weightedMedian(seconds), n: total(sums, "time_to_answer") };
	},
};

/** The seven metrics of a period beside those of the period before. */
export function computeMetrics(current: PeriodCounts, previous: PeriodCounts): Metric[] {
	return (Object.keys(metricDefinitions) as MetricId[]).map((id) => {
		const { good, bad, ...definition } = metricDefinitions[id];
		const now = readings[id](current);
		const before = readings[id](previous);
		const value = now.n >= definition.minimum ? now.value : null;
		return {
			id,
			...definition,
			value,
			n: now.n,
			verdict: value === null ? "unknown" : bad(value) ? "warning" : good(value) ? "good" : "watch",
			previous: before.n >= definition.minimum ? before.value : null,
			previousN: before.n,
			beside: now.beside ?? [],
		};
	});
}
