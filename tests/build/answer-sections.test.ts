import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "node-html-parser";
import { describe, expect, it } from "vitest";
import { libraryPath, librarySchema } from "#contract/read-api.ts";
import { articlesOfFile, sectionsFileSchema } from "#contract/sections.ts";
import { manifestPath, siteManifestSchema } from "#contract/site-manifest.ts";
import { outFolder } from "#scripts/lib/paths.ts";
import { extract } from "#worker/answers/extract.ts";

const read = (path: string) => readFileSync(join(outFolder, path), "utf8");
const { locales, languages, support } = siteManifestSchema.parse(JSON.parse(read(manifestPath)));
const articles = locales.flatMap((locale) => librarySchema.parse(JSON.parse(read(libraryPath(locale)))).articles);
const readSections = (path: string) => sectionsFileSchema.parse(JSON.parse(read(path)));

describe("the sections of an article, for answers", () => {
	it("lead to places of its page, in order, and lose none that has words", () => {
		for (const { id, url, sections: file } of articles) {
			const page = parse(read(`${url}index.html`));
			const sections = readSections(file)[id] ?? [];
			const ids = sections.flatMap(({ heading }) => heading?.id ?? []);
			for (const id of ids) expect(page.getElementById(id), `${url}#${id}`).not.toBeNull();
			// The questions of a guided troubleshooter are walked, not read.
			for (const question of page.querySelectorAll(".guided-check")) question.remove();
			const shown = page.querySelectorAll(".prose h2[id], .prose h3[id]").map(({ id }) => id);
			expect(ids, url).toEqual(shown);
		}
	});

	it("are short and plain as an answer", () => {
		for (const { id, url, sections } of articles)
			for (const { heading, blocks } of readSections(sections)[id] ?? [])
				for (const { text } of extract(blocks)) expect(text, `${url}#${heading?.id ?? ""}`).not.toMatch(/\]\(|\*\*|<\/?[a-z]+>|https:\/\/help\.|^\s|\s$|\n/);
	});
});

describe("the files of sections", () => {
	it("hold each article once, and few articles each", () => {
		const files = Map.groupBy(articles, ({ sections }) => sections);
		for (const [path, held] of files) {
			expect(Object.keys(readSections(path)), path).toEqual(held.map(({ id }) => id));
			expect(held.length, path).toBeLessThanOrEqual(articlesOfFile);
		}
	});
});

describe("what the Worker knows of answers", () => {
	it("holds the words of an emergency and of delicate matters in every language, with those of the first one", () => {
		for (const locale of locales) {
			const { urgentSignals = [], sensitiveSignals = [] } = languages[locale] ?? {};
			expect(urgentSignals, locale).toContain("outage");
			expect(sensitiveSignals, locale).toContain("phishing");
		}
		expect(support.answers).toEqual({ enabled: true, skipTiers: [] });
		expect(languages["de"]?.chat).not.toBe(languages["en"]?.chat);
	});

	it("includes the list of guided troubleshooters of each language that has one", () => {
		expect(existsSync(join(outFolder, "trees.json"))).toBe(true);
	});
});
