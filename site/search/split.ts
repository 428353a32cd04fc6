import type { KnownWord } from "./vocabulary.ts";

const shortest = 3;
const counts = new WeakMap<KnownWord[], Map<string, number>>();

function countsOf(vocabulary: KnownWord[]): Map<string, number> {
	const known = counts.get(vocabulary) ?? new Map(vocabulary.map(({ word, documents }) => [word, documents]));
	counts.set(vocabulary, known);
	return known;
}

/** Takes an unknown word apart into two that the site knows (`passwordreset`), the most frequent ones; null where there are none. */
export function splitWord(word: string, vocabulary: KnownWord[]): [string, string] | null {
	const known = countsOf(vocabulary);
	let best: [string, string] | null = null;
	let mostFrequent = 0;
	for (let at = shortest; at <= word.length - shortest; at++) {
		const [first, second] = [word.slice(0, at), word.slice(at)];
		const frequency = Math.min(known.get(first) ?? 0, known.get(second) ?? 0);
		if (frequency > mostFrequent) [best, mostFrequent] = [[first, second], frequency];
	}
	return best;
}
