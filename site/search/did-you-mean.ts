import { normalise, words } from "./normalise.ts";
import { editDistance } from "./repair.ts";
import { stemOf } from "./significant-stems.ts";
import type { QueryTerm, SearchDocument } from "./types.ts";

/** Stem → its forms and how often each stands in titles, customers' words, headings and short texts. Stems are for machines (`emiss`), forms for readers. */
function formsOf(documents: SearchDocument[]): Map<string, Map<string, number>> {
	const counts = new Map<string, Map<string, number>>();
	for (const { title, keywords, headings, summary, quickAnswer } of documents) {
		for (const word of words([title, ...keywords, ...headings.map(({ text }) => text), summary, quickAnswer].join("\n"))) {
			const forms = counts.get(stemOf(word)) ?? new Map<string, number>();
			counts.set(stemOf(word), forms.set(word, (forms.get(word) ?? 0) + 1));
		}
	}
	return counts;
}

/** The form nearest to what was typed; among equals the most frequent one. */
function nearestForm(word: string, forms: Map<string, number>): string | undefined {
	return [...forms].map(([form, count]) => ({ form, count, edits: editDistance(word, form, 4) })).sort((a, b) => a.edits - b.edits || b.count - a.count)[0]
		?.form;
}

/**
 * Makes the function that writes a query as it was understood, or gives null where no word was repaired into one that readers
 * know. The forms are collected when the first repair is shown.
 */
export function createDidYouMean(documents: SearchDocument[]): (query: string, terms: QueryTerm[]) => string | null {
	let forms: Map<string, Map<string, number>> | undefined;
	return function didYouMean(query, terms) {
		const repairs = terms.flatMap(({ word, repaired }) => (repaired ? [{ word, repaired }] : []));
		if (repairs.length === 0) return null;
		forms ??= formsOf(documents);
		const typed = normalise(query).normalize("NFC").trim();
		let meant = typed;
		for (const { word, repaired } of repairs) {
			const known = forms.get(repaired);
			const form = known && nearestForm(word, known);
			if (form) meant = meant.replace(new RegExp(`(?<![\\p{L}\\p{N}_'])${word.normalize("NFC")}(?![\\p{L}\\p{N}_'])`, "gu"), form);
		}
		return meant === typed ? null : meant;
	};
}
