import { describe, expect, test } from "vitest";
import { applyFixes } from "#scripts/lib/checks/fix/apply-fixes.ts";
import { runChecks } from "#scripts/lib/checks/run-checks.ts";
import { contentWith, findingsWith } from "./check-content.ts";

const path = "data/widget.yml";

describe("widget.yml", () => {
	test("suggests articles and topics that are there", () => {
		const sound =
			"pages:\n  - { path: /data/*, topic: data-entry, articles: [data-entry/add-a-value] }\ntips:\n  value: { text: A number with its unit., article: data-entry/add-a-value }\n";
		expect(findingsWith({ [path]: sound })).toEqual([]);
	});

	test("is told what the widget would leave out", () => {
		const lost =
			"pages:\n  - { path: /data/*, topic: data-entri, articles: [data-entry/add-a-valeu] }\ntips:\n  value: { text: A number with its unit., article: no/such/thing }\n";
		expect(findingsWith({ [path]: lost })).toMatchInlineSnapshot(`
			[
			  "data/widget.yml:2:29  error  widget/topic  there is no topic data-entri  (did you mean data-entry?)
			  Why: The widget suggests nothing on these pages.
			  Do:  Write data-entry",
			  "data/widget.yml:2:52  error  widget/article  data-entry/add-a-valeu is not a published article  (did you mean data-entry/add-a-value?)
			  Why: The widget leaves it out.
			  Do:  Write data-entry/add-a-value",
			  "data/widget.yml:4:52  error  widget/article  no/such/thing is not a published article
			  Why: The widget leaves it out.
			  Do:  Name an article by its path below the locale, or take it out.",
			]
		`);
	});

	test("follows an article that was moved", () => {
		const content = contentWith({
			[path]: "pages:\n  - { path: /data/*, articles: [data-entry/write-a-value] }\n",
			"data/redirects.yml": "- { from: /data-entry/write-a-value/, to: /data-entry/add-a-value/ }\n",
		});
		const findings = runChecks(content);
		expect(findings.map(({ rule, fix }) => [rule, fix !== undefined])).toContainEqual(["widget/article", true]);
		expect(applyFixes(content.texts, findings).get(path)?.text).toContain("articles: [data-entry/add-a-value]");
	});
});
