/** The day on which a review runs out. `every` is like `6 months`. */
export function reviewDue(lastReviewed: string, every: string): string {
	const [count = "6", unit = "months"] = every.split(" ");
	const date = new Date(`${lastReviewed}T00:00:00Z`);
	const n = Number(count);
	if (unit.startsWith("day")) date.setUTCDate(date.getUTCDate() + n);
	else if (unit.startsWith("week")) date.setUTCDate(date.getUTCDate() + 7 * n);
	else {
		const day = date.getUTCDate();
		date.setUTCMonth(date.getUTCMonth() + (unit.startsWith("year") ? 12 * n : n));
		// A month without that day: its last one (31 August + 6 months is 28 February, not 3 March).
		if (date.getUTCDate() !== day) date.setUTCDate(0);
	}
	return date.toISOString().slice(0, 10);
}
