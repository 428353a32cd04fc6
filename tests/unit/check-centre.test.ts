import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { reserved } from "#site/lib/reserved-addresses.ts";
import { findingsWith, reference } from "./check-content.ts";

describe("the centre as a whole", () => {
	test("a folder is not a category", () => {
		expect(findingsWith({ "articles/en/data-entri/units.mdx": reference("Hello") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entri/units.mdx:1:1  error  categories/folder  the folder data-entri is not a category  (did you mean data-entry?)
			  Why: Only the categories in data/categories.yml are shown.
			  Do:  Move the article to one of: data-entry, reporting, reporting/frameworks, release-notes; or add the category to data/categories.yml.",
			]
		`);
	});

	test("a folder is too deep", () => {
		expect(findingsWith({ "articles/en/a/b/c/d/units.mdx": reference("Hello") })).toMatchInlineSnapshot(`
			[
			  "articles/en/a/b/c/d/units.mdx:1:1  error  categories/depth  the folder a/b/c/d is 4 levels deep; allowed: 3
			  Why: Nobody finds what lies deeper.
			  Do:  Move the article one or more folders up.",
			]
		`);
	});

	test("an article lies in no category", () => {
		expect(findingsWith({ "articles/en/units.mdx": reference("Hello") })).toMatchInlineSnapshot(`
			[
			  "articles/en/units.mdx:1:1  error  categories/folder  the article is in no category
			  Why: Readers come to an article through its category.
			  Do:  Move it into a folder of articles/en.",
			]
		`);
	});

	test("the field category contradicts the folder", () => {
		expect(findingsWith({ "articles/en/data-entry/units.mdx": reference("Hello", "category: reporting") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:7:11  error  categories/field  "category" is "reporting", but the article is in the folder data-entry
			  Why: The folder is the category and the address.
			  Do:  Delete the line, or move the file.",
			]
		`);
	});

	test("an answered ticket category does not exist", () => {
		expect(findingsWith({ "articles/en/data-entry/units.mdx": reference("Hello", "answers: [data-issue]") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:7:11  error  answers/exists  "answers" names "data-issue", which is not a ticket category; allowed: data-issues, reports-exports  (did you mean "data-issues"?)
			  Why: The coverage figure would not count the article.
			  Do:  Write data-issues",
			]
		`);
	});

	test("two titles differ only in capitals and punctuation", () => {
		expect(findingsWith({ "articles/en/data-entry/units.mdx": reference("Hello").replace("A table of units", "how do I add a value") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:2:1  error  titles/duplicate  the title "how do I add a value" is also the title of articles/en/data-entry/add-a-value.mdx
			  Why: Readers cannot tell the two apart in a list of results.
			  Do:  Say in the title what is different, or make one article of the two.",
			]
		`);
	});

	test("an address belongs to the centre", () => {
		expect(
			findingsWith({ "data/categories.yml": (text) => text.replaceAll("slug: data-entry", "slug: search") }).filter((finding) =>
				finding.includes("addresses/"),
			),
		).toMatchInlineSnapshot(`
			[
			  "data/categories.yml:1:9  error  addresses/clash  the category "search" has an address that the centre uses itself
			  Why: Readers would get the other page.
			  Do:  Choose another slug and rename the folder. Reserved: search, contact, status, manage, api, privacy, support-policy, accessibility, vote, 404, offline, worker-shell, writers, mcp, brand, og, files, pagefind, search-index, _site, _astro, cdn-cgi.",
			]
		`);
	});

	test("an address that only begins with a word of the centre's own is free", () => {
		for (const slug of ["manage-users", "search-tips", "contact-us", "statuses"]) {
			expect(
				findingsWith({ "data/categories.yml": (text) => text.replaceAll("slug: data-entry", `slug: ${slug}`) }).filter((finding) =>
					finding.includes("addresses/"),
				),
				slug,
			).toEqual([]);
		}
	});

	test("every address that the Worker answers first is reserved", () => {
		const first = /^run_worker_first = \[(.*)\]$/m.exec(readFileSync("wrangler.toml", "utf8"))?.[1] ?? "";
		const words = [...first.matchAll(/"\/([a-z_-]+)/g)].map(([, word]) => word ?? "");
		expect(words).toContain("api");
		expect(words.filter((word) => !reserved.includes(word))).toEqual([]);
	});

	test("release notes are a page only where there is such a category", () => {
		const withLink = (text: string) =>
			`${text.replace(/^headerLinks:[\s\S]*?(?=^\S|(?![\s\S]))/m, "")}\nheaderLinks: [{ label: News, href: /release-notes/ }]\n`;
		const withoutCategory = (text: string) => text.replace(/^- slug: release-notes\n(?: .*\n?)*/m, "");
		const about = (findings: string[]) =>
			findings
				.filter((finding) => finding.includes("links/page") && finding.includes("site.yml"))
				.map((finding) => finding.split("\n")[0]?.replace(/^\S+ {2}/, ""));
		expect(about(findingsWith({ "data/site.yml": withLink }))).toEqual([]);
		expect(about(findingsWith({ "data/site.yml": withLink, "data/categories.yml": withoutCategory }))).toEqual([
			expect.stringContaining('the link "/release-notes/" leads nowhere'),
		]);
	});

	test("an article has the address of a category", () => {
		expect(findingsWith({ "articles/en/reporting/frameworks.mdx": reference("Hello") })).toMatchInlineSnapshot(`
			[
			  "articles/en/reporting/frameworks.mdx:1:1  error  addresses/clash  the address /reporting/frameworks/ is also that of a category
			  Why: Two pages cannot have one address.
			  Do:  Rename the file.",
			]
		`);
	});

	test("a file name cannot be an address", () => {
		expect(findingsWith({ "articles/en/data-entry/My Units.mdx": reference("Hello") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/My Units.mdx:1:1  error  addresses/name  the path data-entry/My Units cannot be an address
			  Why: Addresses hold only lower-case letters a–z, digits and single hyphens, so that they can be typed and read aloud.
			  Do:  Rename the file or folder.",
			]
		`);
	});

	test("an article called index would take the place of its category", () => {
		expect(findingsWith({ "articles/en/data-entry/index.mdx": reference("Hello") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/index.mdx:1:1  error  addresses/name  an article cannot be called index
			  Why: Its address would be that of the folder, which is the category's page.
			  Do:  Rename the file to what the article is about.",
			]
		`);
	});

	test("a Markdown file is not read", () => {
		expect(findingsWith({ "articles/en/data-entry/units.md": "Hello" })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.md:1:1  error  addresses/unread  the file is not read
			  Why: Articles are the .mdx files in articles/<locale>/<category>/.
			  Do:  Rename it to .mdx and put it into the folder of a category, or move it out of articles/.",
			]
		`);
	});

	test("a review is overdue", () => {
		expect(findingsWith({ "articles/en/data-entry/units.mdx": reference("Hello").replace("2026-09-14", "2026-05-20") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:6:15  warning  review/overdue  the review was due on 2026-11-20; owner: data-team
			  Why: It was last checked on 2026-05-20 and a review holds 6 months.
			  Do:  Follow every step, correct what has changed, and write today's date in lastReviewed.",
			]
		`);
	});

	test("a review lies in the future", () => {
		expect(findingsWith({ "articles/en/data-entry/units.mdx": reference("Hello").replace("2026-09-14", "2027-05-20") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:6:15  error  review/future  "lastReviewed" is 2027-05-20, which has not come yet
			  Why: Readers see the date as proof that somebody checked every step.
			  Do:  Write the day on which it was checked, at the latest 2026-11-21.",
			]
		`);
	});

	test("a redirect leads nowhere", () => {
		expect(findingsWith({ "data/redirects.yml": (text) => text.replace("/data-entry/faq/", "/data-entry/faqs/") })).toMatchInlineSnapshot(`
			[
			  "data/redirects.yml:1:27  error  redirects/target  /data-entry/faqs/ does not exist  (did you mean /data-entry/faq/?)
			  Why: Readers with an old link would end on a page that is not there.
			  Do:  Write /data-entry/faq/",
			]
		`);
	});

	test("a redirect starts at an existing page", () => {
		expect(findingsWith({ "data/redirects.yml": (text) => text.replace("/old-help/", "/reporting/") })).toMatchInlineSnapshot(`
			[
			  "data/redirects.yml:1:11  error  redirects/source  /reporting/ is an existing page
			  Why: The redirect would never be used, or would hide the page.
			  Do:  Delete the redirect.",
			]
		`);
	});

	test("a redirect leads to a redirect", () => {
		expect(findingsWith({ "data/redirects.yml": "- { from: /a/, to: /b/ }\n- { from: /b/, to: /data-entry/faq/ }\n" })).toMatchInlineSnapshot(`
			[
			  "data/redirects.yml:1:20  error  redirects/chain  /a/ leads to /b/, which is redirected again
			  Why: Each step costs the reader time.
			  Do:  Lead it straight to /data-entry/faq/",
			]
		`);
	});

	test("redirects lead in a circle", () => {
		expect(findingsWith({ "data/redirects.yml": "- { from: /a/, to: /b/ }\n- { from: /b/, to: /a/ }\n" })).toMatchInlineSnapshot(`
			[
			  "data/redirects.yml:1:20  error  redirects/loop  /a/ leads in a circle over /b/
			  Why: The browser gives up and shows an error.
			  Do:  Lead it to an existing page.",
			  "data/redirects.yml:2:20  error  redirects/loop  /b/ leads in a circle over /a/
			  Why: The browser gives up and shows an error.
			  Do:  Lead it to an existing page.",
			]
		`);
	});

	test("an address is redirected twice", () => {
		expect(findingsWith({ "data/redirects.yml": (text) => text.replace("/old-help/", "/add/") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/add-a-value.mdx:10:16  error  redirects/twice  /add/ is redirected twice, to /data-entry/faq/ and to /data-entry/add-a-value/
			  Why: Only the first counts.
			  Do:  Keep one.",
			]
		`);
	});

	test("a search test expects an article that does not exist", () => {
		expect(findingsWith({ "data/search-tests.yml": (text) => text.replace("add-a-value", "add-value") })).toMatchInlineSnapshot(`
			[
			  "data/search-tests.yml:1:35  error  search-tests/article  the search "type a number" expects data-entry/add-value, which is not a published article  (did you mean data-entry/add-a-value?)
			  Why: The test can never pass.
			  Do:  Write data-entry/add-a-value",
			]
		`);
	});

	test("routing names an unknown category", () => {
		expect(findingsWith({ "data/routing.yml": (text) => text.replace("data-issues", "data-issue") })).toMatchInlineSnapshot(`
			[
			  "data/routing.yml:4:3  error  routing/category  "data-issue" is not a ticket category  (did you mean "data-issues"?)
			  Why: The row is never used; such tickets go to the team under otherwise.
			  Do:  Write data-issues",
			]
		`);
	});

	test("a routing rule names an unknown destination", () => {
		expect(findingsWith({ "data/routing.yml": (text) => text.replace("to: [desk]", "to: [desc]") })).toMatchInlineSnapshot(`
			[
			  "data/routing.yml:7:30  error  routing/destination  "desc" is not a destination; known: desk  (did you mean "desk"?)
			  Why: Tickets of these priorities could not be handed over.
			  Do:  Write desk",
			]
		`);
	});

	test("routing names a destination that takes no alerts, or none", () => {
		const zendesk = "  - { id: zen, type: zendesk, urlFrom: A, userFrom: B, secretFrom: C }";
		expect(findingsWith({ "data/routing.yml": (text) => `${text.replace("categories:", `${zendesk}\ncategories:`)}alerts: [desk, zen, desc]\n` }))
			.toMatchInlineSnapshot(`
			[
			  "data/routing.yml:9:16  error  routing/alert  "zen" is not a destination that takes alerts
			  Why: Nobody would be told when a hand-over was given up.
			  Do:  Name a destination of type slack, teams, email, webhook.",
			  "data/routing.yml:9:21  error  routing/alert  "desc" is not a destination that takes alerts  (did you mean "desk"?)
			  Why: Nobody would be told when a hand-over was given up.
			  Do:  Write desk",
			]
		`);
	});

	test("routing names a destination that takes no digest, and a time that is none", () => {
		expect(findingsWith({ "data/routing.yml": (text) => `${text.replace("type: webhook", "type: zendesk, userFrom: A")}digest: [desk]\n` }))
			.toMatchInlineSnapshot(`
			[
			  "data/routing.yml:8:10  error  routing/digest  "desk" is not a destination that takes the weekly digest
			  Why: Nobody would get the weekly digest there.
			  Do:  Name a destination of type slack, teams, email, webhook.",
			]
		`);
		expect(findingsWith({ "data/routing.yml": (text) => `${text}digestAt: { day: Montag, time: 8 }\n` })).toMatchInlineSnapshot(`
			[
			  "data/routing.yml:8:18  error  data/value  "digestAt.day" is "Montag"; allowed: monday, tuesday, wednesday, thursday, friday, saturday, sunday  (did you mean "monday"?)
			  Why: The centre is built from this file; its schema in site/schemas explains every field.
			  Do:  Write "monday".",
			  "data/routing.yml:8:32  error  data/kind  "digestAt.time" is 8, which is a number; allowed: text
			  Why: The centre is built from this file; its schema in site/schemas explains every field.
			  Do:  Correct the value.",
			]
		`);
	});

	test("an incident without a status is refused", () => {
		expect(
			findingsWith({ "data/support.yml": (text) => `${text}incidents:\n  - { id: slow, title: Slow, body: We look, startedAt: "2026-11-20T10:00:00Z" }\n` }),
		).toMatchInlineSnapshot(`
			[
			  "data/support.yml:14:5  error  data/missing  "incidents.status" is missing
			  Why: The centre is built from this file; its schema in site/schemas explains every field.
			  Do:  Add "incidents.status".",
			]
		`);
	});

	test("a missing data file is named", () => {
		expect(findingsWith({ "data/site.yml": null })).toMatchInlineSnapshot(`
			[
			  "data/site.yml:1:1  error  data/absent  the file is missing
			  Why: The centre cannot be built without it.
			  Do:  Copy it from the sample centre and fill in your own values.",
			]
		`);
	});

	test("a misnamed data file is a warning", () => {
		expect(findingsWith({ "data/synonym.yml": "both: []" })).toMatchInlineSnapshot(`
			[
			  "data/synonym.yml:1:1  warning  data/unread  nobody reads this file  (did you mean data/synonyms.yml?)
			  Why: What it says has no effect.
			  Do:  Rename it to data/synonyms.yml",
			]
		`);
	});

	test("a search test that expects an address instead of an id is refused", () => {
		expect(findingsWith({ "data/search-tests.yml": (text) => text.replace("expect: data-entry/add-a-value", "expect: /data-entry/add-a-value/") }))
			.toMatchInlineSnapshot(`
			[
			  "data/search-tests.yml:1:35  error  data/value  "expect" is "/data-entry/add-a-value/"; it must be an article id like \`data-entry/add-esg-data\` (no leading slash, no extension)
			  Why: The centre is built from this file; its schema in site/schemas explains every field.
			  Do:  Correct the value.",
			]
		`);
	});

	test("drafts may lead to each other", () => {
		const late = reference("[a](/data-entry/late/#other-units)", "draft: true");
		expect(findingsWith({ "articles/en/data-entry/late.mdx": late })).toEqual([]);
	});

	test("other locales have their own addresses", () => {
		expect(
			findingsWith({
				"articles/de/data-entry/units.mdx": reference(
					"[a](/de/data-entry/units/#other-units) [b](/data-entry/) [c](/data-entry/faq/)",
					"related: [data-entry/faq]",
				),
			}),
		).toEqual([]);
	});

	test("other locales have a home page, pages of categories, and every article", () => {
		const text = reference("[a](/de/) [b](/de/data-entry/) [c](/de/search/) [d](/de/data-entry/faq/)", "related: [data-entry/faq]");
		expect(findingsWith({ "articles/de/data-entry/units.mdx": text })).toEqual([]);
	});

	test("a redirect may lead to a category of another locale, and to nothing there that does not exist", () => {
		const redirect = (to: string) => ({ "articles/de/data-entry/units.mdx": reference("Text."), "data/redirects.yml": `- { from: /alt/, to: ${to} }\n` });
		expect(findingsWith(redirect("/de/data-entry/"))).toEqual([]);
		expect(findingsWith(redirect("/de/no-such-topic/")).join()).toContain("redirects/target  /de/no-such-topic/ does not exist");
	});
});
