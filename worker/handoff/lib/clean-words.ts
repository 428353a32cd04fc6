import type { HandoffMessage, HandoffNote, News } from "../destination.ts";

/** Marks that turn the direction of writing for all that follows (UAX #9, explicit formatting): with them a name can rewrite its line. */
const turning = /[\u202A-\u202E\u2066-\u2069]/g;

/** Control characters except tab and line break; databases and formats of desks do not take them. */
// eslint-disable-next-line no-control-regex -- They are what is looked for.
const controls = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;

/** Fields with paragraphs; every other one is one line. */
const several = new Set(["description", "tried", "text"]);

/** A ticket, a note or news in letters that every desk can take: whole characters, no controls, line breaks only where text has paragraphs. */
export function cleanWords<Words extends HandoffMessage | HandoffNote | News>(words: Words): Words {
	return clean(words, "") as Words;
}

function clean(value: unknown, field: string): unknown {
	if (typeof value === "string") return cleanText(value, several.has(field));
	if (Array.isArray(value)) return value.map((part) => clean(part, field));
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, clean(part, name)]));
}

function cleanText(text: string, paragraphs: boolean): string {
	const whole = text
		.toWellFormed()
		.replace(turning, "")
		.replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
		.replace(controls, paragraphs ? "" : " ");
	return paragraphs ? whole : whole.replace(/\s*\n\s*/g, " ");
}
