/** Address of a link that calls a number, without what is written for the eye. Example: `tel:+12025550142` for `+1 (202) 555-0142` */
export function telAddress(number: string): string {
	return `tel:${number.replace(/[^+\d]/g, "")}`;
}
