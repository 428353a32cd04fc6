import type { MetricId } from "#contract/reports.ts";

interface MetricDefinition {
	label: string;
	definition: string;
	unit: "rate" | "seconds";
	of: string;
	/** Below this n the value says nothing. */
	minimum: number;
	target: string;
	warning: string;
	/** Where the value is good, and where it needs attention. */
	good: (value: number) => boolean;
	bad: (value: number) => boolean;
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
		good: (value) => value >= 0.3,
		bad: (value) => value < 0.2,
	},
	helpfulness: {
		label: "Article helpfulness",
		definition: "Yes ÷ (Yes + No), one vote a visitor, article and day.",
		unit: "rate",
		of: "votes",
		minimum: 20,
		target: "80 % or more",
		warning: "below 60 %",
		good: (value) => value >= 0.8,
		bad: (value) => value < 0.6,
	},
	"search-success": {
		label: "Search success",
		definition: "Settled searches of which a result was opened, or its quick answer was opened in place, ÷ settled searches. Each search counts once.",
		unit: "rate",
		of: "searches",
		minimum: 20,
		target: "60 % or more",
		warning: "below 40 %",
		good: (value) => value >= 0.6,
		bad: (value) => value < 0.4,
	},
	"zero-results": {
		label: "Zero-result searches",
		definition: "Settled searches without a good answer ÷ settled searches.",
		unit: "rate",
		of: "searches",
		minimum: 20,
		target: "below 10 %",
		warning: "above 20 %",
		good: (value) => value < 0.1,
		bad: (value) => value > 0.2,
	},
	coverage: {
		label: "Article coverage",
		definition: "Ticket categories that an article names in `answers` ÷ ticket categories.",
		unit: "rate",
		of: "ticket categories",
		minimum: 1,
		target: "80 % or more",
		warning: "below 50 %",
		good: (value) => value >= 0.8,
		bad: (value) => value < 0.5,
	},
	freshness: {
		label: "Content freshness",
		definition: "Articles reviewed in the last 6 months ÷ articles.",
		unit: "rate",
		of: "articles",
		minimum: 1,
		target: "90 % or more",
		warning: "below 70 %",
		good: (value) => value >= 0.9,
		bad: (value) => value < 0.7,
	},
	"time-to-answer": {
		label: "Time to answer",
		definition: "Median time from a session's first search or page to its helpful vote, or to its last article. Sessions with a single page are left out.",
		unit: "seconds",
		of: "sessions",
		minimum: 20,
		target: "under 2 min",
		warning: "over 5 min",
		good: (value) => value < 120,
		bad: (value) => value > 300,
	},
};
