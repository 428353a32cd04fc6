import { words } from "./normalise.ts";
import { significantStems, stemOf } from "./significant-stems.ts";
import { englishStopWords } from "./stop-words.ts";
import type { CompactIndex, SearchDocument } from "./types.ts";

interface IndexInput {
	/** Documents, each with the plain text of its body. */
	documents: (SearchDocument & { bodyText: string })[];
	/** `synonyms.yml` */
	synonyms: { both: string[][]; oneWay: { from: string; to: string[] }[] };
}

/** Builds the compact index at the end of the site's build. */
export function buildCompactIndex({ documents, synonyms }: IndexInput): CompactIndex {
	const vocabulary = new Map<string, number>();
	for (const { bodyText, ...document } of documents) {
		const text = [document.title, document.summary, ...document.keywords, ...document.headings.map((heading) => heading.text), bodyText].join(" ");
		const stems = new Set(
			words(text)
				.filter((word) => !englishStopWords.has(word))
				.map(stemOf),
		);
		for (const stem of stems) vocabulary.set(stem, (vocabulary.get(stem) ?? 0) + 1);
	}
	const both = synonyms.both.flatMap((group) => group.map((from) => ({ from, to: group.filter((other) => other !== from) })));
	const replacements = [...both, ...synonyms.oneWay].map(({ from, to }) => ({ from: significantStems(from), to: [...new Set(to.flatMap(significantStems))] }));
	// A word that only replacements know must not be "repaired" into another.
	for (const { from } of replacements) for (const stem of from) if (!vocabulary.has(stem)) vocabulary.set(stem, 0);
	return {
		version: 1,
		documents: documents.map(({ bodyText: _, ...document }) => document),
		vocabulary: Object.fromEntries([...vocabulary].sort(([a], [b]) => (a < b ? -1 : 1))),
		synonyms: replacements.filter(({ from, to }) => from.length > 0 && to.length > 0),
	};
}
