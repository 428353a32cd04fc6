/**
 * Brings text to the form in which words are compared: lower case, accents removed, typographic signs made plain.
 * Error codes and identifiers stay whole (`ERR_4021`, `2fa`, `co2e`).
 */
export function normalise(text: string): string {
	return text
		.normalize("NFKD")
		.replace(/\p{M}+/gu, "")
		.toLowerCase()
		.replace(/[’‘`´]/g, "'")
		.replace(/[\u2010-\u2015]/g, "-");
}

/** Words of a text in order, normalised. `can't` stays one word; hyphens and slashes part words. */
export function words(text: string): string[] {
	return normalise(text).match(/[\p{L}\p{N}]+(?:[_'][\p{L}\p{N}]+)*/gu) ?? [];
}
