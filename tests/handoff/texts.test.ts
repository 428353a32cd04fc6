import { describe, expect, it } from "vitest";
import { asAdf } from "#worker/handoff/lib/adf.ts";
import { fitStory, piecesOf } from "#worker/handoff/lib/fit-text.ts";
import { asMarkdown, escapeMarkdown } from "#worker/handoff/lib/markdown-text.ts";
import { takeFiles } from "#worker/handoff/lib/take-files.ts";
import { asPlainText, storyOf } from "#worker/handoff/ticket-story.ts";
import { readMarkdown } from "./fakes/read-markdown.ts";
import { hostileLines, makeFile, makeMessage } from "./messages.ts";

describe("the story of a ticket", () => {
	it("tells a walk through a troubleshooter in one line, as far as it came", () => {
		const walk = {
			kind: "guided",
			article: "a/b",
			title: "No login",
			answers: [
				{ question: "Does it open?", answer: "No" },
				{ question: "Elsewhere?", answer: "Yes" },
			],
		} as const;
		const trail = [
			{ ...walk, answers: [...walk.answers] },
			{ ...walk, answers: [...walk.answers], outcome: "The network blocks it" },
		];
		expect(storyOf(makeMessage({ trail })).find(({ heading }) => heading === "Tried so far")?.lines).toEqual([
			"Answered in “No login”: Does it open? – No · Elsewhere? – Yes",
			"Answered in “No login”: Does it open? – No · Elsewhere? – Yes · Came to “The network blocks it”",
		]);
	});
});

describe("the story of a question to the answer box", () => {
	it("says what was answered from, or that nothing was, and why that needs a person", () => {
		const story = storyOf(
			makeMessage({
				trail: [
					{ kind: "answer", question: "How do I add data?", article: "a/b", title: "Add data" },
					{ kind: "answer", question: "Do you sell boats?" },
				],
			}),
		);
		expect(story.find(({ heading }) => heading === "Tried so far")?.lines).toEqual([
			"Asked “How do I add data?”: answered from “Add data”",
			"Asked “Do you sell boats?”: no good answer",
		]);
		expect(story.find(({ heading }) => heading === "Why it needs a person")?.lines).toContain("Answers of the centre did not solve it.");
	});
});

describe("text in Markdown", () => {
	it.each([...hostileLines, "ada@customer.example", "- 1. > not a list", "===", "    indented", "www.evil.example", "a\nb\n\nc", "<!-- tier-zero -->", "~~~"])(
		"reads as it was typed: %s",
		(text) => {
			const shown = readMarkdown(escapeMarkdown(text), (words) => words.match(/(?<!\w)@\w|#\d|GH-\d/g) ?? []);
			expect(shown.alarms).toEqual([]);
			expect(
				shown.text
					.replace(/\u200B/g, "")
					.replace(/\u00A0/g, " ")
					.replace(/\n+/g, "\n"),
			).toContain(text.replace(/\n+/g, "\n"));
		},
	);

	it("leaves an e-mail address as one can copy it", () => {
		expect(escapeMarkdown("ada@customer.example")).not.toContain("&#8203;");
	});

	it("stands below its heading, with facts and links in a list", () => {
		expect(asMarkdown([{ heading: "A", text: "b*c", lines: ["d\ne"], links: [{ label: "f]", url: "https://centre.example/<g>" }] }])).toMatchInlineSnapshot(`
			"### A

			b\\*c

			- d e
			- [f\\]](<https://centre.example/%3Cg%3E>)"
		`);
	});
});

describe("a story that is too long", () => {
	const sections = [
		{ heading: "Short", text: "stays" },
		{ heading: "Text", text: "🧾".repeat(500) },
		{ heading: "Lines", lines: Array.from({ length: 60 }, (_, index) => `line ${index} ${"x".repeat(20)}`) },
	];

	it("is cut where it is longest, says so, and keeps its letters whole", () => {
		const text = fitStory(sections, asPlainText, ({ length }) => length, 600);
		expect(text.length).toBeLessThanOrEqual(600);
		expect(text.isWellFormed()).toBe(true);
		expect(text).toContain("stays");
		expect(text.match(/…/g)).toHaveLength(2);
	});

	it("is left alone where it fits", () => {
		expect(fitStory(sections, asPlainText, ({ length }) => length, 10_000)).toBe(asPlainText(sections));
	});
});

describe("pieces of a text", () => {
	it("hold so many bytes and cut no letter", () => {
		expect(piecesOf("aé🧾b", 4)).toEqual(["aé", "🧾", "b"]);
	});

	it("end with a word where that leaves them more than half full", () => {
		expect(piecesOf("one two three-four-five", 10)).toEqual(["one two ", "three-four", "-five"]);
	});

	it("are one for a short text, and for none", () => {
		expect([piecesOf("ab", 4), piecesOf("", 4)]).toEqual([["ab"], [""]]);
	});
});

describe("files that go along with the ticket", () => {
	it("are those that fit together and can be read; the others are left", async () => {
		const gone = { ...makeFile("gone.png", "image/png", 1), read: () => Promise.reject(new Error("it is gone")) };
		const larger = { ...makeFile("larger.png", "image/png", 5), size: 1 };
		const { taken, left } = await takeFiles(
			[makeFile("a.png", "image/png", 6), makeFile("b.png", "image/png", 5), gone, larger, makeFile("c.png", "image/png", 4)],
			10,
		);
		expect([taken.map(({ file }) => file.name), left.map(({ name }) => name)]).toEqual([
			["a.png", "c.png"],
			["b.png", "gone.png", "larger.png"],
		]);
	});
});

describe("a document of Atlassian's format", () => {
	it("holds words in text nodes, none of them empty", () => {
		expect(
			JSON.stringify(asAdf([{ heading: "A", text: "b\n\nc\nd", lines: ["e"], links: [{ label: "", url: "https://centre.example/" }] }]).content),
		).toMatchInlineSnapshot(
			`"[{"type":"heading","attrs":{"level":3},"content":[{"type":"text","text":"A"}]},{"type":"paragraph","content":[{"type":"text","text":"b"}]},{"type":"paragraph","content":[{"type":"text","text":"c"},{"type":"hardBreak"},{"type":"text","text":"d"}]},{"type":"bulletList","content":[{"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"e"}]}]},{"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"https://centre.example/","marks":[{"type":"link","attrs":{"href":"https://centre.example/"}}]}]}]}]}]"`,
		);
	});
});
