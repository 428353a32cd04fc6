/** Words in a row that count as one piece of a text. */
const shingleLength = 3;

const hashes = 128;
/** Texts that agree in all rows of a band are compared: at 60 % alike 99 of 100 pairs are found, at 20 % one of 20 is compared in vain. */
const rows = 4;
const bands = hashes / rows;
/** The first and the last texts of a crowd with the same band that a further one is compared with; what keeps the work linear. */
const crowd = 8;

/** Two texts that are much alike, by their numbers. */
export interface AlikePair {
	one: number;
	other: number;
	/** Share of their pieces that both have, 0 to 1. */
	share: number;
}

/** The pieces of a text as sorted numbers: every three words in a row, whatever their capitals and punctuation. */
export function shinglesOf(text: string): Uint32Array {
	const words = (text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(hashOf);
	const found = new Set<number>();
	for (let start = 0; start + shingleLength <= words.length; start++) {
		let hash = 0;
		for (let offset = 0; offset < shingleLength; offset++) hash = mix(hash ^ (words[start + offset] ?? 0));
		found.add(hash);
	}
	return Uint32Array.from(found).sort();
}

/** FNV-1a. */
function hashOf(word: string): number {
	let hash = 0x811c9dc5;
	for (let index = 0; index < word.length; index++) hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
	return hash >>> 0;
}

/** Spreads the bits of a number over all 32 (the finaliser of MurmurHash3). */
function mix(number: number): number {
	let mixed = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
	mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
	return (mixed ^ (mixed >>> 16)) >>> 0;
}

const factors = Uint32Array.from({ length: hashes }, (_, index) => mix(index + 1) | 1);
const offsets = Uint32Array.from({ length: hashes }, (_, index) => mix(index + 1 + hashes));

/** MinHash: the share of places in which two sketches agree is near the share of the pieces that their texts have in common. */
function sketchOf(shingles: Uint32Array): Uint32Array {
	const least = new Uint32Array(hashes).fill(0xffffffff);
	for (let index = 0; index < hashes; index++) {
		const factor = factors[index] ?? 0;
		const offset = offsets[index] ?? 0;
		let lowest = 0xffffffff;
		// Counting is twice as fast here as for … of, and this is where the time goes.
		for (let at = 0; at < shingles.length; at++) {
			const hash = (Math.imul(shingles[at] ?? 0, factor) + offset) >>> 0;
			if (hash < lowest) lowest = hash;
		}
		least[index] = lowest;
	}
	return least;
}

function bandOf(sketch: Uint32Array, band: number): number {
	let hash = band;
	for (let row = band * rows; row < (band + 1) * rows; row++) hash = mix(hash ^ (sketch[row] ?? 0));
	return hash;
}

function estimate(one: Uint32Array, other: Uint32Array): number {
	let equal = 0;
	for (let index = 0; index < hashes; index++) if (one[index] === other[index]) equal++;
	return equal / hashes;
}

/** Share of two sorted sets' members that both have. */
export function jaccard(one: Uint32Array, other: Uint32Array): number {
	let left = 0;
	let right = 0;
	let shared = 0;
	while (left < one.length && right < other.length) {
		const [a = 0, b = 0] = [one[left], other[right]];
		if (a === b) shared++;
		if (a <= b) left++;
		if (b <= a) right++;
	}
	const all = one.length + other.length - shared;
	return all === 0 ? 0 : shared / all;
}

/**
 * Finds the pairs of texts of which at least `least` (0 to 1) is alike, in time that grows with the number of texts and not with that of
 * pairs: locality-sensitive hashing finds candidates, which are then compared exactly. The same texts give the same pairs.
 */
export function findAlike(texts: Uint32Array[], least: number): AlikePair[] {
	const sketches = texts.map(sketchOf);
	const compared = new Set<number>();
	const pairs: AlikePair[] = [];
	function compare(one: number, other: number): void {
		const key = one * texts.length + other;
		const [a, b, left, right] = [sketches[one], sketches[other], texts[one], texts[other]];
		if (compared.has(key) || !a || !b || !left || !right) return;
		compared.add(key);
		// The estimate errs by about 4 of 100; what is far below is not worth the exact comparison.
		if (estimate(a, b) < least - 0.15) return;
		const share = jaccard(left, right);
		if (share >= least) pairs.push({ one, other, share });
	}
	for (let band = 0; band < bands; band++) {
		const buckets = new Map<number, number[]>();
		sketches.forEach((sketch, number) => {
			const hash = bandOf(sketch, band);
			const bucket = buckets.get(hash);
			if (!bucket) buckets.set(hash, [number]);
			else {
				for (const before of bucket) compare(before, number);
				if (bucket.length < crowd) bucket.push(number);
				else bucket[crowd / 2 + (number % (crowd / 2))] = number;
			}
		});
	}
	return pairs.sort((a, b) => a.one - b.one || a.other - b.other);
}
