import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { manifestPath, siteManifestSchema } from "#contract/site-manifest.ts";
import { outFolder } from "#scripts/lib/paths.ts";
import { importsOf, offlinePageOf } from "#site/offline/html.ts";
import { mayKeep } from "#site/offline/requests.ts";
import { fileNames, type IndexRoot } from "#site/search/index-files.ts";

const read = (path: string) => readFileSync(join(outFolder, path), "utf8");
const { locales, defaultLocale } = siteManifestSchema.parse(JSON.parse(read(manifestPath)));
const bases = locales.map((locale) => (locale === defaultLocale ? "" : `/${locale}`));
const headers = read("_headers");
const pages = globSync("**/*.html", { cwd: outFolder });

/** The headers that are set for one address. */
const headersOf = (address: string) => headers.split(`\n${address}\n`)[1]?.split("\n\n")[0] ?? "";

describe("the service worker", () => {
	it("is one small classic script, fetched anew when it changes", () => {
		const script = read("sw.js");
		expect(brotliCompressSync(script).length).toBeLessThan(2200);
		expect(script).toMatch(/^\(function\(\)\{/);
		expect(script).not.toContain("importScripts");
		expect(headersOf("/sw.js")).toBe("  Cache-Control: no-cache");
		expect(headers).toContain("worker-src 'self'");
	});

	it("finds its bar on every page that may be kept, and on no page that never is", () => {
		const wrong = pages.filter((file) => {
			const html = read(file);
			const path = `/${file.replace(/(?:index)?\.html$/, "")}`;
			if (/<meta name="robots" content="noindex"/.test(html)) return offlinePageOf(html) !== undefined && !path.endsWith("/search/");
			return mayKeep(path) && !offlinePageOf(html);
		});
		expect(wrong).toEqual([]);
	});

	it("has a page in every language that says that there is no connection, and a search page to search in", () => {
		for (const base of bases) {
			const html = read(`${base}/offline/index.html`);
			expect(html).toContain("data-read hidden");
			expect(html).toContain("<ul data-read-list>");
			expect(html).toContain('<meta name="robots" content="noindex"');
			expect(offlinePageOf(read(`${base}/search/index.html`))).toBe(`${base}/offline/`);
		}
		expect(read("sitemap-0.xml")).not.toContain("/offline/");
	});

	it("knows every file of each search index", () => {
		for (const base of bases) {
			const root = JSON.parse(read(`${base}/search-index/index.json`)) as IndexRoot;
			const there = globSync("*.json", { cwd: join(outFolder, base, "search-index", root.folder) });
			expect(fileNames(root).sort(), base).toEqual(there.sort());
		}
	});

	it("sees what built scripts load before they run", () => {
		const scripts = globSync("_astro/*.js", { cwd: outFolder });
		const imported = scripts.flatMap((file) => importsOf(read(file)));
		expect(imported.length).toBeGreaterThan(10);
		expect(imported.filter((path) => !existsSync(join(outFolder, path)))).toEqual([]);
		const statements = scripts.flatMap((file) => read(file).match(/\bfrom\s*["'`]/g) ?? []).length;
		expect(imported.length).toBeGreaterThanOrEqual(statements);
	});
});

describe("pages that are made ready in advance", () => {
	const address = /Speculation-Rules: "([^"]+)"/.exec(headers)?.[1] ?? "";
	const rules = JSON.parse(read(address)) as { prerender: { where: { and: { not?: { href_matches?: { pathname: string }[] } }[] } }[] };
	const patterns = (rules.prerender[0]?.where.and ?? []).flatMap(({ not }) => (not?.href_matches ?? []).map(({ pathname }) => new URLPattern({ pathname })));
	const isLeftOut = (path: string) => patterns.some((pattern) => pattern.test({ pathname: path.split("?")[0] ?? "" }));

	it("are told by a file of the right kind, whose name changes with its content", () => {
		expect(address).toMatch(/^\/_astro\/speculation\.[0-9a-f]{8}\.json$/);
		expect(headersOf(address)).toBe("  Content-Type: application/speculationrules+json");
	});

	it("are articles and topics, not what has a fresh key or somebody's own data, and no file", () => {
		for (const path of ["/", "/de/", "/data-entry/", "/de/admin/manage-users/", "/privacy/"]) expect([path, isLeftOut(path)]).toEqual([path, false]);
		for (const path of [
			"/manage",
			"/manage/audit",
			"/api/popular",
			"/status/abc",
			"/vote",
			"/contact/?from=a",
			"/de/contact/",
			"/search/?q=a",
			"/ar/search/",
			"/files/a.pdf",
			"/data-entry.md",
			"/feed.atom",
		])
			expect([path, isLeftOut(path)]).toEqual([path, true]);
	});
});

it("can be put on a home screen, in every language", () => {
	for (const base of bases) {
		const manifest = JSON.parse(read(`${base}/app.webmanifest`)) as { name: string; start_url: string; icons: { src: string }[] };
		expect(manifest).toMatchObject({ start_url: `${base}/`, display: "minimal-ui" });
		expect(existsSync(join(outFolder, manifest.icons[0]?.src ?? "?"))).toBe(true);
		expect(read(`${base}/index.html`)).toContain(`<link rel="manifest" href="${base}/app.webmanifest">`);
	}
});
