import { significantStems } from "./significant-stems.ts";
import type { SearchDocument } from "./types.ts";
import { weights } from "./weights.ts";

type FieldName = keyof typeof weights.fields;

/** Stem → weighted frequency by document number, and what ranking asks of titles and phrases. */
export interface FieldIndex {
	postings: Map<string, Map<number, number>>;
	titles: Set<string>[];
	/** Customers' phrases of two words or more, as joined stems. */
	phrases: string[][];
	headings: { id: string; text: string; stems: Set<string> }[][];
}

function stemsOfFields(document: SearchDocument): Record<FieldName, string[]> {
	return {
		title: significantStems(document.title),
		keywords: document.keywords.flatMap(significantStems),
		headings: document.headings.flatMap(({ text }) => significantStems(text)),
		summary: significantStems(document.summary),
		quickAnswer: significantStems(document.quickAnswer),
	};
}

/** Builds the index of the compact fields: BM25F's weighted frequencies, each field normalised by its usual length. */
export function buildFieldIndex(documents: SearchDocument[]): FieldIndex {
	const all = documents.map(stemsOfFields);
	const names = Object.keys(weights.fields) as FieldName[];
	const usual = Object.fromEntries(
		names.map((name) => [name, Math.max(1, all.reduce((sum, fields) => sum + fields[name].length, 0) / Math.max(1, all.length))]),
	);
	const postings: FieldIndex["postings"] = new Map();
	all.forEach((fields, number) => {
		for (const name of names) {
			const length = 1 - weights.lengthNorm + weights.lengthNorm * (fields[name].length / (usual[name] ?? 1));
			for (const stem of fields[name]) {
				const posting = postings.get(stem) ?? new Map<number, number>();
				postings.set(stem, posting.set(number, (posting.get(number) ?? 0) + weights.fields[name] / length));
			}
		}
	});
	return {
		postings,
		titles: all.map((fields) => new Set(fields.title)),
		phrases: documents.map(({ keywords }) => keywords.map((keyword) => significantStems(keyword).join(" ")).filter((phrase) => phrase.includes(" "))),
		headings: documents.map(({ headings }) => headings.map(({ id, text }) => ({ id, text, stems: new Set(significantStems(text)) }))),
	};
}
