import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { redact } from "#contract/redaction.ts";
import { knownArticles } from "#scripts/lib/learn/known-articles.ts";
import { dropReasons, learnWords, type DropReason, type LogRow } from "#scripts/lib/learn/learn-words.ts";
import { mayBePersonal } from "#scripts/lib/learn/personal.ts";

const articles = new Map([
	["data-entry/add-a-value", "published"],
	["data-entry/import", "published"],
	["reporting/export", "published"],
	["data-entry/retired", "archived"],
] as const);
const [value, imports, exports] = ["data-entry/add-a-value", "data-entry/import", "reporting/export"];

const row = (query: string, article = value, visitors = 3): LogRow => ({ query, article, visitors });
const learn = (rows: LogRow[], minimum = 3) => learnWords(rows, { articles, minimum });

/** Reasons with their numbers, without those of zero. */
const droppedOf = (rows: LogRow[], minimum = 3) => Object.fromEntries(Object.entries(learn(rows, minimum).dropped).filter(([, number]) => number > 0));

describe("learned words", () => {
	it("are the searches of each article: articles by name, the most visitors first, then by the alphabet", () => {
		const rows = [row("zebra figures"), row("type numbers in", value, 9), row("apple figures"), row("upload sheet", imports, 4)];
		expect(learn(rows)).toMatchObject({
			words: [
				{
					article: value,
					searches: [
						{ words: "type numbers in", visitors: 9 },
						{ words: "apple figures", visitors: 3 },
						{ words: "zebra figures", visitors: 3 },
					],
				},
				{ article: imports, searches: [{ words: "upload sheet", visitors: 4 }] },
			],
			taken: 4,
		});
	});

	it.each<[DropReason, LogRow]>([
		["few", row("type numbers in", value, 2)],
		["long", row("x".repeat(121))],
		["long", row(" ".repeat(5000))],
		["short", row("x")],
		["short", row("?! 🙂 …")],
		["personal", row("invoice for [email]")],
		["missing", row("type numbers in", "no/such")],
		["missing", row("type numbers in", "constructor")],
		["archived", row("send a fax", "data-entry/retired")],
	])("leave out what is %s: %j", (reason, dropped) => {
		expect(learn([dropped]).words).toEqual([]);
		expect(droppedOf([dropped])).toEqual({ [reason]: 1 });
		expect(dropReasons[reason]).toBeTruthy();
	});

	it("do not grow by a flood that the log tells as one visitor, however many lines it has", () => {
		expect(learn(Array.from({ length: 1000 }, () => row("buy my pills", value, 1))).words).toEqual([]);
	});

	it("write spellings of one search once, with the most visitors, and do not add these up", () => {
		const rows = [row("Type  NUMBERS in?", value, 5), row("type numbers in", value, 3), row("Týpe numbers in", value, 4)];
		expect(learn(rows).words).toEqual([{ article: value, searches: [{ words: "type numbers in?", visitors: 5 }] }]);
		expect(droppedOf(rows)).toEqual({ merged: 2 });
	});

	it("give a search that led to several articles only to those with at least half of its visitors", () => {
		const rows = [row("numbers", value, 6), row("Numbers", imports, 3), row("numbers", exports, 3)];
		expect(learn(rows).words).toEqual([{ article: value, searches: [{ words: "numbers", visitors: 6 }] }]);
		expect(droppedOf(rows)).toEqual({ elsewhere: 2 });
		const halves = learn([row("numbers", value, 4), row("numbers", imports, 4)]);
		expect(halves.words.map(({ article }) => article)).toEqual([value, imports]);
		expect(learn([row("numbers", value, 4), row("numbers", imports, 4), row("numbers", exports, 4)]).words).toEqual([]);
	});

	it("are at most 100 an article, those of the most visitors", () => {
		const rows = Array.from({ length: 130 }, (_, index) => row(`words of ${String(index).padStart(3, "0")}`, value, 3 + (index % 2)));
		const { words, taken, dropped } = learn(rows);
		expect([words[0]?.searches.length, taken, dropped.crowded]).toEqual([100, 100, 30]);
		expect(words[0]?.searches.filter(({ visitors }) => visitors === 4)).toHaveLength(65);
		expect(words[0]?.searches.at(-1)?.words).toBe("words of 068");
	});

	it("show nothing that is invisible or turns the line around", () => {
		expect(learn([row("type\u202e numbers\u200b\u0007 in\ud800")]).words[0]?.searches[0]?.words).toBe("type numbers in\ufffd");
	});

	const words = fc.oneof(
		fc.constantFrom("type numbers", "Type Numbers", "numbers", "upload", "add co2", "é", "scope 3 in 2026", "err_4021"),
		fc.string({ maxLength: 20 }),
		fc.string({ unit: "binary", maxLength: 10 }),
	);
	const rowOf = (query: fc.Arbitrary<string>): fc.Arbitrary<LogRow> =>
		fc.record({ query, article: fc.constantFrom(...articles.keys(), "no/such"), visitors: fc.integer({ min: 1, max: 6 }) });

	it("do not depend on the order of the log, and every line is taken or dropped", () => {
		fc.assert(
			fc.property(
				fc.array(rowOf(words), { maxLength: 40 }).chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
				([rows, shuffled]) => {
					const learned = learn(rows);
					expect(JSON.stringify(learn(shuffled))).toBe(JSON.stringify(learned));
					expect(learned.taken + Object.values(learned.dropped).reduce((sum, number) => sum + number, 0)).toBe(rows.length);
				},
			),
		);
	});

	const secret = fc.oneof(
		fc.tuple(fc.stringMatching(/^[a-z]{2,8}$/), fc.stringMatching(/^[a-z]{2,8}$/)).map(([name, host]) => `${name}@${host}.example`),
		fc.integer({ min: 10_000, max: 10 ** 15 }).map(String),
		fc.stringMatching(/^0[1-9]{2} [1-9]{3} [1-9]{4}$/),
		fc.stringMatching(/^[1-9]\d-\d\d-\d\d$/),
		fc.stringMatching(/^[a-z]{3,8}$/).map((name) => `https://${name}.internal/x`),
		fc.constantFrom("GB33BUKB20201555555555", "4111 1111 1111 1111", "sk_live_4eC39HqLyjWDarjtT1zdp7dc"),
		fc.constantFrom("１２３４５６", "ada＠customer.example", "12\u200b34\u200b56", "a\u200bda@customer.example"),
	);

	it("never hold an address, a number or a secret, wherever in a search it stood and however many asked", () => {
		fc.assert(
			fc.property(fc.constantFrom("", "reset ", "My invoice: "), secret, fc.constantFrom("", " please", "?"), (before, text, after) => {
				const learned = learn([row(`${before}${text}${after}`, value, 1000), row("type numbers in")]);
				expect(learned.words).toEqual([{ article: value, searches: [{ words: "type numbers in", visitors: 3 }] }]);
			}),
			{ numRuns: 500 },
		);
	});

	it("are never changed by redaction, whatever was typed", () => {
		fc.assert(
			fc.property(fc.array(rowOf(fc.oneof(words, fc.stringMatching(/^[a-z0-9@.+ -]{2,40}$/))), { maxLength: 30 }), (rows) => {
				for (const { searches } of learn(rows).words)
					for (const { words: kept } of searches) {
						expect(redact(kept)).toBe(kept);
						expect(kept).not.toMatch(/@|\p{Nd}{5}/u);
						expect(kept).toBe(kept.toLowerCase().trim());
					}
			}),
		);
	});
});

describe("a search that may be personal", () => {
	it.each([
		"ask ada at example dot com",
		"account 12345",
		"sort code 12-34-56",
		"born 15/03/1984",
		"call 020 794 6014",
		"see www.customer.example/report",
		"customer.com is down",
		"http://10.0.0.1/x",
		"files.customer.internal/q1",
		"mail @ada",
		"٠١٢٣٤",
	])("is %j", (query) => {
		expect(mayBePersonal(query)).toBe(true);
	});

	it.each([
		"q1 2026",
		"report 2025-2026",
		"compare 2024 2025",
		"scope 1, 2 and 3",
		"error 429",
		"ERR_4021",
		"gri 305-1",
		"1,500 employees",
		"report.xlsx",
		"oauth 2.0",
		"what's e-mail for?",
	])("is not %j", (query) => {
		expect(mayBePersonal(query)).toBe(false);
	});
});

describe("the articles that can have words", () => {
	it("are those published in any language", () => {
		const article = (fields = "") => `---\ntitle: A\n${fields}---\nText`;
		const texts = new Map([
			["articles/en/a/one.mdx", article()],
			["articles/en/a/draft.mdx", article("draft: true\n")],
			["articles/en/a/old.mdx", article("archived: true\n")],
			["articles/de/a/old.mdx", article("archived: true\n")],
			["articles/en/a/half.mdx", article("archived: true\n")],
			["articles/de/a/half.mdx", article()],
			["data/site.yml", "name: x"],
		]);
		expect(Object.fromEntries(knownArticles({ texts, display: (path) => path }))).toEqual({
			"a/one": "published",
			"a/old": "archived",
			"a/half": "published",
		});
	});
});
