import { describe, expect, it } from "vitest";
import type { Finding } from "#site/lib/finding.ts";
import { text } from "#scripts/lib/reporters/text.ts";

function finding(more: Partial<Finding> = {}): Finding {
	return {
		rule: "links/page",
		level: "warning",
		file: "content/articles/en/a.mdx",
		line: 4,
		column: 7,
		what: 'the link "/nowhere/" leads nowhere',
		why: "Readers are lost.",
		remedy: "Correct it.",
		...more,
	};
}

describe("the findings of a check in a terminal", () => {
	it("stand below their file, each with what, why and what to do", () => {
		expect(text({ articles: 1, findings: [finding(), finding({ line: 9, level: "error", rule: "images/exists", what: "the picture is missing" })] }))
			.toMatchInlineSnapshot(`
				"content/articles/en/a.mdx
				  4:7  warning  links/page  the link "/nowhere/" leads nowhere
				      Why: Readers are lost.
				      Do:  Correct it.
				  9:7  error  images/exists  the picture is missing
				      Why: Readers are lost.
				      Do:  Correct it.

				1 article checked: 1 error, 1 warning."
			`);
	});

	it("are cut after 200, with what the others are about and how to see them", () => {
		const rules = ["a/most", ...["b", "c", "d", "e", "f", "g"].map((name) => `${name}/one`)];
		const findings = [
			...Array.from({ length: 12_539 }, (_, line) => finding({ rule: "a/most", line: line + 1 })),
			...rules.slice(1).map((rule) => finding({ rule, file: "content/articles/en/b.mdx" })),
		];
		const printed = text({ articles: 5000, findings });
		expect(printed.split("\n").length).toBeLessThan(620);
		expect(printed.slice(printed.indexOf("  200:7")).trim()).toMatchInlineSnapshot(`
			"200:7  warning  a/most  the link "/nowhere/" leads nowhere
			      Why: Readers are lost.
			      Do:  Correct it.

			… and 12,345 more: a/most 12,339, b/one 1, c/one 1, d/one 1, e/one 1, 2 other rules
			  npm run check -- --format json lists all; name files or folders, or --owner, to see fewer.

			5000 articles checked: 0 errors, 12545 warnings."
		`);
	});

	it("are all shown when there are 200", () => {
		expect(text({ articles: 1, findings: Array.from({ length: 200 }, () => finding()) })).not.toContain("more");
	});

	it("keep every error when warnings are cut", () => {
		const warnings = Array.from({ length: 500 }, () => finding());
		const printed = text({ articles: 2, findings: [...warnings, finding({ level: "error", file: "content/articles/en/z.mdx", what: "the last one" })] });
		expect(printed).toContain("content/articles/en/z.mdx\n  4:7  error  links/page  the last one");
		expect(printed).toContain("… and 301 more: links/page 301\n");
	});

	it("follow an owner's overdue reviews, of which the first 200 are shown", () => {
		const overdue = Array.from({ length: 1203 }, (_, place) => ({
			due: "2026-01-02",
			lastReviewed: "2025-01-02",
			title: `Title ${place + 1}`,
			file: "content/articles/en/a.mdx",
		}));
		const printed = text({ articles: 1203, findings: [], overdue });
		expect(printed).toContain("Title 200\n");
		expect(printed).not.toContain("Title 201\n");
		expect(printed).toContain("  … and 1,003 more\n\n1203 articles checked");
	});
});
