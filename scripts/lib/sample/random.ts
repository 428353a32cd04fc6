/** Random choices that are the same for the same seed. */
export interface Random {
	/** From 0 to 1. */
	next(): number;
	chance(share: number): boolean;
	between(low: number, high: number): number;
	pick<Item>(items: readonly Item[]): Item;
	/** A UUID. */
	id(): string;
}

/** Makes a generator (mulberry32 by T. Ettinger, public domain). */
export function createRandom(seed: number): Random {
	let state = seed >>> 0;
	function next(): number {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}
	const hex = (length: number) => Array.from({ length }, () => Math.floor(next() * 16).toString(16)).join("");
	return {
		next,
		chance: (share) => next() < share,
		between: (low, high) => Math.floor(low + next() * (high - low + 1)),
		pick(items) {
			const item = items[Math.floor(next() * items.length)];
			if (item === undefined) throw new RangeError("there is nothing to pick from");
			return item;
		},
		id: () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
	};
}
