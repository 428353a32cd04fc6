import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, type HTMLElement } from "node-html-parser";
import { describe, expect, it } from "vitest";
import { manifestPath, siteManifestSchema } from "#contract/site-manifest.ts";
import { outFolder } from "#scripts/lib/paths.ts";
import { readPageHead } from "#site/lib/page-head.ts";
import { all, parseXml, readXml, textIn } from "./read-xml.ts";

const manifest = siteManifestSchema.parse(JSON.parse(readFileSync(join(outFolder, manifestPath), "utf8")));
const site = manifest.url;
const bases = ["", ...manifest.locales.filter((locale) => locale !== manifest.defaultLocale).map((locale) => `/${locale}`)];
const pages = new Map(
	globSync("**/index.html", { cwd: outFolder }).map((file) => [`/${file.slice(0, -"index.html".length)}`, readFileSync(join(outFolder, file), "utf8")]),
);
const page = (path: string): HTMLElement => parse(pages.get(path) ?? "");
const meta = (root: HTMLElement, name: string) =>
	root.querySelectorAll(`meta[property="${name}"], meta[name="${name}"]`).map((element) => element.getAttribute("content"));
const link = (root: HTMLElement, type: string) => root.querySelector(`link[type="${type}"]`)?.getAttribute("href");

describe("the sitemap", () => {
	const maps = all(readXml("sitemap-index.xml"), "sitemap").map((map) => textIn(map, "loc") ?? "");
	const entries = maps.flatMap((map) => all(readXml(map.slice(site.length)), "url"));
	const listed = entries.map((entry) => (textIn(entry, "loc") ?? "").slice(site.length));

	it("lists every page that names itself as the one to keep, and no other", () => {
		const wanted = [...pages]
			.filter(([path, html]) => !/^\/(worker-shell|writers)\//.test(path) && readPageHead(html).canonical === `${site}${path}`)
			.map(([path]) => path);
		expect(listed.toSorted()).toEqual(wanted.toSorted());
	});

	it("has the articles, topics and own pages of every language", () => {
		expect(listed).toEqual(expect.arrayContaining(bases.flatMap((base) => [`${base}/`, `${base}/data-entry/`, `${base}/account-and-billing/billing-faq/`])));
		expect(listed).toEqual(expect.arrayContaining(bases.flatMap((base) => [`${base}/contact/`, `${base}/privacy/`, `${base}/support-policy/`])));
		const published = Object.values(manifest.articles).flatMap(({ url, archived }) => (archived ? [] : [url]));
		expect(published.filter((url) => !listed.includes(url))).toEqual([]);
	});

	it.each(["/worker-shell/", "/de/worker-shell/", "/worker-shell/report/", "/writers/", "/404/", "/de/data-entry/data-validation/"])(
		"leaves out %s",
		(path) => {
			expect(listed).not.toContain(path);
		},
	);

	it("names each page's translations, which name it", () => {
		const links = new Map(
			entries.map((entry) => [textIn(entry, "loc") ?? "", all(entry, "xhtml:link").map(({ attributes }) => [attributes["hreflang"], attributes["href"]])]),
		);
		const home = ["", ...bases.slice(1)].map((base, index) => [manifest.locales[index], `${site}${base}/`]);
		expect(links.get(`${site}/de/`)).toEqual([...home, ["x-default", `${site}/`]]);
		expect(links.get(`${site}/data-entry/data-validation/`)).toEqual([]);
		for (const [address, others] of links) for (const [, other] of others) expect(links.get(other ?? ""), `${address} and ${other}`).toEqual(others);
	});

	it("says when an article changed, as far as the history is there", () => {
		for (const entry of entries) {
			const { pathname } = new URL(textIn(entry, "loc") ?? "");
			const shown = page(pathname).querySelectorAll(".article-footer time");
			const updated = shown.length > 1 ? shown[0]?.getAttribute("datetime") : undefined;
			expect(textIn(entry, "lastmod")?.slice(0, 10), pathname).toBe(updated);
		}
	});
});

describe("robots.txt", () => {
	it("closes what is not for search engines and names the sitemap", () => {
		const lines = readFileSync(join(outFolder, "robots.txt"), "utf8").split("\n");
		for (const path of ["/manage", "/status", "/api", "/_site"]) expect(lines).toEqual(expect.arrayContaining([`Disallow: ${path}$`, `Disallow: ${path}/`]));
		expect(lines).toContain(`Sitemap: ${site}/sitemap-index.xml`);
	});
});

describe.each(bases)("the feed of changes %s/feed.atom", (base) => {
	const feed = readXml(`${base}/feed.atom`);
	const entries = all(feed, "entry");

	it("is an Atom feed with all that it must have", () => {
		expect([feed.name, feed.attributes["xmlns"]]).toEqual(["feed", "http://www.w3.org/2005/Atom"]);
		expect(textIn(feed, "id")).toBe(`${site}${base}/`);
		expect(textIn(feed, "title")).toContain(": ");
		expect(textIn(feed, "updated")).toBe(textIn(entries[0] ?? feed, "updated"));
		expect(all(feed, "author").map((author) => textIn(author, "name"))).toEqual([expect.stringMatching(/\S/)]);
		const links = all(feed, "link").map(({ attributes }) => [attributes["rel"], attributes["href"]]);
		expect(links).toEqual([
			["alternate", `${site}${base}/`],
			["self", `${site}${base}/feed.atom`],
		]);
	});

	it("has up to 30 entries, newest first, each with an id of its own, a title, a day, a summary and a page", () => {
		expect(entries.length).toBeGreaterThanOrEqual(4);
		expect(entries.length).toBeLessThanOrEqual(30);
		const days = entries.map((entry) => textIn(entry, "updated") ?? "");
		expect(days).toEqual(days.toSorted().reverse());
		expect(days.every((day) => /^\d{4}-\d\d-\d\dT00:00:00.000Z$/.test(day))).toBe(true);
		expect(new Set(entries.map((entry) => textIn(entry, "id"))).size).toBe(entries.length);
		for (const entry of entries) {
			expect(textIn(entry, "title")).toMatch(/\S/);
			expect(textIn(entry, "summary")).toMatch(/\S/);
			const href = all(entry, "link")[0]?.attributes["href"] ?? "";
			expect(pages.has(new URL(href).pathname), href).toBe(true);
		}
	});

	it("is named in the head of its language's pages", () => {
		expect(link(page(`${base}/`), "application/atom+xml")).toBe(`${base}/feed.atom`);
	});
});

describe.each(bases)("the search description %s/opensearch.xml", (base) => {
	const description = readXml(`${base}/opensearch.xml`);

	it("names the centre and where its search is", () => {
		expect(description.attributes["xmlns"]).toBe("http://a9.com/-/spec/opensearch/1.1/");
		expect(textIn(description, "ShortName")?.length).toBeGreaterThan(0);
		expect(textIn(description, "ShortName")?.length).toBeLessThanOrEqual(16);
		expect(textIn(description, "Description")).toMatch(/\S/);
		const [html] = all(description, "Url").filter(({ attributes }) => attributes["type"] === "text/html");
		expect(html?.attributes["template"]).toBe(`${site}${base}/search/?q={searchTerms}`);
		expect(pages.has(`${base}/search/`)).toBe(true);
	});

	it("is named in the head of its language's pages", () => {
		expect(link(page(`${base}/data-entry/`), "application/opensearchdescription+xml")).toBe(`${base}/opensearch.xml`);
	});
});

describe("what a shared link shows", () => {
	it("is on every page: a name, a text, a language, a card", () => {
		for (const [path, html] of pages) {
			const root = parse(html);
			for (const name of ["og:title", "og:description", "og:type", "og:site_name", "twitter:card"])
				expect(meta(root, name), `${path} ${name}`).toEqual([expect.stringMatching(/\S/)]);
			expect(meta(root, "og:locale"), path).toEqual([expect.stringMatching(/^[a-z]{2}_[A-Z]{2}$/)]);
		}
	});

	it("is the address to keep, where the page has one", () => {
		for (const [path, html] of pages) {
			const { canonical } = readPageHead(html);
			expect(meta(parse(html), "og:url"), path).toEqual(canonical ? [canonical] : []);
		}
	});

	it("names the languages of a translated article, and the day of its last change", () => {
		const root = page("/de/account-and-billing/billing-faq/");
		expect(meta(root, "og:locale")).toEqual(["de_DE"]);
		expect(meta(root, "og:locale:alternate")).toEqual(["en_GB", "ar_EG", "es_ES"]);
		expect(meta(root, "article:modified_time")).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\d$/)]);
	});

	it("is the original's where an article is not translated", () => {
		const root = page("/de/data-entry/data-validation/");
		expect([meta(root, "og:locale"), meta(root, "og:locale:alternate")]).toEqual([["en_GB"], []]);
		expect([meta(root, "article:modified_time"), link(root, "text/markdown")]).toEqual([[], undefined]);
	});
});

describe("the reader of XML that these tests use", () => {
	it.each(["<a><b></a>", "<a>&nope;</a>", "<a b=c/>", "<a", ""])("refuses %j", (text) => {
		expect(() => parseXml(text)).toThrow();
	});
});

it("still has the feed of release notes, named in the head", () => {
	expect(existsSync(join(outFolder, "release-notes/feed.xml"))).toBe(true);
	expect(link(page("/"), "application/rss+xml")).toBe("/release-notes/feed.xml");
});
