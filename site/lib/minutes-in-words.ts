import { plural } from "./plural.ts";

/** A length of time in words. Examples: `15 minutes`, `1 hour 30 minutes`, `24 hours` */
export function minutesInWords(minutes: number): string {
	const hours = Math.floor(minutes / 60);
	const rest = minutes % 60;
	return [hours > 0 ? plural(hours, "hour") : "", rest > 0 ? plural(rest, "minute") : ""].filter(Boolean).join(" ");
}

/** The same, short enough for a table. Examples: `15 min`, `1 h 30 min`, `24 h` */
export function minutesInShort(minutes: number): string {
	const hours = Math.floor(minutes / 60);
	const rest = minutes % 60;
	return [hours > 0 ? `${hours} h` : "", rest > 0 ? `${rest} min` : ""].filter(Boolean).join(" ");
}
