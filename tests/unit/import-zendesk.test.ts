import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fixture, folderWith, importFrom } from "./import-json.ts";

const host = "https://orchard.zendesk.com";

function article(id: number, more: Record<string, unknown> = {}) {
	return {
		id,
		title: `Title ${id}`,
		body: "<p>Words of this article.</p>",
		locale: "en-us",
		section_id: null,
		html_url: `${host}/hc/en-us/articles/${id}-Title`,
		...more,
	};
}

/** The body of an article that holds only this HTML. */
async function converted(body: string, files: Record<string, unknown> = {}) {
	const { body: read, said } = await importFrom("zendesk", folderWith({ "articles.json": { articles: [article(100001, { title: "One", body })] }, ...files }));
	const notes = said("#100001")
		.split("\n")
		.filter((line) => !line.includes("it has no section"));
	return { mdx: read("en/general/title"), said: notes.join("\n") };
}

describe("a Zendesk export", () => {
	it("becomes articles, with pictures, links, labels and old addresses", async () => {
		const { text } = await importFrom("zendesk", fixture("zendesk"));
		expect(text("articles/en/trees-tools/pruning/how-do-i-prune-an-apple-tree.mdx")).toMatchInlineSnapshot(`
			"---
			title: How do I prune an apple tree?
			summary: Cut back to a bud that looks outwards.
			type: how-to
			keywords:
			  - pruning
			  - apple, tree
			  - cut
			  - orchard work
			owner: unassigned
			lastReviewed: 2024-06-01
			featured: true
			redirectFrom:
			  - /hc/en-us/articles/360003000001-How-do-I-prune-an-apple-tree
			  - /hc/en-us/articles/360003000001
			imported:
			  from: zendesk
			  path: 360003000001/en-us
			---

			Cut back to a bud that looks **outwards**.

			<Warning>
			  **Sharp**

			  Wear gloves.
			</Warning>

			<Note>
			  Clean the saw with alcohol.
			</Note>

			<span id="h_01HABCDEFGHJKMNPQRSTVWXYZ0" />

			## When

			See [winter care](/trees-tools/pruning/winter/winter-care/#h_01WINTER), [old varieties](/trees-tools/pruning/winter/apples-old-varieties-old-varieties/), [the same on our domain](/trees-tools/pruning/winter/winter-care/), [all about winter](/trees-tools/pruning/winter/), [ask us](/contact/) and [above](#h_01HABCDEFGHJKMNPQRSTVWXYZ0).

			![A cut above a bud](./images/cut-here.png)

			<figure>
			  ![](./images/360004000002-saw.png)

			  <figcaption>
			    The saw
			  </figcaption>
			</figure>

			![From the media library](./images/01hmediamediamediamedia000.png)

			[A picture that is gone](https://orchard.zendesk.com/hc/article_attachments/360004000099/gone.png)

			Download [the plan](/files/trees-tools/pruning/plan.pdf).
			"
		`);
	});

	it("reads tables, code, films and words that look like code", async () => {
		const { body } = await importFrom("zendesk", fixture("zendesk"));
		expect(body("en/trees-tools/pruning/winter/winter-care")).toMatchInlineSnapshot(`
			"<span id="h_01WINTER" />

			## Winter

			Hello \\{\\{dc.company_name}}, use \\{braces} and \`{{dc.kept}}\` when x \\< 3 and write \\<angle>.

			<table>
			  <tbody>
			    <tr>
			      <td colspan="2">
			        Both
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

			| Tool | Price   |
			| ---- | ------- |
			| Saw  | 9 \\| 10 |

			\`\`\`python
			print("{x}")
			\`\`\`

			\`\`\`js
			let a = 1;
			\`\`\`

			<Video title="Film" src="https://www.youtube-nocookie.com/embed/abc123" />

			[https://maps.example.com/embed?x=1](https://maps.example.com/embed?x=1)
			"
		`);
	});

	it("says everything that is not as it was", async () => {
		const { report, said } = await importFrom("zendesk", fixture("zendesk"));
		expect(report.outcomes).toMatchObject({ new: 14 });
		expect(said()).toMatchInlineSnapshot(`
			"quarantined articles-2.json:1 the article 360003000010 is not as the API gives it: title: Invalid input: expected string, received number; it lies in import/quarantine/zendesk-1.json.txt
			quarantined articles-3.json:1 item 2 is cut off or damaged, from byte 828 on; what is whole of the file came along; it lies in import/quarantine/zendesk-2.json.txt
			quarantined lines.jsonl:1 item 2 is cut off or damaged, from byte 728 on; what is whole of the file came along; it lies in import/quarantine/zendesk-3.json.txt
			person articles-1.json#360003000001/en-us:1 1 picture has no alt text
			person articles-1.json#360003000001/en-us:11 the picture https://orchard.zendesk.com/hc/article_attachments/360004000099/gone.png lies on another site and became a link; save it beside the article
			person articles-1.json#360003000002/en-us:1 the placeholder {{dc.company_name}} was kept as it is; write what it stood for
			person articles-1.json#360003000002/en-us:7 an embedded iframe became a link: https://maps.example.com/embed?x=1
			person articles-1.json#360003000006/en-us:1 only some people may read it (Partners); it came as a draft. Publish it only when everybody may read it
			person articles-2.json#360003000008/en-us:1 it has no text; it came as a draft
			person articles-2.json#360003000009/en-us:1 its section 360002000099 is not in the export; it stands in "general"
			person articles-2.json#360003000009/en-us:1 a form; only its words were kept
			person sections/360002000007:1 Lost section lies in categories/360001000099, which is not in the export; it stands at the top
			person settings.json:1 nothing in it is known to the import of zendesk; it was left out
			person single/360003000011.json#360003000011/en-us:1 it is marked as outdated, its original has changed since; look it through
			person translations.json#360003000001/de:1 it is marked as outdated, its original has changed since; look it through
			changed articles-1.json#360003000001/en-us:1 fields that have no counterpart were left out: content_tag_ids: 01GONE
			changed articles-1.json#360003000002/en-us:8 a script was left out
			changed articles-1.json#360003000003/en-us:1 its address is /trees-tools/pruning/winter/apples-old-varieties-old-varieties/; in the source it was /trees-tools/pruning/winter/apples/old-varieties/old-varieties/
			changed articles-2.json#360003000004:1 it is in the export twice (also in articles-1.json); the newest was taken
			changed import/zendesk-votes.json:1 the votes of 1 article have no field in an article; they are kept here, by the article's id
			changed the export:1 not imported, for there is no place for it: comment (2)
			changed the export:1 authors, permission groups and the order of articles have no counterpart; the order of categories is that of the export
			changed translations.json#360003000001/de:1 fields that have no counterpart were left out: content_tag_ids: 01GONE"
		`);
	});

	it("gives each article the path of its category and sections, and no two the same", async () => {
		const { report } = await importFrom("zendesk", fixture("zendesk"));
		expect(report.imported.map(({ file, article: path }) => `${file} → ${path}`).join("\n")).toMatchInlineSnapshot(`
			"articles-1.json#360003000001/en-us → articles/en/trees-tools/pruning/how-do-i-prune-an-apple-tree.mdx
			articles-1.json#360003000002/en-us → articles/en/trees-tools/pruning/winter/winter-care.mdx
			articles-1.json#360003000003/en-us → articles/en/trees-tools/pruning/winter/apples-old-varieties-old-varieties.mdx
			articles-1.json#360003000005/en-us → articles/en/billing/invoices/invoices-360003000005.mdx
			articles-1.json#360003000006/en-us → articles/en/billing/invoices-360002000006/prices-for-partners.mdx
			articles-2.json#360003000007/en-us → articles/en/billing/invoices/not-finished-yet.mdx
			articles-2.json#360003000008/en-us → articles/en/lost-section/nothing-in-it.mdx
			articles-2.json#360003000009/en-us → articles/en/general/rger-uemlaute.mdx
			articles-2.json#360003000004/en-us → articles/en/billing/invoices/invoices.mdx
			articles-3.json#360003000014/en-us → articles/en/billing/invoices/before-the-cut.mdx
			lines.jsonl#360003000012/en-us → articles/en/billing/invoices/by-the-line.mdx
			lines.jsonl#360003000013/en-us → articles/en/billing/invoices/after-a-broken-line.mdx
			single/360003000011.json#360003000011/en-us → articles/en/billing/invoices/one-article-a-file.mdx
			translations.json#360003000001/de → articles/de/trees-tools/pruning/how-do-i-prune-an-apple-tree.mdx"
		`);
	});

	it("leads old addresses of categories and sections to their pages, and names them in the export's order", async () => {
		const { text } = await importFrom("zendesk", fixture("zendesk"));
		expect(text("data/redirects.yml")).toContain(
			"- { from: /hc/en-us/categories/360001000002-Billing, to: /billing/ }\n- { from: /hc/en-us/categories/360001000002, to: /billing/ }\n",
		);
		expect(text("data/redirects.yml")).toContain("- { from: /hc/en-us/sections/360002000004-Old-varieties, to: /trees-tools/pruning/winter/ }\n");
		expect(text("data/categories.yml").match(/^- slug: .*/gm)).toEqual(["- slug: trees-tools", "- slug: billing", "- slug: lost-section", "- slug: general"]);
	});

	it("leaves redirects of categories as a person has changed them", async () => {
		const { out } = await importFrom("zendesk", fixture("zendesk"));
		const file = join(out, "data/redirects.yml");
		const changed = readFileSync(file, "utf8").replace("360001000002, to: /billing/", "360001000002, to: /contact/");
		writeFileSync(file, changed);
		await importFrom("zendesk", fixture("zendesk"), { out, asked: "en" });
		expect(readFileSync(file, "utf8")).toBe(changed);
	});

	it("keeps votes beside the report", async () => {
		const { text } = await importFrom("zendesk", fixture("zendesk"));
		expect(JSON.parse(text("import/zendesk-votes.json"))).toEqual({ 360003000001: { up: 7, down: 2 } });
	});

	it("keeps what is damaged in the quarantine, as it was", async () => {
		const { text } = await importFrom("zendesk", fixture("zendesk"));
		expect(text("import/quarantine/zendesk-1.json.txt")).toContain('"title": 17');
		expect(text("import/quarantine/zendesk-2.json.txt")).toMatch(/<p>Half o$/);
		expect(text("import/quarantine/zendesk-3.json.txt")).toBe('{"id": 5, "title": "cut');
	});

	it("writes the same again, and updates what has changed in the source", async () => {
		const copy = folderWith({});
		for (const name of readdirSync(fixture("zendesk")).filter((file) => /\.jsonl?$/.test(file))) copyFileSync(join(fixture("zendesk"), name), join(copy, name));
		const { out } = await importFrom("zendesk", copy);
		expect((await importFrom("zendesk", copy, { out, asked: "en" })).report.outcomes).toMatchObject({ unchanged: 13, new: 0, updated: 0 });
		const file = join(copy, "lines.jsonl");
		writeFileSync(file, readFileSync(file, "utf8").replace("JSON lines work", "JSON lines still work"));
		expect((await importFrom("zendesk", copy, { out, asked: "en" })).report.outcomes).toMatchObject({ unchanged: 12, updated: 1 });
	});
});

describe("who may read an article of Zendesk", () => {
	it.each([
		["a user segment", { user_segment_id: 7 }],
		["several user segments", { user_segment_id: null, user_segment_ids: [7] }],
		["a draft", { draft: true }],
		["no text", { body: null }],
	])("%s makes it a draft", async (_, more) => {
		const { text } = await importFrom("zendesk", folderWith({ "a.json": { articles: [article(100001, more)] } }));
		expect(text("articles/en/general/title.mdx")).toContain("\ndraft: true\n");
	});

	it("everybody: it is published", async () => {
		const { text } = await importFrom("zendesk", folderWith({ "a.json": { articles: [article(100001, { user_segment_id: null })] } }));
		expect(text("articles/en/general/title.mdx")).not.toContain("draft");
	});

	it("names the segment, without which the number says nothing", async () => {
		const { said } = await importFrom(
			"zendesk",
			folderWith({ "a.json": { articles: [article(100001, { user_segment_id: 7 })], user_segments: [{ id: 7, name: "Agents" }] } }),
		);
		expect(said("draft")).toBe(
			"person a.json#100001/en-us:1 only some people may read it (Agents); it came as a draft. Publish it only when everybody may read it",
		);
	});
});

describe("languages of a Zendesk export", () => {
	const translated = [article(100001), article(100001, { locale: "de", title: "Titel", html_url: `${host}/hc/de/articles/100001-Titel` }), article(100002)];

	it("puts the most frequent one without a prefix and the others beside it, at the same place", async () => {
		const { report } = await importFrom("zendesk", folderWith({ "a.json": { articles: translated } }));
		expect(report.imported.map(({ article: path }) => path)).toEqual([
			"articles/en/general/title.mdx",
			"articles/de/general/title.mdx",
			"articles/en/general/title-100002.mdx",
		]);
	});

	it("takes the one that was asked for", async () => {
		const { report, text } = await importFrom("zendesk", folderWith({ "a.json": { articles: translated } }), { asked: "de" });
		expect(report.imported.map(({ article: path }) => path)).toEqual([
			"articles/en/general/titel.mdx",
			"articles/de/general/titel.mdx",
			"articles/en/general/title.mdx",
		]);
		expect(text("data/site.yml")).toContain("defaultLocale: de\n");
	});

	it("keeps two kinds of English apart", async () => {
		const both = [article(100001), article(100002), article(100002, { locale: "en-gb" })];
		const { report } = await importFrom("zendesk", folderWith({ "a.json": { articles: both } }));
		expect(report.imported.map(({ article: path }) => path)).toEqual([
			"articles/en/general/title.mdx",
			"articles/en/general/title-100002.mdx",
			"articles/en-GB/general/title-100002.mdx",
		]);
	});

	it("reads translations that stand in the article", async () => {
		const nested = article(100001, {
			translations: [
				{ locale: "fr", title: "Titre", body: "<p>Bonjour à tous.</p>", draft: false },
				{ locale: "en-us", title: "Title", body: "<p>Again.</p>" },
			],
		});
		const { body, report } = await importFrom("zendesk", folderWith({ "a.json": { articles: [nested] } }));
		expect(body("fr/general/title")).toBe("Bonjour à tous.\n");
		expect([body("en/general/title"), report.changed.some(({ what }) => what.includes("twice"))]).toEqual(["Words of this article.\n", false]);
	});
});

describe("the packing of a Zendesk export", () => {
	it.each([
		["one article in a file", { "a.json": article(100001) }],
		["one article as the API shows it", { "a.json": { article: article(100001) } }],
		["a list without a name", { "a.json": [article(100001)] }],
		["a list of pages", { "a.json": [{ articles: [article(100001)], next_page: null }] }],
		["an envelope", { "a.json": { data: { articles: [article(100001)] } } }],
		["JSON lines of pages", { "a.ndjson": `${JSON.stringify({ articles: [article(100001)] })}\n\n` }],
		["UTF-16 with a mark", { "a.json": Buffer.from(`\ufeff${JSON.stringify({ articles: [article(100001)] })}`, "utf16le") }],
		["UTF-8 with a mark", { "a.json": `\ufeff${JSON.stringify({ articles: [article(100001)] })}` }],
		["line breaks inside of texts", { "a.json": JSON.stringify(article(100001)).replace("Words of this", "Words of\nthis") }],
	])("%s is understood", async (_, files) => {
		const { body, report } = await importFrom("zendesk", folderWith(files));
		expect([body("en/general/title"), report.quarantined]).toEqual(["Words of this article.\n", []]);
	});

	it("takes a single file", async () => {
		const folder = folderWith({ "a.json": { articles: [article(100001)] }, "b.json": { articles: [article(100002)] } });
		expect((await importFrom("zendesk", join(folder, "a.json"))).report.imported.length).toBe(1);
	});

	it.each([
		["nothing", ""],
		["half a word", '{"artic'],
		["no JSON", "<html>Sign in</html>"],
		["brackets without end", "[".repeat(100_000)],
	])("%s is named, and the other files come", async (_, broken) => {
		const { report, said } = await importFrom("zendesk", folderWith({ "a.json": broken, "b.json": { articles: [article(100001)] } }));
		expect(report.imported.length).toBe(1);
		expect(said("a.json")).not.toBe("");
	});

	it("names an article without an id", async () => {
		const { said } = await importFrom("zendesk", folderWith({ "a.json": { articles: [{ ...article(100001), id: undefined }] } }));
		expect(said("a.json")).toBe("person a.json:1 nothing in it is known to the import of zendesk; it was left out");
	});
});

describe("the HTML of Zendesk's editor", () => {
	it.each([
		["a warning", '<div class="callout callout--warning"><p>Careful.</p></div>', "<Warning>\n  Careful.\n</Warning>\n"],
		["an alert of Bootstrap", '<div class="alert alert-success"><strong>Done.</strong></div>', "<Tip>\n  **Done.**\n</Tip>\n"],
		[
			"a panel with a title",
			'<div class="panel panel-danger"><div class="panel-heading">Stop</div><div class="panel-body">Not this.</div></div>',
			"<Warning>\n  **Stop**\n\n  Not this.\n</Warning>\n",
		],
		["a class that only begins like one", '<p class="note-toolbar">Words.</p>', "Words.\n"],
		["empty paragraphs", "<p>One.</p><p>&nbsp;</p><p><strong>&nbsp;</strong><br></p><p>Two.</p>", "One.\n\nTwo.\n"],
		["bold by style", '<p><span style="font-weight: 700">Bold</span> and <span style="font-style: italic">not</span></p>', "**Bold** and _not_\n"],
		[
			"a first row in bold",
			"<table><tr><td><b>A</b></td><td><p><strong>B</strong></p></td></tr><tr><td>1</td><td>2</td></tr></table>",
			"| A | B |\n| - | - |\n| 1 | 2 |\n",
		],
		[
			"a film of the new editor",
			'<figure class="media"><oembed url="https://player.vimeo.com/video/1"></oembed></figure>',
			'<Video title="Film" src="https://player.vimeo.com/video/1" />\n',
		],
	])("%s", async (_, html, mdx) => {
		expect((await converted(html)).mdx).toBe(mdx);
	});

	it("says what was hidden and what only scripts could show", async () => {
		const { mdx, said } = await converted('<p style="display: none">Secret</p><ul class="tabs-menu"><li>One</li></ul><div class="tab">First</div>');
		expect(mdx).toBe("Secret\n\n- One\n\nFirst\n");
		expect(said).toBe(
			[
				"person articles.json#100001/en-us:1 a text that was hidden is shown: Secret",
				"person articles.json#100001/en-us:1 a tab group has no counterpart; its parts stand one below the other",
			].join("\n"),
		);
	});
});

describe("files of a Zendesk export", () => {
	const picture = readFileSync(join(fixture("zendesk"), "article_attachments/360004000002-saw.png"));

	it.each([
		["<id>/<name>", "attachments/500123/saw.png"],
		["<id>-<name>", "attachments/500123-saw.png"],
		["<id>", "attachments/500123"],
		["<id>.<type>", "500123.png"],
		["<name>", "pictures/saw.png"],
	])("are found as %s", async (_, path) => {
		const { mdx } = await converted(`<p><img src="${host}/hc/article_attachments/500123/saw.png" alt="A saw"></p>`, { [path]: picture });
		expect(mdx).toMatch(/^!\[A saw\]\(\.\/images\/(saw|500123|500123-saw)\.png\)\n$/);
	});

	it("come from the text itself, each once", async () => {
		const source = `data:image/png;base64,${picture.toString("base64")}`;
		const { out, body } = await importFrom(
			"zendesk",
			folderWith({ "a.json": { articles: [article(100001, { body: `<p><img src="${source}" alt="One"></p><p><img src="${source}" alt="Two"></p>` })] } }),
		);
		expect(body("en/general/title")).toMatch(/^!\[One\]\((.*)\)\n\n!\[Two\]\(\1\)\n$/);
		expect(readdirSync(join(out, "articles/en/general/images")).length).toBe(1);
	});

	it("of a text with megabytes of pictures come along too", async () => {
		const { mdx } = await converted(`<p>Words.</p><p><img src="data:image/png;base64,${"A".repeat(3_000_000)}" alt="Broken"></p>`);
		expect(mdx).toBe("Words.\n\n_Broken_\n");
	});

	it("listed below an article are listed in it", async () => {
		const { mdx } = await converted("<p>Words.</p>", {
			"x.json": {
				article_attachments: [{ id: 500124, article_id: 100001, file_name: "a <b>.pdf", content_url: `${host}/hc/article_attachments/500124`, inline: false }],
			},
			"attachments/500124": "%PDF",
		});
		expect(mdx).toBe("Words.\n\n- [a \\<b>.pdf](/files/general/a-b.pdf)\n");
	});

	it("named by no one do not come", async () => {
		const { out } = await importFrom("zendesk", folderWith({ "a.json": { articles: [article(100001)] }, "attachments/500123/saw.png": picture }));
		expect(existsSync(join(out, "articles/en/general/images"))).toBe(false);
	});
});

describe("links of a Zendesk export", () => {
	it("lead by address where it holds no id, as in an export of this centre", async () => {
		const old = "https://help.meadow.example";
		const articles = [
			article(100001, {
				title: "One",
				html_url: `${old}/guides/one/`,
				section_id: 5,
				body: `<p><a href="${old}/guides/two/#when">Two</a> <a href="${old}/guides/">all</a></p>`,
			}),
			article(100002, { title: "Another title", html_url: `${old}/guides/two/`, section_id: 5, body: '<h2 id="when">When</h2><p>Now.</p>' }),
		];
		const sections = [{ id: 5, name: "Guides", html_url: `${old}/guides/`, category_id: null }];
		const { body, text } = await importFrom("zendesk", folderWith({ "help_center.json": { sections, articles } }));
		expect(body("en/guides/one")).toBe("[Two](/guides/two/#when) [all](/guides/)\n");
		expect(text("articles/en/guides/two.mdx")).not.toContain("redirectFrom");
	});
});

describe("addresses of a Zendesk centre that name no article", () => {
	const both = {
		"help_center.json": {
			categories: [{ id: 7001, name: "Trees", locale: "en-us", html_url: `${host}/hc/en-us/categories/7001-Trees` }],
			sections: [{ id: 8001, name: "Pruning", category_id: 7001, locale: "en-us", html_url: `${host}/hc/en-us/sections/8001-Pruning` }],
			translations: [
				{ id: 1, source_id: 8001, source_type: "Section", locale: "de", title: "Schnitt", body: "", html_url: `${host}/hc/de/sections/8001-Schnitt` },
				{
					id: 2,
					source_id: 100001,
					source_type: "Article",
					locale: "de",
					title: "Eins",
					body: "<p>Worte.</p>",
					html_url: `${host}/hc/de/articles/100001-Eins`,
				},
			],
		},
	};

	it("lead to the pages that every centre has", async () => {
		const links = [
			"/hc/en-us",
			`${host}/hc/de/`,
			"/hc",
			`${host}/hc/en-us/requests/new?ticket_form_id=3`,
			"/hc/en-us/search?utf8=%E2%9C%93&query=apple+tree",
			"/hc/search",
			"/hc/de/categories/7001-Baeume",
			`${host}/hc/en-us/sections/8001`,
		];
		const body = links.map((link) => `<p><a href="${link}">x</a></p>`).join("");
		const { text, said } = await importFrom("zendesk", folderWith({ ...both, "a.json": { articles: [article(100001, { body, section_id: 8001 })] } }), {
			asked: "en",
		});
		expect(text("articles/en/trees/pruning/title.mdx").match(/\]\(.*\)/g)).toEqual(
			["/", "/", "/", "/contact/", "/search/?q=apple%20tree", "/search/", "/trees/", "/trees/pruning/"].map((address) => `](${address})`),
		);
		expect(said("old centre")).toBe("");
	});

	it("stay, with a note, where they are another centre's or have no page here", async () => {
		const { mdx, said } = await converted(
			'<p><a href="https://other.zendesk.com/hc/en-us/requests/new">a</a> <a href="https://orchard.zendesk.com/hc/en-us/community/posts">b</a></p>',
		);
		expect(mdx).toBe("[a](https://other.zendesk.com/hc/en-us/requests/new) [b](https://orchard.zendesk.com/hc/en-us/community/posts)\n");
		expect(said.split("\n")).toHaveLength(2);
	});

	it("redirect in every language", async () => {
		const { text } = await importFrom("zendesk", folderWith({ ...both, "a.json": { articles: [article(100001, { section_id: 8001 })] } }), { asked: "en" });
		expect(text("data/redirects.yml")).toMatchInlineSnapshot(`
			"- { from: /hc/en-us/categories/7001-Trees, to: /trees/ }
			- { from: /hc/en-us/categories/7001, to: /trees/ }
			- { from: /hc/de/categories/7001, to: /trees/ }
			- { from: /hc/en-us/sections/8001-Pruning, to: /trees/pruning/ }
			- { from: /hc/en-us/sections/8001, to: /trees/pruning/ }
			- { from: /hc/de/sections/8001-Schnitt, to: /trees/pruning/ }
			- { from: /hc/de/sections/8001, to: /trees/pruning/ }
			- { from: /hc/en-us, to: / }
			- { from: /hc/en-us/requests/new, to: /contact/ }
			- { from: /hc/en-us/search, to: /search/ }
			- { from: /hc/de, to: / }
			- { from: /hc/de/requests/new, to: /contact/ }
			- { from: /hc/de/search, to: /search/ }
			"
		`);
	});
});
