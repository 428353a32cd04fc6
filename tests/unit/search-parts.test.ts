import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalise, words } from "#site/search/normalise.ts";
import { createAnalyse, pairsOf } from "#site/search/analyse.ts";
import { confidenceOf, supportFrom } from "#site/search/confidence.ts";
import { didYouMean } from "#site/search/did-you-mean.ts";
import { english } from "#site/search/languages/english.ts";
import { markWords } from "#site/search/mark.ts";
import { createRepair } from "#site/search/repair.ts";
import { significantStems, stemOf } from "#site/search/significant-stems.ts";
import { slips } from "#site/search/slips.ts";
import { splitWord } from "#site/search/split.ts";
import { quotedPhrases } from "#site/search/understand.ts";

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

describe("pairs of neighbouring words", () => {
	it("are named with start and end of the text", () => {
		expect(pairsOf(["reset", "password"])).toEqual(["reset ^", "reset password", "password $"]);
		expect(pairsOf(["reset"])).toEqual(["reset ^", "reset $"]);
		expect(pairsOf([])).toEqual([]);
	});
});

describe("quoted phrases", () => {
	it.each([
		[`"reset my password" now`, ["reset my password"]],
		[`“one two” and „drei vier“ and «cinq six»`, ["one two", "drei vier", "cinq six"]],
		[`"not closed`, []],
		[`a 5" screen`, []],
		[`"" "?!" "a"`, []],
		[`" spaces around "`, ["spaces around"]],
		[`"${"x".repeat(300)}"`, []],
	])("of %j are %j", (query, phrases) => {
		expect(quotedPhrases(query)).toEqual(phrases);
	});
});

describe("slips between words", () => {
	/** The textbook recursion (optimal string alignment), each edit at the same cost. */
	function edits(a: string, b: string): number {
		if (a === "" || b === "") return a.length + b.length;
		const swap = a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0] ? 1 + edits(a.slice(2), b.slice(2)) : Number.POSITIVE_INFINITY;
		return Math.min(swap, edits(a.slice(1), b) + 1, edits(a, b.slice(1)) + 1, edits(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1));
	}
	const word = fc.string({ unit: fc.constantFrom("a", "e", "k", "m", "q"), maxLength: 6 });

	it.each([
		["none", "report", "report", 0],
		["two letters swapped", "reprot", "report", 0.9],
		["a letter lost", "repot", "report", 1],
		["a letter too many", "rexport", "report", 1],
		["a letter doubled", "repport", "report", 0.8],
		["one of two letters lost", "pasword", "password", 0.8],
		["a neighbouring key", "teport", "report", 1],
		["a mistaken vowel", "raport", "report", 1],
		["a mistaken sound", "impord", "import", 1],
		["any other letter", "rebort", "redort", 1.6],
	])("cost: %s (%s, %s)", (_, typed, meant, cost) => {
		expect(slips(typed, meant, 5)).toBeCloseTo(cost);
	});

	it("cost the same in both directions", () => {
		fc.assert(
			fc.property(word, word, (a, b) => {
				expect(slips(a, b, 20)).toBeCloseTo(slips(b, a, 20));
			}),
			{ numRuns: 500 },
		);
	});

	it("cost nothing for the same word, and something for every other", () => {
		fc.assert(
			fc.property(word, word, (a, b) => {
				expect(slips(a, a, 3)).toBe(0);
				if (a !== b) expect(slips(a, b, 20)).toBeGreaterThan(0);
			}),
		);
	});

	it("cost never more than 1.6 and never less than 0.8 for an edit of the textbook", () => {
		fc.assert(
			fc.property(word, word, (a, b) => {
				const cost = slips(a, b, 20);
				expect(cost).toBeLessThanOrEqual(1.6 * edits(a, b) + 1e-9);
				expect(cost).toBeGreaterThanOrEqual(0.8 * edits(a, b) - 1e-9);
			}),
			{ numRuns: 500 },
		);
	});

	it.each([1.3, 2.3])("beyond the limit are not counted on, within it always: %d", (limit) => {
		fc.assert(
			fc.property(word, word, (a, b) => {
				const cost = slips(a, b, 20);
				expect(slips(a, b, limit)).toBe(cost <= limit ? cost : Infinity);
			}),
			{ numRuns: 1000 },
		);
	});
});

describe("a word that is two", () => {
	const vocabulary = [
		["password", 8],
		["reset", 4],
		["pass", 1],
		["wordreset", 1],
		["constructor", 1],
	].map(([word, count]) => ({ word: String(word), documents: Number(count) }));

	it.each([
		["passwordreset", ["password", "reset"]],
		["resetpassword", ["reset", "password"]],
		["passwordsreset", null],
		["passwordre", null],
		["password", null],
		["toStringreset", null],
		["", null],
	])("%j is %j", (word, parts) => {
		expect(splitWord(word, vocabulary)).toEqual(parts);
	});

	it("is taken apart into words that are known, or not at all", () => {
		const known = new Set(vocabulary.map(({ word }) => word));
		const part = fc.constantFrom(...known, "x", "sword", "");
		fc.assert(
			fc.property(part, part, (first, second) => {
				const parts = splitWord(first + second, vocabulary);
				if (parts) expect([parts.join(""), parts.every((each) => known.has(each))]).toEqual([first + second, true]);
				else expect(known.has(first) && known.has(second) && first.length > 2 && second.length > 2).toBe(false);
			}),
		);
	});
});

describe("repair", () => {
	const known = ["report", "import", "importer", "emissions", "invoice", "iot", "export", "exploit", "mark", "form", "from", "constructor"];
	const repair = createRepair(known.map((word) => ({ word, documents: 4 })));

	it.each([
		["reprot", "report"],
		["improt", "import"],
		["emisions", "emissions"],
		["emissionss", "emissions"],
		["exprot", "export"],
		["xport", "export"],
		["nport", undefined],
		["wxport", "export"],
		["fomr", "form"],
		["ofrm", "form"],
		["konstructor", "constructor"],
		["zzzzzz", undefined],
		["re", undefined],
		["report2", undefined],
		["dark", undefined],
		["nark", undefined],
		["worm", undefined],
		["a".repeat(60), undefined],
		["", undefined],
		["toString", undefined],
	])("of %j is %j first", (word, repaired) => {
		expect(repair(word)[0]?.word).toBe(repaired);
		expect(repair(word)).toEqual(repair(word));
	});

	it("prefers the word that more articles hold", () => {
		const often = createRepair([
			{ word: "cart", documents: 1 },
			{ word: "care", documents: 64 },
		]);
		expect(often("carr").map(({ word }) => word)).toEqual(["care", "cart"]);
	});

	it("proposes at most five, the likeliest first, none of them twice", () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom("r", "e", "p", "o", "t", "i", "m", "x"), maxLength: 9 }), (word) => {
				const candidates = repair(word);
				const likelihoods = candidates.map(({ likelihood }) => likelihood);
				expect(candidates.length).toBeLessThanOrEqual(5);
				expect(likelihoods).toEqual(likelihoods.toSorted((a, b) => b - a));
				expect(new Set(candidates.map((candidate) => candidate.word)).size).toBe(candidates.length);
			}),
			{ numRuns: 300 },
		);
	});
});

describe("what may have been meant", () => {
	const term = (word: string, repaired: string | null) => ({ word, functional: false, stems: [], repaired });

	it.each([
		["Pasword reset?", [term("pasword", "password"), term("reset", null)], "password reset?"],
		["reset", [term("reset", null)], null],
		["repor reports repor", [term("repor", "report"), term("reports", null), term("repor", "report")], "report reports report"],
		["übersciht", [term("u\u0308bersciht", "ubersicht")], null],
		["", [], null],
	])("of %j is what was typed with its repairs", (query, terms, meant) => {
		expect(didYouMean(query, terms)).toBe(meant);
	});
});

describe("words of a search in a text", () => {
	const analyse = createAnalyse(english);

	it("are marked in any form, and the parts are the text", () => {
		const text = "Exports, exporting – the Customer’s ERR_4021";
		const parts = markWords(text, new Set(["export", "custom", "err_4021"]), analyse);
		expect(parts.filter(({ marked }) => marked).map((part) => part.text)).toEqual(["Exports", "exporting", "Customer’s", "ERR_4021"]);
		expect(parts.map((part) => part.text).join("")).toBe(text);
	});

	it("leave every text as it is", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), fc.array(fc.string(), { maxLength: 3 }), (text, stems) => {
				expect(
					markWords(text, new Set(stems), analyse)
						.map((part) => part.text)
						.join(""),
				).toBe(text);
			}),
		);
	});
});

describe("confidence", () => {
	it("is one half where support is enough, and grows with it", () => {
		expect(confidenceOf(0.2, 0.2)).toBe(0.5);
		expect(confidenceOf(0, 0.2)).toBe(0);
		expect(confidenceOf(0.3, 0.2)).toBeGreaterThan(confidenceOf(0.25, 0.2));
		expect(confidenceOf(1, 0.01)).toBeLessThanOrEqual(1);
	});

	it("stands for one support", () => {
		fc.assert(
			fc.property(fc.double({ min: 0.01, max: 1, noNaN: true }), fc.double({ min: 0.05, max: 0.5, noNaN: true }), (support, enough) => {
				expect(supportFrom(confidenceOf(support, enough), enough)).toBeCloseTo(support, 6);
			}),
		);
	});
});

describe("repair of short words", () => {
	const known = ["api", "site", "type", "user", "form", "mass", "staff", "post", "png", "ss", "tap", "ale"];
	const repair = createRepair(known.map((word) => ({ word, documents: 4 })));

	it.each([
		["three letters, two of them swapped", "aip", "api"],
		["three letters, the first two swapped", "pai", "api"],
		["three letters, one lost at the start", "orm", "form"],
		["three letters, one lost inside", "usr", "user"],
		["three letters, one lost at the end", "sit", "site"],
		["three letters, one of a pair lost", "mas", "mass"],
		["four letters, two of them swapped", "fomr", "form"],
		["four letters, one lost", "stff", "staff"],
		["five letters, one too many", "posts", "post"],
	])("undoes %s: %s is %s", (_, typed, meant) => {
		expect(repair(typed)[0]?.word).toBe(meant);
	});

	it.each([
		["three letters are another word with a neighbouring key", "apu", "api"],
		["three letters are another word with another vowel", "alo", "ale"],
		["three letters are another word with another first letter", "rap", "tap"],
		["three letters are never shortened", "sms", "ss"],
		["four letters are never shortened", "ping", "png"],
		["four letters with a doubled one are never shortened", "tapp", "tap"],
		["another vowel makes another word", "mess", "mass"],
		["another vowel on a neighbouring key makes another word", "firm", "form"],
		["another vowel makes another word of five letters", "stuff", "staff"],
		["another first letter makes another word", "rype", "type"],
	])("knows that %s: %s is not %s", (_, typed, other) => {
		expect(repair(typed).map(({ word }) => word)).not.toContain(other);
	});

	it("never makes a word of up to four letters shorter, nor one of three another one than by its own letters or one more", () => {
		const letters = fc.string({ unit: fc.constantFrom("a", "p", "i", "s", "t", "m", "o", "f", "r"), minLength: 3, maxLength: 4 });
		fc.assert(
			fc.property(letters, (typed) => {
				for (const { word } of repair(typed)) {
					expect(word.length).toBeGreaterThanOrEqual(typed.length);
					if (typed.length === 3 && word.length === 3) expect(Array.from(word).sort()).toEqual(Array.from(typed).sort());
				}
			}),
			{ numRuns: 500 },
		);
	});
});
