import { addDays } from "../../lib/days.ts";
import { usualCount, type Earlier } from "./jump.ts";

/** What a day is judged by. */
export interface JudgedDay {
	searches: number;
	/** Searches without a good answer. */
	zero: number;
	/** Tickets by category. */
	tickets: Record<string, number>;
}

/** More than usual. */
export interface Anomaly {
	/** `zero-results`, or `tickets:` and the category. */
	id: string;
	/** Category of the tickets; absent for searches. */
	category?: string;
	n: number;
	/** What was to be expected, and what chance hardly ever exceeds. */
	expected: number;
	limit: number;
	/** For searches: all of that day. */
	of?: number;
}

interface Question {
	day: string;
	/** Days without an entry had nothing. */
	days: Map<string, JudgedDay>;
	/** The first day on which anything was counted. */
	since: string;
	/** Days of which nothing usual is learned. */
	holidays: string[];
}

/** Days that are looked back. */
export const lookBack = 56;

/** Alike days, of weekdays and of any days, below which nothing is said. */
const fewestWeeks = 4;
const fewestDays = 14;

/** Fewer are no alarm, whatever is usual. */
const fewestTickets = 8;
const fewestZero = 10;

/** Searches of a day below which nothing is said, and the rise of their zero-result rate that is worth a look. */
const fewestSearches = 30;
const leastRise = 0.05;

const daysOfMonth = 28;
const none: JudgedDay = { searches: 0, zero: 0, tickets: {} };

/**
 * What was more on a day than it usually is: the share of searches without an answer against the 28 days before, tickets of a category
 * against the same weekday of the eight weeks before. Below a minimum nothing is said. The worst first.
 */
export function findAnomalies(question: Question): Anomaly[] {
	const found = [...zeroResults(question), ...ticketsByCategory(question)];
	return found.sort((a, b) => b.n / Math.max(b.expected, 1) - a.n / Math.max(a.expected, 1));
}

function zeroResults({ day, days, since, holidays }: Question): Anomaly[] {
	const { zero, searches } = days.get(day) ?? none;
	if (searches < fewestSearches || zero < fewestZero) return [];
	const earlier = learnedFrom(day, daysOfMonth, since, holidays).flatMap(({ at }): Earlier[] => {
		const each = days.get(at) ?? none;
		return each.searches > 0 ? [{ n: each.zero, of: each.searches }] : [];
	});
	if (earlier.length < fewestDays) return [];
	const { expected, limit } = usualCount(earlier, [], searches);
	return zero > limit && (zero - expected) / searches >= leastRise ? [{ id: "zero-results", n: zero, of: searches, expected, limit }] : [];
}

function ticketsByCategory({ day, days, since, holidays }: Question): Anomaly[] {
	const learned = learnedFrom(day, lookBack, since, holidays);
	const byWeekday = [...Map.groupBy(learned, ({ ago }) => ago % 7)].sort(([a], [b]) => a - b).map(([, group]) => group);
	const sameWeekday = byWeekday[0]?.some(({ ago }) => ago % 7 === 0) ? byWeekday[0] : [];
	// A young centre has too few weeks to tell weekdays apart: its days stand for each other.
	const groups = sameWeekday.length >= fewestWeeks ? byWeekday : learned.length >= fewestDays ? [learned.slice(0, daysOfMonth)] : [];
	return Object.entries((days.get(day) ?? none).tickets).flatMap(([category, n]) => {
		if (n < fewestTickets) return [];
		const [alike, ...others] = groups.map((group) => group.map(({ at }): Earlier => ({ n: days.get(at)?.tickets[category] ?? 0, of: 1 })));
		if (!alike) return [];
		const { expected, limit } = usualCount(alike, others, 1);
		return n > limit ? [{ id: `tickets:${category}`, category, n, expected, limit }] : [];
	});
}

/** Earlier days that say what is usual, the latest first. */
function learnedFrom(day: string, back: number, since: string, holidays: string[]): { at: string; ago: number }[] {
	return Array.from({ length: back }, (_, index) => ({ at: addDays(day, -1 - index), ago: index + 1 })).filter(
		({ at }) => at >= since && !holidays.includes(at),
	);
}
