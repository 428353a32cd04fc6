import { describe, expect, it } from "vitest";
import type { Finding } from "#site/lib/finding.ts";
import type { Article } from "#scripts/lib/checks/model.ts";
import { addressChanges } from "#scripts/lib/reporters/address-changes.ts";
import { markdown } from "#scripts/lib/reporters/markdown.ts";

const finding: Finding = {
	rule: "links/page",
	level: "warning",
	file: "content/articles/en/a.mdx",
	line: 4,
	column: 7,
	what: 'the link "/nowhere/" leads nowhere',
	why: "Readers are lost.",
	remedy: "Correct it.",
};

describe("the comment on a pull request", () => {
	it("tells the counts, what happens to addresses, and the findings with the errors first", () => {
		const report = markdown({
			articles: 2,
			findings: [finding, { ...finding, level: "error", rule: "images/exists", what: "the picture is missing" }],
			changes: [
				{ kind: "moved", address: "/b/", from: "/a/", draft: false },
				{ kind: "new", address: "/c/", draft: true },
			],
		});
		expect(report).toMatchInlineSnapshot(`
			"<!-- tier-zero: content check -->
			## ❌ The content has errors

			2 articles checked: 1 error, 1 warning.

			### Addresses

			| Change | Address |
			| --- | --- |
			| Moved | <code>/a/</code> → <code>/b/</code> |
			| New (draft) | <code>/c/</code> |

			### Findings

			|  | Where | What, why, and what to do |
			| --- | --- | --- |
			| ❌ | <code>content/articles/en/a.mdx:4:7</code><br><code>images/exists</code> | the picture is missing<br>**Why:** Readers are lost.<br>**Do:** Correct it. |
			| ⚠️ | <code>content/articles/en/a.mdx:4:7</code><br><code>links/page</code> | the link "/nowhere/" leads nowhere<br>**Why:** Readers are lost.<br>**Do:** Correct it. |"
		`);
	});

	it.each([
		[0, 0, "## ✅ The content is fine"],
		[0, 1, "## ⚠️ The content can be published, with warnings"],
		[1, 1, "## ❌ The content has errors"],
	])("says with %i errors and %i warnings how the content stands", (errors, warnings, heading) => {
		const findings = [...Array<Finding>(errors).fill({ ...finding, level: "error" }), ...Array<Finding>(warnings).fill(finding)];
		expect(markdown({ articles: 1, findings }).split("\n")[1]).toBe(heading);
	});

	it("keeps what an article says as text: no new cells, markup, mentions, links or hidden comments", () => {
		const what = "a | b\n# c `d` <img src=x> <!-- e --> **f** [g](https://evil.example) @everyone www.evil.example {h} \\| &lt; ~~i~~";
		const [row = ""] = markdown({ articles: 1, findings: [{ ...finding, file: "content/a|`b`.mdx", what }] })
			.split("\n")
			.filter((line) => line.startsWith("| ⚠️"));
		expect(row.replace("\u200b", "<zero-width space>")).toMatchInlineSnapshot(
			`"| ⚠️ | <code>content/a&#124;&#96;b&#96;.mdx:4:7</code><br><code>links/page</code> | a &#124; b &#35; c &#96;d&#96; &lt;img src=x&gt; &lt;&#33;-- e --&gt; &#42;&#42;f&#42;&#42; &#91;g&#93;&#40;https&#58;//evil.example&#41; @<zero-width space>everyone www&#46;evil.example &#123;h&#125; &#92;&#124; &amp;lt; &#126;&#126;i&#126;&#126;<br>**Why:** Readers are lost.<br>**Do:** Correct it. |"`,
		);
		// Three cells: no bar but the four that divide them.
		expect(row.match(/\|/g)?.length).toBe(4);
	});

	it("mentions no issue and no change of a git host", () => {
		expect(markdown({ articles: 1, findings: [{ ...finding, what: "fixes #1, !2, GH-3, &4, %5 and $6" }] }).replaceAll("\u200b", "_")).toContain(
			"fixes &#35;_1, &#33;_2, GH-_3, &amp;_4, %_5 and $_6<br>",
		);
	});

	it("holds no sign that moves a cursor or turns text around", () => {
		expect(markdown({ articles: 1, findings: [{ ...finding, what: "a\tb \u001b[31mred \u202ekcab\n::error::x" }] })).toContain(
			"a b �&#91;31mred �kcab ::error::x<br>",
		);
	});

	it("is cut below what a git host takes, and counts the rest", () => {
		const findings = Array.from({ length: 5_000 }, (_, index): Finding => ({ ...finding, line: index + 1 }));
		const changes = Array.from({ length: 5_000 }, (_, index) => ({ kind: "new", address: `/data-entry/article-${index}/`, draft: false }) as const);
		const report = markdown({ articles: 5_000, findings, changes });
		expect(report.length).toBeLessThanOrEqual(60_000);
		expect(report.length).toBeGreaterThan(55_000);
		const shown = report.match(/^\| ⚠️/gm)?.length ?? 0;
		expect(shown).toBeGreaterThan(50);
		expect(report).toContain(`… and ${5_000 - shown} more findings`);
		expect(report).toMatch(/… and \d+ more articles\./);
	});

	it("is not filled by one endless finding", () => {
		const report = markdown({ articles: 1, findings: [{ ...finding, what: "|".repeat(100_000) }, finding] });
		expect(report).toContain("leads nowhere");
	});
});

describe("what a change does to addresses", () => {
	const articles = ["kept", "changed", "added", "moved-here"].map(
		(id) => ({ path: `articles/en/${id}.mdx`, address: `/${id}/`, draft: id === "added" }) as Article,
	);
	const past = (path: string, base: string | undefined, renamedTo?: string) => ({ path: `articles/${path}.mdx`, versions: [], base, renamedTo });

	it("is told for each article, and for nothing else", () => {
		const changed = ["en/changed", "en/added", "en/moved-here", "en/moved", "de/gone", "en/never-published"].map((id) => `articles/${id}.mdx`);
		const changes = addressChanges(
			{
				changed: new Set([...changed, "data/site.yml", "articles/en/images/x.svg"]),
				past: [
					past("en/changed", "before"),
					past("en/moved", "before", "articles/en/moved-here.mdx"),
					past("de/gone", "before"),
					past("en/never-published", undefined),
					past("en/long-ago", undefined, "articles/en/kept.mdx"),
				],
			},
			{ articles, prefix: (locale) => (locale === "en" ? "" : `/${locale}`) },
		);
		expect(changes).toEqual([
			{ kind: "new", address: "/added/", draft: true },
			{ kind: "changed", address: "/changed/", draft: false },
			{ kind: "removed", address: "/de/gone/", draft: false },
			{ kind: "moved", address: "/moved-here/", from: "/moved/", draft: false },
		]);
	});
});
