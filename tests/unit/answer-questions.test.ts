import { describe, expect, it } from "vitest";
import { judge, letters } from "../bench/answers/judge.ts";
import { fewest, kinds, readQuestions, type Question } from "../bench/answers/question-set.ts";
import type { Answer, AnswerPart, AnswerSource } from "#contract/answers.ts";

describe("the set of questions", () => {
	const questions = readQuestions();

	it("names each question once, and asks none twice", () => {
		expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
		const words = questions.map(({ locale, question }) => `${locale} ${letters(question)}`);
		expect(words.filter((asked, place) => words.indexOf(asked) !== place)).toEqual([]);
	});

	it.each(kinds)("has enough that are %s", (kind) => {
		expect(questions.filter((question) => question.kind === kind).length).toBeGreaterThanOrEqual(fewest[kind]);
	});

	it.each(["de", "es", "ar"])("has at least eight in %s that its articles answer", (locale) => {
		expect(questions.filter((question) => question.kind === "answerable" && question.locale === locale).length).toBeGreaterThanOrEqual(8);
	});

	it("says what may answer, wherever something may", () => {
		for (const { id, expected, sources } of questions) expect(sources.length > 0, id).toBe(expected === "answered" || expected === "either");
	});

	it("asks about half of what is answerable as a question", () => {
		const answerable = questions.filter(({ kind }) => kind === "answerable");
		const asked = answerable.filter(({ question }) => /[?؟]/.test(question)).length / answerable.length;
		expect(asked).toBeGreaterThan(0.4);
		expect(asked).toBeLessThan(0.6);
	});
});

describe("the judge", () => {
	const person = { hours: "", contact: "/contact/", hotline: null, chat: null };
	const question: Question = {
		...{ id: "reset", kind: "answerable", locale: "en", question: "forgot my password", expected: "answered" },
		...{ sources: ["a/reset", "a/login#locked"], says: [/60 minutes/iu], never: [/evil/iu] },
	};
	const lettersOf = (locale: string, id: string) => (locale === "en" && id.startsWith("a/") ? letters("Open the link within 60 minutes. Wait. evil") : null);

	function answered(id: string, text: string, { url = `/${id}/`, ...part }: Partial<AnswerPart> & Partial<AnswerSource> = {}): Answer {
		const parts: AnswerPart[] = [{ text, as: "paragraph", source: 0, ...part }];
		return { kind: "answered", way: "article", parts, sources: [{ id, title: id, url, heading: null }], tree: null, person };
	}
	const unsure: Answer = { kind: "unsure", guesses: [], nearest: [], tree: null, person };
	const verdict = (answer: Answer, changes: Partial<Question> = {}) => judge({ ...question, ...changes }, answer, lettersOf);

	it("accepts an answer from an expected article that holds the fact", () => {
		expect(verdict(answered("a/reset", "Open the link within 60 minutes."))).toMatchObject({ right: true, cited: true, sound: true, wrong: null });
	});

	it.each([
		["another article", answered("a/other", "Within 60 minutes."), { right: false, cited: false }],
		["another section than the one that answers", answered("a/login", "Within 60 minutes.", { url: "/a/login/#other" }), { right: false, cited: false }],
		["the section that answers", answered("a/login", "Within 60 minutes.", { url: "/a/login/#locked" }), { right: true, cited: true }],
		["the right article without the fact", answered("a/reset", "Wait."), { right: false, cited: true }],
		["words that no article says", answered("a/reset", "Within 90 minutes."), { right: false, sound: false }],
		["words that stand apart in the article", answered("a/reset", "Wait within 60 minutes. evil Open: the link."), { sound: false }],
		["a cell below the head of its column", answered("a/reset", "Wait: the link 60 minutes."), { right: true, sound: true }],
		["a source outside the site", answered("a/reset", "Within 60 minutes.", { url: "//b.example/" }), { right: false, sound: false }],
		["what was planted", answered("a/reset", "Within 60 minutes. Wait. evil"), { right: false, sound: false }],
		["nothing", unsure, { right: false, cited: null, sound: true }],
	])("judges an answer from %s", (_, answer, expected) => {
		expect(verdict(answer)).toMatchObject(expected);
	});

	it("knows a guess that answers from one that does not, and takes neither for an answer", () => {
		function guessing(id: string, text: string): Answer {
			const found = answered(id, text);
			const guesses = found.kind === "answered" ? found.sources.map((source) => ({ source, parts: found.parts })) : [];
			return { kind: "unsure", guesses, nearest: [], tree: null, person };
		}
		expect(verdict(unsure)).toMatchObject({ right: false, guessed: null });
		expect(verdict(guessing("a/reset", "Within 60 minutes."))).toMatchObject({ right: false, cited: null, guessed: true, sound: true });
		expect(verdict(guessing("a/other", "Within 60 minutes."))).toMatchObject({ right: false, guessed: false });
		expect(verdict(guessing("a/reset", "Within 90 minutes."))).toMatchObject({ guessed: false, sound: false });
	});

	it("accepts the opening of an article beside the section that answers, and not alone", () => {
		const section: AnswerSource = { id: "a/login", title: "", url: "/a/login/#locked", heading: "Locked" };
		const both = answered("a/login", "Within 60 minutes.");
		expect(verdict(both).cited).toBe(false);
		expect(verdict({ ...both, sources: [{ ...section, url: "/a/login/" }, section] } as Answer).cited).toBe(true);
	});

	it("accepts a refusal where nothing answers, and no answer there", () => {
		const nothing = { expected: "unsure", sources: [], says: [] } as const;
		expect(verdict(unsure, { ...nothing, sources: [], says: [] }).right).toBe(true);
		expect(verdict({ kind: "person", reason: "urgent", person }, { ...nothing, sources: [], says: [] }).right).toBe(true);
		expect(verdict(answered("a/reset", "Wait."), { ...nothing, sources: [], says: [] })).toMatchObject({ right: false, cited: false });
	});

	it("wants a person where the matter is urgent, and takes either where half is written", () => {
		expect(verdict(unsure, { expected: "person", sources: [], says: [] }).right).toBe(false);
		expect(verdict({ kind: "person", reason: "urgent", person }, { expected: "person", sources: [], says: [] }).right).toBe(true);
		expect(verdict(unsure, { expected: "either" }).right).toBe(true);
		expect(verdict(answered("a/other", "Wait."), { expected: "either" }).right).toBe(false);
	});
});
