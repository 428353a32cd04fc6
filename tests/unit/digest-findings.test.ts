import { describe, expect, it } from "vitest";
import type { DigestGap, DigestTheme } from "#contract/digest.ts";
import type { Gap } from "#contract/gaps.ts";
import type { OverdueReviews, RatedArticle, Rewrite } from "#contract/reports.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import type { Sums } from "#worker/queries/rollups.ts";
import { actionsOf } from "#worker/reports/digest/actions.ts";
import { gapsOfWeek } from "#worker/reports/digest/gaps-of-week.ts";
import { gapItem, incidentItem, winItem } from "#worker/reports/digest/items.ts";
import { notesOf } from "#worker/reports/digest/notes.ts";
import { partsOf } from "#worker/reports/digest/parts.ts";
import { themesOf } from "#worker/reports/digest/themes.ts";
import { differ, trendsOf } from "#worker/reports/digest/trends.ts";
import { winsOf } from "#worker/reports/digest/wins.ts";
import { makeFixture } from "./digest-fixture.ts";

const site = {
	defaultLocale: "en",
	articles: { "a/b": { title: "Sign in", url: "/a/b/" }, "a/c": { title: "Import", url: "/a/c/" } },
} as unknown as SiteManifest;

const theme = (changes: Partial<DigestTheme>): DigestTheme => ({
	...{ id: "login", label: "Signing in", tickets: 3, previous: 0, articles: 0, covered: true, topics: [] },
	...changes,
});
const gap = (query: string, changes: Partial<DigestGap> = {}): DigestGap => ({
	...{ query, searches: 4, visitors: 3, previous: null, diagnosis: "no-article", action: "Write it.", failing: false, phrasings: [], told: [] },
	...changes,
});
const rated = (changes: Partial<RatedArticle>): RatedArticle => ({
	...{ article: "a/b", title: "Sign in", url: "/a/b/", file: "x", edit: null, yes: 4, no: 21, lowerBound: 0, upperBound: 1, reason: null, reasonVotes: 0 },
	...changes,
});
const overdue = (owner: string, n: number, url: string): OverdueReviews => ({
	...{ owner, overdue: n, articles: 9 },
	longest: { article: "a/c", title: "Import", url, due: "2026-10-08", file: "x", edit: null },
});

const nothing = { from: "2026-11-16", to: "2026-11-22", themes: [], gaps: [], lowestRated: [], overdueReviews: [], site };

describe("what to do first", () => {
	it("is the worst of each kind, then the next ones, five at most", () => {
		const found = actionsOf({
			...nothing,
			themes: [theme({ label: "One" }), theme({ label: "Two" })],
			gaps: [gap("first"), gap("second"), gap("third")],
			lowestRated: [rated({ title: "Low" })],
			overdueReviews: [overdue("team", 2, "/a/c/")],
		});
		expect(found.map(({ found: what }) => /“([^”]+)”/.exec(what)?.[1])).toEqual(["One", "first", "Low", "Import", "Two"]);
		expect(actionsOf(nothing)).toEqual([]);
	});

	it("is an article for tickets that none answers, and a better one for a topic that many write about", () => {
		const themes = [theme({ articles: 2, topics: [{ words: "no code comes", tickets: 10 }] }), theme({ id: "sso", label: "Single sign-on", tickets: 12 })];
		expect(actionsOf({ ...nothing, themes })).toMatchInlineSnapshot(`
			[
			  {
			    "do": "Write one with npm run new, in the words below; name sso under answers in its front matter, and merge it.",
			    "found": "“Single sign-on”: 12 tickets, and no article answers them.",
			    "href": "/manage/contact?from=2026-11-16&to=2026-11-22",
			  },
			  {
			    "do": "Write what they ask for and the articles do not say: a section, or an article with npm run new; then merge it.",
			    "found": "“no code comes”: 10 tickets on one topic, although 2 articles answer “Signing in”.",
			    "href": "/manage/contact?from=2026-11-16&to=2026-11-22",
			  },
			]
		`);
		const one = actionsOf({ ...nothing, themes: [theme({ articles: 1, topics: [{ words: "no code comes", tickets: 11 }] })] });
		expect(one[0]?.found).toBe("“no code comes”: 11 tickets on one topic, although an article answers “Signing in”.");
	});

	it.each([
		["two tickets that no article answers", theme({ tickets: 2 }), 0],
		["three of them", theme({ tickets: 3 }), 1],
		["nine tickets on a topic that is answered", theme({ articles: 1, topics: [{ words: "x", tickets: 9 }] }), 0],
		["ten of them", theme({ articles: 1, topics: [{ words: "x", tickets: 10 }] }), 1],
		["what needs no article", theme({ covered: false, tickets: 99 }), 0],
	])("asks, for %s, for what it should", (_, one, n) => {
		expect(actionsOf({ ...nothing, themes: [one] })).toHaveLength(n);
	});

	it.each([
		["no-article", false, "and no article answers"],
		["other-words", false, "and the article that answers uses other words"],
		["not-clicked", false, "and what was found was not opened"],
		["not-helpful", false, "and the article that was opened did not help"],
		["no-article", true, "and they still fail after the change that was made for them"],
	] as const)("says why searches do not end well: %s, failing %s", (diagnosis, failing, why) => {
		expect(actionsOf({ ...nothing, gaps: [gap("export", { diagnosis, failing })] })).toEqual([
			{
				found: `“export”: 4 searches by 3 visitors, ${why}.`,
				do: "Write it. Then review the change and merge it.",
				href: "/manage/search?from=2026-11-16&to=2026-11-22#gaps",
			},
		]);
	});

	it("is to rewrite what does not help, with the reason that most gave", () => {
		expect(actionsOf({ ...nothing, lowestRated: [rated({ reason: "It is out of date" }), rated({})] })).toMatchInlineSnapshot(`
			[
			  {
			    "do": "Rewrite content/articles/en/a/b.mdx and merge it; the report then compares before and after.",
			    "found": "“Sign in”: 21 of 25 readers say that it does not help (mostly: it is out of date).",
			    "href": "/manage/articles?from=2026-11-16&to=2026-11-22",
			  },
			  {
			    "do": "Rewrite content/articles/en/a/b.mdx and merge it; the report then compares before and after.",
			    "found": "“Sign in”: 21 of 25 readers say that it does not help.",
			    "href": "/manage/articles?from=2026-11-16&to=2026-11-22",
			  },
			]
		`);
	});

	it("is to review what waits the longest, of all owners together", () => {
		expect(actionsOf({ ...nothing, overdueReviews: [overdue("team", 2, "/a/c/"), overdue("others", 1, "/a/b/")] })).toMatchInlineSnapshot(`
			[
			  {
			    "do": "Read content/articles/en/a/c.mdx, put right what is no longer true, set lastReviewed to the day, and merge it.",
			    "found": "3 reviews are overdue, the longest since 2026-10-08: “Import” (team).",
			    "href": "/manage/freshness",
			  },
			]
		`);
		expect(actionsOf({ ...nothing, overdueReviews: [overdue("team", 1, "/gone/")] })).toMatchInlineSnapshot(`
			[
			  {
			    "do": "Read it, put right what is no longer true, set lastReviewed to the day, and merge it.",
			    "found": "1 review is overdue, the longest since 2026-10-08: “Import” (team).",
			    "href": "/manage/freshness",
			  },
			]
		`);
	});
});

describe("the gaps of a week", () => {
	const found = (query: string, state: string, phrasings: string[] = []) =>
		({ ...gap(query), state, phrasings: [query, ...phrasings].map((one) => ({ query: one })), told: ["a", "b", "c", "d"] }) as unknown as Gap;

	it("are those that are open or still fail, five at most", () => {
		const gaps = ["open", "landed", "failing", "closed", "open", "open", "open", "open"].map((state, at) => found(`q${at}`, state));
		expect(gapsOfWeek(gaps).map(({ query, failing }) => [query, failing])).toEqual([
			["q0", false],
			["q2", true],
			["q4", false],
			["q5", false],
			["q6", false],
		]);
	});

	it("come with three other ways of writing them, and three of what readers said", () => {
		const [one] = gapsOfWeek([found("a", "open", ["b", "c", "d", "e"])]);
		expect([one?.phrasings, one?.told]).toEqual([
			["b", "c", "d"],
			["a", "b", "c"],
		]);
	});
});

describe("themes", () => {
	const of = (category: string, tickets: number) => ({ category, label: category, tickets, previous: 1, articles: 1, covered: true });

	it("are five categories with tickets, each with its topics", () => {
		const themes = themesOf(
			[of("a", 3), of("none", 0), of("b", 1), of("c", 1), of("d", 1), of("e", 1), of("f", 1)],
			new Map([["a", [{ words: "x", tickets: 2 }]]]),
		);
		expect(themes.map(({ id, topics }) => [id, topics.length])).toEqual([
			["a", 1],
			["b", 0],
			["c", 0],
			["d", 0],
			["e", 0],
		]);
		expect(themes[0]).toEqual({ id: "a", label: "a", tickets: 3, previous: 1, articles: 1, covered: true, topics: [{ words: "x", tickets: 2 }] });
	});
});

describe("counts beside those of the week before", () => {
	it.each([
		[10, 10, false],
		[20, 10, false],
		[21, 10, true],
		[10, 21, true],
		[3, 0, false],
		[4, 0, true],
		[0, 0, false],
	])("%i and %i differ by more than chance: %s", (a, b, is) => {
		expect(differ(a, b)).toBe(is);
	});

	it("name what they count", () => {
		const sums = (n: number): Sums =>
			new Map(
				[
					"page_views",
					"visitors",
					"searches",
					"searches_zero",
					"answers_shown",
					"answers_rejected",
					"contact_sessions",
					"tickets",
					"votes_yes",
					"votes_no",
				].map((metric, at) => [metric, new Map([["", n * (at + 1)]])]),
			);
		expect(trendsOf(sums(10), sums(1)).map((trend) => Object.values(trend).join(" | "))).toMatchInlineSnapshot(`
			[
			  "page-views | Page views | Pages that people opened. | 10 | 1 | true",
			  "visitor-days | Visitor-days | A visitor counts once a day. | 20 | 2 | true",
			  "searches | Searches | Settled searches. | 30 | 3 | true",
			  "zero-results | Searches without an answer | Settled searches without a good answer. | 40 | 4 | true",
			  "answers | Answers | What the answer box showed. | 50 | 5 | true",
			  "answers-rejected | Answers that did not help | Answers that readers rejected. | 60 | 6 | true",
			  "contact-sessions | Contact sessions | Sessions that opened the contact page. | 70 | 7 | true",
			  "tickets | Tickets | Messages that were sent, whatever the way. | 80 | 8 | true",
			  "votes | Votes | Answers to “Was this article helpful?”. | 190 | 19 | true",
			]
		`);
	});
});

describe("what has become better", () => {
	const revision = (yes: number, no: number) => ({ yes, no, share: yes / (yes + no), lowerBound: 0, upperBound: 1 });
	const closed = (since: string, state = "closed") =>
		({ ...gap("export"), state, landed: { since, before: { answered: 0.1, n: 20 }, after: { answered: 0.8, n: 25 } } }) as unknown as Gap;
	const rewrite = (since: string, after = revision(40, 2)): Rewrite => ({
		article: "a/b",
		title: "Sign in",
		url: "/a/b/",
		since,
		before: revision(5, 15),
		after,
	});
	const work = { to: "2026-11-22", gaps: [], rewrites: [], deflections: [], site };

	it.each([
		["2026-11-22", 1],
		["2026-10-26", 1],
		["2026-10-25", 0],
		["2026-11-23", 0],
	])("is the work of the last four weeks: changed on %s, %i of each", (since, n) => {
		const wins = winsOf({ ...work, gaps: [closed(since)], rewrites: [rewrite(since)] });
		expect([wins.filter(({ kind }) => kind === "gap").length, wins.filter(({ kind }) => kind === "rewrite").length]).toEqual([n, n]);
	});

	it("is a gap that was closed, and a rewrite that surely helped", () => {
		expect(winsOf({ ...work, gaps: [closed(work.to, "landed")], rewrites: [rewrite(work.to, revision(6, 14))] })).toEqual([]);
		expect(winsOf({ ...work, gaps: [closed(work.to)] })).toEqual([{ kind: "gap", query: "export", since: work.to, before: 0.1, after: 0.8, n: 25 }]);
	});

	it("is an article that spared customers a ticket, three at most", () => {
		const deflections = [
			{ article: "a/b", n: 6 },
			{ article: "a/gone", n: 2 },
			{ article: "a/c", n: 1 },
			{ article: "a/d", n: 1 },
		];
		expect(winsOf({ ...work, deflections })).toEqual([
			{ kind: "deflection", title: "Sign in", url: "/a/b/", n: 6 },
			{ kind: "deflection", title: "a/gone", url: "/a/gone/", n: 2 },
			{ kind: "deflection", title: "Import", url: "/a/c/", n: 1 },
		]);
	});

	it("is told in words", () => {
		expect([
			winItem({ kind: "gap", query: "a & b", since: "2026-11-10", before: 0.1, after: 0.8, n: 25 }),
			winItem({ kind: "rewrite", title: "Sign in", url: "/a/b/", since: "2026-11-10", before: revision(5, 15), after: revision(40, 2) }),
			winItem({ kind: "deflection", title: "Sign in", url: "/a/b/", n: 1 }),
			winItem({ kind: "deflection", title: "Sign in", url: "/a/b/", n: 2 }),
		]).toMatchInlineSnapshot(`
			[
			  {
			    "href": "/search/?q=a%20%26%20b",
			    "more": [],
			    "text": "Searches for “a & b” succeed since the change of 2026-11-10: 80.0 % of 25, before 10.0 %.",
			  },
			  {
			    "href": "/a/b/",
			    "more": [],
			    "text": "The rewrite of “Sign in” (2026-11-10) helped: 95 % of 42 (0–100 %), before 25 % of 20 (0–100 %).",
			  },
			  {
			    "href": "/a/b/",
			    "more": [],
			    "text": "“Sign in” answered a customer who had opened the contact page.",
			  },
			  {
			    "href": "/a/b/",
			    "more": [],
			    "text": "“Sign in” answered 2 customers who had opened the contact page.",
			  },
			]
		`);
	});
});

describe("a gap in words", () => {
	it.each(["no-article", "other-words", "not-clicked", "not-helpful"] as const)("says why: %s", (diagnosis) => {
		expect(
			gapItem(gap("export all", { diagnosis, previous: 2, phrasings: ["all out", "dump"], told: ["my data"] }))
				.text.split(": ")
				.at(-1),
		).toBe(
			{
				"no-article": "no article",
				"other-words": "an article exists but uses other words",
				"not-clicked": "found but not opened",
				"not-helpful": "opened but not helpful",
			}[diagnosis],
		);
	});

	it("says only what is known", () => {
		expect(gapItem(gap("a", { searches: 1, visitors: 1 }))).toMatchInlineSnapshot(`
			{
			  "href": "/search/?q=a",
			  "more": [
			    "Next: Write it.",
			  ],
			  "text": "“a”: 1 search by 1 visitor: no article",
			}
		`);
	});
});

describe("searches of an incident in words", () => {
	const incident = { first: "2026-11-18", last: "2026-11-18", queries: ["down", "is it down", "offline", "502"], searches: 80, usual: 1, ticketed: 9 };

	it("name three of them, and its days", () => {
		expect(incidentItem(incident).text).toMatchInlineSnapshot(
			`"“down”, “is it down”, “offline”: 80 searches on 2026-11-18; 1 are usual. Something was broken: no article is missing."`,
		);
		expect(incidentItem({ ...incident, last: "2026-11-19", queries: ["down"] }).text).toMatchInlineSnapshot(
			`"“down”: 80 searches on 2026-11-18 and 2026-11-19; 1 are usual. Something was broken: no article is missing."`,
		);
	});
});

describe("what a reader must know of the figures", () => {
	const known = {
		complete: true,
		sample: false,
		known: { from: "2026-11-09", to: "2026-11-15" },
		zeroResultsFrom: "2026-08-01",
		from: "2026-11-16",
		firstCounted: null,
	};

	it("is said with the figures", () => {
		expect(notesOf(known)).toMatchInlineSnapshot(`
			[
			  "Whether “this solved it” holds is known after seven days: deflection is that of 2026-11-09 to 2026-11-15.",
			  "Overdue reviews and hand-overs are as they stand now; all else is of the week.",
			]
		`);
		expect(notesOf({ ...known, complete: false, sample: true, zeroResultsFrom: "2026-11-17", known: { from: "2026-11-09", to: "2026-11-08" } }))
			.toMatchInlineSnapshot(`
			[
			  "These figures contain sample data: made-up events. Remove them with npm run sample -- remove.",
			  "The week is not over: it is compared with a whole one.",
			  "The words of searches are kept for a limited time: here they reach back to 2026-11-17.",
			  "Whether “this solved it” holds is known after seven days: of the week before, no day is known yet, so that there is no deflection.",
			  "Overdue reviews and hand-overs are as they stand now; all else is of the week.",
			]
		`);
		expect(notesOf({ ...known, firstCounted: "2026-11-30" })).toMatchInlineSnapshot(`
			[
			  "There are no figures of this week: the first are of 2026-11-30.",
			  "Hand-overs are as they stand now.",
			]
		`);
	});

	it("is not said of words that reach back to the week's first day", () => {
		expect(notesOf({ ...known, zeroResultsFrom: known.from })).toHaveLength(2);
	});

	it("says that one day of deflections is known", () => {
		expect(notesOf({ ...known, known: { from: "2026-11-09", to: "2026-11-09" } })[0]).toContain("that of 2026-11-09 to 2026-11-09");
	});
});

describe("the parts of a digest", () => {
	const partOf = (id: string, changes: Parameters<typeof makeFixture>[1]) => partsOf(makeFixture("export", changes)).find((part) => part.id === id);

	it("stand with the hand-over before the figures where a desk is in trouble, else behind the reviews; incidents only where there were some", () => {
		const handoffs = { dead: 0, waiting: 0, oldestWaiting: null, troubled: [] };
		expect(partsOf(makeFixture()).map(({ id }) => id)).toMatchInlineSnapshot(`
			[
			  "actions",
			  "handoffs",
			  "metrics",
			  "trends",
			  "themes",
			  "gaps",
			  "incidents",
			  "wins",
			  "lowest-rated",
			  "reviews",
			  "notes",
			]
		`);
		expect(partsOf(makeFixture("x", { handoffs, incidents: [] })).map(({ id }) => id)).toMatchInlineSnapshot(`
			[
			  "actions",
			  "metrics",
			  "trends",
			  "themes",
			  "gaps",
			  "wins",
			  "lowest-rated",
			  "reviews",
			  "handoffs",
			  "notes",
			]
		`);
	});

	it("say so where there is nothing", () => {
		const nobody = { actions: [], themes: [], gaps: [], wins: [], lowestRated: [], overdueReviews: [] };
		expect(partsOf(makeFixture("x", nobody)).map(({ heading, empty }) => `${heading}: ${empty}`)).toMatchInlineSnapshot(`
			[
			  "Do first: Nothing asks for a change this week.",
			  "Hand-over to the desk: Everything was handed over.",
			  "The seven metrics: ",
			  "Against the week before: ",
			  "What customers wrote about: No tickets this week.",
			  "Searches that do not end well: No gap was found.",
			  "Searched all at once: ",
			  "What has become better: Nothing that could be told apart from chance.",
			  "Articles that help too few: No article with five votes or more is surely below 80 %.",
			  "Overdue reviews by owner: No review is overdue.",
			  "How to read this: ",
			]
		`);
	});

	it("tell what waits at the desks", () => {
		const desk = { destination: "desk", dead: 0, waiting: 4, reason: null };
		const at = (handoffs: Parameters<typeof makeFixture>[1]) => partOf("handoffs", handoffs)?.items;
		expect(at({ handoffs: { dead: 1, waiting: 1, oldestWaiting: null, troubled: [desk] } })).toMatchInlineSnapshot(`
			[
			  {
			    "href": "/manage/handoffs",
			    "more": [],
			    "text": "1 message of customers reached no desk and needs a person.",
			  },
			  {
			    "more": [],
			    "text": "desk: 0 given up, 4 waiting",
			  },
			  {
			    "more": [],
			    "text": "1 waiting to be handed over.",
			  },
			]
		`);
		expect(at({ handoffs: { dead: 0, waiting: 0, oldestWaiting: null, troubled: [] } })).toEqual([]);
	});

	it("tell each metric in a row, and in a line of words", () => {
		expect(partOf("metrics", {})?.table).toMatchInlineSnapshot(`
			{
			  "heads": [
			    "Metric",
			    "Value",
			    "Of",
			    "Change",
			    "Target",
			    "Verdict",
			  ],
			  "rows": [
			    {
			      "cells": [
			        "Deflection rate",
			        "34.8 %",
			        "69 contact sessions whose 7 days are over",
			        "up 1.4 points",
			        "30–50 %",
			        "On target",
			      ],
			      "line": "Deflection rate: 34.8 % of 69 contact sessions whose 7 days are over, up 1.4 points. On target",
			    },
			    {
			      "cells": [
			        "Article helpfulness",
			        "72.0 %",
			        "53 votes",
			        "down 11.0 points",
			        "80 % or more",
			        "Between target and warning",
			      ],
			      "line": "Article helpfulness: 72.0 % of 53 votes, down 11.0 points. Between target and warning",
			    },
			    {
			      "cells": [
			        "Search success",
			        "64.7 %",
			        "1730 searches",
			        "up 2.4 points",
			        "60 % or more",
			        "On target",
			      ],
			      "line": "Search success: 64.7 % of 1730 searches, up 2.4 points. On target",
			    },
			    {
			      "cells": [
			        "Zero-result searches",
			        "21.0 %",
			        "1730 searches",
			        "up 7.3 points",
			        "below 10 %",
			        "Needs attention",
			      ],
			      "line": "Zero-result searches: 21.0 % of 1730 searches, up 7.3 points. Needs attention",
			    },
			    {
			      "cells": [
			        "Article coverage",
			        "90.0 %",
			        "10 ticket categories",
			        "unchanged",
			        "80 % or more",
			        "On target",
			      ],
			      "line": "Article coverage: 90.0 % of 10 ticket categories, unchanged. On target",
			    },
			    {
			      "cells": [
			        "Content freshness",
			        "88.0 %",
			        "75 articles",
			        "down 2.0 points",
			        "90 % or more",
			        "Between target and warning",
			      ],
			      "line": "Content freshness: 88.0 % of 75 articles, down 2.0 points. Between target and warning",
			    },
			    {
			      "cells": [
			        "Time to answer",
			        "not enough data",
			        "12 sessions",
			        "–",
			        "under 2 min",
			        "Not enough data",
			      ],
			      "line": "Time to answer: not enough data (12 sessions)",
			    },
			  ],
			}
		`);
	});

	it("tell counts beside those of the week before", () => {
		const count = (value: number, previous: number, notable: boolean) => ({ id: "x", label: "Things", definition: "", value, previous, notable });
		const trends = [count(5, 5, false), count(5, 0, true), count(6, 5, false), count(15, 10, true), count(10, 15, true)];
		expect(partOf("trends", { trends })?.table).toMatchInlineSnapshot(`
			{
			  "heads": [
			    "Count",
			    "This week",
			    "Week before",
			    "Change",
			  ],
			  "rows": [
			    {
			      "cells": [
			        "Things",
			        "5",
			        "5",
			        "unchanged",
			      ],
			      "line": "Things: 5 (before: 5), unchanged",
			    },
			    {
			      "cells": [
			        "Things",
			        "5",
			        "0",
			        "none before",
			      ],
			      "line": "Things: 5 (before: 0), none before",
			    },
			    {
			      "cells": [
			        "Things",
			        "6",
			        "5",
			        "up 20 %, may be chance",
			      ],
			      "line": "Things: 6 (before: 5), up 20 %, may be chance",
			    },
			    {
			      "cells": [
			        "Things",
			        "15",
			        "10",
			        "up 50 %",
			      ],
			      "line": "Things: 15 (before: 10), up 50 %",
			    },
			    {
			      "cells": [
			        "Things",
			        "10",
			        "15",
			        "down 33 %",
			      ],
			      "line": "Things: 10 (before: 15), down 33 %",
			    },
			  ],
			}
		`);
	});

	it("tell themes by what answers them", () => {
		const themes = [
			theme({ tickets: 1, articles: 1 }),
			theme({
				articles: 2,
				topics: [
					{ words: "a", tickets: 1 },
					{ words: "b", tickets: 2 },
				],
			}),
			theme({}),
			theme({ covered: false }),
		];
		expect(partOf("themes", { themes })?.items).toMatchInlineSnapshot(`
			[
			  {
			    "more": [],
			    "text": "Signing in: 1 ticket (before: 0), answered by 1 article",
			  },
			  {
			    "more": [
			      "“a”",
			      "“b” (2 tickets)",
			    ],
			    "text": "Signing in: 3 tickets (before: 0), answered by 2 articles",
			  },
			  {
			    "more": [],
			    "text": "Signing in: 3 tickets (before: 0), no article answers it",
			  },
			  {
			    "more": [],
			    "text": "Signing in: 3 tickets (before: 0), not meant for articles",
			  },
			]
		`);
	});

	it("tell articles that help too few, and reviews by owner", () => {
		expect(partOf("lowest-rated", { lowestRated: [rated({ reason: "It is out of date" }), rated({ url: null })] })?.items).toMatchInlineSnapshot(`
			[
			  {
			    "href": "/a/b/",
			    "more": [],
			    "text": "“Sign in”: 4 of 25 said Yes (most given reason: it is out of date)",
			  },
			  {
			    "more": [],
			    "text": "“Sign in”: 4 of 25 said Yes",
			  },
			]
		`);
		expect(partOf("reviews", { overdueReviews: [overdue("team", 1, "/a/c/")] })?.table).toMatchInlineSnapshot(`
			{
			  "heads": [
			    "Owner",
			    "Overdue",
			    "Of",
			    "Waits the longest",
			    "Due",
			  ],
			  "rows": [
			    {
			      "cells": [
			        "team",
			        "1",
			        "9 articles",
			        "Import",
			        "2026-10-08",
			      ],
			      "line": "team: 1 of 9 articles; the longest since 2026-10-08: “Import”",
			    },
			  ],
			}
		`);
	});

	it("end with how to read them, and what was left out", () => {
		const of = (excluded: object) =>
			partOf("notes", { notes: ["A note."], excluded: { bot: 0, staff: 0, replay: 0, machine: 0, flood: 0, share: 0.0325, ...excluded } });
		expect(of({})?.items).toEqual([
			{ text: "A note.", more: [] },
			{ text: "Nothing was left out of these figures.", more: [] },
		]);
		expect(of({ bot: 1, staff: 2, replay: 3, machine: 4 })?.items?.[1]?.text).toMatchInlineSnapshot(
			`"3.3 % of what came is not counted: 1 by bots, 2 by staff, 3 sent twice, 4 too quick for a person."`,
		);
		expect(of({ flood: 5 })?.items?.[1]?.text).toMatchInlineSnapshot(
			`"3.3 % of what came is not counted: 0 by bots, 0 by staff, 0 sent twice, 0 too quick for a person, 5 too many from one network."`,
		);
	});
});
