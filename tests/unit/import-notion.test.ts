import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fixture, folderWith, importFrom, scratch } from "./import-json.ts";
import { makeZip } from "./make-zip.ts";

const id = (number: number) => `1f0c8d52000040008${String(number).padStart(15, "0")}`;

/** The body of a page that holds only this text, and what was said about it. */
async function converted(text: string, files: Record<string, unknown> = {}) {
	const { body, said } = await importFrom("notion", folderWith({ [`Page ${id(1)}.md`]: `# Page\n\n${text}\n`, ...files }));
	return { mdx: body("en/general/page"), said: said(`Page ${id(1)}.md`).replaceAll(`Page ${id(1)}.md`, "Page.md") };
}

describe("a Notion export", () => {
	it("becomes articles, with callouts, to-dos, toggles, formulas, pictures and links", async () => {
		const { text } = await importFrom("notion", fixture("notion"));
		expect(text("articles/en/getting-started/overview.mdx")).toMatchInlineSnapshot(`
			"---
			title: Getting started
			summary: Use your password and {name} with <your-team>. Ask @Sam Example before January 15, 2024 or write to help@example.com.
			type: getting-started
			keywords:
			  - onboarding
			  - basics
			owner: unassigned
			lastReviewed: 2024-01-12
			redirectFrom:
			  - /Getting-started-01f0c8d5200004000800000000000002
			  - /01f0c8d5200004000800000000000002
			imported:
			  from: notion
			  path: 01f0c8d5200004000800000000000002
			---

			## Sign in

			Use **your password** and **\\{name}** with \\<your-team>. Ask @Sam Example before January 15, 2024 or write to [help@example.com](mailto:help@example.com).

			<Tip>
			  Use a **long** password.
			</Tip>

			<Warning>
			  Never share it.

			  - Not even with us
			</Warning>

			<Note>
			  A note with an icon.
			</Note>

			- Why do I see an error?

			  The session ended. See [the sign-in page](/getting-started/sign-in-with-a-very-long-name-that-notion-cuts-off-after-some-fifty-letters/).

			  <Note>
			    Nested in a toggle.
			  </Note>

			- [x] Create a plan

			- [ ] Invite others

			<details>
			  <summary>
			    More about plans
			  </summary>

			  Plans are **private**.
			</details>

			![](./images/untitled.png)

			![The lighthouse at night](./images/light-1.png)

			\`\`\`text
			E = mc^2
			\`\`\`

			It costs $5 or $6, and the area is \`a^2\`.

			\`\`\`text
			E100 {quota}
			\`\`\`

			\`\`\`text
			int x = 1;
			\`\`\`

			[https://example.com/page](https://example.com/page)

			[https://example.com/map](https://example.com/map)

			[Old page](/getting-started/sign-in-with-a-very-long-name-that-notion-cuts-off-after-some-fifty-letters/) and [a lost page](/Gone%20dddddddddddddddddddddddddddddddd.md), this part, [list](/files/getting-started/prices.csv).

			| Plan    | Price      |
			| ------- | ---------- |
			| Starter | 5 \\| month |
			"
		`);
	});

	it("shows a database as a table that leads to its rows", async () => {
		const { body } = await importFrom("notion", fixture("notion"));
		expect(body("en/releases/overview")).toMatchInlineSnapshot(`
			"| Name                              | Date             | Related                                       | Notes                                  |
			| --------------------------------- | ---------------- | --------------------------------------------- | -------------------------------------- |
			| [Version 1](/releases/version-1/) | January 3, 2024  | [Getting started](/getting-started/overview/) | First, with "quotes" and a second line |
			| Version 2                         | February 3, 2024 |                                               | \\<b>bold\\</b> \\| pipe                  |
			| Version 2                         | March 3, 2024    |                                               |                                        |
			| No page                           |                  |                                               |                                        |
			"
		`);
	});

	it("keeps its tree, tells pages of the same name apart, and takes whole names from the pages", async () => {
		const { report } = await importFrom("notion", fixture("notion"));
		expect(report.imported.map(({ article }) => article)).toMatchInlineSnapshot(`
			[
			  "articles/en/general/help-centre.mdx",
			  "articles/en/general/drafted-page.mdx",
			  "articles/en/general/faq.mdx",
			  "articles/en/general/faq-2.mdx",
			  "articles/en/getting-started/overview.mdx",
			  "articles/en/getting-started/sign-in-with-a-very-long-name-that-notion-cuts-off-after-some-fifty-letters.mdx",
			  "articles/en/releases/version-1.mdx",
			  "articles/en/releases/version-2.mdx",
			  "articles/en/releases/version-2-2.mdx",
			  "articles/en/releases/overview.mdx",
			  "articles/en/general/untitled.mdx",
			]
		`);
	});

	it("says what somebody has to look at, and what changed", async () => {
		const { said } = await importFrom("notion", fixture("notion"));
		expect(said().replaceAll(/Export-\S+\/|(?<= )[0-9a-f]{32}(?=[./_])/g, "")).toMatchInlineSnapshot(`
			"person Help centre /Getting started .md:1 1 picture has no alt text
			person Help centre /Getting started .md:14 @Sam Example may name a person; write a role or a team in its place
			person Help centre /Getting started .md:58 the picture Getting%20started%2001f0c8d5200004000800000000000002/gone.png is not in the import
			person Help centre /Getting started .md:60 a formula is shown as code; say in words what it means
			person Help centre /Getting started .md:64 a formula is shown as code; say in words what it means
			person Help centre /Getting started .md:78 the link Gone%20dddddddddddddddddddddddddddddddd.md leads to nothing in the import
			person Help centre /Releases _all.csv:1 columns that name people were left out: Owner
			person Help centre /Releases _all.csv:1 several rows have the same name and lead nowhere: Version 2
			changed Help centre /Drafted page .md:1 fields that have no counterpart were left out: Verification: Verified until March 3, 2025
			changed Help centre /FAQ .md:1 its address is /general/faq-2/; in the source it was /faq/
			changed Help centre /Getting started .md:1 properties that name people were left out: Owner
			changed Help centre /Getting started .md:1 fields that have no counterpart were left out: Area: Web
			changed Help centre /Getting started .md:9 the table of contents was left out; articles have their own
			changed Help centre /Getting started .md:14 <your-team> is no HTML; it is shown as words
			changed Help centre /Getting started .md:37 a link to a part of a page leads to the page; Notion's export does not say where it led
			changed Help centre /Getting started .md:76 an embedded page became a link: https://example.com/map
			changed Help centre /Getting started .md:78 a link to a part of this page became words; Notion's export does not say where it led
			changed Help centre /Releases /Version 1 .md:1 properties that name people were left out: Owner
			changed Help centre /Releases /Version 1 .md:1 fields that have no counterpart were left out: Date: January 3, 2024, Notes: First, with "quotes" and a second line
			changed Help centre /Releases /Version 2 .md:1 fields that have no counterpart were left out: Date: February 3, 2024
			changed Help centre /Releases /Version 2 .md:1 its address is /releases/version-2-2/; in the source it was /releases/version-2/
			changed Help centre /Releases /Version 2 .md:1 fields that have no counterpart were left out: Date: March 3, 2024"
		`);
	});

	it("leaves drafts drafts", async () => {
		const { text } = await importFrom("notion", fixture("notion"));
		expect(text("articles/en/general/drafted-page.mdx")).toMatch(/lastReviewed: 2024-05-06\ndraft: true\n/);
	});

	it("gives the same text twice", async () => {
		const first = await importFrom("notion", fixture("notion"));
		const again = await importFrom("notion", fixture("notion"), { out: first.out });
		expect(again.report.outcomes).toMatchObject({ new: 0, unchanged: 11 });
	});

	it("may lie in zips in a zip", async () => {
		const file = join(scratch(), "export.zip");
		const part = (name: string, text: string) => makeZip([{ name, data: text }]);
		writeFileSync(
			file,
			makeZip([
				{ name: "ExportBlock-1-Part-1.zip", data: part(`One ${id(1)}.md`, `# One\n\nSee [two](One%20${id(1)}/Two%20${id(2)}.md).\n`) },
				{ name: "ExportBlock-1-Part-2.zip", data: part(`One ${id(1)}/Two ${id(2)}.md`, "# Two\n\nThe second.\n") },
			]),
		);
		const { body } = await importFrom("notion", file);
		expect(body("en/general/one")).toBe("See [two](/general/two/).\n");
	});

	it("finds the page of a folder whose name has no number", async () => {
		const { report } = await importFrom(
			"notion",
			folderWith({ [`Guide ${id(1)}.md`]: "# Guide\n\nA.\n", [`Other ${id(3)}.md`]: "# Other\n\nB.\n", [`Guide/Part ${id(2)}.md`]: "# Part\n\nC.\n" }),
		);
		expect(report.imported.map(({ article }) => article).sort()).toEqual([
			"articles/en/general/other.mdx",
			"articles/en/guide/overview.mdx",
			"articles/en/guide/part.mdx",
		]);
	});
});

describe("a page of Notion", () => {
	it("keeps prices, and takes only formulas for formulas", async () => {
		const { mdx, said } = await converted("It costs $5 or $6. Here $x^2$, `$y^2$` and \\$z.\n\n```\n$$\na\n$$\n** b**\n<aside>\n```");
		expect(mdx).toMatchInlineSnapshot(`
			"It costs $5 or $6. Here \`x^2\`, \`$y^2$\` and $z.

			\`\`\`
			$$
			a
			$$
			** b**
			<aside>
			\`\`\`
			"
		`);
		expect(said).toMatchInlineSnapshot(`"person Page.md:3 a formula is shown as code; say in words what it means"`);
	});

	it("sets bold around spaces right, and leaves other stars", async () => {
		expect((await converted("Press **Save **now, ** then** wait. 2 * 3 * 4, **a** b **c**.")).mdx).toBe(
			"Press **Save** now, **then** wait. 2 \\* 3 \\* 4, **a** b **c**.\n",
		);
	});

	it("takes no sentence for a property", async () => {
		expect((await converted("Note: do this first.\nDescription: it is long.")).mdx).toContain("Note: do this first.");
		expect((await converted("Warning: hot.")).mdx).toBe("Warning: hot.\n");
	});

	it("takes values of several lines, and only what its database has as a column", async () => {
		const { text, body } = await importFrom(
			"notion",
			folderWith({
				[`Home ${id(9)}.md`]: "# Home\n\nText.\n",
				[`Base ${id(1)}.csv`]: "Name,Tags,Notes\nOne,a,b\nTwo,,\n",
				[`Base ${id(1)}/One ${id(2)}.md`]: "# One\n\nTags: first, second\nNotes: It has\ntwo lines.\n\nThe text.\n",
				[`Base ${id(1)}/Two ${id(3)}.md`]: "# Two\n\nStatus: it is a sentence\n\nThe text.\n",
			}),
		);
		expect(text("articles/en/base/one.mdx")).toContain("keywords:\n  - first\n  - second\n");
		expect(body("en/base/one")).toBe("The text.\n");
		expect(body("en/base/two")).toBe("Status: it is a sentence\n\nThe text.\n");
	});

	it("tells kinds of callouts by their signs", async () => {
		const { mdx } = await converted(
			'<aside>\n🚨 Stop.\n\n</aside>\n\n<aside>\n✅ Good.\n\n</aside>\n\n<aside>\n<img src="/icons/warning_red.svg" alt="/icons/warning_red.svg" width="40px" /> Hot.\n\n</aside>\n\n<aside>\nPlain.\n</aside>',
		);
		expect(mdx).toMatchInlineSnapshot(`
			"<Warning>
			  Stop.
			</Warning>

			<Tip>
			  Good.
			</Tip>

			<Warning>
			  Hot.
			</Warning>

			<Note>
			  Plain.
			</Note>
			"
		`);
	});

	it("knows dates from people", async () => {
		const { mdx, said } = await converted("By @March 3, 2025, ask @Kim Example or me@Example.com, not @today.");
		expect(mdx).toContain("By March 3, 2025, ask @Kim Example");
		expect(said).toBe("person Page.md:3 @Kim Example may name a person; write a role or a team in its place");
	});

	it("leads nowhere outside the export", async () => {
		const { said } = await converted("[a](../../../etc/passwd) ![b](%2e%2e/%2e%2e/etc/hosts)");
		expect(said).toMatchInlineSnapshot(`
			"person Page.md:3 the link ../../../etc/passwd leads to nothing in the import
			person Page.md:3 the picture %2e%2e/%2e%2e/etc/hosts is not in the import"
		`);
	});
});

describe("a database of Notion", () => {
	it("with quotes that never close, or no rows, is still a table", async () => {
		const { body } = await importFrom(
			"notion",
			folderWith({ [`A ${id(1)}.md`]: "# A\n\nText.\n", [`B ${id(2)}.csv`]: 'Name,Value\n"x,y', [`C ${id(3)}.csv`]: "" }),
		);
		expect(body("en/general/b")).toBe("| Name | Value |\n| ---- | ----- |\n| x,y  |       |\n");
		expect(body("en/general/c")).toBe("");
	});

	it("is known by its rows or its second file where its name has no number; an attached table stays a file", async () => {
		const { body, report } = await importFrom(
			"notion",
			folderWith({
				"Help.md": "# Help\n\nSee [prices](Help/prices.csv) and [plans](Help/Plans.csv).\n",
				"Help/prices.csv": "Plan,Price\nBasic,5\n",
				"Help/Plans.csv": "Name,Seats\nBasic,5\n",
				"Help/Plans/Basic.md": "# Basic\n\nSeats: 5\n\nFor five people.\n",
				"Help/Hours.csv": "Day,Open\nMonday,9\n",
				"Help/Hours_all.csv": "Day,Open\nMonday,9\nSunday,-\n",
			}),
		);
		expect(report.imported.map(({ article }) => article)).toEqual([
			"articles/en/general/help.mdx",
			"articles/en/general/hours.mdx",
			"articles/en/plans/overview.mdx",
			"articles/en/plans/basic.mdx",
		]);
		expect(body("en/general/hours")).toBe("| Day    | Open |\n| ------ | ---- |\n| Monday | 9    |\n| Sunday | -    |\n");
		expect(body("en/plans/overview")).toContain("[Basic](/plans/basic/)");
		expect(body("en/general/help")).toBe("See [prices](/files/general/prices.csv) and [plans](/plans/overview/).\n");
	});

	it("shows 500 rows and says how many more there are", async () => {
		const rows = Array.from({ length: 503 }, (_, row) => `Row ${row},1`).join("\n");
		const { body, said } = await importFrom("notion", folderWith({ [`A ${id(1)}.md`]: "# A\n\nText.\n", [`B ${id(2)}.csv`]: `Name,Value\n${rows}\n` }));
		expect(body("en/general/b").split("\n").length).toBe(503);
		expect(said("B ")).toContain("the table shows the first rows; 3 more were left out");
	});
});

describe("what is no Markdown export of Notion", () => {
	it.each([
		["an HTML export", { "Page 1.html": "<p>x</p>" }, "is an HTML export of Notion, which is not read here: it has lost what Markdown keeps."],
		["anything else", { "a.txt": "x" }, "holds no page of a Notion export: there is no .md file in it."],
	])("is refused in words: %s", async (_, files, message) => {
		await expect(importFrom("notion", folderWith(files))).rejects.toThrow(message);
	});
});
