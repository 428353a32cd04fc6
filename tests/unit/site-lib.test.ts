import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { TrailEntry } from "#contract/tickets.ts";
import { flattenCategories, toCategories } from "#site/lib/categories.ts";
import { readContentData } from "#site/lib/content-data.ts";
import { dayInWords, reviewDue } from "#site/lib/dates.ts";
import { en } from "#site/strings/en/index.ts";
import { createSay } from "#site/strings/message.ts";
import { describeTrail } from "#site/lib/describe-trail.ts";
import { addressIn } from "#site/lib/language-address.ts";
import { createPathFormatter, parentIds, splitEntryId } from "#site/lib/paths.ts";
import { checkFrontMatter } from "#site/integrations/check-front-matter.ts";

const fixtures = resolve(import.meta.dirname, "../fixtures");
const temporary = mkdtempSync(join(tmpdir(), "site-lib-"));
afterAll(() => rmSync(temporary, { recursive: true }));

describe("addresses", () => {
	const pathOf = createPathFormatter({ defaultLocale: "en" });

	it.each([
		["", undefined, "/"],
		["data-entry/add", undefined, "/data-entry/add/"],
		["data-entry/add", "en", "/data-entry/add/"],
		["data-entry/add", "de", "/de/data-entry/add/"],
		["", "de", "/de/"],
	])("of %j in %s: %s", (id, locale, path) => {
		expect(pathOf(id, locale)).toBe(path);
	});

	it.each([
		["/contact/", "/de/contact/"],
		["/contact/?q=a", "/de/contact/?q=a"],
		["/support-policy/#hours", "/de/support-policy/#hours"],
		["/data-entry/faq/", "/de/data-entry/faq/"],
		["/release-notes/feed.xml", "/release-notes/feed.xml"],
		["/status/", "/status/"],
		["https://status.example", "https://status.example"],
		["//elsewhere.example/", "//elsewhere.example/"],
		["#top", "#top"],
	])("%s in German: %s", (href, german) => {
		expect(addressIn("/de", href)).toBe(german);
	});

	it("splits a collection id at the first slash", () => {
		expect(splitEntryId("en/data-entry/add")).toEqual({ locale: "en", id: "data-entry/add" });
	});

	it.each([
		["a", []],
		["a/b", ["a"]],
		["a/b/c", ["a", "a/b"]],
	])("the parents of %s are %j", (id, parents) => {
		expect(parentIds(id)).toEqual(parents);
	});
});

describe("categories", () => {
	const tree = toCategories([
		{
			slug: "a",
			title: "A",
			summary: "About a",
			icon: "chart",
			onHome: true,
			children: [{ slug: "b", title: "B", summary: "About b", children: [{ slug: "c", title: "C", summary: "About c", icon: "key" }] }],
		},
		{ slug: "d", title: "D", summary: "About d", onHome: false },
	] as unknown as Parameters<typeof toCategories>[0]);

	it("have paths as ids, and the icon of their parent unless they bring one", () => {
		expect(flattenCategories(tree).map(({ id, icon, onHome }) => [id, icon, onHome])).toEqual([
			["a", "chart", true],
			["a/b", "chart", true],
			["a/b/c", "key", true],
			["d", "page", false],
		]);
	});
});

describe("days", () => {
	it("are told in words without a shift of zone", () => {
		expect(dayInWords("2026-09-14")).toBe("14 September 2026");
		expect(dayInWords("2026-01-01", "de-DE")).toBe("1. Januar 2026");
	});

	it.each([
		["2026-09-14", "6 months", "2027-03-14"],
		["2026-11-30", "1 month", "2026-12-30"],
		["2026-01-31", "1 month", "2026-02-28"],
		["2026-08-31", "6 months", "2027-02-28"],
		["2027-08-31", "6 months", "2028-02-29"],
		["2028-02-29", "1 year", "2029-02-28"],
		["2026-12-31", "2 months", "2027-02-28"],
		["2026-09-14", "2 weeks", "2026-09-28"],
		["2026-12-31", "1 day", "2027-01-01"],
		["2026-09-14", "90 days", "2026-12-13"],
		["2026-09-14", "2 years", "2028-09-14"],
	])("a review of %s that holds %s is due on %s", (last, every, due) => {
		expect(reviewDue(last, every)).toBe(due);
	});

	it("a later review is never due earlier", () => {
		const days = fc.integer({ min: 0, max: 20_000 }).map((count) => new Date(count * 86_400_000).toISOString().slice(0, 10));
		fc.assert(
			fc.property(days, days, fc.integer({ min: 1, max: 36 }), fc.constantFrom("days", "weeks", "months", "years"), (a, b, count, unit) => {
				const [early = "", late = ""] = [a, b].sort();
				expect(reviewDue(early, `${count} ${unit}`) <= reviewDue(late, `${count} ${unit}`)).toBe(true);
				expect(reviewDue(early, `${count} ${unit}`) > early).toBe(true);
			}),
		);
	});
});

describe("the trail in words", () => {
	it.each<[TrailEntry, string]>([
		[{ kind: "search", query: "gri", results: 0 }, "Searched for “gri” (no good answer)"],
		[{ kind: "search", query: "gri", results: 1 }, "Searched for “gri” (1 result)"],
		[{ kind: "search", query: "gri", results: 7 }, "Searched for “gri” (7 results)"],
		[{ kind: "article", article: "a/b", title: "Add data" }, "Read “Add data”"],
		[{ kind: "vote", article: "a/b", helpful: "yes" }, "Said that a/b helped"],
		[{ kind: "vote", article: "a/b", helpful: "no" }, "Said that a/b did not help"],
		[{ kind: "rejected", article: "a/b", title: "Add data" }, "Was suggested “Add data”, which did not help"],
		[{ kind: "answer", question: "How do I add data?", article: "a/b", title: "Add data" }, "Asked “How do I add data?” and was shown “Add data”"],
		[{ kind: "answer", question: "Do you sell boats?" }, "Asked “Do you sell boats?” (no good answer)"],
		[
			{ kind: "guided", article: "a/b", title: "No login", answers: [{ question: "Does it open?", answer: "No" }], outcome: "It is offline" },
			"Answered in “No login”: Does it open? – No · Came to “It is offline”",
		],
		[
			{ kind: "guided", article: "a/b", title: "No login", answers: [{ question: "Does it open?", answer: "No" }] },
			"Answered in “No login”: Does it open? – No",
		],
	])("%j: %s", (item, words) => {
		expect(describeTrail(item, { t: en.contactSend.trail, say: createSay("en-GB") })).toBe(words);
	});
});

describe("the data files of a content folder", () => {
	it("are read with defaults, and absent ones that may be absent are empty", () => {
		const data = readContentData(`${fixtures}/content-sound`);
		expect(data.site.examples).toEqual([]);
		expect(data.site.accent).toEqual({ light: "#0f766e", dark: "#2dd4bf" });
		expect(data.support.promises.P3).toEqual({ meaning: "Blocked", firstResponse: 240, resolution: null, clock: "hours" });
		expect(data.synonyms).toEqual({ both: [], oneWay: [] });
		expect(readContentData(`${fixtures}/content-sound`)).toBe(data);
	});

	it("are refused as a whole with every mistake in them", () => {
		cpSync(`${fixtures}/content-sound/data`, join(temporary, "data"), { recursive: true });
		writeFileSync(join(temporary, "data/redirects.yml"), "- { from: old, to: /new/ }\n");
		writeFileSync(join(temporary, "data/synonyms.yml"), "both: [[alone]]\n");
		expect(() => readContentData(temporary)).toThrow(
			/^2 problems in the content\. Nothing was built\.\n\n(?:.|\n)+synonyms\.yml:1:\d+ {2}error {2}(?:.|\n)+redirects\.yml:1:\d+ {2}error {2}/,
		);
	});

	it("are asked for when one is missing", () => {
		expect(() => readContentData(`${fixtures}/no-such`)).toThrow(
			"tests/fixtures/no-such/data/site.yml is missing.\n  Why: The centre is built from it.\n  Do:  Copy it",
		);
	});
});

describe("front matter before the build", () => {
	it("passes a sound centre", () => {
		expect(() => checkFrontMatter(`${fixtures}/content-sound`)).not.toThrow();
	});

	it("stops the build and tells file, line, what and why, without a stack", () => {
		let stopped: unknown;
		try {
			checkFrontMatter(`${fixtures}/content-broken`);
		} catch (error) {
			stopped = error;
		}
		const { name, message, stack } = stopped as Error;
		expect(name).toBe("ContentError");
		expect(message).toMatch(
			/^\d+ problems? in the content\. Nothing was built\.\n\ntests\/fixtures\/content-broken\/articles\/.+\.mdx:\d+:\d+ {2}error {2}front-matter\//,
		);
		expect(message).toContain("\n  Why: ");
		expect(stack).toBe(message);
	});
});
