import { describe, expect, test } from "vitest";
import { findingsWith, reference } from "./check-content.ts";

describe("MDX that does not parse is explained in plain words", () => {
	test("a component is never closed", () => {
		expect(findingsWith({ "articles/en/data-entry/units.mdx": reference("<Note>\n\nHello") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:15:1  error  mdx/syntax  <Note> from line 15 is never closed
			  Why: A component reaches from its opening to its closing tag; without both nobody can tell what belongs to it.
			  Do:  Add </Note> on a line of its own after the text that belongs to it, with an empty line before.",
			]
		`);
	});

	test("another component is closed first", () => {
		expect(findingsWith({ "articles/en/data-entry/units.mdx": reference("<Note>\n\nHello\n\n</Tip>\n\n") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:19:1  error  mdx/syntax  </Tip> closes here, but <Note> from line 15 is still open
			  Why: A component reaches from its opening to its closing tag; without both nobody can tell what belongs to it.
			  Do:  Put </Note> before this line, or correct the name if </Tip> was meant to close it.",
			]
		`);
	});

	test("a closing tag has no opening tag", () => {
		expect(findingsWith({ "articles/en/data-entry/units.mdx": reference("Hello\n\n</Note>") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:17:1  error  mdx/syntax  </Note> closes something that was never opened
			  Why: Every closing tag needs its opening tag before it.
			  Do:  Delete it, or add <Note> where that part begins.",
			]
		`);
	});

	test("text follows the opening tag in the same line", () => {
		expect(findingsWith({ "articles/en/data-entry/units.mdx": reference("<Note>Hello\n\n</Note>") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:15:1  error  mdx/syntax  <Note> is opened in the same line as text and is not closed there
			  Why: A component reaches from its opening to its closing tag; without both nobody can tell what belongs to it.
			  Do:  Put <Note> on a line of its own, with an empty line after it; the same for </Note>. For a line break write <br />.",
			]
		`);
	});

	test("a line break is not closed", () => {
		expect(findingsWith({ "articles/en/data-entry/units.mdx": reference("One<br>two") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:15:1  error  mdx/syntax  <br> is never closed
			  Why: In MDX every tag must be closed, also those that hold no text.
			  Do:  Write <br />.",
			]
		`);
	});

	test("a brace is never closed", () => {
		expect(findingsWith({ "articles/en/data-entry/units.mdx": reference("Write { here.") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:15:7  error  mdx/syntax  { is never closed
			  Why: The characters < { } have a meaning in MDX: < starts a component and { starts code.
			  Do:  Write it as code, \`{\`, or as \\{ in running text.",
			]
		`);
	});

	test("a brace holds no code", () => {
		expect(findingsWith({ "articles/en/data-entry/units.mdx": reference("Write {one two} here.") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:15:7  error  mdx/syntax  the text between { and } is read as code
			  Why: The characters < { } have a meaning in MDX: < starts a component and { starts code.
			  Do:  Write it as code, \`{…}\`, or as \\{…\\} in running text.",
			]
		`);
	});

	test("a less-than sign stands in the text", () => {
		expect(findingsWith({ "articles/en/data-entry/units.mdx": reference("Values <5 are fine.") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:15:8  error  mdx/syntax  < stands in the text and is read as the start of a component
			  Why: The characters < { } have a meaning in MDX: < starts a component and { starts code.
			  Do:  Write it as code, \`<\`, as a word (“less than”), or as \\<.",
			]
		`);
	});

	test("an address stands in angle brackets", () => {
		expect(findingsWith({ "articles/en/data-entry/units.mdx": reference("See <https://x.example>.") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:15:5  error  mdx/syntax  an address stands between < and >
			  Why: The characters < { } have a meaning in MDX: < starts a component and { starts code.
			  Do:  Write it as a link: [text](https://…).",
			]
		`);
	});

	test("an HTML comment is used", () => {
		expect(findingsWith({ "articles/en/data-entry/units.mdx": reference("<!-- later -->") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:15:1  error  mdx/syntax  <!-- … --> is not known in MDX
			  Why: The characters < { } have a meaning in MDX: < starts a component and { starts code.
			  Do:  Write {/* … */} for a comment, or delete it.",
			]
		`);
	});

	test("a value has no quotes", () => {
		expect(findingsWith({ "articles/en/data-entry/units.mdx": reference("<Video title=One />") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:15:14  error  mdx/syntax  a value in a tag has no quotes
			  Why: A component's value is text in double quotes.
			  Do:  Write it like <Step title="Open the page">.",
			]
		`);
	});

	test("a quote in a tag is never closed", () => {
		expect(findingsWith({ "articles/en/data-entry/units.mdx": reference('<Video title="One />') })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:15:1  error  mdx/syntax  a quote in a tag is never closed
			  Why: Everything after it is read as part of the value.
			  Do:  Close the quote, like <Step title="Open the page">. Inside double quotes use typographic quotes.",
			]
		`);
	});

	test("a sentence starts with import", () => {
		expect(findingsWith({ "articles/en/data-entry/units.mdx": reference("import your values first") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:15:13  error  mdx/syntax  the line starts with "import", so it is read as code
			  Why: A line that starts with import or export is JavaScript in MDX; articles hold none.
			  Do:  Start the sentence with another word.",
			]
		`);
	});

	test("an unclosed quote is closed by that of the next tag", () => {
		expect(findingsWith({ "articles/en/data-entry/add-a-value.mdx": (text) => text.replace('title="Open the page"', 'title="Open the page') }))
			.toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/add-a-value.mdx:27:1  error  mdx/syntax  a quote in a tag is never closed
			  Why: Everything after it is read as part of the value.
			  Do:  Close the quote, like <Step title="Open the page">. Inside double quotes use typographic quotes.",
			]
		`);
	});

	test("a brace at the start of a line is found there, not at the end of the file", () => {
		expect(findingsWith({ "articles/en/data-entry/units.mdx": reference("{ Hello\n\n```json\n{\n```") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:15:1  error  mdx/syntax  { is never closed
			  Why: The characters < { } have a meaning in MDX: < starts a component and { starts code.
			  Do:  Write it as code, \`{\`, or as \\{ in running text.",
			]
		`);
	});

	test("a word follows the less-than sign", () => {
		expect(findingsWith({ "articles/en/data-entry/units.mdx": reference("Values <five, and more.") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:15:8  error  mdx/syntax  < stands in the text and is read as the start of a component
			  Why: The characters < { } have a meaning in MDX: < starts a component and { starts code.
			  Do:  Write it as code, \`<\`, as a word (“less than”), or as \\<.",
			]
		`);
	});

	test("without front matter the text is not looked at", () => {
		expect(findingsWith({ "articles/en/data-entry/units.mdx": "---\ntitle: Units\n\n# Units <5\n" })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:1:1  error  front-matter/absent  the front matter is opened by --- and never closed
			  Why: The front matter holds the title, summary, type, owner and review date; without it the article cannot be shown.
			  Do:  Put a line with only --- after the last field.",
			]
		`);
	});
});
