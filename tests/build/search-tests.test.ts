import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { outFolder } from "#scripts/lib/paths.ts";
import { readContentData } from "#site/lib/content-data.ts";
import { createSearch } from "#site/search/create-search.ts";
import { compactIndexPath, pagefindPath } from "#site/search/paths.ts";
import { significantStems } from "#site/search/significant-stems.ts";
import type { BodyLookUp, CompactIndex } from "#site/search/types.ts";

const index = JSON.parse(readFileSync(join(outFolder, compactIndexPath), "utf8")) as CompactIndex;
const tests = readContentData()["search-tests"];

/** Says where the expected article stands, as a text that names the query when it is not where it should be. */
function judge(
	{ query, expect: expected, within }: (typeof tests)[number],
	{ answered, results }: Awaited<ReturnType<ReturnType<typeof createSearch>>>,
): string {
	const found = answered ? results.slice(0, within).map(({ document }) => document.id) : [];
	const right = expected === "none" ? !answered : found.includes(expected);
	return right ? "" : `"${query}" should lead to ${expected} within ${within}; it leads to ${found.join(", ") || "nothing"}`;
}

interface Pagefind {
	init(): Promise<void>;
	search(word: string): Promise<{ results: { id: string; score: number }[] } | null>;
}

/** Body text as in the browser: the built Pagefind, its chunks read from the built site. */
async function bodyLookUp(): Promise<BodyLookUp> {
	vi.stubGlobal("fetch", async (address: string | URL) => new Response(await readFile(fileURLToPath(new URL(address).href.replace(/\?.*$/, "")))));
	const pagefind = (await import(/* @vite-ignore */ pathToFileURL(join(outFolder, pagefindPath)).href)) as Pagefind;
	await pagefind.init();
	return async (word) => new Map(((await pagefind.search(word))?.results ?? []).map(({ id, score }) => [id, score]));
}

describe("search-tests.yml", () => {
	it("holds searches in customers' own words, and searches that nothing answers", () => {
		const titles = new Map(index.documents.map(({ id, title }) => [id, new Set(significantStems(title))]));
		const answerable = tests.filter(({ expect: expected }) => expected !== "none");
		const ownWords = answerable.filter(({ query, expect: expected }) => significantStems(query).every((stem) => !titles.get(expected)?.has(stem)));
		expect(answerable.length).toBeGreaterThanOrEqual(60);
		expect(ownWords.length).toBeGreaterThanOrEqual(20);
		expect(tests.length - answerable.length).toBeGreaterThanOrEqual(10);
	});
});

describe("with the compact index alone, as pages without JavaScript search", () => {
	const search = createSearch(index);
	it.each(tests)("$query → $expect", async (test) => {
		expect(judge(test, await search(test.query))).toBe("");
	});
});

describe("with the full text, as browsers search", () => {
	let search: ReturnType<typeof createSearch>;
	beforeAll(async () => {
		search = createSearch(index, { lookUpBody: await bodyLookUp() });
	});
	afterAll(() => void vi.unstubAllGlobals());
	it.each(tests)("$query → $expect", async (test) => {
		expect(judge(test, await search(test.query))).toBe("");
	});
});
