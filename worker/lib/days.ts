import { getISO } from "temporal-polyfill/fns/Calendar";
import * as PlainDate from "temporal-polyfill/fns/PlainDate";
import * as PlainTime from "temporal-polyfill/fns/PlainTime";

export const dayMs = 24 * 60 * 60 * 1000;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(zone: string): Intl.DateTimeFormat {
	const known = formats.get(zone);
	if (known) return known;
	const format = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
	formats.set(zone, format);
	return format;
}

/**
 * Day of a moment: `YYYY-MM-DD`, the unit of rollups and retention.
 *
 * @param zone IANA zone whose midnight begins the day; reports take the desk's. Default: UTC
 */
export function dayOf(at: number, zone = "UTC"): string {
	return zone === "UTC" ? new Date(at).toISOString().slice(0, 10) : formatIn(zone).format(at);
}

/** The moment at which a day begins in a zone, epoch milliseconds. Where the clocks change at midnight it is the first moment there is. */
export function startOfDay(day: string, zone: string): number {
	return PlainDate.toZonedDateTime(PlainDate.fromString(day, getISO), zone).epochMilliseconds;
}

/** The moment at which the clocks of a zone show a time of a day, epoch milliseconds. Skipped: when they have skipped it; shown twice: the first time. */
export function momentOf(day: string, time: string, zone: string): number {
	return PlainDate.toZonedDateTime(PlainDate.fromString(day, getISO), { timeZone: zone, plainTime: PlainTime.fromString(time) }).epochMilliseconds;
}

/** Hour of a moment: `YYYY-MM-DDTHH` in UTC. */
export function hourOf(at: number): string {
	return new Date(at).toISOString().slice(0, 13);
}

/** The day `count` days after `day` (before, when negative). */
export function addDays(day: string, count: number): string {
	return dayOf(Date.parse(`${day}T00:00:00Z`) + count * dayMs);
}
