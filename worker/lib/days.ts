export const dayMs = 24 * 60 * 60 * 1000;

/** Day of a moment: `YYYY-MM-DD` in UTC, the unit of rollups and retention. */
export function dayOf(at: number): string {
	return new Date(at).toISOString().slice(0, 10);
}

/** Hour of a moment: `YYYY-MM-DDTHH` in UTC. */
export function hourOf(at: number): string {
	return new Date(at).toISOString().slice(0, 13);
}

/** The day `count` days after `day` (before, when negative). */
export function addDays(day: string, count: number): string {
	return dayOf(Date.parse(`${day}T00:00:00Z`) + count * dayMs);
}
