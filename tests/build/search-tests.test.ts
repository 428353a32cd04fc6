import { describe, expect, it } from "vitest";
import { openBuiltSearch } from "#scripts/lib/built-search.ts";
import { outFolder } from "#scripts/lib/paths.ts";
import { readContentData } from "#site/lib/content-data.ts";
import { significantStems } from "#site/search/significant-stems.ts";
import type { SearchAnswer } from "#site/search/types.ts";

const { index, search, compact } = await openBuiltSearch(outFolder);
const { "search-tests": tests, locales } = readContentData();

/** Says where the expected article stands, as a text that names the query when it is not where it should be. */
function judge({ query, expect: expected, within }: (typeof tests)[number], { answered, results }: SearchAnswer): string {
	const found = answered ? results.slice(0, within).map(({ document }) => document.id) : [];
	const right = expected === "none" ? !answered : found.includes(expected);
	return right ? "" : `"${query}" should lead to ${expected} within ${within}; it leads to ${found.join(", ") || "nothing"}`;
}

describe("search-tests.yml", () => {
	it("holds searches in customers' own words, and searches that nothing answers", async () => {
		const documents = await index.documents([...Array(index.size).keys()]);
		const titles = new Map(documents.map((document) => [document?.id, new Set(significantStems(document?.title ?? ""))]));
		const answerable = tests.filter(({ expect: expected }) => expected !== "none");
		const ownWords = answerable.filter(({ query, expect: expected }) => significantStems(query).every((stem) => !titles.get(expected)?.has(stem)));
		expect(tests.length).toBeGreaterThanOrEqual(200);
		expect(ownWords.length).toBeGreaterThanOrEqual(100);
		expect(tests.length - answerable.length).toBeGreaterThanOrEqual(30);
	});

	it("holds no search twice", () => {
		const queries = tests.map(({ query }) => query.toLowerCase());
		expect(queries.filter((query, at) => queries.indexOf(query) !== at)).toEqual([]);
	});
});

describe("with the compact index alone, as pages without JavaScript search", () => {
	it.each(tests)("$query → $expect", async (test) => {
		expect(judge(test, await compact(test.query))).toBe("");
	});
});

describe("with the full text, as browsers search", () => {
	it.each(tests)("$query → $expect", async (test) => {
		expect(judge(test, await search(test.query))).toBe("");
	});
});

describe.each(Object.entries(locales))("the searches of locales/%s.yml", (locale, { searchTests }) => {
	it("are enough to teach when there is no answer", () => {
		const none = searchTests.filter(({ expect: expected }) => expected === "none");
		expect(none.length).toBeGreaterThanOrEqual(10);
		expect(searchTests.length - none.length).toBeGreaterThanOrEqual(10);
	});

	it.each(searchTests)("$query → $expect", async (test) => {
		const built = await openBuiltSearch(outFolder, `/${locale}`);
		expect(judge(test, await built.compact(test.query))).toBe("");
		expect(judge(test, await built.search(test.query))).toBe("");
	});
});
