import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { describeLearned, type LearnReport } from "#scripts/lib/learn/describe-learned.ts";
import { learnWords } from "#scripts/lib/learn/learn-words.ts";
import { compareLearned, readLearned, renderLearned, writeLearned } from "#scripts/lib/learn/learned-file.ts";
import { readLog } from "#scripts/lib/learn/read-log.ts";
import { readDataFile } from "#site/lib/data-file.ts";
import { learnedWordsSchema, type LearnedWordsData } from "#site/schemas/search.ts";

const folder = mkdtempSync(join(tmpdir(), "learn-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sound: LearnedWordsData = [
	{ article: "a/add", searches: [{ words: "type numbers in", visitors: 5 }] },
	{ article: "123", searches: [{ words: `say "hi": it's #1`, visitors: 3 }] },
];

const parsed = (text: string) => readDataFile(learnedWordsSchema, text, "learned-words.yml");

describe("the file of learned words", () => {
	it("has a line for each search and keeps its comment", () => {
		expect(renderLearned(sound, "# Mine\n\n# and mine\n[]\n")).toBe(`# Mine

# and mine
- article: a/add
  searches:
    - { words: "type numbers in", visitors: 5 }
- article: "123"
  searches:
    - { words: "say \\"hi\\": it's #1", visitors: 3 }
`);
		expect(renderLearned([], "# Mine\n- article: a\n")).toBe("# Mine\n[]\n");
		expect(renderLearned(sound)).toMatch(/^# Searches that readers really typed/);
	});

	it("is read as it was written, and written again byte for byte", () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.string({ unit: "binary", maxLength: 60 }), fc.stringMatching(/^[a-z0-9-]{1,6}(\/[a-z0-9-]{1,6})?$/))), (pairs) => {
				const rows = pairs.map(([query, article]) => ({ query, article, visitors: 3 }));
				const articles = new Map(rows.map(({ article }) => [article, "published" as const]));
				const { words } = learnWords(rows, { articles, minimum: 3 });
				const text = renderLearned(words);
				const file = parsed(text);
				expect(file.problems).toEqual([]);
				expect(file.data).toEqual(words);
				expect(renderLearned(file.data ?? [], text)).toBe(text);
			}),
		);
	});

	it("is empty where it is absent or has only its comment", () => {
		expect(readLearned(join(folder, "nowhere"), "x")).toEqual({ text: "", words: [], problems: [] });
		expect(parsed("# nothing yet\n").data).toEqual([]);
	});

	it.each([
		["- { article: /a/add/, searches: [{ words: numbers, visitors: 3 }] }", '"article" (entry 1)'],
		["- { article: a/add, searches: [] }", "has 0 entries; allowed: at least 1"],
		["- { article: a/add, searches: [{ words: numbers, visitors: 0 }] }", "is 0; allowed: at least 1"],
		["- { article: a/add, searches: [{ words: numbers, visitors: 3, rank: 1 }] }", '"rank" is not a known field'],
	])("is refused with place and reason: %s", (text, what) => {
		const [problem] = parsed(text).problems;
		expect(problem?.level).toBe("error");
		expect(`${problem?.field} ${problem?.what}`).toContain(what.replace('"article" (entry 1)', '"article" is "/a/add/"'));
	});

	it("is written whole, into a folder that may be new, and leaves nothing else behind", () => {
		const content = join(folder, "content");
		writeLearned(content, "one\n");
		writeLearned(content, "two\n");
		expect(readFileSync(join(content, "data/learned-words.yml"), "utf8")).toBe("two\n");
		expect(readdirSync(join(content, "data"))).toEqual(["learned-words.yml"]);
	});

	it("stays as it was when writing fails", () => {
		const content = join(folder, "blocked");
		writeFileSync(content, "a file where the folder should be");
		expect(() => writeLearned(content, "one\n")).toThrow();
		expect(readFileSync(content, "utf8")).toBe("a file where the folder should be");
	});
});

describe("the difference to the file before", () => {
	it("names what came and what went, not what only has other visitors", () => {
		const after: LearnedWordsData = [
			{ article: "a/add", searches: [{ words: "type numbers in", visitors: 9 }] },
			{ article: "a/import", searches: [{ words: "upload", visitors: 3 }] },
		];
		expect(compareLearned(sound, after)).toEqual({
			added: [{ article: "a/import", words: "upload" }],
			removed: [{ article: "123", words: `say "hi": it's #1` }],
		});
	});

	it("is told in lines, with what was left out and why", () => {
		const { dropped } = learnWords([{ query: "x", article: "a", visitors: 3 }], { articles: new Map(), minimum: 3 });
		const report: LearnReport = {
			file: "content/data/learned-words.yml",
			sample: true,
			minimum: 3,
			written: false,
			taken: 1,
			articles: 1,
			added: [{ article: "a/import", words: "upload" }],
			removed: [{ article: "123", words: "old" }],
			dropped,
		};
		expect(describeLearned(report, true)).toBe(`These are searches of the SAMPLE DATA: nobody else has searched yet.
- 123: "old"
+ a/import: "upload"
1 search taken, for 1 article.
  1 not taken: they have fewer than two letters or digits.
1 search added, 1 removed. Nothing was written to content/data/learned-words.yml.`);
		expect(describeLearned({ ...report, sample: false, added: [], removed: [], written: true }, false)).toContain(
			"No search came or went. Written: content/data/learned-words.yml.",
		);
	});

	it("says why nothing was taken, and what to do", () => {
		const { dropped } = learnWords([], { articles: new Map(), minimum: 3 });
		const nothing = { file: "learned-words.yml", sample: false, minimum: 3, written: false, taken: 0, articles: 0, added: [], removed: [], dropped };
		expect(describeLearned(nothing, false)).toBe(`0 searches taken, for 0 articles.
  Why: A search is taken once 3 different visitors of one day typed it and an article helped them, so that no one reader shows.
  Do:  Run it again when more readers have searched, or give it a log of searches with --file FILE.jsonl.
No search came or went. Nothing was written to learned-words.yml.`);
	});
});

describe("a log", () => {
	it("is read line by line, with a byte order mark, Windows line ends, empty lines and further fields", () => {
		expect(readLog('\uFEFF{"query":"a","article":"/x/y/","visitors":3,"day":"today"}\r\n\r\n{"query":"b","article":"z","visitors":1}', "log")).toEqual({
			rows: [
				{ query: "a", article: "x/y", visitors: 3 },
				{ query: "b", article: "z", visitors: 1 },
			],
			problems: [],
		});
	});

	it.each([
		['{"query":', "is not JSON"],
		["[]", 'is no object; write {"query": "…", "article": "…", "visitors": 3}'],
		['{"article":"a","visitors":3}', '"query" is missing; it must be text'],
		['{"query":" ","article":"a","visitors":3}', '"query" is " "; it must be text'],
		['{"query":"q","article":7,"visitors":3}', '"article" is 7; it must be the id of an article'],
		['{"query":"q","article":"a","visitors":"many"}', '"visitors" is "many"; it must be a whole number from 1 up'],
		['{"query":"q","article":"a","visitors":1e400}', '"visitors" is null; it must be a whole number from 1 up'],
		['{"query":"q","article":"a","visitors":0}', '"visitors" is 0; it must be a whole number from 1 up'],
	])("says what is wrong with the line %s", (line, problem) => {
		expect(readLog(`\n${line}\n`, "clicks.jsonl").problems).toEqual([`clicks.jsonl:2  ${problem}`]);
	});
});
