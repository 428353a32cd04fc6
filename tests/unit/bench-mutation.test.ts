import { describe, expect, it } from "vitest";
import { drawSample } from "../bench/mutation/draw-sample.ts";

const hundred = Array.from({ length: 100 }, (_, at) => at);

describe("a sample of mutants", () => {
	it("holds as many as are wanted, each once and in their order", () => {
		for (const size of [0, 1, 20, 99, 100]) {
			const drawn = drawSample(hundred, size, 1);
			expect(drawn).toHaveLength(size);
			expect([...new Set(drawn)].sort((one, other) => one - other)).toEqual(drawn);
		}
	});

	it("holds all where there are no more", () => {
		expect(drawSample(hundred, 200, 1)).toEqual(hundred);
		expect(drawSample([], 5, 1)).toEqual([]);
	});

	it("is the same for the same seed, and another for another", () => {
		expect(drawSample(hundred, 20, 1)).toEqual(drawSample(hundred, 20, 1));
		expect(drawSample(hundred, 20, 1)).not.toEqual(drawSample(hundred, 20, 2));
	});

	it("draws each as often as any other", () => {
		const times = hundred.map(() => 0);
		for (let seed = 0; seed < 2000; seed++) for (const at of drawSample(hundred, 20, seed)) times[at] = (times[at] ?? 0) + 1;
		// 400 each, with a deviation of 18.
		expect(Math.min(...times)).toBeGreaterThan(320);
		expect(Math.max(...times)).toBeLessThan(480);
	});
});
