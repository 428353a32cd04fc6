import { describe, expect, it } from "vitest";
import { createAnalyse } from "#site/search/analyse.ts";
import { english } from "#site/search/languages/english.ts";
import type { QueryTerm } from "#site/search/types.ts";
import { asksForNumber } from "#worker/answers/asks-for-number.ts";
import { rankPassages, wordsTold, type Passage, type Question } from "#worker/answers/choose-section.ts";
import { answeredFrom, confidenceOf } from "#worker/answers/confidence.ts";
import { focus } from "#worker/answers/focus.ts";
import type { Block } from "#contract/sections.ts";

const analyse = createAnalyse(english);

function ask(question: string, { unknown = [], forNumber = false }: { unknown?: string[]; forNumber?: boolean } = {}): Question {
	const terms = analyse(question).map(({ word, stem, functional }): QueryTerm => ({
		word,
		functional,
		repaired: null,
		stems: [{ stem, weight: 1, kind: "typed" }],
	}));
	const missing = new Set(unknown.flatMap((word) => analyse(word).map(({ stem }) => stem)));
	return { told: wordsTold(terms, (stem) => (missing.has(stem) ? 0 : 5)), articles: 50, analyse, forNumber };
}

function passage(heading: string | null, text: string, { id = "data-entry/import", score = 10 } = {}): Passage {
	return {
		way: heading === null ? "article" : "section",
		source: { id, title: "How do I import values?", url: `/${id}/`, heading },
		title: "How do I import values?",
		summary: "Bring a spreadsheet in.",
		heading,
		blocks: [{ text, as: "paragraph" }],
		found: { score, matched: [], pinned: false },
	};
}

const quick = passage(null, "Choose Import and drop the file.");
const accents = passage("Accents look broken in the preview", "Save the file as UTF-8.");
const size = passage("Before you start", "The file has 50 MB at most.");
const first = (question: Question, ...passages: Passage[]) => rankPassages(passages, question)[0]?.source.heading;

describe("the passage that answers", () => {
	it("is the quick answer where the article as a whole is asked for", () => {
		expect(first(ask("How do I import values?"), accents, size, quick)).toBeNull();
	});

	it("is the section whose heading is asked for", () => {
		expect(first(ask("Why do accents look broken in the preview?"), quick, size, accents)).toBe("Accents look broken in the preview");
	});

	it("is the one with a number where one is asked for", () => {
		const other = passage("How it is read", "Every file is read from its beginning, as each file of a folder is.");
		expect(first(ask("How large may a file be?", { forNumber: true }), other, size)).toBe("Before you start");
	});

	it("is in the article that search ranks best, where both say the same", () => {
		const better = passage("Size", "The file has 50 MB.", { id: "a/b", score: 20 });
		expect(rankPassages([size, better], ask("file size"))[0]?.source.id).toBe("a/b");
	});

	it("is none where there are no passages, and any where the question tells nothing", () => {
		expect(rankPassages([], ask("import"))).toEqual([]);
		expect(rankPassages([quick], ask("??"))).toMatchObject([{ fit: expect.any(Number), inHeading: 0 }]);
	});
});

describe("the confidence of an answer", () => {
	function confidence(question: Question, search: number, ...passages: Passage[]): number {
		const [best] = rankPassages(passages, question);
		return best ? confidenceOf(best, { words: 6, articles: question.articles, search }) : 0;
	}

	it("is enough where search is sure and the passage says it, and not where it says a part", () => {
		expect(confidence(ask("How do I import values?"), 0.95, quick)).toBeGreaterThan(answeredFrom);
		expect(confidence(ask("How do I import giraffes?"), 0.3, quick)).toBeLessThan(answeredFrom);
	});

	it("sinks with words that the site has never seen", () => {
		const known = confidence(ask("import values from spreadsheet"), 0.8, quick);
		expect(confidence(ask("import values from salesforce", { unknown: ["salesforce"] }), 0.8, quick)).toBeLessThan(known);
	});

	it("grows with what search is sure of and what the passage says, and never leaves 0 to 1", () => {
		const of = (search: number, fit: number, words = 6, articles = 50) => confidenceOf({ fit, inHeading: 0, found: quick.found }, { words, articles, search });
		expect(of(0.9, 0.5)).toBeGreaterThan(of(0.5, 0.5));
		expect(of(0.5, 0.9)).toBeGreaterThan(of(0.5, 0.5));
		for (const value of [of(0, 0, 0, 0), of(1, 3, 100, 1), of(1, 3, 100, 1e6)]) {
			expect(value).toBeGreaterThanOrEqual(0);
			expect(value).toBeLessThanOrEqual(1);
		}
	});

	it("asks for less in a centre of few articles, where more words are unknown", () => {
		const of = (articles: number) => confidenceOf({ fit: 0.8, inHeading: 0, found: quick.found }, { words: 8, articles, search: 0.6 });
		expect(of(12)).toBeGreaterThan(answeredFrom);
		expect(of(100)).toBeLessThan(answeredFrom);
		expect(of(2)).toBe(of(12));
	});

	it("is full where a writer put the article first", () => {
		expect(confidence(ask("giraffes"), 0, { ...quick, found: { ...quick.found, pinned: true } })).toBe(1);
	});
});

describe("a long section", () => {
	const { told } = ask("How many users does the Starter plan have?");
	const row = (text: string): Block => ({ text, as: "point" });
	const filler = Array.from({ length: 12 }, (_, index) => row(`Thing ${index}: ${"nothing of interest ".repeat(4)}`));

	it("keeps the rows that speak of the question, with what leads up to them", () => {
		const lead: Block = { text: "What each plan has:", as: "paragraph" };
		expect(focus([lead, ...filler, row("Users: Free 3, Starter 10")], told, analyse)).toEqual([lead, row("Users: Free 3, Starter 10")]);
	});

	it("begins with what speaks of the question, where that stands far below", () => {
		const paragraphs = Array.from({ length: 6 }, (): Block => ({
			text: "Nothing of interest stands here, and it goes on and on. ".repeat(4),
			as: "paragraph",
		}));
		const wanted: Block = { text: "The Starter plan has 10 users.", as: "paragraph" };
		expect(focus([...paragraphs, wanted], told, analyse)).toEqual([wanted]);
	});

	it("keeps all its steps", () => {
		const steps = filler.map(({ text }): Block => ({ text, as: "step" }));
		expect(focus([...steps, { text: "Count the users of your plan.", as: "step" }], told, analyse)).toHaveLength(13);
	});

	it("stays as it is where it is short", () => {
		const short = [row("One"), row("Users: 3")];
		expect(focus(short, told, analyse)).toBe(short);
	});
});

describe("a question for a number", () => {
	it.each([
		["How long is an invitation valid?", "en", true],
		["What is the maximum size?", "en", true],
		["How do I import values?", "en", false],
		["Wie viele Benutzer sind möglich?", "de", true],
		["Wie groß darf die Datei sein?", "de", true],
		["¿Cuánto tiempo es válida?", "es", true],
		["كم مستخدم في الباقة؟", "ar", true],
		["How long is it?", "fr", false],
	])("%s (%s): %s", (question, locale, wanted) => {
		expect(asksForNumber(question, locale)).toBe(wanted);
	});
});
