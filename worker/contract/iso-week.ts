const dayMs = 86_400_000;

const dayIn = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** Monday of the first ISO week of a year: the week that holds 4 January. In epoch milliseconds of its UTC midnight. */
function firstMonday(year: number): number {
	const fourth = Date.UTC(year, 0, 4);
	return fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * dayMs;
}

/** The ISO 8601 week of a day, Monday to Sunday. Example: `2026-11-20` → `2026-W47` */
export function weekOf(day: string): string {
	const at = Date.parse(`${day}T00:00:00Z`);
	// The Thursday of a week lies in the year that the week is counted in.
	const year = new Date(at + (3 - ((new Date(at).getUTCDay() + 6) % 7)) * dayMs).getUTCFullYear();
	return `${year}-W${String(Math.floor((at - firstMonday(year)) / (7 * dayMs)) + 1).padStart(2, "0")}`;
}

/** First and last day of an ISO week; null where there is no such week. Example: `2026-W47` → `2026-11-16`, `2026-11-22` */
export function daysOfWeek(week: string): { from: string; to: string } | null {
	const [, year, number] = /^(\d{4})-W(\d{2})$/.exec(week) ?? [];
	if (year === undefined || number === undefined) return null;
	const monday = firstMonday(Number(year)) + (Number(number) - 1) * 7 * dayMs;
	const days = { from: dayIn(monday), to: dayIn(monday + 6 * dayMs) };
	return weekOf(days.from) === week ? days : null;
}
