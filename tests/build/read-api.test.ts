import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { parse } from "node-html-parser";
import { describe, expect, it } from "vitest";
import { outFolder } from "#scripts/lib/paths.ts";
import { builtOpenApiPath, libraryPath, librarySchema } from "#contract/read-api.ts";
import { manifestPath, siteManifestSchema } from "#contract/site-manifest.ts";
import { readContentData } from "#site/lib/content-data.ts";

const read = (path: string) => readFileSync(join(outFolder, path), "utf8");
const { site, locales } = readContentData();
const manifest = siteManifestSchema.parse(JSON.parse(read(manifestPath)));
const inOneLine = (text: string) => text.replace(/\s+/g, " ").trim();

/** Ids of the articles that readers of a language find, in order. */
function publishedIn(locale: string): string[] {
	const ids = locale === site.defaultLocale ? Object.keys(manifest.articles) : (manifest.translations[locale] ?? []);
	return ids.filter((id) => !manifest.articles[id]?.archived).sort();
}

describe.each([site.defaultLocale, ...Object.keys(locales)])("the library of %s", (locale) => {
	const { articles, categories } = librarySchema.parse(JSON.parse(read(libraryPath(locale))));

	it("has every article with its page and its Markdown", () => {
		expect(articles.length).toBeGreaterThanOrEqual(10);
		for (const { url, title, markdown } of articles) {
			expect(read(`${url}index.html`), url).toContain(`<html lang="${locale}"`);
			expect(read(markdown).startsWith("# "), `${markdown} of ${title}`).toBe(true);
		}
	});

	it("has what readers find in this language, and nothing that is archived", () => {
		expect(articles.map(({ id }) => id)).toEqual(publishedIn(locale));
	});

	it("says of each article what its page says: title, summary, and the headings with their ids", () => {
		for (const { url, title, summary, headings } of articles) {
			const page = parse(read(`${url}index.html`));
			expect(
				["h1", ".lead"].map((part) => inOneLine(page.querySelector(part)?.textContent ?? "")),
				url,
			).toEqual([title, summary].map(inOneLine));
			const shown = page.querySelectorAll(".prose h2[id], .prose h3[id]").map(({ id, textContent }) => ({ id, text: inOneLine(textContent) }));
			expect(headings, url).toEqual(shown);
		}
	});

	it("is in order of ids, so that a list goes on where it ended", () => {
		const ids = articles.map(({ id }) => id);
		expect(ids).toEqual([...ids].sort());
		expect(new Set(ids).size).toBe(ids.length);
	});

	it("counts the articles of each topic with those below it", () => {
		const top = categories.filter(({ parent }) => parent === null);
		expect(top.reduce((sum, category) => sum + category.articles, 0)).toBe(articles.length);
		for (const { url } of categories) expect(read(`${url}index.html`)).toContain("<h1");
	});
});

it("describes every address of the public API, with all its parameters and answers", () => {
	const api = JSON.parse(read(builtOpenApiPath)) as {
		openapi: string;
		paths: Record<string, { get: { parameters: { name: string }[]; responses: Record<string, unknown> } }>;
		components: { schemas: Record<string, unknown> };
	};
	expect(api.openapi).toMatch(/^3\.1\./);
	expect(Object.entries(api.paths).map(([path, { get }]) => [path, get.parameters.map(({ name }) => name)])).toEqual([
		["/api/v1/categories", ["locale"]],
		["/api/v1/articles", ["locale", "category", "type", "after", "limit"]],
		["/api/v1/articles/{id}", ["id", "locale"]],
		["/api/v1/search", ["locale", "q", "category", "type", "limit"]],
	]);
	const refs = JSON.stringify(api).match(/#\/components\/schemas\/\w+/g) ?? [];
	for (const ref of refs) expect(api.components.schemas).toHaveProperty(ref.split("/").at(-1) ?? "");
});

it("describes itself by the rules of OpenAPI", async () => {
	const { valid, errors } = await new Validator().validate(JSON.parse(read(builtOpenApiPath)) as Record<string, unknown>);
	expect(errors ?? []).toEqual([]);
	expect(valid).toBe(true);
});
