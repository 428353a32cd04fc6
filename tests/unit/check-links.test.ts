import { describe, expect, test } from "vitest";
import { findingsWith, reference } from "./check-content.ts";

describe("links, pictures and relations", () => {
	test("a link that leads nowhere names the likely page", () => {
		expect(findingsWith({ "articles/en/data-entry/units.mdx": reference("[a](/data-entry/faqs/)") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:15:1  error  links/page  the link "/data-entry/faqs/" leads nowhere  (did you mean /data-entry/faq/?)
			  Why: A reader in trouble would end on a page that does not exist.
			  Do:  Write /data-entry/faq/, or delete the link.",
			]
		`);
	});

	test("a page moved to another folder is recognised", () => {
		expect(findingsWith({ "articles/en/data-entry/units.mdx": reference("[a](/reporting/gri/)") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:15:1  error  links/page  the link "/reporting/gri/" leads nowhere  (did you mean /reporting/frameworks/gri/?)
			  Why: A reader in trouble would end on a page that does not exist.
			  Do:  Write /reporting/frameworks/gri/, or delete the link.",
			]
		`);
	});

	test("a slash is missing at the end", () => {
		expect(findingsWith({ "articles/en/data-entry/units.mdx": reference("[a](/data-entry/faq#x)") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:15:1  error  links/slash  the link "/data-entry/faq#x" has no slash at the end
			  Why: The page's address ends with one; without it every reader takes a detour.
			  Do:  Write /data-entry/faq/#x",
			]
		`);
	});

	test("of two definitions with one name the first counts, as on the page", () => {
		const found = findingsWith({ "articles/en/data-entry/units.mdx": reference("[a][x]\n\n[x]: /data-entry/faq/\n[x]: /data-entry/faqs/") });
		expect(found.filter((finding) => finding.includes("links/"))).toEqual([]);
	});

	test("a relative link is refused", () => {
		expect(findingsWith({ "articles/en/data-entry/units.mdx": reference("[a](../faq.mdx)") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:15:1  error  links/page  the link "../faq.mdx" is not an address of this site
			  Why: Readers and the search index need the address from the start of the site.
			  Do:  Write it from the start with a slash at both ends, like /data-entry/add-esg-data/.",
			]
		`);
	});

	test("a link to an old address is refused", () => {
		expect(findingsWith({ "articles/en/data-entry/units.mdx": reference("[a](/old-help/)") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:15:1  error  links/page  the link "/old-help/" leads to an old address
			  Why: It works only by a redirect, which costs time and can end.
			  Do:  Write /data-entry/faq/",
			]
		`);
	});

	test("a link to a draft is refused", () => {
		expect(
			findingsWith({
				"articles/en/data-entry/units.mdx": reference("[a](/data-entry/late/)"),
				"articles/en/data-entry/late.mdx": reference("Late", "draft: true").replace("A table", "A late table"),
			}),
		).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:15:1  error  links/page  the link "/data-entry/late/" leads to a draft
			  Why: A draft is not published.
			  Do:  Publish articles/en/data-entry/late.mdx (delete draft: true), or leave the link out.",
			]
		`);
	});

	test("links to fixed pages, categories, other sites and queries are fine", () => {
		expect(
			findingsWith({
				"articles/en/data-entry/units.mdx": reference(
					"[a](/search/?q=x) [b](/data-entry/) [c](https://x.example) [d](mailto:a@x.example) [e](/privacy/) [f](/)",
				),
			}),
		).toEqual([]);
	});

	test("the fixed pages are there in every language", () => {
		const links = ["contact", "search", "privacy", "support-policy"].map((page) => `[a](/de/${page}/)`).join(" ");
		const findings = findingsWith({ "data/locales/de.yml": "name: Deutsch", "articles/en/data-entry/units.mdx": reference(links) });
		expect(findings.filter((finding) => finding.includes("links/"))).toEqual([]);
	});

	test("an anchor that does not exist names the likely one", () => {
		expect(findingsWith({ "articles/en/data-entry/units.mdx": reference("[a](/data-entry/add-a-value/#open-page)") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:15:1  error  links/anchor  articles/en/data-entry/add-a-value.mdx has no place called "#open-page"
			  Why: The link would open the page at its top, and the reader has to search.
			  Do:  Use one of: #quick-answer, #before-you-start, #steps, #open-the-page, #type-the-number, #send-it, #troubleshooting, #the-button-is-grey",
			]
		`);
	});

	test("ids of components, steps, problems, questions and repeated headings exist", () => {
		expect(
			findingsWith({
				"articles/en/data-entry/units.mdx": reference(
					"[a](/data-entry/add-a-value/#quick-answer) [b](/data-entry/add-a-value/#before-you-start) [c](/data-entry/add-a-value/#troubleshooting) [d](/data-entry/add-a-value/#the-button-is-grey) [e](/data-entry/faq/#can-i-correct-a-value) [f](#twice-1)\n\n## Twice\n\n## Twice",
				),
			}),
		).toEqual([]);
	});

	test("a link of the header leads nowhere", () => {
		expect(findingsWith({ "data/site.yml": (text) => text.replace("/contact/", "/kontakt/") })).toMatchInlineSnapshot(`
			[
			  "data/site.yml:6:29  error  links/page  the link "/kontakt/" leads nowhere  (did you mean /contact/?)
			  Why: A reader in trouble would end on a page that does not exist.
			  Do:  Write /contact/, or delete the link.",
			]
		`);
	});

	test("a related article does not exist", () => {
		expect(findingsWith({ "articles/en/data-entry/units.mdx": reference("Hello", "related: [data-entry/fag]") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:7:11  error  related/exists  "related" names data-entry/fag, which does not exist  (did you mean data-entry/faq?)
			  Why: Readers would be sent to a page that is not there.
			  Do:  Write data-entry/faq",
			]
		`);
	});

	test("a related article was moved", () => {
		const changes = {
			"articles/en/data-entry/units.mdx": reference("Hello", "related: [data-entry/old-faq]"),
			"data/redirects.yml": "- { from: /data-entry/old-faq/, to: /data-entry/faq/ }\n",
		};
		expect(findingsWith(changes)).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:7:11  error  related/exists  "related" names data-entry/old-faq, which was moved to data-entry/faq
			  Why: Nothing stands at the old id.
			  Do:  Write data-entry/faq",
			]
		`);
	});

	test("an article is related to itself", () => {
		expect(findingsWith({ "articles/en/data-entry/units.mdx": reference("Hello", "related: [data-entry/units]") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:7:11  error  related/self  "related" names the article itself
			  Why: Readers would be sent to where they are.
			  Do:  Delete the line or name another article.",
			]
		`);
	});

	test("a next step is archived", () => {
		expect(
			findingsWith({
				"articles/en/data-entry/units.mdx": reference("Hello", "nextSteps: [data-entry/faq]"),
				"articles/en/data-entry/faq.mdx": (text) => text.replace("owner:", "archived: true\nowner:"),
			}),
		).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/add-a-value.mdx:8:11  error  related/archived  "related" names data-entry/faq, which is archived
			  Why: An archived article no longer holds.
			  Do:  Name the article that replaced it, or delete the line.",
			  "articles/en/data-entry/faq.mdx:5:1  warning  archived/none  the article is archived and names no successor
			  Why: Readers who come by an old link are told that it no longer holds, and not what does.
			  Do:  Write the id of the article that holds now, like replacedBy: data-entry/add-esg-data.",
			  "articles/en/data-entry/units.mdx:7:13  error  related/archived  "nextSteps" names data-entry/faq, which is archived
			  Why: An archived article no longer holds.
			  Do:  Name the article that replaced it, or delete the line.",
			]
		`);
	});

	test("a prerequisite is a draft", () => {
		expect(
			findingsWith({
				"articles/en/data-entry/units.mdx": reference("Hello", "prerequisites: [data-entry/late]"),
				"articles/en/data-entry/late.mdx": reference("Late", "draft: true").replace("A table", "A late table"),
			}),
		).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:7:17  error  related/draft  "prerequisites" names data-entry/late, which is a draft
			  Why: Readers would be sent to a page that is not there.
			  Do:  Publish articles/en/data-entry/late.mdx first, or delete the line.",
			]
		`);
	});

	test("a picture does not exist", () => {
		expect(findingsWith({ "articles/en/data-entry/units.mdx": reference("![Values](./images/value.svg)") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:15:1  error  images/exists  the picture ./images/value.svg does not exist  (did you mean ./images/values.svg?)
			  Why: One missing picture stops the whole build.
			  Do:  Write ./images/values.svg",
			]
		`);
	});

	test("a picture has no alt text", () => {
		expect(findingsWith({ "articles/en/data-entry/units.mdx": reference("![](./images/values.svg)") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:15:1  error  images/alt  the picture ./images/values.svg has no alt text
			  Why: Readers who cannot see it are told nothing; search finds pictures by it.
			  Do:  Say between the square brackets what the picture shows: ![The Values page with …](…)",
			]
		`);
	});

	test("a picture of another site is refused", () => {
		expect(findingsWith({ "articles/en/data-entry/units.mdx": reference("![Values](https://x.example/a.png)") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:15:1  error  images/remote  the picture https://x.example/a.png comes from another site
			  Why: Every reader's address would be told to that site, and the picture can vanish.
			  Do:  Save it in the images folder beside the article and write ./images/<name>.",
			]
		`);
	});

	test("a download has to be there", () => {
		const files = { "files/data-entry/units.pdf": "%PDF" };
		const link = (name: string) => reference(`Take the [list](/files/data-entry/${name}).`);
		expect(findingsWith({ ...files, "articles/en/data-entry/units.mdx": link("units.pdf") }).filter((text) => text.includes("links/"))).toEqual([]);
		expect(findingsWith({ ...files, "articles/en/data-entry/units.mdx": link("unit.pdf") }).filter((text) => text.includes("links/"))).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:15:10  error  links/file  the file /files/data-entry/unit.pdf does not exist  (did you mean /files/data-entry/units.pdf?)
			  Why: Readers could not download it.
			  Do:  Write /files/data-entry/units.pdf",
			]
		`);
	});
});
