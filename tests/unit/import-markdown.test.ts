import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readStatically } from "#scripts/lib/importers/sources/markdown/config/read-statically.ts";
import { findKind } from "#scripts/lib/importers/sources/markdown/find-kind.ts";
import { splitFrontMatter } from "#scripts/lib/importers/sources/markdown/front-matter.ts";
import { codeRanges } from "#scripts/lib/importers/sources/markdown/text/code-ranges.ts";
import { followLines } from "#scripts/lib/importers/sources/markdown/text/follow-lines.ts";
import { fixture, folderWith, importFrom } from "./import-json.ts";

/** The body and the notes of one page of plain Markdown, with other files beside it. */
async function converted(text: string, files: Record<string, unknown> = {}, kind = "markdown", page = "a/page.md") {
	const { body, said } = await importFrom(kind, folderWith({ [page]: text, ...files }));
	return { mdx: body("en/a/page"), said: said(page) };
}

/** Bodies of articles, and everything that was said. */
async function imported(kind: string, articles: string[]) {
	const { body, said, report } = await importFrom(kind === "plain" ? "markdown" : kind, fixture(kind));
	expect(report.quarantined).toEqual([]);
	return { bodies: articles.map((article) => `== ${article}\n${body(article)}`).join("\n"), said: said() };
}

describe("a tree of Markdown", () => {
	it("of Starlight becomes articles", async () => {
		const { bodies, said } = await imported("starlight", ["en/guides/first-steps", "en/guides/pruning", "en/guides/broken", "en/general/overview"]);
		expect(bodies).toMatchInlineSnapshot(`
			"== en/guides/first-steps
			<Warning>
			  **Mind the roots**

			  Never cut them. See [pruning](/guides/pruning/#when-to-cut).
			</Warning>

			<Tip>
			  **Did you know?**

			  Trees like **company**.

			  **plant.js**

			  \`\`\`js
			  plant({ tree: "apple" });
			  \`\`\`
			</Tip>

			1. Dig a hole for \`{count}\` trees.

			2. New Put the tree in. Star

			**Spade**

			Dig by hand.

			**Digger**

			Dig by machine.

			![The green house](./images/green-house.png)

			Water the apple tree **daily**. ![Map](./images/map.png)

			- src/
			  - tree.md

			**Shell**

			\`\`\`sh
			npm run plant
			\`\`\`

			[Prune next](/guides/pruning/)

			\`<Mystery level={3} />\`

			[Prices](/files/guides/price-list.csv) and [nowhere](/guides/first-steps/missing/).

			== en/guides/pruning
			## When to cut

			In winter <kbd>W</kbd>. Give it a name: \\<tree-name> or \`<tree-name>\`.

			<details>
			  <summary>
			    Why?
			  </summary>

			  Because it sleeps.
			</details>

			![](./images/logo.png)

			== en/guides/broken
			\`\`\`yaml
			  bad indent: [
			\`\`\`

			The text of the broken one.

			== en/general/overview
			**Plant**

			Where the **first tree** goes.

			[Prune](/guides/pruning/): When & how.
			"
		`);
		expect(said).toMatchInlineSnapshot(`
			"person astro.config.mjs:13 /blog/[...slug] → /guides/[...slug] is a rule for many addresses; write a redirect for each that matters
			person README.md:1 1 Markdown file outside the folders of articles did not come along: README.md
			person src/content/docs/guides/broken.md:1 the front matter cannot be read (Nested mappings are not allowed in compact mappings); what of it could not be understood stands at the top of the text
			person src/content/docs/guides/first-steps.mdx:28 code is shown as it was written: {count}
			person src/content/docs/guides/first-steps.mdx:54 <Mystery> has no counterpart; it is shown as code
			person src/content/docs/guides/first-steps.mdx:56 the link ./missing/ leads to nothing in the import
			person src/content/docs/guides/pruning.md:1 1 picture has no alt text
			changed src/content/docs/guides/_watering.mdx:1 it did not become an article: its name begins with an underscore, so it is no page of its own
			changed src/content/docs/guides/first-steps.mdx:1 fields that have no counterpart were left out: sidebar: {"order":1,"label":"Start"}
			changed src/content/docs/guides/first-steps.mdx:34 a group of tabs has no counterpart; its parts stand one below the other
			changed src/content/docs/guides/first-steps.mdx:43 a tree of files became a list
			changed src/content/docs/guides/Odd names & more/100% #1 tree?.md:1 its address is /guides/odd-names-and-more/100-1-tree/; in the source it was /guides/Odd names & more/100% #1 tree?/
			changed src/content/docs/guides/pruning.md:7 <tree-name> is no HTML; it is shown as words
			changed src/content/docs/guides/pruning.md:17 a script was left out
			changed src/content/docs/index.mdx:1 its address is /general/overview/; in the source it was /index/
			changed src/content/docs/index.mdx:1 fields that have no counterpart were left out: template: splash, hero: {"tagline":"Trees for everyone"}"
		`);
	});

	it("of Docusaurus becomes articles", async () => {
		const { bodies, said } = await imported("docusaurus", ["en/docs/overview", "en/docs/hives/queen-bee", "en/docs/hives/honey"]);
		expect(bodies).toMatchInlineSnapshot(`
			"== en/docs/overview
			Start with [the queen](/docs/hives/queen-bee/#food), then read [honey](/docs/hives/honey/).

			<Note>
			  **Your bees**

			  They are **yours**.

			  <Note>
			    Nested the wrong way.
			  </Note>
			</Note>

			== en/docs/hives/queen-bee
			<span id="food" />

			## Her food

			Give it to Ann. See [honey](/docs/hives/honey/).

			**Summer**

			Feed **nothing**.

			**winter**

			Feed sugar.

			![A hive](./images/hive.png) ![](./images/hive.png)

			**src/feed.js**

			\`\`\`js
			feed({ bees: 3 });
			\`\`\`

			<Warning>
			  **Two levels**

			  <Tip>
			    Inner tip.
			  </Tip>

			  Outer again.
			</Warning>

			**https\\://bees.example**

			In a window.

			Round \`<Again />\`

			The sum is \`{1 + 1}\` and the link [https://bees.example/x](https://bees.example/x).

			== en/docs/hives/honey
			Sweet. \`a < b\` and \`{braces}\` and 1 \\< 2.

			| a      | b |
			| ------ | - |
			| x \\| y | z |
			"
		`);
		expect(said).toMatchInlineSnapshot(`
			"person blog/2024-06-07-flowers/index.md:1 1 picture has no alt text
			person docs/01-hives/02-queen-bee.mdx:1 1 picture has no alt text
			person docs/01-hives/02-queen-bee.mdx:58 an include leads round in a circle and was left out: docs/01-hives/_circle.mdx → docs/01-hives/_circle.mdx
			person docs/01-hives/02-queen-bee.mdx:60 code was left out: export const Colour = () => <b>red</b>;
			person docs/01-hives/02-queen-bee.mdx:62 code is shown as it was written: {1 + 1}
			person docs/01-hives/honey.md:3 code is shown as it was written: {braces}
			person docusaurus.config.js:1 redirects that are computed (createRedirects, fromExtensions) are not known; list those that matter
			person docusaurus.config.js:17 /help/docs/gone was redirected to /help/docs/nothing, which is no article of this import
			person versioned_docs:1 1 page about older versions did not come along, only the current one
			changed blog/2024-05-06-swarm.md:1 fields that have no counterpart were left out: authors: ["ann"]
			changed docs/01-hives/_circle.mdx:1 it did not become an article: its name begins with an underscore, so it is no page of its own
			changed docs/01-hives/_feeding.mdx:1 it did not become an article: its name begins with an underscore, so it is no page of its own
			changed docs/01-hives/02-queen-bee.mdx:1 fields that have no counterpart were left out: hide_title: true, sidebar_label: Queen
			changed docs/01-hives/02-queen-bee.mdx:21 a group of tabs has no counterpart; its parts stand one below the other
			changed docs/01-hives/hives.md:1 its address is /docs/hives/overview/; in the source it was /docs/hives/index/
			changed docs/intro.md:1 its address is /docs/overview/; in the source it was /docs/index/
			changed docs/intro.md:1 fields that have no counterpart were left out: sidebar_position: 1"
		`);
	});

	it("of Jekyll becomes articles", async () => {
		const { bodies, said } = await imported("jekyll", ["en/docs/flying", "en/docs/landing"]);
		expect(bodies).toMatchInlineSnapshot(`
			"== en/docs/flying
			<span id="getting-the-wind" />

			## 1. Getting the wind

			Write to [fly@kites.example](mailto:fly@kites.example) or 555-0100; \\{\\{ site.unknown }} stays.

			<Warning>
			  Never fly in a **storm**.
			</Warning>

			<Note>
			  **Good to know**

			  Wind turns at noon.
			</Note>

			<Tip>
			  A quotation
			</Tip>

			<Warning>
			  Mind the trees. \\{% include loop.html %}
			</Warning>

			\`\`\`ruby
			puts "fly {{ high }}"
			\`\`\`

			Write \`{{ page.title }}\` yourself.

			[Post](/news/kites/first-kite/), [landing](/docs/landing/), [again](/docs/landing/#safe), [rel](/docs/landing/).

			![A kite](./images/kite-one.png)

			\\{% if site.season %} Seasonal words. \\{% endif %}

			== en/docs/landing
			## Be safe

			See [the wind](/docs/flying/#getting-the-wind).

			## A setext heading

			Back to [flying](/docs/flying/).
			"
		`);
		expect(said).toMatchInlineSnapshot(`
			"person _docs/flying.md:20 {{ site.unknown }} means nothing here; it is shown as it was written
			person _docs/flying.md:33 an include leads round in a circle and was left out: _includes/loop.html → _includes/loop.html
			person _docs/flying.md:38 {{ high }} means nothing here; it is shown as it was written
			person _docs/flying.md:50 {% if site.season %} means nothing here; it is shown as it was written
			changed _docs/flying.md:1 fields that have no counterpart were left out: layout: default, parent: Basics, nav_order: 2, has_children: true
			changed café.md:1 it was written in ISO-8859-2; it is UTF-8 now
			changed café.md:1 its address is /general/cafe/; in the source it was /café/
			changed index.md:1 its address is /general/overview/; in the source it was /index/
			changed vendor/skip.md:1 it did not become an article: the site's configuration excludes it"
		`);
	});

	it("of Hugo becomes articles", async () => {
		const { bodies, said } = await imported("hugo", ["en/docs/sailing", "en/docs/rowing"]);
		expect(bodies).toMatchInlineSnapshot(`
			"== en/docs/sailing
			<Note>
			  Wear a **vest**.
			</Note>

			<Warning>
			  **Storm**

			  Stay in port.
			</Warning>

			<figure>
			  ![A boat](./images/boat.png)

			  <figcaption>
			    Ours
			  </figcaption>
			</figure>

			<Video title="Film" src="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ" />

			[Knots](/docs/rope-knots/#bowline) and [rowing](/docs/rowing/).

			\`\`\`go
			fmt.Println("{{ ahoy }}")
			\`\`\`

			**Linux**

			Row \`hard\`.

			**Mac**

			Row soft.

			Rule one. \\{\\{\\< readfile "/content/docs/snippets/rules.md" >}}

			Version 4.2; \`{{< mystery depth="3" >}}\` stays; \\{\\{\\< shown >}} too.

			- a list

			  <Tip>
			    In a list.
			  </Tip>

			- goes on

			== en/docs/rowing
			![Oar](./images/oar.png) and [rules](/files/docs/rules.pdf)
			"
		`);
		expect(said).toMatchInlineSnapshot(`
			"person content/docs/_index.md:1 /manual/ was redirected to /docs/, which is no article of this import
			person content/docs/sailing.md:44 an include leads round in a circle and was left out: content/docs/snippets/rules.md → content/docs/snippets/rules.md
			person content/docs/sailing.md:46 {{< mystery depth="3" >}} has no counterpart; it is shown as code
			person content/docs/snippets/rules.md:1 an include leads round in a circle and was left out: content/docs/snippets/rules.md → content/docs/snippets/rules.md
			person content/page.html:1 1 .html file not written in Markdown did not come along: content/page.html
			person static/_redirects:3 /all/* → /docs/:splat is a rule for many addresses; write a redirect for each that matters
			changed content/docs/rowing/notes.md:1 it did not become an article: it belongs to the page content/docs/rowing/index.md and is no page of its own
			changed content/docs/sailing.md:1 fields that have no counterpart were left out: date: 2024-07-08T10:00:00.000Z, weight: 10
			changed content/docs/sailing.md:29 a group of tabs has no counterpart; its parts stand one below the other"
		`);
	});

	it("of no generator becomes articles", async () => {
		const { bodies, said } = await imported("plain", ["en/general/overview", "en/general/gitbook", "en/guides/compost-heap", "en/guides/soil"]);
		expect(bodies).toMatchInlineSnapshot(`
			"== en/general/overview
			See [Compost heap](/guides/compost-heap/), [the soil](/guides/soil/#deep-layers) and \\[\\[Nowhere]].

			![](./images/worm.png)

			== en/general/gitbook
			<Warning>
			  Hot **stove**.
			</Warning>

			**One**

			First

			\\{% data reusables.thing %}

			== en/guides/compost-heap
			<Warning>
			  It gets **hot**.
			</Warning>

			<Tip>
			  **Faster**

			  Turn it.
			</Tip>

			Set the \\{temperature} to \\<number> degrees.

			![the heap](./images/my-heap.png)

			See [soil](/guides/soil/), [soil](/guides/soil/), [dir](/guides/tools/), [pdf](/files/guides/list.pdf) and [ref](/guides/soil/#deep-layers).

			== en/guides/soil
			## Deep layers

			<Warning>
			  **Do not dig**

			  Roots are there.

			  \`\`\`sh
			  dig --no
			  \`\`\`
			</Warning>

			<details>
			  <summary>
			    Note
			  </summary>

			  Folded.
			</details>

			**Clay**

			Heavy.

			**Sand**

			Light.

			After the tabs. :smile:

			<Tip>
			  **Last one**

			  Done.
			</Tip>

			<table>
			  <tbody>
			    <tr>
			      <td colspan="2">
			        Wide
			      </td>
			    </tr>

			    <tr>
			      <td>
			        a
			      </td>

			      <td>
			        b
			      </td>
			    </tr>
			  </tbody>
			</table>
			"
		`);
		expect(said).toMatchInlineSnapshot(`
			"person gitbook.md:17 {% data reusables.thing %} means nothing here; it is shown as it was written
			person guides/Compost heap.md:13 the picture ../pics/none.png is not in the import
			person open.md:1 the front matter does not end; it is part of the text
			person README.md:1 1 picture has no alt text
			person README.md:3 [[Nowhere]] names no page or file of the import; it is shown as it was written
			changed gitbook.md:11 a group of tabs has no counterpart; its parts stand one below the other
			changed guides/Compost heap.md:1 its address is /guides/compost-heap/; in the source it was /guides/Compost heap/
			changed guides/Compost heap.md:9 <number> is no HTML; it is shown as words
			changed guides/soil.md:29 a group of tabs has no counterpart; its parts stand one below the other
			changed guides/tools/index.md:1 its address is /guides/tools/; in the source it was /guides/tools/index/
			changed README.md:1 its address is /general/overview/; in the source it was /index/"
		`);
	});

	it.each(["starlight", "docusaurus", "jekyll", "hugo", "plain"])("of %s is known by its files", async (kind) => {
		const { said } = await importFrom("markdown", fixture(kind));
		expect(said("read as a site")).toBe(kind === "plain" ? "" : `changed .:1 it was read as a site of ${kind}`);
	});

	it.each(["starlight", "docusaurus", "jekyll", "hugo", "plain"])("of %s gives the same texts again", async (kind) => {
		const first = await importFrom("markdown", fixture(kind));
		const again = await importFrom("markdown", fixture(kind), { out: first.out });
		expect(again.report.outcomes).toMatchObject({ new: 0, updated: 0, conflict: 0, unchanged: first.report.imported.length });
	});

	it("keeps old addresses and the names of folders", async () => {
		const { text } = await importFrom("docusaurus", fixture("docusaurus"));
		expect(/redirectFrom:\n(?: {2}- .*\n)+/.exec(text("articles/en/docs/hives/queen-bee.mdx"))?.[0]).toMatchInlineSnapshot(`
			"redirectFrom:
			  - /help/docs/hives/queen-bee
			  - /help/docs/queen
			  - /help/docs/her-majesty
			"
		`);
		expect(text("data/redirects.yml")).toContain("- { from: /help/docs/category/all-about-hives, to: /docs/hives/ }\n");
		expect(text("data/categories.yml")).toContain("title: All about hives\n      summary: Where bees live and work.");
		const hugo = await importFrom("hugo", fixture("hugo"));
		expect(/redirectFrom:\n(?: {2}- .*\n)+/.exec(hugo.text("articles/en/docs/sailing.mdx"))?.[0]).toMatchInlineSnapshot(`
			"redirectFrom:
			  - /old/sailing
			  - /docs/sail
			  - /ahoy
			"
		`);
	});

	it("keeps the redirects that the source kept, also to pages whose address stays", async () => {
		const { text } = await importFrom("starlight", fixture("starlight"));
		expect(text("articles/en/guides/pruning.mdx")).toContain("redirectFrom:\n  - /old/pruning\n");
		expect(text("articles/en/guides/first-steps.mdx")).toContain("redirectFrom:\n  - /start\n");
		expect(text("articles/en/guides/odd-names-and-more/100-1-tree.mdx")).toContain("redirectFrom:\n  - /guides/odd-names--more/100-1-tree\n");
		const jekyll = await importFrom("jekyll", fixture("jekyll"));
		expect(jekyll.text("articles/en/docs/landing.mdx")).toContain("redirectFrom:\n  - /kites/docs/landing.html\n  - /kites/moved.html\n");
	});

	it("encodes old addresses once", async () => {
		const { text } = await importFrom("markdown", folderWith({ "a/C# & 50%.md": "Sharp", "a/b.md": "B" }));
		expect(text("articles/en/a/c-and-50.mdx")).toContain("redirectFrom:\n  - /a/C%23%20&%2050%25\n");
	});

	it("keeps the anchors that links in definitions lead to", async () => {
		const { body } = await importFrom(
			"jekyll",
			folderWith({ "_config.yml": "", "a/one.md": "## 1. First\n\nWords\n", "a/two.md": "[x]\n\n[x]: one.md#first\n" }),
		);
		expect(body("en/a/one")).toBe('<span id="first" />\n\n## 1. First\n\nWords\n');
	});

	it("finds the folders of Hugo's languages", async () => {
		const files = {
			"hugo.toml": '[languages.en]\n[languages.de]\ncontentDir = "inhalt"\n',
			"content/en/a/x.md": "X",
			"content/en/a/y.md": "Y",
			"inhalt/a/x.md": "[Y](/de/a/y/)",
			"inhalt/a/y.md": "Y",
		};
		const { report, body } = await importFrom("hugo", folderWith(files));
		expect(report.imported.map(({ article }) => article)).toEqual(["articles/en/a/x.mdx", "articles/en/a/y.mdx", "articles/de/a/x.mdx", "articles/de/a/y.mdx"]);
		expect(body("de/a/x")).toBe("[Y](/de/a/y/)\n");
	});

	it("puts other languages into their locale", async () => {
		const articles = async (kind: string) =>
			(await importFrom(kind, fixture(kind))).report.imported.map(({ article }) => article).filter((path) => path.includes("/de/"));
		expect([await articles("starlight"), await articles("docusaurus"), await articles("hugo")].flat()).toEqual([
			"articles/de/guides/pruning.mdx",
			"articles/de/docs/hives/honey.mdx",
			"articles/de/docs/sailing.mdx",
		]);
	});
});

describe("front matter", () => {
	it.each([
		["YAML", "---\ntitle: A\n---\nText\n", { title: "A" }, 4],
		["TOML", '+++\ntitle = "A"\n+++\n\nText\n', { title: "A" }, 4],
		["JSON", '{\n"title": "A"\n}\nText\n', { title: "A" }, 4],
		["none", "Text\n", {}, 1],
		["an empty one", "---\n---\nText\n", {}, 3],
	])("of %s is read", (_, text, fields, firstLine) => {
		const split = splitFrontMatter(text);
		expect(split).toMatchObject({ fields, firstLine });
		expect(split.body.trim()).toBe("Text");
		expect(split.problem).toBeUndefined();
	});

	it("that is broken gives what can be read, and stands at the top of the text", () => {
		expect(splitFrontMatter("---\ntitle: One: two\n- loose\ndraft: true\n---\nText\n")).toEqual({
			fields: { title: "One: two", draft: true },
			body: "````yaml\n- loose\n````\nText\n",
			firstLine: 3,
			problem: {
				line: 1,
				what: expect.stringMatching(/^the front matter cannot be read \(.+\); what of it could not be understood stands at the top of the text$/),
			},
		});
	});

	it("survives values of any kind", async () => {
		const { text, said } = await importFrom(
			"markdown",
			folderWith({
				"a/page.md": "---\ntitle: 2024\ntags: {x: 1}\ndraft: maybe\ndate: yesterday\ndescription: [no]\n__proto__: {draft: true}\n---\nText\n",
				"a/b.md": "B",
			}),
		);
		expect(text("articles/en/a/page.mdx")).toMatch(/^---\ntitle: "2024"\nsummary: Text\n/);
		expect(said("fields")).toMatchInlineSnapshot(
			`"changed a/page.md:1 fields that have no counterpart were left out: tags: {"x":1}, draft: maybe, date: yesterday, description: ["no"], __proto__: {"draft":true}"`,
		);
	});
});

describe("a page's text", () => {
	it("keeps what stands in code", async () => {
		const text = "```md\n:::note\n[[x]] {{< y >}} {% z %} <Foo />\n!!! tip\n:::\n```\n\nAnd `[[x]] <Foo /> :::`.\n";
		expect((await converted(text)).mdx).toBe(text);
	});

	it("gets no callout from a time or a colon", async () => {
		expect((await converted("At 10:30 or 1:2, see a::b and :smile:.\n")).mdx).toBe("At 10:30 or 1:2, see a::b and :smile:.\n");
	});

	it("gets the snippets that it names, but none that lead round in a circle", async () => {
		const files = { "mkdocs.yml": "docs_dir: .", "parts/one.txt": 'One.\n\n--8<-- "parts/one.txt"\n' };
		expect(await converted('Before.\n\n--8<-- "parts/one.txt"\n\n![A](gone.png)\n', files, "mkdocs")).toMatchInlineSnapshot(`
			{
			  "mdx": "Before.

			One.

			\\--8\\<-- "parts/one.txt"

			_A_
			",
			  "said": "person a/page.md:3 an include leads round in a circle and was left out: parts/one.txt → parts/one.txt
			person a/page.md:5 the picture gone.png is not in the import",
			}
		`);
	});

	it("ends a block that is never closed", async () => {
		expect(await converted(":::tip\n\nWords\n")).toEqual({
			mdx: "<Tip>\n  Words\n</Tip>\n",
			said: "changed a/page.md:1 a block of colons (tip) is never closed; it ends with the text",
		});
	});

	it("keeps blocks inside lists", async () => {
		expect((await converted("1. One\n\n   :::warning\n   Hot.\n   :::\n\n2. Two\n")).mdx).toBe("1. One\n\n   <Warning>\n     Hot.\n   </Warning>\n\n2. Two\n");
	});

	it.each([
		["a picture that names itself in another case", "![A](PIC.png)", "![A](./images/pic.png)\n"],
		["a link with an encoded space", "[A](other%20page.md#top)", "[A](/a/other-page/#top)\n"],
		["a link to a folder", "[A](../b/)", "[A](/b/overview/)\n"],
		["a link from the root", "[A](/b/index.html)", "[A](/b/overview/)\n"],
		["a link in angle brackets", "[A](<other page.md>) and [B]\n\n[B]: <other page.md>", "[A](/a/other-page/) and [B](/a/other-page/)\n"],
		["a link with a title", '[A](other page.md "words")', '[A](/a/other-page/ "words")\n'],
		["a link out of the tree", "[A](../../../etc/passwd)", "[A](/etc/passwd)\n"],
		["a link to a heading of its own page", "[A](#here)", "[A](#here)\n"],
	])("leads on: %s", async (_, text, mdx) => {
		const files = { "a/other page.md": "O", "b/index.md": "B", "b/more.md": "M", "a/pic.png": readFileSync(join(fixture("plain"), "pics/worm.png")) };
		expect((await converted(text, files)).mdx).toBe(mdx);
	});

	it("shows components without a counterpart, and says so", async () => {
		expect(await converted('Go <Rocket speed="9" /> now.\n\n<Deck title="T">\n\nWords\n\n</Deck>\n')).toEqual({
			mdx: 'Go `<Rocket speed="9" />` now.\n\n**T**\n\nWords\n',
			said: "person a/page.md:1 <Rocket> has no counterpart; it is shown as code\nperson a/page.md:3 <Deck> has no counterpart; its words were kept",
		});
	});

	it("names the line of the file, whatever was put in before it", async () => {
		const { said } = await converted(
			'---\ntitle: T\n---\n\n{{< note >}}\nOne\n{{< /note >}}\n\n{{< readfile "x.txt" >}}\n\n![A](gone.png)\n',
			{ "hugo.toml": "", "content/a/x.txt": "1\n\n2\n\n3\n" },
			"hugo",
			"content/a/page.md",
		);
		expect(said).toBe("person content/a/page.md:11 the picture gone.png is not in the import");
	});
});

describe("a hostile tree", () => {
	it("is not run, and does not include without end", async () => {
		const parts = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`_includes/p${index}.html`, `{% include p${index + 1}.html %}`.repeat(10)]));
		const { report } = await importFrom(
			"jekyll",
			folderWith({
				"_config.yml": "title: x\n",
				"a/page.md": "---\ntitle: P\n---\n{% include p0.html %}\n",
				"a/other.md": "Fine.",
				...parts,
				"_includes/p9.html": "x".repeat(1000),
			}),
		);
		expect(report.imported.map(({ file }) => file)).toEqual(["a/other.md"]);
		expect(report.quarantined.map(({ what }) => what.split(";")[0])).toEqual(["what it includes adds up to more than 2000000 characters"]);
	});

	it.each([
		["colons", ":::note\n"],
		["shortcodes", '{{< note "'],
		["tags", "{% raw %}{% if "],
		["braces", "{{{{"],
		["comments", "<!--"],
		["elements", '<Card a="'],
		["wiki links", "![[x"],
		["links", "[a](b "],
		["admonitions", "!!! a\n    "],
		["backticks", "a ` `` "],
	])("of %s without end takes no more than seconds", { timeout: 10_000 }, async (_, piece) => {
		const { makeDialect } = await import("#scripts/lib/importers/sources/markdown/make-dialect.ts");
		const { liquid } = await import("#scripts/lib/importers/sources/markdown/steps/liquid.ts");
		const { shortcodes } = await import("#scripts/lib/importers/sources/markdown/steps/shortcodes.ts");
		const { kramdown } = await import("#scripts/lib/importers/sources/markdown/steps/kramdown.ts");
		const { mdxCode } = await import("#scripts/lib/importers/sources/markdown/steps/mdx-code.ts");
		const article = {
			key: "a.md",
			file: "a.md",
			path: ["a"],
			keywords: [],
			draft: false,
			addresses: [],
			leftOver: [],
			read: () => Promise.reject(new Error()),
		};
		const nothing = {
			page: () => undefined,
			file: () => undefined,
			named: () => undefined,
			fileNamed: () => undefined,
			text: () => Promise.resolve(undefined),
		};
		const none = () => Promise.reject(new Error());
		const tree = { files: [], notes: [], read: none, onDisk: none, display: String, close: () => Promise.resolve() };
		const dialect = makeDialect({ steps: [liquid({ site: {}, base: "" }), shortcodes({}), kramdown, mdxCode] }, { ...nothing, tree });
		expect(await dialect.rewrite?.(piece.repeat(200_000 / piece.length), { article, note: () => {} })).toMatchObject({ text: expect.any(String) });
	});
});

describe("reading without running", () => {
	it("takes texts, lists, objects and constants of a configuration", async () => {
		const code = `
			import x from "y";
			const moved = { "/a": "/b" };
			export default defineConfig({ base: "/x", redirects: { ...moved, "/c": { destination: \`/d\` } }, on: [1, true, compute()], f() {} } as const);
		`;
		expect(await readStatically(code)).toEqual({ base: "/x", redirects: { "/a": "/b", "/c": { destination: "/d" } }, on: [1, true, undefined] });
	});

	it("gives nothing for what is no configuration", async () => {
		expect(await readStatically("}{ not code")).toBeUndefined();
		expect(await readStatically("const a = b; const b = a; module.exports = a;")).toBeUndefined();
	});
});

describe("the parts", () => {
	it.each([
		[["docusaurus.config.ts", "docs/a.md"], { kind: "docusaurus", project: "" }],
		[["website/docusaurus.config.js", "website/docs/a.md"], { kind: "docusaurus", project: "website" }],
		[["astro.config.mjs", "src/content/docs/a.md"], { kind: "starlight", project: "" }],
		[["astro.config.mjs", "src/pages/a.md"], { kind: "plain", project: "" }],
		[["config.toml", "content/a.md"], { kind: "hugo", project: "" }],
		[["config.toml", "a.md"], { kind: "plain", project: "" }],
		[["_posts/2020-01-01-a.md"], { kind: "jekyll", project: "" }],
	])("know the generator of %j", (files, found) => {
		expect(findKind({ files })).toEqual(found);
	});

	it("know code in fences, quotations, lists and lines", () => {
		const text = "a `b` c\n> ```\n> d\n> ```\n- ~~~\n  e\n  ~~~\nf `` g ` h `` i\n```\nopen";
		expect(codeRanges(text).map(([from, to]) => text.slice(from, to))).toEqual(["`b`", "> ```\n> d\n> ```", "- ~~~\n  e\n  ~~~", "`` g ` h ``", "```\nopen"]);
	});

	it("follow lines through what was put in and rewritten", () => {
		const follow = followLines("a\n\nb\nc\nd\ne", "a\n\nnew\nnew\nB\n\nC\nd\ne");
		expect([1, 8, 9].map(follow)).toEqual([1, 5, 6]);
		expect(follow(7)).toBeLessThan(5);
	});
});
