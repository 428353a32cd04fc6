import { normalise, words } from "./normalise.ts";
import { stemOf } from "./significant-stems.ts";
import { englishStopWords } from "./stop-words.ts";
import type { CompactIndex, QueryTerm } from "./types.ts";
import { weights } from "./weights.ts";

interface UnderstandOptions {
	index: Pick<CompactIndex, "vocabulary" | "synonyms">;
	repair: (stem: string) => string | null;
}

const longest = 24;
/** Characters of a query that are read, and of a word that is looked up; what goes beyond was not typed by a person. */
const longestQuery = 1000;
const longestWord = 60;
const completions = 6;

/**
 * Replacements whose words stand in the query, next to each other. The first word stands for the phrase; so does every
 * other that no article holds (`azure ad`), as it would count as not understood.
 */
function synonymsOf(stems: string[], { synonyms, vocabulary }: Pick<CompactIndex, "vocabulary" | "synonyms">): Map<string, string[]> {
	const found = new Map<string, string[]>();
	const line = ` ${stems.join(" ")} `;
	for (const { from, to } of synonyms) {
		if (from.length === 0 || !line.includes(` ${from.join(" ")} `)) continue;
		const standing = from.filter((stem, position) => position === 0 || vocabulary[stem] === 0);
		for (const word of standing) found.set(word, [...(found.get(word) ?? []), ...to.filter((stem) => !from.includes(stem))]);
	}
	return found;
}

/** Words of the site that start with an unfinished last word. */
function complete(prefix: string, vocabulary: Record<string, number>): string[] {
	if (prefix.length < 2) return [];
	return Object.keys(vocabulary)
		.filter((stem) => stem.startsWith(prefix))
		.sort((a, b) => (vocabulary[b] ?? 0) - (vocabulary[a] ?? 0))
		.slice(0, completions);
}

/**
 * Understands a query: function words dropped (unless there is nothing else), words brought to their stems, unknown words
 * repaired against the site's vocabulary, an unfinished last word completed, synonyms added.
 */
export function understand(query: string, { index, repair }: UnderstandOptions): QueryTerm[] {
	const text = query.slice(0, longestQuery);
	const all = words(text)
		.slice(0, longest)
		.map((word) => word.slice(0, longestWord));
	const significant = all.filter((word) => !englishStopWords.has(word));
	const kept = significant.length > 0 ? significant : all;
	const unfinished = /[\p{L}\p{N}]$/u.test(normalise(text)) ? kept.at(-1) : undefined;
	const known = (stem: string) => Object.hasOwn(index.vocabulary, stem);
	const terms = kept.map((word): QueryTerm => {
		const stem = stemOf(word);
		if (known(stem)) return { word, stems: [{ stem, weight: 1 }], repaired: null };
		const completed = word === unfinished ? complete(word, index.vocabulary) : [];
		if (completed.length > 0) return { word, stems: completed.map((completion) => ({ stem: completion, weight: weights.completed })), repaired: null };
		const repaired = repair(stem);
		return { word, stems: [{ stem: repaired ?? stem, weight: repaired ? weights.repaired : 1 }], repaired };
	});
	const replacements = synonymsOf(
		terms.map((term) => term.stems[0]?.stem ?? term.word),
		index,
	);
	for (const term of terms) {
		const present = new Set(term.stems.map(({ stem }) => stem));
		for (const stem of replacements.get(term.stems[0]?.stem ?? "") ?? []) if (!present.has(stem)) term.stems.push({ stem, weight: weights.synonym });
	}
	return terms;
}
