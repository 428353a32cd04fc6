import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "node-html-parser";
import { expect, it } from "vitest";
import { siteManifestSchema } from "#contract/site-manifest.ts";
import { command, copyContent, scratch } from "./command.ts";

it("an archived article keeps its address and its vote, says what holds now, and leaves lists, search and search engines", async () => {
	const folder = scratch();
	const content = copyContent(folder);
	const file = join(content, "articles/en/data-entry/good-habits.mdx");
	const successor = parseTitle(readFileSync(join(content, "articles/en/data-entry/add-a-value.mdx"), "utf8"));
	const source = readFileSync(file, "utf8");
	writeFileSync(
		file,
		source.replace(/^owner:/m, "archived: true\nreplacedBy: data-entry/add-a-value\nowner:").replace(/^lastReviewed: .*$/m, "lastReviewed: 2020-01-01"),
	);
	const out = join(folder, "dist");
	const building = command("build", [], { KB_CONTENT: content, KB_OUT: out });
	expect(await building.ended, building.output()).toBe(0);

	const page = parse(readFileSync(join(out, "data-entry/good-habits/index.html"), "utf8"));
	const notices = page.querySelectorAll(".notice").map((notice) => notice.textContent.replace(/\s+/g, " ").trim());
	expect(notices).toEqual([`This article is archived. It is kept for reference and may no longer be right. What holds now: ${successor}.`]);
	expect(page.querySelector(".notice a")?.getAttribute("href")).toBe("/data-entry/add-a-value/");
	expect(page.querySelector('meta[name="robots"]')?.getAttribute("content")).toBe("noindex");
	expect(page.querySelector("[data-vote]")).not.toBeNull();

	const { articles } = siteManifestSchema.parse(JSON.parse(readFileSync(join(out, "_site/manifest.json"), "utf8")));
	expect(articles["data-entry/good-habits"]).toMatchObject({ archived: true, url: "/data-entry/good-habits/", reviewEvery: expect.any(String) });

	const named = globSync("**/*.{html,json,xml}", { cwd: out }).filter((path) => readFileSync(join(out, path), "utf8").includes("data-entry/good-habits"));
	expect(named.filter((path) => /^(index|search\/index|data-entry\/index)\.html$|search-index|feed\.xml/.test(path))).toEqual([]);
	// Programs and assistants do not find it either.
	const forPrograms = globSync("{**/*.md,**/llms*.txt,_site/library/*.json,trees.json}", { cwd: out });
	expect(forPrograms).toEqual(expect.arrayContaining(["data-entry/add-a-value.md", "llms.txt", "llms-full.txt", "_site/library/en.json"]));
	expect(forPrograms).not.toContain("data-entry/good-habits.md");
	expect(forPrograms.filter((path) => /"id":"data-entry\/good-habits"|^- \[.*good-habits\.md/m.test(readFileSync(join(out, path), "utf8")))).toEqual([]);
	expect(parse(readFileSync(join(out, "data-entry/add-a-value/index.html"), "utf8")).querySelector('meta[name="robots"]')).toBeNull();
});

it("npm run check -- --owner prints that owner's overdue reviews first, the longest overdue at the top, also as JSON", async () => {
	const content = copyContent(scratch());
	for (const [name, day] of [
		["faq", "2021-05-01"],
		["add-a-value", "2020-05-01"],
	] as const) {
		const file = join(content, `articles/en/data-entry/${name}.mdx`);
		writeFileSync(file, readFileSync(file, "utf8").replace(/^lastReviewed: .*$/m, `lastReviewed: ${day}`));
	}
	const text = command("check", ["--owner", "data-team"], { KB_CONTENT: content });
	expect(await text.ended).toBe(0);
	expect(text.output()).toMatch(/^Overdue reviews, the longest first\n {2}2020-11-01 {2}.*\n +.*add-a-value\.mdx\n {2}2021-11-01 {2}.*\n +.*faq\.mdx\n\n/);
	const json = command("check", ["--owner", "data-team", "--json"], { KB_CONTENT: content });
	expect(await json.ended).toBe(0);
	expect(JSON.parse(json.output())).toMatchObject({ overdue: [{ due: "2020-11-01", lastReviewed: "2020-05-01" }, { due: "2021-11-01" }] });
});

function parseTitle(source: string): string {
	return /^title: "?(.*?)"?$/m.exec(source)?.[1] ?? "";
}
