import { describe, expect, it, test } from "vitest";
import { importsOf, listRead, markKept, offlinePageOf, partsOf, titleOf } from "#site/offline/html.ts";
import { trim } from "#site/offline/kept.ts";
import { isKeepable, mayKeep, standInsFor, wayOf } from "#site/offline/requests.ts";
import { fileNames, type IndexRoot } from "#site/search/index-files.ts";

const ours = "https://help.example.com";

function way(path: string, { method = "GET", mode = "no-cors" }: Partial<Pick<Request, "method" | "mode">> = {}) {
	return wayOf({ method, mode, url: new URL(path, ours).href }, ours);
}

describe("a request", () => {
	it("for a page goes to the network first, whatever page it is", () => {
		for (const path of ["/", "/de/", "/data-entry/import/?q=1#steps", "/contact/", "/manage"]) expect(way(path, { mode: "navigate" }), path).toBe("page");
	});

	it("for a file whose name changes with its content is answered by the copy", () => {
		expect(way("/_astro/BaseLayout.Ab12.css")).toBe("asset");
		expect(["/search-index/5d6f/words-1.json", "/de/search-index/5d6f/documents-0.json"].map((path) => way(path))).toEqual(["index", "index"]);
	});

	it("for a file that may change is answered by the network", () => {
		expect(["/search-index/index.json", "/ar/search-index/index.json", "/brand/logo.svg"].map((path) => way(path))).toEqual(["root", "root", "brand"]);
	});

	it("that writes, that leaves the centre or that asks the Worker is left alone", () => {
		expect(way("/contact/", { method: "POST", mode: "navigate" })).toBe("network");
		expect(way("https://elsewhere.example/_astro/a.css")).toBe("network");
		for (const path of ["/api/promise", "/files/plan.pdf", "/pagefind/pagefind.js", "/data-entry/search-index.md", "/feed.atom"])
			expect(way(path), path).toBe("network");
	});
});

describe("what may be kept", () => {
	test.each(["/", "/de/", "/data-entry/import/fix-rejected-rows/", "/privacy/", "/release-notes/2026-10/", "/troubleshooting/status/", "/contacts/"])(
		"%s may",
		(path) => {
			expect(mayKeep(path)).toBe(true);
		},
	);

	test.each([
		"/manage",
		"/manage/audit",
		"/Manage",
		"/manage.html",
		"/api/health",
		"/api/ready",
		"/status/abc",
		"/de/status/abc",
		"/vote",
		"/contact/",
		"/pt-BR/contact/",
		"/search/",
		"/de/search/",
		"/files/a.pdf",
		"/_site/manifest.json",
	])("%s may not", (path) => {
		expect(mayKeep(path)).toBe(false);
	});

	it("is no error, no redirect, and nothing that forbids it", () => {
		const answer = (cacheControl: string, part = {}) => ({ ok: true, redirected: false, headers: new Headers({ "cache-control": cacheControl }), ...part });
		expect(isKeepable(answer("public, max-age=0, must-revalidate"))).toBe(true);
		expect(isKeepable({ ok: true, redirected: false, headers: new Headers() })).toBe(true);
		for (const refused of [answer("no-store"), answer("private, max-age=60"), answer("public", { ok: false }), answer("public", { redirected: true })])
			expect(isKeepable(refused)).toBe(false);
	});

	it("is bounded: the oldest goes first", async () => {
		const names = ["a", "b", "c", "d"];
		const cache = {
			keys: async () => names.map((name) => new Request(`${ours}/${name}`)),
			delete: async (key: RequestInfo | URL) => names.splice(names.indexOf(new URL((key as Request).url).pathname.slice(1)), 1).length > 0,
		};
		await trim(cache, 4);
		expect(names).toEqual(["a", "b", "c", "d"]);
		await trim(cache, 2);
		expect(names).toEqual(["c", "d"]);
	});
});

it("shows a page in the reader's language instead of one that is not kept; the search page, if there is one, for a search", () => {
	expect(standInsFor("/de/admin/users/")).toEqual(["/de/admin/users/", "/de/offline/", "/offline/"]);
	expect(standInsFor("/de/search")).toEqual(["/de/search/", "/de/offline/", "/offline/"]);
	expect(standInsFor("/")).toEqual(["/", "/offline/", "/offline/"]);
});

describe("a page", () => {
	const html = [
		'<html lang="de"><head><meta property="og:title" content="Zeilen &amp; Spalten"><link rel="stylesheet" href="/_astro/a.css"><link rel="manifest" href="/app.webmanifest"></head>',
		'<body><aside class="kept-bar" data-kept-bar="/de/offline/" data-format="de" hidden><p>So sah die Seite am <time></time> aus.</p></aside>',
		'<img src="/brand/logo.svg"><img src="/_astro/b.svg"><a href="/_astro/b.svg">B</a><script src="/_astro/c.js"></script>',
		'<astro-island component-url="/_astro/Box.js" renderer-url="/_astro/client.js"></astro-island><img src="https://elsewhere.example/d.png"></body></html>',
	].join("");

	it("needs its styles, pictures and scripts; the code of its islands only where it is asked for", () => {
		expect(partsOf(html, false)).toEqual(["/_astro/a.css", "/brand/logo.svg", "/_astro/b.svg", "/_astro/c.js"]);
		expect(partsOf(html, true)).toEqual([...partsOf(html, false), "/_astro/Box.js", "/_astro/client.js"]);
	});

	it("needs what its scripts load, before they run and later", () => {
		expect(importsOf('import{t as e}from"./react.C1.js";import"./side.js";export{a}from\'./b.js\';const later=()=>import(`./later.js`);')).toEqual([
			"/_astro/react.C1.js",
			"/_astro/side.js",
			"/_astro/b.js",
			"/_astro/later.js",
		]);
	});
	it("does without what is loaded when somebody uses it", () => {
		expect(importsOf('import"./a.js";const onUse=()=>import("./on-use-box.B0.js");')).toEqual(["/_astro/a.js"]);
	});

	it("says as a copy what it is, and of when, in its language", () => {
		const copy = markKept(html, Date.UTC(2026, 10, 21, 14, 0), "slow");
		expect(copy).toMatch(
			/<aside class="kept-bar" data-kept-bar="\/de\/offline\/" data-why="slow"><p>So sah die Seite am <time>2[12]\. November 2026 um \d\d:00<\/time> aus/,
		);
		expect([offlinePageOf(html), offlinePageOf("<html><body></body></html>")]).toEqual(["/de/offline/", undefined]);
	});

	it("is listed with its title where there is no connection", () => {
		const page = "<section data-read hidden><ul data-read-list></ul></section>";
		expect(listRead(page, [{ path: "/de/zeilen/", title: titleOf(html) }])).toBe(
			'<section data-read><ul data-read-list><li><a dir="auto" href="/de/zeilen/">Zeilen &amp; Spalten</a></li></ul></section>',
		);
		expect(listRead(page, [])).toBe(page);
	});
});

it("knows every file of a search index by its root", () => {
	const root = { size: 9, blockSize: 4, shards: ["", "m"] } as Partial<IndexRoot> as IndexRoot;
	expect(fileNames(root)).toEqual([
		"words-0.json",
		"words-1.json",
		"documents-0.json",
		"documents-1.json",
		"documents-2.json",
		"vocabulary.json",
		"fragments.json",
	]);
});
