import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digestHtml } from "#scripts/lib/reporters/digest-html.ts";
import { digestMarkdown } from "#scripts/lib/reporters/digest-markdown.ts";
import { digestText } from "#scripts/lib/reporters/digest-text.ts";
import { plainNews } from "#worker/handoff/lib/plain-news.ts";
import { digestNews } from "#worker/reports/digest/digest-news.ts";
import { daysInWords, momentInWords } from "#worker/reports/digest/in-words.ts";
import { differ } from "#worker/reports/digest/trends.ts";
import { makeFixture } from "./digest-fixture.ts";

/** What a customer may type into a search or a subject. */
const hostile = fc.oneof(
	fc.constantFrom(
		"<script>alert(1)</script>",
		'"><img src=x onerror=alert(1)>',
		"](https://evil.example) [x",
		"https://evil.example www.evil.example",
		"ada@evil.example @ada #12",
		"| a | b |\n| --- | --- |",
		"`code` **bold** _em_ ~~no~~ $x$ &lt;",
		"\n# heading\n- item\n1. one",
		"\u202Ereversed\u0007",
		"'); DROP TABLE x; --",
	),
	fc.string({ unit: "grapheme", maxLength: 60 }),
);

describe("a digest as text", () => {
	it("tells the week, the next step first", () => {
		expect(digestText(makeFixture())).toMatchInlineSnapshot(`
			"Test centre: week 47 (2026-11-16 to 2026-11-22)

			Do first
			  - “export to pdf”: 41 searches by 30 visitors, and no article answers.
			      Write an article: npm run gaps
			  - “Single sign-on”: 12 tickets, and no article answers them.
			      Write one with npm run new, in the words below; name enterprise-sso under answers in its front matter, and merge it.

			Hand-over to the desk
			  - 2 messages of customers reached no desk and need a person.
			  - desk: 2 given up, 3 waiting (the desk answered 503)
			  - 3 waiting to be handed over, the oldest since 2026-11-23 07:58.

			The seven metrics
			  Metric                Value            Of                                         Change            Target        Verdict
			  ────────────────────  ───────────────  ─────────────────────────────────────────  ────────────────  ────────────  ──────────────────────────
			  Deflection rate       34.8 %           69 contact sessions whose 7 days are over  up 1.4 points     30–50 %       On target
			  Article helpfulness   72.0 %           53 votes                                   down 11.0 points  80 % or more  Between target and warning
			  Search success        64.7 %           1730 searches                              up 2.4 points     60 % or more  On target
			  Zero-result searches  21.0 %           1730 searches                              up 7.3 points     below 10 %    Needs attention
			  Article coverage      90.0 %           10 ticket categories                       unchanged         80 % or more  On target
			  Content freshness     88.0 %           75 articles                                down 2.0 points   90 % or more  Between target and warning
			  Time to answer        not enough data  12 sessions                                –                 under 2 min   Not enough data

			Against the week before
			  Count     This week  Week before  Change
			  ────────  ─────────  ───────────  ──────────────────────
			  Searches  1730       1400         up 24 %
			  Tickets   30         27           up 11 %, may be chance
			  Votes     3          0            none before

			What customers wrote about
			  - Single sign-on: 12 tickets (before: 4), no article answers it
			      “export to pdf” (7 tickets)
			      “Okta says no”
			  - Something else: 5 tickets (before: 6), not meant for articles

			Searches that do not end well
			  - “export to pdf”: 41 searches by 30 visitors (searches before: 12): no article
			      also: “pdf export”, “export to pdf”
			      was looking for: “export to pdf”
			      Next: Write an article: npm run gaps

			Searched all at once
			  - “export to pdf”, “is it down”: 80 searches on 2026-11-18; 1 are usual. Something was broken: no article is missing.

			What has become better
			  - Searches for “export to pdf” succeed since the change of 2026-11-10: 80.0 % of 25, before 10.0 %.
			  - The rewrite of “How do I import values?” (2026-11-12) helped: 90 % of 20 (70–97 %), before 25 % of 20 (11–47 %).
			  - “How do I export a report?” answered 6 customers who had opened the contact page.

			Articles that help too few
			  - “How do I invite a <user>?”: 4 of 25 said Yes (most given reason: it is out of date)

			Overdue reviews by owner
			  Owner           Overdue  Of           Waits the longest      Due
			  ──────────────  ───────  ───────────  ─────────────────────  ──────────
			  data & reports  2        12 articles  How do I add a value?  2026-10-08

			How to read this
			  - Overdue reviews and hand-overs are as they stand now; all else is of the week.
			  - 3.2 % of what came is not counted: 120 by bots, 30 by staff, 4 sent twice, 0 too quick for a person."
		`);
	});

	it("says so where there is nothing", () => {
		const nothing = makeFixture("x", {
			actions: [],
			themes: [],
			gaps: [],
			incidents: [],
			wins: [],
			lowestRated: [],
			overdueReviews: [],
			handoffs: { dead: 0, waiting: 0, oldestWaiting: null, troubled: [] },
		});
		const text = digestText(nothing);
		for (const said of [
			"Nothing asks for a change this week.",
			"No tickets this week.",
			"No gap was found.",
			"No review is overdue.",
			"Everything was handed over.",
		])
			expect(text).toContain(said);
	});

	it("moves no cursor of a terminal", () => {
		expect(digestText(makeFixture("\u001b[2J\u202Eevil"))).not.toMatch(/[\u001b\u202E]/); // eslint-disable-line no-control-regex -- They are what is looked for.
	});
});

describe("a digest as Markdown", () => {
	const parse = unified().use(remarkParse).use(remarkGfm);

	/** Its nodes other than words; their addresses lead to the centre. */
	function nodesOf(markdown: string): string[] {
		const nodes: string[] = [];
		visit(parse.parse(markdown), (node) => {
			if (node.type === "link") expect(node.url).toMatch(/^https:\/\/centre\.example\//);
			if (node.type !== "text") nodes.push(node.type);
		});
		return nodes;
	}

	it("holds customers' words as words, whatever they are", () => {
		const plain = nodesOf(digestMarkdown(makeFixture("plain")));
		fc.assert(
			fc.property(hostile, (words) => {
				expect(nodesOf(digestMarkdown(makeFixture(words)))).toEqual(plain);
			}),
			{ numRuns: 40 },
		);
	}, 30_000);
});

describe("a digest as a page", () => {
	/** What begins and ends markup: a page with other words has just as much of it. */
	const signs = (page: string) => page.replace(/[^<>"]/g, "");

	it("holds customers' words as words, and asks nobody for anything", () => {
		const plain = signs(digestHtml(makeFixture("plain")));
		fc.assert(
			fc.property(hostile, (words) => {
				const page = digestHtml(makeFixture(words));
				expect(signs(page)).toBe(plain);
				for (const [, address = ""] of page.matchAll(/\s(?:href|src)="([^"]*)"/g)) expect(address).toMatch(/^https:\/\/centre\.example\//);
			}),
		);
		expect(digestHtml(makeFixture())).not.toMatch(/<(?:script|link|img|iframe)|url\(|@import/);
	});

	it("turns no text around, and breaks no line within a thing", () => {
		expect(digestHtml(makeFixture("a\u202Eb\u2066c\nd"))).toMatch(/a\uFFFDb\uFFFDc d/);
		expect(digestHtml(makeFixture("a\u202Eb"))).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
	});

	it("is a sheet of A4 on paper that breaks between things, not within", () => {
		const page = digestHtml(makeFixture());
		expect(page).toContain("@page { size: A4;");
		expect(page).toContain("break-inside: avoid");
		expect(page).toContain("<h1>The week of 16 to 22 November 2026</h1>");
	});
});

describe("a digest as news", () => {
	it("has no address but its own, and turns no text around", () => {
		const words = "see https://evil.example or www.evil.example\n\u202Enow";
		const { title, sections, data } = plainNews(digestNews(makeFixture(words, { centre: "Centre \u202E" })));
		const said = [title, ...sections.flatMap(({ lines = [], links = [] }) => [...lines, ...links.map(({ label }) => label)])].join("\n");
		expect(said).toContain("see https:\u200B//evil.example or www\u200B.evil.example \uFFFDnow");
		expect(said).not.toMatch(/:\/\/|www\.|[\u202A-\u202E]/);
		expect(sections.flatMap(({ links = [] }) => links.map(({ url }) => url))).toEqual(["https://centre.example/manage?from=2026-11-16&to=2026-11-22"]);
		expect(JSON.stringify(data)).toContain("https://evil.example");
	});
});

describe("words of a digest", () => {
	it("are those of the desk's clocks", () => {
		expect(momentInWords("2026-10-25T00:30:00Z", "Europe/London")).toBe("2026-10-25 01:30");
		expect(momentInWords("2026-10-25T01:30:00Z", "Europe/London")).toBe("2026-10-25 01:30");
		expect(momentInWords("2026-11-22T21:00:00Z", "Australia/Sydney")).toBe("2026-11-23 08:00");
	});

	it("name the days of a week across months and years", () => {
		expect(daysInWords("2026-11-30", "2026-12-06")).toBe("30 November to 6 December 2026");
		expect(daysInWords("2026-12-28", "2027-01-03")).toBe("28 December 2026 to 3 January 2027");
	});

	it("call a change chance where it may be", () => {
		expect([differ(30, 23), differ(10, 2), differ(1000, 900), differ(3, 0), differ(4, 0), differ(0, 0)]).toEqual([false, true, true, false, true, false]);
	});
});
