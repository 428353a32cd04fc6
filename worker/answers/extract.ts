import type { AnswerPart } from "#contract/answers.ts";
import type { Block } from "#contract/sections.ts";

/** Letters of an answer; what goes beyond is read in the article. */
export const mostLetters = 700;
const mostSteps = 8;

/** Letters of some blocks together. */
export const lettersOf = (blocks: readonly { text: string }[]) => blocks.reduce((sum, { text }) => sum + text.length, 0);

/**
 * Takes as much of a section as an answer has room for, from its beginning. Of one in parts with labels that is too long (cause, solution)
 * the last part stays: it is what helps.
 *
 * @param room letters that are left
 * @param source place of the section among the sources
 */
export function extract(blocks: readonly Block[], room = mostLetters, source = 0): AnswerPart[] {
	const last = blocks.findLastIndex(({ labelled }) => labelled);
	const wanted = last > 0 && lettersOf(blocks) > room ? blocks.slice(last) : blocks;
	const taken: Block[] = [];
	for (const block of wanted) {
		const left = room - lettersOf(taken);
		const isFull = block.text.length > left || (block.as !== "paragraph" && taken.filter(({ as }) => as === block.as).length >= mostSteps);
		if (isFull && taken.length > 0) break;
		taken.push(isFull ? { ...block, text: shorten(block.text, left) } : block);
	}
	// What leads on to something that found no room says nothing.
	while (taken.at(-1)?.leads) taken.pop();
	return taken.map(({ text, as }) => ({ text, as, source }));
}

/** The sentences of a text that fit; of one long sentence its beginning. */
function shorten(text: string, most: number): string {
	let kept = "";
	for (const { segment } of new Intl.Segmenter(undefined, { granularity: "sentence" }).segment(text)) {
		if (kept.length + segment.trimEnd().length > most) break;
		kept += segment;
	}
	if (kept.trim() !== "") return kept.trim();
	const cut = text.slice(0, most - 1);
	return `${cut
		.slice(0, Math.max(cut.lastIndexOf(" "), Math.floor(most / 2)))
		.toWellFormed()
		.trimEnd()}…`;
}
