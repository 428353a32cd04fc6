import { describe, expect, it } from "vitest";
import { addressOf, askedIn, kindInWords } from "#site/islands/search/page-address.ts";
import { tidy } from "#site/lib/tidy.ts";
import { announcement, answerGroups, startGroups, step } from "#site/islands/search/suggestions.ts";
import type { SearchAnswer } from "#site/search/types.ts";
import { search as t } from "#site/strings/en/search.ts";
import { createSay } from "#site/strings/message.ts";

const words = { t, say: createSay("en-GB") };

function answerWith(count: number, rest: Partial<SearchAnswer> = {}): SearchAnswer {
	const results = Array.from({ length: count }, (_, number) => ({ document: { id: `a/${number}` } }));
	return { query: "words", results, answered: count > 0, didYouMean: null, ...rest } as unknown as SearchAnswer;
}

const offered = { categories: [{ id: "admin" }, { id: "reporting" }], types: ["how-to", "faq"] };

describe("an empty search box", () => {
	it("offers recent searches with a way to clear them, and popular ones that are not among them", () => {
		expect(startGroups(["API Key"], ["api key", "import"], t)).toEqual([
			{ id: "recent", label: "Recent searches", options: [{ kind: "words", words: "API Key", removable: true }, { kind: "forget" }] },
			{ id: "popular", label: "Popular searches", options: [{ kind: "words", words: "import", removable: false }] },
		]);
	});

	it("offers no group without choices", () => {
		expect(startGroups([], [], t)).toEqual([]);
		expect(startGroups([], ["import"], t).map(({ id }) => id)).toEqual(["popular"]);
	});
});

describe("suggestions", () => {
	it("are the six best articles, and the page with all results", () => {
		const groups = answerGroups(answerWith(9), t);
		expect(groups.map(({ id, options }) => [id, options.length])).toEqual([
			["articles", 6],
			["page", 1],
		]);
		expect(groups[0]?.options.at(-1)).toMatchObject({ kind: "article", position: 6 });
	});

	it("are no articles where there is no good answer, but what may have been meant and the ways on", () => {
		const groups = answerGroups(answerWith(4, { answered: false, didYouMean: "password" }), t);
		expect(groups.map(({ label }) => label)).toEqual(["Did you mean", "We have no good answer to this yet"]);
		expect(groups[0]?.options).toEqual([{ kind: "words", words: "password", removable: false }]);
	});
});

describe("a step in the list", () => {
	it.each([
		["from the box to the first", -1, 3, 1, 0],
		["from the box to the last", -1, 3, -1, 2],
		["round the end", 2, 3, 1, 0],
		["round the beginning", 0, 3, -1, 2],
		["to the next", 0, 3, 1, 1],
		["nowhere in an empty list", -1, 0, 1, -1],
	] as const)("goes %s", (_, active, count, direction, next) => {
		expect(step(active, count, direction)).toBe(next);
	});
});

describe("what a screen reader is told", () => {
	const none = { failed: false, answer: null };

	it.each([
		["the number of suggestions", answerGroups(answerWith(2), t), { failed: false, answer: answerWith(2) }, "2 suggestions"],
		["one suggestion", answerGroups(answerWith(1), t), { failed: false, answer: answerWith(1) }, "1 suggestion"],
		["that there is no answer", answerGroups(answerWith(0), t), { failed: false, answer: answerWith(0) }, "No good answer found"],
		["recent and popular searches", startGroups(["a"], ["b", "c"], t), none, "1 recent and 2 popular searches. Delete removes a recent one"],
		["recent searches alone", startGroups(["a"], [], t), none, "1 recent search. Delete removes a recent one"],
		["popular searches alone", startGroups([], ["b", "c"], t), none, "2 popular searches"],
		["that search failed", [], { failed: true, answer: null }, "Search could not be loaded. Topics to browse follow."],
		["nothing of an empty list", [], none, ""],
	])("is %s", (_, groups, state, text) => {
		expect(announcement(groups, state, words)).toBe(text);
	});

	it("is what may have been meant", () => {
		const answer = answerWith(0, { didYouMean: "password" });
		expect(announcement(answerGroups(answer, t), { failed: false, answer }, words)).toBe("No good answer found. Did you mean: password?");
	});
});

describe("the address of a search", () => {
	it.each([
		{ query: "change plan", category: "admin", type: "faq" },
		{ query: "100 % & more?", category: "", type: "" },
		{ query: "", category: "reporting", type: "" },
		{ query: "", category: "", type: "" },
	])("says what was asked: %o", (asked) => {
		expect(askedIn(addressOf(asked), offered)).toEqual(asked);
	});

	it("is empty where nothing is asked", () => {
		expect(addressOf({ query: "", category: "", type: "" })).toBe("");
	});

	it("does not ask for filters that the page does not offer", () => {
		expect(askedIn("?q=a&category=gone&type=novel", offered)).toEqual({ query: "a", category: "", type: "" });
	});
});

describe("a kind of article", () => {
	it.each([
		["faq", "FAQ"],
		["how-to", "How-to"],
		["best-practices", "Best practices"],
		["field-notes", "Field notes"],
	])("%s reads %s", (type, words) => {
		expect(kindInWords(type, t.kinds)).toBe(words);
	});
});

describe("a reader's words", () => {
	it("are one line without personal data, however they were typed or pasted", () => {
		expect(tidy(" A salon\r\n\tfor my\u0007ferret, anna@example.com ", 200)).toBe("A salon for my ferret, [email]");
	});

	it("are cut without half a character", () => {
		const cut = tidy("🐾".repeat(10), 5);
		expect(cut.isWellFormed()).toBe(true);
		expect(cut.length).toBeLessThanOrEqual(5);
	});
});
