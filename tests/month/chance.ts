import { createRandom } from "../bench/lib/random.ts";

/** Everything that is left to chance; the same for the same seed. */
export interface Chance {
	/** From 0 to 1. */
	share(): number;
	/** A whole number from 0 to below `limit`. */
	below(limit: number): number;
	pick<Item>(list: readonly Item[]): Item;
	/** Whether something of this probability happens. */
	happens(probability: number): boolean;
	/** How many of something happen that happens `mean` times on average (Poisson). */
	count(mean: number): number;
	id(): string;
}

/** @throws Error where something is picked from an empty list */
export function createChance(seed: number): Chance {
	const share = createRandom(seed);
	const below = (limit: number) => Math.floor(share() * limit);
	return {
		share,
		below,
		pick(list) {
			if (list.length === 0) throw new Error("there is nothing to pick from");
			return list[below(list.length)] as (typeof list)[number];
		},
		happens: (probability) => share() < probability,
		count(mean) {
			let [product, n] = [share(), 0];
			for (const limit = Math.exp(-mean); product > limit; n++) product *= share();
			return n;
		},
		id() {
			const digits = Array.from({ length: 32 }, () => below(16).toString(16)).join("");
			return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20)}`;
		},
	};
}
