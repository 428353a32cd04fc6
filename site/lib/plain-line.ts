/** What moves the cursor, colours a terminal, begins a line that a log obeys, or turns the direction of text around. */
const unseen = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

/** Somebody else's words as one line that a terminal or a log shows and does nothing else with. */
export function plainLine(text: string): string {
	return text
		.replace(/\s*[\r\n]+\s*/g, " ")
		.replace(unseen, "\uFFFD")
		.trim();
}
