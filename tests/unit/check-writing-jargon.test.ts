import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { jargonSchema } from "#site/schemas/writing.ts";
import { jargon } from "#scripts/lib/checks/rules/jargon.ts";
import { contentWith, findingsWith, reference } from "./check-content.ts";

const file = "data/jargon.yml";
const units = "articles/en/data-entry/units.mdx";
const list = `- { word: utilize, instead: use }
- { word: functionality, instead: [feature, what it does], why: "Customers look for what they can do." }
- { word: simply, instead: "" }
- { word: in order to, instead: to }
- { word: enhancement, instead: change }
- { word: end user, instead: you }
`;

function findings(body: string, words = list): string[] {
	return findingsWith({ [file]: words, [units]: reference(body) });
}

/** The text of the article after all fixes. */
function fixed(body: string): string {
	const content = contentWith({ [file]: list, [units]: reference(body) });
	const text = content.texts.get(units) ?? "";
	const fixes = jargon(content).flatMap(({ fix }) => fix ?? []);
	return fixes
		.toSorted((one, other) => other.start - one.start)
		.reduce((all, { start, end, text: put }) => all.slice(0, start) + put + all.slice(end), text)
		.split("\n")
		.slice(14, -8)
		.join("\n")
		.trim();
}

describe("words to avoid", () => {
	test("each is named at its place, with what to write", () => {
		expect(findings("You utilize it.\n\nThe *functionality* is there. It is\nsimply good.")).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:15:5  warning  jargon/word  "utilize" is on the list of words to avoid
			  Why: A shorter, everyday word is understood at once, by people and by search.
			  Do:  Write "use".",
			  "articles/en/data-entry/units.mdx:17:6  warning  jargon/word  "functionality" is on the list of words to avoid
			  Why: Customers look for what they can do.
			  Do:  Write "feature" or "what it does".",
			  "articles/en/data-entry/units.mdx:18:1  warning  jargon/word  "simply" is on the list of words to avoid
			  Why: A shorter, everyday word is understood at once, by people and by search.
			  Do:  Leave it out.",
			]
		`);
	});

	test("they are found in titles, summaries, headings, titles of components and tables, and in the plural", () => {
		const article = reference("## Our functionalities\n\n| Utilize | b |\n|---|---|\n| in order to | c |")
			.replace("A table of units", "A table to utilize")
			.replace("All units that", "All end users that");
		expect(findingsWith({ [file]: list, [units]: article }).map((finding) => finding.split("\n")[0])).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:2:19  warning  jargon/word  "utilize" is on the list of words to avoid",
			  "articles/en/data-entry/units.mdx:3:14  warning  jargon/word  "end users" is on the list of words to avoid",
			  "articles/en/data-entry/units.mdx:15:8  warning  jargon/word  "functionalities" is on the list of words to avoid",
			  "articles/en/data-entry/units.mdx:17:3  warning  jargon/word  "Utilize" is on the list of words to avoid",
			  "articles/en/data-entry/units.mdx:19:3  warning  jargon/word  "in order to" is on the list of words to avoid",
			]
		`);
		expect(findingsWith({ [file]: list, "articles/en/data-entry/add-a-value.mdx": (text) => text.replace('title="Send it"', 'title="Simply send it"') }))
			.toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/add-a-value.mdx:41:14  warning  jargon/word  "Simply" is on the list of words to avoid
			  Why: A shorter, everyday word is understood at once, by people and by search.
			  Do:  Leave it out.",
			]
		`);
	});

	test.each([
		["code", "Write `utilize` here.\n\n```text\nutilize\n```"],
		["a label of the product", "Select **Utilize**."],
		["a quoted message", 'It says "Functionality in order to utilize" or “simply”.'],
		["part of a word", "The utilizer reutilize-s, insimply, non-utilize."],
		["an address", "See https://www.example.com/utilize and [x](https://www.example.com/utilize)."],
		["two parts that only meet", "In **bold** order to, in `code` order to."],
		["a possessive", "The utilize's name."],
	])("%s is left alone", (_, body) => {
		expect(findings(body)).toEqual([]);
	});

	test("the fix writes the other word where it can stand, with its capital", () => {
		expect(fixed("Utilize it in order\nto go. IN ORDER TO win, we utilizes an enhancement and one enhancement.")).toBe(
			"Use it to go. IN ORDER TO win, we utilizes an enhancement and one change.",
		);
	});

	test("the fix finds its place behind escapes, links, lists and Windows line ends", () => {
		expect(fixed("- A \\{b\\} &amp; [we utilize](/data-entry/faq/) it\r\n  and utilize it.")).toBe(
			"- A \\{b\\} &amp; [we use](/data-entry/faq/) it\r\n  and use it.",
		);
	});

	test.each([
		["'It''s simply \"a table\"'", 15],
		['"It\'s \\"a table\\", simply"', 27],
		["A table, simply", 17],
	])("the place is found in the quoted title %s", (title, column) => {
		const article = reference("Text.").replace("A table of units", title);
		expect(findingsWith({ [file]: list, [units]: article }).map((finding) => finding.split("  ")[0])).toEqual([`${units}:2:${column}`]);
	});

	test("a word that is there twice, or advised elsewhere, is a finding of the list", () => {
		expect(
			findings(
				"Text.",
				"- { word: utilize, instead: use }\n- { word: Utilize, instead: use }\n- { word: utilize, instead: take }\n- { word: employ, instead: utilize }\n",
			),
		).toMatchInlineSnapshot(`
			[
			  "data/jargon.yml:2:11  warning  jargon/twice  "Utilize" is on the list twice; first in line 1
			  Why: Only the first entry holds.
			  Do:  Delete this entry.",
			  "data/jargon.yml:3:11  warning  jargon/twice  "utilize" is on the list twice, with different advice; first in line 1
			  Why: Only the first entry holds.
			  Do:  Decide what writers should write, and keep one entry.",
			  "data/jargon.yml:4:28  warning  jargon/twice  the list says to write "utilize" instead of "employ", and to avoid "utilize"
			  Why: Whoever follows the advice gets the next warning.
			  Do:  Write in "instead" what the entry "utilize" says, or take that entry off the list.",
			]
		`);
	});

	test("an entry of another form is refused", () => {
		expect(findings("Text.", "- { word: utilize }\n")).toMatchInlineSnapshot(`
			[
			  "data/jargon.yml:1:3  error  data/missing  "instead" is missing
			  Why: The centre is built from this file; its schema in site/schemas explains every field.
			  Do:  Add "instead".",
			]
		`);
	});

	test("other locales have other words", () => {
		expect(
			findingsWith({ [file]: list, "articles/de/data-entry/units.mdx": reference("We utilize it.") }).filter((finding) => finding.includes("jargon")),
		).toEqual([]);
	});

	test("the list of the sample centre is sound", () => {
		const text = readFileSync(resolve(import.meta.dirname, "../../content/data/jargon.yml"), "utf8");
		expect(jargonSchema.parse(parse(text)).length).toBeGreaterThanOrEqual(40);
		expect(findings("Text.", text)).toEqual([]);
	});
});
