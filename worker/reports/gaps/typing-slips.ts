/** Words of one period with the searches and the different phrasings they stand in, and the words that stood beside them. */
export type WordUse = Map<string, { searches: number; phrasings: number; beside: Set<string> }>;

/** Shorter words are left alone: another letter makes another word. */
const shortest = 4;
/** A word by itself has no neighbours to vouch for it: what it may be a slip of must be this much more frequent. */
const aloneTimes = 4;

/**
 * Finds what a word of a search was meant to be: a word one slip away that people use in more ways (a slip is one phrasing typed again and
 * again), or else more often, and that stood beside one of the same words elsewhere.
 * Words the site knows are right as they are, and so are codes (`err_4021`).
 *
 * @param isKnown whether the site has a word
 * @returns for a word and those beside it the word that was meant, or the word itself
 */
export function findSlips(use: WordUse, isKnown: (word: string) => boolean): (word: string, beside: string[]) => string {
	const alike = new Map<string, string[]>();
	for (const word of use.keys()) {
		if (word.length < shortest - 1 || /\d/.test(word)) continue;
		for (const form of formsOf(word)) {
			const words = alike.get(form);
			if (words) words.push(word);
			else alike.set(form, [word]);
		}
	}
	const candidates = new Map<string, string[]>();

	/** Words that may have been meant, the most frequent first. */
	function candidatesOf(word: string): string[] {
		const known = candidates.get(word);
		if (known) return known;
		const near = new Set(formsOf(word).flatMap((form) => alike.get(form) ?? []));
		const found = [...near].filter((other) => other !== word && isMoreLikely(other, word) && isSlip(word, other));
		found.sort((a, b) => phrasingsOf(b) - phrasingsOf(a) || searchesOf(b) - searchesOf(a) || (a < b ? -1 : 1));
		candidates.set(word, found);
		return found;
	}

	const searchesOf = (word: string) => use.get(word)?.searches ?? 0;
	const phrasingsOf = (word: string) => use.get(word)?.phrasings ?? 0;

	function isMoreLikely(other: string, word: string): boolean {
		if (phrasingsOf(other) !== phrasingsOf(word)) return phrasingsOf(other) > phrasingsOf(word);
		return searchesOf(other) > searchesOf(word) || (searchesOf(other) === searchesOf(word) && (isKnown(other) || other < word));
	}

	return (word, beside) => {
		if (word.length < shortest || /\d/.test(word) || isKnown(word)) return word;
		// The neighbour may hold a slip, too.
		const around = beside.flatMap((neighbour) => [neighbour, ...(isKnown(neighbour) ? [] : candidatesOf(neighbour))]);
		const vouched = (other: string) =>
			beside.length === 0 ? searchesOf(other) >= aloneTimes * searchesOf(word) : around.some((neighbour) => use.get(other)?.beside.has(neighbour));
		return candidatesOf(word).find(vouched) ?? word;
	};
}

/** A word and the same with one letter left out: two words one slip apart share a form. */
function formsOf(word: string): string[] {
	return [word, ...Array.from(word, (_, place) => word.slice(0, place) + word.slice(place + 1))];
}

/** Whether two words are one letter or one swap apart. Another first letter makes another word, unless the first two were swapped. */
function isSlip(typed: string, meant: string): boolean {
	if (typed[0] !== meant[0] && (typed[0] !== meant[1] || typed[1] !== meant[0])) return false;
	let start = 0;
	while (start < typed.length && typed[start] === meant[start]) start++;
	const [rest, other] = [typed.slice(start), meant.slice(start)];
	const swapped = rest.length === other.length && rest[0] === other[1] && rest[1] === other[0] && rest.slice(2) === other.slice(2);
	return swapped || rest.slice(1) === other.slice(1) || rest === other.slice(1) || rest.slice(1) === other;
}
