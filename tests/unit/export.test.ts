import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { parse } from "node-html-parser";
import { parse as parseYaml } from "yaml";
import { describe, expect, test } from "vitest";
import { describeFinding } from "#site/lib/finding.ts";
import { exportedCentreSchema } from "#scripts/lib/exporters/json-schema.ts";
import { toHtml } from "#scripts/lib/exporters/to-html.ts";
import { zendeskSchema } from "#scripts/lib/exporters/zendesk-schema.ts";
import { article, centreWith, exportTo, filesOf, readJson, scratch } from "./export-files.ts";

const path = "articles/en/data-entry/units.mdx";

async function exported(body: string, fields = ""): Promise<{ markdown: string; html: string }> {
	const folder = scratch();
	const content = centreWith({ [path]: article(body, fields) });
	await exportTo(join(folder, "markdown"), "markdown", { content });
	await exportTo(join(folder, "json"), "json", { content });
	const { articles } = exportedCentreSchema.parse(readJson(join(folder, "json/centre.json")));
	const text = readFileSync(join(folder, "markdown/articles/en/data-entry/units.md"), "utf8");
	return { markdown: text.slice(text.indexOf("\n# ") + 1), html: articles.find(({ id }) => id === "data-entry/units")?.html ?? "" };
}

const everything = `<QuickAnswer>

Write **kWh**.

</QuickAnswer>

<BeforeYouStart>

- A meter

</BeforeYouStart>

<Steps>

<Step title="Read the meter">Note the *number*.</Step>

<Step title="Type it in">

See [step one](#read-the-meter) and [the other article][other].

<Note>

- A list first

</Note>

</Step>

</Steps>

{/* not for readers */}

<Screenshot caption="Two values">

![The list of values](./images/values.svg)

</Screenshot>

<Video title="The tour" src="https://video.example/tour" length="2:10" />

<Troubleshooting>

<Problem title="Nothing there">

<Cause>

No access.

</Cause>

<Solution>

Ask for it.

</Solution>

</Problem>

<IfThisFails>

[Write to us](/contact/).

</IfThisFails>

</Troubleshooting>

## Questions

<Faq>

<Question title="Is it free?">

Yes.<br/>Always.

</Question>

</Faq>

<Warning>Do not type **zero**.</Warning>

[other]: /data-entry/add-a-value/#steps "Another"
`;

const guided = `<Troubleshooter>

<Check id="light-on" ask="Is the light on?">

It is at the **front**.

<Choice to="colour">Yes</Choice>
<Choice to="no-power">No</Choice>

</Check>

<Check id="colour" ask="Which colour has it?">

<Choice to="light-on">It went out</Choice>
<Choice to="no-power">Red</Choice>

</Check>

<Outcome id="no-power" title="No power">

Look at the plug.

</Outcome>

</Troubleshooter>

See [what helps](#no-power).
`;

describe("a guided troubleshooter", () => {
	test("is one list of questions with links to what helps, in Markdown and in HTML", async () => {
		const { markdown, html } = await exported(guided);
		expect(markdown.slice(markdown.indexOf("## Find out"))).toMatchInlineSnapshot(`
			"## Find out what is wrong

			- Is the light on?

			  It is at the **front**.

			  - **Yes** – Which colour has it?
			    - **It went out** – _Is the light on?_
			    - **Red** – [No power](#no-power)
			  - **No** – [No power](#no-power)

			### No power

			Look at the plug.

			See [what helps](#no-power).
			"
		`);
		expect(html.slice(html.indexOf('<h2 id="troubleshooter">'))).toMatchInlineSnapshot(`
			"<h2 id="troubleshooter">Find out what is wrong</h2>
			<ul>
			<li>
			<p>Is the light on?</p>
			<p>It is at the <strong>front</strong>.</p>
			<ul>
			<li><strong>Yes</strong> – Which colour has it?
			<ul>
			<li><strong>It went out</strong> – <em>Is the light on?</em></li>
			<li><strong>Red</strong> – <a href="#no-power">No power</a></li>
			</ul>
			</li>
			<li><strong>No</strong> – <a href="#no-power">No power</a></li>
			</ul>
			</li>
			</ul>
			<h3 id="no-power">No power</h3>
			<p>Look at the plug.</p>
			<p>See <a href="#no-power">what helps</a>.</p>"
		`);
	});
});

describe("an article with every component", () => {
	test("is plain Markdown: headings, alerts, relative links to the exported headings", async () => {
		expect((await exported(everything)).markdown).toMatchInlineSnapshot(`
			"# A table of units

			All units that the product knows, in one table.

			## Quick answer

			Write **kWh**.

			## Before you start

			- A meter

			## Step by step

			### Step 1: Read the meter

			Note the _number_.

			### Step 2: Type it in

			See [step one](#step-1-read-the-meter) and [the other article](add-a-value.md#step-by-step "Another").

			> [!NOTE]
			>
			> - A list first

			![The list of values](./images/values.svg)

			_Two values_

			[Play “The tour” (2:10)](https://video.example/tour)

			## Troubleshooting

			### Nothing there

			#### Cause

			No access.

			#### Solution

			Ask for it.

			> **If this doesn't work**
			>
			> [Write to us](https://help.sound.example/contact/).

			## Questions

			### Is it free?

			Yes.\\
			Always.

			> [!WARNING]
			> Do not type **zero**.
			"
		`);
	});

	test("is semantic HTML with the ids and addresses of the site", async () => {
		expect((await exported(everything)).html).toMatchInlineSnapshot(`
			"<h2 id="quick-answer">Quick answer</h2>
			<p>Write <strong>kWh</strong>.</p>
			<h2 id="before-you-start">Before you start</h2>
			<ul>
			<li>A meter</li>
			</ul>
			<h2 id="steps">Step by step</h2>
			<h3 id="read-the-meter">Step 1: Read the meter</h3>
			<p>Note the <em>number</em>.</p>
			<h3 id="type-it-in">Step 2: Type it in</h3>
			<p>See <a href="#read-the-meter">step one</a> and <a href="/data-entry/add-a-value/#steps" title="Another">the other article</a>.</p>
			<aside class="note">
			<p><strong>Note</strong></p>
			<ul>
			<li>A list first</li>
			</ul>
			</aside>
			<figure>
			<p><img src="files/articles/en/data-entry/images/values.svg" alt="The list of values"></p>
			<figcaption>Two values</figcaption>
			</figure>
			<p><a href="https://video.example/tour">Play “The tour” (2:10)</a></p>
			<h2 id="troubleshooting">Troubleshooting</h2>
			<h3 id="nothing-there">Nothing there</h3>
			<h4>Cause</h4>
			<p>No access.</p>
			<h4>Solution</h4>
			<p>Ask for it.</p>
			<aside class="if-this-fails">
			<p><strong>If this doesn't work</strong></p>
			<p><a href="/contact/">Write to us</a>.</p>
			</aside>
			<h2 id="questions">Questions</h2>
			<h3 id="is-it-free">Is it free?</h3>
			<p>Yes.<br>
			Always.</p>
			<aside class="warning">
			<p><strong>Warning</strong></p>
			<p>Do not type <strong>zero</strong>.</p>
			</aside>"
		`);
	});
});

describe("what an article holds", () => {
	test("stays harmless: no script, no address of one, everything escaped", async () => {
		const { html, markdown } = await exported(
			"[press](javascript:alert) [data](data:text/html,x) <a href='javascript:1'>here</a> `<script>` & &lt;b&gt; ![x\\\"](./images/values.svg)",
		);
		expect(html).toBe(
			'<p>press data here <code>&lt;script&gt;</code> &amp; &lt;b&gt; <img src="files/articles/en/data-entry/images/values.svg" alt="x&quot;"></p>',
		);
		expect(markdown).not.toContain("javascript:");
	});

	test("keeps the words of code in braces, of unknown components and of HTML", async () => {
		const { markdown } = await exported(
			'<Box title="A box">\n\nInside {1 + 1}\n\n</Box>\n\n<div>\n\nIn <b>a</b> <u>div</u>\n\n</div>\n\n<h2 id="x">Heading</h2>',
		);
		for (const words of ["**A box**", "Inside `{1 + 1}`", "In **a** div", "## Heading"]) expect(markdown).toContain(words);
	});

	test("is read back from HTML letter by letter, whatever it is", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme" }), (text) => {
				const tree = { type: "root" as const, children: [{ type: "paragraph" as const, children: [{ type: "inlineCode" as const, value: `x${text}x` }] }] };
				expect(parse(toHtml(tree)).querySelector("code")?.textContent).toBe(`x${text.replace(/\r?\n|\r/g, " ")}x`);
			}),
		);
	});
});

describe("links in Markdown", () => {
	test("follow redirects, lead to categories in the README, and to the site where nothing is exported", async () => {
		const { markdown } = await exported(
			"[moved](/old-units/) [category](/reporting/frameworks/) [home](/) [search](/search/?q=a) [gone](/nowhere/#x) [itself](/data-entry/units/)\n",
			"redirectFrom: [/old-units/]\n",
		);
		expect(markdown).toContain("[moved](units.md) [category](../../../README.md#frameworks) [home](../../../README.md)");
		expect(markdown).toMatch(/\[search\]\(https:\/\/[^)]+\/search\/\?q=a\) \[gone\]\(https:\/\/[^)]+\/nowhere\/#x\) \[itself\]\(units\.md\)/);
	});
});

describe("the fields of an article", () => {
	test("are all in its front matter, defaults and address included", async () => {
		const out = join(scratch(), "out");
		await exportTo(out, "markdown", { content: centreWith({ [path]: article("Text.") }) });
		const text = readFileSync(join(out, "articles/en/data-entry/units.md"), "utf8");
		expect(parseYaml(text.split("---\n")[1] ?? "")).toEqual({
			...{ title: "A table of units", summary: "All units that the product knows, in one table.", type: "reference", owner: "data-team" },
			...{ lastReviewed: "2026-09-14", reviewEvery: "6 months", keywords: [], audience: ["everyone"], featured: false, answers: [] },
			...{ related: [], prerequisites: [], nextSteps: [], draft: false, stub: false, archived: false, redirectFrom: [], changes: [] },
			...{ category: "data-entry", id: "data-entry/units", locale: "en", address: "/data-entry/units/" },
		});
	});

	test("say what is a draft and what is archived; --published leaves drafts out", async () => {
		const folder = scratch();
		const content = centreWith({
			[path]: article("Text.", "draft: true\n"),
			"articles/en/data-entry/old.mdx": article("Old.", "archived: true\nfeatured: true\n"),
		});
		expect(await exportTo(join(folder, "all"), "zendesk", { content })).toMatchObject({ drafts: 1, archived: 1 });
		const { articles } = zendeskSchema.parse(readJson(join(folder, "all/help_center.json")));
		expect(articles.find(({ html_url: url }) => url.endsWith("/units/"))).toMatchObject({ draft: true, outdated: false, promoted: false });
		expect(articles.find(({ html_url: url }) => url.endsWith("/old/"))).toMatchObject({ draft: false, outdated: true, promoted: true });
		await exportTo(join(folder, "published"), "markdown", { content, published: true });
		expect(filesOf(join(folder, "published"))).not.toContain("articles/en/data-entry/units.md");
		expect(readFileSync(join(folder, "published/README.md"), "utf8")).toContain("- [A table of units](articles/en/data-entry/old.md) (archived): All units");
	});
});

describe("an article that cannot be read", () => {
	test.each(["markdown", "json", "zendesk"])("is left out of %s and named with its reason; the rest is exported", async (format) => {
		const out = join(scratch(), "out");
		const content = centreWith({ [path]: article("<Note>\n\nNever closed"), "articles/en/data-entry/none.mdx": "No front matter" });
		const { broken, articles } = await exportTo(out, format, { content });
		expect(broken.map(({ rule, file }) => `${rule} ${file.split("/").at(-1)}`)).toEqual([
			"front-matter/absent none.mdx",
			expect.stringMatching(/^mdx\/.* units\.mdx$/),
		]);
		expect(broken.map(describeFinding).join("\n")).toContain("Do:");
		expect(articles).toBeGreaterThan(5);
		expect(filesOf(out).length).toBeGreaterThan(1);
	});
});

describe("--out", () => {
	async function messageOf(promise: Promise<unknown>): Promise<string> {
		const failure = await promise.then(
			() => null,
			(error: unknown) => error,
		);
		return failure instanceof Error ? failure.message.replaceAll(/\/\S*tier-zero-export-\w+/g, "<folder>") : "did not fail";
	}

	test("is replaced when it is an earlier export, so that nothing old stays", async () => {
		const out = join(scratch(), "out");
		await exportTo(out, "markdown", { content: centreWith({ [path]: article("Text.") }) });
		await exportTo(out, "markdown", { content: centreWith({}) });
		expect(filesOf(out)).not.toContain("articles/en/data-entry/units.md");
	});

	test("is left alone when it holds something else, unless --force says so", async () => {
		const out = join(scratch(), "out");
		mkdirSync(out);
		await exportTo(out, "json", { content: centreWith({}) });
		const other = join(scratch(), "other");
		mkdirSync(other);
		writeFileSync(join(other, "thesis.txt"), "mine");
		expect(await messageOf(exportTo(other, "json", { content: centreWith({}) }))).toMatchInlineSnapshot(`
			"<folder>/other is there already and was not made by export.
			  Why: An export replaces what is at --out; nothing of yours is deleted unasked.
			  Do:  Name another place, or add --force to replace it."
		`);
		expect(readdirSync(other)).toEqual(["thesis.txt"]);
		await exportTo(other, "json", { content: centreWith({}), force: true });
		expect(readdirSync(other).sort()).toEqual([".tier-zero-export.json", "centre.json", "files"]);
	});

	test("may be a file for the document alone", async () => {
		const folder = scratch();
		const out = join(folder, "all.json");
		await exportTo(out, "json", { content: centreWith({}) });
		await exportTo(out, "json", { content: centreWith({}) });
		expect(readdirSync(folder)).toEqual(["all.json"]);
		writeFileSync(out, "{}");
		expect(await messageOf(exportTo(out, "json", { content: centreWith({}) }))).toContain("was not made by export");
	});

	test("is never the content, what lies in it, or what holds it, not even with --force", async () => {
		const content = centreWith({});
		expect(await messageOf(exportTo(join(content, "out"), "json", { content, force: true }))).toMatchInlineSnapshot(`
			"--out is <folder>/content/out, which lies in the content folder.
			  Why: The next export, check and build would read it as content.
			  Do:  Name a folder elsewhere, like export/."
		`);
		expect(await messageOf(exportTo(join(content, ".."), "json", { content, force: true }))).toMatchInlineSnapshot(`
			"--out is <folder>, which holds the content folder.
			  Why: An export replaces what is at --out.
			  Do:  Name a folder of its own, like export/."
		`);
		expect(await messageOf(exportTo(process.cwd(), "json", { content, force: true }))).toContain("which holds the folder you are in");
		expect(existsSync(join(content, "data/site.yml"))).toBe(true);
	});

	test("keeps the earlier export when the next is stopped, and nothing is left beside it", async () => {
		const folder = scratch();
		const out = join(folder, "out");
		const content = centreWith({});
		await exportTo(out, "json", { content });
		const before = readFileSync(join(out, "centre.json"), "utf8");
		const controller = new AbortController();
		const stopped = exportTo(out, "json", { content, stop: controller.signal, progress: (done) => done === 2 && controller.abort() });
		await expect(stopped).rejects.toThrow("aborted");
		expect(readdirSync(folder)).toEqual(["out"]);
		expect(readFileSync(join(out, "centre.json"), "utf8")).toBe(before);
	});
});
