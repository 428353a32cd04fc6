import type { Weight } from "./typefaces.ts";

/** Width of a text in pixels at a font size of 100. */
export type Measure = (text: string, weight: Weight) => number;

/** The room for a text. */
export interface Room {
	/** In pixels. */
	width: number;
	/** At most so many lines. */
	lines: number;
	/** Font sizes in pixels to try, the largest first. */
	sizes: readonly number[];
	weight: Weight;
}

/** A text in lines. */
export interface FittedText {
	/** Font size in pixels. */
	size: number;
	lines: string[];
}

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Words of a text broken into lines; a word wider than a line stands alone on one. */
function wrap(words: string[], fits: (line: string) => boolean): string[] {
	const lines: string[] = [];
	for (const word of words) {
		const longer = [...lines.slice(-1), word].join(" ");
		if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer;
		else lines.push(word);
	}
	return lines;
}

/** A word in pieces that fit on a line; a letter at least. */
function cut(word: string, fits: (line: string) => boolean): string[] {
	if (fits(word)) return [word];
	const pieces: string[] = [];
	for (const { segment } of segmenter.segment(word)) {
		const last = pieces.at(-1);
		if (last !== undefined && fits(last + segment)) pieces[pieces.length - 1] = last + segment;
		else pieces.push(segment);
	}
	return pieces;
}

/** The line with an ellipsis, without as many of its last letters as that takes. */
function shorten(line: string, fits: (line: string) => boolean): string {
	const letters = [...segmenter.segment(line)].map(({ segment }) => segment);
	while (letters.length > 1 && !fits(`${letters.join("").trimEnd()}…`)) letters.pop();
	return `${letters.join("").trimEnd()}…`;
}

/**
 * Sets a text as large as its room allows. In the smallest size, words that are wider than the room are broken, and what is still too
 * much ends in an ellipsis.
 */
export function fitText(text: string, { width, lines: most, sizes, weight }: Room, measure: Measure): FittedText {
	const words = text.split(/\s+/).filter((word) => word !== "");
	const fitsAt = (size: number) => (line: string) => (measure(line, weight) * size) / 100 <= width;
	for (const size of sizes) {
		const lines = wrap(words, fitsAt(size));
		if (lines.length <= most && lines.every(fitsAt(size))) return { size, lines };
	}
	const size = sizes.at(-1) ?? 16;
	const fits = fitsAt(size);
	const lines = wrap(
		words.flatMap((word) => cut(word, fits)),
		fits,
	);
	if (lines.length <= most) return { size, lines };
	return { size, lines: [...lines.slice(0, most - 1), shorten(lines[most - 1] ?? "", fits)] };
}
