import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Heading, RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import { parse } from "node-html-parser";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { describe, expect, it } from "vitest";
import { manifestPath, siteManifestSchema } from "#contract/site-manifest.ts";
import { outFolder } from "#scripts/lib/paths.ts";

const manifest = siteManifestSchema.parse(JSON.parse(readFileSync(join(outFolder, manifestPath), "utf8")));
const site = manifest.url;
const read = (path: string) => readFileSync(join(outFolder, path), "utf8");
const markdown = unified().use(remarkParse).use(remarkGfm);
const published = Object.values(manifest.articles)
	.filter(({ archived }) => !archived)
	.map(({ url }) => url);
const translated = Object.entries(manifest.translations).flatMap(([locale, ids]) => ids.map((id) => `/${locale}/${id}/`));
const twinOf = (url: string) => `${url.slice(0, -1)}.md`;

describe("the Markdown of an article", () => {
	it("is there for each published article in each language that it is written in, and for nothing else", () => {
		const files = globSync("**/*.md", { cwd: outFolder, exclude: ["files/**"] }).map((file) => `/${file}`);
		expect(files.toSorted()).toEqual([...published, ...translated].map(twinOf).sort());
	});

	it("is named by its page", () => {
		for (const url of [...published, ...translated])
			expect(
				parse(read(`${url}index.html`))
					.querySelector('link[type="text/markdown"]')
					?.getAttribute("href"),
				url,
			).toBe(twinOf(url));
	});

	it("holds title, summary, address and every heading of the page", () => {
		for (const url of [...published, ...translated]) {
			const page = parse(read(`${url}index.html`));
			const tree = markdown.parse(read(twinOf(url)));
			const [title, summary, place] = tree.children;
			const texts = [title, summary, place].map((part) => toString(part));
			expect(texts, url).toEqual([page.querySelector("h1"), page.querySelector(".lead")].map((part) => part?.textContent.trim()).concat(`${site}${url}`));
			const headings = tree.children.filter((part): part is Heading => part.type === "heading" && part.depth > 1).map((part) => toString(part));
			// The questions of a troubleshooter are a list.
			for (const question of page.querySelectorAll(".guided-check h3")) question.remove();
			const shown = page.querySelectorAll(".prose h2, .prose h3, .prose h4").map((heading) => heading.textContent.replace(/\s+/g, " ").trim());
			expect(
				headings.map((text) => text.replace(/^\d+\. /, "")),
				url,
			).toEqual(shown.map((text) => text.replace(/^\d+\. /, "")));
		}
	});

	it("is plain: no HTML, no component, and each link and picture with its whole address", () => {
		for (const url of [...published, ...translated]) {
			const wrong: RootContent[] = [];
			visit(markdown.parse(read(twinOf(url))), (node) => {
				if (node.type === "html") wrong.push(node);
				if ((node.type === "link" || node.type === "image") && !/^(?:https?:\/\/|mailto:|tel:)/.test(node.url)) wrong.push(node);
			});
			expect(wrong, url).toEqual([]);
		}
	});

	it("leads to pages and pictures that exist", () => {
		for (const url of [...published, ...translated])
			visit(markdown.parse(read(twinOf(url))), (node) => {
				if ((node.type !== "link" && node.type !== "image") || !node.url.startsWith(`${site}/`)) return;
				const path = decodeURIComponent(new URL(node.url).pathname);
				expect(existsSync(join(outFolder, path)), `${url} leads to ${path}`).toBe(true);
			});
	});

	it("is served as Markdown and kept out of search results", () => {
		expect(read("_headers")).toContain("/*.md\n  Content-Type: text/markdown; charset=utf-8\n  X-Robots-Tag: noindex\n");
	});
});

const lists = [
	{ base: "", name: manifest.name, articles: published },
	...Object.entries(manifest.translations).map(([locale, ids]) => ({
		base: `/${locale}`,
		name: manifest.languages[locale]?.name,
		articles: ids.map((id) => `/${locale}/${id}/`),
	})),
];

describe.each(lists)("$base/llms.txt", ({ base, name, articles }) => {
	const list = read(`${base}/llms.txt`);
	const { children } = markdown.parse(list);
	const links = [...list.matchAll(/^- \[(?:[^\]\\]|\\.)+\]\(([^)]+)\): \S/gm)].map(([, address = ""]) => address.slice(site.length));
	const texts = links.filter((path) => path.endsWith(".md"));

	it("names and describes the centre, then has nothing but topics with lists", () => {
		expect(children.slice(0, 2).map(({ type }) => type)).toEqual(["heading", "blockquote"]);
		expect(toString(children[0])).toBe(name);
		const rest = children.slice(2).map((part) => (part.type === "heading" ? `h${part.depth}` : part.type));
		expect(rest.length).toBeGreaterThan(0);
		expect(rest).toEqual(rest.map((_, index) => (index % 2 === 0 ? "h2" : "list")));
	});

	it("lists every article that is published in this language once, each with a file that exists", () => {
		expect(texts.toSorted()).toEqual(articles.map(twinOf).sort());
		expect(list.match(/^- /gm)).toHaveLength(links.length);
		for (const path of links) expect(existsSync(join(outFolder, path)), path).toBe(true);
	});

	it("has each text in full beside it, in the same order", () => {
		const full = read(`${base}/llms-full.txt`);
		const places = texts.map((path) => full.indexOf(read(path)));
		expect(places.every((place) => place > 0)).toBe(true);
		expect(places).toEqual(places.toSorted((one, other) => one - other));
		expect(full.startsWith(`# ${name}\n\n> `)).toBe(true);
	});
});

it("llms.txt of the first language leads to those of all others", () => {
	const others = [...read("llms.txt").matchAll(/\]\((\S+\/llms\.txt)\)/g)].map(([, address]) => address);
	expect(others).toEqual(lists.slice(1).map(({ base }) => `${site}${base}/llms.txt`));
});
