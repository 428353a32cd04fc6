/** Weight of a text. The fonts that come along have these two. */
export type Weight = 400 | 600;

const arabic = /\p{Script=Arabic}/u;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
/** Letters of other scripts, and pictures that fonts of letters do not have. */
const foreign =
	/[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Common}\p{Script=Inherited}]|\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F/u;

/** Whether a text has Arabic letters, which have a typeface of their own. */
export function hasArabic(text: string): boolean {
	return arabic.test(text);
}

/**
 * The font family for a text. One for all of it: where a single letter is missing, the drawing library sets the whole line in whatever
 * font has it, in any weight.
 */
export function familyFor(text: string): string {
	return hasArabic(text) ? "Noto Sans Arabic" : "Inter";
}

/** Whether the fonts that come along (Latin, Greek, Cyrillic, Arabic) have the letters of a text. If not, those of the machine are needed. */
export function isBrought(text: string): boolean {
	return !foreign.test(text);
}

/** A line as it is drawn on a card that runs from right to left: signs and Latin words in it stand where readers expect them. */
export function inDirection(text: string, dir: "ltr" | "rtl"): string {
	return dir === "rtl" && rightToLeft.test(text) ? `\u2067${text}\u2069` : text;
}
