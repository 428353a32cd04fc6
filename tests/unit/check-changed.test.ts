import { describe, expect, test } from "vitest";
import type { Finding } from "#site/lib/finding.ts";
import { articlesToRead, causedBy, touchesSearch } from "#scripts/lib/checks/changed.ts";
import { choose } from "#scripts/lib/checks/choose.ts";
import { runChecks } from "#scripts/lib/checks/run-checks.ts";
import { contentWith, reference } from "./check-content.ts";

const units = "articles/en/data-entry/units.mdx";

describe("--changed", () => {
	const content = contentWith({ [units]: reference("x") });
	const finding = (file: string, what: string, rule = "links/page"): Finding => ({ rule, level: "error", file, line: 1, column: 1, what, why: "", remedy: "" });
	const other = "articles/en/reporting/first-report.mdx";

	test.each([
		["in a changed file", finding(units, "x"), true],
		["in another file", finding(other, "x"), false],
		["that names a changed article by its address", finding(other, 'the link "/data-entry/units/#x" leads nowhere'), true],
		["that names one by its id", finding(other, '"related" names data-entry/units, which does not exist'), true],
		["that names one by its file", finding(other, `the title is also that of ${units}`), true],
		["that names an article with a longer name", finding(other, "/data-entry/units-and-more/ leads nowhere"), false],
	])("reports a finding %s: %#", (_, found, wanted) => {
		expect(causedBy(new Set([units]), content)(found)).toBe(wanted);
	});

	test("reports what a data file causes elsewhere, and pictures that are gone", () => {
		expect(causedBy(new Set(["data/categories.yml"]), content)(finding(other, "x", "categories/folder"))).toBe(true);
		expect(causedBy(new Set(["data/categories.yml"]), content)(finding(other, "x", "titles/duplicate"))).toBe(false);
		expect(causedBy(new Set(["articles/en/reporting/images/a.svg"]), content)(finding(other, "the picture ./images/a.svg does not exist"))).toBe(true);
	});

	test("goes together with files and owners, and keeps what is about a deleted file", () => {
		const all = [finding(units, "a"), finding(other, "b"), finding("articles/en/data-entry/gone.mdx", "c")];
		const changed = new Set([units, "articles/en/data-entry/gone.mdx"]);
		const whats = (choice: Parameters<typeof choose>[2]) => choose(content, all, choice).findings.map(({ what }) => what);
		expect(whats({ paths: [], changed })).toEqual(["a", "c"]);
		expect(whats({ paths: ["articles/en/reporting"], changed })).toEqual([]);
		expect(whats({ paths: [], owner: "data-team", changed })).toEqual(["a"]);
		expect(choose(content, all, { paths: [], changed }).articles.map(({ path }) => path)).toEqual([units]);
	});

	test("reads the words of changed articles only, but of all when a data file changed", () => {
		expect(articlesToRead(new Set([units]))).toEqual(new Set([units]));
		expect(articlesToRead(new Set([units, "data/jargon.yml"]))).toBeUndefined();
		const changes = { [units]: reference("TODO: one"), "articles/en/data-entry/more.mdx": reference("TODO: two").replace("A table", "A longer table") };
		const found = runChecks(contentWith(changes), new Set([units])).filter(({ rule }) => rule === "template/todo");
		expect(found.map(({ file }) => file)).toEqual([units]);
	});

	test("tries searches only where they could go otherwise", () => {
		expect([units, "data/synonyms.yml", "data/search-tests.yml", "data/locales/pt-BR.yml"].map((path) => touchesSearch(new Set([path])))).toEqual([
			true,
			true,
			true,
			true,
		]);
		expect(touchesSearch(new Set(["data/redirects.yml", "articles/en/a/images/x.svg"]))).toBe(false);
	});
});
