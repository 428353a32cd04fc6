import type { Strings } from "#site/strings/catalogue.ts";
import type { Spoken } from "#site/strings/message.ts";

type Words = Spoken<Strings["duration"]>;

/** A length of time in words. Examples: `15 minutes`, `1 hour 30 minutes`, `24 hours` */
export function minutesInWords(length: number, { t, say }: Words): string {
	return join(
		length,
		(count) => say(t.hours, { count }),
		(count) => say(t.minutes, { count }),
		(hours, minutes) => say(t.both, { hours, minutes }),
	);
}

/** The same, short enough for a table. Examples: `15 min`, `1 h 30 min`, `24 h` */
export function minutesInShort(length: number, { t, say }: Words): string {
	return join(
		length,
		(count) => say(t.hoursShort, { count }),
		(count) => say(t.minutesShort, { count }),
		(hours, minutes) => `${hours} ${minutes}`,
	);
}

function join(
	length: number,
	hoursOf: (count: number) => string,
	minutesOf: (count: number) => string,
	both: (hours: string, minutes: string) => string,
): string {
	const hours = Math.floor(length / 60);
	const rest = length % 60;
	if (hours === 0) return rest > 0 ? minutesOf(rest) : "";
	return rest > 0 ? both(hoursOf(hours), minutesOf(rest)) : hoursOf(hours);
}
