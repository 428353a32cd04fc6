import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Finding, Fix } from "#site/lib/finding.ts";
import { addRedirect } from "#scripts/lib/checks/fix/add-redirect.ts";
import { applyFixes, isSafePath } from "#scripts/lib/checks/fix/apply-fixes.ts";
import { fixFolder } from "#scripts/lib/checks/fix/fix-folder.ts";
import { writeFixed } from "#scripts/lib/checks/fix/write-fixed.ts";
import { runChecks } from "#scripts/lib/checks/run-checks.ts";
import { contentWith, reference } from "./check-content.ts";

const temporary = mkdtempSync(join(tmpdir(), "fixes-"));
afterAll(() => rmSync(temporary, { recursive: true }));

const units = "articles/en/data-entry/units.mdx";

/** A file after the fixes of one pass. */
function fixed(path: string, changes: Parameters<typeof contentWith>[0]): string | undefined {
	const content = contentWith(changes);
	return applyFixes(content.texts, runChecks(content)).get(path)?.text;
}
const fixedBody = (body: string) =>
	fixed(units, { [units]: reference(body) })
		?.split("</QuickAnswer>\n\n")[1]
		?.split("\n\n## Other units")[0];
const fixedFields = (fields: string) =>
	fixed(units, { [units]: reference("Hello", fields) })
		?.split("---\n")[1]
		?.split("2026-09-14\n")[1];
const redirected = (text: string) => fixed("data/redirects.yml", { "data/redirects.yml": text });

describe("a fix", () => {
	test.each([
		["[a](/data-entry/faq)", "[a](/data-entry/faq/)"],
		["[a](/data-entry/faq?x=1#can-i-correct-a-value)", "[a](/data-entry/faq/?x=1#can-i-correct-a-value)"],
		['[/data-entry/faq](</data-entry/faq> "/data-entry/faq")', '[/data-entry/faq](</data-entry/faq/> "/data-entry/faq")'],
		['<a class="x" href="/data-entry/faq">/data-entry/faq</a>', '<a class="x" href="/data-entry/faq/">/data-entry/faq</a>'],
		["[a [b]](/data-entry/faq) [c](/data-entry/faq)", "[a [b]](/data-entry/faq/) [c](/data-entry/faq/)"],
	])("adds the slash: %s", (before, after) => {
		expect(fixedBody(before)).toBe(after);
	});

	test.each([
		["[a](/old-help/)", "[a](/data-entry/faq/)"],
		["[a](/old-help#can-i-correct-a-value)", "[a](/data-entry/faq/#can-i-correct-a-value)"],
		["[a](/add)", "[a](/data-entry/add-a-value/)"],
	])("writes the new address: %s", (before, after) => {
		expect(fixedBody(before)).toBe(after);
	});

	test("writes the new address into the header", () => {
		expect(fixed("data/site.yml", { "data/site.yml": (text) => text.replace("/contact/", "/old-help/") })).toContain("/data-entry/faq/");
	});

	test.each(["[a](/old-help/?x=1)", "[a][b]\n\n[b]: /data-entry/faq", "[a](/data-entry/f&#97;q)"])("leaves to a person: %s", (text) => {
		expect(fixedBody(text)).toBeUndefined();
	});

	test("lowers a first-level heading and closes a gap between levels", () => {
		expect(fixedBody("# One\n\nText\n\n## Two\n\n##### Three #hash\n\nText")).toBe("## One\n\nText\n\n## Two\n\n### Three #hash\n\nText");
		expect(fixedBody("One\n===\n\nText")).toBeUndefined();
	});

	test("keeps the line ends of Windows", () => {
		const crlf = (text: string) => text.replaceAll("\n", "\r\n");
		const text = crlf(reference("# One\r\n\r\n[a](/data-entry/faq)"));
		expect(fixed(units, { [units]: text })).toBe(text.replace("# One", "## One").replace("/faq)", "/faq/)"));
	});

	test.each([
		["related: [data-entry/faq, data-entry/faq]\n", "related: [data-entry/faq]\n"],
		["related: [ data-entry/faq , reporting/first-report, 'data-entry/faq' ]\n", "related: [ data-entry/faq , reporting/first-report ]\n"],
		["related:\n  - data-entry/faq\n  - data-entry/faq # again\n", "related:\n  - data-entry/faq\n"],
		["category: reporting\n", ""],
	])("takes away what stands twice or says the wrong thing: %s", (before, after) => {
		expect(fixedFields(before.trimEnd())).toBe(after);
	});

	test("writes the new id of an article whose address was redirected", () => {
		const list = { "data/redirects.yml": "- { from: /data-entry/old-faq/, to: /data-entry/faq/ }\n" };
		const after = (path: string, text: string) => fixed(path, { ...list, [path]: text });
		const fields = (text: string) => after(units, reference("Hello", text))?.split("---\n")[1]?.split("2026-09-14\n")[1];
		expect(fields("related: [data-entry/old-faq]")).toBe("related: [data-entry/faq]\n");
		expect(fields("related: [data-entry/faq, data-entry/old-faq]")).toBe("related: [data-entry/faq]\n");
		expect(fields("archived: true\nreplacedBy: data-entry/old-faq")).toBe("archived: true\nreplacedBy: data-entry/faq\n");
		expect(after("data/search-tests.yml", "- { query: faq, expect: data-entry/old-faq }\n")).toBe("- { query: faq, expect: data-entry/faq }\n");
		expect(after("data/pinned-results.yml", '- article: "data-entry/old-faq"\n  queries: [faq]\n')).toBe('- article: "data-entry/faq"\n  queries: [faq]\n');
	});

	test("leads a chain straight to its end", () => {
		expect(redirected("# why\n- { from: /a/, to: /b/ } # first\n- { from: /b/, to: '/data-entry/faq/' }\n")).toBe(
			"# why\n- { from: /a/, to: /data-entry/faq/ } # first\n- { from: /b/, to: '/data-entry/faq/' }\n",
		);
	});

	test("deletes a redirect that stands there twice, in one line or several", () => {
		const first = "- { from: /a/, to: /data-entry/faq/ }\n";
		expect(redirected(`${first}- from: /a/\n  to: /data-entry/faq/\n\n# next\n- { from: /b/, to: / }\n`)).toBe(`${first}\n# next\n- { from: /b/, to: / }\n`);
		expect(redirected(`${first}- { from: /a, to: /data-entry/faq/ }`)).toBe(first);
	});

	test("never chooses between two that contradict each other", () => {
		expect(redirected("- { from: /a/, to: /data-entry/faq/ }\n- { from: /a/, to: / }\n")).toBeUndefined();
	});
});

describe("a redirect is added to redirects.yml", () => {
	const add = (text: string, from = "/a/", to = "/b/") => {
		const fix = addRedirect(text, { from, to });
		return fix && text.slice(0, fix.start) + fix.text + text.slice(fix.end);
	};

	test.each([
		["that is not there", "", "- { from: /a/, to: /b/ }\n"],
		["with a comment only", "# Old addresses\n", "# Old addresses\n- { from: /a/, to: /b/ }\n"],
		["with an empty list", "[] # none\n", "- { from: /a/, to: /b/ } # none\n"],
		["with entries", "- from: /x/ # y\n  to: /\n\n", "- from: /x/ # y\n  to: /\n\n- { from: /a/, to: /b/ }\n"],
		["without a line end", "- { from: /x/, to: / }", "- { from: /x/, to: / }\n- { from: /a/, to: /b/ }"],
		["with the line ends of Windows", "- { from: /x/, to: / }\r\n", "- { from: /x/, to: / }\r\n- { from: /a/, to: /b/ }\r\n"],
		["that is indented", "  - { from: /x/, to: / }\n", "  - { from: /x/, to: / }\n  - { from: /a/, to: /b/ }\n"],
		["in brackets", "[{ from: /x/, to: / }]\n", "[{ from: /x/, to: / }, { from: /a/, to: /b/ }]\n"],
		["in brackets over lines", "[\n  { from: /x/, to: / },\n]\n", "[\n  { from: /x/, to: / }, { from: /a/, to: /b/ }\n]\n"],
	])("%s", (_, before, after) => {
		expect(add(before)).toBe(after);
	});

	test("with quotes where YAML would read something else", () => {
		expect(add("", "/a: b,c/#x y", "/b/#x")).toBe('- { from: "/a: b,c/#x y", to: /b/#x }\n');
	});

	test("never to a file that is no list", () => {
		expect([add("a: b\n"), add("- [\n")]).toEqual([undefined, undefined]);
	});
});

const finding = (fix: Omit<Fix, "path">, path = "a.mdx"): Finding => ({
	rule: "a/b",
	level: "error",
	file: path,
	line: 1,
	column: 1,
	what: "w",
	why: "y",
	remedy: "r",
	fix: { path, ...fix },
});

describe("fixes of one pass", () => {
	const apply = (text: string, ...fixes: Omit<Fix, "path">[]) =>
		applyFixes(
			new Map([["a.mdx", text]]),
			fixes.map((fix) => finding(fix)),
		).get("a.mdx");

	test("are applied in the order of the text, whatever order they come in", () => {
		expect(apply("abcdef", { start: 4, end: 5, text: "X" }, { start: 0, end: 1, text: "Y" })).toEqual({ text: "YbcdXf", count: 2 });
	});

	test("that touch each other wait, but for additions at one place", () => {
		expect(apply("abcdef", { start: 1, end: 4, text: "X" }, { start: 3, end: 5, text: "Y" })).toEqual({ text: "aXef", count: 1 });
		expect(apply("ab", { start: 2, end: 2, text: "1" }, { start: 2, end: 2, text: "2" })).toEqual({ text: "ab12", count: 2 });
		expect(apply("ab", { start: 1, end: 1, text: "1" }, { start: 1, end: 2, text: "2" })).toEqual({ text: "a1b", count: 1 });
	});

	test("that are the same are applied once", () => {
		expect(apply("ab", { start: 2, end: 2, text: "1" }, { start: 2, end: 2, text: "1" })).toEqual({ text: "ab1", count: 1 });
	});

	test("with impossible offsets are left out", () => {
		expect(apply("ab", { start: 1, end: 9, text: "1" }, { start: -1, end: 0, text: "1" }, { start: 1, end: 0, text: "1" })).toBeUndefined();
	});

	test.each(["../x", "a/../../x", "/etc/x", "c:/x", "a\\x", "", "a//b", "./a"])("never leave the folder: %j", (path) => {
		expect(isSafePath(path)).toBe(false);
		expect(applyFixes(new Map(), [finding({ start: 0, end: 0, text: "x" }, path)]).size).toBe(0);
	});
});

describe("fixed files", () => {
	function folderWith(name: string, text: string | Uint8Array): string {
		const folder = join(temporary, name);
		mkdirSync(folder, { recursive: true });
		writeFileSync(join(folder, "a.mdx"), text, { mode: 0o640 });
		return folder;
	}
	const change = new Map([["a.mdx", { text: "after", count: 1 }]]);

	test("keep their mode, and folders that are missing are made", () => {
		const folder = folderWith("mode", "before");
		expect(writeFixed(folder, new Map([...change, ["data/b.yml", { text: "new", count: 1 }]]), new Map([["a.mdx", "before"]]))).toEqual([
			"a.mdx",
			"data/b.yml",
		]);
		expect(statSync(join(folder, "a.mdx")).mode & 0o777).toBe(0o640);
		expect(readFileSync(join(folder, "data/b.yml"), "utf8")).toBe("new");
	});

	test("are left alone when somebody has changed them since, or when they are not UTF-8", () => {
		const folder = folderWith("changed", "in between");
		expect(writeFixed(folder, change, new Map([["a.mdx", "before"]]))).toEqual([]);
		const latin = new Uint8Array([0x61, 0xe4]);
		expect(writeFixed(folderWith("latin", latin), change, new Map([["a.mdx", new TextDecoder().decode(latin)]]))).toEqual([]);
	});

	test("are never written through a link that leads out of the folder", () => {
		const folder = folderWith("link", "x");
		const outside = folderWith("outside", "before");
		rmSync(join(folder, "a.mdx"));
		symlinkSync(join(outside, "a.mdx"), join(folder, "a.mdx"));
		expect(writeFixed(folder, change, new Map([["a.mdx", "before"]]))).toEqual([]);
		expect(readFileSync(join(outside, "a.mdx"), "utf8")).toBe("before");
	});

	test("are checked again after each pass, ten times at most", async () => {
		const folder = folderWith("passes", "");
		let checks = 0;
		const check = () => {
			checks++;
			const text = readFileSync(join(folder, "a.mdx"), "utf8");
			return Promise.resolve({
				content: { texts: new Map([["a.mdx", text]]), display: (path: string) => `content/${path}` },
				findings: [finding({ start: 0, end: 0, text: "x" })],
			});
		};
		expect([...(await fixFolder(folder, check))]).toEqual([["content/a.mdx", 10]]);
		expect(checks).toBe(10);
	});
});
