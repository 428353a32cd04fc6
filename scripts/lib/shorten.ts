/** The beginning of a text, in at most so many characters, an ellipsis among them. */
export function shorten(text: string, most: number): string {
	return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
