import * as z from "zod";
import { daysOfWeek } from "./iso-week.ts";
import type { GapDiagnosis, SearchIncident } from "./gaps.ts";
import type { Metric, OverdueReviews, RatedArticle, RevisionVotes } from "./reports.ts";

/** Query of `GET /api/reports/digest`. */
export const digestQuery = z.object({
	/** ISO week of the desk's days. Default: the last full one. Example: `2026-W47` */
	week: z
		.string()
		.refine((week) => daysOfWeek(week) !== null, { error: "must be a week like 2026-W47" })
		.optional(),
});

/** Days of a week as `routing.yml` names them, Monday first. */
export const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

/** A time of each week at the desk. */
export interface WeeklyTime {
	day: (typeof weekdays)[number];
	/** `HH:MM` of the desk's clocks. Example: `08:00` */
	time: string;
}

/** Something to do next; each ends in a change in git. */
export interface DigestAction {
	/** What was found, with its figures. Example: `“export to pdf”: 41 searches by 30 visitors, and no article answers.` */
	found: string;
	/** What to do, up to the change. */
	do: string;
	/** Where to look first: a path of the centre. */
	href: string;
}

/** Tickets about one thing. */
export interface DigestTopic {
	/** Their most frequent subject, personal data and the writer's names removed. */
	words: string;
	tickets: number;
}

/** What customers wrote about. */
export interface DigestTheme {
	/** Id of the ticket category. */
	id: string;
	label: string;
	tickets: number;
	/** Of the week before. */
	previous: number;
	/** Articles that answer it. */
	articles: number;
	/** Whether articles are expected to answer it. */
	covered: boolean;
	/** Its largest topics, at most three. Empty where the texts of its tickets are gone. */
	topics: DigestTopic[];
}

/** A count beside that of the week before. */
export interface DigestTrend {
	id: string;
	label: string;
	definition: string;
	value: number;
	previous: number;
	/** False where such a difference may well be chance. */
	notable: boolean;
}

/** Searches for one thing that do not end well. */
export interface DigestGap {
	/** The most frequent phrasing. */
	query: string;
	searches: number;
	/** Visitor-days. */
	visitors: number;
	/** Searches of the week before; null where they were not counted. */
	previous: number | null;
	diagnosis: GapDiagnosis;
	/** Other phrasings, and what its readers said they were looking for; at most three of each. */
	phrasings: string[];
	told: string[];
	/** The next step, in a sentence. */
	action: string;
	/** A change was deployed for it, and its searches still do not succeed. */
	failing: boolean;
}

/** What has become better. */
export type DigestWin =
	/** Searches succeed since a change for them was deployed. Shares from 0 to 1. */
	| { kind: "gap"; query: string; since: string; before: number | null; after: number | null; n: number }
	/** A rewrite after which readers say Yes more often, beyond chance. */
	| { kind: "rewrite"; title: string; url: string; since: string; before: RevisionVotes; after: RevisionVotes }
	/** Readers of the contact page who wrote no ticket because of it; confirmed in this week. */
	| { kind: "deflection"; title: string; url: string; n: number };

/** How the hand-over stands when the digest is made. */
export interface DigestHandoffs {
	/** Given up: each needs a person. */
	dead: number;
	waiting: number;
	/** ISO 8601 UTC; null where nothing waits. */
	oldestWaiting: string | null;
	/** Destinations with something that was given up, or that take nothing now. */
	troubled: { destination: string; dead: number; waiting: number; reason: string | null }[];
}

/** A week for those who keep the knowledge base: what to do, then what it follows from. `GET /api/reports/digest` */
export interface Digest {
	/** ISO week. Example: `2026-W47` */
	week: string;
	/** Monday and Sunday (`YYYY-MM-DD`, of the desk's time zone). */
	from: string;
	to: string;
	timeZone: string;
	/** False while the week is not over. */
	complete: boolean;
	/** Name and address of the centre. */
	centre: string;
	url: string;
	/** ISO 8601 UTC. */
	generatedAt: string;
	/** True while the database holds sample data. */
	sample: boolean;
	/** What a reader must know of these figures, a sentence each. */
	notes: string[];
	/** At most five, the most important first. */
	actions: DigestAction[];
	/** The seven metrics. Deflection is that of the week before, whose seven days of waiting are over. */
	metrics: Metric[];
	trends: DigestTrend[];
	/** The most tickets first. */
	themes: DigestTheme[];
	gaps: DigestGap[];
	/** Searches that came all at once and went again: something was broken. */
	incidents: SearchIncident[];
	wins: DigestWin[];
	/** Articles that are surely below the target of helpfulness. */
	lowestRated: RatedArticle[];
	/** The owner who is behind the longest first. */
	overdueReviews: OverdueReviews[];
	handoffs: DigestHandoffs;
	/** Events that are not counted, and their share of all that came (0 to 1). */
	excluded: { bot: number; staff: number; replay: number; machine: number; flood: number; share: number };
}
