import { readFileSync } from "node:fs";
import { join, resolve, dirname } from "node:path";
import GithubSlugger from "github-slugger";
import { toString } from "mdast-util-to-string";
import { parse } from "node-html-parser";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { expect, test, vi } from "vitest";
import type { Nodes, Root } from "mdast";
import { readFrontMatter } from "#site/lib/front-matter.ts";
import { parseBody } from "#scripts/lib/checks/parse-body.ts";
import { exportedCentreSchema } from "#scripts/lib/exporters/json-schema.ts";
import { zendeskSchema } from "#scripts/lib/exporters/zendesk-schema.ts";
import { exportTo, filesOf, readJson, scratch, shipped } from "./export-files.ts";

// The whole shipped centre is exported, parsed and compared.
vi.setConfig({ testTimeout: 60_000 });

const sources = filesOf(shipped).filter((path) => path.endsWith(".mdx"));
const markdown = unified().use(remarkParse).use(remarkGfm);

function wordsIn(text: string): string[] {
	return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** What a reader of an article sees: text, code, alt texts, and what components print of their attributes. */
function textOf(tree: Nodes): string {
	const parts: string[] = [];
	visit(tree, (node) => {
		if (/^(paragraph|heading|tableCell|code|mdxJsxFlowElement)$/.test(node.type)) parts.push("\n");
		if (node.type === "text" || node.type === "inlineCode" || node.type === "code") parts.push(node.value);
		if (node.type === "image") parts.push(node.alt ?? "");
		if (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement")
			for (const attribute of node.attributes)
				if (attribute.type === "mdxJsxAttribute" && typeof attribute.value === "string" && /^(title|caption|length)$/.test(attribute.name))
					parts.push("\n", attribute.value, "\n");
	});
	return parts.join("");
}

function textOfHtml(html: string): string {
	const root = parse(html, { blockTextElements: { script: true } });
	return `${root.textContent} ${root
		.querySelectorAll("img")
		.map((image) => image.getAttribute("alt"))
		.join(" ")}`;
}

/** The words of the article that the export lacks, each as often as it lacks it. */
function missing(path: string, exported: string): string[] {
	const text = readFileSync(join(shipped, path), "utf8");
	const { body } = parseBody(text, path, readFrontMatter(text, path));
	const there = new Map<string, number>();
	for (const word of wordsIn(exported)) there.set(word, (there.get(word) ?? 0) + 1);
	return wordsIn(textOf(body?.tree ?? { type: "root", children: [] })).filter((word) => {
		const left = there.get(word) ?? 0;
		there.set(word, left - 1);
		return left <= 0;
	});
}

test("every word of every article is in its exported Markdown, and every link and picture leads somewhere", async () => {
	const out = join(scratch(), "out");
	const { articles, broken } = await exportTo(out, "markdown");
	expect({ articles, broken }).toEqual({ articles: sources.length, broken: [] });
	const files = filesOf(out);
	const bodies = new Map<string, Root>();
	for (const file of files.filter((path) => path.endsWith(".md")))
		bodies.set(file, markdown.parse(readFileSync(join(out, file), "utf8").replace(/^---\n[\s\S]*?\n---\n/, "")));
	const lost = sources.flatMap((path) =>
		missing(path, textOf(bodies.get(path.replace(".mdx", ".md")) ?? { type: "root", children: [] })).map((word) => `${path}: ${word}`),
	);
	expect(lost).toEqual([]);

	let links = 0;
	const dead: string[] = [];
	for (const [file, tree] of bodies) {
		visit(tree, ["link", "image"], (node) => {
			if ((node.type !== "link" && node.type !== "image") || /^(https?|mailto|tel):/.test(node.url)) return;
			links += 1;
			const [path = "", anchor] = decodeURI(node.url).split("#");
			const target = path === "" ? file : resolve("/", dirname(file), path).slice(1);
			if (!files.includes(target) || (anchor !== undefined && !anchorsIn(bodies.get(target)).has(anchor))) dead.push(`${file}: ${node.url}`);
		});
	}
	expect(dead).toEqual([]);
	expect(links).toBeGreaterThan(sources.length);
});

function anchorsIn(tree: Root | undefined): Set<string> {
	const slugger = new GithubSlugger();
	const anchors = new Set<string>();
	if (tree) visit(tree, "heading", (heading) => void anchors.add(slugger.slug(toString(heading))));
	return anchors;
}

test("every word of every article is in the JSON, as Markdown and as HTML; the document is as its schema says", async () => {
	const out = join(scratch(), "out");
	await exportTo(out, "json");
	const { articles } = exportedCentreSchema.parse(readJson(join(out, "centre.json")));
	expect(articles.map(({ locale, id }) => `articles/${locale}/${id}.mdx`)).toEqual(sources);
	const lost = articles.flatMap(({ locale, id, markdown: text, html }) => {
		const path = `articles/${locale}/${id}.mdx`;
		return [...missing(path, textOf(markdown.parse(text))), ...missing(path, textOfHtml(html))].map((word) => `${path}: ${word}`);
	});
	expect(lost).toEqual([]);
	const files = filesOf(out);
	expect(articles.flatMap(({ images }) => images.map(({ url }) => decodeURI(url))).filter((url) => !files.includes(url))).toEqual([]);
});

test("every word of every article is in Zendesk's bodies; ids are unique and lead to each other", async () => {
	const out = join(scratch(), "out");
	await exportTo(out, "zendesk");
	const { categories, sections, articles, article_attachments: attachments } = zendeskSchema.parse(readJson(join(out, "help_center.json")));
	const lost = articles.flatMap(({ html_url: url, locale, body }) => {
		const address = new URL(url).pathname.replace(/\/$/, ".mdx");
		const path = `articles${address.startsWith(`/${locale}/`) ? "" : `/${locale}`}${address}`;
		return missing(path, textOfHtml(body)).map((word) => `${path}: ${word}`);
	});
	expect(lost).toEqual([]);
	const ids = [...categories, ...sections, ...articles, ...attachments].map(({ id }) => id);
	expect(new Set(ids).size).toBe(ids.length);
	const of = (list: { id: number }[]) => new Set(list.map(({ id }) => id));
	expect(articles.filter(({ section_id: id }) => !of(sections).has(id))).toEqual([]);
	expect(sections.filter(({ category_id: id }) => !of(categories).has(id))).toEqual([]);
	const third = sections.find(({ name }) => name === "API errors");
	expect(sections.find(({ id }) => id === third?.parent_section_id)?.name).toBe("API");
	const pictures = articles.flatMap(({ body }) =>
		parse(body)
			.querySelectorAll("img")
			.map((image) => decodeURI(image.getAttribute("src") ?? "")),
	);
	expect(pictures.length).toBeGreaterThan(20);
	expect(pictures.filter((path) => !filesOf(out).includes(path))).toEqual([]);
});

test("an export of the same content is the same, byte for byte", async () => {
	const folder = scratch();
	for (const name of ["once", "twice"]) await exportTo(join(folder, name), "zendesk");
	expect(readFileSync(join(folder, "twice/help_center.json"), "utf8")).toBe(readFileSync(join(folder, "once/help_center.json"), "utf8"));
});
