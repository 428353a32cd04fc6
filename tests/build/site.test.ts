import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, type HTMLElement } from "node-html-parser";
import { describe, expect, it } from "vitest";
import { outFolder } from "#scripts/lib/paths.ts";
import { siteManifestSchema } from "#contract/site-manifest.ts";

const pages = globSync("**/*.html", { cwd: outFolder }).map((file) => ({ file, root: parse(readFileSync(join(outFolder, file), "utf8")) }));
function page(file: string): HTMLElement {
	const found = pages.find((candidate) => candidate.file === file);
	if (!found) throw new Error(`${file} was not built`);
	return found.root;
}
const manifest = siteManifestSchema.parse(JSON.parse(readFileSync(join(outFolder, "_site/manifest.json"), "utf8")));
const articles = Object.entries(manifest.articles);
/** A file's path without the folder of its language. */
const withoutLanguage = (file: string) => file.replace(new RegExp(`^(?:${manifest.locales.join("|")})/`), "");

/** Pages that are not articles and not the Worker's own. */
const leadsTo = (href: string) =>
	existsSync(join(outFolder, href)) || existsSync(join(outFolder, href, "index.html")) || href === "/status" || href === "/manage";

describe("the built site", () => {
	it("has a page for every article, with its template parts", () => {
		expect(articles.length).toBeGreaterThanOrEqual(45);
		for (const [id, { url, type }] of articles) {
			const root = page(`${url.slice(1)}index.html`);
			expect(root.querySelectorAll("h1"), id).toHaveLength(1);
			expect(root.querySelector(".breadcrumbs"), id).not.toBeNull();
			expect(root.querySelector("[data-vote]"), id).not.toBeNull();
			expect(root.querySelector("#still-need-help"), id).not.toBeNull();
			if (!["faq", "release-notes"].includes(type)) expect(root.querySelector("[data-quick-answer]"), id).not.toBeNull();
		}
	});

	it("holds all seven content types, four release notes and a FAQ", () => {
		const types = articles.map(([, { type }]) => type);
		expect(new Set(types)).toEqual(new Set(["getting-started", "how-to", "troubleshooting", "reference", "faq", "release-notes", "best-practices"]));
		expect(types.filter((type) => type === "release-notes").length).toBeGreaterThanOrEqual(4);
	});

	it("ties the vote to the revision that the Worker knows", () => {
		for (const [id, { url, revision }] of articles)
			expect(
				page(`${url.slice(1)}index.html`)
					.querySelector("[data-vote] [name=revision]")
					?.getAttribute("value"),
				id,
			).toBe(revision);
	});

	it("leads nowhere that does not exist", () => {
		const dead = pages.flatMap(({ file, root }) =>
			root.querySelectorAll("a[href^='/'], img[src^='/'], script[src^='/'], link[href^='/']").flatMap((element) => {
				const target = (element.getAttribute("href") ?? element.getAttribute("src") ?? "").replace(/[?#].*$/, "");
				return leadsTo(target) ? [] : [`${file}: ${target}`];
			}),
		);
		expect(dead).toEqual([]);
	});

	it("has every anchor that its links name", () => {
		const missing = pages.flatMap(({ file, root }) =>
			root.querySelectorAll("a[href*='#']").flatMap((link) => {
				const [path = "", id = ""] = (link.getAttribute("href") ?? "").split("#");
				if (/^https?:/.test(path) || id === "") return [];
				const target = path === "" ? root : pages.find((candidate) => candidate.file === `${path.slice(1)}index.html`)?.root;
				return target?.getElementById(id) ? [] : [`${file}: ${link.getAttribute("href")}`];
			}),
		);
		expect(missing).toEqual([]);
	});

	it("has no id twice on a page", () => {
		for (const { file, root } of pages) {
			const ids = root.querySelectorAll("[id]").map((element) => element.id);
			expect(
				ids.filter((id, index) => ids.indexOf(id) !== index),
				file,
			).toEqual([]);
		}
	});

	it("uses one stylesheet for readers, no style attribute and no third party", () => {
		for (const { file, root } of pages) {
			// The pages of writers, of the manager and around the contact form have a second one, so that readers do not load it.
			const ofTheirOwn = /^(?:writers|worker-shell|contact|support-policy)\//.test(withoutLanguage(file));
			expect(root.querySelectorAll("link[rel=stylesheet]").length, file).toBe(ofTheirOwn ? 2 : 1);
			expect(
				root.querySelectorAll("[style]").map((element) => element.outerHTML.slice(0, 80)),
				file,
			).toEqual([]);
			expect(root.querySelectorAll("script[src^=http], img[src^=http], iframe, link[rel=stylesheet][href^=http]"), file).toEqual([]);
		}
	});

	it("gives every picture a size and a text", () => {
		for (const { file, root } of pages) {
			for (const image of root.querySelectorAll("article img")) {
				expect(image.getAttribute("alt"), file).toBeTruthy();
				expect(Number(image.getAttribute("width")), file).toBeGreaterThan(0);
			}
		}
	});

	it("has category pages on three levels", () => {
		for (const path of ["integrations", "integrations/api", "integrations/api/errors"])
			expect(page(`${path}/index.html`).querySelector("h1")?.textContent).toBeTruthy();
	});

	it("serves a content policy without unsafe-inline", () => {
		const headers = readFileSync(join(outFolder, "_headers"), "utf8");
		expect(headers).toContain("Content-Security-Policy: default-src 'none'");
		expect(headers).not.toContain("unsafe-inline");
		expect(headers.split("\n").every((line) => line.length < 2000)).toBe(true);
	});

	it("has a feed of the release notes, newest first", () => {
		const dates = [...readFileSync(join(outFolder, "release-notes/feed.xml"), "utf8").matchAll(/<pubDate>([^<]+)/g)].map(([, date]) => Date.parse(date ?? ""));
		expect(dates.length).toBeGreaterThanOrEqual(4);
		expect(dates).toEqual([...dates].sort((a, b) => b - a));
	});

	it("keeps teams and destinations out of everything that is published", () => {
		const secrets = ["DESK_WEBHOOK", "L3 DevOps", "account management"];
		for (const file of globSync("**/*.{html,js,json,css,xml,txt,md,atom}", { cwd: outFolder })) {
			const text = readFileSync(join(outFolder, file), "utf8");
			for (const secret of secrets) expect(text.includes(secret), `${secret} in ${file}`).toBe(false);
		}
	});

	it("carries no validator in what browsers load", () => {
		for (const file of globSync("_astro/*.js", { cwd: outFolder }))
			expect(readFileSync(join(outFolder, file), "utf8"), file).not.toMatch(/ZodError|invalid_type/);
	});
});
