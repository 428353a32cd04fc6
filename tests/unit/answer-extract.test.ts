import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PersonOffer } from "#contract/answers.ts";
import { answerFrom } from "#worker/answers/answer.ts";
import { extract } from "#worker/answers/extract.ts";
import type { Candidate, Retrieved } from "#worker/answers/retrieve.ts";
import type { Block } from "#contract/sections.ts";

const paragraph = (text: string): Block => ({ text, as: "paragraph" });
const step = (text: string): Block => ({ text, as: "step" });
const long = (letters: number) => `${"word ".repeat(letters / 5 - 1)}end. `.trim();

describe("an extract", () => {
	it("is a short section as it stands", () => {
		expect(extract([paragraph("Do this:"), step("One."), step("Two.")])).toEqual([
			{ text: "Do this:", as: "paragraph", source: 0 },
			{ text: "One.", as: "step", source: 0 },
			{ text: "Two.", as: "step", source: 0 },
		]);
	});

	it("ends before a block that finds no room", () => {
		expect(extract([paragraph(long(400)), paragraph(long(400))])).toHaveLength(1);
	});

	it("ends after eight steps", () => {
		expect(extract(Array.from({ length: 12 }, (_, index) => step(`Step ${index + 1}`)))).toHaveLength(8);
	});

	it("keeps the solution of a long problem", () => {
		const cause: Block = { ...paragraph(`Cause: ${long(600)}`), labelled: true };
		const solution: Block = { ...paragraph(`Solution: ${long(300)}`), labelled: true };
		expect(extract([cause, solution]).map(({ text }) => text)).toEqual([solution.text]);
	});

	it("does not end with a label that leads to nothing", () => {
		const label: Block = { text: "Solution:", as: "paragraph", labelled: true, leads: true };
		expect(extract([paragraph(long(600)), paragraph(long(60)), label]).at(-1)?.text).not.toBe("Solution:");
	});

	it("shortens one long text to its first sentences, or to whole words", () => {
		expect(extract([paragraph("First sentence. ".repeat(60).trim())])[0]?.text).toMatch(/^(?:First sentence\. )+First sentence\.$/);
		expect(extract([paragraph("word ".repeat(300).trim())])[0]?.text).toMatch(/ word…$/);
	});

	it("never grows beyond what a box has room for, and invents nothing", () => {
		const block = fc.record({ text: fc.string({ minLength: 1, maxLength: 1200 }), as: fc.constantFrom("paragraph", "step", "point") });
		fc.assert(
			fc.property(fc.array(block, { maxLength: 20 }), (blocks) => {
				const parts = extract(blocks);
				expect(parts.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(701);
				for (const { text } of parts) expect(blocks.some((made) => made.text.toWellFormed().includes(text.replace(/…$/, "").toWellFormed()))).toBe(true);
			}),
		);
	});
});

describe("an answer", () => {
	const person: PersonOffer = { hours: "Open.", contact: "/contact/", hotline: null, chat: null };
	const source = (id: string, heading: string | null = null) => ({ id, title: id, url: `/${id}/`, heading });
	const candidate = (id: string, way: Candidate["way"] = "section"): Candidate => ({
		way,
		blocks: [paragraph("Words.")],
		text: "Words.",
		source: source(id, "Here"),
		score: 1,
	});
	const retrieved: Retrieved = {
		answered: true,
		confidence: 0.9,
		candidates: [candidate("a/b"), candidate("c/d")],
		nearest: ["a/b", "c/d", "e/f", "g/h"].map((id) => source(id)),
		tree: null,
	};

	it("has the words of the best place, its source, and the way to a person", () => {
		expect(answerFrom(retrieved, person)).toEqual({
			kind: "answered",
			way: "section",
			parts: [{ text: "Words.", as: "paragraph", source: 0 }],
			sources: [source("a/b", "Here")],
			tree: null,
			person,
		});
	});

	it("adds the section of the same article that fits nearly as well, and none that fits badly, stands elsewhere or is the opening", () => {
		const other = { ...candidate("a/b"), blocks: [paragraph("More words.")], source: source("a/b", "There") };
		const given = (score: number) => answerFrom({ ...retrieved, candidates: [candidate("a/b"), candidate("c/d"), { ...other, score }] }, person);
		expect(given(0.8)).toMatchObject({
			parts: [
				{ text: "Words.", source: 0 },
				{ text: "More words.", source: 1 },
			],
			sources: [source("a/b", "Here"), source("a/b", "There")],
		});
		expect(given(0.6)).toMatchObject({ parts: [{ text: "Words.", source: 0 }], sources: [source("a/b", "Here")] });
		const opening: Candidate = { ...other, way: "article" };
		expect(answerFrom({ ...retrieved, candidates: [candidate("a/b"), opening] }, person)).toMatchObject({ sources: [source("a/b", "Here")] });
	});

	it("says so where nothing answers, with the three nearest articles", () => {
		const unsure = answerFrom({ ...retrieved, answered: false, confidence: 0.04, tree: "/a/b.tree.json" }, person);
		expect(unsure).toEqual({ kind: "unsure", guesses: [], nearest: ["a/b", "c/d", "e/f"].map((id) => source(id)), tree: "/a/b.tree.json", person });
	});

	it("shows what may help where it is not sure, and the other articles beside it", () => {
		expect(answerFrom({ ...retrieved, answered: false, confidence: 0.3 }, person)).toEqual({
			kind: "unsure",
			guesses: ["a/b", "c/d"].map((id) => ({ source: source(id, "Here"), parts: [{ text: "Words.", as: "paragraph" }] })),
			nearest: [source("e/f")],
			tree: null,
			person,
		});
	});

	it("is none without words", () => {
		expect(answerFrom({ ...retrieved, candidates: [] }, person).kind).toBe("unsure");
		expect(answerFrom({ ...retrieved, candidates: [{ ...candidate("a/b"), blocks: [] }] }, person).kind).toBe("unsure");
	});
});
