import { describe, expect, test } from "vitest";
import { applyFixes } from "#scripts/lib/checks/fix/apply-fixes.ts";
import { overdueReviews } from "#scripts/lib/checks/overdue.ts";
import { json } from "#scripts/lib/reporters/json.ts";
import { text } from "#scripts/lib/reporters/text.ts";
import { runChecks } from "#scripts/lib/checks/run-checks.ts";
import { contentWith, findingsWith, reference } from "./check-content.ts";

const units = "articles/en/data-entry/units.mdx";
const faq = "articles/en/data-entry/faq.mdx";
const archiving = (fields: string) => (article: string) => article.replace("owner:", `archived: true\n${fields}owner:`);

/** The article on units after --fix. */
function fixed(before: string, changes: Parameters<typeof contentWith>[0]): string | undefined {
	const content = contentWith({ [units]: before, ...changes });
	return applyFixes(content.texts, runChecks(content)).get(units)?.text;
}

/** Only what the rules of archiving say. */
function archivedFindings(changes: Parameters<typeof findingsWith>[0]): string[] {
	return findingsWith(changes).filter((finding) => /(archived|related)\/(successor|replaced|none|archived) /.test(finding));
}

describe("an archived article", () => {
	test("names an article that can be read", () => {
		expect(archivedFindings({ [units]: reference("Hello", "archived: true\nreplacedBy: data-entry/faq") })).toEqual([]);
	});

	test.each([
		["itself", "data-entry/units", '"replacedBy" names the article itself', {}],
		["nothing that exists", "data-entry/fqa", "data-entry/fqa, which does not exist  (did you mean data-entry/faq?)", {}],
		[
			"a draft",
			"data-entry/faq",
			`data-entry/faq, which is a draft\n  Why: Readers of an archived article are led to its successor; they would end where nothing holds.\n  Do:  Publish ${faq} first, or delete the line.`,
			{ [faq]: (article: string) => article.replace("owner:", "draft: true\nowner:") },
		],
		[
			"one that is archived",
			"data-entry/faq",
			"which is archived itself\n  Why: Readers of an archived article are led to its successor; they would end where nothing holds.\n  Do:  Write data-entry/good-habits",
			{ [faq]: archiving("replacedBy: data-entry/good-habits\n") },
		],
		[
			"one that leads back to it",
			"data-entry/faq",
			"Do:  Name the article that holds now, or delete the line.",
			{ [faq]: archiving("replacedBy: data-entry/units\n") },
		],
	])("names %s", (_, id, said, changes) => {
		const findings = archivedFindings({ [units]: reference("Hello", `archived: true\nreplacedBy: ${id}`), ...changes });
		expect(findings.filter((finding) => finding.startsWith(units))).toEqual([expect.stringContaining(said)]);
	});

	test("names a successor that is not there: told in full", () => {
		expect(archivedFindings({ [units]: reference("Hello", "archived: true\nreplacedBy: data-entry/fqa") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:8:13  error  archived/successor  "replacedBy" names data-entry/fqa, which does not exist  (did you mean data-entry/faq?)
			  Why: Readers of an archived article are led to its successor; they would end where nothing holds.
			  Do:  Write data-entry/faq",
			]
		`);
	});

	test("names none", () => {
		expect(archivedFindings({ [units]: reference("Hello", "archived: true") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:7:1  warning  archived/none  the article is archived and names no successor
			  Why: Readers who come by an old link are told that it no longer holds, and not what does.
			  Do:  Write the id of the article that holds now, like replacedBy: data-entry/add-esg-data.",
			]
		`);
	});

	test("is not archived at all", () => {
		expect(archivedFindings({ [units]: reference("Hello", "replacedBy: data-entry/faq") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:7:1  error  archived/replaced  "replacedBy" names data-entry/faq, but the article is not archived
			  Why: Readers see a successor only on an archived article.
			  Do:  Write archived: true, or delete the line.",
			]
		`);
	});
});

describe("an article that is related to an archived one", () => {
	const replaced = { [faq]: archiving("replacedBy: data-entry/good-habits\n") };

	test("is told what holds now", () => {
		expect(archivedFindings({ [units]: reference("Hello", "related: [data-entry/faq]"), ...replaced }).at(-1)).toMatchInlineSnapshot(`
			"articles/en/data-entry/units.mdx:7:11  error  related/archived  "related" names data-entry/faq, which is archived and replaced by data-entry/good-habits
			  Why: An archived article no longer holds.
			  Do:  Write data-entry/good-habits"
		`);
	});

	test.each([
		["the successor in its place", "related: [data-entry/faq]", "related: [data-entry/good-habits]"],
		["one line less where the successor is named already", "related: [data-entry/good-habits, data-entry/faq]", "related: [data-entry/good-habits]"],
	])("gets %s from --fix", (_, before, after) => {
		expect(fixed(reference("Hello", before), replaced)).toBe(reference("Hello", after));
	});
});

describe("a successor that is archived itself", () => {
	test("is replaced by its own with --fix", () => {
		const source = reference("Hello", "archived: true\nreplacedBy: data-entry/faq");
		const after = reference("Hello", "archived: true\nreplacedBy: data-entry/good-habits");
		expect(fixed(source, { [faq]: archiving("replacedBy: data-entry/good-habits\n") })).toBe(after);
	});
});

describe("overdue reviews of an owner", () => {
	const content = contentWith({
		[units]: reference("Hello").replace("2026-09-14", "2025-01-31"),
		"articles/en/data-entry/tables.mdx": reference("Hello").replace("2026-09-14", "2024-08-31"),
		"articles/en/data-entry/old.mdx": reference("Hello", "archived: true").replace("2026-09-14", "2020-01-01"),
	});
	const overdue = overdueReviews(content.articles, "2026-11-21");

	test("come first, the longest overdue at the top; archived articles need none", () => {
		expect(text({ articles: 9, findings: [], overdue })).toMatchInlineSnapshot(`
			"Overdue reviews, the longest first
			  2025-02-28  A table of units
			              articles/en/data-entry/tables.mdx
			  2025-07-31  A table of units
			              articles/en/data-entry/units.mdx

			9 articles checked: 0 errors, 0 warnings."
		`);
	});

	test("are in the JSON where an owner was asked for", () => {
		expect(JSON.parse(json({ articles: 9, findings: [], overdue }))).toMatchObject({ overdue: [{ due: "2025-02-28" }, { due: "2025-07-31", file: units }] });
		expect(JSON.parse(json({ articles: 9, findings: [] }))).not.toHaveProperty("overdue");
	});

	test("are none on the day a review runs out", () => {
		expect(overdueReviews(content.articles, "2025-02-28")).toEqual([]);
		expect(overdueReviews(content.articles, "2025-03-01")).toHaveLength(1);
	});
});
