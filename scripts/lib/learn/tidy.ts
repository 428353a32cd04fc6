// A reader of the file must see what is there: no sign that is invisible or turns the line around. The two joiners are part of words.
const invisible = /(?![\u200c\u200d])\p{Cf}/gu;
const joiners = /[\u200c\u200d]/g;

/** A search as it is written down: one line in lower case, composed, with single spaces and without invisible signs. */
export function tidy(query: string): string {
	return query
		.toWellFormed()
		.replace(/\p{Cc}/gu, " ")
		.replace(invisible, "")
		.toLowerCase()
		.normalize("NFC")
		.replace(/\s+/g, " ")
		.trim();
}

/** What two spellings of one search have in common: letters and digits, without accents, width and punctuation. */
export function spellingKey(words: string): string {
	return words
		.normalize("NFKD")
		.replace(/[\u0300-\u036f]/g, "")
		.replace(joiners, "")
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
		.trim();
}

/** The text as somebody would read it who looks for hidden addresses and numbers. */
export function unmasked(text: string): string {
	return text
		.toWellFormed()
		.normalize("NFKC")
		.replace(/\p{Cf}/gu, "")
		.replace(/\s+/g, " ");
}
