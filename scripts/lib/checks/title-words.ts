import { analyseIn } from "./language-of.ts";

/** Words that say nothing about the subject of a title. Fewer than search leaves out: "use" and "get" tell two titles apart. */
const empty = new Set(
	"a am an and any are as at be been by can could did do does for from had has have how how's i i'm i've if in into is it it's its may me my of on or our should some that the their them there they this to us was we were what what's whats when where which who who's why will with would you your".split(
		" ",
	),
);
const negation = /^(no|not|cannot|cant|.+n't|nicht|kein(e[mnrs]?)?)$/;

/** A title without capitals and punctuation. */
export function plainTitle(title: string): string {
	return title
		.toLowerCase()
		.normalize("NFKD")
		.replace(/\p{M}/gu, "")
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim();
}

/**
 * What a title is about: its telling words by their stems, as search has them, and `not` for every way to deny.
 * A title of empty words only keeps them all. Example: "I can't log in" → `not`, `log`
 */
export function significantStems(title: string, locale = "en"): Set<string> {
	const words = analyseIn(locale)(title).map((word) => (negation.test(word.word) ? { word: "not", stem: "not", functional: false } : word));
	const telling = words.filter(({ word, functional }) => !(locale.startsWith("en") ? empty.has(word) : functional));
	// Porter's stem of "adding" is "ad", that of "add" is "add".
	return new Set((telling.length > 0 ? telling : words).map(({ stem }) => stem.replace(/(\p{L})\1$/u, "$1")));
}

/** Share of the members of two sets that both have (Jaccard). */
export function sharedPart(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
	const all = one.union(other).size;
	return all === 0 ? 0 : (one.size + other.size - all) / all;
}
