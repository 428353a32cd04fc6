import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupQueries } from "#worker/reports/group-queries.ts";

const asked = (query: string, searches = 1, lastSeen = "2026-11-20") => ({ query, searches, lastSeen });

describe("searches without an answer", () => {
	it.each([
		["word order", "carbon offset price", "price carbon offset"],
		["function words", "how do i price carbon offsets", "carbon offset price please"],
		["word forms", "exporting reports", "export report"],
		["a wrong letter", "sourdough bread", "sourdaugh bread"],
		["a missing letter", "sourdough bread", "sourdugh bread"],
		["a letter too many", "taxonomy alignment", "taxonomyy alignment"],
		["swapped letters", "taxonomy alignment", "taxonmoy alignment"],
		["capitals and accents", "Café emissions", "cafe EMISSIONS"],
	])("stand together whatever their %s", (_, one, other) => {
		expect(groupQueries([asked(one, 3), asked(other, 2)])).toEqual([{ query: one, variants: [other], searches: 5, lastSeen: "2026-11-20" }]);
	});

	it.each([
		["short words", "sap", "sas"],
		["another word", "carbon price", "carbon tax"],
		["one word more", "carbon price", "carbon price forecast"],
		["error codes", "ERR_4290", "ERR_4291"],
		["standards", "iso14064", "iso14067"],
		["two slips", "taxonomy", "taxonnmoy"],
	])("stand apart: %s", (_, one, other) => {
		expect(groupQueries([asked(one), asked(other)])).toHaveLength(2);
	});

	it("come with the most searches first, then the latest", () => {
		const groups = groupQueries([
			asked("alpha", 2, "2026-11-01"),
			asked("bravo", 2, "2026-11-09"),
			asked("charlie delta", 1),
			asked("delta charlie", 4, "2026-11-03"),
		]);
		expect(groups.map(({ query, searches, lastSeen }) => [query, searches, lastSeen])).toEqual([
			["charlie delta", 5, "2026-11-20"],
			["bravo", 2, "2026-11-09"],
			["alpha", 2, "2026-11-01"],
		]);
	});

	it("lose no search and no query, whatever was typed", () => {
		fc.assert(
			fc.property(
				fc.array(fc.record({ query: fc.string({ unit: "binary", maxLength: 40 }), searches: fc.nat(9), lastSeen: fc.constant("2026-11-20") }), {
					maxLength: 20,
				}),
				(queries) => {
					const groups = groupQueries(queries);
					expect(groups.reduce((sum, group) => sum + group.searches, 0)).toBe(queries.reduce((sum, query) => sum + query.searches, 0));
					expect(groups.flatMap((group) => [group.query, ...group.variants]).sort()).toEqual(queries.map(({ query }) => query).sort());
				},
			),
		);
	});
});
