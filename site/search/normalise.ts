/** Signs above and below Latin, Greek, Cyrillic, Hebrew and Arabic letters. In other scripts they are letters of their own. */
const marks = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]+/g;

/**
 * Brings text to the form in which words are compared: lower case, accents removed, typographic signs made plain.
 * Error codes and identifiers stay whole (`ERR_4021`, `2fa`, `co2e`).
 */
export function normalise(text: string): string {
	return text
		.normalize("NFKD")
		.replace(marks, "")
		.normalize("NFC")
		.toLowerCase()
		.replace(/[’‘`´]/g, "'")
		.replace(/[\u2010-\u2015]/g, "-");
}

/** Words of a text in order, normalised. `can't` stays one word; hyphens and slashes part words. */
export function words(text: string): string[] {
	return normalise(text).match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[_'][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu) ?? [];
}
