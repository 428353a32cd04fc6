import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { categoriesSchema } from "#site/schemas/categories.ts";
import { articleId } from "#site/schemas/shared.ts";
import { readDataFile } from "#site/lib/data-file.ts";
import { addCategories, categoryWords } from "#scripts/lib/importers/plan/categories.ts";
import { guessType } from "#scripts/lib/importers/plan/guess-type.ts";
import { planAddresses } from "#scripts/lib/importers/plan/plan-addresses.ts";
import { oldAddress } from "#scripts/lib/importers/plan/plan-redirects.ts";
import { slugOfName, titleOfPath } from "#scripts/lib/importers/plan/slug.ts";
import { listedRedirects, writeRedirects } from "#scripts/lib/importers/write/category-redirects.ts";
import { scratch } from "./import-json.ts";

function plan(paths: string[], options: { known?: Record<string, string>; taken?: string[] } = {}): Record<string, string | undefined> {
	const articles = paths.map((path) => ({ key: path, path: path.split("/") }));
	return Object.fromEntries(planAddresses(articles, { locale: "en", known: new Map(Object.entries(options.known ?? {})), taken: new Set(options.taken) }));
}

describe("addresses of imported articles", () => {
	test("keep the path of the source, made safe for an address", () => {
		expect(plan(["Guides & tips/Größe ändern", "data/Überblick.final", "ru/Первые шаги"])).toMatchInlineSnapshot(`
			{
			  "Guides & tips/Größe ändern": "guides-and-tips/groesse-aendern",
			  "data/Überblick.final": "data/ueberblick-final",
			  "ru/Первые шаги": "ru/pervye-shagi",
			}
		`);
	});

	test("put what lies in no folder into a category of its own", () => {
		expect(plan(["faq"])).toEqual({ faq: "general/faq" });
	});

	test("fold what lies deeper than three categories into the last part", () => {
		expect(plan(["a/b/c/d/e/f"])).toEqual({ "a/b/c/d/e/f": "a/b/c/d-e-f" });
	});

	test("tell the page of a folder from the folder", () => {
		expect(plan(["guide/index", "guide/first", "lonely/index", "index"])).toEqual({
			"guide/index": "guide/overview",
			"guide/first": "guide/first",
			"lonely/index": "general/lonely",
			index: "general/overview",
		});
	});

	test("never give an article the address of a category", () => {
		expect(plan(["guide/import", "guide/import/csv"])).toEqual({ "guide/import": "guide/import/overview", "guide/import/csv": "guide/import/csv" });
	});

	test("number names that are the same once they are safe", () => {
		expect(plan(["a/Set up", "a/set-up", "a/SET UP"])).toEqual({ "a/Set up": "a/set-up", "a/set-up": "a/set-up-2", "a/SET UP": "a/set-up-3" });
	});

	test("stay away from what the centre uses itself", () => {
		expect(plan(["api/tokens", "Search/filters"])).toEqual({ "api/tokens": "api-articles/tokens", "Search/filters": "search-articles/filters" });
	});

	test("stay as they were at the next import, whatever has come before them", () => {
		expect(plan(["a/new", "a/New"], { known: { "a/New": "a/new" } })).toEqual({ "a/New": "a/new", "a/new": "a/new-2" });
	});

	test("leave articles alone that are there already", () => {
		expect(plan(["a/one"], { taken: ["en:a/one"] })).toEqual({ "a/one": "a/one-2" });
	});

	test("are all valid and all different, whatever the source calls its pages", () => {
		const part = fc.oneof(fc.string({ minLength: 1, maxLength: 12, unit: "grapheme" }), fc.constantFrom("index", "api", "a", "A", "ä", "..", "."));
		fc.assert(
			fc.property(fc.uniqueArray(fc.array(part, { minLength: 1, maxLength: 6 }), { maxLength: 30, selector: (path) => path.join("\u0000") }), (paths) => {
				const articles = paths.map((path) => ({ key: path.join("\u0000"), path }));
				const ids = [...planAddresses(articles, { locale: "en", known: new Map(), taken: new Set() }).values()];
				const folders = new Set(ids.flatMap((id) => id.split("/").map((_, depth, all) => all.slice(0, depth).join("/"))));
				expect(new Set(ids).size).toBe(paths.length);
				for (const id of ids) {
					expect(articleId.safeParse(id).success).toBe(true);
					expect(id.split("/").length).toBeGreaterThanOrEqual(2);
					expect(id.split("/").length).toBeLessThanOrEqual(4);
					expect(folders.has(id)).toBe(false);
				}
			}),
		);
	});
});

describe("names", () => {
	test.each([
		["%20First%20steps%20", "first-steps"],
		["100% sure", "100-sure"],
		["C++ & C#", "c-and-c"],
		["a".repeat(200), "a".repeat(80)],
	])("%s becomes %s", (name, slug) => {
		expect(slugOfName(name)).toBe(slug);
	});

	test("a name in a script without transcription keeps an address, the same each time", () => {
		expect(slugOfName("はじめに")).toMatch(/^page-[0-9a-f]{8}$/);
		expect(slugOfName("はじめに")).toBe(slugOfName("はじめに"));
		expect(slugOfName("はじめに")).not.toBe(slugOfName("設定"));
	});

	test("an article without a title is called like its file, the page of a folder like the folder", () => {
		expect([titleOfPath(["a", "first_steps-here"]), titleOfPath(["user-guide", "index"]), titleOfPath(["index"])]).toEqual([
			"First steps here",
			"User guide",
			"Overview",
		]);
	});
});

describe("old addresses", () => {
	test.each([
		["/a b/c/", "/a%20b/c"],
		["/a%20b", "/a%20b"],
		["/x?page=2#top", "/x"],
		["/../../etc/passwd", "/etc/passwd"],
		["/Größe", "/Gr%C3%B6%C3%9Fe"],
		["/", undefined],
		["//other.example/x", undefined],
		["https://other.example/x", undefined],
		["/%zz", undefined],
	])("%s is asked for as %s", (address, asked) => {
		expect(oldAddress(address)).toBe(asked);
	});
});

describe("categories of an import", () => {
	test("get names from the source, and are valid whatever those are", () => {
		const words = categoryWords(["guides/import/csv", "x/y"], { categories: [{ path: ["Guides"], title: "G".repeat(200), summary: "short" }] });
		const text = addCategories("", words);
		expect(readDataFile(categoriesSchema, text, "categories.yml").problems).toEqual([]);
		expect(text).toMatchInlineSnapshot(`
			"- slug: guides
			  title: GGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGG…
			  summary: Articles about GGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGG….
			  children:
			    - slug: import
			      title: Import
			      summary: Articles about Import.
			- slug: x
			  title: X.
			  summary: Articles about X..
			"
		`);
	});

	test("are added to those that are there; comments and own words stay", () => {
		const before = "# Ours.\n- slug: guides\n  title: Our guides # the best\n  summary: All that we wrote ourselves.\n";
		const after = addCategories(before, categoryWords(["guides/import/csv"], { categories: [] }));
		expect(after).toContain("# Ours.\n- slug: guides\n  title: Our guides # the best\n");
		expect(after).toContain("- slug: import\n");
		expect(addCategories(after, categoryWords(["guides/import/csv"], { categories: [] }))).toBe(after);
	});
});

test.each([
	["How do I add a user?", "", "how-to"],
	["Frequently asked questions", "", "faq"],
	["Error 42 when saving", "", "troubleshooting"],
	["Quickstart", "", "getting-started"],
	["Best practices for tags", "", "best-practices"],
	["Export files", "1. One\n2. Two\n3. Three\n", "how-to"],
	["Rate limits", "", "reference"],
])("%s is taken for the right type", (title, body, type) => {
	expect(guessType(title, ["x"], body)).toBe(type);
});

describe("redirects of an import", () => {
	const added = [
		{ from: "/old/a", to: "/a/" },
		{ from: "/old/b", to: "/b/" },
		{ from: "/old/c", to: "/c/" },
	];
	const lines = "- { from: /old/a, to: /a/ }\n- { from: /old/b, to: /b/ }\n- { from: /old/c, to: /c/ }\n";

	test.each([
		["no list", "", lines],
		["an empty one", "[]\n", lines],
		["one with dashes, not at the margin", "# Ours\n  - { from: /x, to: /y/ }\n", `# Ours\n  - { from: /x, to: /y/ }\n${lines.replaceAll("- ", "  - ")}`],
		["one without an end of line", "- { from: /x, to: /y/ }", `- { from: /x, to: /y/ }\n${lines}`],
		[
			"one in brackets",
			"[{ from: /x, to: /y/ }]\n",
			"[{ from: /x, to: /y/ }, { from: /old/a, to: /a/ }, { from: /old/b, to: /b/ }, { from: /old/c, to: /c/ }]\n",
		],
	])("are added to %s", (_, before, after) => {
		const out = scratch();
		mkdirSync(join(out, "data"));
		writeFileSync(join(out, "data/redirects.yml"), before);
		writeRedirects(out, added);
		expect(readFileSync(join(out, "data/redirects.yml"), "utf8")).toBe(after);
	});

	test("are thousands in a moment", { timeout: 20_000 }, () => {
		const out = scratch();
		writeRedirects(
			out,
			Array.from({ length: 20_000 }, (_, number) => ({ from: `/old/${number}`, to: "/a/" })),
		);
		expect(listedRedirects(out).size).toBe(20_000);
	});
});
