import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { describeFinding, type Finding } from "#site/lib/finding.ts";
import type { Published } from "#site/schemas/published.ts";
import { applyFixes } from "#scripts/lib/checks/fix/apply-fixes.ts";
import { parseRaw } from "#scripts/lib/checks/published/git.ts";
import type { PastFile } from "#scripts/lib/checks/published/history.ts";
import { likeliestId } from "#scripts/lib/checks/published/most-alike.ts";
import { pastPages } from "#scripts/lib/checks/published/past-pages.ts";
import { readPublished } from "#scripts/lib/checks/published/read-published.ts";
import { publishedFindings } from "#scripts/lib/checks/rules/published.ts";
import { formatPublished } from "#scripts/lib/keep-published.ts";
import { contentWith, reference } from "./check-content.ts";

type Changes = Parameters<typeof contentWith>[0];
interface Past {
	addresses?: Published["addresses"];
	files?: Partial<PastFile>[];
}

function check(changes: Changes, { addresses = {}, files = [] }: Past): Finding[] {
	const content = contentWith(changes);
	const past = files.map((file): PastFile => ({ path: "", versions: [], base: undefined, renamedTo: undefined, ...file }));
	return publishedFindings(content, pastPages(content, { addresses }, { changed: new Set(), past }));
}
const findings = (changes: Changes, past: Past) => check(changes, past).map(describeFinding);

const units = "articles/en/data-entry/units.mdx";
const gone = (text: string, more: Partial<PastFile> = {}): Past => ({
	files: [{ path: "articles/en/data-entry/old.mdx", versions: [text], base: text, ...more }],
});

describe("an address that was published", () => {
	test("and is there, is redirected, or is a page of the centre, is fine", () => {
		expect(
			findings(
				{},
				{
					addresses: {
						"/": { anchors: ["topics"] },
						"/data-entry/": { anchors: [] },
						"/data-entry/faq/": { article: "data-entry/faq", anchors: ["can-i-correct-a-value"] },
						"/old-help/": { anchors: [], to: "/data-entry/faq/" },
					},
				},
			),
		).toEqual([]);
	});

	test("and is gone, is an error that names the likeliest article", () => {
		expect(findings({}, { addresses: { "/data-entry/add-the-value/": { article: "data-entry/add-the-value", anchors: [] } } })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/add-the-value.mdx:1:1  error  published/address  /data-entry/add-the-value/ was published, and leads nowhere now
			  Why: Bookmarks, search engines and answers that were sent to customers lead there.
			  Do:  Add to data/redirects.yml: - { from: /data-entry/add-the-value/, to: /data-entry/add-a-value/ }  (the article most like it). npm run check -- --fix does it.",
			]
		`);
	});

	test("and has no article like it, leads to its category", () => {
		expect(findings({}, { addresses: { "/reporting/frameworks/zebra/": { article: "reporting/frameworks/zebra", anchors: [] } } })).toMatchInlineSnapshot(`
			[
			  "articles/en/reporting/frameworks/zebra.mdx:1:1  error  published/address  /reporting/frameworks/zebra/ was published, and leads nowhere now
			  Why: Bookmarks, search engines and answers that were sent to customers lead there.
			  Do:  Add to data/redirects.yml: - { from: /reporting/frameworks/zebra/, to: /reporting/frameworks/ }  (its category, since no article is like it). npm run check -- --fix does it.",
			]
		`);
	});

	test("in no category of today, leads home", () => {
		expect(check({}, { addresses: { "/animals/zebra/": { anchors: [] } } })[0]?.remedy).toContain(
			"{ from: /animals/zebra/, to: / }  (the home page, since no article is like it)",
		);
	});

	test("and was redirected, stays redirected", () => {
		expect(findings({}, { addresses: { "/older/": { anchors: [], to: "/data-entry/faq/" } } })).toMatchInlineSnapshot(`
			[
			  "published.json:1:1  error  published/address  the old address /older/ was redirected, and leads nowhere now
			  Why: Bookmarks, search engines and answers that were sent to customers lead there.
			  Do:  Add to data/redirects.yml: - { from: /older/, to: /data-entry/faq/ }  (where it led before). npm run check -- --fix does it.",
			]
		`);
	});

	test("with a redirect that leads nowhere is the business of another rule", () => {
		expect(findings({ "data/redirects.yml": "- { from: /old/, to: /nowhere/ }\n" }, { addresses: { "/old/": { anchors: [] } } })).toEqual([]);
	});

	test("of another language leads to the category in the language that has categories", () => {
		const changes = { "articles/de/data-entry/werte.mdx": reference("Hallo") };
		expect(check(changes, { addresses: { "/de/data-entry/wert/": { article: "data-entry/wert", anchors: [] } } })[0]).toMatchObject({
			file: "articles/de/data-entry/wert.mdx",
			fix: { text: "- { from: /de/data-entry/wert/, to: /data-entry/ }\n" },
		});
	});
});

describe("an article that git knows", () => {
	test("and was renamed, names its new address", () => {
		const changes = { [units]: reference("Hello") };
		expect(findings(changes, gone(reference("Hello"), { renamedTo: units }))).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/old.mdx:1:1  error  published/address  the article at /data-entry/old/ was renamed or removed, and its address leads nowhere
			  Why: Bookmarks, search engines and answers that were sent to customers lead there.
			  Do:  Add to data/redirects.yml: - { from: /data-entry/old/, to: /data-entry/units/ }  (the article was renamed to it). npm run check -- --fix does it.",
			]
		`);
	});

	test("and was renamed again, has its redirect led on", () => {
		const redirects = "- { from: /data-entry/old/, to: /data-entry/between/ }\n";
		const changes = { [units]: reference("Hello"), "data/redirects.yml": redirects };
		const found = check(changes, gone(reference("Hello"), { renamedTo: units }));
		expect(found.map(describeFinding)).toMatchInlineSnapshot(`
			[
			  "data/redirects.yml:1:33  error  published/redirect  /data-entry/old/ is redirected to /data-entry/between/, and the article has been renamed to /data-entry/units/ since
			  Why: Bookmarks, search engines and answers that were sent to customers lead there.
			  Do:  Write /data-entry/units/. npm run check -- --fix does it.",
			]
		`);
		expect(applyFixes(contentWith(changes).texts, found).get("data/redirects.yml")?.text).toBe(redirects.replace("between", "units"));
	});

	test("and was renamed again after links were rewritten, has the address in between redirected", () => {
		const redirects = "- { from: /data-entry/old/, to: /data-entry/between/ }\n";
		const linked = "articles/en/data-entry/linked.mdx";
		const changes = { [units]: reference("Hello"), [linked]: reference("[a](/data-entry/between/)"), "data/redirects.yml": redirects };
		const found = check(changes, gone(reference("Hello"), { renamedTo: units }));
		expect(applyFixes(contentWith(changes).texts, found).get("data/redirects.yml")?.text).toBe(
			`${redirects}- { from: /data-entry/between/, to: /data-entry/units/ }\n`,
		);
	});

	test("and was deleted, names the article most like it", () => {
		expect(check({ [units]: reference("All kinds of energy, water and waste") }, gone(reference("All kinds of energy and water")))[0]?.remedy).toContain(
			"to: /data-entry/units/ }  (the article most like it)",
		);
	});

	test("and was archived and then deleted, names the article that replaced it", () => {
		const archived = gone(reference("Hello", "archived: true\nreplacedBy: data-entry/faq"));
		expect(check({ [units]: reference("Hello") }, archived)[0]?.remedy).toContain("to: /data-entry/faq/ }  (the article that replaced it)");
	});

	test("is a draft again", () => {
		const text = reference("Hello");
		const draft = reference("Hello", "draft: true");
		expect(findings({ [units]: draft }, { files: [{ path: units, versions: [draft, text], base: text }] })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:1:1  error  published/address  the article at /data-entry/units/ is a draft again, and its address leads nowhere
			  Why: Bookmarks, search engines and answers that were sent to customers lead there.
			  Do:  Add to data/redirects.yml: - { from: /data-entry/units/, to: /data-entry/ }  (its category, since no article is like it). npm run check -- --fix does it.",
			]
		`);
	});

	test("and never was more than a draft, had no address", () => {
		expect(findings({}, gone(reference("Hello", "draft: true")))).toEqual([]);
	});

	test("and was no draft in one of its versions, had one", () => {
		expect(findings({}, { files: [{ path: "articles/en/data-entry/old.mdx", versions: [reference("x", "draft: true"), reference("x")] }] })).toHaveLength(1);
	});
});

describe("a place on a page", () => {
	const before = reference("## Kinds of energy\n\nText\n\n## Waste\n\nText");
	const change = (body: string, redirects = "[]\n") => ({ [units]: reference(body), "data/redirects.yml": redirects });
	const past: Past = { files: [{ path: units, versions: [before], base: before }] };

	test("that was renamed names the heading most like it", () => {
		expect(findings(change("## Kinds of energies\n\nText\n\n## Waste\n\nText"), past)).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:8:1  error  published/anchor  the place /data-entry/units/#kinds-of-energy is gone
			  Why: Bookmarks, search engines and answers that were sent to customers lead there.
			  Do:  Add to data/redirects.yml: - { from: /data-entry/units/#kinds-of-energy, to: /data-entry/units/#kinds-of-energies }  (the heading most like it). npm run check -- --fix does it.",
			]
		`);
	});

	test("that is gone leads to the top", () => {
		expect(check(change("## Waste\n\nText"), past).map(({ remedy }) => remedy)).toEqual([
			"Add to data/redirects.yml: - { from: /data-entry/units/#kinds-of-energy, to: /data-entry/units/ }  (the top of the page, since no heading is like it). npm run check -- --fix does it.",
		]);
	});

	test("that is redirected is fine", () => {
		expect(findings(change("## Waste\n\nText", "- { from: /data-entry/units/#kinds-of-energy, to: /data-entry/units/#waste }\n"), past)).toEqual([]);
	});

	test("of a renamed article is kept at its new address", () => {
		const renamed = { files: [{ path: "articles/en/data-entry/old.mdx", versions: [before], base: before, renamedTo: units }] };
		expect(
			check(change("## Waste\n\nText", "- { from: /data-entry/old/, to: /data-entry/units/ }\n"), renamed).map(({ file, what, fix }) => [
				file,
				what,
				fix?.text,
			]),
		).toEqual([[units, "the place /data-entry/old/#kinds-of-energy is gone", "- { from: /data-entry/old/#kinds-of-energy, to: /data-entry/units/ }\n"]]);
	});

	test("is of no account where the text cannot be read", () => {
		expect(findings(change("<Steps>"), past)).toEqual([]);
	});
});

test("the likeliest place says the same in other words, or came in its place", () => {
	expect(likeliestId("send-it", ["a", "send-it"], ["a", "send-it-off"])).toBe("send-it-off");
	expect(likeliestId("x", ["a", "x", "b"], ["a", "y", "b"])).toBe("y");
	expect(likeliestId("x", ["a", "x", "b"], ["a", "y", "z", "b"])).toBeUndefined();
});

test("what --fix adds makes the findings go away", () => {
	const past: Past = { ...gone(reference("Hello")), addresses: { "/x/": { anchors: [] }, "/y/": { anchors: [] } } };
	const found = check({ [units]: reference("Hello") }, past);
	const text = applyFixes(contentWith({ [units]: reference("Hello") }).texts, found).get("data/redirects.yml")?.text ?? "";
	expect(text).toMatchInlineSnapshot(`
		"- { from: /old-help/, to: /data-entry/faq/ }
		- { from: /data-entry/old/, to: /data-entry/units/ }
		- { from: /x/, to: / }
		- { from: /y/, to: / }
		"
	`);
	expect(check({ [units]: reference("Hello"), "data/redirects.yml": text }, past)).toEqual([]);
});

test("the output of git is read as it is: renames, odd names, merges", () => {
	const blob = (digit: string) => digit.repeat(40);
	expect(parseRaw(`:100644 100644 ${blob("1")} ${blob("2")} R097\0a b.mdx\0ü\n.mdx\0\0:100644 000000 ${blob("3")} ${blob("0")} D\0c.mdx\0`)).toEqual([
		{ status: "R", path: "a b.mdx", to: "ü\n.mdx", oldBlob: blob("1"), newBlob: blob("2") },
		{ status: "D", path: "c.mdx", oldBlob: blob("3"), newBlob: blob("0") },
	]);
});

test("the list of published addresses is sorted, one address a line", () => {
	expect(
		formatPublished({ commit: "abc", date: "2026-11-21T14:00:00.000Z", addresses: { "/b/": { anchors: [] }, "/a/": { article: "a", anchors: ["x", "y"] } } }),
	).toMatchInlineSnapshot(`
			"{
				"commit": "abc",
				"date": "2026-11-21T14:00:00.000Z",
				"addresses": {
					"/a/": {"article":"a","anchors":["x","y"]},
					"/b/": {"anchors":[]}
				}
			}
			"
		`);
});

test("a list of published addresses that cannot be read is an error, one that is not there is none", () => {
	const folder = mkdtempSync(join(tmpdir(), "published-"));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	expect(readPublished(folder)).toEqual({});
	writeFileSync(join(folder, "published.json"), '{ "addresses": { "no-slash": {} } }');
	const { problem } = readPublished(folder);
	expect(problem && describeFinding({ ...problem, file: "published.json" })).toMatchInlineSnapshot(`
		"published.json:1:1  error  published/unreadable  the list of published addresses cannot be read
		  Why: Nobody would notice when an address that readers keep is lost.
		  Do:  Take it from git as it was (two changes of it may have been merged by hand), or deploy again."
	`);
});
