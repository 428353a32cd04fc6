import type { HandoffMessage } from "../destination.ts";
import { subjectOf } from "../ticket-story.ts";

/**
 * At most so many UTF-16 units, which is never more than so many characters. What was cut ends with "…", and never with half a
 * character.
 */
export function cut(text: string, limit: number): string {
	return text.length <= limit ? text : `${text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** A text on one line, for subjects and names. */
export function onOneLine(text: string): string {
	return text.replace(/\s*[\r\n\u0085\u2028\u2029]+\s*/g, " ").trim();
}

/** The title of a ticket at a desk whose titles have at most so many characters. */
export function titleOf(message: HandoffMessage, limit: number): string {
	return cut(onOneLine(subjectOf(message)), limit);
}
