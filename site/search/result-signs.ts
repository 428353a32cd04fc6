import { information } from "./relevance.ts";
import { placeOf, type PostingSource } from "./score.ts";
import type { QueryTerm } from "./types.ts";

/** Of what the query tells, a section must hold this share to be shown as the one that answers. */
const enough = 0.5;

/** Why a document is among the results: the stems that it holds, and the section that holds most of them (0 for none). */
export function explainDocument(document: number, terms: QueryTerm[], source: PostingSource): { matched: string[]; section: number } {
	const matched = new Set<string>();
	const bySection = new Map<number, number>();
	let all = 0;
	for (const term of terms) {
		if (term.functional) continue;
		let best = 0;
		const sections = new Map<number, number>();
		for (const { stem, weight } of term.stems) {
			const list = source.find(stem);
			const place = list ? placeOf(document, list) : -1;
			if (!list || place < 0) continue;
			matched.add(stem);
			const worth = weight * information(source.size, list.holding);
			best = Math.max(best, worth);
			const section = list.sections[place] ?? 0;
			if (section > 0) sections.set(section, Math.max(sections.get(section) ?? 0, worth));
		}
		all += best;
		for (const [section, worth] of sections) bySection.set(section, (bySection.get(section) ?? 0) + worth);
	}
	const [section = 0, worth = 0] = [...bySection].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0] ?? [];
	return { matched: [...matched], section: worth >= enough * all ? section : 0 };
}
