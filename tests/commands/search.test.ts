import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { QueryResult } from "#scripts/lib/search/run-queries.ts";
import { command, copyContent, scratch } from "./command.ts";

// One small site for all tests; the first search builds it.
const folder = mkdtempSync(join(tmpdir(), "tier-zero-search-"));
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
const content = copyContent(folder);
const habits = join(content, "articles/en/data-entry/good-habits.mdx");
for (const name of ["b", "c", "d", "e", "f", "g"]) copyFileSync(habits, habits.replace(".mdx", `-${name}.mdx`));
writeFileSync(join(content, "data/synonyms.yml"), "oneWay:\n  - { from: electricity, to: [energy] }\n");
writeFileSync(join(content, "data/pinned-results.yml"), "- { queries: [favourite], article: data-entry/good-habits }\n");
const articles = 13;

async function search(args: string[], env: Record<string, string> = {}) {
	const running = command("search", args, { KB_CONTENT: content, KB_OUT: join(folder, "dist"), ...env });
	let printed = "";
	running.child.stdout?.on("data", (chunk: Buffer) => (printed += String(chunk)));
	return { code: await running.ended, output: running.output(), printed };
}

/** A file of queries in a folder of its own, and where the results go. */
function files(lines: (object | string)[]): { queries: string; out: string; read: () => QueryResult[] } {
	const own = scratch();
	const [queries, out] = [join(own, "queries.jsonl"), join(own, "out.jsonl")];
	writeFileSync(queries, lines.map((line) => `${typeof line === "string" ? line : JSON.stringify(line)}\n`).join(""));
	return {
		queries,
		out,
		read: () =>
			readFileSync(out, "utf8")
				.split("\n")
				.slice(0, -1)
				.map((line) => JSON.parse(line) as QueryResult),
	};
}

const collection = [
	{ query: "how do i add a value", expected: ["data-entry/add-a-value"] },
	{ query: "what does gri ask for", expected: ["https://help.sound.example/reporting/frameworks/gri/#months"] },
	{ query: "value croissant baguette pretzel sourdough", expected: null },
	{ query: "sourdough", expected: null },
	{ query: "electricity" },
];

describe("npm run search with words", () => {
	it("explains the ranking: repairs, weights, scores, and whether there is an answer", async () => {
		const { code, output, printed } = await search(["how do i", "add a vlaue"]);
		expect(code, output).toBe(0);
		expect(printed).toMatch(/^Query: how do i add a vlaue\nDid you mean: how do i add a value\n\nUnderstood as:\n/);
		expect(printed).toMatch(/^ {2}how \(function word × [\d.]+\) → how \[tells \d\.\d\d, in \d+ of 13\]$/m);
		expect(printed).toMatch(/^ {2}vlaue → valu \(repaired\) × [\d.]+ \[tells \d\.\d\d, in \d+ of 13\]$/m);
		expect(printed).toMatch(/^Answered: yes\. The best article holds [\d.]+ % of what was asked; from [\d.]+ % on this site calls it an answer/m);
		expect(printed).toMatch(/^Results \(\d+\):\n {2}1\. \d+\.\d\d {2}How do I add a value\?\n {6}data-entry\/add-a-value: .*\badd \d+\.\d\d/m);
	});

	it("names synonyms and pinned results", async () => {
		expect((await search(["electricity"])).printed).toMatch(/^ {2}electricity → electr \[unknown to the site\], energi \(synonym\) × [\d.]+ \[tells/m);
		expect((await search(["favourite"])).printed).toMatch(/^Answered: yes, pinned by pinned-results\.yml\.$[^]*^ {2}1\. .*Good data habits {2}\[pinned\]$/m);
	});

	it("says that there is no answer", async () => {
		const { code, printed } = await search(["sourdough"]);
		expect(printed).toMatch(/^Answered: no\./m);
		expect(printed).toContain("No article shares a word with it.");
		expect(code).toBe(0);
	});

	it("explains what pages without JavaScript find, with --mode worker", async () => {
		const { code, printed } = await search(["type", "the", "number", "--mode", "worker"]);
		expect(printed).toMatch(/^Answered: yes\.[^]*^ {2}1\. .*How do I add a value\?$/m);
		expect(code).toBe(0);
	});

	it.each([
		["before the words", ["--json", "type the number"]],
		["after the words", ["type the number", "--json"]],
		["with a mode", ["type the number", "--json", "--mode", "worker"]],
	])("prints JSON and nothing else for --json %s", async (_, args) => {
		const { code, printed } = await search(args);
		expect(JSON.parse(printed)).toMatchObject({
			query: "type the number",
			answered: true,
			didYouMean: null,
			terms: [{ word: "type" }, { word: "the", functional: true }, { word: "number" }],
			results: expect.arrayContaining([
				expect.objectContaining({ matched: ["type", "number"], document: expect.objectContaining({ id: "data-entry/add-a-value" }) as object }),
			]) as object[],
		});
		expect(code).toBe(0);
	});

	it("keeps to a category and a type", async () => {
		const found = async (...args: string[]) =>
			(JSON.parse((await search(["value", "--json", ...args])).printed) as { results: { document: { id: string } }[] }).results.map(
				({ document }) => document.id,
			);
		expect(await found("--category", "reporting")).toEqual(["reporting/first-report", "reporting/frameworks/gri"]);
		expect(await found("--category", "data-entry", "--type", "faq")).toEqual(["data-entry/faq"]);
	});
});

describe("npm run search -- --queries", () => {
	it("writes a line for each query, also for those without an answer, and prints the figures", async () => {
		const { queries, out, read } = files(collection);
		const { code, output, printed } = await search(["--queries", queries, "--json", out]);
		expect(code, output).toBe(0);
		const results = read();
		expect(results.map(({ query }) => query)).toEqual(collection.map(({ query }) => query));
		for (const result of results) {
			expect(Object.keys(result)).toEqual(["query", "results", "answered", "confidence", "ms"]);
			expect(result.confidence).toBeGreaterThanOrEqual(0);
			expect(result.confidence).toBeLessThanOrEqual(1);
			expect(result.ms).toBeGreaterThan(0);
			expect(result.results.map(({ score }) => score)).toEqual(result.results.map(({ score }) => score).toSorted((a, b) => b - a));
		}
		expect(results.map(({ answered }) => answered)).toEqual([true, true, false, false, true]);
		expect(results[0]?.results[0]).toEqual({ id: "data-entry/add-a-value", url: "/data-entry/add-a-value/", score: expect.any(Number) as number });
		expect(readdirSync(join(out, ".."))).toEqual(["out.jsonl", "queries.jsonl"]);
		expect(printed.replace(/[\d.]+ ms/g, "# ms").trim()).toMatchInlineSnapshot(`
			"2 queries with an answer, 2 without.
			  recall@1                                       100.0 %
			  recall@5                                       100.0 %
			  MRR@10                                         1.000
			  zero-result rate (nothing returned)            0.0 %
			  answerable called answered                     100.0 %
			  no-answer called no answer                     100.0 %
			  no-answer recognised, 95 % of answerable kept  100.0 %
			  AUC of the confidence                          1.000
			  median, p95                                    # ms, # ms"
		`);
	});

	it("writes ten results where so many share a word with the query, answered or not", async () => {
		const { queries, out, read } = files([{ query: "how do i add a value" }, { query: "value croissant baguette pretzel sourdough" }]);
		await search(["--queries", queries, "--json", out]);
		expect(read().map(({ answered, results }) => [answered, results.length])).toEqual([
			[true, Math.min(10, articles)],
			[false, Math.min(10, articles)],
		]);
	});

	it("asks as pages without JavaScript do, with --mode worker", async () => {
		const { queries, out, read } = files(collection);
		const { code, output } = await search(["--queries", queries, "--json", out, "--mode", "worker"]);
		expect(code, output).toBe(0);
		expect(read().map(({ answered, results }) => [answered, results[0]?.id])).toEqual([
			[true, "data-entry/add-a-value"],
			[true, "reporting/frameworks/gri"],
			[false, expect.any(String)],
			[false, undefined],
			[true, "reporting/frameworks/gri"],
		]);
	});

	it("needs no file to write to, and says when there is nothing to measure", async () => {
		const { queries, out } = files([{ query: "add a value" }, { query: "energy" }]);
		const { code, printed } = await search(["--queries", queries]);
		expect(printed).toBe("2 queries asked; none says what is expected, so there is nothing to measure.\n");
		expect([code, existsSync(out)]).toEqual([0, false]);
	});

	it("takes both files after an equals sign too", async () => {
		const { queries, out, read } = files(collection);
		const { code, output } = await search([`--queries=${queries}`, `--json=${out}`]);
		expect(code, output).toBe(0);
		expect(read().length).toBe(collection.length);
		const mixed = files(collection);
		const second = await search([`--queries=${mixed.queries}`, "--json", mixed.out]);
		expect(second.code, second.output).toBe(0);
		expect(mixed.read().length).toBe(collection.length);
	});

	it("answers the same way each time", async () => {
		const runs = [files(collection), files(collection)];
		for (const { queries, out } of runs) await search(["--queries", queries, "--json", out]);
		const [first, second] = runs.map(({ read }) => read().map((result) => ({ ...result, ms: 0 })));
		expect(first).toEqual(second);
	});
});

describe("npm run search refuses", () => {
	it.each([
		["no words", [], 'Say what to search for: npm run search -- "reset password".'],
		["words of spaces", ["  "], 'Say what to search for: npm run search -- "reset password".'],
		["words and a file", ["words", "--queries", "queries.jsonl"], "Give words or --queries, not both."],
		["a mode that it does not know", ["words", "--mode", "phone"], '--mode is "phone"; allowed: browser, worker.'],
		["an option that it does not know", ["words", "--fuzzy"], "Unknown option '--fuzzy'."],
	])("%s, with exit code 2", async (_, args, message) => {
		const { code, output, printed } = await search(args);
		expect(output).toContain(message);
		expect(output).toContain("Run it with --help to see how it is used.");
		expect([code, printed]).toEqual([2, ""]);
	});

	it("a file that is not there, with exit code 1", async () => {
		const { out } = files([]);
		const { code, output } = await search(["--queries", "no/such.jsonl", "--json", out]);
		expect(output).toBe("There is no file no/such.jsonl.\n");
		expect([code, existsSync(out)]).toEqual([1, false]);
	});

	it("a line that it cannot read, with exit code 1, and leaves what was written before", async () => {
		const { queries, out } = files([{ query: "add a value" }, '{"query": "add a value", "expected": 7}']);
		writeFileSync(out, "before\n");
		const { code, output } = await search(["--queries", queries, "--json", out]);
		expect(output).toBe(`${queries}:2  expected: Invalid input. A line looks like {"query": "words", "expected": ["article-id"]}, or "expected": null.\n`);
		expect([code, readFileSync(out, "utf8")]).toEqual([1, "before\n"]);
	});

	it.each([
		["a folder in place of the queries", (own: string) => ["--queries", own]],
		["results in a folder that is not there", (own: string) => ["--queries", join(own, "queries.jsonl"), "--json", join(own, "no/such/out.jsonl")]],
	])("%s in words, with exit code 1", async (_, argumentsFor) => {
		const { queries } = files(collection);
		const { code, output } = await search(argumentsFor(join(queries, "..")));
		expect(code).toBe(1);
		expect(output).not.toMatch(/^\s+at .*\.ts/m);
	});
});
