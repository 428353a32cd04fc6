import { describe, expect, it } from "vitest";
import type { OverviewReport } from "#contract/reports.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import type { Sums } from "#worker/queries/rollups.ts";
import { addSums, narrowSums, ticketCategoriesOf, topCategory } from "#worker/reports/narrow.ts";
import { overdueByOwner } from "#worker/reports/overdue-reviews.ts";
import { overviewTables } from "#worker/reports/overview-tables.ts";
import { createReplay, type Ask } from "#worker/reports/replay.ts";
import { describeRewrites } from "#worker/reports/rewrites.ts";
import { wordsOf } from "./report-words.ts";

const empty = {
	...{ from: "2026-10-23", to: "2026-11-21", days: 30, zeroResultsFrom: "2026-10-23", metrics: [], ratedArticles: 0 },
	...{ zeroResults: [], lowestRated: [], rewrites: [], overdueReviews: [], ticketsByCategory: [] },
} as unknown as OverviewReport;
const rowsOf = (id: string, changes: Partial<OverviewReport>) => overviewTables({ ...empty, ...changes }).find((table) => table.id === id)?.rows;

describe("the lists of the overview", () => {
	it("say what they hold", () => {
		expect(overviewTables(empty).map(wordsOf).join("\n\n")).toMatchInlineSnapshot(`
			"zero: Searches without an answer
			Settled searches that found nothing confident, all spellings of one thing together, the most frequent first.
			Nobody has searched in this period.
			search | Search | The most frequent spelling.
			searches | Searches | count | Settled searches with any of the spellings.
			visitors | Visitors | count | Visitor-days: a visitor counts once a day, however many spellings were tried.
			last_seen | Last seen | day

			rated: Lowest-rated articles
			Articles with five votes or more that are surely below the target of 80 %, the worst first.
			No votes in this period.
			article | Article
			yes | Yes | count
			no | No | count
			lower | At least | rate | Lower bound of the share of Yes (Wilson, 95 %).
			upper | At most | rate | Upper bound of the share of Yes (Wilson, 95 %).
			reason | Most given reason | The reason that was chosen most often after No.

			rewrites: Rewritten articles
			What readers said before and after the last rewrite, with 95 % intervals (Wilson); whatever the period.
			No article has votes from before and after a rewrite.
			article | Article
			since | Since | day | The day on which the current revision was first seen.
			before | Helpful before
			after | Helpful after

			overdue: Overdue reviews by owner
			Articles whose review has run out, whoever is behind the longest first. Archived articles need none.
			No review is overdue.
			owner | Owner
			overdue | Overdue | count
			articles | Of articles | count
			longest | Waits the longest
			due | Due | day

			tickets: Tickets by category
			Tickets of the period by the category that the customer chose, with the articles that say they answer it.
			No tickets in this period.
			category | Category
			tickets | Tickets | count
			previous | Period before | count
			articles | Articles that answer it | count"
		`);
	});

	it("say how far back the words of searches reach", () => {
		const [zero] = overviewTables({ ...empty, zeroResultsFrom: "2026-11-01" });
		expect([zero?.definition, zero?.empty]).toMatchInlineSnapshot(`
			[
			  "Settled searches that found nothing confident, all spellings of one thing together, the most frequent first. The words of searches are kept for a limited time: this list reaches back to 2026-11-01.",
			  "Nobody has searched in this period. The words of searches are kept for a limited time: this list reaches back to 2026-11-01.",
			]
		`);
	});

	it("show four other spellings of a search, and what readers were looking for", () => {
		const zeroResults = [
			{ query: "a & b", variants: ["c", "d", "e", "f", "g"], searches: 9, visitors: 4, lastSeen: "2026-11-20", told: ["my data"] },
			{ query: "x", variants: [], searches: 1, visitors: 1, lastSeen: "2026-11-19", told: [] },
		];
		expect(rowsOf("zero", { zeroResults })).toMatchInlineSnapshot(`
			[
			  {
			    "action": "See what readers see, then write it: npm run gaps",
			    "cells": {
			      "last_seen": "2026-11-20",
			      "search": "a & b",
			      "searches": 9,
			      "visitors": 4,
			    },
			    "href": "/search/?q=a%20%26%20b",
			    "more": [
			      "also: c · d · e · f",
			      "was looking for: “my data”",
			    ],
			  },
			  {
			    "action": "See what readers see, then write it: npm run gaps",
			    "cells": {
			      "last_seen": "2026-11-19",
			      "search": "x",
			      "searches": 1,
			      "visitors": 1,
			    },
			    "href": "/search/?q=x",
			    "more": [],
			  },
			]
		`);
	});

	it("lead from a badly rated article to its file", () => {
		const article = { article: "a/b", title: "B", url: "/a/b/", file: "content/articles/en/a/b.mdx", edit: "https://git.example/b", yes: 4, no: 21 };
		const rated = { ...article, lowerBound: 0.06, upperBound: 0.35, reason: "It is out of date", reasonVotes: 12 };
		expect(rowsOf("rated", { lowestRated: [rated, { ...rated, url: null, edit: null }] })).toMatchInlineSnapshot(`
			[
			  {
			    "action": "Rewrite: content/articles/en/a/b.mdx",
			    "actionHref": "https://git.example/b",
			    "cells": {
			      "article": "B",
			      "lower": 0.06,
			      "no": 21,
			      "reason": "It is out of date",
			      "upper": 0.35,
			      "yes": 4,
			    },
			    "href": "/a/b/",
			  },
			  {
			    "action": "Rewrite: content/articles/en/a/b.mdx",
			    "cells": {
			      "article": "B",
			      "lower": 0.06,
			      "no": 21,
			      "reason": "It is out of date",
			      "upper": 0.35,
			      "yes": 4,
			    },
			  },
			]
		`);
	});

	it("tell what readers said before and after a rewrite", () => {
		const votes = (yes: number, no: number, share: number | null) => ({ yes, no, share, lowerBound: 0.1, upperBound: 0.6 });
		const rewrite = { article: "a/b", title: "B", url: "/a/b/", since: "2026-11-02", before: votes(5, 15, 0.25), after: votes(1, 1, null) };
		expect(rowsOf("rewrites", { rewrites: [rewrite] })).toMatchInlineSnapshot(`
			[
			  {
			    "cells": {
			      "after": "not enough data (2 votes)",
			      "article": "B",
			      "before": "25 % of 20 (10–60 %)",
			      "since": "2026-11-02",
			    },
			    "href": "/a/b/",
			  },
			]
		`);
	});

	it("tell who is behind with reviews", () => {
		const longest = { article: "a/b", title: "B", url: "/a/b/", due: "2026-10-08", file: "content/articles/en/a/b.mdx", edit: "https://git.example/b" };
		const owner = { owner: "team", overdue: 2, articles: 9, longest };
		expect(rowsOf("overdue", { overdueReviews: [owner, { ...owner, longest: { ...longest, edit: null } }] })).toMatchInlineSnapshot(`
			[
			  {
			    "action": "Review, then set lastReviewed: content/articles/en/a/b.mdx",
			    "actionHref": "https://git.example/b",
			    "cells": {
			      "articles": 9,
			      "due": "2026-10-08",
			      "longest": "B",
			      "overdue": 2,
			      "owner": "team",
			    },
			  },
			  {
			    "action": "Review, then set lastReviewed: content/articles/en/a/b.mdx",
			    "cells": {
			      "articles": 9,
			      "due": "2026-10-08",
			      "longest": "B",
			      "overdue": 2,
			      "owner": "team",
			    },
			  },
			]
		`);
	});

	it("tell which tickets no article answers", () => {
		const of = (articles: number, covered: boolean) => ({ category: "login", label: "Signing in", tickets: 3, previous: 1, articles, covered });
		expect(rowsOf("tickets", { ticketsByCategory: [of(2, true), of(0, true), of(0, false), of(1, false)] })).toEqual([
			{ cells: { category: "Signing in", tickets: 3, previous: 1, articles: 2 } },
			{ cells: { category: "Signing in", tickets: 3, previous: 1, articles: 0 }, action: "No article answers it: write one" },
			{ cells: { category: "Signing in", tickets: 3, previous: 1, articles: null } },
			{ cells: { category: "Signing in", tickets: 3, previous: 1, articles: 1 } },
		]);
	});
});

describe("asking today's search again", () => {
	const found = (id: string, answered = true) => ({ answered, results: [{ document: { id } }] }) as unknown as Awaited<ReturnType<Ask>>;
	const asking = (answers: Record<string, Awaited<ReturnType<Ask>>>) => {
		const asked: string[] = [];
		return { asked, ask: (words: string) => (asked.push(words), Promise.resolve(answers[words] ?? null)) };
	};

	it("names the article that it is sure of, and asks for the same words once", async () => {
		const { asked, ask } = asking({ a: found("x"), b: found("y", false) });
		const replay = createReplay(ask, "v1", { version: "", answers: new Map() });
		expect([await replay("a"), await replay("a"), await replay("b"), await replay("b")]).toEqual(["x", "x", null, null]);
		expect(asked).toEqual(["a", "b"]);
	});

	it("asks again where search did not work, and where the index is another", async () => {
		const { asked, ask } = asking({ a: found("x") });
		const memory = { version: "", answers: new Map<string, string | null>() };
		const replay = createReplay(ask, "v1", memory);
		expect([await replay("gone"), await replay("gone"), await replay("a")]).toEqual([null, null, "x"]);
		await createReplay(ask, "v1", memory)("a");
		await createReplay(ask, "v2", memory)("a");
		expect(asked).toEqual(["gone", "gone", "a", "a"]);
	});

	it("remembers five thousand words, the latest ones", async () => {
		const memory = { version: "v1", answers: new Map<string, string | null>(Array.from({ length: 5000 }, (_, at) => [`q${at}`, null])) };
		await createReplay(() => Promise.resolve(found("x")), "v1", memory)("new");
		expect([memory.answers.size, memory.answers.has("q0"), memory.answers.has("q1"), memory.answers.get("new")]).toEqual([5000, false, true, "x"]);
	});
});

const article = (changes: object) => ({
	...{
		title: "A",
		url: "/a/",
		edit: null,
		category: "a/b",
		owner: "team",
		answers: ["login"],
		lastReviewed: "2026-01-01",
		reviewEvery: "1 month",
		archived: false,
	},
	...changes,
});
const site = {
	defaultLocale: "en",
	support: { timeZone: "UTC" },
	articles: {
		"a/one": article({ title: "One" }),
		"a/two": article({ title: "Two", lastReviewed: "2025-12-01" }),
		"a/fresh": article({ lastReviewed: "2026-10-21" }),
		"a/old": article({ archived: true, answers: ["import"], lastReviewed: "2020-01-01" }),
		"c/three": article({ category: "c", owner: "others", answers: [], lastReviewed: "2025-11-01" }),
	},
} as unknown as SiteManifest;

describe("who is behind with reviews", () => {
	it("stands with the owner whose article waits the longest first", () => {
		const owners = overdueByOwner(site, "2026-11-21");
		expect(owners.map(({ owner, overdue, articles, longest }) => [owner, overdue, articles, longest.article, longest.due])).toEqual([
			["others", 1, 1, "c/three", "2025-12-01"],
			["team", 2, 3, "a/two", "2026-01-01"],
		]);
		expect(owners[0]?.longest).toEqual({ article: "c/three", title: "A", url: "/a/", edit: null, file: "content/articles/en/c/three.mdx", due: "2025-12-01" });
	});

	it("is nobody whose review runs out today, and only those of a category where one is chosen", () => {
		expect(overdueByOwner(site, "2026-11-22", "a").map(({ overdue }) => overdue)).toEqual([3]);
		expect(overdueByOwner(site, "2025-12-01")).toEqual([]);
	});
});

describe("rewrites", () => {
	it("tell no share of fewer votes than are asked for, and nothing of what is gone", () => {
		const rewritten = [
			{ article: "a/one", seenAt: Date.parse("2026-11-02T12:00:00Z"), before: { yes: 5, no: 15 }, after: { yes: 4, no: 0 } },
			{ article: "a/gone", seenAt: 0, before: { yes: 5, no: 15 }, after: { yes: 4, no: 0 } },
		];
		const rewrites = describeRewrites(site, rewritten, 5);
		expect(rewrites).toHaveLength(1);
		expect(rewrites[0]).toMatchObject({
			article: "a/one",
			title: "One",
			url: "/a/",
			since: "2026-11-02",
			before: { share: 0.25 },
			after: { yes: 4, no: 0, share: null },
		});
	});
});

describe("what belongs to a category", () => {
	const sumsOf = (counts: Record<string, Record<string, number>>): Sums =>
		new Map(Object.entries(counts).map(([metric, labels]) => [metric, new Map(Object.entries(labels))]));

	it("are tickets that its articles answer, without archived ones", () => {
		expect([...ticketCategoriesOf(site, "a")]).toEqual(["login"]);
		expect([topCategory("a/b"), topCategory("a")]).toEqual(["a", "a"]);
	});

	it.each([
		["article_views", { "a/one": 1, "c/three": 2, "ab/x": 4 }, { "a/one": 1 }],
		["votes_no", { "a/one": 1, "c/three": 2 }, { "a/one": 1 }],
		["answers_shown", { "search/faq/a/one": 1, "search/faq/c/three": 2, "search/unsure/": 4 }, { "search/faq/a/one": 1 }],
		["page_views", { a: 1, c: 2 }, { a: 1 }],
		["searches_zero", { a: 1, "": 2 }, { a: 1 }],
		["contact_shown", { a: 1, c: 2 }, { a: 1 }],
		["deflections_pending", { a: 1, c: 2 }, { a: 1 }],
		["tickets", { login: 1, import: 2 }, { login: 1 }],
		["tickets_channel", { "portal/login": 1, "portal/import": 2 }, { "portal/login": 1 }],
	])("is told of %s by its label", (metric, counts, kept) => {
		expect(narrowSums(sumsOf({ [metric]: counts }), site, "a")).toEqual(sumsOf({ [metric]: kept }));
	});

	it("is left out where it cannot be told, and is everything where none is chosen", () => {
		const sums = sumsOf({ visitors: { "": 9 }, promises: { "P1/login/desk": 1 }, my_page_views: { a: 1 }, tickets_more: { login: 1 } });
		expect(narrowSums(sums, site, "a").size).toBe(0);
		expect(narrowSums(sums, site, undefined)).toBe(sums);
	});

	it("adds up over days, label by label", () => {
		expect(addSums([sumsOf({ tickets: { a: 1, b: 2 } }), sumsOf({ tickets: { b: 3 }, votes_yes: { x: 1 } })])).toEqual(
			sumsOf({ tickets: { a: 1, b: 5 }, votes_yes: { x: 1 } }),
		);
	});
});
