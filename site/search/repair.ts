import Fuse from "fuse.js";

/** Edits between two words, a swap of neighbours counting as one (optimal string alignment); more than `limit` gives `limit + 1`. */
export function editDistance(a: string, b: string, limit: number): number {
	if (Math.abs(a.length - b.length) > limit) return limit + 1;
	let beforeLast: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const cost = a[i - 1] === b[j - 1] ? 0 : 1;
			let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
			row.push(best);
		}
		if (Math.min(...row) > limit) return limit + 1;
		[beforeLast, last] = [last, row];
	}
	return Math.min(last[b.length] ?? 0, limit + 1);
}

/**
 * Makes a function that repairs words the site does not know against those it does. Fuse.js proposes, the number of edits
 * decides; among equals the word that stands in more articles wins. Short words and those with digits are left alone.
 */
export function createRepair(vocabulary: Record<string, number>): (stem: string) => string | null {
	const known = Object.keys(vocabulary).filter((stem) => stem.length > 2 && !/\d/.test(stem));
	const fuse = new Fuse(known, { threshold: 0.4, ignoreLocation: true, includeScore: false, minMatchCharLength: 2 });
	const remembered = new Map<string, string | null>();
	return function repair(stem) {
		if (stem.length < 4 || /\d/.test(stem)) return null;
		const cached = remembered.get(stem);
		if (cached !== undefined) return cached;
		const limit = stem.length < 8 ? 1 : 2;
		const best = fuse
			.search(stem, { limit: 60 })
			.map(({ item }) => ({ item, edits: editDistance(stem, item, limit), sameStart: item[0] === stem[0] ? 0 : 1 }))
			// People rarely slip on the first letter: in a short word another one makes another word (dark, mark), unless two were swapped.
			.filter(({ item, edits, sameStart }) => edits <= limit && (stem.length > 5 || sameStart === 0 || item.length !== stem.length || item[1] === stem[0]))
			.sort((a, b) => a.edits - b.edits || a.sameStart - b.sameStart || (vocabulary[b.item] ?? 0) - (vocabulary[a.item] ?? 0))[0];
		remembered.set(stem, best?.item ?? null);
		return best?.item ?? null;
	};
}
