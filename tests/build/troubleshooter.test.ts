import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { parse } from "node-html-parser";
import { describe, expect, it } from "vitest";
import { outFolder } from "#scripts/lib/paths.ts";
import { languages } from "#site/lib/languages.ts";
import { judgeTree } from "#site/lib/troubleshooter/judge-tree.ts";
import type { Tree } from "#site/lib/troubleshooter/tree.ts";

interface Listed {
	article: string;
	title: string;
	url: string;
	tree: string;
}

const read = (path: string) => readFileSync(join(outFolder, path), "utf8");
const listed = languages.flatMap(({ base }) => JSON.parse(read(`${base}/trees.json`)) as Listed[]);
const treeIn = ({ tree }: Listed) => JSON.parse(read(tree)) as { article: string; url: string; revision: string; tree: Tree };

/** Scripts that a page loads by itself, with all that they import, by path. */
function scriptsOf(path: string): Set<string> {
	const found = new Set<string>();
	const open = parse(read(path))
		.querySelectorAll("script[src]")
		.map((script) => script.getAttribute("src") ?? "");
	for (const file of open) {
		if (found.has(file)) continue;
		found.add(file);
		for (const [, name] of read(file).matchAll(/(?:import|from)\s*["']\.\/([^"']+)["']/g)) open.push(`/_astro/${name ?? ""}`);
	}
	return found;
}

describe("the page of a troubleshooter", () => {
	it("is listed for programs, each with a tree that can be walked", () => {
		expect(listed.map(({ url }) => url)).toEqual(
			expect.arrayContaining([
				"/troubleshooting/cannot-log-in/",
				"/integrations/sync-stopped/",
				"/de/troubleshooting/cannot-log-in/",
				"/ar/troubleshooting/cannot-log-in/",
			]),
		);
		for (const entry of listed) {
			const { article, url, revision, tree } = treeIn(entry);
			expect([article, url]).toEqual([entry.article, entry.url]);
			expect(revision).toMatch(/^[0-9a-f]{12}$/);
			expect(judgeTree(tree)).toEqual([]);
		}
		expect(
			globSync("**/*.tree.json", { cwd: outFolder })
				.map((file) => `/${file}`)
				.toSorted(),
		).toEqual(listed.map(({ tree }) => tree).sort());
	});

	it("shows every question and outcome without script, in order, with answers that lead to their places", () => {
		for (const entry of listed) {
			const page = parse(read(`${entry.url}index.html`));
			const guided = page.querySelector(".guided");
			expect(guided?.querySelectorAll(".guided-node h3").map(({ id }) => id)).toEqual(treeIn(entry).tree.nodes.map(({ id }) => id));
			expect(guided?.querySelectorAll("[hidden], button")).toEqual([]);
			for (const choice of guided?.querySelectorAll(".guided-choice") ?? []) {
				const target = page.querySelectorAll(`[id="${choice.getAttribute("href")?.slice(1) ?? ""}"]`);
				expect(target).toHaveLength(1);
				expect(choice.getAttribute("data-leads")).toBe(target[0]?.textContent);
			}
		}
	});

	it("leads to the contact form in the page's own language", () => {
		for (const { url } of listed) {
			const base = languages.find((language) => language.base !== "" && url.startsWith(`${language.base}/`))?.base ?? "";
			const words = JSON.parse(
				parse(read(`${url}index.html`))
					.querySelector("[data-guided]")
					?.getAttribute("data-guided") ?? "{}",
			) as { contact?: string };
			expect(words.contact, url).toBe(`${base}/contact/`);
		}
	});

	it("keeps its parts out of the list of contents", () => {
		const contents = parse(read("troubleshooting/cannot-log-in/index.html"))
			.querySelectorAll(".contents a")
			.map((link) => link.getAttribute("href"));
		expect(contents).toContain("#troubleshooter");
		expect(contents).not.toContain("#private-window");
	});

	it("alone loads the script, and with it stays below 8 kB of script", () => {
		const [with_, without] = ["troubleshooting/cannot-log-in/index.html", "troubleshooting/common-errors/index.html"].map((path) => [...scriptsOf(path)]);
		const bytes = (with_ ?? []).reduce((sum, file) => sum + gzipSync(read(file)).length, 0);
		expect((with_ ?? []).filter((file) => read(file).includes("until-found"))).toHaveLength(1);
		expect((without ?? []).filter((file) => read(file).includes("until-found"))).toEqual([]);
		expect(bytes).toBeLessThan(8 * 1024);
	});

	it("is one list of questions in Markdown", () => {
		const twin = read("troubleshooting/cannot-log-in.md");
		expect(twin).toContain("- What do you see when you try to log in?");
		expect(twin).toMatch(
			/ {4}- \*\*Yes, there it works\*\* – \[Your browser holds an old cookie\]\(https:\/\/\S+\/troubleshooting\/cannot-log-in\/#delete-cookies\)/,
		);
		expect(twin).toContain("### Your browser holds an old cookie");
		expect(read("llms-full.txt")).toContain(twin.slice(0, 200));
	});
});
