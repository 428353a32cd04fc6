import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { outFolder } from "#scripts/lib/paths.ts";
import { builtOpenApiPath, libraryPath, librarySchema } from "#contract/read-api.ts";
import { readContentData } from "#site/lib/content-data.ts";

const read = (path: string) => readFileSync(join(outFolder, path), "utf8");
const { site, locales } = readContentData();

describe.each([site.defaultLocale, ...Object.keys(locales)])("the library of %s", (locale) => {
	const { articles, categories } = librarySchema.parse(JSON.parse(read(libraryPath(locale))));

	it("has every article with its page and its Markdown", () => {
		expect(articles.length).toBeGreaterThanOrEqual(10);
		for (const { url, title, markdown } of articles) {
			expect(read(`${url}index.html`), url).toContain(`<html lang="${locale}"`);
			expect(read(markdown).startsWith("# "), `${markdown} of ${title}`).toBe(true);
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
