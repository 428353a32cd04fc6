import { describe, expect, it } from "vitest";
import type { SiteManifest } from "#contract/site-manifest.ts";
import type { Rewrite } from "#contract/reports.ts";
import type { ReportTable } from "#contract/report-table.ts";
import type { Sums } from "#worker/queries/rollups.ts";
import { articleFacts, type ArticleFacts } from "#worker/reports/articles/facts.ts";
import { exitsTable, neverFoundTable, rankingTable, rewritesTable, stalePopularTable, unvotedTable } from "#worker/reports/articles/tables.ts";
import { articleAges, staleBands, type ArticleAge } from "#worker/reports/freshness/article-ages.ts";
import { archivedTable, coverageTable, dueTable, localesTable, neglectedTable, overdueTable, staleTable } from "#worker/reports/freshness/tables.ts";
import { wordsOf } from "./report-words.ts";

const titlesOf = ({ rows }: ReportTable) => rows.map(({ cells }) => cells["article"]);

const facts = (title: string, changes: Partial<ArticleFacts> = {}): ArticleFacts => ({
	...{ id: `a/${title}`, title, url: `/a/${title}/`, edit: null, file: `content/articles/en/a/${title}.mdx`, due: "2026-12-01", views: 0, yes: 0, no: 0 },
	...{ exits: 0, found: 0, lower: 0, upper: 1, bayes: 0.5 },
	...changes,
});

describe("tables about articles", () => {
	it("say what they hold", () => {
		const readers = [rankingTable([]), rewritesTable([], []), unvotedTable([]), exitsTable([]), stalePopularTable([], "2026-11-20"), neverFoundTable([])];
		const reviews = [overdueTable([]), dueTable([]), staleTable([]), neglectedTable([]), coverageTable([]), archivedTable([])];
		expect([...readers, ...reviews].map(wordsOf).join("\n\n")).toMatchInlineSnapshot(`
			"ranking: Helpfulness of articles
			Articles with 5 votes or more in the period, the worst first by the adjusted share. An article is to be rewritten where even “at most” is below the target.
			No article has 5 votes in this period.
			article | Article
			yes | Yes
			no | No
			share | Helpful | rate | Yes ÷ (Yes + No).
			lower | At least | rate | Lower end of Wilson's 95 % interval of that share.
			upper | At most | rate | Upper end of Wilson's 95 % interval of that share.
			bayes | Adjusted share | rate | The share of Yes as if every article had ten average votes beforehand, so that few votes do not decide (a Bayesian mean).
			views | Views | How often its page was shown in the period.

			rewrites: Did the rewrite help?
			Articles with votes on their current revision and on the one before, whatever the period. A verdict needs 5 votes on each and a 95 % interval of the difference that leaves out zero.
			No article has votes before and after a rewrite yet.
			article | Article
			since | Since | day
			before | Helpful before | rate
			n_before | n before
			after | Helpful after | rate
			n_after | n after
			lower | Change from | points | Lower end of the 95 % interval of the difference (Newcombe 1998, method 10).
			upper | to | points | Upper end of the 95 % interval of the difference.
			verdict | Verdict

			unvoted: Read without a vote
			Articles with 20 views or more and no vote in the period: nobody knows whether they help.
			Every article that is read has votes.
			article | Article
			views | Views | How often its page was shown in the period.

			exits: Left for a person
			Sessions that opened the contact page from the article ÷ its views, for 20 views or more, the highest share first.
			No article that is read often led to the contact page.
			article | Article
			exits | To contact
			views | Views | How often its page was shown in the period.
			share | Share | rate

			stale-popular: Overdue and read
			Articles whose review has run out, the most read first.
			No article that is read is overdue.
			article | Article
			views | Views | How often its page was shown in the period.
			due | Review was due | day

			never-found: Never found by search
			Articles that no search of the period led to, the most read first. Some are reached by links alone; others lack their readers' words.
			Every article was found by a search.
			article | Article
			views | Views | How often its page was shown in the period.

			overdue: Overdue reviews
			By owner, whoever is behind the longest first. Archived articles need none.
			No review is overdue.
			article | Article
			owner | Owner | The team that \`owner\` names in the article.
			due | Due | day | Last review and \`reviewEvery\`.
			days | Days overdue | count
			views | Views | count | How often its page was shown in the period.
			reviewed | Reviewed | day | Whether a person has reviewed it since it came online.

			due: Due in the next 30 days
			The earliest first.
			Nothing is due in the next 30 days.
			article | Article
			owner | Owner | The team that \`owner\` names in the article.
			due | Due | day | Last review and \`reviewEvery\`.
			views | Views | count | How often its page was shown in the period.

			stale: What readers read, by its reviews
			A stale article that nobody reads can wait; one that many read cannot.
			There are no articles.
			band | Review
			articles | Articles | count
			views | Views | count | How often its page was shown in the period.
			share | Share of views | rate

			neglected: Without an owner, or never reviewed
			Articles whose owner says nobody, and those that no person has reviewed since they came online more than a month ago; the most read first.
			Every article has an owner and was reviewed since it came online.
			article | Article
			owner | Owner | The team that \`owner\` names in the article.
			last_reviewed | Last reviewed | day
			views | Views | count | How often its page was shown in the period.

			coverage: Coverage of ticket categories
			What customers write about, and the articles that say they answer it. Categories that support.yml leaves out need none, and are not listed.
			There are no ticket categories.
			category | Category
			articles | Articles | count | Articles that name the category in \`answers\`, without archived ones.
			tickets | Tickets | count | Tickets of the period in this category.
			previous | Period before | count

			archived: Archived
			Kept at their address, but no longer found or counted; the most read first.
			No article is archived.
			article | Article
			owner | Owner | The team that \`owner\` names in the article.
			views | Views | count | How often its page was shown in the period."
		`);
	});
});

describe("helpfulness of articles", () => {
	it("stands with the worst first, of five votes on; of equals the one with more No", () => {
		const table = rankingTable([
			facts("few", { yes: 4 }),
			facts("good", { yes: 5, bayes: 0.9 }),
			facts("bad", { yes: 1, no: 4, bayes: 0.2 }),
			facts("same", { yes: 3, no: 3, bayes: 0.9 }),
		]);
		expect(titlesOf(table)).toEqual(["bad", "same", "good"]);
	});

	it.each([
		["surely below the target", { yes: 2, no: 8, upper: 0.79 }, "Rewrite: content/articles/en/a/x.mdx"],
		["perhaps below it", { yes: 2, no: 8, upper: 0.8 }, "Too few votes to tell: wait for more"],
		["at the target", { yes: 8, no: 2, upper: 0.95 }, "Nothing to do"],
	])("asks, where it is %s, for: %s", (_, changes, action) => {
		expect(rankingTable([facts("x", changes)]).rows[0]?.action).toBe(action);
	});

	it("tells the share with its interval, and leads to the file", () => {
		const edit = "https://git.example/x";
		expect(rankingTable([facts("x", { yes: 1, no: 4, lower: 0.1, upper: 0.6, bayes: 0.3, views: 40, edit })]).rows).toEqual([
			{
				...{ id: "ranking-a/x", href: "/a/x/", action: "Rewrite: content/articles/en/a/x.mdx", actionHref: edit },
				cells: { article: "x", yes: 1, no: 4, share: 0.2, lower: 0.1, upper: 0.6, bayes: 0.3, views: 40 },
			},
		]);
	});
});

describe("rewrites", () => {
	const votes = (yes: number, no: number) => ({ yes, no, share: yes / (yes + no), lowerBound: 0, upperBound: 1 });
	const rewrite = (before: [number, number], after: [number, number], article = "a/x"): Rewrite => ({
		article,
		title: "x",
		url: "/a/x/",
		since: "2026-11-01",
		before: votes(...before),
		after: votes(...after),
	});

	it.each([
		["helped", [2, 18], [18, 2], "Nothing to do", false],
		["got worse", [18, 2], [2, 18], "Read the reasons, rewrite again: content/articles/en/a/x.mdx", true],
		["too early to say", [2, 2], [3, 1], "Wait for votes", false],
	] as [string, [number, number], [number, number], string, boolean][])("that %s ask for the next step", (verdict, before, after, action, opens) => {
		const [row] = rewritesTable([rewrite(before, after)], [facts("x", { edit: "https://git.example/x" })]).rows;
		expect([row?.cells["verdict"], row?.action, row?.actionHref !== undefined]).toEqual([verdict, action, opens]);
	});

	it("tell votes before and after, and leave out what is not offered any more", () => {
		const { rows } = rewritesTable([rewrite([5, 15], [9, 1]), rewrite([5, 15], [9, 1], "a/gone")], [facts("x")]);
		expect(rows).toHaveLength(1);
		expect(rows[0]?.cells).toMatchObject({ article: "x", since: "2026-11-01", before: 0.25, n_before: 20, after: 0.9, n_after: 10 });
	});
});

describe("lists of articles by what readers did", () => {
	it("hold those that twenty read and none voted on, the most read first", () => {
		const table = unvotedTable([
			facts("twenty", { views: 20 }),
			facts("few", { views: 19 }),
			facts("more", { views: 30 }),
			facts("voted", { views: 50, no: 1 }),
		]);
		expect(table.rows.map(({ cells, action }) => [cells["article"], cells["views"], action])).toEqual([
			["more", 30, "Read it as a customer would: content/articles/en/a/more.mdx"],
			["twenty", 20, "Read it as a customer would: content/articles/en/a/twenty.mdx"],
		]);
	});

	it("hold those that led to the contact page, the highest share first", () => {
		const table = exitsTable([
			facts("some", { views: 100, exits: 10 }),
			facts("many", { views: 20, exits: 5 }),
			facts("few", { views: 19, exits: 19 }),
			facts("none", { views: 99 }),
		]);
		expect(table.rows.map(({ cells }) => Object.values(cells))).toEqual([
			["many", 5, 20, 0.25],
			["some", 10, 100, 0.1],
		]);
		expect(table.rows[0]?.action).toBe("Say what to do when the steps fail: content/articles/en/a/many.mdx");
	});

	it("hold those that are overdue and read, the most read first", () => {
		const table = stalePopularTable(
			[
				facts("today", { due: "2026-11-20", views: 9 }),
				facts("late", { due: "2026-11-19", views: 2 }),
				facts("later", { due: "2026-11-01", views: 7 }),
				facts("unread", { due: "2026-11-01" }),
			],
			"2026-11-20",
		);
		expect(table.rows.map(({ cells, action }) => [...Object.values(cells), action])).toEqual([
			["later", 7, "2026-11-01", "Review, then set lastReviewed: content/articles/en/a/later.mdx"],
			["late", 2, "2026-11-19", "Review, then set lastReviewed: content/articles/en/a/late.mdx"],
		]);
	});

	it("hold those that no search led to, the most read first, then by title", () => {
		const table = neverFoundTable([facts("b"), facts("a"), facts("read", { views: 3 }), facts("found", { found: 1 })]);
		expect(titlesOf(table)).toEqual(["read", "a", "b"]);
		expect(table.rows[0]?.action).toBe("Add readers' words to keywords: content/articles/en/a/read.mdx");
	});
});

const age = (title: string, changes: Partial<ArticleAge> = {}): ArticleAge => ({
	...{ id: `a/${title}`, title, url: `/a/${title}/`, file: `content/articles/en/a/${title}.mdx`, edit: null, owner: "team", unowned: false },
	...{ lastReviewed: "2026-03-01", due: "2026-09-01", overdueDays: 80, neverReviewed: false, archived: false, views: 5 },
	...changes,
});

describe("reviews", () => {
	it("that are overdue stand by owner, in the order in which owners come", () => {
		const table = overdueTable([age("a"), age("b", { owner: "other", neverReviewed: true }), age("c", { edit: "https://git.example/c" })]);
		expect(table.rows.map(({ id, cells, action, actionHref }) => [id, ...Object.values(cells), action, actionHref])).toMatchInlineSnapshot(`
			[
			  [
			    "overdue-a/a",
			    "a",
			    "team",
			    "2026-09-01",
			    80,
			    5,
			    "2026-03-01",
			    "Follow every step, then set lastReviewed: content/articles/en/a/a.mdx",
			    undefined,
			  ],
			  [
			    "overdue-a/c",
			    "c",
			    "team",
			    "2026-09-01",
			    80,
			    5,
			    "2026-03-01",
			    "Follow every step, then set lastReviewed: content/articles/en/a/c.mdx",
			    "https://git.example/c",
			  ],
			  [
			    "overdue-a/b",
			    "b",
			    "other",
			    "2026-09-01",
			    80,
			    5,
			    "never",
			    "Follow every step, then set lastReviewed: content/articles/en/a/b.mdx",
			    undefined,
			  ],
			]
		`);
	});

	it("that come next stand with the day", () => {
		expect(dueTable([age("a")]).rows).toEqual([
			{ href: "/a/a/", cells: { article: "a", owner: "team", due: "2026-09-01", views: 5 }, action: "Review: content/articles/en/a/a.mdx" },
		]);
	});

	it("tell of what is read how stale it is", () => {
		const bands = [
			{ label: "In time", articles: 3, views: 30 },
			{ label: "Overdue", articles: 1, views: 10 },
		];
		expect(staleTable(bands).rows.map(({ cells }) => Object.values(cells))).toEqual([
			["In time", 3, 30, 0.75],
			["Overdue", 1, 10, 0.25],
		]);
		expect(staleTable([{ label: "In time", articles: 3, views: 0 }]).rows[0]?.cells["share"]).toBeNull();
	});

	it("ask for an owner where there is none, else for a review", () => {
		expect(neglectedTable([age("a", { unowned: true }), age("b")]).rows.map(({ cells, action }) => [...Object.values(cells), action])).toEqual([
			["a", "team", "2026-03-01", 5, "Name an owner: content/articles/en/a/a.mdx"],
			["b", "team", "2026-03-01", 5, "Review, then set lastReviewed: content/articles/en/a/b.mdx"],
		]);
	});

	it("ask what to do with what is archived", () => {
		expect(archivedTable([age("a"), age("b", { views: 0 })]).rows.map(({ action }) => action?.split(": ")[0])).toEqual([
			"Still read",
			"Keep, or delete with a redirect",
		]);
	});
});

describe("coverage of ticket categories", () => {
	const category = (label: string, articles: number, tickets: number, covered = true) => ({ label, id: label, articles, covered, tickets, previous: 1 });

	it("stands with what lacks an article first, then by tickets, without what needs none", () => {
		const table = coverageTable([
			category("answered", 2, 9),
			category("more", 1, 10),
			category("missing", 0, 3),
			category("worse", 0, 4),
			category("thanks", 0, 99, false),
		]);
		expect(table.rows.map(({ id, cells, action }) => [id, ...Object.values(cells), action])).toEqual([
			["coverage-worse", "worse", 0, 4, 1, "Write one with answers: [worse]: npm run new"],
			["coverage-missing", "missing", 0, 3, 1, "Write one with answers: [missing]: npm run new"],
			["coverage-more", "more", 1, 10, 1, undefined],
			["coverage-answered", "answered", 2, 9, 1, undefined],
		]);
	});
});

describe("coverage of languages", () => {
	const site = { defaultLocale: "en", locales: ["en", "de"], translations: { de: ["a/a"] } } as unknown as SiteManifest;

	it("says what it holds", () => {
		expect(wordsOf(localesTable(site, []))).toMatchInlineSnapshot(`
			"locales: Coverage of languages
			Articles of the default language (en) that other languages have, too. What is missing is shown in the default language.
			There is one language.
			locale | Language
			articles | Translated | count
			share | Share of articles | rate
			views | Share of views | rate | Views of the articles that are translated ÷ views of all.
			next | Most read of the missing"
		`);
	});

	it("leaves out what is archived, and says nothing of none", () => {
		expect(localesTable(site, [age("a"), age("b", { archived: true })]).rows).toEqual([
			{ cells: { locale: "de", articles: 1, share: 1, views: 1, next: null } },
		]);
		expect(localesTable(site, [age("b", { archived: true })]).rows[0]?.cells).toEqual({ locale: "de", articles: 0, share: null, views: null, next: null });
		expect(localesTable(site, [age("a", { views: 0 })]).rows[0]?.cells["views"]).toBeNull();
	});
});

describe("how articles stand with their reviews", () => {
	const article = (changes: object) => ({
		title: "A",
		url: "/a/",
		category: "a/b",
		owner: "team",
		lastReviewed: "2026-10-01",
		reviewEvery: "1 month",
		archived: false,
		...changes,
	});
	const ages = (articles: Record<string, object>, firstSeen: Record<string, string> = {}, category?: string) =>
		articleAges(
			{
				defaultLocale: "en",
				articles: Object.fromEntries(Object.entries(articles).map(([id, changes]) => [id, article(changes)])),
				support: { timeZone: "UTC" },
			} as unknown as SiteManifest,
			"2026-11-20",
			{ views: new Map([["a", 7]]), firstSeen: new Map(Object.entries(firstSeen).map(([id, day]) => [id, Date.parse(`${day}T12:00:00Z`)])) },
			category,
		);

	it("is counted in days from the day on which the review runs out", () => {
		expect(ages({ a: {} })[0]).toMatchInlineSnapshot(`
			{
			  "archived": false,
			  "due": "2026-11-01",
			  "edit": undefined,
			  "file": "content/articles/en/a.mdx",
			  "id": "a",
			  "lastReviewed": "2026-10-01",
			  "neverReviewed": false,
			  "overdueDays": 19,
			  "owner": "team",
			  "title": "A",
			  "unowned": false,
			  "url": "/a/",
			  "views": 7,
			}
		`);
		expect(ages({ a: { lastReviewed: "2026-11-01" } })[0]?.overdueDays).toBe(-11);
	});

	it.each(["unassigned", "Unowned", "unknown", "nobody", "NONE", "n/a", "tbd", "todo", "??", "-"])("has no owner where the field says %j", (owner) => {
		expect(ages({ a: { owner } })[0]?.unowned).toBe(true);
	});

	it.each([
		["2026-10-01", "2026-10-01", true],
		["2026-10-02", "2026-10-01", false],
		["2026-10-20", "2026-10-21", false],
		["2026-10-19", "2026-10-20", true],
	])("reviewed on %s and online since %s, was never reviewed: %s", (lastReviewed, online, never) => {
		expect(ages({ a: { lastReviewed } }, { a: online })[0]?.neverReviewed).toBe(never);
	});

	it("are those of a category, whoever waits the longest first", () => {
		const all = { a: { lastReviewed: "2026-10-01" }, b: { lastReviewed: "2026-01-01" }, c: { category: "c/d" } };
		expect(ages(all).map(({ id }) => id)).toEqual(["b", "a", "c"]);
		expect(ages(all, {}, "c").map(({ id }) => id)).toEqual(["c"]);
	});

	it("are put together by how stale they are, without what is archived", () => {
		const days = [91, 90, 31, 30, 1, 0, -30, -31];
		const bands = staleBands([...days.map((overdueDays) => age(`${overdueDays}`, { overdueDays, views: 1 })), age("gone", { archived: true })]);
		expect(bands).toEqual([
			{ label: "Overdue by more than 90 days", articles: 1, views: 1 },
			{ label: "Overdue by 31 to 90 days", articles: 2, views: 2 },
			{ label: "Overdue by up to 30 days", articles: 2, views: 2 },
			{ label: "Due in the next 30 days", articles: 2, views: 2 },
			{ label: "Fresh", articles: 1, views: 1 },
		]);
	});
});

describe("the facts of an article", () => {
	const article = (changes: object) => ({
		title: "A",
		url: "/a/",
		category: "a/b",
		lastReviewed: "2026-10-01",
		reviewEvery: "1 month",
		archived: false,
		...changes,
	});
	const site = {
		defaultLocale: "en",
		articles: { "a/one": article({}), "a/two": article({ title: "B" }), "a/old": article({ archived: true }), "c/three": article({ category: "c" }) },
	} as unknown as SiteManifest;
	const counts: Record<string, Record<string, number>> = {
		votes_yes: { "a/one": 8, "a/old": 99 },
		votes_no: { "a/one": 2, "a/two": 10 },
		article_views: { "a/one": 40 },
		article_exits: { "a/one": 3 },
		article_found: { "a/one": 5 },
	};
	const sums: Sums = new Map(Object.entries(counts).map(([metric, labels]) => [metric, new Map(Object.entries(labels))]));

	it("are its votes, as they are and with ten average ones beforehand, and what readers did", () => {
		const [one, two] = articleFacts(site, sums, "a");
		// 8 of all 20 votes said Yes.
		expect(one).toMatchObject({ id: "a/one", yes: 8, no: 2, views: 40, exits: 3, found: 5, due: "2026-11-01", bayes: (8 + 4) / 20 });
		expect(two).toMatchObject({ yes: 0, no: 10, views: 0, bayes: 4 / 20 });
		expect([one?.lower, one?.upper]).toEqual([expect.closeTo(0.4902, 3), expect.closeTo(0.9433, 3)]);
	});

	it("are those of what is offered, of a category or all; without votes an article is taken for middling", () => {
		expect(articleFacts(site, sums, undefined).map(({ id }) => id)).toEqual(["a/one", "a/two", "c/three"]);
		expect(articleFacts(site, new Map(), "c")).toMatchObject([{ id: "c/three", bayes: 0.5 }]);
	});
});
