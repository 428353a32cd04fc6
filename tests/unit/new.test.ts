import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { articleTypes } from "#site/schemas/article.ts";
import { buildContent } from "#scripts/lib/checks/build-content.ts";
import { readContent } from "#scripts/lib/checks/read-content.ts";
import { runChecks } from "#scripts/lib/checks/run-checks.ts";
import { sharedPart, significantStems } from "#scripts/lib/checks/title-words.ts";
import { fillTemplate, slugOf, templateName } from "#scripts/lib/templates/fill.ts";
import { similarArticle } from "#scripts/lib/templates/similar.ts";

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
			  Why: its title has the same words, perhaps in another form.
			  Do:  Improve that one, or choose a title that says what is different. With --force the new one is made all the same.
			",
			  "stdout": "",
			}
		`);
	});

	test("names an article with an odd title on one line", () => {
		const file = join(content, "articles/en/data-entry/add-a-value.mdx");
		writeFileSync(file, readFileSync(file, "utf8").replace(/^title: .*$/m, String.raw`title: "How do I add a value?\n::error::x\e[2J"`));
		const { status, stderr } = make("how-to", "How can I add values error x 2j?", "--category", "reporting", "--owner", "x");
		expect({ status, first: stderr.split("\n")[0] }).toEqual({
			status: 1,
			first: 'There is already an article that says nearly the same: "How do I add a value? ::error::x�[2J"',
		});
	});

	test("refuses a title that is a keyword of an article", () => {
		const file = join(content, "articles/en/data-entry/number-rejected.mdx");
		writeFileSync(file, readFileSync(file, "utf8").replace("owner:", "keywords: [I can't log in]\nowner:"));
		expect(make("troubleshooting", "I can’t log in", "--category", "reporting", "--owner", "x")).toMatchInlineSnapshot(`
			{
			  "status": 1,
			  "stderr": "There is already an article that says nearly the same: "A number is rejected"
			<content>/articles/en/data-entry/number-rejected.mdx
			  Why: its keyword "I can't log in" says the same.
			  Do:  Improve that one, or choose a title that says what is different. With --force the new one is made all the same.
			",
			  "stdout": "",
			}
		`);
	});

	test("refuses a title that the summary of an article says", () => {
		expect(make("troubleshooting", "A value turns red after typing", "--category", "reporting", "--owner", "x")).toMatchInlineSnapshot(`
			{
			  "status": 1,
			  "stderr": "There is already an article that says nearly the same: "A number is rejected"
			<content>/articles/en/data-entry/number-rejected.mdx
			  Why: its summary says it: "What to do when a value turns red after you typed it."
			  Do:  Improve that one, or choose a title that says what is different. With --force the new one is made all the same.
			",
			  "stdout": "",
			}
		`);
	});

	test("makes it all the same with --force", () => {
		const { status, stdout } = make("how-to", "How can I add values?", "--category", "reporting", "--owner", "x", "--force");
		expect({ status, first: stdout.split("\n")[0] }).toEqual({ status: 0, first: "Created  <content>/articles/en/reporting/add-values.mdx" });
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

	test("are similar by the words that matter, in whatever form", () => {
		function similarity(one: string, other: string, locale?: string): number {
			return sharedPart(significantStems(one, locale), significantStems(other, locale));
		}
		expect(similarity("How do I add a value?", "Adding values")).toBe(1);
		expect(similarity("How do I add a value?", "How can we add values")).toBe(1);
		expect(similarity("Export a report", "Export a report as PDF")).toBeCloseTo(2 / 3);
		expect(similarity("I can't log in", "I cannot log in")).toBe(1);
		expect(similarity("I can't log in", "How do I log in?")).toBe(0.5);
		expect(similarity("Wie lösche ich Werte?", "Einen Wert löschen", "de")).toBe(1);
	});
});

describe("similar articles", () => {
	const article = (title: string, keywords: string[] = [], summary = "") => ({ title, keywords, summary });

	test("the likeliest is named", () => {
		const articles = [article("Import reports"), article("Reports", ["export a report"]), article("How do I export a report?")];
		expect(similarArticle("Export reports", articles)?.article.title).toBe("How do I export a report?");
	});

	test.each([
		["Export reports", article("Reports", ["report", "export"])],
		["How do I change my password?", article("Sign in", ["password"])],
		["What can each role do?", article("Invite", [], "Send invitations to one or many colleagues, give each group the right role, and see who can do what.")],
		["How do I log in?", article("Problems", ["can't log in"])],
	])("%s is another matter than %j", (title, other) => {
		expect(similarArticle(title, [other])).toBeUndefined();
	});
});
