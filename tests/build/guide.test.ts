import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parse } from "node-html-parser";
import { describe, expect, it } from "vitest";
import { components } from "#scripts/lib/checks/rules/components.ts";
import { outFolder, root } from "#scripts/lib/paths.ts";

const read = (path: string) => parse(readFileSync(join(outFolder, path), "utf8"));
const chapters = globSync("site/guide/*.mdx", { cwd: root }).map((path) => `writers/${basename(path, ".mdx")}/index.html`);
const pages = ["writers/index.html", ...chapters].map((path) => ({ path, page: read(path) }));

describe("the built writers' guide", () => {
	it("lists every chapter, in an order that its chapters follow", () => {
		const listed = read("writers/index.html")
			.querySelectorAll(".chapters a")
			.map((link) => link.getAttribute("href") ?? "");
		expect(listed.map((href) => `${href.slice(1)}index.html`).sort()).toEqual([...chapters].sort());
		for (const [index, href] of listed.entries()) {
			const page = read(`${href}index.html`);
			expect(page.querySelector(".chapter-ends a[rel=prev]")?.getAttribute("href"), href).toBe(listed[index - 1]);
			expect(page.querySelector(".chapter-ends a[rel=next]")?.getAttribute("href"), href).toBe(listed[index + 1]);
			expect(page.querySelector(".siblings a[aria-current]")?.getAttribute("href")).toBe(href);
		}
	});

	it("is kept out of search engines, and asks for no vote and counts no view", () => {
		for (const { path, page } of pages) {
			expect(page.querySelector("meta[name=robots]")?.getAttribute("content"), path).toBe("noindex");
			expect(page.querySelector("body")?.hasAttribute("data-uncounted"), path).toBe(true);
			expect(page.querySelector("body")?.hasAttribute("data-article"), path).toBe(false);
			expect(page.querySelector("[data-feedback], [data-vote]"), path).toBeNull();
		}
		expect(read("privacy/index.html").querySelector("body")?.hasAttribute("data-uncounted")).toBe(false);
	});

	it("is in no index, manifest, list or feed of the customers", () => {
		const told = globSync(["_site/**/*.json", "search-index/**/*.json", "pagefind/fragment/*", "pagefind/*.json", "**/*.xml", "_redirects"], {
			cwd: outFolder,
		});
		expect(told.filter((path) => path.endsWith(".pf_fragment")).length).toBeGreaterThan(0);
		for (const path of told) {
			const bytes = readFileSync(join(outFolder, path));
			expect((path.endsWith(".pf_fragment") ? gunzipSync(bytes) : bytes).toString("utf8"), path).not.toContain("/writers/");
		}
		for (const path of globSync("**/*.html", { cwd: outFolder }))
			if (!path.startsWith("writers/")) expect(read(path).querySelector("a[href^='/writers/']"), path).toBeNull();
	});

	it("shows each component with its source, and keeps the examples out of the contents", () => {
		const page = read("writers/components/index.html");
		const sources = page.querySelectorAll("[data-example] pre").map((source) => parse(source.innerHTML).textContent);
		for (const name of Object.keys(components))
			expect(
				sources.some((source) => source.includes(`<${name}`)),
				name,
			).toBe(true);
		for (const shown of [".quick-answer", ".before", ".steps .step", ".note", ".tip", ".warning", ".problem .cause", ".problem .solution", ".fails"])
			expect(page.querySelector(`.example-result ${shown}`), shown).not.toBeNull();
		for (const shown of [".faq .question", ".screenshot a[data-zoom] img", ".video [data-video-start]"])
			expect(page.querySelector(`.example-result ${shown}`), shown).not.toBeNull();
		expect(page.querySelectorAll(".contents a[href^='#example-']")).toEqual([]);
		expect(page.querySelectorAll(".contents a[href='#screenshot']")).toHaveLength(1);
	});

	it("leads to no article, since a centre brings its own", () => {
		const allowed = /^(?:\/|\/contact\/|\/writers\/(?:[a-z-]+\/)?(?:#[\w-]+)?|#[\w-]+|https:\/\/player\.vimeo\.com\/\S+|\/_astro\/\S+)$/;
		for (const { path, page } of pages) {
			const hrefs = page.querySelectorAll("main a[href]").map((link) => link.getAttribute("href") ?? "");
			expect(
				hrefs.filter((href) => !allowed.test(href)),
				path,
			).toEqual([]);
			for (const href of hrefs.filter((each) => each.startsWith("/writers/"))) {
				const [target = "", anchor] = href.split("#");
				expect(existsSync(join(outFolder, target, "index.html")), `${path}: ${href}`).toBe(true);
				if (anchor) expect(read(`${target}index.html`).getElementById(anchor), `${path}: ${href}`).not.toBeNull();
			}
		}
	});
});
