import { addressOfParts, partsOfAddress } from "./paths.ts";

/** A pattern with its placeholders filled. */
export interface Filled {
	/** What there is no value for stays as it was written. */
	text: string;
	/** Placeholders without a value. Example: `[":year"]` */
	missing: string[];
}

/** Fills the placeholders of a pattern of addresses. @param token finds a placeholder; its first group is the name */
export function fill(pattern: string, token: RegExp, valueOf: (name: string) => string | undefined): Filled {
	const missing: string[] = [];
	const text = pattern.replace(token, (whole: string, name: string) => {
		const value = valueOf(name);
		if (value === undefined) missing.push(whole);
		return value ?? whole;
	});
	return { text, missing };
}

/** What has to be said of a page whose address cannot be computed. */
export function unknownAddress(pattern: string, missing: string[]): string {
	return `its old address follows the pattern ${pattern}, and ${missing.join(", ")} ${missing.length === 1 ? "is" : "are"} not known here; add a redirect if the address matters`;
}

/** An address as a site writes it: with `.html` where it did, and without `index`. */
export function addressAsWritten(lead: string[], text: string): string {
	const parts = partsOfAddress(text);
	if (parts.at(-1) === "index") parts.pop();
	else if (/\.html?$/i.test(text) && parts.length > 0) return `${addressOfParts([...lead, ...parts]).slice(0, -1)}.html`;
	return addressOfParts([...lead, ...parts]);
}

/** A day and time as somebody wrote it, with its parts in digits. */
export interface Moment {
	/** `YYYY-MM-DD` */
	day: string;
	/** The same moment's day in UTC, where it says its zone. */
	utcDay: string;
	hour: string;
	minute: string;
	second: string;
}

/** The moment of a date like `2024-03-12` or `2024-03-12 23:30:00 -0500`; undefined for what is none. */
export function momentOf(written: string | undefined): Moment | undefined {
	const match = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?)?/.exec(written?.trim() ?? "");
	if (!match) return undefined;
	const [, year = "", month = "", date = "", hour = "0", minute = "00", second = "00", zone = ""] = match;
	const day = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
	if (Number.isNaN(Date.parse(day))) return undefined;
	const time = `${hour.padStart(2, "0")}:${minute}:${second}`;
	const offset = /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(-2)}` : "Z";
	const utc = Date.parse(`${day}T${time}${offset}`);
	return { day, utcDay: Number.isNaN(utc) ? day : new Date(utc).toISOString().slice(0, 10), hour: hour.padStart(2, "0"), minute, second };
}

/** Parts of a day, in the words and digits that patterns ask for. @param day `YYYY-MM-DD` */
export function partsOfDay(day: string) {
	const date = new Date(`${day}T00:00:00Z`);
	const [year = "", month = "", dayOfMonth = ""] = day.split("-");
	const word = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat("en-US", { ...options, timeZone: "UTC" }).format(date);
	const dayOfYear = Math.round((date.getTime() - Date.UTC(Number(year), 0, 1)) / dayLength) + 1;
	const weekday = date.getUTCDay();
	// A week belongs to the year of its Thursday.
	const thursday = new Date(date.getTime() + (4 - (weekday || 7)) * dayLength);
	const week = Math.floor((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / dayLength / 7) + 1;
	return {
		year,
		month,
		day: dayOfMonth,
		dayOfYear,
		weekday,
		week: String(week).padStart(2, "0"),
		weekYear: String(thursday.getUTCFullYear()),
		monthName: word({ month: "long" }),
		shortMonthName: word({ month: "short" }),
		dayName: word({ weekday: "long" }),
		shortDayName: word({ weekday: "short" }),
	};
}

const dayLength = 24 * 60 * 60 * 1000;
