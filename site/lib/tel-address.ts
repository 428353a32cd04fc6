/** Address of a link that calls a number. Example: `tel:+12025550142` for `+1 202 555 0142` */
export function telAddress(number: string): string {
	return `tel:${number.replaceAll(" ", "")}`;
}
