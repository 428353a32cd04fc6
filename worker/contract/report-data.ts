import type { ReportTable, Series } from "./report-table.ts";

/** Pages of the manager's report, by their name in addresses. */
export const reportIds = ["search", "articles", "contact", "freshness", "handoffs"] as const;
export type ReportId = (typeof reportIds)[number];

/** One number of a report. */
export interface Figure {
	/** Name on the page and in JSON. Example: `kept-promises` */
	id: string;
	label: string;
	/** A rate from 0 to 1, a count, seconds, money, or null below the minimum n. */
	value: number | null;
	unit: "rate" | "count" | "seconds" | "money" | "score";
	/** How it is counted, in a sentence. */
	definition: string;
	/** What a rate or median is of, with words for it. Example: `38`, `searches` */
	n?: number;
	of?: string;
	/** Of a share: how many of these n. */
	part?: number | undefined;
	/** The value of the period before. */
	previous?: number | null;
	/** Where it should be, in words. Example: `95 % or more` */
	target?: string;
	verdict?: "good" | "watch" | "warning" | "unknown";
	/** Why there is no value, in a sentence. Default: too little was counted */
	why?: string | undefined;
	/** The rows behind it: an anchor of the page or another page. Example: `#gaps` */
	href?: string;
}

/** A chart: one or more lines over the same days; its table stands beside it. */
export interface Chart {
	/** Name in addresses. Example: `zero-results-by-day` */
	id: string;
	title: string;
	/** What it shows, in a sentence, for those who do not see it. */
	summary: string;
	series: Series[];
	/** The day, or the first day of the week, that is not over yet: its figures are not final, and are drawn apart. */
	unfinished?: string;
}

/** A page of the report: `GET /api/reports/<id>`. */
export interface ReportData {
	id: ReportId;
	/** Heading. Example: `Search` */
	title: string;
	generatedAt: string;
	from: string;
	to: string;
	days: number;
	locale?: string | undefined;
	category?: string | undefined;
	segment?: string | undefined;
	/** True while the database holds sample data. */
	sample: boolean;
	/** What a reader must know of these figures: missing data, what the filter cannot tell. A sentence each. */
	notes: string[];
	figures: Figure[];
	charts: Chart[];
	tables: ReportTable[];
}
