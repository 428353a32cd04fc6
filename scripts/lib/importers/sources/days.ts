import { monthOf } from "./months.ts";

const nth = String.raw`(?:st|nd|rd|th|er|º|ª)?\.?`;
const name = String.raw`(?<name>\p{L}{3,})\.?`;

/** Every notation with the groups `year`, `day`, and `month` as a number or `name`. */
const notations = new RegExp(
	[
		String.raw`(?<!\d)(?<year>\d{4})[-/](?<month>\d{1,2})[-/](?<day>\d{1,2})(?!\d)`,
		String.raw`(?<!\d)(?<year>\d{4})\. ?(?<month>\d{1,2})\. ?(?<day>\d{1,2})(?!\d)`,
		String.raw`(?<!\d)(?<year>\d{4})[年년] ?(?<month>\d{1,2})[月월] ?(?<day>\d{1,2})[日일]`,
		String.raw`(?<!\p{L})${name} (?<day>\d{1,2})${nth},? (?<year>\d{4})(?!\d)`,
		String.raw`(?<!\d)(?<day>\d{1,2})${nth} ?(?:(?:de|of) )?${name},? (?:(?:de|del) )?(?<year>\d{4})(?!\d)`,
		String.raw`(?<!\d)(?<year>\d{4})\.? ${name} (?<day>\d{1,2})(?!\d)`,
		String.raw`(?<!\d)(?<day>\d{1,2})\. ?(?<month>\d{1,2})\. ?(?<year>\d{4})(?!\d)`,
	].join("|"),
	"gu",
);

/**
 * The day that a written date names, `YYYY-MM-DD`: `Jan 12, 2024`, `12 January 2024`, `12. März 2024`, `12 de marzo de 2024`,
 * `2024-01-12`, `2024/01/12`, `12.01.2024`, `2024年1月12日`. Undefined for everything else, also for `12/01/2024`, which is another
 * day in every country, and for months whose name means another one in another language.
 */
export function dayIn(text: string): string | undefined {
	return daysIn(text)[0];
}

/** Every day that a text names, in order. */
export function daysIn(text: string): string[] {
	return [...text.matchAll(notations)].flatMap(({ groups: { year = "", month, name: written = "", day = "" } = {} }) => {
		const number = month === undefined ? monthOf(written) : Number(month);
		return (number !== undefined && dayOf(year, number, day)) || [];
	});
}

function dayOf(year: string, month: number, day: string): string | undefined {
	const written = `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
	const time = Date.parse(written);
	// 31 February is a day for Date; it is none for people.
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(written) ? written : undefined;
}
