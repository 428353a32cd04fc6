import type { IndexRoot } from "./index-files.ts";
import type { QueryTerm } from "./types.ts";
import { weights } from "./weights.ts";

/**
 * Adds to the terms of a query what its words may also mean. A phrase counts where all its words stand next to each other; its
 * first word then stands for it, and so does every other that no article holds (`azure ad`), as it would count as not understood.
 */
export function addSynonyms(terms: QueryTerm[], synonyms: IndexRoot["synonyms"], isKnown: (stem: string) => boolean): void {
	const stems = terms.map((term) => term.stems[0]?.stem ?? term.word);
	for (const { from, to } of synonyms) {
		for (let start = 0; start + from.length <= stems.length; start++) {
			if (!from.every((stem, offset) => stems[start + offset] === stem)) continue;
			from.forEach((stem, offset) => {
				if (offset > 0 && isKnown(stem)) return;
				const term = terms[start + offset];
				if (!term) return;
				// A function word that begins a phrase stands for a subject now.
				if (offset === 0) term.functional = false;
				const present = new Set([...term.stems.map((known) => known.stem), ...from]);
				for (const meant of to) if (!present.has(meant)) term.stems.push({ stem: meant, weight: weights.synonym, kind: "synonym" });
			});
		}
	}
}
