const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * The day that a written date names, `YYYY-MM-DD`: `Jan 12, 2024`, `12 January 2024`, `2024-01-12`, `2024/01/12`, `12.01.2024`.
 * Undefined for everything else, also for `12/01/2024`, which is another day in every country.
 */
export function dayIn(text: string): string | undefined {
	const [, year, month, day] = /(?<!\d)(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/.exec(text) ?? [];
	if (year && month && day) return dayOf(year, Number(month), day);
	const [, name = "", dayAfter, yearAfter] = /([A-Z][a-z]{2,8})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})/.exec(text) ?? [];
	if (dayAfter && yearAfter) return dayOf(yearAfter, monthOf(name), dayAfter);
	const [, dayBefore, nameAfter = "", yearLast] = /(?<!\d)(\d{1,2})\.? ([A-Z][a-z]{2,8})\.?,? (\d{4})/.exec(text) ?? [];
	if (dayBefore && yearLast) return dayOf(yearLast, monthOf(nameAfter), dayBefore);
	const [, dotted, dottedMonth, dottedYear] = /(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})/.exec(text) ?? [];
	return dotted && dottedMonth && dottedYear ? dayOf(dottedYear, Number(dottedMonth), dotted) : undefined;
}

function monthOf(name: string): number {
	return months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function dayOf(year: string, month: number, day: string): string | undefined {
	const written = `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
	const time = Date.parse(written);
	// 31 February is a day for Date; it is none for people.
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(written) ? written : undefined;
}
