import { describe, expect, it } from "vitest";
import { redact } from "#contract/redaction.ts";
import { reaches, type Figure } from "#scripts/lib/figure.ts";
import { figuresText } from "#scripts/lib/reporters/figures-text.ts";
import { searchFiguresText } from "#scripts/lib/reporters/search-figures.ts";
import { explain } from "#scripts/lib/search/explain.ts";
import type { Outcome } from "#scripts/lib/search/metrics.ts";
import { articleKey, readQueries, type QueryLine } from "#scripts/lib/search/read-queries.ts";
import { outcomesOf, runQueries, type QueryResult } from "#scripts/lib/search/run-queries.ts";
import { createSearch, type Search, type SearchRequest } from "#site/search/create-search.ts";
import { english } from "#site/search/languages/english.ts";
import type { SearchAnswer } from "#site/search/types.ts";
import { article, build, built, documents, open, synonyms } from "./search-fixture.ts";

/** What is said when a file of queries cannot be read. */
function complaint(text: string, file: string): string {
	try {
		return `nothing, but read ${readQueries(text, file).length}`;
	} catch (error) {
		return error instanceof Error ? error.message : "";
	}
}

describe("a file of queries", () => {
	it("is read line by line; empty lines and other fields do not count", () => {
		const text = [
			'{"query":"reset password","expected":["account/reset","/account/log-in/"]}',
			"",
			'  {"query":"one","expected":"a/b","lang":"en"}\r',
			'{"query":"sourdough","expected":null}',
			'{"query":""}',
			"",
		].join("\n");
		expect(readQueries(text, "q.jsonl")).toEqual([
			{ query: "reset password", expected: ["account/reset", "/account/log-in/"] },
			{ query: "one", expected: ["a/b"] },
			{ query: "sourdough", expected: null },
			{ query: "" },
		]);
	});

	it.each(["", "\n \n\r\n"])("says what to write where it holds no query: %j", (text) => {
		expect(complaint(text, "q.jsonl")).toBe(
			'q.jsonl holds no query. Write a line each, like {"query": "reset password", "expected": ["account/reset-your-password"]}.',
		);
	});

	it.each([
		["something else than JSON", "reset password", "This is not JSON (Unexpected token 'r', \"reset password\" is not valid JSON)"],
		["a text alone", '"reset password"', "The line: Invalid input: expected object, received string"],
		["no query", '{"expected":null}', "query: Invalid input: expected string, received undefined"],
		["a query that is no text", '{"query":7}', "query: Invalid input: expected string, received number"],
		["an empty list of articles", '{"query":"a","expected":[]}', "expected: Too small: expected array to have >=1 items"],
		["an article that is no text", '{"query":"a","expected":[7]}', "expected: Invalid input"],
		[
			"two objects on one line",
			'{"query":"a"} {"query":"b"}',
			"This is not JSON (Unexpected non-whitespace character after JSON at position 14 (line 1 column 15))",
		],
	])("names file and line of %s", (_, line, what) => {
		expect(complaint(`{"query":"fine"}\n\n${line}\n`, "in/q.jsonl")).toBe(
			`in/q.jsonl:3  ${what}. A line looks like {"query": "words", "expected": ["article-id"]}, or "expected": null.`,
		);
	});
});

describe("an article's id, path and address", () => {
	it.each([
		"data-entry/add-a-value",
		"/data-entry/add-a-value",
		"data-entry/add-a-value/",
		"/data-entry/add-a-value/",
		"/data-entry/add-a-value/index.html",
		"/data-entry/add-a-value.html",
		"data-entry/add-a-value.mdx",
		"data-entry/add-a-value.md",
		"/data-entry/add-a-value/#submit",
		"/data-entry/add-a-value/?q=a/b#c?d",
		"https://help.example.com/data-entry/add-a-value/",
		"HTTPS://help.example.com:8443/data-entry/add-a-value?from=mail",
	])("are compared alike: %s", (reference) => {
		expect(articleKey(reference)).toBe("data-entry/add-a-value");
	});

	it("are told from those of other articles", () => {
		expect(new Set(["a/b", "a/b-c", "b", "de/a/b", "a/b/c", "a/b.c"].map(articleKey)).size).toBe(6);
	});
});

describe("queries that are run", () => {
	/** A search that answers everything alike and notes what it was asked. */
	function fake(answer: Partial<SearchAnswer>): { search: Search; asked: [string, SearchRequest | undefined][] } {
		const asked: [string, SearchRequest | undefined][] = [];
		return {
			asked,
			search: (query, request) => {
				asked.push([query, request]);
				return Promise.resolve({ query, terms: [], results: [], total: 0, answered: false, confidence: 0, didYouMean: null, ...answer });
			},
		};
	}

	it("are asked one after another for ten results each, also for those that are no answer", async () => {
		const { search, asked } = fake({});
		const done: number[] = [];
		const results = await runQueries(search, [{ query: "one" }, { query: "two", expected: null }], (count) => done.push(count));
		expect(asked).toEqual([
			["one", { limit: 10, complete: true }],
			["two", { limit: 10, complete: true }],
		]);
		expect(done).toEqual([1, 2]);
		expect(results).toEqual(["one", "two"].map((query) => ({ query, results: [], answered: false, confidence: 0, ms: expect.any(Number) as number })));
	});

	it("come with id, address and score of each result, and short numbers", async () => {
		const result = { document: { id: "a/b", url: "/a/b/" }, score: 1.234567 } as SearchAnswer["results"][number];
		const [first] = await runQueries(fake({ results: [result], answered: true, confidence: 0.987654 }).search, [{ query: "one" }]);
		expect(first).toMatchObject({ results: [{ id: "a/b", url: "/a/b/", score: 1.2346 }], answered: true, confidence: 0.9877 });
		expect(String(first?.ms)).toMatch(/^\d+(?:\.\d{1,3})?$/);
	});

	it("bring as many as ten results where there are so many, answered or not", async () => {
		const many = Array.from({ length: 14 }, (_, number) => article(`a/${number}`, `Value ${number}`, "A value."));
		const search = createSearch(open(build({ documents: many })), { language: english });
		const results = await runQueries(search, [{ query: "value" }, { query: "value croissant baguette pretzel sourdough" }, { query: "sourdough" }]);
		expect(results.map((each) => each.results.length)).toEqual([10, 10, 0]);
		expect(results[1]?.answered).toBe(false);
	});

	it("are never answered with a confidence that says no, nor turned away with one that says yes", async () => {
		const lines = ["reset password", "how do i", "where is my", "price", "sourdough", "", "invoice croissant", "pasword"].map((query) => ({ query }));
		const results = await runQueries(createSearch(open(built), { language: english, redact }), lines);
		expect(results.filter(({ answered, confidence }) => answered !== confidence >= 0.5).map(({ query }) => query)).toEqual([]);
	});
});

describe("what came of queries", () => {
	const result = (...ids: string[]): QueryResult => ({
		query: "q",
		results: ids.map((id, at) => ({ id, url: `/${id}/`, score: 9 - at })),
		answered: true,
		confidence: 0.8,
		ms: 2,
	});
	/** Places, from 1, at which an expected article stands. */
	const hits = (expected: QueryLine["expected"], ...ids: string[]) => {
		const [outcome] = outcomesOf([{ query: "q", expected }], [result(...ids)]);
		return outcome?.results.flatMap(({ id }, at) => (outcome.expected?.includes(id) ? [at + 1] : []));
	};

	it.each([
		["an id", ["a/b"]],
		["a path", ["/a/b/"]],
		["an address", ["https://help.example.com/a/b/#part"]],
		["any of several", ["x/y", "a/b.mdx"]],
	])("is right by %s", (_, expected) => {
		expect(hits(expected, "a/c", "a/b")).toEqual([2]);
	});

	it("is right by each article that is expected", () => {
		expect(hits(["a/b", "a/c"], "a/c", "a/d", "a/b")).toEqual([1, 3]);
	});

	it("is right by the address where the id is another", () => {
		const moved = { ...result(), results: [{ id: "42", url: "/a/b/", score: 1 }] };
		expect(outcomesOf([{ query: "q", expected: ["a/b"] }], [moved])[0]).toMatchObject({ expected: ["expected"], results: [{ id: "expected", score: 1 }] });
	});

	it("is never right by another article", () => {
		expect(hits(["a/b"], "a/b-c", "b", "a")).toEqual([]);
	});

	it("keeps what the search said, and leaves out queries of which nothing is expected", () => {
		const lines: QueryLine[] = [{ query: "q" }, { query: "q", expected: null }];
		expect(outcomesOf(lines, [result("a/b"), result("a/c")])).toEqual([
			{ query: "q", expected: null, results: [{ id: "a/c", score: 9 }], answered: true, confidence: 0.8, ms: 2 },
		]);
	});
});

describe("the explanation of a ranking", () => {
	const stale = article("billing/old-prices", "Old prices of a workspace", "What it did cost.", { stale: true });
	const index = open(
		build({ documents: [...documents, stale], synonyms, pinned: [{ queries: ["price", "how much does it cost"], article: "billing/invoice" }] }),
	);
	const search = createSearch(index, { language: english, redact });

	/** The explanation, with its measured numbers as `#`: they belong to the weights. */
	async function explained(query: string): Promise<string> {
		const answer = await search(query, { complete: true });
		const known = await index.documents([...Array(index.size).keys()]);
		const places = answer.results.map(({ document }) => known.findIndex((one) => one?.id === document.id));
		return explain(answer, index, { mode: "compact", places }).replace(/\d+\.\d\d/g, "#");
	}

	it("names repairs, what is told by each word, and what each brings", async () => {
		expect(await explained("reset my pasword now")).toMatchInlineSnapshot(`
			"Query: reset my pasword now
			Did you mean: reset my password now

			Understood as:
			  reset → reset [tells #, in 1 of 15]
			  my (function word × 0.7) → my [tells #, in 4 of 15]
			  pasword → password (repaired) × # [tells #, in 2 of 15]
			  now (function word × 0.7) → now [unknown to the site]

			Answered: yes. The best article holds # % of what was asked; from # % on this site calls it an answer (confidence #, from #).

			Results (4):
			  1. #  How do I reset my password?
			      account/reset-your-password: reset # + pasword # + my # + “reset my” # + “my password” # + title #
			  2. #  How do I log in?
			      account/log-in: pasword # + my #
			  3. #  Why was my value rejected?
			      data/validation: my # + title #
			  4. #  Close your account
			      billing/close-account: my #"
		`);
	});

	it("names synonyms with their weight", async () => {
		expect(await explained("receipt")).toMatchInlineSnapshot(`
			"Query: receipt

			Understood as:
			  receipt → receipt [unknown to the site], invoic (synonym) × # [tells #, in 1 of 15]

			Answered: yes. The best article holds # % of what was asked; from # % on this site calls it an answer (confidence #, from #).

			Results (1):
			  1. #  Where do I find an invoice?
			      billing/invoice: receipt # + title #"
		`);
	});

	it("names words that are completed and words that are joined", async () => {
		expect(await explained("spreadsh")).toMatch(/^ {2}spreadsh → spreadsheet \(completed\) × \S+ \[tells #, in 2 of 15\], excel \(synonym\)/m);
		expect(await explained("data base")).toMatch(/^ {2}base → databas \(joined\) × \S+ \[tells #, in 1 of 15\]$/m);
	});

	it("says that a result is pinned", async () => {
		const text = await explained("how much does it cost?");
		expect(text).toContain("\nAnswered: yes, pinned by pinned-results.yml.\n");
		expect(text).toMatch(/^ {2}1\. # {2}Where do I find an invoice\? {2}\[pinned\]$/m);
	});

	it("says that an article is stale", async () => {
		expect(await explained("old prices of a workspace")).toMatch(/^ {2}1\. # {2}Old prices of a workspace {2}\[stale\]$/m);
	});

	it("names nearest topics as such where there is no answer", async () => {
		const text = await explained("croissant baguette pretzel invoice ");
		expect(text).toMatch(/^Answered: no\. The best article holds # % of what was asked; from # % on this site calls it an answer/m);
		expect(text).toContain("\nNearest topics (1):\n  1. #  Where do I find an invoice?\n");
		expect(text).toContain("  croissant → croissant [unknown to the site]");
	});

	it("says so when no article shares a word", async () => {
		expect(await explained("croissant ")).toMatchInlineSnapshot(`
			"Query: croissant 

			Understood as:
			  croissant → croissant [unknown to the site]

			Answered: no. No article shares a word with it."
		`);
	});

	it("says so when there is no word", async () => {
		expect(await explained("?! 🎉")).toMatchInlineSnapshot(`
			"Query: ?! 🎉

			Understood as:
			  nothing: no word in it

			Answered: no. No article shares a word with it."
		`);
	});

	it("does not say that function words alone hold enough", async () => {
		const text = explain(await search("how do i "), index, { mode: "compact", places: [] });
		const [, share, enough] = /holds (\S+) % .* from (\S+) % on/.exec(text) ?? [];
		expect(text).toContain("Answered: no.");
		expect(share === undefined || Number(share) < Number(enough), text).toBe(true);
	});

	it("shows ten results at most", async () => {
		expect((await explained("a the of report password value account")).match(/^ {2}\d+\. /gm)?.length).toBe(10);
	});
});

describe("the figures of a run", () => {
	const outcome = (expected: string[] | null, ids: string[], rest: Partial<Outcome> = {}): Outcome => ({
		expected,
		results: ids.map((id) => ({ id, score: 1 })),
		answered: true,
		confidence: 0.9,
		ms: 2,
		...rest,
	});

	it("are shown with what they are measured on", () => {
		expect(
			searchFiguresText([
				outcome(["a"], ["a", "b"]),
				outcome(["a"], ["b", "a"], { ms: 4 }),
				outcome(["a"], [], { answered: false, confidence: 0 }),
				outcome(null, ["b"], { answered: false, confidence: 0.2, ms: 30.25 }),
			]),
		).toMatchInlineSnapshot(`
			"3 queries with an answer, 1 without.
			  recall@1                                       33.3 %
			  recall@5                                       66.7 %
			  MRR@10                                         0.500
			  zero-result rate (nothing returned)            33.3 %
			  answerable called answered                     66.7 %
			  no-answer called no answer                     100.0 %
			  no-answer recognised, 95 % of answerable kept  0.0 %
			  AUC of the confidence                          0.667
			  median, p95                                    2.0 ms, 30.3 ms"
		`);
	});

	it("are left open where there is nothing to measure them on", () => {
		expect(searchFiguresText([outcome(null, [], { answered: false, confidence: 0 })])).toMatchInlineSnapshot(`
			"0 queries with an answer, 1 without.
			  recall@1                                       –
			  recall@5                                       –
			  MRR@10                                         –
			  zero-result rate (nothing returned)            –
			  answerable called answered                     –
			  no-answer called no answer                     100.0 %
			  no-answer recognised, 95 % of answerable kept  –
			  AUC of the confidence                          –
			  median, p95                                    2.0 ms, 2.0 ms"
		`);
		expect(searchFiguresText([])).toContain("0 queries with an answer, 0 without.");
	});
});

describe("figures with a goal", () => {
	const figure = (value: number, goal: Figure["goal"], rest: Partial<Figure> = {}): Figure => ({ name: "figure", value, unit: "%", goal, of: "", ...rest });

	it.each([
		[75, { op: ">=", value: 75 }, true],
		[74.99, { op: ">=", value: 75 }, false],
		[50, { op: "<=", value: 50 }, true],
		[50.01, { op: "<=", value: 50 }, false],
		[100, { op: "==", value: 100 }, true],
		[99.9, { op: "==", value: 100 }, false],
		[7, null, null],
		[Number.NaN, { op: ">=", value: 0 }, false],
		[Number.NaN, { op: "<=", value: 0 }, false],
	] as const)("reach it or not: %d %j %j", (value, goal, reached) => {
		expect(reaches(figure(value, goal))).toBe(reached);
	});

	it("are shown as lines with value, goal, whether it is reached, and what they are measured on", () => {
		expect(
			figuresText([
				figure(75.123, { op: ">=", value: 75 }, { name: "recall@1", of: "search-dev" }),
				figure(92, { op: ">=", value: 92.5 }, { name: "recall@5, learned" }),
				figure(212, null, { name: "articles", unit: "" }),
			]),
		).toMatchInlineSnapshot(`
			"  recall@1              75.12 %  (goal >= 75) reached  [search-dev]
			  recall@5, learned        92 %  (goal >= 92.5) NOT reached
			  articles                  212"
		`);
		expect(figuresText([])).toBe("");
	});
});
