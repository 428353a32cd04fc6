import { describe, expect, it } from "vitest";
import { asksSomething, supportOf } from "#site/search/confidence.ts";
import { fullImpact, information } from "#site/search/relevance.ts";
import type { PostingList, PostingSource } from "#site/search/score.ts";
import type { QueryTerm } from "#site/search/types.ts";
import { weights } from "#site/search/weights.ts";

const { support, functional, pair } = weights;
const size = 100;

/** A site of a hundred articles; each key has the number of articles that hold it, and how much article 7 holds of it, 0 to 1. */
function siteOf(keys: Record<string, [holding: number, held: number]>, changes: Partial<PostingSource> = {}): PostingSource {
	const list = ([holding, held]: [number, number]): PostingList => ({
		holding,
		documents: Int32Array.from(held > 0 ? [7] : []),
		impacts: Float64Array.from(held > 0 ? [held * fullImpact] : []),
		inTitle: Uint8Array.from([0]),
		sections: Uint16Array.from([0]),
	});
	const find = (key: string) => (Object.hasOwn(keys, key) ? list(keys[key] ?? [0, 0]) : null);
	return { size, titleStems: Array.from({ length: size }, () => 1), learned: false, ownWords: support.manyOwnWords, find, ...changes };
}
const term = (word: string, changes: Partial<QueryTerm> = {}): QueryTerm => ({
	...{ word, functional: false, stems: [{ stem: word, weight: 1, kind: "typed" }], repaired: null },
	...changes,
});

/** What a word tells that so many articles hold. */
const tells = (holding: number) => information(size, holding) ** support.telling * (holding === 0 ? support.unknown : 1);
/** What the pairs of a query tell that nobody says. */
const unsaid = (pairs: number) => pair * pairs * information(size, 0) ** support.telling;

describe("how far an article holds what was asked", () => {
	it("is the share of what the words tell that it says", () => {
		const site = siteOf({ zebra: [3, 0.5], heron: [40, 1] });
		const asked = tells(3) + tells(40);
		expect(supportOf([term("zebra"), term("heron")], 7, site)).toBeCloseTo((0.5 * tells(3) + tells(40)) / (asked + unsaid(3)));
		expect(supportOf([term("zebra"), term("heron")], 8, site)).toBe(0);
		expect(supportOf([], 7, site)).toBe(0);
	});

	it("counts function words less, and each word once", () => {
		const site = siteOf({ zebra: [3, 1], the: [90, 1] });
		expect(supportOf([term("zebra"), term("the", { functional: true })], 7, site)).toBeCloseTo(
			(tells(3) + functional * tells(90)) / (tells(3) + functional * tells(90) + unsaid(3)),
		);
		expect(supportOf([term("zebra"), term("zebra")], 7, site)).toBeCloseTo(tells(3) / (tells(3) + unsaid(3)));
	});

	it("counts pairs that it says, more where readers' searches are known", () => {
		const keys: Record<string, [number, number]> = { zebra: [3, 1], "zebra ^": [2, 0.5] };
		const said = information(size, 2) ** support.telling;
		const rest = information(size, 0) ** support.telling;
		const withPairs = (weight: number) => (tells(3) + weight * 0.5 * said) / (tells(3) + weight * (said + rest));
		expect(supportOf([term("zebra")], 7, siteOf(keys))).toBeCloseTo(withPairs(pair));
		expect(supportOf([term("zebra")], 7, siteOf(keys, { learned: true }))).toBeCloseTo(withPairs(weights.pairLearned));
	});

	it("takes a word that nobody knows for what tells most", () => {
		const site = siteOf({ zebra: [3, 1], gone: [0, 0] });
		expect(supportOf([term("zebra"), term("quagga")], 7, site)).toBeCloseTo(tells(3) / (tells(3) + tells(0) + unsaid(3)));
		expect(supportOf([term("zebra"), term("gone")], 7, site)).toBeCloseTo(supportOf([term("zebra"), term("quagga")], 7, site));
	});

	it("trusts a repaired word, and one that was taken apart, only in part", () => {
		const site = siteOf({ zebra: [3, 1] });
		const of = (kind: QueryTerm["stems"][number]["kind"]) => supportOf([term("zebra", { stems: [{ stem: "zebra", weight: 1, kind }] })], 7, site);
		const doubted = support.repaired * tells(3) + (1 - support.repaired) * tells(0);
		for (const kind of ["repaired", "split"] as const) expect(of(kind), kind).toBeCloseTo(tells(3) / (doubted + unsaid(2)));
		expect(of("completed")).toBeCloseTo(tells(3) / (tells(3) + unsaid(2)));
	});

	it("finds a word by its synonyms, for what these are worth, and asks no more for it", () => {
		const site = siteOf({ zebra: [3, 0], horse: [1, 1] });
		const both = term("zebra", {
			stems: [
				{ stem: "zebra", weight: 1, kind: "typed" },
				{ stem: "horse", weight: 0.5, kind: "synonym" },
			],
		});
		expect(supportOf([both], 7, site)).toBeCloseTo((0.5 * tells(1)) / (tells(1) + unsaid(2)));
	});

	it("is doubted in few words where one is new to the site, unless all articles have words of their own", () => {
		const known = { zebra: [3, 1], heron: [3, 1], otter: [3, 1] } satisfies Record<string, [number, number]>;
		const ask = (words: string[], ownWords: number) =>
			supportOf(
				words.map((word) => term(word)),
				7,
				siteOf(known, { ownWords }),
			);
		const doubt = (words: string[], ownWords: number = support.usualOwnWords) => ask(words, ownWords) / ask(words, support.manyOwnWords);
		expect(doubt(["zebra", "quagga"])).toBeCloseTo(1 - support.unknownOfFew / 2);
		expect(doubt(["zebra", "heron", "quagga"])).toBeCloseTo(1 - support.unknownOfFew / 3);
		expect(doubt(["zebra", "heron", "otter", "quagga"])).toBe(1);
		expect(doubt(["zebra", "heron"])).toBe(1);
		expect(doubt(["zebra", "quagga"], (support.usualOwnWords + support.manyOwnWords) / 2)).toBeCloseTo(1 - support.unknownOfFew / 4);
		expect(doubt(["zebra", "quagga"], 0)).toBeCloseTo(1 - support.unknownOfFew / 2);
	});
});

describe("a query asks something", () => {
	const small = (word: string) => term(word, { functional: true });

	it.each([
		["by a word that names a subject", [term("zebra")], true],
		["not by one function word, whatever it tells", [small("rare")], false],
		["by function words that tell enough", [small("rare"), small("rare2")], true],
		["not by those that tell nothing", [small("the"), small("how")], false],
		["not by nothing", [], false],
	])("%s", (_, terms, asks) => {
		const site = siteOf({ the: [99, 1], how: [98, 1], rare: [1, 1], rare2: [1, 1] });
		expect(asksSomething(terms, site)).toBe(asks);
	});
});
