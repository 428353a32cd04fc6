import type { Metric, MetricId } from "#contract/reports.ts";
import type { Sums } from "../queries/rollups.ts";
import { metricDefinitions, verdictOn } from "./metric-definitions.ts";
import { weightedMedian } from "./weighted-median.ts";

/** What the metrics of one period are made from. */
interface PeriodCounts {
	sums: Sums;
	/** Of the days whose contact sessions are all older than the week in which a ticket may still come. */
	weekOver: Sums;
	/** How the content stands now, or stood in the last snapshot of a period that is over: articles, fresh, categories, covered. */
	content: Record<string, number>;
}

/** A day of a trend says something from this n on: less than a period needs, because its neighbours stand beside it. */
const fewestOfDay = 5;

interface Reading {
	/** Numerator, or the median itself. */
	value: number | null;
	n: number;
	/** Numerator of a share. */
	part?: number;
	beside?: { label: string; value: number }[];
}

/** A count over all its labels. */
export function total(sums: Sums, metric: string): number {
	return [...(sums.get(metric)?.values() ?? [])].reduce((sum, n) => sum + n, 0);
}

const share = (part: number, n: number): Reading => ({ value: n > 0 ? part / n : null, n, part });

/** One reading a metric; pure arithmetic over the period's counts. */
const readings: Record<MetricId, (counts: PeriodCounts) => Reading> = {
	deflection: ({ sums, weekOver }) => ({
		...share(total(weekOver, "deflections_confirmed"), total(weekOver, "contact_sessions")),
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

/** A part of a period, by its first day. */
interface Bucket extends PeriodCounts {
	day: string;
}

/** The seven metrics of a period beside those of the period before, with the values of its parts. */
export function computeMetrics(current: PeriodCounts, previous: PeriodCounts, buckets: Bucket[] = []): Metric[] {
	return (Object.keys(metricDefinitions) as MetricId[]).map((id) => {
		const { better: _better, goal: _goal, limit: _limit, ...definition } = metricDefinitions[id];
		const now = readings[id](current);
		const before = readings[id](previous);
		const value = now.n >= definition.minimum ? now.value : null;
		return {
			id,
			...definition,
			value,
			n: now.n,
			...(now.part !== undefined && { part: now.part }),
			verdict: verdictOn(id, value),
			previous: before.n >= definition.minimum ? before.value : null,
			previousN: before.n,
			beside: now.beside ?? [],
			trend: buckets.map(({ day, ...counts }) => {
				const { value: reading, n } = readings[id](counts);
				return { day, value: n >= Math.min(definition.minimum, fewestOfDay) ? reading : null, n };
			}),
		};
	});
}
