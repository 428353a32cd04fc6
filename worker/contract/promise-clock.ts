import * as Instant from "temporal-polyfill/fns/Instant";
import * as PlainDate from "temporal-polyfill/fns/PlainDate";
import * as PlainTime from "temporal-polyfill/fns/PlainTime";
import * as ZonedDateTime from "temporal-polyfill/fns/ZonedDateTime";

/** When there are people at the desk. */
export interface BusinessHours {
	/** IANA zone of the desk. */
	timeZone: string;
	/** ISO weekdays, 1 is Monday. */
	days: number[];
	/** Wall-clock time `HH:MM`. */
	opens: string;
	/** Wall-clock time `HH:MM`, after `opens`. */
	closes: string;
	/** Days (`YYYY-MM-DD`) on which the desk is closed. */
	holidays: string[];
}

/** How a target runs: round the clock, or in business hours only. */
export type ClockKind = "always" | "hours";

/** Epoch milliseconds. */
interface Shift {
	opens: number;
	closes: number;
}

/** Longest search for an open day: a desk closed for a year is a mistake in its configuration. */
const horizonDays = 370;

/** The desk's calendar day at a moment. */
function dayAt(moment: number, { timeZone }: BusinessHours): PlainDate.Record {
	return ZonedDateTime.toPlainDate(Instant.toZonedDateTimeISO(Instant.fromEpochMilliseconds(moment), timeZone));
}

/** The open span of one calendar day, or null where the desk is closed. */
function shiftOn(day: PlainDate.Record, hours: BusinessHours): Shift | null {
	if (!hours.days.includes(PlainDate.dayOfWeek(day)) || hours.holidays.includes(PlainDate.toString(day))) return null;
	const at = (time: string) => PlainDate.toZonedDateTime(day, { timeZone: hours.timeZone, plainTime: PlainTime.fromString(time) }).epochMilliseconds;
	return { opens: at(hours.opens), closes: at(hours.closes) };
}

/**
 * The moment by which something is promised: `minutes` of running clock after `from`. Real time is counted, so a day on
 * which the clocks change is an hour shorter or longer as it is for people.
 *
 * @param from epoch milliseconds at which the clock starts
 * @param minutes length of the target
 * @param kind whether the clock stops outside business hours
 * @returns epoch milliseconds
 * @throws RangeError when the desk has no open day within a year
 */
export function promisedAt(from: number, minutes: number, kind: ClockKind, hours: BusinessHours): number {
	if (kind === "always") return from + minutes * 60_000;
	let left = minutes * 60_000;
	let day = dayAt(from, hours);
	for (let tried = 0; tried < horizonDays; tried++, day = PlainDate.addDays(day, 1)) {
		const shift = shiftOn(day, hours);
		if (!shift) continue;
		const start = Math.max(from, shift.opens);
		const open = shift.closes - start;
		if (open <= 0) continue;
		if (left <= open) return start + left;
		left -= open;
		tried = 0;
	}
	throw new RangeError(`no open day within a year in ${hours.timeZone}: check the hours and holidays of support.yml`);
}

/** Whether somebody is at the desk at `now` (epoch milliseconds). */
export function isStaffed(now: number, hours: BusinessHours): boolean {
	const shift = shiftOn(dayAt(now, hours), hours);
	return shift !== null && now >= shift.opens && now < shift.closes;
}

/** When the desk opens next, from `now` on; `now` itself where it is open. Epoch milliseconds. */
export function nextOpening(now: number, hours: BusinessHours): number {
	return promisedAt(now, 0, "hours", hours);
}

/**
 * A moment in words for one reader. Example: `Tuesday 24 November, 14:00 (Europe/London)`
 *
 * @param at epoch milliseconds
 * @param timeZone IANA zone of the reader, or of the desk where the reader's is unknown
 * @param language how its days are written, as BCP 47. Example: `ar-u-nu-latn`
 */
export function inWords(at: number, timeZone: string, language = "en-GB"): string {
	const format = formatFor(language, timeZone);
	return `${/^en\b/.test(language) ? inEnglish() : format.format(at)} (${timeZone.replaceAll("_", " ")})`;

	// One English for all of it: its own ways to join a day and a time differ with every edition of the Unicode data.
	function inEnglish(): string {
		const parts = Object.fromEntries(format.formatToParts(at).map((part) => [part.type, part.value]));
		return `${parts["weekday"]} ${parts["day"]} ${parts["month"]}, ${parts["hour"]}:${parts["minute"]}`;
	}
}

/** Making a format takes an eighth of all that a ticket takes, so they are kept; not every one, since readers name their zones. */
const formats = new Map<string, Intl.DateTimeFormat>();
const keptFormats = 100;

function formatFor(language: string, timeZone: string): Intl.DateTimeFormat {
	const name = `${language} ${timeZone}`;
	const known = formats.get(name);
	if (known) return known;
	const format = new Intl.DateTimeFormat(language, {
		weekday: "long",
		day: "numeric",
		month: "long",
		hour: "2-digit",
		minute: "2-digit",
		hourCycle: "h23",
		timeZone,
	});
	if (formats.size >= keptFormats) formats.clear();
	formats.set(name, format);
	return format;
}
