import { describe, expect, it } from "vitest";
import { redact } from "#contract/redaction.ts";
import { leftOf, ordinary, personalQueries } from "../bench/privacy/judge.ts";
import { redactionFigures } from "../bench/privacy/redaction-figures.ts";

describe("the corpus of personal data", () => {
	it("holds enough of both kinds, in four languages, each query once", () => {
		expect(personalQueries().length).toBeGreaterThanOrEqual(300);
		expect(new Set(personalQueries().map(({ locale }) => locale)).size).toBe(4);
		const texts = ordinary().map(({ text }) => text);
		expect(texts.length).toBeGreaterThanOrEqual(300);
		expect(new Set(texts).size).toBe(texts.length);
	});

	it("counts what is left of a query that nobody has redacted, of all of them", () => {
		expect(personalQueries().filter((query) => leftOf(query, query.text).length === 0)).toEqual([]);
	});

	it("counts half an address and four digits of a number as left", () => {
		expect(leftOf({ text: "write to anna.smith@example.com", spans: ["anna.smith@example.com"] }, "write to [email]@example.com")).not.toEqual([]);
		expect(leftOf({ text: "card 4111 1111 1111 1111", spans: ["4111 1111 1111 1111"] }, "card [card] 11-11")).not.toEqual([]);
	});
});

describe("redaction of the corpus", () => {
	it("leaves nothing personal, and harms one ordinary query of a hundred at most", { timeout: 30_000 }, () => {
		const figures = redactionFigures(() => undefined);
		const harmed = figures.at(-1);
		expect(figures[0]).toMatchObject({ name: "personal data left", value: 0 });
		expect(harmed?.value).toBeLessThanOrEqual(1);
	});

	it("changes nothing more the second time", { timeout: 30_000 }, () => {
		for (const { text } of personalQueries()) {
			const once = redact(text);
			expect(redact(once)).toBe(once);
		}
	});

	it("leaves signs of other scripts as they were written, beside what it removes", () => {
		expect(redact("ما معنى الخطأ ٤٢٩؟ anna@example.com ‏👩‍👧 ｴﾗｰ")).toBe("ما معنى الخطأ ٤٢٩؟ [email] ‏👩‍👧 ｴﾗｰ");
	});
});
