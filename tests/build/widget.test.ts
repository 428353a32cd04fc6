import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { manifestPath, siteManifestSchema } from "#contract/site-manifest.ts";
import { outFolder } from "#scripts/lib/paths.ts";
import type { ContentNode, WidgetArticle, WidgetConfig } from "#site/widget/config.ts";
import { allowedAttributes, allowedTags } from "#site/widget/content-policy.ts";

const read = (path: string) => readFileSync(join(outFolder, path), "utf8");
const readJson = (path: string): unknown => JSON.parse(read(path));
const { locales, defaultLocale, articles, widgetOrigins } = siteManifestSchema.parse(readJson(manifestPath));
const headers = read("_headers");
/** The headers that are set for one address; the host heeds the last block of those with the same one. */
const headersOf = (address: string) =>
	headers
		.split(`\n${address}\n`)
		.slice(1)
		.map((rest) => rest.split("\n\n")[0] ?? "");
const code = globSync("_widget/code/*.js", { cwd: outFolder });

describe("the widget's script", () => {
	it("weighs at most 15 kB before somebody opens it, with the data that marks need", () => {
		const weights = ["widget.js", "_widget/en.json"].map((file) => brotliCompressSync(read(file)).length);
		expect(weights[0]).toBeLessThan(6_000);
		expect(weights[0] ?? Infinity).toBeLessThan(15_000 - (weights[1] ?? Infinity));
	});

	it("is one classic script", () => {
		expect(read("widget.js")).toMatch(/^\(function\(\)\{/);
		expect(read("widget.js")).not.toMatch(/\bimport\.meta\b|__WIDGET__/);
	});

	it("does nothing that a strict content policy of the page would refuse, and keeps nothing in the browser", () => {
		for (const file of ["widget.js", ...code]) {
			expect([
				file,
				read(file).match(
					/\beval\(|new Function\(|\.innerHTML\s*=|outerHTML\s*=|insertAdjacentHTML|document\.write|setAttribute\(["'`]style|document\.cookie|localStorage|sessionStorage|indexedDB|modulepreload/g,
				),
			]).toEqual([file, null]);
		}
	});

	it("leaves light and dark to the browser, so that both halves of a pair follow the same choice", () => {
		const all = ["widget.js", ...code].map(read).join("\n");
		expect(all).toContain("--tz-page:light-dark(");
		expect(all).not.toContain("--lightningcss");
	});

	it("names no address of the page that it stands in, but where it is compared", () => {
		const all = ["widget.js", ...code].map(read).join("\n");
		expect(all).not.toMatch(/location\.(?:href|search)|document\.(?:referrer|title|URL)\b/);
	});
});

describe("what the widget loads", () => {
	it("is there under the name that its data give, from any origin", () => {
		for (const locale of locales) {
			const config = readJson(`_widget/${locale}.json`) as WidgetConfig;
			expect(config.panel).toMatch(/^\/_widget\/code\/panel\.[\w-]+\.js$/);
			expect(existsSync(join(outFolder, config.panel))).toBe(true);
			const links = [...config.start, ...config.pages.flatMap((page) => page.articles), ...Object.values(config.topics).flatMap((topic) => topic.articles)];
			expect(links.length).toBeGreaterThan(10);
			expect(links.filter((link) => !existsSync(join(outFolder, `_widget/${link.locale}/${link.id}.json`)))).toEqual([]);
		}
		for (const address of ["/widget.js", "/_widget/*", "/search-index/*", "/de/search-index/*", "/*.tree.json"]) {
			expect([address, headersOf(address)]).toEqual([address, [expect.stringContaining("Access-Control-Allow-Origin: *")]]);
			expect(headersOf(address)[0]).toContain("Cross-Origin-Resource-Policy: cross-origin");
		}
		expect(headersOf("/_widget/code/*")[0]).toContain("immutable");
		expect(headersOf("/_astro/*.webp")[0]).toContain("Cross-Origin-Resource-Policy: cross-origin");
		expect(headers.match(/Allow-Credentials/)).toBeNull();
	});

	it("holds each article, as elements and attributes of the short list alone", () => {
		for (const [id, { revision, archived }] of Object.entries(articles)) {
			if (archived) continue;
			const article = readJson(`_widget/${defaultLocale}/${id}.json`) as WidgetArticle;
			expect([id, article.revision]).toEqual([id, revision]);
			expect(article.body.length).toBeGreaterThan(0);
			for (const node of article.body) expectAllowed(node);
		}
	});

	it("does not publish which origins the product has", () => {
		expect(widgetOrigins.length).toBeGreaterThan(0);
		for (const file of globSync("_widget/*.json", { cwd: outFolder })) for (const origin of widgetOrigins) expect(read(file)).not.toContain(origin);
	});
});

function expectAllowed(node: ContentNode): void {
	if (typeof node === "string") return;
	const [tag, attributes, ...children] = node;
	expect(allowedTags.has(tag)).toBe(true);
	for (const name of Object.keys(attributes === 0 ? {} : attributes)) expect(allowedAttributes.has(name)).toBe(true);
	for (const child of children) expectAllowed(child);
}
