import { describe, expect, test } from "vitest";
import { allFindingsWith, findingsWith, reference } from "./check-content.ts";

/** So many different words of a made language, the same for the same seed. */
function wordsFrom(seed: string, count: number): string[] {
	return Array.from({ length: count }, (_, index) => `${seed}${(index * 7919) % 104729}`);
}

const text = wordsFrom("word", 200).join(" ");

/** The text with every so-and-so-many-th word another one. */
function changed(every: number): string {
	return text
		.split(" ")
		.map((word, index) => (index % every === 0 ? `other${index}` : word))
		.join(" ");
}

const units = "articles/en/data-entry/units.mdx";
const tables = "articles/en/reporting/tables.mdx";
const second = (body: string, fields = "") => reference(body, fields).replace("A table of units", "Conversion factors");

describe("texts that are nearly the same", () => {
	test("are errors on both articles when practically nothing is different", () => {
		expect(findingsWith({ [units]: reference(text), [tables]: second(text) })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:8:1  error  content/near-duplicate  the text is practically that of articles/en/reporting/tables.mdx (100 % alike)
			  Why: Readers and search cannot tell which of the two holds, and soon they will contradict each other.
			  Do:  Make one article of the two and redirect the other's address, or keep here only what is different and link to the rest.",
			  "articles/en/reporting/tables.mdx:8:1  error  content/near-duplicate  the text is practically that of articles/en/data-entry/units.mdx (100 % alike)
			  Why: Readers and search cannot tell which of the two holds, and soon they will contradict each other.
			  Do:  Make one article of the two and redirect the other's address, or keep here only what is different and link to the rest.",
			]
		`);
	});

	test("are warnings when one word in 25 is different", () => {
		expect(findingsWith({ [units]: reference(text), [tables]: second(changed(25)) })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:8:1  warning  content/near-duplicate  the text is nearly that of articles/en/reporting/tables.mdx (78 % alike)
			  Why: Readers and search cannot tell which of the two holds, and soon they will contradict each other.
			  Do:  Make one article of the two and redirect the other's address, or keep here only what is different and link to the rest.",
			  "articles/en/reporting/tables.mdx:8:1  warning  content/near-duplicate  the text is nearly that of articles/en/data-entry/units.mdx (78 % alike)
			  Why: Readers and search cannot tell which of the two holds, and soon they will contradict each other.
			  Do:  Make one article of the two and redirect the other's address, or keep here only what is different and link to the rest.",
			]
		`);
	});

	test.each([
		["every tenth word is different", { [units]: reference(text), [tables]: second(changed(8)) }],
		["one is archived", { [units]: reference(text), [tables]: second(text, "archived: true") }],
		["they are of two locales", { [units]: reference(text), "articles/de/reporting/tables.mdx": second(text) }],
		["there is hardly any text", { [units]: reference("Hello"), [tables]: second("Hello") }],
		["what they share is still to do", { [units]: reference(`TODO ${text}`), [tables]: second(`TODO ${text}`) }],
	])("are no matter when %s", (_, changes) => {
		expect(findingsWith(changes).filter((finding) => finding.includes("content/near-duplicate"))).toEqual([]);
	});

	test("are no matter in release notes, which repeat themselves", () => {
		const notes = (day: string) =>
			`---\ntitle: What is new on ${day}\nsummary: What changed in the product on ${day}.\ntype: release-notes\nowner: data-team\nlastReviewed: 2026-09-14\nreleased: ${day}\n---\n\n## New\n\n${text}\n\n## Fixed\n\nAll.\n`;
		expect(findingsWith({ "articles/en/release-notes/one.mdx": notes("2026-09-01"), "articles/en/release-notes/two.mdx": notes("2026-09-02") })).toEqual([]);
	});

	test("are compared by what the writer wrote, not by the headings that components print", () => {
		const steps = (words: string[]) =>
			`<Steps>\n\n${words.map((word) => `<Step title="Open the page of all values and select the month">\n\n${word}\n\n</Step>`).join("\n\n")}\n\n</Steps>`;
		expect(findingsWith({ [units]: reference(steps(wordsFrom("one", 40))), [tables]: second(steps(wordsFrom("two", 40))) })).toEqual([]);
	});
});

describe("titles that mean nearly the same", () => {
	test("are a warning when their words stand in other forms", () => {
		expect(
			findingsWith({
				[units]: reference("One").replace("A table of units", "How do I reset my password?"),
				[tables]: second("Two").replace("Conversion factors", "Resetting your passwords"),
			}),
		).toMatchInlineSnapshot(`
			[
			  "articles/en/reporting/tables.mdx:2:1  warning  titles/similar  the title "Resetting your passwords" means nearly what "How do I reset my password?" of articles/en/data-entry/units.mdx means
			  Why: Readers cannot tell the two apart in a list of results.
			  Do:  Say in the title what is different, or make one article of the two.",
			]
		`);
	});

	test.each([
		["I can't log in", "How do I log in?"],
		["Use the API", "Get the API"],
		["Export a report", "Export a report as PDF"],
	])("are not %s and %s", (one, other) => {
		expect(findingsWith({ [units]: reference("One").replace("A table of units", one), [tables]: second("Two").replace("Conversion factors", other) })).toEqual(
			[],
		);
	});
});

describe("ways from article to article", () => {
	test("an article that nothing leads to, and that leads nowhere, is named twice", () => {
		expect(allFindingsWith({ [units]: reference("[Contact us](/contact/), or look [above](#questions).") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:2:1  warning  related/orphan  no other article leads here
			  Why: Readers find it only if they search for the right words or open its category.
			  Do:  Add data-entry/units to the related or nextSteps of an article on the same subject, or link to /data-entry/units/ in a text.",
			  "articles/en/data-entry/units.mdx:8:1  warning  related/none  the article leads nowhere on: no related article, no next step, no link
			  Why: A reader whom it does not help has to start again.
			  Do:  Name one to six articles on the same subject under related, or what comes after under nextSteps.",
			]
		`);
	});

	test.each([
		["a link", "[a](/data-entry/units/#questions)"],
		["a link without its slash", "[a](/data-entry/units?x=1)"],
	])("%s leads to an article", (_, link) => {
		const findings = allFindingsWith({
			[units]: reference("[b](/data-entry/faq/)"),
			"articles/en/data-entry/good-habits.mdx": (before) => `${before}\n${link}\n`,
		});
		expect(findings.filter((finding) => finding.includes("  related/"))).toEqual([]);
	});

	test.each(["related", "prerequisites", "nextSteps"])("%s leads to an article", (field) => {
		const findings = allFindingsWith({
			[units]: reference("[b](/data-entry/faq/)"),
			"articles/en/data-entry/good-habits.mdx": (before) => before.replace("owner:", `${field}: [data-entry/units]\nowner:`),
		});
		expect(findings).toEqual([]);
	});

	test.each([
		["itself", { [units]: reference("[a](/data-entry/units/) [b](/data-entry/faq/)") }],
		["a draft", { [units]: reference("[b](/data-entry/faq/)"), [tables]: second("[a](/data-entry/units/)", "draft: true") }],
		["an archived article", { [units]: reference("[b](/data-entry/faq/)"), [tables]: second("[a](/data-entry/units/)", "archived: true") }],
	])("a way from %s does not count", (_, changes) => {
		const about = allFindingsWith(changes).filter((finding) => finding.startsWith(units));
		expect(about.map((finding) => finding.split("\n")[0])).toEqual([`${units}:2:1  warning  related/orphan  no other article leads here`]);
	});

	test.each([
		["release notes", "released: 2026-09-01", (article: string) => article.replace("type: reference", "type: release-notes")],
		["a draft", "draft: true", (article: string) => article],
		["an archived article", "archived: true", (article: string) => article],
	])("%s may stand alone", (_, fields, change) => {
		expect(allFindingsWith({ [units]: change(reference("Hello", fields)) }).filter((finding) => finding.includes("  related/"))).toEqual([]);
	});

	test("a featured article is found on the home page", () => {
		expect(allFindingsWith({ [units]: reference("[b](/data-entry/faq/)", "featured: true") })).toEqual([]);
	});

	test.each(["[a](/data-entry/)", "[a](https://units.example/)", "[a](/data-entry/faq/)"])("%s leads on", (link) => {
		expect(allFindingsWith({ [units]: reference(link, "featured: true") })).toEqual([]);
	});
});

describe("rules that nothing else tries", () => {
	test("an article is named twice in one field", () => {
		expect(findingsWith({ [units]: reference("Hello", "related: [data-entry/faq, data-entry/faq]") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:7:27  error  related/twice  "related" names data-entry/faq twice
			  Why: Readers would see the same link twice.
			  Do:  Delete one of the lines.",
			]
		`);
	});

	test("a list of a data file is too short", () => {
		expect(findingsWith({ "data/pinned-results.yml": "- { queries: [], article: data-entry/faq }\n" })).toMatchInlineSnapshot(`
			[
			  "data/pinned-results.yml:1:14  error  data/length  "queries" has 0 entries; allowed: at least 1
			  Why: The centre is built from this file; its schema in site/schemas explains every field.
			  Do:  Add an entry, or delete the field.",
			]
		`);
	});

	test("a data file is no YAML", () => {
		expect(findingsWith({ "data/redirects.yml": '- { from: "/old-help/, to: /data-entry/faq/ }\n' })).toMatchInlineSnapshot(`
			[
			  "data/redirects.yml:1:11  error  data/yaml  a quote or bracket is never closed
			  Why: Everything after it is read as part of the value.
			  Do:  Close it on the same line.",
			]
		`);
	});
});
