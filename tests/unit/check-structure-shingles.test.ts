import { describe, expect, test } from "vitest";
import { findAlike, jaccard, shinglesOf } from "#scripts/lib/checks/shingles.ts";
import { createRandom } from "../bench/lib/random.ts";

/** Texts of 200 words; every other one is the text before it with a share of its words replaced. */
function makeTexts(count: number): string[] {
	const random = createRandom(7);
	const word = () => `w${Math.floor(random() * 3000)}`;
	const texts: string[] = [];
	while (texts.length < count) {
		const before = texts.at(-1);
		const share = random() * 0.2;
		const copied = texts.length % 2 === 1 ? before?.split(" ").map((old) => (random() < share ? word() : old)) : undefined;
		texts.push((copied ?? Array.from({ length: 200 }, word)).join(" "));
	}
	return texts;
}

describe("pieces of a text", () => {
	test("do not know capitals, punctuation and order of sections", () => {
		expect(shinglesOf("Open the page, then SAVE it.")).toEqual(shinglesOf("open: the page then save – it"));
		expect(jaccard(shinglesOf("one two three four five"), shinglesOf("five four three two one"))).toBe(0);
	});

	test("of too few words are none", () => {
		expect(shinglesOf("Hello there")).toHaveLength(0);
		expect(jaccard(shinglesOf(""), shinglesOf(""))).toBe(0);
	});

	test("are shared by as many as both have, of all that there are", () => {
		expect(jaccard(shinglesOf("a b c d"), shinglesOf("a b c e"))).toBeCloseTo(1 / 3);
	});
});

describe("pairs that are alike", () => {
	test("are those that comparing every two would find", () => {
		const texts = makeTexts(400).map(shinglesOf);
		const every = texts.flatMap((left, one) =>
			texts.slice(one + 1).flatMap((right, index) => {
				const share = jaccard(left, right);
				return share >= 0.6 ? [{ one, other: one + 1 + index, share }] : [];
			}),
		);
		expect(every.length).toBeGreaterThan(50);
		expect(findAlike(texts, 0.6)).toEqual(every);
	});

	test("name every member of a crowd, without comparing all with all", () => {
		const texts = Array.from({ length: 3000 }, () => shinglesOf("the very same words in every one of so many articles"));
		const pairs = findAlike(texts, 0.6);
		expect(new Set(pairs.flatMap(({ one, other }) => [one, other])).size).toBe(3000);
		expect(pairs.length).toBeLessThan(3000 * 10);
	});
});
