/** Ids of the seven metrics. Definitions, targets and warnings: `worker/reports/metric-definitions.ts`. */
export type MetricId = "deflection" | "helpfulness" | "search-success" | "zero-results" | "coverage" | "freshness" | "time-to-answer";

/** One metric over one period. */
export interface Metric {
	id: MetricId;
	label: string;
	/** How it is counted, in a sentence. */
	definition: string;
	unit: "rate" | "seconds";
	/** A rate from 0 to 1, seconds, or null below the minimum n. */
	value: number | null;
	/** What the value is a share or median of. */
	n: number;
	/** Of a share: how many of these n. */
	part?: number | undefined;
	/** Words for n. Example: `searches` */
	of: string;
	/** Below this n there is "not enough data". */
	minimum: number;
	/** Where it should be, and where it needs attention, in words and as a verdict. */
	target: string;
	warning: string;
	verdict: "good" | "watch" | "warning" | "unknown";
	/** Why there is no value, in a sentence. Default: too little was counted */
	why?: string | undefined;
	/** The value of the period before, or null. */
	previous: number | null;
	previousN: number;
	/** Parts that are shown beside the value and never added to it. Example: pending deflections. */
	beside: { label: string; value: number }[];
	/** The value of each day, or of each week where the period is longer than 31 days; by its first day. Null below the minimum n. */
	trend: { day: string; value: number | null; n: number }[];
}

/** A group of searches without an answer. */
export interface ZeroResultGroup {
	/** The most frequent spelling. */
	query: string;
	/** Other spellings and word orders in the group. */
	variants: string[];
	searches: number;
	/** Visitor-days: a visitor counts once a day, however many spellings were tried. */
	visitors: number;
	lastSeen: string;
	/** What readers of these searches said they were looking for, personal data removed; up to three, the latest first. */
	told: string[];
}

/** An article that is surely below the target of helpfulness. */
export interface RatedArticle {
	article: string;
	title: string;
	url: string | null;
	/** Its file in the content folder, and where a writer edits it; null where the site does not say. */
	file: string;
	edit: string | null;
	yes: number;
	no: number;
	/** Lower bound of the share of Yes (Wilson, 95 %). */
	lowerBound: number;
	/** Upper bound; the list is sorted by it, worst first. */
	upperBound: number;
	/** The most frequent reason after No, in words, and how often it was given. */
	reason: string | null;
	reasonVotes: number;
}

/** Tickets of one category. */
export interface CategoryTickets {
	category: string;
	label: string;
	tickets: number;
	previous: number;
	/** Articles that say they answer this category. */
	articles: number;
	/** Whether articles are expected to answer it. */
	covered: boolean;
}

/** Reviews that an owner has to catch up with. */
export interface OverdueReviews {
	owner: string;
	/** Articles whose review is overdue, of all that the owner keeps. */
	overdue: number;
	articles: number;
	/** The one that waits the longest: its id and file, where a writer edits it, and the day its review ran out. */
	longest: { article: string; title: string; url: string; file: string; edit: string | null; due: string };
}

/** Votes on one revision of an article. */
export interface RevisionVotes {
	yes: number;
	no: number;
	/** Share of Yes, or null below the minimum of votes. */
	share: number | null;
	/** Of the share (Wilson, 95 %). */
	lowerBound: number;
	upperBound: number;
}

/** What readers said of an article before and after its last rewrite. */
export interface Rewrite {
	article: string;
	title: string;
	url: string;
	/** The day on which the current revision was first seen. */
	since: string;
	before: RevisionVotes;
	after: RevisionVotes;
}

/** `GET /api/reports/overview` */
export interface OverviewReport {
	generatedAt: string;
	/** First and last day of the period (`YYYY-MM-DD`, of the desk's time zone), and its length. */
	from: string;
	to: string;
	days: number;
	/** True while the database holds sample data. */
	sample: boolean;
	/** How much was read. Visitor-days: a visitor counts once a day. Null for one category: sessions and visitors cannot be told by it. */
	traffic: { pageViews: number; sessions: number | null; visitorDays: number | null };
	/** Events that are not counted, by reason, and their share of all that came (0 to 1): of all readers, whatever the filter. */
	excluded: { bot: number; staff: number; replay: number; machine: number; flood: number; share: number };
	/** The readers it is about; absent: all. */
	locale?: string | undefined;
	category?: string | undefined;
	segment?: string | undefined;
	metrics: Metric[];
	zeroResults: ZeroResultGroup[];
	/** First day whose single searches are still kept: later than `from` where the period is longer than their retention. */
	zeroResultsFrom: string;
	lowestRated: RatedArticle[];
	/** Articles with enough votes to be rated. */
	ratedArticles: number;
	/** Articles with votes on their current revision and on one before, whatever the period: the latest rewrite first. */
	rewrites: Rewrite[];
	/** The owner who is behind the longest first. */
	overdueReviews: OverdueReviews[];
	ticketsByCategory: CategoryTickets[];
}

/** A search that ended in a helpful article (docs/metrics.md). */
export interface LearnedSearch {
	/** The words as stored: redacted, in lower case, with single spaces. */
	query: string;
	article: string;
	/** The most distinct visitors of one day: a visitor is only known for a day. */
	visitors: number;
}

/** `GET /api/reports/learned-searches` */
export interface LearnedSearchesReport {
	/** True where the database holds no real search and these are of the sample. */
	sample: boolean;
	/** The most visitors first; at most 5,000. */
	searches: LearnedSearch[];
}
