import type { Figure } from "#contract/report-data.ts";
import type { Metric, MetricId } from "#contract/reports.ts";

interface MetricDefinition {
	label: string;
	definition: string;
	unit: "rate" | "seconds";
	of: string;
	/** Below this n the value says nothing. */
	minimum: number;
	target: string;
	warning: string;
	/** Whether more is better. */
	better: "more" | "less";
	/** The value is good from here on (more is better), or below. */
	goal: number;
	/** It needs attention beyond this. */
	limit: number;
}

/** The seven metrics: what they mean, where they should be, and when they warn. */
export const metricDefinitions: Record<MetricId, MetricDefinition> = {
	deflection: {
		label: "Deflection rate",
		definition:
			"Confirmed deflections ÷ sessions that opened the contact page, of the days whose 7 days are over. A “this solved it” is pending for 7 days and confirmed when that browser filed no ticket.",
		unit: "rate",
		of: "contact sessions whose 7 days are over",
		minimum: 20,
		target: "30–50 %",
		warning: "below 20 %",
		better: "more",
		goal: 0.3,
		limit: 0.2,
	},
	helpfulness: {
		label: "Article helpfulness",
		definition: "Yes ÷ (Yes + No), one vote a visitor, article and day.",
		unit: "rate",
		of: "votes",
		minimum: 20,
		target: "80 % or more",
		warning: "below 60 %",
		better: "more",
		goal: 0.8,
		limit: 0.6,
	},
	"search-success": {
		label: "Search success",
		definition: "Settled searches of which a result was opened, or its quick answer was opened in place, ÷ settled searches. Each search counts once.",
		unit: "rate",
		of: "searches",
		minimum: 20,
		target: "60 % or more",
		warning: "below 40 %",
		better: "more",
		goal: 0.6,
		limit: 0.4,
	},
	"zero-results": {
		label: "Zero-result searches",
		definition: "Settled searches without a good answer ÷ settled searches.",
		unit: "rate",
		of: "searches",
		minimum: 20,
		target: "below 10 %",
		warning: "above 20 %",
		better: "less",
		goal: 0.1,
		limit: 0.2,
	},
	coverage: {
		label: "Article coverage",
		definition: "Ticket categories that an article names in `answers` ÷ ticket categories.",
		unit: "rate",
		of: "ticket categories",
		minimum: 1,
		target: "80 % or more",
		warning: "below 50 %",
		better: "more",
		goal: 0.8,
		limit: 0.5,
	},
	freshness: {
		label: "Content freshness",
		definition: "Articles reviewed in the last 6 months ÷ articles.",
		unit: "rate",
		of: "articles",
		minimum: 1,
		target: "90 % or more",
		warning: "below 70 %",
		better: "more",
		goal: 0.9,
		limit: 0.7,
	},
	"time-to-answer": {
		label: "Time to answer",
		definition: "Median time from a session's first search or page to its helpful vote, or to its last article. Sessions with a single page are left out.",
		unit: "seconds",
		of: "sessions",
		minimum: 20,
		target: "under 2 min",
		warning: "over 5 min",
		better: "less",
		goal: 120,
		limit: 300,
	},
};

/** What a value of a metric says; null is below its minimum. */
export function verdictOn(id: MetricId, value: number | null): Metric["verdict"] {
	const { better, goal, limit } = metricDefinitions[id];
	if (value === null) return "unknown";
	if (better === "more") return value < limit ? "warning" : value >= goal ? "good" : "watch";
	return value > limit ? "warning" : value < goal ? "good" : "watch";
}

/** A metric as a figure of a page: its words and verdict, with values that were counted there. @param reading `part` of `n` of a share */
export function metricFigure(id: MetricId, reading: { value: number | null; n: number; part?: number }, previous: number | null, href: string): Figure {
	const { label, unit, definition, of, target } = metricDefinitions[id];
	return { id, label, unit, definition, ...reading, of, previous, target, verdict: verdictOn(id, reading.value), href };
}
