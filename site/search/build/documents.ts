import type { Analyse, Word } from "../analyse.ts";
import type { SearchDocument } from "../types.ts";
import { fieldNames, type FieldName } from "../weights.ts";

/** An article as the build hands it in. */
export interface IndexInput extends SearchDocument {
	/** Customers' words. */
	keywords: string[];
	/** Searches of readers that led here (`learned-words.yml`). */
	asked: string[];
	/** The body in reading order, a paragraph, list item or table row each, with the number of its section (0: before the first heading). */
	passages: { section: number; text: string }[];
	/** How much it helped its readers, -1 to 1; 0 where nobody knows. */
	helpfulness: number;
}

/** A text of a document, analysed. */
export interface Text {
	field: FieldName;
	section: number;
	words: Word[];
}

const sentence = /(?<=[.!?…。！？])\s+/u;

function texts(document: IndexInput): { field: FieldName; section: number; text: string }[] {
	const plain = (field: FieldName, list: string[]) => list.map((text) => ({ field, section: 0, text }));
	return [
		...plain("title", [document.title]),
		...plain("keywords", document.keywords),
		...plain("asked", document.asked),
		...plain("summary", document.summary.split(sentence)),
		...plain("quickAnswer", document.quickAnswer.split(sentence)),
		...document.headings.map(({ text }, index) => ({ field: "headings" as const, section: index + 1, text })),
		...document.passages.flatMap(({ section, text }) => text.split(sentence).map((part) => ({ field: "body" as const, section, text: part }))),
	];
}

/** All texts of a document, by sentences, as words with stems. */
export function analyseDocument(document: IndexInput, analyse: Analyse): Text[] {
	return texts(document)
		.map(({ field, section, text }) => ({ field, section, words: analyse(text) }))
		.filter(({ words }) => words.length > 0);
}

/** Words of each field. */
export function fieldLengths(all: Text[]): Record<FieldName, number> {
	const lengths = Object.fromEntries(fieldNames.map((name) => [name, 0])) as Record<FieldName, number>;
	for (const { field, words } of all) lengths[field] += words.length;
	return lengths;
}
