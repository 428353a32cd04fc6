/** A number with its noun. Examples: `1 error`, `2 errors` */
export function plural(number: number, word: string): string {
	return `${number} ${word}${number === 1 ? "" : "s"}`;
}
