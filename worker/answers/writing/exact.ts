import { normalise, words } from "#site/search/normalise.ts";

/** Signs that a plain sentence has no need of: markup, addresses, money. One that holds them is compared letter by letter. */
const odd = /[<>[\]{}|\\^~=@#$€£¥&*_`]|:\/\/|^\/|\/\w+\/|\p{L}\.\p{L}{2}|\uFFFD/u;

const quoted = /[“"«„「]([^“”"«»„「」]{2,80})[”"»“」]/g;

/** Digits of any script as `0` to `9`. */
function plainDigits(text: string): string {
	return text
		.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
		.replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
		.replaceAll("٫", ".")
		.replaceAll("٬", ",")
		.replaceAll("٪", "%");
}

/** Numbers of a text, each in one spelling: no sign between thousands, a point before decimals, the sign of percent with it. */
export function numbersIn(text: string): string[] {
	const joined = plainDigits(text)
		.replace(/(?<=\d)[.,'’\u00a0\u202f](?=\d{3}(?!\d))/g, "")
		.replace(/(?<=\d)\s+%/g, "%");
	return joined.match(/\d+(?:[.,:/-]\d+)*%?/g)?.map((number) => number.replaceAll(",", ".")) ?? [];
}

/** Words of a text that hold a digit beside letters, or an underscore: codes, versions, fields. Normalised. */
export function codesIn(text: string): string[] {
	return words(text).filter((word) => /_/.test(word) || (/\d/.test(word) && /\p{L}/u.test(word)));
}

/** Pieces of a text without spaces that hold odd signs, without the punctuation around them. */
export function oddIn(text: string): string[] {
	return text
		.normalize("NFKC")
		.toLowerCase()
		.split(/\s+/)
		.map((piece) => piece.replace(/^[("'“«„‚‘]+|[)"'”»“’.,;:!?؟،؛…]+$/g, ""))
		.filter((piece) => odd.test(piece));
}

/** What a text quotes, such as the name of a button. */
export function quotesIn(text: string): string[] {
	return [...text.matchAll(quoted)].map(([, words = ""]) => words);
}

/** A text as words with single spaces around them, in which a phrase can be looked for. */
export function asPhrase(text: string): string {
	return ` ${words(normalise(text)).join(" ")} `;
}
