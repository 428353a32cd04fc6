import { describe, expect, it } from "vitest";
import { fixture, folderWith, importFrom } from "./import-json.ts";

const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

function page(title: string, main: string, { crumbs = "", foot = "", metadata = "" } = {}): string {
	return `<html><head><title>Space : ${title}</title></head><body><div id="main-header"><ol id="breadcrumbs"><li><a href="index.html">Space</a></li>${crumbs}</ol>
<h1><span id="title-text"> Space : ${title}</span></h1></div>
<div id="content" class="view"><div class="page-metadata">${metadata}</div>
<div id="main-content" class="wiki-content group">
${main}
</div>
${foot}</div></body></html>`;
}

const index = "<table><tr><th>Key</th><td>SP</td></tr><tr><th>Name</th><td>Space</td></tr></table>";

/** The body of an article that holds only this HTML, and what was said about it. */
async function converted(main: string, { foot = "", files = {} }: { foot?: string; files?: Record<string, unknown> } = {}) {
	const { body, said } = await importFrom("confluence", folderWith({ "index.html": index, "Page_100001.html": page("Page", main, { foot }), ...files }));
	return { mdx: body("en/general/page"), said: said("Page_100001.html") };
}

describe("a Confluence space", () => {
	it("becomes articles, with notes, pictures, links by file, number, title and short link, tasks and attachments", async () => {
		const { text } = await importFrom("confluence", fixture("confluence"));
		expect(text("articles/en/getting-started/overview.mdx")).toMatchInlineSnapshot(`
			"---
			title: Getting started
			summary: Open the page and sign in with {your-name}. Ask a colleague for an account. BETA
			type: getting-started
			owner: unassigned
			lastReviewed: 2024-01-12
			redirectFrom:
			  - /Getting-started_100002.html
			  - /wiki/spaces/HELP/pages/100002/Getting+started
			  - /wiki/spaces/HELP/pages/100002
			  - /display/HELP/Getting+started
			imported:
			  from: confluence
			  path: "100002"
			---

			<span id="Gettingstarted-Signin" />

			## Sign in

			Open the page and sign in with \\{your-name}. Ask a colleague for an account. **BETA**

			![](./images/sign-in-new.png)

			_The missing page_

			<Note>
			  **Before you begin**

			  **Check**

			  You need an **invitation**.
			</Note>

			<Tip>
			  Use a long password.
			</Tip>

			<Warning>
			  Never share it. ✔ 🚀
			</Warning>

			<details>
			  <summary>
			    Why do I see an error?
			  </summary>

			  The session ended.
			</details>

			<span id="Gettingstarted-Yourfirstplan(v2)" />

			### Your first plan (v2)

			- [x] Create a plan
			- [ ] Invite others by <time datetime="2024-02-01">01 Feb 2024</time>

			<Note>
			  **Good to know**

			  Plans are private.
			</Note>

			Next: [prices](/billing-and-plans/overview/#Billing\\&plans-Prices), [invoices](/billing-and-plans/invoices/), [refunds](/billing-and-plans/refunds-30-days/), [codes](/getting-started/error-codes/overview/), [the API](/getting-started/error-codes/api/overview/), [a lost page](/Gone_199999.html) and [the first plan](#Gettingstarted-Yourfirstplan\\(v2\\)).

			### Attachments

			- [Spare picture.png](/files/getting-started/spare-picture.png)
			"
		`);
		expect(text("articles/en/billing-and-plans/overview.mdx")).toMatchInlineSnapshot(`
			"---
			title: Billing & plans
			summary: "Issue: PLAN-7 - Wrong totals Open"
			type: reference
			keywords:
			  - billing
			  - prices
			owner: unassigned
			lastReviewed: 2024-03-03
			redirectFrom:
			  - /Billing---plans_100003.html
			  - /wiki/spaces/HELP/pages/100003/Billing+%26+plans
			  - /wiki/spaces/HELP/pages/100003
			  - /display/HELP/Billing+%26+plans
			imported:
			  from: confluence
			  path: "100003"
			---

			<span id="Billing&plans-Prices" />

			## Prices

			| Plan    | Price       |
			| ------- | ----------- |
			| Starter | €5 \\| month |

			<table>
			  <tbody>
			    <tr>
			      <td rowspan="2">
			        Yearly
			      </td>

			      <td>
			        - 10 % less
			        - one invoice
			      </td>
			    </tr>

			    <tr>
			      <td>
			        paid ahead
			      </td>
			    </tr>
			  </tbody>
			</table>

			[Price list 2024.pdf](/files/billing-and-plans/price-list-2024.pdf)

			- [prices.csv](/files/billing-and-plans/prices.csv)

			Issue: [PLAN-7](https://tracker.example.com/browse/PLAN-7) - Wrong totals **Open**

			\`Error rendering macro 'chart' : no data\`

			First tab
			"
		`);
		expect(text("articles/en/getting-started/error-codes/overview.mdx")).toMatchInlineSnapshot(`
			"---
			title: Error codes
			summary: E300 means too many requests.
			type: troubleshooting
			owner: unassigned
			lastReviewed: 2024-01-12
			redirectFrom:
			  - /Error-codes_100006.html
			  - /wiki/spaces/HELP/pages/100006/Error+codes
			  - /wiki/spaces/HELP/pages/100006
			  - /display/HELP/Error+codes
			imported:
			  from: confluence
			  path: "100006"
			---

			**request.js**

			\`\`\`js
			const plan = { name: "a" };
			if (plan < 3) send(\`\${plan}\`);
			\`\`\`

			\`\`\`
			E100 {quota}
			E200 <token>
			\`\`\`

			<span id="Errorcodes-e300" />E300 means too many requests.
			"
		`);
	});

	it("keeps its tree: pages with pages below them are categories, and the home is none", async () => {
		const { report, text } = await importFrom("confluence", fixture("confluence"));
		expect(report.imported.map(({ article }) => article)).toMatchInlineSnapshot(`
			[
			  "articles/en/general/help-home.mdx",
			  "articles/en/getting-started/overview.mdx",
			  "articles/en/getting-started/error-codes/overview.mdx",
			  "articles/en/getting-started/error-codes/api/overview.mdx",
			  "articles/en/getting-started/error-codes/api/very-deep.mdx",
			  "articles/en/getting-started/error-codes/api/very-deep-deeper.mdx",
			  "articles/en/billing-and-plans/overview.mdx",
			  "articles/en/billing-and-plans/invoices.mdx",
			  "articles/en/billing-and-plans/refunds-30-days.mdx",
			  "articles/en/general/unlisted-notes.mdx",
			]
		`);
		expect(text("data/categories.yml")).toMatchInlineSnapshot(`
			"- slug: getting-started
			  title: Getting started
			  summary: Articles about Getting started.
			  children:
			    - slug: error-codes
			      title: Error codes
			      summary: Articles about Error codes.
			      children:
			        - slug: api
			          title: API
			          summary: Articles about API.
			- slug: billing-and-plans
			  title: Billing & plans
			  summary: Articles about Billing & plans.
			- slug: general
			  title: General
			  summary: Articles about General.
			"
		`);
	});

	it("says what somebody has to look at, and what changed", async () => {
		const { said } = await importFrom("confluence", fixture("confluence"));
		expect(said()).toMatchInlineSnapshot(`
			"person HELP/Billing---plans_100003.html:41 the Jira issue PLAN-7 became a link; take it out if readers cannot open it
			person HELP/Billing---plans_100003.html:42 a macro that Confluence could not show: Error rendering macro 'chart' : no data
			person HELP/Billing---plans_100003.html:43 the macro “fancy-tabs” has no counterpart; what it showed was kept
			person HELP/Getting-started_100002.html:1 1 picture has no alt text
			person HELP/Getting-started_100002.html:38 the name of a person became “a colleague”; write a role or a team in its place
			person HELP/Getting-started_100002.html:40 the picture attachments/100002/299999.png is not in the import
			person HELP/Getting-started_100002.html:51 the link Gone_199999.html leads to nothing in the import
			person HELP/Getting-started_100002.html:66 its comments were left out: they hold names and opinions of people
			person HELP/Invoices_100004.html:39 a diagram became a picture; it can be changed only where it was drawn
			person HELP/Lost_100010.html:1 the index lists this page, but it is not in the export
			person the export:1 old addresses like /pages/viewpage.action?pageId=123 differ only after the question mark, which a redirect cannot read; links between the pages were set right
			changed HELP/Billing---plans_100003.html:40 a table of attachments became a list of links
			changed HELP/Deeper_100009.html:1 its address is /getting-started/error-codes/api/very-deep-deeper/; in the source it was /getting-started/error-codes/api/very-deep/deeper/
			changed HELP/Getting-started_100002.html:36 the table of contents was left out; articles have their own
			changed HELP/Getting-started_100002.html:62 1 attachment that its text does not name stands at its end
			changed HELP/Help-Home_100001.html:34 columns stand one below the other
			changed HELP/Help-Home_100001.html:41 a list of people or of their changes was left out
			changed HELP/Help-Home_100001.html:46 a script was left out
			changed the export:1 the names of who wrote and changed pages were left out: they are personal data"
		`);
	});

	it("gives the same text twice", async () => {
		const first = await importFrom("confluence", fixture("confluence"));
		const again = await importFrom("confluence", fixture("confluence"), { out: first.out });
		expect(again.report.outcomes).toMatchObject({ new: 0, unchanged: 10 });
	});

	it("finds the page above in the breadcrumbs where the index has no tree", async () => {
		const { report } = await importFrom(
			"confluence",
			folderWith({
				"index.html": index,
				"Top_100001.html": page("Top", "<p>Top.</p>"),
				"Other_100002.html": page("Other", "<p>Other.</p>"),
				"Below_100003.html": page("Below", "<p>Below.</p>", { crumbs: '<li><a href="Top_100001.html">Top</a></li>' }),
			}),
		);
		expect(report.imported.map(({ article }) => article).sort()).toEqual([
			"articles/en/general/other.mdx",
			"articles/en/top/below.mdx",
			"articles/en/top/overview.mdx",
		]);
	});

	it("puts each of several spaces into a category of its own", async () => {
		const { report } = await importFrom(
			"confluence",
			folderWith({
				"A/index.html": index,
				"A/One_100001.html": page("One", "<p>One.</p>"),
				"B/index.html": index.replace("Space", "Second"),
				"B/Two_100002.html": page("Two", "<p>Two.</p>").replaceAll("Space :", "Second :"),
			}),
		);
		expect(report.imported.map(({ article }) => article)).toEqual(["articles/en/space/one.mdx", "articles/en/second/two.mdx"]);
	});

	it("lets pages that lie in each other lie at the top", async () => {
		const { report } = await importFrom(
			"confluence",
			folderWith({
				"index.html": index,
				"A_100001.html": page("A", "<p>A.</p>", { crumbs: '<li><a href="B_100002.html">B</a></li>' }),
				"B_100002.html": page("B", "<p>B.</p>", { crumbs: '<li><a href="A_100001.html">A</a></li>' }),
			}),
		);
		expect(report.imported.length).toBe(2);
	});

	it.each([
		["on Jan 12, 2024", "2024-01-12"],
		["on 12 February 2024", "2024-02-12"],
		["on 2024-03-09", "2024-03-09"],
		["on 31.12.2023", "2023-12-31"],
		["on 31.02.2023", "2026-01-02"],
		["on 03/04/2024", "2026-01-02"],
	])("reads the day of the last change: %s", async (written, day) => {
		const { text } = await importFrom(
			"confluence",
			folderWith({ "index.html": index, "Page_100001.html": page("Page", "<p>Words.</p>", { metadata: `Created by A, last modified by B ${written}` }) }),
		);
		expect(text("articles/en/general/page.mdx")).toContain(`lastReviewed: ${day}\n`);
	});
});

describe("a page of Confluence", () => {
	it("keeps boxes in boxes, and code in both", async () => {
		const { mdx } =
			await converted(`<div class="panel"><div class="panelHeader"><b>Outer</b></div><div class="panelContent"><div class="confluence-information-macro confluence-information-macro-note"><div class="confluence-information-macro-body"><p>Inner.</p>
<div class="code panel pdl"><div class="codeContent panelContent pdl"><pre class="syntaxhighlighter-pre" data-syntaxhighlighter-params="brush: c#; gutter: false">var a = {b};</pre></div></div></div></div></div></div>`);
		expect(mdx).toMatchInlineSnapshot(`
			"<Note>
			  **Outer**

			  <Note>
			    Inner.

			    \`\`\`csharp
			    var a = {b};
			    \`\`\`
			  </Note>
			</Note>
			"
		`);
	});

	it("shows the picture in full, and gives it no description that is only its file's name", async () => {
		const { mdx, said } = await converted(
			'<p><img class="confluence-embedded-image" alt="a.png" data-linked-resource-default-alias="a.png" src="attachments/thumbnails/100001/5.png" data-image-src="attachments/100001/5.png?version=1&amp;api=v2"></p>',
			{
				foot: '<div class="pageSection group"><h2 id="attachments">Attachments:</h2><a href="attachments/100001/5.png">My drawing.png</a></div>',
				files: { "attachments/100001/5.png": png },
			},
		);
		expect(mdx).toBe("![](./images/my-drawing.png)\n");
		expect(said).toBe("person Page_100001.html:1 1 picture has no alt text");
	});

	it("finds attachments by their address on the server, and never outside the export", async () => {
		const { mdx, said } = await converted(
			'<p><a href="https://wiki.example.com/download/attachments/100001/Price+list.csv?version=2">Prices</a> <a href="attachments/../../etc/passwd">no</a></p>',
			{
				foot: '<div class="pageSection group"><a href="attachments/100001/6.csv">Price list.csv</a></div>',
				files: { "attachments/100001/6.csv": "a,b\n" },
			},
		);
		expect(mdx).toContain("[Prices](/files/general/price-list.csv)");
		expect(said).toContain("the link attachments/../../etc/passwd leads to nothing in the import");
	});

	it("names nobody", async () => {
		const { mdx, said } = await converted(
			'<p>Ask <a class="confluence-userlink" data-username="kim" href="/display/~kim">Kim Example</a>.</p><div class="recently-updated"><p>Kim Example</p></div>',
		);
		expect(mdx).toBe("Ask a colleague.\n");
		expect(said).toMatchInlineSnapshot(`
			"person Page_100001.html:5 the name of a person became “a colleague”; write a role or a team in its place
			changed Page_100001.html:5 a list of people or of their changes was left out"
		`);
	});

	it("without a marked text comes along as a whole", async () => {
		const { body, said } = await importFrom(
			"confluence",
			folderWith({ "index.html": index, "Odd_100001.html": "<html><body><p>Only words {here}.</p></body></html>" }),
		);
		expect(body("en/general/odd")).toBe("Only words \\{here}.\n");
		expect(said("Odd")).toContain("person Odd_100001.html:1 it has no part that is marked as its text; the whole page was kept");
	});

	it("is left out alone when it is nested too deeply", async () => {
		const { report } = await importFrom(
			"confluence",
			folderWith({ "index.html": index, "Deep_100001.html": page("Deep", "<div>".repeat(30_000)), "Fine_100002.html": page("Fine", "<p>Fine.</p>") }),
		);
		expect(report.imported.map(({ article }) => article)).toEqual(["articles/en/general/fine.mdx"]);
		expect(report.quarantined.map(({ what }) => what.split(";")[0])).toEqual(["it is nested too deeply"]);
	});
});

describe("what is no HTML export of Confluence", () => {
	it.each([
		["an XML export", { "entities.xml": "<x/>" }, "is an XML export of Confluence, which only Confluence can read."],
		["anything else", { "a.txt": "x" }, "is no HTML export of a Confluence space: it has no index.html."],
	])("is refused in words: %s", async (_, files, message) => {
		await expect(importFrom("confluence", folderWith(files))).rejects.toThrow(message);
	});
});

describe("addresses of a Confluence site", () => {
	it("lead to articles, to the first page of a space, the home page and the search", async () => {
		const links = [
			"/display/SP/Page",
			"https://wiki.example.com/display/SP/Second+page",
			"/pages/viewpage.action?pageId=100002",
			"https://example.atlassian.net/wiki/spaces/SP/pages/100002/Old+title",
			"/display/SP",
			"https://example.atlassian.net/wiki/spaces/SP/overview",
			"https://example.atlassian.net/wiki/home",
			"/dosearchsite.action?queryString=late+invoice",
			"https://example.atlassian.net/wiki/search?text=late%20invoice",
			"https://shop.example.com/search?text=late",
			"https://wiki.example.com/display/OTHER",
		];
		const files = {
			"index.html": `${index}<ul><li><a href="Start_100009.html">Start</a></li><li><a href="Page_100001.html">Page</a></li></ul>`,
			"Start_100009.html": page("Start", "<p>Welcome.</p>"),
			"Second-page_100002.html": page("Second page", "<p>Words.</p>"),
		};
		const { mdx } = await converted(links.map((link) => `<p><a href="${link}">x</a></p>`).join(""), { files });
		expect(mdx.match(/\]\(.*\)/g)?.map((link) => link.slice(2, -1))).toEqual([
			"/general/page/",
			"/general/second-page/",
			"/general/second-page/",
			"/general/second-page/",
			"/general/start/",
			"/general/start/",
			"/",
			"/search/?q=late%20invoice",
			"/search/?q=late%20invoice",
			"https://shop.example.com/search?text=late",
			"https://wiki.example.com/display/OTHER",
		]);
	});

	it("of a space redirect to its first page", async () => {
		const { text } = await importFrom("confluence", fixture("confluence"));
		expect(text("articles/en/general/help-home.mdx")).toContain("  - /wiki/spaces/HELP/overview\n  - /wiki/spaces/HELP\n  - /display/HELP\n");
	});
});
