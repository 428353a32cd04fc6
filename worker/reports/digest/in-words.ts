/** A number with its noun. Examples: `1 ticket`, `2 searches` */
export function counted(n: number, one: string, many = `${one}s`): string {
	return `${n} ${n === 1 ? one : many}`;
}

/** A moment on the desk's clocks. Example: `2026-11-23 08:00` */
export function momentInWords(at: string, timeZone: string): string {
	return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" }).format(new Date(at));
}

/** Days of a week in words. Example: `16 to 22 November 2026` */
export function daysInWords(from: string, to: string): string {
	const format = (day: string, parts: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...parts }).format(new Date(day));
	const shared =
		from.slice(0, 7) === to.slice(0, 7)
			? {}
			: from.slice(0, 4) === to.slice(0, 4)
				? { month: "long" as const }
				: { month: "long" as const, year: "numeric" as const };
	return `${format(from, { day: "numeric", ...shared })} to ${format(to, { day: "numeric", month: "long", year: "numeric" })}`;
}
