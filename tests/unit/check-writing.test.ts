import { describe, expect, test } from "vitest";
import { manualTitle } from "#scripts/lib/checks/title-manual.ts";
import { findingsWith, reference } from "./check-content.ts";

const howTo = "articles/en/data-entry/add-a-value.mdx";
const units = "articles/en/data-entry/units.mdx";

/** Findings after the how-to article got another title. */
function titled(title: string): string[] {
	return findingsWith({ [howTo]: (text) => text.replace(/^title: .*$/m, `title: ${JSON.stringify(title)}`) }).filter((finding) =>
		finding.includes("titles/language"),
	);
}

describe("the language of titles", () => {
	test("a noun for a task is named with the question a customer would ask", () => {
		expect(titled("Configuration of Single sign-on")).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/add-a-value.mdx:2:9  warning  titles/language  the title "Configuration of Single sign-on" sounds like a manual ("Configuration of")
			  Why: Customers search for their task or their symptom, and choose the title that sounds like it.
			  Do:  Name what the customer wants to do, like "How do I configure single sign-on?"",
			]
		`);
	});

	test.each(["!", " ", ": ", "a "])("of an endless title of %j only its length is named, at once", { timeout: 10_000 }, (piece) => {
		expect(titled(`x ${piece.repeat(60_000)} x`).map((finding) => finding.split("\n")[0])).toEqual([expect.stringMatching(/the title has \d+ characters/)]);
	});

	test("capitals, a sign at the end, a number of the team and too many words are named", () => {
		expect(titled("IMPORTING YOUR VALUES.")).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/add-a-value.mdx:2:9  warning  titles/language  the title "IMPORTING YOUR VALUES." is all in capitals
			  Why: Capitals take longer to read, and screen readers may spell them out.
			  Do:  Write it like a sentence, with a capital at its beginning.",
			  "articles/en/data-entry/add-a-value.mdx:2:30  warning  titles/language  the title ends with "."
			  Why: A title stands alone in lists and results, where the sign looks like a slip.
			  Do:  Delete the ".".",
			]
		`);
		expect(titled("KB-1042: How do I import my values?")).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/add-a-value.mdx:2:9  warning  titles/language  the title holds "KB-1042", which only your own team knows
			  Why: It tells customers nothing and takes the place of their words.
			  Do:  Delete it. If customers quote it to you, add it to the keywords.",
			]
		`);
		expect(titled("How do I import the values of all my sites for the last year from one spreadsheet?")).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/add-a-value.mdx:2:9  warning  titles/language  the title has 82 characters; at most 70 are good
			  Why: Search engines cut off what is longer, and on a phone it fills the screen.
			  Do:  Keep the words that customers search for, the most important first; move the rest to the summary.",
			]
		`);
	});

	test("a title for a symptom is asked for in a troubleshooting article", () => {
		expect(findingsWith({ "articles/en/data-entry/number-rejected.mdx": (text) => text.replace(/^title: .*$/m, "title: Handling of rejected numbers") }))
			.toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/number-rejected.mdx:2:8  warning  titles/language  the title "Handling of rejected numbers" sounds like a manual ("Handling of")
			  Why: Customers search for their task or their symptom, and choose the title that sounds like it.
			  Do:  Name what the customer sees, like "How do I …?" or "Why does …?"",
			]
		`);
	});

	test.each([
		["Management of users", "How do I manage users?"],
		["Creation of Reports", "How do I create reports?"],
		["Installation of the mobile app", "How do I install the mobile app?"],
		["Overview of reports", "What can I do with reports?"],
		["Introduction to the platform", "What can I do with the platform?"],
		["About user roles", "What can I do with user roles?"],
		["The carbon module", "How do I …?"],
		["Export functionality", "How do I …?"],
		["User management", "How do I manage users?"],
		["Reports can be exported", "How do I …?"],
	])("%s is a manual's title", (title, better) => {
		expect(manualTitle(title)?.better).toBe(better);
	});

	test.each([
		"How do I configure single sign-on?",
		"Set up the carbon module",
		"Import values from a spreadsheet",
		"Synchronisation of devices fails",
		"The overview of my reports is empty?",
		"Why is the calculation of my emissions wrong?",
		"My module is missing",
		"File can't be opened",
		"Loss of data after an import",
		"Version of the app is too old",
		"ERR_4001 when I import",
		"Error 429: too many requests",
		"What does invalid_grant mean?",
		"GRI, SASB or TCFD?",
		"SASB",
		"What to do after the trial…",
		"Units for energy, water, waste etc.",
		"Log in from Acme Inc.",
		"Map values to ISO-14064 and GRI 305-1",
		"How do I use UTF-8 and SHA-256?",
	])("%s is a good title", (title) => {
		expect(titled(title)).toEqual([]);
	});

	test("a reference article may be called by its subject", () => {
		expect(findingsWith({ [units]: reference("Text.").replace("A table of units", "Overview of units") })).toEqual([]);
	});

	test("words of another language are not judged", () => {
		const german = reference("Text.").replace("A table of units", "Information of all Sorten");
		expect(findingsWith({ "articles/de/data-entry/units.mdx": german }).filter((finding) => /titles\/language|readability/.test(finding))).toEqual([]);
	});
});

const plain = "You can add a value for each site and each month. Then you send it to your reviewer. ";
const stiff =
	"Organisational sustainability considerations necessitate comprehensive documentation, facilitating multidimensional comparability, accountability, transparency, verification, interpretability, and intergenerational responsibility internationally. ";

describe("how hard a text is to read", () => {
	test("an article above the grade is told its grade once", () => {
		expect(findingsWith({ [units]: reference(stiff.repeat(6)) })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:8:1  warning  readability/grade  the text is hard to read: grade 49.3 (years of school); at most 12 is good. A sentence has 12 words on average
			  Why: Many readers are in a hurry, on a phone, or read English as a second language.
			  Do:  Make two sentences of the long ones, and take shorter, everyday words.",
			]
		`);
	});

	test("a sentence that is too long is named at its place", () => {
		const long = `${"we look at the site and the month and the value ".repeat(4).trim()}.`;
		expect(findingsWith({ [units]: reference(`It is short. So ${long}`) })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:15:14  warning  readability/sentence  the sentence that begins "So we look at the site" has 45 words; at most 35 are good
			  Why: Readers lose the thread, most of all on a phone.
			  Do:  Make two or three sentences of it, or a list.",
			]
		`);
	});

	test.each([
		["plain sentences", plain.repeat(20)],
		["a short text, however stiff", stiff.replace(/\. $/, ".").repeat(1)],
		["code", `\`\`\`text\n${"word ".repeat(60)}\n\`\`\``],
		["labels of the product", `Select ${"**Organisational Documentation** and ".repeat(12)}nothing else.`],
		["a list without full stops", Array.from({ length: 12 }, () => "- one value of one site").join("\n")],
		["a table", `| A | B |\n|---|---|\n| ${"many words ".repeat(20)} | ${"and more ".repeat(20)} |`],
		["error codes and numbers", `The codes are ${"ERR_4001, 429, CO2e, ".repeat(20)}and no other.`],
	])("%s is fine", (_, body) => {
		expect(findingsWith({ [units]: reference(body) }).filter((finding) => finding.includes("readability"))).toEqual([]);
	});
});

describe("the summary and the quick answer", () => {
	test("a summary that only repeats the title is a warning", () => {
		expect(
			findingsWith({ [units]: reference("Text.").replace("All units that the product knows, in one table.", "This article shows the table of the units.") }),
		).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:3:10  warning  summary/echo  the summary only repeats the title
			  Why: Both are shown together, so that readers can tell whether this is the right article.
			  Do:  Say what the title leaves out: for whom it is, what it takes, or how it ends.",
			]
		`);
	});

	test("a summary that adds one thing is fine", () => {
		expect(findingsWith({ [units]: reference("Text.").replace("All units that the product knows", "A table of units for energy") })).toEqual([]);
	});

	test("a quick answer of three sentences is a warning", () => {
		expect(findingsWith({ [units]: reference("Text.").replace("Write kWh.", "Write kWh. It is for energy. Litres are for water.") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:9:1  warning  quick-answer/length  the quick answer has 3 sentences; at most 2 are good
			  Why: It is shown in search results and read at a glance.
			  Do:  Keep the most common solution; move conditions and what happens afterwards to the steps.",
			]
		`);
	});

	test("a label that ends with a question mark ends no sentence", () => {
		const label = "Select **Forgot password?** and type your address. Open the link, e.g. in Chrome, then choose 12 characters.";
		expect(findingsWith({ [units]: reference("Text.").replace("Write kWh.", label) })).toEqual([]);
	});
});
