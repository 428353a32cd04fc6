import { dayMs, addDays } from "../../lib/days.ts";

/** Searches for one thing that came all at once and went again: something was broken, nothing is missing. */
export interface Burst {
	/** First and last day; one or two days. */
	first: string;
	last: string;
	searches: number;
	/** Searches of an ordinary day before and after. */
	usual: number;
}

/** What people search for when something is down; then fewer searches are enough. */
const incidentWords =
	/\b(down|outages?|offline|unavailable|unreachable|not (working|loading|responding)|(won'?t|doesn'?t|does not|can'?t|cannot) (load|open|start|reach)|nothing (loads|works)|disruptions?|crash(es|ed|ing)?|incidents?|(platform|service|system|site|server) status|server error|50[0234])\b/i;

/** At least so many searches, and such a share of all; less will do with the words of an incident. Few searches come together by chance. */
const silent = { searches: 12, share: 0.8 };
const spoken = { searches: 3, share: 0.6 };
const timesUsual = 8;
/** A period shorter than this has no ordinary days. */
const shortestPeriod = 7;

/** Whether a text holds the words of an incident. */
export function speaksOfIncident(text: string): boolean {
	return incidentWords.test(text);
}

/**
 * Finds the one or two days in a row on which most searches for one thing came, where they are a burst. While it may still go on (its last
 * day is the period's last), only the words of an incident make it one.
 *
 * @param days searches by day; days without any may be left out
 * @param span first and last day that were looked at
 * @param words the phrasings
 */
export function findBurst(days: { day: string; searches: number }[], span: { from: string; to: string }, words: string[]): Burst | null {
	const length = Math.round((Date.parse(span.to) - Date.parse(span.from)) / dayMs) + 1;
	if (length < shortestPeriod) return null;
	const searched = new Map(days.map(({ day, searches }) => [day, searches]));
	const all = days.reduce((sum, { searches }) => sum + searches, 0);
	const speaks = words.filter(speaksOfIncident).length * 2 >= words.length;
	const enough = speaks ? spoken : silent;
	const windows = days.flatMap(({ day, searches }) => {
		const next = addDays(day, 1);
		const both = searches + (searched.get(next) ?? 0);
		return both > searches ? [windowOf(day, day, searches, 1), windowOf(day, next, both, 2)] : [windowOf(day, day, searches, 1)];
	});
	const burst = windows.filter((window) => isBurst(window)).sort((a, b) => b.searches - a.searches || (a.last < b.last ? -1 : 1))[0];
	return burst ?? null;

	function windowOf(first: string, last: string, searches: number, width: number): Burst & { width: number } {
		return { first, last, searches, width, usual: (all - searches) / (length - width) };
	}

	function isBurst({ last, searches, usual, width }: Burst & { width: number }): boolean {
		if (searches < enough.searches || searches < enough.share * all) return false;
		return (speaks || last < span.to) && searches / width >= timesUsual * usual;
	}
}
