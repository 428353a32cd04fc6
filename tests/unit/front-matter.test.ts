import { describe, expect, test } from "vitest";
import { describeFinding, describeFindings, readDataFile, readFrontMatter } from "#site/lib/front-matter.ts";
import { nearest } from "#site/lib/nearest.ts";
import { categoriesSchema } from "#site/schemas/categories.ts";
import { redirectsSchema } from "#site/schemas/search.ts";
import { siteSchema } from "#site/schemas/site.ts";

const fields = `title: How do I add ESG data?
summary: Type a value for a site, and send it for review.
type: how-to
owner: data-team
lastReviewed: 2026-09-14
`;

function problems(yaml: string): string[] {
	return readFrontMatter(`---\n${yaml}---\n\nText\n`, "x.mdx").problems.map(describeFinding);
}

describe("front matter", () => {
	test("sound fields come with their defaults and the start of the text", () => {
		const { data, bodyLine, bodyOffset } = readFrontMatter(`---\n${fields}---\n\nText\n`, "x.mdx");
		expect(data).toMatchObject({ owner: "data-team", reviewEvery: "6 months", keywords: [], draft: false });
		expect([bodyLine, bodyOffset]).toEqual([8, fields.length + 8]);
	});

	test("line ends of Windows and a byte order mark change nothing", () => {
		const { data, bodyLine } = readFrontMatter(`\uFEFF---\n${fields}---\n\nText\n`.replaceAll("\n", "\r\n"), "x.mdx");
		expect([data?.type, bodyLine]).toEqual(["how-to", 8]);
	});

	test("a list with one wrong entry names the entry", () => {
		expect(problems(`${fields}audience:\n  - everyone\n  - admins\n`)).toMatchInlineSnapshot(`
			[
			  "x.mdx:9:5  error  front-matter/value  "audience" (entry 2) is "admins"; allowed: everyone, contributor, reviewer, admin, developer, auditor  (did you mean "admin"?)
			  Why: Readers see whether the article is for them.
			  Do:  Write "admin".",
			]
		`);
	});

	test("a wrong type names what was probably meant", () => {
		expect(problems(fields.replace("how-to", "howto"))).toMatchInlineSnapshot(`
			[
			  "x.mdx:4:7  error  front-matter/value  "type" is "howto"; allowed: getting-started, how-to, troubleshooting, reference, faq, release-notes, best-practices  (did you mean "how-to"?)
			  Why: The type decides which sections the article must have.
			  Do:  Write "how-to".",
			]
		`);
	});

	test("an unknown field names the nearest known one", () => {
		expect(problems(`${fields}tier: [free]\n`)).toMatchInlineSnapshot(`
			[
			  "x.mdx:7:1  error  front-matter/unknown-field  "tier" is not a known field  (did you mean "tiers"?)
			  Why: A field that nobody reads is usually a spelling mistake, and what it says would be lost.
			  Do:  Rename it to "tiers".",
			]
		`);
	});

	test("a misspelt required field is one finding, not two", () => {
		expect(problems(fields.replace("summary:", "sumary:"))).toMatchInlineSnapshot(`
			[
			  "x.mdx:3:1  error  front-matter/unknown-field  "sumary" is not a known field  (did you mean "summary"?)
			  Why: A field that nobody reads is usually a spelling mistake, and what it says would be lost.
			  Do:  Rename it to "summary".",
			]
		`);
	});

	test("a far-off field lists the known ones", () => {
		expect(problems(`${fields}colour: red\n`)).toMatchInlineSnapshot(`
			[
			  "x.mdx:7:1  error  front-matter/unknown-field  "colour" is not a known field; known: title, summary, type, category, keywords, audience, tiers, owner, lastReviewed, reviewEvery, featured, answers, related, prerequisites, nextSteps, draft, stub, archived, replacedBy, redirectFrom, changes, translation, released, imported
			  Why: A field that nobody reads is usually a spelling mistake, and what it says would be lost.
			  Do:  Delete the line or use one of the known fields.",
			]
		`);
	});

	test("a missing field is shown with an example", () => {
		expect(problems(fields.replace("owner: data-team\n", ""))).toMatchInlineSnapshot(`
			[
			  "x.mdx:2:1  error  front-matter/missing  "owner" is missing
			  Why: Somebody has to keep the article true; reminders go to the owner.
			  Do:  Add a line: owner: data-team",
			]
		`);
	});

	test("empty front matter misses every required field", () => {
		expect(problems("")).toMatchInlineSnapshot(`
			[
			  "x.mdx:2:1  error  front-matter/missing  "title" is missing
			  Why: Customers choose by the title: it names their task in their words.
			  Do:  Add a line: title: How do I add ESG data?",
			  "x.mdx:2:1  error  front-matter/missing  "summary" is missing
			  Why: Lists and search results show the summary below the title.
			  Do:  Add a line: summary: Type a value for a site and a month, and send it for review.",
			  "x.mdx:2:1  error  front-matter/missing  "type" is missing
			  Why: The type decides which sections the article must have.
			  Do:  Add a line: type: how-to",
			  "x.mdx:2:1  error  front-matter/missing  "owner" is missing
			  Why: Somebody has to keep the article true; reminders go to the owner.
			  Do:  Add a line: owner: data-team",
			  "x.mdx:2:1  error  front-matter/missing  "lastReviewed" is missing
			  Why: Readers see how fresh the article is, and it is reviewed again in time.
			  Do:  Add a line: lastReviewed: 2026-09-14",
			]
		`);
	});

	test("text instead of a list is explained", () => {
		expect(problems(`${fields}keywords: enter data\n`)).toMatchInlineSnapshot(`
			[
			  "x.mdx:7:11  error  front-matter/kind  "keywords" is "enter data", which is text; allowed: a list
			  Why: Search finds the article by words that customers use and the text does not.
			  Do:  Write it like this: keywords: [enter data, type in numbers]",
			]
		`);
	});

	test("a word instead of true or false is explained", () => {
		expect(problems(`${fields}draft: "yes"\n`)).toMatchInlineSnapshot(`
			[
			  "x.mdx:7:8  error  front-matter/kind  "draft" is "yes", which is text; allowed: true or false
			  Why: A draft is not published.
			  Do:  Write it like this: draft: true",
			]
		`);
	});

	test("a field without a value is empty", () => {
		expect(problems(fields.replace("owner: data-team", "owner:"))).toMatchInlineSnapshot(`
			[
			  "x.mdx:5:7  error  front-matter/kind  "owner" is empty; allowed: text
			  Why: Somebody has to keep the article true; reminders go to the owner.
			  Do:  Write it like this: owner: data-team",
			]
		`);
	});

	test("a short title is measured", () => {
		expect(problems(fields.replace("How do I add ESG data?", "Add"))).toMatchInlineSnapshot(`
			[
			  "x.mdx:2:8  error  front-matter/length  "title" has 3 characters; allowed: at least 5
			  Why: Customers choose by the title: it names their task in their words.
			  Do:  Make it longer.",
			]
		`);
	});

	test("a day that does not exist is refused", () => {
		expect(problems(fields.replace("2026-09-14", "2026-02-30"))).toMatchInlineSnapshot(`
			[
			  "x.mdx:6:15  error  front-matter/value  "lastReviewed" is "2026-02-30"; it must be a day like \`2026-09-14\`
			  Why: Readers see how fresh the article is, and it is reviewed again in time.
			  Do:  Write it like this: lastReviewed: 2026-09-14",
			]
		`);
	});

	test("an address instead of an id is refused", () => {
		expect(problems(`${fields}related: [/data-entry/faq/]\n`)).toMatchInlineSnapshot(`
			[
			  "x.mdx:7:11  error  front-matter/value  "related" (entry 1) is "/data-entry/faq/"; it must be an article id like \`data-entry/add-esg-data\` (no leading slash, no extension)
			  Why: Readers continue with the related articles.
			  Do:  Write it like this: related: [data-entry/data-validation]",
			]
		`);
	});

	test("release notes need the day of the release", () => {
		expect(problems(fields.replace("how-to", "release-notes"))).toMatchInlineSnapshot(`
			[
			  "x.mdx:2:1  error  front-matter/missing  "released" is missing
			  Why: Release notes are ordered by the day of the release.
			  Do:  Add a line: released: 2026-10-14",
			]
		`);
	});

	test("a field written twice is refused", () => {
		expect(problems(`${fields}owner: other\n`)).toMatchInlineSnapshot(`
			[
			  "x.mdx:7:1  error  front-matter/yaml  "owner" is written twice
			  Why: A field can have one value only.
			  Do:  Keep one "owner" and delete the other.",
			]
		`);
	});

	test("a tab is refused", () => {
		expect(problems(`${fields}keywords:\n\t- a\n`)).toMatchInlineSnapshot(`
			[
			  "x.mdx:8:1  error  front-matter/yaml  a tab is used to indent
			  Why: YAML allows only spaces there.
			  Do:  Replace the tab by two spaces.",
			]
		`);
	});

	test("an unclosed quote is found where it opens", () => {
		expect(problems(fields.replace("How do", '"How do'))).toMatchInlineSnapshot(`
			[
			  "x.mdx:2:8  error  front-matter/yaml  a quote or bracket is never closed
			  Why: Everything after it is read as part of the value.
			  Do:  Close it on the same line.",
			]
		`);
	});

	test("an unclosed quote in the last field is found where it opens", () => {
		expect(problems(`${fields}reviewEvery: "6 months\n`)).toMatchInlineSnapshot(`
			[
			  "x.mdx:7:14  error  front-matter/yaml  a quote or bracket is never closed
			  Why: Everything after it is read as part of the value.
			  Do:  Close it on the same line.",
			]
		`);
	});

	test("a colon in a value asks for quotes", () => {
		expect(problems(fields.replace("How do I", "Error: how do I"))).toMatchInlineSnapshot(`
			[
			  "x.mdx:2:8  error  front-matter/yaml  a colon stands inside the value
			  Why: YAML reads a colon and a space as the start of another field.
			  Do:  Put the whole value in double quotes, like title: "Error: what now?"",
			]
		`);
	});

	test("a reserved first character asks for quotes", () => {
		expect(problems(fields.replace("How do I", "@all how do I"))).toMatchInlineSnapshot(`
			[
			  "x.mdx:2:8  error  front-matter/yaml  a value starts with "@"
			  Why: YAML keeps that character for itself.
			  Do:  Put the whole value in double quotes.",
			]
		`);
	});

	test("a star or an exclamation mark at the start asks for quotes", () => {
		expect(problems(fields.replace("How do I", "*How* do I"))).toMatchInlineSnapshot(`
			[
			  "x.mdx:2:8  error  front-matter/yaml  a value starts with "*"
			  Why: YAML keeps that character for itself.
			  Do:  Put the whole value in double quotes.",
			]
		`);
		expect(problems(fields.replace("How do I", "!How do I"))).toMatchInlineSnapshot(`
			[
			  "x.mdx:2:8  error  front-matter/yaml  a value starts with "!"
			  Why: YAML keeps that character for itself.
			  Do:  Put the whole value in double quotes.",
			]
		`);
	});

	test("text after a closing quote is found", () => {
		expect(problems(fields.replace("How do I add", '"How do I" add'))).toMatchInlineSnapshot(`
			[
			  "x.mdx:2:19  error  front-matter/yaml  text follows a closing quote
			  Why: A value that starts with a quote ends at the next one.
			  Do:  Put the whole value in double quotes, and write quotes inside it as \\" or as typographic ones.",
			]
		`);
		expect(problems(fields.replace("How do I add ESG data?", "'Where's my data?'"))).toMatchInlineSnapshot(`
			[
			  "x.mdx:2:15  error  front-matter/yaml  text follows a closing quote
			  Why: A value that starts with a quote ends at the next one.
			  Do:  Put the whole value in double quotes, and write quotes inside it as \\" or as typographic ones.",
			]
		`);
	});

	test("an empty list where one entry is needed is refused", () => {
		expect(problems(`${fields}audience: []\n`)).toMatchInlineSnapshot(`
			[
			  "x.mdx:7:11  error  front-matter/length  "audience" has 0 entries; allowed: at least 1
			  Why: Readers see whether the article is for them.
			  Do:  Add an entry, or delete the field.",
			]
		`);
	});

	test("an old address without its first slash is refused", () => {
		expect(problems(`${fields}redirectFrom: [old]\n`)).toMatchInlineSnapshot(`
			[
			  "x.mdx:7:16  error  front-matter/value  "redirectFrom" (entry 1) is "old"; it must start with "/"
			  Why: Old addresses must keep leading somewhere.
			  Do:  Write it like this: redirectFrom: [/old-path/]",
			]
		`);
	});

	test("a list that is not closed is found", () => {
		expect(problems(fields.replace("owner: data-team", "answers: [data\nowner: data-team"))).toMatchInlineSnapshot(`
			[
			  "x.mdx:6:1  error  front-matter/yaml  a line is indented differently from its neighbours, or a [list] is not closed
			  Why: YAML tells by the indentation what belongs together.
			  Do:  Start every field at the beginning of the line, indent list items by two spaces, and close [ with ].",
			]
		`);
	});

	test("a field without a colon is found", () => {
		expect(problems(fields.replace("owner: data-team", "owner data-team"))).toMatchInlineSnapshot(`
			[
			  "x.mdx:5:1  error  front-matter/yaml  "owner data-team" has no colon
			  Why: Every line is a field, a colon, a space and a value; or a list item that starts with a dash.
			  Do:  Add the colon and a space after the name of the field, or close a quote left open above.",
			]
		`);
	});

	test("a file without front matter says how to start", () => {
		expect(readFrontMatter("# Add data\n", "x.mdx").problems.map(describeFinding)).toMatchInlineSnapshot(`
			[
			  "x.mdx:1:1  error  front-matter/absent  there is no front matter; the file starts with "# Add data"
			  Why: The front matter holds the title, summary, type, owner and review date; without it the article cannot be shown.
			  Do:  Start the very first line with ---, write the fields, and close with --- on its own line. \`npm run new -- how-to "How do I …?"\` makes a file with all of it.",
			]
		`);
	});

	test("front matter that is never closed is found", () => {
		expect(readFrontMatter("---\ntitle: Add data\n", "x.mdx").problems.map(describeFinding)).toMatchInlineSnapshot(`
			[
			  "x.mdx:1:1  error  front-matter/absent  the front matter is opened by --- and never closed
			  Why: The front matter holds the title, summary, type, owner and review date; without it the article cannot be shown.
			  Do:  Put a line with only --- after the last field.",
			]
		`);
	});

	test("an empty file says so", () => {
		expect(readFrontMatter("", "x.mdx").problems.map(describeFinding)).toMatchInlineSnapshot(`
			[
			  "x.mdx:1:1  error  front-matter/absent  there is no front matter; the file starts with nothing
			  Why: The front matter holds the title, summary, type, owner and review date; without it the article cannot be shown.
			  Do:  Start the very first line with ---, write the fields, and close with --- on its own line. \`npm run new -- how-to "How do I …?"\` makes a file with all of it.",
			]
		`);
	});

	test("the build shows all findings as one text", () => {
		const found = readFrontMatter(`---\n${fields.replace("how-to", "faqs").replace("2026-09-14", "soon")}---\n`, "x.mdx").problems;
		expect(describeFindings(found)).toMatchInlineSnapshot(`
			"2 problems in the content. Nothing was built.

			x.mdx:4:7  error  front-matter/value  "type" is "faqs"; allowed: getting-started, how-to, troubleshooting, reference, faq, release-notes, best-practices  (did you mean "faq"?)
			  Why: The type decides which sections the article must have.
			  Do:  Write "faq".

			x.mdx:6:15  error  front-matter/value  "lastReviewed" is "soon"; it must be a day like \`2026-09-14\`
			  Why: Readers see how fresh the article is, and it is reviewed again in time.
			  Do:  Write it like this: lastReviewed: 2026-09-14"
		`);
	});
});

describe("data files", () => {
	test("a wrong value deep inside has its line and column", () => {
		const text =
			"- slug: a\n  title: First\n  summary: The first of all.\n  children:\n    - slug: B!\n      title: Second\n      sumary: The second of all.\n";
		expect(readDataFile(categoriesSchema, text, "categories.yml").problems.map(describeFinding)).toMatchInlineSnapshot(`
			[
			  "categories.yml:5:13  error  data/value  "children.slug" is "B!"; it must be lower-case words joined by hyphens
			  Why: The centre is built from this file; its schema in site/schemas explains every field.
			  Do:  Correct the value.",
			  "categories.yml:7:7  error  data/unknown-field  "sumary" is not a known field  (did you mean "summary"?)
			  Why: A field that nobody reads is usually a spelling mistake, and what it says would be lost.
			  Do:  Rename it to "summary".",
			]
		`);
	});

	test("a fourth level of categories is refused", () => {
		const level = (indent: string, children: string): string => `${indent}- slug: a\n${indent}  title: Aa\n${indent}  summary: Something here.\n${children}`;
		const nested = (indent: string, depth: number): string => level(indent, depth === 1 ? "" : `${indent}  children:\n${nested(`${indent}    `, depth - 1)}`);
		expect(readDataFile(categoriesSchema, nested("", 4), "categories.yml").problems.map(describeFinding)).toMatchInlineSnapshot(`
			[
			  "categories.yml:12:11  error  data/unknown-field  "children" is not a known field; known: slug, title, summary
			  Why: A field that nobody reads is usually a spelling mistake, and what it says would be lost.
			  Do:  Delete the line or use one of the known fields.",
			]
		`);
	});

	test("a file of comments is an empty list where that is allowed", () => {
		expect(readDataFile(redirectsSchema, "# none yet\n", "redirects.yml")).toMatchObject({ data: [], problems: [] });
		expect(readDataFile(categoriesSchema, "# none yet\n", "categories.yml").problems.map(describeFinding)).toMatchInlineSnapshot(`
			[
			  "categories.yml:1:1  error  data/kind  the whole file is empty; allowed: a list
			  Why: The centre is built from this file; its schema in site/schemas explains every field.
			  Do:  Correct the value.",
			]
		`);
	});

	test("a colour that is none is refused", () => {
		const text = "name: Help\nproduct: Product\ndescription: Answers to all your questions.\nurl: https://x.example\naccent:\n  light: red\n";
		expect(readDataFile(siteSchema, text, "site.yml").problems.map(describeFinding)).toMatchInlineSnapshot(`
			[
			  "site.yml:6:10  error  data/value  "accent.light" is "red"; it must be a colour like \`#0f766e\`
			  Why: The centre is built from this file; its schema in site/schemas explains every field.
			  Do:  Correct the value.",
			]
		`);
	});
});

describe("the word that was probably meant", () => {
	test("is the one with the fewest changed letters, or none", () => {
		expect(nearest("realted", ["related", "released"])).toBe("related");
		expect(nearest("howto", ["how-to", "faq"])).toBe("how-to");
		expect(nearest("banana", ["how-to", "faq"])).toBeUndefined();
	});
});
