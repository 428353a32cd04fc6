import { normalise, words } from "#site/search/normalise.ts";

/**
 * Signs that a plain sentence has no need of: markup, addresses, money, drawings, formulas (arrows lead through menus), and marks that strike
 * letters out. One that holds them is compared letter by letter, as they may be read as words and are none that are compared.
 */
const odd =
	/[<>[\]{}|\\^~=@#&*_`\p{Sc}\p{So}\p{Sk}\p{Me}\p{Co}\p{Cn}\u0300-\u036f\u20d0-\u20ff]|(?![\u2190-\u21ff])\p{Sm}|:\/\/|^\/|\/\w+\/|\p{L}\.\p{L}{2}|\uFFFD/u;

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

/**
 * A text in which each number is one word in one spelling: digits of any script as `0` to `9`, no sign between thousands, an underscore
 * before decimals, and percent as a part of it. Examples: `1,500` → `1500`, `4.5` → `4_5`, `٣٠ ٪` → `30pct`
 */
export function withPlainNumbers(text: string): string {
	return plainDigits(text)
		.replace(/(?<=\d)[.,'’\u00a0\u202f](?=\d{3}(?!\d))/g, "")
		.replace(/(?<=\d)[.,:](?=\d)/g, "_")
		.replace(/(?<=\d)\s*%/g, "pct");
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
