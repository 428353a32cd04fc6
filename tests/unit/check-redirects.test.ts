import { describe, expect, test } from "vitest";
import { oldAnchors, createRedirectTable } from "#site/lib/redirects.ts";
import { findingsWith } from "./check-content.ts";

const list = (...redirects: [string, string][]) => redirects.map(([from, to]) => `- { from: ${JSON.stringify(from)}, to: ${JSON.stringify(to)} }\n`).join("");
const findings = (...redirects: [string, string][]) => findingsWith({ "data/redirects.yml": list(...redirects) });

describe("redirects", () => {
	test("of a place on a page lead to another place on it, or to its top", () => {
		expect(
			findings(
				["/data-entry/faq/#old", "/data-entry/faq/#can-i-correct-a-value"],
				["/data-entry/faq/#older", "/data-entry/faq/"],
				["/questions/", "/data-entry/faq/"],
				["/questions/#oldest", "/data-entry/faq/#can-i-correct-a-value"],
			),
		).toEqual([]);
	});

	test("to another site are refused", () => {
		expect(findings(["/a/", "//evil.example"])).toMatchInlineSnapshot(`
			[
			  "data/redirects.yml:1:22  error  redirects/address  the target "//evil.example" leads to another site
			  Why: It would lead readers away from this site under its name.
			  Do:  Write a path of this site, like /data-entry/add-esg-data/.",
			]
		`);
	});

	test.each([
		["//evil.example/x", "leads to another site"],
		["/\\evil.example", "leads to another site"],
		["/%2Fevil.example", "leads to another site"],
		["/%5cevil.example", "leads to another site"],
		["/%255cevil.example", "leads to another site"],
		["/a\\b", "holds a backslash, which browsers read as a slash"],
		["/data-entry/\u0000faq/", "holds a control character"],
		["/data-entry/faq/#a\u2028", "holds a control character"],
		["/data-entry/faq/%0d%0a", "holds a control character"],
		["/data-entry/ faq/", "holds a space"],
		["/data-entry/100%/", "holds a percent sign that escapes nothing"],
		["/data-entry//faq/", "holds an empty part (//)"],
		["/data-entry/%2e%2e/faq/", "holds a part of dots"],
	])("to %j are refused", (to, problem) => {
		const [finding = ""] = findings(["/a/", to]);
		expect(finding).toContain("error  redirects/address  the target ");
		expect(finding).toContain(problem);
	});

	test("that need a scheme are refused by the schema", () => {
		expect(findings(["/a/", "https://evil.example"])[0]).toContain("data/value");
	});

	test("from an address that nobody can ask for are refused", () => {
		expect(findings(["/a/?page=2", "/data-entry/faq/"])).toMatchInlineSnapshot(`
			[
			  "data/redirects.yml:1:11  error  redirects/address  the old address "/a/?page=2" holds a ?, and old addresses are told apart by what stands before it
			  Why: No reader could ever come by it.
			  Do:  Write a path of this site, like /data-entry/add-esg-data/.",
			]
		`);
	});

	test("from what the Worker answers are refused", () => {
		expect(findings(["/api/old/", "/data-entry/faq/"])).toMatchInlineSnapshot(`
			[
			  "data/redirects.yml:1:11  error  redirects/reserved  /api/old/ begins with /api/, which the centre uses itself
			  Why: What the centre answers there would be lost, or the redirect never be used.
			  Do:  Delete the redirect.",
			]
		`);
	});

	test("from a page are refused, however it is written", () => {
		for (const from of ["/reporting", "/%72eporting/", "/"]) expect(findings([from, "/data-entry/faq/"])[0]).toContain("redirects/source");
	});

	test("from a place that exists are refused", () => {
		expect(findings(["/data-entry/faq/#can-i-correct-a-value", "/data-entry/faq/"])).toMatchInlineSnapshot(`
			[
			  "data/redirects.yml:1:11  error  redirects/source  /data-entry/faq/#can-i-correct-a-value is an existing place
			  Why: The redirect would never be used.
			  Do:  Delete the redirect.",
			]
		`);
	});

	test("that say the same twice are found, with and without slash", () => {
		expect(findings(["/old/", "/data-entry/faq/"], ["/old", "/data-entry/faq/"])).toMatchInlineSnapshot(`
			[
			  "data/redirects.yml:2:11  error  redirects/twice  /old is redirected twice
			  Why: Only the first counts.
			  Do:  Keep one.",
			]
		`);
	});

	test("of a place cannot lead to another page", () => {
		expect(findings(["/data-entry/faq/#old", "/data-entry/add-a-value/"])).toMatchInlineSnapshot(`
			[
			  "data/redirects.yml:1:39  error  redirects/anchor  /data-entry/faq/#old cannot lead to /data-entry/add-a-value/: who opens it comes to /data-entry/faq/
			  Why: What stands after # never reaches a server; only the page itself can lead to another place on it.
			  Do:  Lead it to /data-entry/faq/, or to a place on it.",
			]
		`);
	});

	test("of a place need its page", () => {
		expect(findings(["/gone/#old", "/data-entry/faq/"])).toMatchInlineSnapshot(`
			[
			  "data/redirects.yml:1:11  error  redirects/target  /gone/ is no page, and no redirect leads on from it
			  Why: The place would have no page to be on.
			  Do:  Add a redirect from /gone/, too.",
			]
		`);
	});

	test("lead to a place that exists", () => {
		expect(findings(["/gone/", "/reporting/frameworks/gri/#nowhere"])).toMatchInlineSnapshot(`
			[
			  "data/redirects.yml:1:25  error  redirects/anchor  /reporting/frameworks/gri/ has no place called "#nowhere"
			  Why: Readers would come to the top of the page, and have to search.
			  Do:  Use one of: #quick-answer, #months, #topics, #energy",
			]
		`);
	});

	test("of places do not lead to redirected places", () => {
		expect(findings(["/data-entry/faq/#a", "/data-entry/faq/#b"], ["/data-entry/faq/#b", "/data-entry/faq/"], ["/c/", "/data-entry/faq/#b"]))
			.toMatchInlineSnapshot(`
			[
			  "data/redirects.yml:1:37  error  redirects/chain  /data-entry/faq/#a leads to /data-entry/faq/#b, which is redirected again
			  Why: Each step costs the reader time.
			  Do:  Lead it straight to /data-entry/faq/",
			  "data/redirects.yml:3:22  error  redirects/chain  /c/ leads to /data-entry/faq/#b, which is redirected again
			  Why: Each step costs the reader time.
			  Do:  Lead it straight to /data-entry/faq/",
			]
		`);
	});

	test("of places do not go in a circle", () => {
		expect(findings(["/data-entry/faq/#a", "/data-entry/faq/#b"], ["/data-entry/faq/#b", "/data-entry/faq/#a"])).toMatchInlineSnapshot(`
			[
			  "data/redirects.yml:1:37  error  redirects/loop  /data-entry/faq/#a leads in a circle over /data-entry/faq/#b
			  Why: The browser gives up and shows an error.
			  Do:  Lead it to an existing page.",
			  "data/redirects.yml:2:37  error  redirects/loop  /data-entry/faq/#b leads in a circle over /data-entry/faq/#a
			  Why: The browser gives up and shows an error.
			  Do:  Lead it to an existing page.",
			]
		`);
	});

	test("of a hundred thousand are checked in a moment", () => {
		const table = createRedirectTable(Array.from({ length: 100_000 }, (_, number) => ({ from: `/a/${number}/`, to: `/a/${number + 1}/` })));
		expect(table.follow("/a/0/")).toBe("/a/100000/");
	});
});

describe("links to what was renamed", () => {
	const redirected = { "data/redirects.yml": list(["/questions/", "/data-entry/faq/"], ["/questions/#old", "/data-entry/faq/#can-i-correct-a-value"]) };
	const linked = (url: string) => ({ ...redirected, "articles/en/reporting/first-report.mdx": (text: string) => `${text}\n[a](${url})\n` });

	test("name the new place at the new address", () => {
		expect(findingsWith(linked("/questions/#old"))).toMatchInlineSnapshot(`
			[
			  "articles/en/reporting/first-report.mdx:43:1  error  links/page  the link "/questions/#old" leads to an old address
			  Why: It works only by a redirect, which costs time and can end.
			  Do:  Write /data-entry/faq/#can-i-correct-a-value",
			]
		`);
	});

	test("name the new place on the same page", () => {
		expect(findingsWith(linked("/data-entry/faq/#old"))).toMatchInlineSnapshot(`
			[
			  "articles/en/reporting/first-report.mdx:43:1  error  links/anchor  the link "/data-entry/faq/#old" leads to an old place
			  Why: It works only as long as the page keeps the old name.
			  Do:  Write /data-entry/faq/#can-i-correct-a-value",
			]
		`);
	});
});

describe("the ids that pages keep", () => {
	const kept = (...redirects: [string, string][]) => Object.fromEntries(oldAnchors(createRedirectTable(redirects.map(([from, to]) => ({ from, to })))));

	test("are those of the page that the browser ends on, since it keeps the fragment", () => {
		expect(kept(["/a/", "/b/"], ["/a/#old", "/b/#new"], ["/b/#%C3%BCber", "/b"])).toEqual({
			"/b": [
				{ old: "old", now: "new" },
				{ old: "über", now: "" },
			],
		});
	});

	test("are none where the redirect leads elsewhere, or in a circle", () => {
		expect(kept(["/a/#old", "/b/"], ["/c/", "/d/"], ["/d/", "/c/"], ["/c/#x", "/d/"])).toEqual({});
	});
});
