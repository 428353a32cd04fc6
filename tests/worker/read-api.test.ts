import { describe, expect, it } from "vitest";
import { apiArticleListSchema, apiCategoryListSchema, apiFullArticleSchema, apiSearchSchema } from "#contract/read-api.ts";
import { call, everything } from "./support.ts";

/** A program on another origin. */
async function read(path: string, headers: Record<string, string> = {}): Promise<Response> {
	return call(`/api/v1${path}`, { headers: { "sec-fetch-site": "cross-site", origin: "https://shop.example", ...headers } });
}

const ids = (list: { articles: { id: string }[] }) => list.articles.map(({ id }) => id);

describe("the public API", () => {
	it("lists topics in the order of readers, with whole addresses", async () => {
		const { categories } = apiCategoryListSchema.parse(await (await read("/categories")).json());
		expect(categories.map(({ id, url, articles }) => [id, url, articles])).toEqual([
			["data-entry", "https://centre.example/data-entry/", 2],
			["reporting", "https://centre.example/reporting/", 1],
		]);
	});

	it("lists articles, those of one topic, and the next ones after some", async () => {
		const list = async (query: string) => apiArticleListSchema.parse(await (await read(`/articles${query}`)).json());
		expect(ids(await list(""))).toEqual(["data-entry/add-a-value", "data-entry/import", "reporting/export"]);
		expect(ids(await list("?category=reporting"))).toEqual(["reporting/export"]);
		expect(ids(await list("?type=faq"))).toEqual([]);
		const first = await list("?limit=2");
		expect(first.next).toBe("data-entry/import");
		const rest = await list(`?limit=2&after=${first.next}`);
		expect([ids(rest), rest.next]).toEqual([["reporting/export"], null]);
	});

	it("gives an article with its text, and says so when there is none", async () => {
		const article = apiFullArticleSchema.parse(await (await read("/articles/data-entry/import")).json());
		expect(article).toMatchObject({
			url: "https://centre.example/data-entry/import/",
			quickAnswer: "Choose Import & drop the file.",
			markdown: expect.stringContaining("# How do I import values?") as string,
		});
		const missing = await read("/articles/data-entry/nothing");
		expect(missing.status).toBe(404);
		expect(missing.headers.get("content-type")).toContain("application/problem+json");
	});

	it("searches as readers do, and says when nothing answers", async () => {
		const found = apiSearchSchema.parse(await (await read("/search?q=spredsheet")).json());
		expect(found).toMatchObject({ answered: true, didYouMean: "spreadsheet" });
		expect(found.results[0]).toMatchObject({ id: "data-entry/import", quickAnswer: "Choose Import & drop the file." });
		expect(apiSearchSchema.parse(await (await read("/search?q=sourdough+bread")).json()).answered).toBe(false);
	});

	it("answers in the language that is asked for, with that language's addresses", async () => {
		const list = apiArticleListSchema.parse(await (await read("/articles?locale=de")).json());
		expect(list.articles).toMatchObject([{ id: "data-entry/import", locale: "de", url: "https://centre.example/de/data-entry/import/" }]);
		const { categories } = apiCategoryListSchema.parse(await (await read("/categories?locale=de")).json());
		expect(categories.map(({ title, articles }) => [title, articles])).toEqual([
			["Daten eingeben", 1],
			["Berichte", 0],
		]);
		const article = apiFullArticleSchema.parse(await (await read("/articles/data-entry/import?locale=de")).json());
		expect(article).toMatchObject({ quickAnswer: "Import wählen, Datei ablegen.", markdown: expect.stringContaining("# Wie importiere ich Werte?") as string });
		const found = apiSearchSchema.parse(await (await read("/search?locale=de&q=Werte+importieren")).json());
		expect(found.results[0]).toMatchObject({ id: "data-entry/import", locale: "de", url: "https://centre.example/de/data-entry/import/" });
	});

	it.each(["es", "ar"])("has no article in %s before one is translated, and gives none of another language in its place", async (locale) => {
		expect(ids(apiArticleListSchema.parse(await (await read(`/articles?locale=${locale}`)).json()))).toEqual([]);
		expect((await read(`/articles/data-entry/import?locale=${locale}`)).status).toBe(404);
	});

	it("answers 304 without a body to whoever has the same already", async () => {
		const first = await read("/articles");
		const tag = first.headers.get("etag") ?? "";
		expect(tag).toMatch(/^"\w+"$/);
		const again = await read("/articles", { "if-none-match": tag });
		expect([again.status, await again.text()]).toEqual([304, ""]);
		expect((await read("/articles?limit=1", { "if-none-match": tag })).status).toBe(200);
	});

	it("may be read from any origin, and written from none", async () => {
		expect((await read("/articles")).headers.get("access-control-allow-origin")).toBe("*");
		for (const method of ["POST", "PUT", "DELETE"]) {
			const refused = await call("/api/v1/articles", { method, body: "{}", headers: { origin: "https://shop.example", "sec-fetch-site": "cross-site" } });
			expect([refused.status, refused.headers.get("allow")], method).toEqual([405, "GET, HEAD"]);
		}
	});

	it.each([
		["/articles?locale=xx", "locale"],
		["/categories?locale=../en", "locale"],
		["/articles?limit=0", "limit"],
		["/articles?limit=1e9", "limit"],
		["/articles?colour=red", "(body)"],
		["/search", "q"],
		["/search?q=x", "q"],
		[`/search?q=${"a".repeat(300)}`, "q"],
	])("refuses %s, and names %s", async (path, field) => {
		const response = await read(path);
		expect(response.status).toBe(422);
		expect((await response.json<{ errors: { field: string }[] }>()).errors.map((error) => error.field)).toContain(field);
	});

	it("lets refusals be read from another origin, too", async () => {
		expect((await read("/search")).headers.get("access-control-allow-origin")).toBe("*");
	});

	it("stores nothing of what is asked", async () => {
		const before = await everything();
		await read("/search?q=my+secret+words");
		expect(await everything()).toBe(before);
	});

	it("describes itself", async () => {
		const response = await read("/openapi.json");
		expect(response.headers.get("content-type")).toContain("application/json");
		expect(await response.json()).toMatchObject({ openapi: "3.1.1" });
	});

	it("has no other addresses", async () => {
		expect((await read("/tickets")).status).toBe(404);
	});
});
