import { describe, expect, it } from "vitest";
import type { MatchKind, QueryTerm } from "#site/search/types.ts";
import { holdsTelling } from "#worker/lib/holds-telling.ts";

const articles: Record<string, number> = { connect: 28, power: 8, bill: 35, sync: 16, stop: 35, spreadsheet: 13, open: 63, export: 22, report: 55 };
const holding = (stem: string) => articles[stem] ?? 0;

function word(typed: string, stems: [string, MatchKind][] = [[typed, "typed"]], functional = false): QueryTerm {
	return { word: typed, functional, repaired: null, stems: stems.map(([stem, kind]) => ({ stem, weight: 1, kind })) };
}

function holds(terms: QueryTerm[], ...matched: string[]): boolean {
	return holdsTelling(terms, { matched, pinned: false }, holding);
}

describe("a result", () => {
	it("holds what tells most: the word that fewest articles hold, or what it means", () => {
		expect(holds([word("sync"), word("stop")], "sync", "stop")).toBe(true);
		expect(holds([word("sync"), word("stop")], "stop")).toBe(false);
		const excel: [string, MatchKind][] = [
			["excel", "typed"],
			["spreadsheet", "synonym"],
		];
		expect(holds([word("excel", excel), word("open")], "spreadsheet", "open")).toBe(true);
	});

	it("does not hold what no article holds, whatever else it shares", () => {
		expect(holds([word("connect"), word("tableau")], "connect")).toBe(false);
		expect(holds([word("tableau")])).toBe(false);
	});

	it("does not hold a word by others that begin like it", () => {
		const bi = word("bi", [["bill", "completed"]]);
		expect(holds([word("connect"), word("power"), bi], "connect", "power", "bill")).toBe(false);
	});

	it("is left to the search's confidence for function words, for longer texts and where a writer put it first", () => {
		expect(holds([word("how", [["how", "typed"]], true)])).toBe(true);
		const told = ["export", "report", "open", "stop", "yesterday"].map((typed) => word(typed));
		expect(holds(told, "export", "report", "open")).toBe(true);
		expect(holdsTelling([word("tableau")], { matched: [], pinned: true }, holding)).toBe(true);
	});
});
