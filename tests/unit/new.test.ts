import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { articleTypes } from "#site/schemas/article.ts";
import { buildContent } from "#scripts/lib/checks/build-content.ts";
import { readContent } from "#scripts/lib/checks/read-content.ts";
import { runChecks } from "#scripts/lib/checks/run-checks.ts";
import { similarity } from "#scripts/lib/checks/title-words.ts";
import { fillTemplate, similarArticle, slugOf, templateName } from "#scripts/lib/templates/fill.ts";

const root = resolve(import.meta.dirname, "../..");
const sound = join(root, "tests/fixtures/content-sound");
let content = "";

beforeEach(() => {
	content = mkdtempSync(join(tmpdir(), "content-"));
	cpSync(sound, content, { recursive: true });
});

afterEach(() => {
	rmSync(content, { recursive: true });
});

function make(...args: string[]): { status: number | null; stdout: string; stderr: string } {
	const { status, stdout, stderr } = spawnSync(resolve(root, "node_modules/.bin/node"), ["scripts/new.ts", ...args], {
		cwd: root,
		encoding: "utf8",
		input: "",
		env: { ...process.env, KB_CONTENT: content },
	});
	return { status, stdout: stdout.replaceAll(content, "<content>"), stderr: stderr.replaceAll(content, "<content>") };
}

describe("npm run new", () => {
	test("makes an article and says what comes next", () => {
		expect(make("how-to", "How do I delete a value?", "--category", "data-entry", "--owner", "data-team")).toMatchInlineSnapshot(`
			{
			  "status": 0,
			  "stderr": "",
			  "stdout": "Created  <content>/articles/en/data-entry/delete-a-value.mdx
			Address  /data-entry/delete-a-value/ (a draft: \`npm run dev\` shows it, readers don't see it)
			Next     replace every TODO, then: npm run check -- <content>/articles/en/data-entry/delete-a-value.mdx
			",
			}
		`);
		expect(readFileSync(join(content, "articles/en/data-entry/delete-a-value.mdx"), "utf8")).toContain("title: How do I delete a value?\n");
	});

	test("refuses an existing file", () => {
		expect(make("how-to", "Correcting what was typed", "--category", "data-entry", "--slug", "faq", "--owner", "x")).toMatchInlineSnapshot(`
			{
			  "status": 1,
			  "stderr": "There is already an article at <content>/articles/en/data-entry/faq.mdx
			Choose another title or --slug, or improve that article.
			",
			  "stdout": "",
			}
		`);
	});

	test("refuses a title that says nearly the same", () => {
		expect(make("how-to", "How can I add values?", "--category", "reporting", "--owner", "x")).toMatchInlineSnapshot(`
			{
			  "status": 1,
			  "stderr": "There is already an article that says nearly the same: "How do I add a value?"
			<content>/articles/en/data-entry/add-a-value.mdx
			Improve that one, or choose a title that says what is different.
			",
			  "stdout": "",
			}
		`);
	});

	test("takes the owner from git", () => {
		const git = { GIT_CONFIG_COUNT: "1", GIT_CONFIG_KEY_0: "user.name", GIT_CONFIG_VALUE_0: "Data & Café Team" };
		spawnSync(resolve(root, "node_modules/.bin/node"), ["scripts/new.ts", "faq", "What do people ask about reports?", "--category", "/reporting/"], {
			cwd: root,
			input: "",
			env: { ...process.env, ...git, KB_CONTENT: content },
		});
		expect(readFileSync(join(content, "articles/en/reporting/people-ask-about-reports.mdx"), "utf8")).toContain("owner: data-cafe-team\n");
	});

	const types = "getting-started, how-to, troubleshooting, reference, faq, release-notes, best-practices";
	const categories = "data-entry, reporting, reporting/frameworks, release-notes";

	test.each([
		["no type", [], `Say which type of article; allowed: ${types}`],
		["a wrong type", ["howto", "How do I delete a value?"], `"howto" is not a type of article (did you mean "how-to"?); allowed: ${types}`],
		["no title", ["how-to"], 'Say the title in quotes, like "How do I add ESG data?"'],
		["no category", ["how-to", "How do I delete a value?"], `Say which category with --category; categories: ${categories}`],
		[
			"a wrong category",
			["how-to", "How do I delete a value?", "--category", "data-entri"],
			`"data-entri" is not a category (did you mean "data-entry"?); categories: ${categories}`,
		],
		[
			"a title without letters a to z",
			["how-to", "値を削除する", "--category", "data-entry"],
			"The title has no letters a–z to make an address of; say it with --slug",
		],
		[
			"a wrong slug",
			["how-to", "How do I delete a value?", "--category", "data-entry", "--slug", "Delete It"],
			'"Delete It" cannot be part of an address; say --slug with lower-case words a–z joined by hyphens',
		],
	])("ends with 2 on %s", (_, args, message) => {
		const { status, stderr } = make(...args);
		expect({ status, stderr }).toEqual({ status: 2, stderr: `${message}\nRun it with --help to see how it is used.\n` });
	});
});

describe("a fresh article", () => {
	test.each(articleTypes)("of the type %s needs only its TODOs done", (type) => {
		const template = readFileSync(join(root, "scripts/lib/templates", templateName(type)), "utf8");
		const raw = readContent(sound);
		const path = "articles/en/data-entry/fresh.mdx";
		raw.files.push(path);
		raw.texts.set(path, fillTemplate(template, { title: "Fresh: what's #new & 'better'?", owner: "data-team", today: "2026-11-21" }));
		const checked = buildContent(raw, "2026-11-21");
		expect(checked.articles.find(({ id }) => id === "data-entry/fresh")?.frontMatter.data).toMatchObject({
			title: "Fresh: what's #new & 'better'?",
			draft: true,
		});
		const findings = runChecks(checked);
		expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(["template/todo"]));
		expect(findings.length).toBe(template.match(/TODO/g)?.length);
	});
});

describe("titles", () => {
	test.each([
		["How do I add ESG data?", "add-esg-data"],
		["How do I reset my password?", "reset-your-password"],
		["What is GRI?", "gri"],
		["Réglages à vérifier", "reglages-a-verifier"],
		["Why?", "why"],
		["値を削除する", ""],
	])("the address of %s is %s", (title, slug) => {
		expect(slugOf(title)).toBe(slug);
	});

	test("are similar by the words that matter", () => {
		expect(similarity("How do I add a value?", "Adding values")).toBeLessThan(0.75);
		expect(similarity("How do I add a value?", "How can we add values")).toBe(1);
		expect(similarity("Export a report", "Export a report as PDF")).toBeLessThan(0.75);
		expect(similarArticle("Export reports", [{ title: "Import reports" }, { title: "How do I export a report?" }])?.title).toBe("How do I export a report?");
	});
});
