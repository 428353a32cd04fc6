import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fixture, folderWith, importFrom } from "./import-json.ts";

const app = "https://intercom.help/meadow";

function article(id: number, more: Record<string, unknown> = {}) {
	return {
		type: "article",
		id: String(id),
		title: "Title",
		body: "<p>Words of this article.</p>",
		state: "published",
		url: `${app}/en/articles/${id}-title`,
		...more,
	};
}

async function converted(body: string, more: Record<string, unknown> = {}) {
	const { body: read } = await importFrom("intercom", folderWith({ "a.json": { type: "list", data: [article(7001, { body })] }, ...more }));
	return read("en/general/title");
}

describe("an Intercom export", () => {
	it("becomes articles, with pictures, links, tags and old addresses", async () => {
		const { text } = await importFrom("intercom", fixture("intercom"));
		expect(text("articles/en/meadows/mowing/when-do-i-mow-a-meadow.mdx")).toMatchInlineSnapshot(`
			"---
			title: When do I mow a meadow?
			summary: The two weeks in which cutting harms least.
			type: reference
			keywords:
			  - hay
			owner: unassigned
			lastReviewed: 2024-06-01
			redirectFrom:
			  - /meadow/en/articles/7000001-when-do-i-mow-a-meadow
			  - /meadow/en/articles/7000001
			  - /en/articles/7000001-when-do-i-mow-a-meadow
			  - /en/articles/7000001
			imported:
			  from: intercom
			  path: 7000001/en
			---

			Mow **twice** a year. \\{\\{first_name | fallback:"friend"}}, write \\{braces} and 1 \\< 2.

			<Warning>
			  ⚠️ Look for nests first.
			</Warning>

			<Tip>
			  Dry hay keeps for years.
			</Tip>

			<Note>
			  Ask the neighbours.
			</Note>

			![](./images/hay-stack.png)

			[Not saved](https://downloads.intercomcdn.com/i/o/12345/700999/ffffcd34ef56ab78/gone.png?expires=1800000000\\&signature=ff)

			<span id="h_bb22" />

			## Links

			See [the scythe](/meadows/mowing/by-scythe/the-scythe/#h_cc33), [billing](/account-billing/invoices/), [another company](https://intercom.help/other/en/articles/7000002-x), [all of it](/meadows/mowing/by-scythe/), [an old one](https://intercom.help/meadow/en/articles/7009999-gone) and [here](#h_bb22). [The plan](/files/meadows/mowing/plan.pdf)

			<details>
			  <summary>
			    Why twice?
			  </summary>

			  Flowers need light.

			  And time.
			</details>

			### Related Articles

			- [The scythe](/meadows/mowing/by-scythe/the-scythe/)
			- [Invoices](/account-billing/invoices/)
			"
		`);
	});

	it("reads tables, code, films and buttons", async () => {
		const { body } = await importFrom("intercom", fixture("intercom"));
		expect(body("en/meadows/mowing/by-scythe/the-scythe")).toMatchInlineSnapshot(`
			"<span id="h_cc33" />

			## Sharpening

			| Stone | Grain |
			| ----- | ----- |
			| Fine  | 8000  |

			\`\`\`
			whet --angle=15 {edge}
			\`\`\`

			<Video title="How to whet" src="https://player.vimeo.com/video/1" />

			[Buy a stone](https://shop.example.com/)
			"
		`);
	});

	it("says everything that is not as it was", async () => {
		const { report, said } = await importFrom("intercom", fixture("intercom"));
		expect(report.outcomes).toMatchObject({ new: 8 });
		expect(said()).toMatchInlineSnapshot(`
			"quarantined articles-2.json:1 the article 7000008 is not as the API gives it: body: Invalid input: expected string, received array; it lies in import/quarantine/intercom-1.json.txt
			person articles-1.json#7000001/en:1 the placeholder {{first_name | fallback:"friend"}} was kept as it is; write what it stood for
			person articles-1.json#7000001/en:1 1 picture has no alt text
			person articles-1.json#7000001/en:6 the picture https://downloads.intercomcdn.com/i/o/12345/700999/ffffcd34ef56ab78/gone.png?expires=1800000000&signature=ff lies on another site and became a link; save it beside the article
			person articles-1.json#7000001/en:7 the link https://intercom.help/meadow/en/articles/7009999-gone leads to the old centre, to something that is not in the import
			person articles-2.json#7000006:1 it stands in no collection; it stands in "general"
			person articles-2.json#7000007:1 it has no text; it came as a draft
			person notes.json:1 nothing in it is known to the import of intercom; it was left out
			changed articles-1.json#7000001/de:1 fields that have no counterpart were left out: it stood in account-billing too
			changed articles-1.json#7000001/en:1 fields that have no counterpart were left out: it stood in account-billing too
			changed articles-2.json#7000003:1 it is in the export twice (also in articles-1.json); the newest was taken
			changed articles-2.json#7000006:1 a script was left out
			changed import/intercom-statistics.json:1 the views and reactions of 1 article have no field in an article; they are kept here, by the article's id
			changed the export:1 not imported, for there is no place for it: tag (1)
			changed the export:1 authors and icons have no counterpart; the order of categories is that of the export"
		`);
	});

	it("gives each article the path of its collections, and no two the same", async () => {
		const { report } = await importFrom("intercom", fixture("intercom"));
		expect(report.imported.map(({ file, article: path }) => `${file} → ${path}`).join("\n")).toMatchInlineSnapshot(`
			"articles-1.json#7000001/en → articles/en/meadows/mowing/when-do-i-mow-a-meadow.mdx
			articles-1.json#7000001/de → articles/de/meadows/mowing/when-do-i-mow-a-meadow.mdx
			articles-1.json#7000002 → articles/en/meadows/mowing/by-scythe/the-scythe.mdx
			articles-1.json#7000004 → articles/en/account-billing/invoices-7000004.mdx
			articles-1.json#7000005 → articles/en/account-billing/not-yet.mdx
			articles-2.json#7000006 → articles/en/general/alone.mdx
			articles-2.json#7000007 → articles/en/account-billing/nothing-yet.mdx
			articles-2.json#7000003 → articles/en/account-billing/invoices.mdx"
		`);
	});

	it("leads old addresses of collections to their pages, and names them in the export's order", async () => {
		const { text } = await importFrom("intercom", fixture("intercom"));
		expect(text("data/redirects.yml")).toContain("- { from: /meadow/en/collections/5000003-by-scythe, to: /meadows/mowing/by-scythe/ }\n");
		expect(text("data/redirects.yml")).toContain("- { from: /en/collections/5000003, to: /meadows/mowing/by-scythe/ }\n");
		expect(text("data/categories.yml").match(/^- slug: .*/gm)).toEqual(["- slug: account-billing", "- slug: meadows", "- slug: general"]);
	});

	it("keeps views and reactions beside the report", async () => {
		const { text } = await importFrom("intercom", fixture("intercom"));
		expect(JSON.parse(text("import/intercom-statistics.json"))).toEqual({
			7000001: { views: 120, conversations: 3, reactions: 10, happy_reaction_percentage: 70, neutral_reaction_percentage: 20, sad_reaction_percentage: 10 },
		});
	});

	it("takes the newest of two, and a correction of it at the next import", async () => {
		const { body, out } = await importFrom("intercom", fixture("intercom"));
		expect(body("en/account-billing/invoices")).toBe("The first text, corrected: send the invoice again.\n");
		expect((await importFrom("intercom", fixture("intercom"), { out, asked: "en" })).report.outcomes).toMatchObject({ unchanged: 8, new: 0, updated: 0 });
	});

	it("takes a single file, and pages of one article each", async () => {
		const folder = folderWith({ "one.json": article(7001), "list.json": { type: "list", data: [article(7002), article(7003)] } });
		expect((await importFrom("intercom", join(folder, "list.json"))).report.imported.length).toBe(2);
		expect((await importFrom("intercom", folder)).report.imported.length).toBe(3);
	});

	it("names collections in the language of most articles", async () => {
		const german = (id: number) => article(id, { title: "Titel", url: `${app}/de/articles/${id}-titel`, parent_id: 5001 });
		const collection = {
			type: "collection",
			id: "5001",
			name: "Meadows",
			url: null,
			translated_content: { type: "group", de: { name: "Wiesen", description: "Wie eine Wiese lebt." } },
		};
		const { text } = await importFrom("intercom", folderWith({ "a.json": { data: [german(7001), german(7002), article(7003), collection] } }));
		expect(text("data/categories.yml")).toContain("- slug: wiesen\n  title: Wiesen\n  summary: Wie eine Wiese lebt.\n");
		expect(text("articles/de/wiesen/titel.mdx")).toContain("title: Titel");
	});
});

describe("the HTML of Intercom's editor", () => {
	const callout = (style: string, words: string) => `<div class="intercom-interblocks-callout" style="${style}"><p>${words}</p></div>`;

	it.each([
		["red", callout("background-color: #fed9da80", "Words"), "Warning"],
		["yellow", callout("background-color: rgb(254, 237, 175)", "Words"), "Warning"],
		["green", callout("background-color: #d7efdc80", "Words"), "Tip"],
		["blue", callout("background-color: #e3e7fa80", "Words"), "Note"],
		["grey", callout("background-color: #e8e8e880", "Words"), "Note"],
		["no colour", callout("", "Words"), "Note"],
		["an emoji that says otherwise", callout("background-color: #fed9da80", "💡 Words"), "Tip"],
	])("a box of %s", async (_, html, name) => {
		expect(await converted(html)).toMatch(new RegExp(`^<${name}>\n {2}(💡 )?Words\n</${name}>\n$`));
	});

	it("loses no picture that has expired: it becomes a link to be saved", async () => {
		const html = '<div class="intercom-container"><img src="https://downloads.intercomcdn.com/i/o/1/2/map.png?expires=1&amp;signature=a" alt="A map"></div>';
		expect(await converted(html)).toBe("[A map](https://downloads.intercomcdn.com/i/o/1/2/map.png?expires=1\\&signature=a)\n");
	});

	it("follows links of an own domain and of intercom.help to the same article, none to another company", async () => {
		const own = article(7001, {
			title: "Here",
			url: "https://help.meadow.example/en/articles/7001-here",
			body: `<p><a href="https://help.meadow.example/en/articles/7002">One</a> <a href="https://other.example/en/articles/7002">Two</a></p>`,
		});
		const { body } = await importFrom("intercom", folderWith({ "a.json": { data: [own, article(7002)] } }));
		expect(body("en/general/here")).toBe("[One](/general/title/) [Two](https://other.example/en/articles/7002)\n");
	});
});

describe("addresses of an Intercom centre that name no article", () => {
	it("lead to the home page, the search and collections; others of its host stay", async () => {
		const links = [`${app}/en/`, app, `${app}/en/?q=apple+tree`, `${app}/de/collections/5001-wiesen`, `${app}/en/privacy`, "https://intercom.help/orchard/en/"];
		const collection = { type: "collection", id: "5001", name: "Meadows", url: `${app}/en/collections/5001-meadows`, order: 0 };
		const body = await converted(links.map((link) => `<p><a href="${link}">x</a></p>`).join(""), {
			"b.json": { data: [collection, article(7002, { parent_id: 5001, url: `${app}/de/articles/7002-titel` })] },
		});
		expect(body.match(/\]\(.*\)/g)).toEqual(
			["/", "/", "/search/?q=apple%20tree", "/meadows/", `${app}/en/privacy`, "https://intercom.help/orchard/en/"].map((address) => `](${address})`),
		);
	});

	it("redirect in every language", async () => {
		const collection = { type: "collection", id: "5001", name: "Meadows", url: `${app}/en/collections/5001-meadows`, order: 0 };
		const german = { title: "Titel", body: "<p>Worte.</p>", state: "published", url: `${app}/de/articles/7001-titel` };
		const { text } = await importFrom(
			"intercom",
			folderWith({ "a.json": { data: [article(7001, { parent_id: 5001, default_locale: "en", translated_content: { de: german } }), collection] } }),
		);
		expect(text("data/redirects.yml")).toMatchInlineSnapshot(`
			"- { from: /meadow/en/collections/5001-meadows, to: /meadows/ }
			- { from: /meadow/en/collections/5001, to: /meadows/ }
			- { from: /en/collections/5001-meadows, to: /meadows/ }
			- { from: /en/collections/5001, to: /meadows/ }
			- { from: /meadow/de/collections/5001, to: /meadows/ }
			- { from: /de/collections/5001, to: /meadows/ }
			- { from: /meadow/en, to: / }
			- { from: /meadow, to: / }
			- { from: /meadow/de, to: / }
			- { from: /de, to: / }
			"
		`);
	});
});
