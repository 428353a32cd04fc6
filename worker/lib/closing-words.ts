import { status } from "#site/strings/en/status.ts";

const [before = "", after = ""] = status.solvedBy.split("{article}");

/** What is written down for the desk, in English, when a customer closes a ticket: the article that helped, if one did. */
export function closingWords(title: string | undefined): string {
	return title === undefined ? "" : `${before}${title}${after}`;
}

/** The article of such words; undefined where they name none. */
export function solvedBy(words: string): string | undefined {
	return words.startsWith(before) && words.endsWith(after) ? words.slice(before.length, words.length - after.length) : undefined;
}
