import fc from "fast-check";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { cutSections } from "#site/lib/twin/sections.ts";

const markdown = unified().use(remarkParse).use(remarkGfm);

const head = "# How do I import values?\n\n> Bring a spreadsheet in.\n\n<https://help.example.com/a/b/>\n\n";
const headings = (...texts: string[]) => texts.map((text, index) => ({ id: `h${index + 1}`, text }));
const cut = (text: string, ...names: string[]) => cutSections(markdown.parse(head + text), headings(...names));

describe("the sections of an article", () => {
	it("begin after title, summary and address, each with the heading that the page has", () => {
		expect(cut("First words.\n\n## Quick answer\n\nChoose **Import**.\n\n## Next\n\n[See more](https://help.example.com/c/).", "Quick answer", "Next")).toEqual(
			[
				{ heading: null, blocks: [{ text: "First words.", as: "paragraph" }] },
				{ heading: { id: "h1", text: "Quick answer" }, blocks: [{ text: "Choose Import.", as: "paragraph" }] },
				{ heading: { id: "h2", text: "Next" }, blocks: [{ text: "See more.", as: "paragraph" }] },
			],
		);
	});

	it("know a step by its words, with or without its number", () => {
		const [step, code] = cut(
			"### 1. Open the list\n\nOpen it.\n\n### ERR\\_1001: unknown `site_code`\n\nMend it.",
			"Open the list",
			"ERR_1001: unknown site_code",
		);
		expect([step?.heading?.id, code?.heading?.id]).toEqual(["h1", "h2"]);
	});

	it("keep a heading that the page does not have as a line of the section above it", () => {
		expect(cut("## Known\n\nOne.\n\n### Unknown\n\nTwo.\n\n#### Known\n\nThree.", "Known")).toEqual([
			{ heading: { id: "h1", text: "Known" }, blocks: ["One.", "Unknown", "Two.", "Known", "Three."].map((text) => ({ text, as: "paragraph" })) },
		]);
	});

	it("tell steps from points, and put what stands in an item into one block", () => {
		const [section] = cut("## A\n\n1. Press **Go**.\n\n   Wait a minute.\n2. Look:\n   - at this\n   - at that", "A");
		expect(section?.blocks).toEqual([
			{ text: "Press Go. Wait a minute.", as: "step" },
			{ text: "Look:", as: "step" },
			{ text: "at this", as: "point" },
			{ text: "at that", as: "point" },
		]);
	});

	it("keep problem and solution together, each with its label", () => {
		const [section] = cut("### It is grey\n\n**Cause**\n\nNo place is free.\n\n**Solution**\n\n1. Remove one.\n2. Try again.", "It is grey");
		expect(section?.blocks).toEqual([
			{ text: "Cause: No place is free.", as: "paragraph", labelled: true },
			{ text: "Solution:", as: "paragraph", labelled: true, leads: true },
			{ text: "Remove one.", as: "step" },
			{ text: "Try again.", as: "step" },
		]);
	});

	it("read a table row by row, and name the columns where there are several", () => {
		const [section] = cut("## A\n\n| What | Limit |\n| --- | --- |\n| File | 25 MB |\n\n| | Free | Starter |\n| --- | --- | --- |\n| Users | 3 | 10 |", "A");
		expect(section?.blocks.map(({ text }) => text)).toEqual(["File: 25 MB", "Users: Free 3, Starter 10"]);
	});

	it("leave out pictures and the questions of a troubleshooter, and keep its outcomes", () => {
		const guide =
			"- What do you see?\n\n  - **A code** – [Wait](https://help.example.com/a/b/#wait)\n  - **Nothing** – Which browser?\n\n    - **Old** – [Update](https://help.example.com/a/b/#update)";
		expect(cut(`![A chart](https://help.example.com/c.png)\n\n## Find out\n\n${guide}\n\n### Wait\n\nThirty minutes.`, "Find out", "Wait")).toEqual([
			{ heading: { id: "h1", text: "Find out" }, blocks: [] },
			{ heading: { id: "h2", text: "Wait" }, blocks: [{ text: "Thirty minutes.", as: "paragraph" }] },
		]);
	});

	it("are plain text: no markup, no address of a link, whatever stands in the article", () => {
		const text = cut('Press <b onclick="x()">here</b> or [there](javascript:alert(1)).\n\n<script>alert(1)</script>\n\n> **Note**\n>\n> Use `x < 1`.').flatMap(
			({ blocks }) => blocks,
		);
		expect(text.map((block) => block.text)).toEqual(["Press here or there.", "Note: Use x < 1."]);
	});

	it("lose no heading of the page and none of the words below it, whatever the Markdown", () => {
		const word = fc.stringMatching(/^[a-z]{3,9}$/);
		const block = fc.oneof(
			word,
			word.map((text) => `- ${text}`),
			word.map((text) => `1. ${text}`),
			word.map((text) => `> ${text}`),
			word.map((text) => `\`\`\`\n${text}\n\`\`\``),
		);
		fc.assert(
			fc.property(
				fc.uniqueArray(fc.record({ title: word, depth: fc.constantFrom(2, 3), body: fc.array(block, { maxLength: 4 }) }), { selector: ({ title }) => title }),
				(parts) => {
					const text = parts.map(({ title, depth, body }) => `${"#".repeat(depth)} ${title}\n\n${body.join("\n\n")}`).join("\n\n");
					const names = parts.map(({ title }) => title);
					const sections = cut(text, ...names);
					expect(sections.map(({ heading }) => heading)).toEqual(headings(...names));
					for (const [index, { body }] of parts.entries()) {
						const words = body.join(" ").match(/[a-z]{3,9}/g) ?? [];
						expect(
							sections[index]?.blocks
								.map((made) => made.text)
								.join(" ")
								.split(/\s+/)
								.filter(Boolean),
						).toEqual(words);
					}
				},
			),
		);
	});

	it("are made of any text at all", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), fc.array(fc.string()), (text, names) => {
				for (const { blocks } of cutSections(markdown.parse(text), headings(...names))) for (const made of blocks) expect(made.text).toMatch(/\S/);
			}),
		);
	});
});
