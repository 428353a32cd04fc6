import { describe, expect, it } from "vitest";
import { ogLocale } from "#site/lib/og-locale.ts";
import { openSearch } from "#site/lib/open-search.ts";
import { readPageHead } from "#site/lib/page-head.ts";
import { robotsTxt } from "#site/lib/robots.ts";

describe("the head of a page", () => {
	const canonical = `<link rel="canonical" href="https://help.example.com/a/">`;
	const alternate = `<link rel="alternate" hreflang="de" href="https://help.example.com/de/a/">`;

	it("names the address to keep, and the page in other languages", () => {
		expect(readPageHead(`<html><head>${canonical}${alternate}</head><body></body></html>`)).toEqual({
			canonical: "https://help.example.com/a/",
			alternates: [{ lang: "de", url: "https://help.example.com/de/a/" }],
		});
	});

	it("names none where search engines are asked to leave the page out", () => {
		expect(readPageHead(`<head><meta name="robots" content="noindex">${canonical}</head>`).canonical).toBeNull();
	});

	it("is not what an article shows of HTML", () => {
		expect(readPageHead(`<head></head><body>${canonical}${alternate}</body>`)).toEqual({ canonical: null, alternates: [] });
	});
});

it("closes the manager's pages and leaves a topic whose name begins the same open", () => {
	const rules = robotsTxt(new URL("https://help.example.com/"))
		.split("\n")
		.flatMap((line) => (line.startsWith("Disallow: ") ? line.slice("Disallow: ".length) : []));
	const isClosed = (path: string) => rules.some((rule) => (rule.endsWith("$") ? path === rule.slice(0, -1) : path.startsWith(rule)));
	expect(
		["/manage", "/manage/", "/manage/report", "/manage?week=1", "/status/abc", "/api/search", "/_site/manifest.json"].filter((path) => !isClosed(path)),
	).toEqual([]);
	expect(["/", "/manage-users/", "/status-codes/", "/api-keys/", "/de/manage/"].filter(isClosed)).toEqual([]);
});

it.each([
	["en-GB", "en_GB"],
	["de", "de_DE"],
	["ar", "ar_EG"],
	["zh-Hant", "zh_TW"],
])("says %s as Open Graph does", (format, wanted) => {
	expect(ogLocale(format)).toBe(wanted);
});

describe("the search description", () => {
	const about = { description: "Answers & more.", site: new URL("https://help.example.com/"), base: "/de", locale: "de" };

	it.each([
		["Example Help", "Example Help"],
		["ESG Platform Help", "ESG Platform"],
		["Sixteen letters!", "Sixteen letters!"],
		["Softwarehilfezentrum", "Softwarehilfezen"],
	])("shortens %j to %j", (name, short) => {
		expect(openSearch({ ...about, name })).toContain(`<ShortName>${short}</ShortName>`);
	});

	it("leads to the search of its language, with signs escaped", () => {
		const text = openSearch({ ...about, name: "A & B" });
		expect(text).toContain(`<Url type='text/html' template="https://help.example.com/de/search/?q={searchTerms}"/>`);
		expect(text).toContain("<Description>Answers &amp; more.</Description>");
		expect(text).toContain("<ShortName>A &amp; B</ShortName>");
	});
});
