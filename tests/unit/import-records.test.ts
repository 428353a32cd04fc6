import { describe, expect, it } from "vitest";
import { planLocales } from "#scripts/lib/importers/sources/json/locales.ts";
import { findRecords } from "#scripts/lib/importers/sources/json/records.ts";

function found(text: string, lines = false) {
	const bytes = Buffer.from(text);
	return [...findRecords(bytes, { lines })].map(({ list, complete, start, end }) => ({ list, complete, text: bytes.toString("utf8", start, end) }));
}

describe("records in the bytes of a JSON file", () => {
	const page = '{"count": 2, "articles": [{"id": 1, "body": "a \\"] }"}, {"tags": [{"name": "x"}], "id": 2}], "next_page": null, "sections": []}';

	it("are found where they stand, with the list that holds them", () => {
		expect(found(page)).toEqual([
			{ list: "articles", complete: true, text: '{"id": 1, "body": "a \\"] }"}' },
			{ list: "articles", complete: true, text: '{"tags": [{"name": "x"}], "id": 2}' },
		]);
	});

	it("come as far as a file goes, wherever it is cut off, and the cut is always told", () => {
		for (let length = 1; length < page.length; length += 1) {
			const records = found(page.slice(0, length));
			const whole = records.filter(({ complete }) => complete).map(({ text }) => text);
			expect(whole, page.slice(0, length)).toEqual(
				found(page)
					.map(({ text }) => text)
					.slice(0, whole.length),
			);
			expect(records.filter(({ complete }) => !complete).length, page.slice(0, length)).toBe(1);
		}
	});

	it("of JSON lines come also after a broken line", () => {
		expect(found('{"id": 1}\n{"id": 2, "x\n\n[{"id": 3}]\r\n', true).map(({ complete, text }) => [complete, text])).toEqual([
			[true, '{"id": 1}'],
			[false, '{"id": 2, "x'],
			[true, '{"id": 3}'],
		]);
	});

	it("are none in what has no id", () => {
		expect(found('{"theme": {"name": "x"}, "list": [1, "two", null, [true]]}')).toEqual([]);
	});

	it("do not take long in brackets without end", () => {
		expect(found("[".repeat(1_000_000)).length).toBe(1);
		expect(found('{"a":'.repeat(200_000)).length).toBe(1);
	});
});

describe("locales of a source", () => {
	it.each([
		["the most frequent one is the standard", { "en-us": 3, de: 1 }, undefined, "en", { "en-us": "en", de: "de" }],
		["the one that was asked for is the standard", { "en-us": 3, de: 1 }, "de", "de", { "en-us": "en", de: "de" }],
		["two kinds of a language keep their countries", { "pt-br": 1, pt: 2, "pt-pt": 1 }, undefined, "pt", { pt: "pt", "pt-br": "pt-BR", "pt-pt": "pt-PT" }],
		["a country is found by its language", { "en-gb": 1, "en-us": 2 }, "en", "en", { "en-us": "en", "en-gb": "en-GB" }],
		["a locale that is none is English", { "??": 1 }, undefined, "en", { "??": "en" }],
		["none at all is English", {}, undefined, "en", {}],
	])("%s", (_, counts, asked, standard, folders) => {
		const plan = planLocales(new Map(Object.entries(counts)), asked);
		expect([plan.standard, Object.fromEntries(Object.keys(counts).map((locale) => [locale, plan.folderOf(locale)]))]).toEqual([standard, folders]);
	});
});
