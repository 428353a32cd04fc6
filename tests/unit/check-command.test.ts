import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { reporters } from "#scripts/lib/reporters/report.ts";

const root = resolve(import.meta.dirname, "../..");

function check(content: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } {
	const { status, stdout, stderr } = spawnSync(resolve(root, "node_modules/.bin/node"), ["scripts/check.ts", ...args], {
		cwd: root,
		encoding: "utf8",
		// The fixtures have no readers: what git knows of them does not count.
		env: { ...process.env, GIT_DIR: "", KB_CONTENT: `tests/fixtures/${content}` },
	});
	return { status, stdout, stderr };
}

describe("npm run check", () => {
	test("ends with 0 and a count when all is well", () => {
		expect(check("content-sound", "--owner", "data-team")).toMatchObject({ status: 0, stdout: "7 articles checked: 0 errors, 0 warnings.\n" });
	});

	test("ends with 1 and groups the findings by file", () => {
		const { status, stdout } = check("content-broken");
		expect(status).toBe(1);
		expect(stdout).toMatchInlineSnapshot(`
			"tests/fixtures/content-broken/articles/en/data-entry/add-a-value.mdx
			  4:7  error  front-matter/value  "type" is "howto"; allowed: getting-started, how-to, troubleshooting, reference, faq, release-notes, best-practices  (did you mean "how-to"?)
			      Why: The type decides which sections the article must have.
			      Do:  Write "how-to".
			  20:16  error  links/page  the link "/reporting/framework/gri/" leads nowhere  (did you mean /reporting/frameworks/gri/?)
			      Why: A reader in trouble would end on a page that does not exist.
			      Do:  Write /reporting/frameworks/gri/, or delete the link.

			2 articles checked: 2 errors, 0 warnings.
			"
		`);
	});

	test("reports only on the chosen files", () => {
		expect(check("content-broken", "tests/fixtures/content-broken/articles/en/reporting/")).toMatchObject({
			status: 0,
			stdout: "1 article checked: 0 errors, 0 warnings.\n",
		});
	});

	test("prints JSON for programs", () => {
		const { stdout } = check("content-broken", "--json");
		expect(JSON.parse(stdout)).toMatchObject({
			articles: 2,
			errors: 2,
			warnings: 0,
			findings: [{ rule: "front-matter/value", line: 4, field: "type", found: '"howto"' }, { rule: "links/page" }],
		});
	});

	test.each([
		["an unknown owner", ["--owner", "data-taem"], 'No article has the owner "data-taem" (did you mean "data-team"?); owners: data-team'],
		["an unknown file", ["nowhere.mdx"], "Not in the content folder: nowhere.mdx"],
		["an unknown format", ["--format", "html"], '"html" is not a format; allowed: text, json, github'],
		["an unknown option", ["--formal"], "Unknown option '--formal'."],
	])("ends with 2 on %s", (_, args, message) => {
		const { status, stdout, stderr } = check("content-sound", ...args);
		expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
		expect(stderr).toContain(message);
		expect(stderr).toContain("Run it with --help to see how it is used.");
	});

	test("explains itself", () => {
		expect(check("content-sound", "--help")).toMatchObject({ status: 0, stdout: expect.stringContaining("Usage: npm run check [-- files or folders…]") });
	});

	test("says where it looked for content", () => {
		const { status, stderr } = check("content-nowhere");
		expect(status).toBe(1);
		expect(stderr.replaceAll(root, "<project>")).toMatchInlineSnapshot(`
			"There is no content folder at <project>/tests/fixtures/content-nowhere
			  Why: The variable KB_CONTENT is "tests/fixtures/content-nowhere", which leads there.
			  Do:  Correct KB_CONTENT, or unset it to use \`content/\` of the project.
			"
		`);
	});

	test("notes for GitHub are escaped", () => {
		const finding = {
			rule: "a/b",
			level: "error" as const,
			file: "a,b:c.mdx",
			line: 1,
			column: 2,
			what: "100 %\n::error::lost \u001b[2J\u202e",
			why: "w\r\n::stop",
			remedy: "r",
		};
		expect(reporters["github"]?.({ articles: 1, findings: [finding] })).toMatchInlineSnapshot(`
			"::error file=a%2Cb%3Ac.mdx,line=1,col=2,title=a/b::100 %25 ::error::lost �[2J�%0AWhy: w ::stop%0ADo: r
			1 article checked: 1 error, 0 warnings."
		`);
	});
});
