import { parse } from "node-html-parser";
import { describe, expect, it } from "vitest";
import { createMeasure, drawSvg } from "#site/integrations/sharing/render.ts";
import { contrast } from "#site/lib/contrast.ts";
import type { WordCard } from "#site/lib/sharing/card.ts";
import { mix } from "#site/lib/sharing/colours.ts";
import { drawCard } from "#site/lib/sharing/draw-card.ts";
import { fitText, type Measure } from "#site/lib/sharing/fit-text.ts";
import { familyFor, inDirection, isBrought } from "#site/lib/sharing/typefaces.ts";

/** Each letter is half as wide as the font is high. */
const evenly: Measure = (text) => text.length * 50;
const card: WordCard = { centre: "Example Help", dir: "ltr", accent: "#0f766e", kicker: "How-to", title: "Data entry", text: "Add and check.", icon: "table" };
const draw = (changes: Partial<WordCard> = {}) => drawCard({ ...card, ...changes }, {}, evenly);
const textsOf = (svg: string) => parse(svg).querySelectorAll("text");

describe("a text in its room", () => {
	const room = { width: 500, lines: 2, sizes: [100, 80, 50], weight: 600 } as const;
	const fit = (text: string) => fitText(text, room, evenly);

	it("is set as large as it fits, in as few lines as that takes", () => {
		expect(fit("Data entry")).toEqual({ size: 100, lines: ["Data entry"] });
		expect(fit("Data entry too")).toEqual({ size: 100, lines: ["Data entry", "too"] });
		expect(fit("Getting started with data")).toEqual({ size: 50, lines: ["Getting started with", "data"] });
	});

	it("is broken within a word only where the word is wider than the room in the smallest size", () => {
		expect(fit("Datenschutzgrund")).toEqual({ size: 50, lines: ["Datenschutzgrund"] });
		expect(fit("Datenschutzgrundverordnung")).toEqual({ size: 50, lines: ["Datenschutzgrundvero", "rdnung"] });
	});

	it("ends in an ellipsis where it is too much in the smallest size", () => {
		const { size, lines } = fit("one two three four five six seven eight nine ten eleven twelve");
		expect([size, lines]).toEqual([50, ["one two three four", "five six seven eigh…"]]);
	});

	it("never cuts a letter from its marks", () => {
		const { lines } = fitText("👩‍👩‍👧‍👧".repeat(9), { ...room, lines: 1 }, evenly);
		expect(lines).toEqual(["👩‍👩‍👧‍👧…"]);
	});
});

describe("a card", () => {
	it("shows kicker, title, text and the centre's name", () => {
		expect(textsOf(draw()).map((text) => text.text)).toEqual(["How-to", "Data entry", "Add and check.", "Example Help"]);
		expect(textsOf(draw({ kicker: undefined, text: undefined })).map((text) => text.text)).toEqual(["Data entry", "Example Help"]);
	});

	it("takes nothing in a text for markup", () => {
		const svg = draw({ title: `<script>"&'</script>`, centre: "A & B" });
		expect(svg).not.toContain("<script>");
		expect(svg).toContain("&lt;script&gt;&quot;&amp;");
		expect(svg).toContain("A &amp; B");
	});

	it("is mirrored where lines run from right to left", () => {
		const [left, right] = [draw(), draw({ dir: "rtl" })].map((svg) => textsOf(svg)[1]);
		expect([left?.getAttribute("x"), left?.getAttribute("text-anchor")]).toEqual(["80", undefined]);
		expect([right?.getAttribute("x"), right?.getAttribute("text-anchor")]).toEqual(["1120", "end"]);
		expect(Number(/<circle cx="(\d+)"/.exec(draw({ dir: "rtl" }))?.[1])).toBeLessThan(600);
	});

	it("has the article's own picture, where it could be read, and never the words of another", () => {
		const picture = { href: "data:image/png;base64,AA", width: 900, height: 450 };
		const own = { centre: "Example Help", dir: "ltr", accent: "#0f766e", picture: "/_astro/x.svg" } as const;
		expect(
			parse(drawCard(own, { picture }, evenly))
				.querySelector("image")
				?.getAttribute("x"),
		).toBe("150");
		expect(drawCard(own, {}, evenly)).not.toContain("<image");
	});

	it("stays readable on its soft field", () => {
		expect(contrast("#0f766e", mix("#0f766e", "#ffffff", 0.1))).toBeGreaterThan(3);
		expect(mix("#000000", "#ffffff", 0.5)).toBe("#808080");
	});
});

describe("the fonts of a card", () => {
	it.each([
		["Dateneingabe – Übersicht", true],
		["Ввод данных", true],
		["إدخال البيانات (1)", true],
		["<svg>\n\t→ ✓ °C ²</svg>", true],
		["データ入力", false],
		["הזנת נתונים", false],
		["Ready 🎉", false],
	])("have the letters of %j: %j", (text, has) => {
		expect(isBrought(text)).toBe(has);
	});

	it("are one for a whole line", () => {
		expect([familyFor("Data"), familyFor("مساعدة ESG")]).toEqual(["Inter", "Noto Sans Arabic"]);
	});

	it("set signs of a line from right to left on their side", () => {
		expect(inDirection("تقارير (GRI)", "rtl")).toBe("\u2067تقارير (GRI)\u2069");
		expect([inDirection("GRI", "rtl"), inDirection("تقارير", "ltr")]).toEqual(["GRI", "تقارير"]);
	});

	it("measure what they draw", () => {
		const measure = createMeasure();
		expect(measure("iii", 400)).toBeLessThan(measure("WWW", 400));
		expect(measure("Word", 600)).toBeGreaterThan(measure("Word", 400));
		// Letters that are joined have other forms than the same ones alone.
		expect(measure("بيت", 400)).toBeLessThan(["ب", "ي", "ت"].reduce((sum, letter) => sum + measure(letter, 400), 0));
	});

	it("have the letters of a script, also where they are written as references", async () => {
		const svg = (text: string) =>
			`<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60"><text y="40" font-family="Noto Sans Arabic">${text}</text></svg>`;
		const [letters, references, none] = await Promise.all([drawSvg(svg("بيت"), 200), drawSvg(svg("&#x628;&#x64a;&#x62a;"), 200), drawSvg(svg(""), 200)]);
		expect(Buffer.compare(letters.pixels, references.pixels)).toBe(0);
		expect(Buffer.compare(letters.pixels, none.pixels)).not.toBe(0);
	});

	it("draw the same picture again, and say what is no drawing", async () => {
		const svg = draw({ title: "إدخال البيانات", dir: "rtl" });
		const [one, other] = await Promise.all([drawSvg(svg, 300), drawSvg(svg, 300)]);
		expect(Buffer.compare(one.pixels, other.pixels)).toBe(0);
		await expect(drawSvg("no drawing", 300)).rejects.toThrow();
	});
});
