import { parse } from "node-html-parser";
import { describe, expect, it } from "vitest";
import { bodyTree } from "#site/lib/body-tree.ts";
import { readTree } from "#site/lib/troubleshooter/read-tree.ts";
import { llmsTxt } from "#site/lib/twin/llms-txt.ts";
import { markdownOf, twinOf, twinPath, type TwinSource } from "#site/lib/twin/markdown-twin.ts";

const page = "https://help.example.com/a/b/";
const markdownTwin = ({ html, ...source }: Omit<TwinSource, "body"> & { html: string }) => markdownOf(twinOf({ ...source, body: bodyTree(html) }));
const body = (html: string) => markdownTwin({ title: "Title", summary: "Summary.", html, page }).split(`<${page}>\n`)[1]?.trim();

describe("the Markdown of an article", () => {
	it("begins with title, summary and address", () => {
		expect(markdownTwin({ title: "Use *stars*", summary: "What [they] do.", html: "<p>Text</p>", page })).toBe(
			"# Use \\*stars\\*\n\n> What \\[they] do.\n\n<https://help.example.com/a/b/>\n\nText\n",
		);
	});

	it("numbers the steps", () => {
		const html = `<section class="steps"><h2 id="steps">Step by step</h2><div class="step-list"><section class="step"><h3 id="one">Open it</h3><p>Do.</p></section><section class="step"><h3 id="two">Close it</h3></section></div></section>`;
		expect(body(html)).toBe("## Step by step\n\n### 1. Open it\n\nDo.\n\n### 2. Close it");
	});

	it.each([
		["a callout as a quote", `<aside class="callout tip"><p class="callout-title">Tip</p><p>Look.</p></aside>`, "> **Tip**\n>\n> Look."],
		["cause and solution in bold", `<div class="cause"><p class="label">Cause</p><p>It broke.</p></div>`, "**Cause**\n\nIt broke."],
		[
			"a caption in italics",
			`<figure><img src="/x.png" alt="Form"><figcaption>The form</figcaption></figure>`,
			"![Form](https://help.example.com/x.png)\n\n_The form_",
		],
		[
			"a picture that leads to no larger one",
			`<p><a class="zoom" href="/x.png" data-zoom><img src="/x.png" alt="Form"></a></p>`,
			"![Form](https://help.example.com/x.png)",
		],
		["a link with its whole address", `<p><a href="/c/#d">See</a></p>`, "[See](https://help.example.com/c/#d)"],
		["a link within the article", `<p><a href="#d">See</a></p>`, "[See](https://help.example.com/a/b/#d)"],
		["a link elsewhere as it is", `<p><a href="mailto:a@example.com">Write</a></p>`, "[Write](mailto:a@example.com)"],
		["an address that is none as it is", `<p><a href="https://[oops">See</a></p>`, "[See](https://\\[oops)"],
		[
			"a listing without its button",
			`<div class="listing"><div class="listing-bar"><span>JSON</span><button data-copy hidden>Copy</button></div><pre class="language-json"><code class="language-json">1\n</code></pre></div>`,
			"```json\n1\n```",
		],
		[
			"a listing with its language",
			`<pre class="language-json"><code class="language-json">{ <span class="token">"a"</span>: 1 }\n</code></pre>`,
			'```json\n{ "a": 1 }\n```',
		],
		[
			"a table",
			`<div class="table-scroll" role="region"><table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td><td>2 | 3</td></tr></tbody></table></div>`,
			"| A | B      |\n| - | ------ |\n| 1 | 2 \\| 3 |",
		],
		["no trace of an old id", `<h2 id="new"><span id="old"></span>New</h2>`, "## New"],
		["text that looks like an element as text", "<p>Type &lt;b&gt; here</p>", "Type \\<b> here"],
	])("has %s", (_, html, wanted) => {
		expect(body(html)).toBe(wanted);
	});

	it("lists the questions of a troubleshooter, each answer with what it leads to, and then what helps", () => {
		const node = (kind: string, id: string, words: string, rest: string) =>
			`<section class="guided-node guided-${kind}"><h3 id="${id}">${words}</h3>${rest}</section>`;
		const html = `<section class="guided"><h2 id="troubleshooter">Find out</h2><p class="guided-intro">Choose.</p>${[
			node(
				"check",
				"on",
				"Is it on?",
				`<p>Look at the light.</p><ul class="guided-choices"><li><a class="guided-choice" href="#colour">Yes</a></li><li><a class="guided-choice" href="#plug">No</a></li></ul>`,
			),
			node(
				"check",
				"colour",
				"Which colour?",
				`<ul class="guided-choices"><li><a class="guided-choice" href="#on">None</a></li><li><a class="guided-choice" href="#plug">Red</a></li></ul>`,
			),
			node("outcome", "plug", "No power", "<ol><li>Plug it in.</li></ol>"),
		].join("")}</section>`;
		const tree = readTree(parse(html));
		const twin = markdownTwin({ title: "Title", summary: "Summary.", html, page, tree }).split(`<${page}>\n`)[1]?.trim();
		expect(twin).toMatchInlineSnapshot(`
			"## Find out

			- Is it on?

			  Look at the light.

			  - **Yes** – Which colour?

			    - **None** – _Is it on?_
			    - **Red** – [No power](https://help.example.com/a/b/#plug)

			  - **No** – [No power](https://help.example.com/a/b/#plug)

			### No power

			1. Plug it in."
		`);
	});

	it("stands beside the page", () => {
		expect([twinPath("/a/b/"), twinPath("/de/a/b/")]).toEqual(["/a/b.md", "/de/a/b.md"]);
	});
});

describe("llms.txt", () => {
	const centre = { name: "Example Help", description: "Answers.", site: new URL("https://help.example.com/"), languages: "Languages", others: [] };

	it("lists the articles by topic, and no topic that has none", () => {
		const topics = [
			{ title: "Data", articles: [{ title: "Use [brackets]", summary: "How to.", url: "/data/brackets/" }] },
			{ title: "Empty", articles: [] },
			{ title: "Data › Import", articles: [{ title: "Import", summary: "In bulk.", url: "/data/import/import/" }] },
		];
		expect(llmsTxt(centre, topics)).toMatchInlineSnapshot(`
			"# Example Help

			> Answers.

			## Data

			- [Use \\[brackets\\]](https://help.example.com/data/brackets.md): How to.

			## Data › Import

			- [Import](https://help.example.com/data/import/import.md): In bulk.
			"
		`);
	});

	it("names the lists of other languages last", () => {
		const others = [{ name: "Deutsch", centre: "Beispielhilfe", url: "/de/llms.txt" }];
		expect(llmsTxt({ ...centre, others }, [])).toBe(
			"# Example Help\n\n> Answers.\n\n## Languages\n\n- [Deutsch](https://help.example.com/de/llms.txt): Beispielhilfe\n",
		);
	});
});
