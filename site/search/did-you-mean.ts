import { normalise, words } from "./normalise.ts";
import { stemOf } from "./significant-stems.ts";
import type { QueryTerm, SearchDocument } from "./types.ts";

/** Stem → its most frequent form in titles, customers' words, headings and summaries. Stems are for machines (`emiss`), forms for readers. */
function formsOf(documents: SearchDocument[]): Map<string, string> {
	const counts = new Map<string, Map<string, number>>();
	for (const { title, keywords, headings, summary, quickAnswer } of documents) {
		for (const word of words([title, ...keywords, ...headings.map(({ text }) => text), summary, quickAnswer].join("\n"))) {
			const forms = counts.get(stemOf(word)) ?? new Map<string, number>();
			counts.set(stemOf(word), forms.set(word, (forms.get(word) ?? 0) + 1));
		}
	}
	return new Map([...counts].map(([stem, forms]) => [stem, [...forms].sort(([, a], [, b]) => b - a)[0]?.[0] ?? stem]));
}

/**
 * Makes the function that writes a query as it was understood, or gives null where no word was repaired into one that readers
 * know. The forms are collected when the first repair is shown.
 */
export function createDidYouMean(documents: SearchDocument[]): (query: string, terms: QueryTerm[]) => string | null {
	let forms: Map<string, string> | undefined;
	return function didYouMean(query, terms) {
		const repairs = terms.flatMap(({ word, repaired }) => (repaired ? [{ word, repaired }] : []));
		if (repairs.length === 0) return null;
		forms ??= formsOf(documents);
		const typed = normalise(query).normalize("NFC").trim();
		let meant = typed;
		for (const { word, repaired } of repairs) {
			const form = forms.get(repaired);
			if (form) meant = meant.replace(new RegExp(`(?<![\\p{L}\\p{N}_'])${word.normalize("NFC")}(?![\\p{L}\\p{N}_'])`, "gu"), form);
		}
		return meant === typed ? null : meant;
	};
}
