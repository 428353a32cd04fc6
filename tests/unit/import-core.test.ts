import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { buildContent } from "#scripts/lib/checks/build-content.ts";
import { readContent } from "#scripts/lib/checks/read-content.ts";
import { runChecks } from "#scripts/lib/checks/run-checks.ts";
import type { Source } from "#scripts/lib/importers/source.ts";
import { importFolder, importInto, memorySource, notesOf } from "./import-source.ts";

const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

function folder(): string {
	const out = importFolder();
	onTestFinished(() => rmSync(out, { recursive: true }));
	return out;
}

function read(out: string, id: string): string {
	return readFileSync(join(out, `articles/en/${id}.mdx`), "utf8");
}

/** The text below the front matter. */
function body(out: string, id: string): string {
	return read(out, id).replace(/^---[\s\S]*?\n---\n\n/, "");
}

async function converted(
	text: string,
	format: "markdown" | "mdx" | "html" = "markdown",
	rest: Partial<Source> = {},
): Promise<{ text: string; notes: string[] }> {
	const out = folder();
	const report = await importInto(out, memorySource({ "a/page.md": { text, format, title: "The page" } }, {}, rest));
	return { text: existsSync(join(out, "articles/en/a/page.mdx")) ? body(out, "a/page") : "", notes: notesOf(report) };
}

describe("an imported article", () => {
	test("says where it came from, and has no errors", async () => {
		const out = folder();
		await importInto(
			out,
			memorySource({ "guides/first.md": { text: "# First steps\n\nOpen the page and sign in.\n", keywords: ["Start", "start "], updated: "2024-02-03" } }),
		);
		expect(read(out, "guides/first")).toMatchInlineSnapshot(`
			"---
			title: First steps
			summary: Open the page and sign in.
			type: getting-started
			keywords:
			  - Start
			owner: support
			lastReviewed: 2024-02-03
			imported:
			  from: memory
			  path: guides/first.md
			---

			Open the page and sign in.
			"
		`);
		const findings = runChecks(buildContent(readContent(out), "2026-11-21"));
		expect(findings.filter(({ level }) => level === "error")).toEqual([]);
	});

	test("has no heading of the first level, and leaves no level out", async () => {
		const { text } = await converted("# The page\n\n# Part\n\n#### Deep\n\n## Next\n\n###### Deeper\n\n##\n");
		expect(text).toBe("## Part\n\n### Deep\n\n### Next\n\n#### Deeper\n");
	});

	test("keeps braces and angle brackets as words", async () => {
		const { text, notes } = await converted("Set {name} to <value> where 1 < 2, `{a: 1}` and {{ x }}.\n\nimport this\n\n<Your-Name> and <xml>in</xml>\n");
		expect(text).toMatchInlineSnapshot(`
			"Set \\{name} to \\<value> where 1 \\< 2, \`{a: 1}\` and \\{\\{ x }}.

			&#x69;mport this

			and \\<xml>in\\</xml>
			"
		`);
		expect(notes).toMatchInlineSnapshot(`
			[
			  "changed a/page.md:1 <value> is no HTML; it is shown as words",
			  "changed a/page.md:5 <xml> is no HTML; it is shown as words",
			]
		`);
	});

	test("keeps tables that Markdown can say, and the others as HTML", async () => {
		const simple = "<table><tr><th>a</th><th>b</th></tr><tr><td><p>1</p></td><td>x|y</td></tr></table>";
		const complicated = "<table><tr><td rowspan=2>A</td><td><ul><li>one</li></ul></td></tr><tr><td>2</td></tr></table>";
		expect((await converted(simple, "html")).text).toMatchInlineSnapshot(`
			"| a | b    |
			| - | ---- |
			| 1 | x\\|y |
			"
		`);
		expect((await converted(complicated, "html")).text).toMatchInlineSnapshot(`
			"<table>
			  <tbody>
			    <tr>
			      <td rowspan="2">
			        A
			      </td>

			      <td>
			        - one
			      </td>
			    </tr>

			    <tr>
			      <td>
			        2
			      </td>
			    </tr>
			  </tbody>
			</table>
			"
		`);
	});

	test("runs nothing: scripts, handlers and styles go, and are named", async () => {
		const hostile = `<p onclick="x()" style="color:red">Words</p><script>alert(1)</script><style>p{}</style><a href="javascript:alert(1)">link</a><a href="data:text/html,x">data</a><form action="https://evil.example"><input name="q"><button>Send</button></form><object data="x.swf">film</object><img src="x" onerror="alert(1)" alt="Gone"><svg onload="x()"><text>drawn</text></svg>`;
		const { text, notes } = await converted(hostile, "html");
		expect(text).toMatchInlineSnapshot(`
			"Words

			linkdataSendfil&#x6D;_&#x47;on&#x65;_&#x64;rawn
			"
		`);
		expect(notes).toMatchInlineSnapshot(`
			[
			  "person a/page.md:1 a form; only its words were kept",
			  "person a/page.md:1 <object> was left out; its words were kept",
			  "person a/page.md:1 <svg> was left out; its words were kept",
			  "person a/page.md:1 the link javascript:alert(1) cannot be followed from a page; its words were kept",
			  "person a/page.md:1 the link data:text/html,x cannot be followed from a page; its words were kept",
			  "person a/page.md:1 the picture x is not in the import",
			  "changed a/page.md:1 a script was left out",
			]
		`);
	});

	test("keeps code of MDX as text and names what it could not keep", async () => {
		const { text, notes } = await converted(
			`import X from "./x"\nexport const secret = process.env\n\n<X a="1">Inside {1 + 1} {"text"} {/* no */}</X>\n\n<Chart data="x" />\n\n<Tabs title="Both">\n\nWords\n\n</Tabs>\n`,
			"mdx",
		);
		expect(text).toMatchInlineSnapshot(`
			"Inside \`{1 + 1}\` text

			\`<Chart data="x" />\`

			**Both**

			Words
			"
		`);
		expect(notes).toMatchInlineSnapshot(`
			[
			  "person a/page.md:1 code was left out: import X from "./x" export const secret = process.env",
			  "person a/page.md:4 <X> has no counterpart; its words were kept",
			  "person a/page.md:4 code is shown as it was written: {1 + 1}",
			  "person a/page.md:6 <Chart> has no counterpart; it is shown as code",
			  "person a/page.md:8 <Tabs> has no counterpart; its words were kept",
			]
		`);
	});

	test("that is no valid MDX is read as Markdown", async () => {
		const { text, notes } = await converted("<b>bold</i> and {unclosed\n", "mdx");
		expect(text).toContain("**bold");
		expect(notes.join()).toContain("it is no valid MDX");
	});

	test("keeps films of known hosts and links to the others", async () => {
		const { text } = await converted(`<iframe src="//www.youtube.com/embed/abc" title="Tour"></iframe><iframe src="https://films.example/1"></iframe>`, "html");
		expect(text).toMatchInlineSnapshot(`
			"<Video title="Tour" src="https://www.youtube-nocookie.com/embed/abc" />

			[https://films.example/1](https://films.example/1)
			"
		`);
	});

	test("keeps footnotes as numbers and a list", async () => {
		expect((await converted("One[^a] and two[^b].\n\n[^a]: First.\n[^b]: Second.\n")).text).toMatchInlineSnapshot(`
			"One \\[1] and two \\[2].

			\\[1] First.

			\\[2] Second.
			"
		`);
	});
});

describe("links and pictures", () => {
	test("lead to the articles' new addresses; ids that are linked to are kept, others not", async () => {
		const out = folder();
		await importInto(
			out,
			memorySource({ "a/One page.md": '[next](b/two.md#part) [gone](c.md)\n\n<h2 id="unused">Title</h2>\n', "b/two.md": '<a name="part"></a>\n\n## Part\n' }),
		);
		expect(body(out, "a/one-page")).toBe("[next](/b/two/#part) [gone](/c.md)\n\n## Title\n");
		expect(body(out, "b/two")).toContain('<span id="part" />');
	});

	test("pictures come along once, with the ending of what they are; unreadable ones are named", async () => {
		const out = folder();
		const source = memorySource(
			{ "a/one.md": "![Shown](x.jpg) ![](x.jpg) ![Lost](lost.png) ![Broken](bad.png) ![Code](evil.svg)" },
			{
				"x.jpg": png,
				"bad.png": Buffer.from("no picture"),
				"evil.svg": Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><script>alert(1)</script></svg>'),
			},
		);
		const report = await importInto(out, source);
		expect(readdirSync(join(out, "articles/en/a/images"))).toEqual(["x.png"]);
		expect(body(out, "a/one")).toBe("![Shown](./images/x.png) ![](./images/x.png) _Lost_ _Broken_ _Code_\n");
		expect(notesOf(report)).toMatchInlineSnapshot(`
			[
			  "person a/one.md:1 the picture lost.png is not in the import",
			  "person a/one.md:1 the picture bad.png did not come along: it is no picture, or a damaged one",
			  "person a/one.md:1 the picture evil.svg did not come along: the SVG holds code",
			  "person a/one.md:1 1 picture has no alt text",
			]
		`);
	});

	test("files become downloads, except those a browser would run", async () => {
		const out = folder();
		const report = await importInto(
			out,
			memorySource({ "a/one.md": "[prices](p.pdf) [page](x.html)" }, { "p.pdf": Buffer.from("%PDF"), "x.html": Buffer.from("<script>") }),
		);
		expect(body(out, "a/one")).toBe("[prices](/files/a/p.pdf) [page](/x.html)\n");
		expect(existsSync(join(out, "files/a/p.pdf"))).toBe(true);
		expect(notesOf(report)).toEqual(["person a/one.md:1 the link x.html leads to nothing in the import: files of the type .html are not offered for download"]);
	});
});

describe("old addresses", () => {
	test("lead to the article; lists of the source are followed, what leads nowhere is named", async () => {
		const out = folder();
		const report = await importInto(
			out,
			memorySource(
				{ "a/one.md": { text: "x", addresses: ["/A/One page/", "/a/one/", "/api/one"] } },
				{},
				{
					redirects: [
						{ from: "/older", to: "/old", file: "_redirects", line: 1 },
						{ from: "/old", to: "/A/One%20page", file: "_redirects", line: 2 },
						{ from: "/away", to: "https://other.example/", file: "_redirects", line: 3 },
						{ from: "/loop", to: "/loop", file: "_redirects", line: 4 },
						{ from: "/contact/", to: "/A/One%20page", file: "_redirects", line: 5 },
					],
				},
			),
		);
		expect(/redirectFrom:\n((?: {2}- .*\n)+)/.exec(read(out, "a/one"))?.[1]).toBe("  - /A/One%20page\n  - /older\n  - /old\n");
		expect(notesOf(report)).toMatchInlineSnapshot(`
			[
			  "person _redirects:3 /away was redirected to https://other.example/, which is no article of this import",
			  "person _redirects:4 /loop was redirected to /loop, which is no article of this import",
			  "person _redirects:5 the old address /contact/ belongs to the centre itself here; it cannot lead to /a/one/",
			  "person a/one.md:1 the old address /api/one belongs to the centre itself here; it cannot lead to /a/one/",
			]
		`);
	});
});

describe("importing again", () => {
	test("updates what changed in the source and leaves alone what a person has changed here", async () => {
		const out = folder();
		await importInto(
			out,
			memorySource({ "a/same.md": "same", "a/new.md": "old", "a/mine.md": "old", "a/both.md": "old", "a/gone.md": "gone", "a/moved.md": "moved" }),
		);
		writeFileSync(join(out, "articles/en/a/mine.mdx"), `${read(out, "a/mine")}\nMy own words.\n`);
		writeFileSync(join(out, "articles/en/a/both.mdx"), `${read(out, "a/both")}\nMy own words.\n`);
		rmSync(join(out, "articles/en/a/moved.mdx"));
		const report = await importInto(
			out,
			memorySource({ "a/same.md": "same", "a/new.md": "new", "a/mine.md": "old", "a/both.md": "new", "a/moved.md": "moved" }),
		);
		expect(report.outcomes).toEqual({ new: 0, updated: 1, unchanged: 1, kept: 1, conflict: 1, removed: 1 });
		expect(body(out, "a/new")).toBe("new\n");
		expect(body(out, "a/mine")).toContain("My own words.");
		expect(body(out, "a/both")).toContain("My own words.");
		expect(readFileSync(join(out, "import/changed/en/a/both.mdx"), "utf8")).toContain("new\n");
		expect(existsSync(join(out, "articles/en/a/moved.mdx"))).toBe(false);
		expect(existsSync(join(out, "articles/en/a/gone.mdx"))).toBe(true);
		expect(notesOf(report)).toMatchInlineSnapshot(`
			[
			  "person a/both.md:1 changed here and in the source; the source's text lies in import/changed/en/a/both.mdx",
			  "person a/gone.md:1 it is no longer in the source; a/gone was kept",
			  "person a/moved.md:1 a/moved was moved or deleted here; it was not written again",
			]
		`);
	});

	test("changes nothing when nothing changed, on a later day either", async () => {
		const out = folder();
		const source = () => memorySource({ "a/one.md": "![](x.png) words", "b.md": "more" }, { "x.png": png });
		await importInto(out, source());
		const before = read(out, "a/one");
		const { importCentre } = await import("#scripts/lib/importers/import-centre.ts");
		const report = await importCentre(source(), { out, locale: "en", owner: "support", today: "2027-03-01" });
		expect(report.outcomes).toMatchObject({ unchanged: 2, new: 0, updated: 0 });
		expect(read(out, "a/one")).toBe(before);
	});

	test("never overwrites data files and articles of the centre", async () => {
		const out = folder();
		for (const [path, text] of Object.entries({ "data/site.yml": "name: Ours\n", "articles/en/a/one.mdx": "ours" })) {
			mkdirSync(dirname(join(out, path)), { recursive: true });
			writeFileSync(join(out, path), text);
		}
		await importInto(out, memorySource({ "a/one.md": "theirs" }));
		expect(readFileSync(join(out, "data/site.yml"), "utf8")).toBe("name: Ours\n");
		expect(read(out, "a/one")).toBe("ours");
		expect(body(out, "a/one-2")).toBe("theirs\n");
	});

	test("refuses to go on when it no longer knows what it wrote", async () => {
		const out = folder();
		mkdirSync(join(out, "import"));
		writeFileSync(join(out, "import/memory.json"), "{");
		await expect(importInto(out, memorySource({ "a.md": "x" }))).rejects.toThrow(/cannot be read\.\n {2}Why: It tells which articles were imported/);
	});
});

describe("a bad article", () => {
	test.each([
		["is nested too deeply", "<div>".repeat(30_000), "it is nested too deeply"],
		["is nested too deeply in quotes", `${"> ".repeat(4000)}x`, "it is nested too deeply"],
		["is far too long", "word ".repeat(500_000), "the text has 2500000 characters; allowed: 2000000. Split it into articles"],
	])("that %s goes into quarantine with its text, and the rest comes", async (_, text, reason) => {
		const out = folder();
		const report = await importInto(out, memorySource({ "a/bad.md": text, "a/good.md": "good" }));
		expect(report.quarantined.map(({ what }) => what)).toEqual([`${reason}; its text lies in import/quarantine/a/bad.md.txt`]);
		expect(readFileSync(join(out, "import/quarantine/a/bad.md.txt"), "utf8")).toBe(text);
		expect(body(out, "a/good")).toBe("good\n");
	});

	test("that cannot be read is named", async () => {
		const out = folder();
		const report = await importInto(
			out,
			memorySource({ "a/bad.md": { text: "", read: () => Promise.reject(new Error("the file is gone")) } as never, "a/good.md": "good" }),
		);
		expect(notesOf(report)).toEqual(["quarantined a/bad.md:1 the file is gone"]);
	});
});
