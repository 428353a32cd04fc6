import type { Block, Section } from "#contract/sections.ts";
import type { SearchResult } from "#site/search/types.ts";
import type { Passage } from "./choose-section.ts";

/**
 * What of an article may answer: its quick answer (its summary, where it has none) and its sections.
 *
 * @param result of the search that found it
 */
export function passagesOf({ document, score, matched, pinned }: SearchResult, sections: readonly Section[]): Passage[] {
	const { id, title, url, summary, quickAnswer, type } = document;
	const about = { title, summary, found: { score, matched, pinned } };
	const whole: Block = { text: quickAnswer || summary, as: "paragraph" };
	return [
		{ ...about, way: "article", heading: null, blocks: [whole], source: { id, title, url, heading: null } },
		...sections
			.filter(({ blocks }) => blocks.length > 0 && !isQuickAnswer(blocks, quickAnswer))
			.map(({ heading, blocks }): Passage => {
				const at = heading ? `${url}#${heading.id}` : url;
				const source = { id, title, url: at, heading: heading?.text ?? null };
				return { ...about, way: type === "faq" && heading ? "faq" : "section", heading: heading?.text ?? null, blocks, source };
			}),
	];
}

const letters = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, "");

function isQuickAnswer(blocks: Block[], quickAnswer: string): boolean {
	return quickAnswer !== "" && letters(blocks.map(({ text }) => text).join("")) === letters(quickAnswer);
}
