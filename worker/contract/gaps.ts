/** Why readers do not find what they search for. */
export type GapDiagnosis = "no-article" | "other-words" | "not-clicked" | "not-helpful";

/** Days for which a change is followed after it was deployed; then its searches are judged like all others, and may be acted on again. */
export const followedDays = 60;

/** Searches for one thing that do not end well, in all the ways in which people write them. */
export interface Gap {
	/** Stays the same from report to report while its words do. 12 hex digits. */
	id: string;
	/** The most frequent phrasing without a slip of the keyboard. */
	query: string;
	/** All phrasings with their searches, the most frequent first. */
	phrasings: { query: string; searches: number }[];
	searches: number;
	/** Visitor-days: a visitor counts once a day, however many phrasings were tried. */
	visitors: number;
	/** Of the searches: without a result, followed by other words, by a ticket, or by nothing. */
	zero: number;
	refined: number;
	ticketed: number;
	abandoned: number;
	/** Searches of the period before. */
	previous: number;
	firstSeen: string;
	lastSeen: string;
	/** Searches a day, or a week where the period is longer than 31 days. */
	trend: { day: string; value: number }[];
	/** What its readers said they were looking for; at most three. */
	told: string[];
	diagnosis: GapDiagnosis;
	/** The article that answers it, or that was used in vain; null where there is none. */
	article: { id: string; title: string; url: string } | null;
	/** The next step, in a sentence. */
	action: string;
	/** A change that was deployed for it, and how its searches went before and since (shares from 0 to 1, null below five searches). */
	landed: { since: string; before: { n: number; answered: number | null }; after: { n: number; answered: number | null } } | null;
	/** `open`: to act on. `watching`: a change is deployed, too few searches since. `closed`: they succeed now. `failing`: they still do not. */
	state: "open" | "watching" | "closed" | "failing";
}

/** Searches that came all at once and went again: something was broken, no article is missing. */
export interface SearchIncident {
	/** First and last day; one or two in a row. */
	first: string;
	last: string;
	/** What was searched, the most frequent first. */
	queries: string[];
	/** Searches with these words on these days, and on an ordinary day of the weeks around (to one decimal). */
	searches: number;
	usual: number;
	/** Of the searches: followed by a ticket. */
	ticketed: number;
}

/** `GET /api/reports/gaps`: what to act on, the most important first. */
export interface GapsReport {
	from: string;
	to: string;
	/** True where these are searches of the sample. */
	sample: boolean;
	gaps: Gap[];
	/** What looks like a gap and was an incident, the latest first. */
	incidents?: SearchIncident[];
}
