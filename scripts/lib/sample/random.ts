/** Random choices that are the same for the same seed. */
export interface Random {
	/** From 0 to 1. */
	next(): number;
	chance(share: number): boolean;
	between(low: number, high: number): number;
	pick<Item>(items: readonly Item[]): Item;
	/** The first ones more often than the last. */
	pickEarly<Item>(items: readonly Item[]): Item;
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
	function at<Item>(items: readonly Item[], share: number): Item {
		const item = items[Math.floor(share * items.length)];
		if (item === undefined) throw new RangeError("there is nothing to pick from");
		return item;
	}
	return {
		next,
		chance: (share) => next() < share,
		between: (low, high) => Math.floor(low + next() * (high - low + 1)),
		pick: (items) => at(items, next()),
		pickEarly: (items) => at(items, next() ** 1.6),
		id: () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
	};
}
