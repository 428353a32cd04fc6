import { createRandom } from "../lib/random.ts";

/** Draws some of the items, each as likely as any other, in their order; the same seed draws the same. All, where there are no more. */
export function drawSample<Item>(items: readonly Item[], size: number, seed: number): Item[] {
	const random = createRandom(seed);
	let wanted = Math.min(size, items.length);
	return items.filter((_, at) => {
		if (random() * (items.length - at) >= wanted) return false;
		wanted--;
		return true;
	});
}
