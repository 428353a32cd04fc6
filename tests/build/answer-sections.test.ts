import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "node-html-parser";
import { describe, expect, it } from "vitest";
import { libraryPath, librarySchema } from "#contract/read-api.ts";
import { manifestPath, siteManifestSchema } from "#contract/site-manifest.ts";
import { outFolder } from "#scripts/lib/paths.ts";
import { extract } from "#worker/answers/extract.ts";
import { cutSections } from "#worker/answers/sections.ts";

const read = (path: string) => readFileSync(join(outFolder, path), "utf8");
const { locales, languages, support } = siteManifestSchema.parse(JSON.parse(read(manifestPath)));
const articles = locales.flatMap((locale) => librarySchema.parse(JSON.parse(read(libraryPath(locale)))).articles);

describe("the sections of an article, for answers", () => {
	it("lead to places of its page, in order, and lose none that has words", () => {
		for (const { url, markdown, headings } of articles) {
			const page = parse(read(`${url}index.html`));
			const sections = cutSections(read(markdown), headings);
			const ids = sections.flatMap(({ heading }) => heading?.id ?? []);
			for (const id of ids) expect(page.getElementById(id), `${url}#${id}`).not.toBeNull();
			// The questions of a guided troubleshooter are walked, not read.
			for (const question of page.querySelectorAll(".guided-check")) question.remove();
			const shown = page.querySelectorAll(".prose h2[id], .prose h3[id]").map(({ id }) => id);
			expect(ids, url).toEqual(shown);
		}
	});

	it("are short and plain as an answer", () => {
		for (const { url, markdown, headings } of articles)
			for (const { heading, blocks } of cutSections(read(markdown), headings))
				for (const { text } of extract(blocks)) expect(text, `${url}#${heading?.id ?? ""}`).not.toMatch(/\]\(|\*\*|<\/?[a-z]+>|https:\/\/help\.|^\s|\s$|\n/);
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
