import { normalise } from "./normalise.ts";
import type { QueryTerm } from "./types.ts";

/** The query as it was understood, or null where no word was repaired. */
export function didYouMean(query: string, terms: QueryTerm[]): string | null {
	const typed = normalise(query).normalize("NFC").trim();
	let meant = typed;
	for (const { word, repaired } of terms) {
		if (repaired) meant = meant.replace(new RegExp(`(?<![\\p{L}\\p{N}_'])${word.normalize("NFC")}(?![\\p{L}\\p{N}_'])`, "gu"), repaired);
	}
	return meant === typed ? null : meant;
}
