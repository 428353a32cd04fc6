import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { siteManifestSchema } from "#contract/site-manifest.ts";
import { openBuiltSearch } from "#scripts/lib/built-search.ts";
import { outFolder } from "#scripts/lib/paths.ts";
import type { IndexRoot } from "#site/search/index-files.ts";
import { indexFolder, indexRootPath } from "#site/search/paths.ts";

const text = readFileSync(join(outFolder, indexRootPath), "utf8");
const root = JSON.parse(text) as IndexRoot;
const folder = join(outFolder, indexFolder, root.folder);
const files = readdirSync(folder);
const { index, search } = await openBuiltSearch(outFolder);
const manifest = siteManifestSchema.parse(JSON.parse(readFileSync(join(outFolder, "_site/manifest.json"), "utf8")));

describe("the search index of the built site", () => {
	it("consists of the files that its root names, and no others", () => {
		const named = [
			...root.shards.map((_, number) => `words-${number}.json`),
			...Array.from({ length: Math.ceil(root.size / root.blockSize) }, (_, number) => `documents-${number}.json`),
			"vocabulary.json",
			"fragments.json",
		];
		expect(files.toSorted()).toEqual(named.toSorted());
		expect(readdirSync(join(outFolder, indexFolder)).sort()).toEqual([root.folder, "index.json"].sort());
	});

	it("has a root that speaks of as many documents everywhere", () => {
		for (const list of [root.category, root.type, root.titleStems, root.prior]) expect(list).toHaveLength(root.size);
		expect(Math.max(...root.category)).toBeLessThan(root.categories.length);
		expect(Math.max(...root.type)).toBeLessThan(root.types.length);
		expect(root.shards).toEqual([...new Set(root.shards)].sort());
	});

	it("is fetched in small files", () => {
		expect(gzipSync(text).length).toBeLessThan(8_000);
		for (const file of files) expect(statSync(join(folder, file)).size, file).toBeLessThanOrEqual(60_000);
	});

	it("holds the articles that are published, each with an address that exists, and no others", async () => {
		const documents = await index.documents([...Array(root.size).keys()]);
		for (const document of documents) {
			expect(document && manifest.articles[document.id]?.url).toBe(document?.url);
			expect(existsSync(join(outFolder, document?.url ?? "", "index.html")), document?.id).toBe(true);
		}
		expect(new Set(documents.map((document) => document?.id)).size).toBe(root.size);
	});

	it("leads to sections that the pages have", async () => {
		for (const document of await index.documents([...Array(root.size).keys()])) {
			const page = readFileSync(join(outFolder, document?.url ?? "", "index.html"), "utf8");
			for (const { id } of document?.headings ?? []) expect(page.includes(` id="${id}"`), `${document?.url}#${id}`).toBe(true);
		}
	});

	it("knows Pagefind's name of every article", async () => {
		const fragments = await index.fragments();
		expect(fragments.size).toBe(root.size);
		for (const name of fragments.keys()) expect(existsSync(join(outFolder, "pagefind/fragment", `${name}.pf_fragment`)), name).toBe(true);
	});

	it("holds the words of articles, not their markup", async () => {
		const markup = ["span", "div", "pre", "href", "tabindex"];
		await index.fetchFor(markup.map((word) => `${word} class`));
		expect(markup.filter((word) => index.find(`${word} class`))).toEqual([]);
	});

	it("keeps what a quoted phrase says word for word in the full text", async () => {
		const [document] = await index.documents([0]);
		const { results } = await search(`"${document?.title.replace(/[?!.]$/, "")}"`);
		expect(results.map((result) => result.document.id)).toContain(document?.id);
	});
});
