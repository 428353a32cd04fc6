/** A text in which nothing runs the other way than it is written; its lines stay. */
export function oneDirection(text: string): string {
	return text.replace(/[\u202A-\u202E\u2066-\u2069]/g, "\uFFFD");
}

/** Somebody else's words as one line that a terminal or a log shows and does nothing else with: no cursor moves, no line begins, nothing is coloured. */
export function plainLine(text: string): string {
	return oneDirection(text.replace(/\s*[\r\n]+\s*/g, " "))
		.replace(/[\p{Cc}\u2028\u2029]/gu, "\uFFFD")
		.trim();
}
