import { describe, expect, test } from "vitest";
import { applyFixes } from "#scripts/lib/checks/fix/apply-fixes.ts";
import { runChecks } from "#scripts/lib/checks/run-checks.ts";
import { allFindingsWith, contentWith, findingsWith } from "./check-content.ts";

const stub = (front: string, text = "") => `---
title: How do I get a dark screen?
summary: "Still being written: “dark mode”."
type: how-to
owner: data-team
lastReviewed: 2026-11-20
${front}---

We are still writing this answer. [Ask us](/contact/) until it is here.
${text}`;
const path = "articles/en/data-entry/dark-screen.mdx";
const comment = "\n{/*\nTODO: the answer.\n*/}\n";

describe("a stub", () => {
	test("may leave out what its template asks for, and is named", () => {
		expect(findingsWith({ [path]: stub("stub: true\n", comment) })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/dark-screen.mdx:7:1  warning  template/stub  this article says only that its answer is still being written
			  Why: Readers find it by their own words, and then have to ask a person.
			  Do:  Write the answer; the comment in the text holds the template and what readers typed. Then delete \`stub: true\`.",
			]
		`);
	});

	test("has no TODO outside its comment", () => {
		const [first = "", ...others] = findingsWith({ [path]: stub("stub: true\n", `${comment}\nTODO: more.\n`) });
		expect(others.length).toBe(1);
		expect(first + others.join()).toContain(`${path}:16:1  error  template/todo  still to do: more.`);
	});

	test("is an article like any other once the line is gone", () => {
		const rules = findingsWith({ [path]: stub("", comment) }).map((finding) => finding.split("  ")[2]);
		expect(new Set(rules)).toEqual(new Set(["template/required-sections", "template/todo"]));
	});

	test("that is a draft is nobody's concern yet", () => {
		expect(findingsWith({ [path]: stub("stub: true\ndraft: true\n") })).toEqual([]);
	});
});

describe("gaps.yml", () => {
	const entry = (article: string) =>
		`- { id: "3f09c1d2ab47", query: numbers, phrasings: [numbers], diagnosis: other-words, article: ${article}, added: 2026-11-20 }\n`;

	test("is read", () => {
		expect(allFindingsWith({ "data/gaps.yml": entry("data-entry/add-a-value") + entry("null") })).toEqual([]);
	});

	test("names articles that can be found", () => {
		expect(findingsWith({ "data/gaps.yml": entry("data-entry/add-a-valeu") })).toMatchInlineSnapshot(`
			[
			  "data/gaps.yml:1:96  warning  gaps/article  data-entry/add-a-valeu is not a published article
			  Why: The report cannot tell whether the searches that it was changed for succeed now.
			  Do:  Write the path of the article that answers them, or null.",
			]
		`);
	});

	test("holds ids as the report has them", () => {
		expect(findingsWith({ "data/gaps.yml": entry("null").replace("3f09c1d2ab47", "gap 1") })[0]).toContain("12 hex digits");
	});
});

describe("a stub that was moved before anybody could read it", () => {
	const moved = "articles/en/reporting/dark-screen.mdx";
	const keywords = "stub: true\nkeywords: [dark mode, night theme]\n";
	const changes = {
		[moved]: stub(keywords),
		"data/search-tests.yml": (text: string) => `${text}- { query: Night theme, expect: data-entry/dark-screen, within: 3 }\n`,
		"data/gaps.yml":
			'- { id: "3f09c1d2ab47", query: dark mode, phrasings: [dark mode], diagnosis: no-article, article: data-entry/dark-screen, added: 2026-11-20 }\n',
	};

	test("is found by its name and its readers' words, and named there by a fix", () => {
		expect(findingsWith(changes).filter((finding) => !finding.includes("template/stub"))).toEqual([
			expect.stringContaining(`gaps/article  data-entry/dark-screen is not a published article; it seems to have moved to reporting/dark-screen
  Why: The report cannot tell whether the searches that it was changed for succeed now.
  Do:  Write reporting/dark-screen; \`npm run check -- --fix\` does it wherever it is named.`),
			expect.stringContaining(
				'search-tests/article  the search "Night theme" expects data-entry/dark-screen, which is not a published article; it seems to have moved to reporting/dark-screen',
			),
		]);
		const content = contentWith(changes);
		const fixed = applyFixes(content.texts, runChecks(content));
		expect([...fixed.keys()].sort()).toEqual(["data/gaps.yml", "data/search-tests.yml"]);
		expect([...fixed.values()].map(({ text }) => [text.includes("reporting/dark-screen"), text.includes("data-entry/dark-screen")])).toEqual([
			[true, false],
			[true, false],
		]);
	});

	test("is not taken for another article of that name", () => {
		const other = { ...changes, [moved]: stub("stub: true\nkeywords: [screen size]\n") };
		expect(findingsWith(other).join("\n")).not.toContain("seems to have moved");
		const two = { ...changes, "articles/en/getting-started/dark-screen.mdx": stub(keywords) };
		expect(findingsWith(two).join("\n")).not.toContain("seems to have moved");
	});
});
