/** A text as it reads, whatever signs it is written with. */
export interface Folded {
	plain: string;
	/** Where each sign of `plain` comes from: its begin and end in the text. Null where nothing was folded. */
	places: { start: number; end: number }[] | null;
}

/** Texts in which nothing is folded: ASCII, and letters of Latin scripts. */
const asItReads = /^[\n\r\t\x20-\x7e\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]*$/;
/** Signs that nobody sees: zero width, direction, soft hyphens, variants; and an empty braille cell. */
const invisible = /[\p{Default_Ignorable_Code_Point}\u2800]/u;
const dash = /[\p{Pd}\u2212]/u;
const space = /[\p{Zs}\t]/u;
const decimal = /\p{Nd}/u;

const known = new Map<string, string>();

function foldSign(sign: string): string {
	if (invisible.test(sign)) return "";
	if (decimal.test(sign)) return digitOf(sign);
	if (dash.test(sign)) return "-";
	if (space.test(sign)) return " ";
	if (sign === "⁄" || sign === "∕") return "/";
	if (sign === "·" || sign === "•" || sign === "∙") return ".";
	return sign.normalize("NFKC");
}

/** A decimal digit of any script as `0` to `9`: those of one script stand in a row. */
function digitOf(sign: string): string {
	const same = sign.normalize("NFKC");
	if (/^\d$/.test(same)) return same;
	const code = sign.codePointAt(0) ?? 0;
	let value = 0;
	while (value < 9 && decimal.test(String.fromCodePoint(code - value - 1))) value++;
	return String(value);
}

/**
 * Folds what looks or reads alike into one sign: digits of any script, wide and ornate letters, dashes, spaces; what nobody sees is left
 * out. So no disguise of a text hides from a pattern what a person reads in it.
 */
export function fold(text: string): Folded {
	if (asItReads.test(text)) return { plain: text, places: null };
	const signs: string[] = [];
	const places: { start: number; end: number }[] = [];
	let start = 0;
	for (const sign of text) {
		const end = start + sign.length;
		const folded = asItReads.test(sign) ? sign : (known.get(sign) ?? remember(sign));
		signs.push(folded);
		for (let count = 0; count < folded.length; count++) places.push({ start, end });
		start = end;
	}
	return { plain: signs.join(""), places };
}

function remember(sign: string): string {
	const folded = foldSign(sign);
	// Texts of one centre hold few different signs; a hostile one must not fill the memory.
	if (known.size < 2000) known.set(sign, folded);
	return folded;
}
