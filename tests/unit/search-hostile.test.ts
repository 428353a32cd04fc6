import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSearch } from "#site/search/create-search.ts";
import { english } from "#site/search/languages/english.ts";
import type { SearchAnswer } from "#site/search/types.ts";
import { built, documents, fragmentOf, ids, open, search, searchOf } from "./search-fixture.ts";

/** What holds for every answer. */
function expectSound({ results, confidence, answered, terms }: SearchAnswer): void {
	const scores = results.map(({ score }) => score);
	expect(scores.every((score) => Number.isFinite(score) && score > 0)).toBe(true);
	expect(scores).toEqual([...scores].sort((a, b) => b - a));
	expect(new Set(results.map(({ document }) => document.id)).size).toBe(results.length);
	expect(confidence).toBeGreaterThanOrEqual(0);
	expect(confidence).toBeLessThanOrEqual(1);
	for (const { coverage } of results) expect(coverage >= 0 && coverage <= 1 + 1e-9).toBe(true);
	if (results.length === 0) expect(answered).toBe(false);
	expect(terms.length).toBeLessThanOrEqual(24);
	expect(terms.every(({ word }) => word.length <= 60)).toBe(true);
}

describe("a hostile query", () => {
	it.each([
		["10,000 letters", "a".repeat(10_000)],
		["10,000 suffixes", "ing".repeat(3_334)],
		["10,000 words", "zzyx ".repeat(10_000)],
		["10,000 spaces", " ".repeat(10_000)],
		["10,000 signs", "'_".repeat(5_000)],
		["only emoji", "🎉🔥👩‍👩‍👧"],
		["control characters", "\0\u0007\u001b[31m\u007f"],
		["lone surrogates", "\ud800\udc00\udfff \ud83d"],
		["unbalanced quotes", `"'“„«(`],
		["operators", `+a -b *? ~c^2 [d TO e] !f |g`],
		["HTML", `<script>alert("x")</script>`],
		["an entity", "&lt;img src=x&gt;"],
		["an address", "https://evil.example/?q=%00"],
		["SQL", "'; DROP TABLE events; --"],
		["a path", "../../etc/passwd"],
		["a pattern", "(a+)+$ [\\ .*"],
		["a template", "${constructor} {{x}}"],
		["combining marks", `q${"\u0301".repeat(2_000)}`],
		["a ligature that grows", "\ufdfa".repeat(500)],
	])("does no harm: %s", { timeout: 5000 }, async (_, query) => {
		const answer = await search(query);
		expectSound(answer);
		expect(answer.answered).toBe(false);
	});

	it.each(["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf", "prototype", "constructor constructor", "__proto__.constructor"])(
		"finds no member of objects: %s",
		async (query) => {
			const answer = await search(query);
			expectSound(answer);
			expect(answer).toMatchObject({ results: [], answered: false, confidence: 0 });
		},
	);

	it.each([
		["right-to-left marks", "\u202ereset\u202c \u200fpassword\u200e"],
		["words among control characters", "reset\0password"],
		["words among HTML", "<b>reset</b> <i>password</i>"],
		["wide letters", "ｒｅｓｅｔ ｐａｓｓｗｏｒｄ"],
		["typographic signs", "“reset”—password…"],
		["a flood after the question", `reset password ${"🎉".repeat(5_000)}`],
		["accents", "rêsët pässwörd"],
	])("is still understood: %s", async (_, query) => {
		expect(ids(await search(query))[0]).toBe("account/reset-your-password");
	});

	it("in a script the centre does not know has no answer", async () => {
		for (const query of ["إعادة تعيين كلمة المرور", "パスワードを忘れた", "забыл пароль", "ลืมรหัสผ่าน"]) {
			const answer = await search(query);
			expectSound(answer);
			expect(answer.answered).toBe(false);
		}
	});
});

describe("any query at all", () => {
	const word = fc.constantFrom(
		"reset",
		"password",
		"pasword",
		"excel",
		"azure",
		"ad",
		"receipt",
		"err_4021",
		"gri",
		"305-1",
		"the",
		"how",
		"constructor",
		"__proto__",
		"export",
		"repor",
		"sso",
		"é",
		"🎉",
		'"',
		"'",
		"-",
		"\n",
	);
	const query = fc.oneof(
		fc.string({ unit: "binary", maxLength: 60 }),
		fc.string({ unit: "grapheme", maxLength: 60 }),
		fc.array(word, { maxLength: 12 }).map((words) => words.join(" ")),
	);
	const filters = fc.record(
		{ category: fc.constantFrom("account", "reporting", "", "x"), type: fc.constantFrom("how-to", "reference", "") },
		{ requiredKeys: [] },
	);

	it("gets a sound answer", async () => {
		await fc.assert(
			fc.asyncProperty(query, filters, async (text, narrowed) => expectSound(await search(text, narrowed))),
			{ numRuns: 1000 },
		);
	});

	it("gets a sound answer with the full text, and the same one twice", async () => {
		const withBody = createSearch(open(built), {
			language: english,
			fullText: (words) => Promise.resolve(new Map(documents.slice(0, words.length % 5).map(({ url }, rank) => [fragmentOf(url), 1 / (rank + 1)]))),
		});
		await fc.assert(
			fc.asyncProperty(query, async (text) => {
				const answer = await withBody(text);
				expectSound(answer);
				expect(JSON.stringify(await withBody(text))).toBe(JSON.stringify(answer));
			}),
			{ numRuns: 300 },
		);
	});

	it("gets no answer from an empty centre", async () => {
		const empty = searchOf({ documents: [] });
		await fc.assert(
			fc.asyncProperty(query, async (text) => {
				expect(await empty(text)).toMatchObject({ results: [], answered: false, confidence: 0 });
			}),
			{ numRuns: 200 },
		);
	});
});
