export { reviewDue } from "#contract/review-due.ts";

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** Made once for each language: making one takes longer than all else that a page does with a day. */
function dayFormat(locale: string): Intl.DateTimeFormat {
	const format = dayFormats.get(locale) ?? new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
	dayFormats.set(locale, format);
	return format;
}

/** A day in words. Example: `14 September 2026` */
export function dayInWords(day: string, locale = "en-GB"): string {
	return dayFormat(locale).format(new Date(`${day}T00:00:00Z`));
}

/** A moment in words, in a zone. Example: `21 November 2026, 14:05 GMT` */
export function momentInWords(moment: string, timeZone: string, locale = "en-GB"): string {
	return new Intl.DateTimeFormat(locale, {
		day: "numeric",
		month: "long",
		year: "numeric",
		hour: "2-digit",
		minute: "2-digit",
		timeZone,
		timeZoneName: "short",
	}).format(new Date(moment));
}
