/**
 * Desks that fill `{{ticket.id}}` in what agents write would fill it in what a customer wrote, too: a mark of no width parts what
 * would begin a placeholder. For text, and for HTML that holds braces nowhere but in its text.
 */
export function disarmPlaceholders(text: string): string {
	return text.replace(/\{(?=[{%])/g, "{\u2060");
}
