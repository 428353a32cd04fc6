import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildCompactIndex } from "#site/search/build-index.ts";
import { normalise, words } from "#site/search/normalise.ts";
import { createRepair, editDistance } from "#site/search/repair.ts";
import { significantStems, stemOf } from "#site/search/significant-stems.ts";
import { index } from "./search-fixture.ts";

describe("words", () => {
	it.each([
		["Reset my PASSWORD!", ["reset", "my", "password"]],
		["can’t log-in", ["can't", "log", "in"]],
		["Café CO₂e", ["cafe", "co2e"]],
		["ERR_4290: stop", ["err_4290", "stop"]],
		["GRI 305‑1", ["gri", "305", "1"]],
		["  ", []],
		["🎉", []],
		["'quoted' _x_", ["quoted", "x"]],
		["ﬁle ½", ["file", "1", "2"]],
		["https://a.example/b", ["https", "a", "example", "b"]],
		["日本語 テスト", ["日本語", "テスト"]],
	])("of %j are %j", (text, expected) => {
		expect(words(text)).toEqual(expected);
	});

	it("are the same after normalising once more", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), (text) => {
				expect(normalise(normalise(text))).toBe(normalise(text));
				expect(words(words(text).join(" "))).toEqual(words(text));
			}),
		);
	});
});

describe("significant stems", () => {
	it.each([
		["How do I reset my passwords?", ["reset", "password"]],
		["emissions", ["emiss"]],
		["the customer's invoice", ["custom", "invoic"]],
		["how to", ["how", "to"]],
		["ERR_4290 errors", ["err_4290", "error"]],
		["ISO 14064-1", ["iso", "14064", "1"]],
		["", []],
	])("of %j are %j", (text, stems) => {
		expect(significantStems(text)).toEqual(stems);
	});

	it("bring forms of a word together", () => {
		expect(new Set(["export", "exports", "exported", "exporting"].map(stemOf)).size).toBe(1);
	});
});

describe("edits between words", () => {
	/** The textbook recursion (optimal string alignment). */
	function reference(a: string, b: string): number {
		if (a === "" || b === "") return a.length + b.length;
		const swap = a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0] ? 1 + reference(a.slice(2), b.slice(2)) : Number.POSITIVE_INFINITY;
		return Math.min(swap, reference(a.slice(1), b) + 1, reference(a, b.slice(1)) + 1, reference(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1));
	}

	it.each([
		["report", "report", 0],
		["reprot", "report", 1],
		["repor", "report", 1],
		["rreport", "report", 1],
		["rapart", "report", 2],
		["", "ab", 2],
	])("%j to %j: %i", (a, b, edits) => {
		expect(editDistance(a, b, 2)).toBe(edits);
	});

	it("are counted as in the textbook, up to the limit", () => {
		const short = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 6 });
		fc.assert(
			fc.property(short, short, fc.integer({ min: 0, max: 3 }), (a, b, limit) => {
				expect(editDistance(a, b, limit)).toBe(Math.min(reference(a, b), limit + 1));
			}),
			{ numRuns: 500 },
		);
	});
});

describe("repair", () => {
	const repair = createRepair({ report: 9, import: 5, importer: 1, emiss: 3, invoic: 2, err_4290: 1, iot: 1, export: 7, exploit: 7 });

	it.each([
		["reprot", "report"],
		["improt", "import"],
		["emis", "emiss"],
		["emisss", "emiss"],
		["exprot", "export"],
		["zzzzzz", null],
		["rep", null],
		["err_4291", null],
		["iott", "iot"],
		["rapart", null],
		["a".repeat(60), null],
		["constructor", null],
	])("of %s is %s", (stem, repaired) => {
		expect(repair(stem)).toBe(repaired);
		expect(repair(stem)).toBe(repaired);
	});
});

describe("the compact index", () => {
	it("counts the articles that hold a stem, body text included, and carries no body", () => {
		expect(index.vocabulary).toMatchObject({ spreadsheet: 2, hologram: 1, err_4290: 2, azur: 0, receipt: 0 });
		expect(index.vocabulary).not.toHaveProperty("the");
		expect(JSON.stringify(index)).not.toContain("bodyText");
	});

	it("survives being written and read", () => {
		expect(JSON.parse(JSON.stringify(index))).toEqual(index);
	});

	it("drops synonyms that say nothing and holds words named like members of objects", () => {
		const document = { ...index.documents[0], title: "constructor __proto__ toString", bodyText: "" } as Parameters<
			typeof buildCompactIndex
		>[0]["documents"][number];
		const built = buildCompactIndex({ documents: [document], synonyms: { both: [["!", "?"]], oneWay: [{ from: "…", to: ["password"] }] } });
		expect(built.synonyms).toEqual([]);
		expect(Object.hasOwn(built.vocabulary, "constructor")).toBe(true);
	});
});
