import type { Analyse } from "./analyse.ts";

/** A part of a text; the parts together are the text. */
export interface MarkedPart {
	text: string;
	/** It is a word of the search. */
	marked: boolean;
}

/** Finds the words of a search in a text, in whatever form they stand there. */
export function markWords(text: string, stems: ReadonlySet<string>, analyse: Analyse): MarkedPart[] {
	return text
		.split(/([\p{L}\p{M}\p{N}]+(?:[_'’][\p{L}\p{M}\p{N}]+)*)/u)
		.filter((part) => part !== "")
		.map((part) => {
			const word = analyse(part)[0];
			return { text: part, marked: word !== undefined && stems.has(word.stem) };
		});
}
