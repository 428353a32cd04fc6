import { resolve } from "node:path";
import { describe, expect, it, test } from "vitest";
import { buildContent } from "#scripts/lib/checks/build-content.ts";
import { searchTests } from "#scripts/lib/checks/rules/references.ts";
import type { Content } from "#scripts/lib/checks/model.ts";
import { textOfArticle } from "#scripts/lib/checks/passages.ts";
import { readContent } from "#scripts/lib/checks/read-content.ts";
import { judge, searchFindings } from "#scripts/lib/checks/search-tests.ts";
import { describeFinding } from "#site/lib/finding.ts";
import type { SearchAnswer, SearchResult } from "#site/search/types.ts";
import { findingsWith, reference } from "./check-content.ts";

const sound = readContent(resolve(import.meta.dirname, "../fixtures/content-sound"));
const gri = "articles/en/reporting/frameworks/gri.mdx";

/** The sound centre with some files written anew. */
function contentWith(changes: Record<string, string>): Content {
	const texts = new Map([...sound.texts, ...Object.entries(changes)]);
	return buildContent(
		{ files: [...new Set([...sound.files, ...Object.keys(changes)])].sort(), texts, image: sound.image, display: (path) => path },
		"2026-11-21",
	);
}

async function searchFindingsWith(changes: Record<string, string>): Promise<string[]> {
	return (await searchFindings(contentWith(changes))).map(describeFinding);
}

function soundText(path: string): string {
	return sound.texts.get(path) ?? "";
}

describe("a search test", () => {
	/** An answer with these articles, the best first. */
	function answer(ids: string[], { answered = true, ...rest }: { answered?: boolean; pinned?: boolean; matched?: string[] } = {}): SearchAnswer {
		const results = ids.map((id) => ({ document: { id }, pinned: false, matched: ["number"], ...rest }) as SearchResult);
		return { query: "", terms: [], results, total: ids.length, answered, confidence: 0.5, didYouMean: null };
	}
	const expects = (expected: string, within = 3) => ({ query: "type a number", expect: expected, within });
	const eight = ["a/a", "a/b", "a/c", "a/d", "a/e", "a/f", "a/g", "a/wanted"];

	it.each([
		["an article that stands first", expects("a/a"), answer(eight)],
		["an article that stands just within", expects("a/c", 3), answer(eight)],
		["no answer where none is expected", expects("none"), answer([], { answered: false })],
		["nearest topics where no answer is expected", expects("none"), answer(eight, { answered: false })],
	])("is content with %s", (_, expected, found) => {
		expect(judge(expected, found)).toBeNull();
	});

	it("takes a stub for no answer, until its answer is written", () => {
		const found = answer(["a/stub", "a/b"]);
		expect(judge(expects("none"), found, { stubs: new Set(["a/stub"]) })).toBeNull();
		expect(judge(expects("none"), found, { stubs: new Set(["a/b"]) })).not.toBeNull();
		expect(judge(expects("a/c"), found, { stubs: new Set(["a/stub"]) })).not.toBeNull();
	});

	it("says what is found where nothing should be", () => {
		expect(judge(expects("none"), answer(eight, { matched: ["number", "type"] }))).toMatchInlineSnapshot(`
			{
			  "remedy": "Take the keyword or synonym away that is too broad; if the article does answer, expect it here.",
			  "what": "the search "type a number" should have no answer, but finds 1. a/a (matches number, type)",
			  "why": "A reader is told that this answers, and nobody learns that an article is missing.",
			}
		`);
	});

	it("says where the article stands, and what outranks it", () => {
		expect(judge(expects("a/d", 3), answer(eight))).toMatchInlineSnapshot(`
			{
			  "remedy": "Add the customer's words to the keywords of a/d or to synonyms.yml; "npm run search -- "type a number"" shows how the ranking comes about.",
			  "what": "the search "type a number" should find a/d within 3; it stands at 4. Above it: 1. a/a (matches number); 2. a/b (matches number); 3. a/c (matches number)",
			  "why": "Customers who search like this do not find their answer.",
			}
		`);
	});

	it("names at most five that outrank the article", () => {
		expect(judge(expects("a/wanted"), answer(eight))?.what).toMatchInlineSnapshot(
			`"the search "type a number" should find a/wanted within 3; it stands at 8. Above it: 1. a/a (matches number); 2. a/b (matches number); 3. a/c (matches number); 4. a/d (matches number); 5. a/e (matches number)"`,
		);
	});

	it("says what stands there when the article is not found at all", () => {
		expect(judge(expects("a/nowhere"), answer(eight))?.what).toMatchInlineSnapshot(
			`"the search "type a number" should find a/nowhere within 3; it is not among the results. Above it: 1. a/a (matches number); 2. a/b (matches number); 3. a/c (matches number)"`,
		);
		expect(judge(expects("a/nowhere"), answer([], { answered: false }))?.what).toMatchInlineSnapshot(
			`"the search "type a number" should find a/nowhere within 3; it is not among the results"`,
		);
	});

	it("says that an article in the right place is not called an answer", () => {
		expect(judge(expects("a/a"), answer(eight, { answered: false }))?.what).toMatchInlineSnapshot(
			`"the search "type a number" should find a/a within 3; it stands at 1, but is not good enough to be called an answer"`,
		);
		expect(judge(expects("a/b"), answer(eight, { answered: false }))?.what).toMatchInlineSnapshot(
			`"the search "type a number" should find a/b within 3; it stands at 2, but is not good enough to be called an answer. Above it: 1. a/a (matches number)"`,
		);
	});

	it("says that a result is pinned, or shares only function words", () => {
		expect(judge(expects("a/b", 1), answer(eight, { pinned: true }))?.what).toMatchInlineSnapshot(
			`"the search "type a number" should find a/b within 1; it stands at 2. Above it: 1. a/a (pinned)"`,
		);
		expect(judge(expects("a/b", 1), answer(eight, { matched: [] }))?.what).toMatchInlineSnapshot(
			`"the search "type a number" should find a/b within 1; it stands at 2. Above it: 1. a/a (matches function words only)"`,
		);
	});
});

describe("the searches of search-tests.yml", () => {
	it("find what they should in the sound centre", async () => {
		expect(await searchFindingsWith({})).toEqual([]);
	});

	it.each(["", "[]\n", "- { query: broken }\n"])("are not asked where the file holds none: %j", async (text) => {
		expect(await searchFindingsWith({ "data/search-tests.yml": text })).toEqual([]);
	});

	test("search-tests/ranking: an article that stands too low", async () => {
		expect(
			await searchFindingsWith({
				"data/search-tests.yml": "- { query: sourdough, expect: none }\n- { query: type the number, expect: data-entry/number-rejected, within: 1 }\n",
			}),
		).toMatchInlineSnapshot(`
			[
			  "data/search-tests.yml:2:12  error  search-tests/ranking  the search "type the number" should find data-entry/number-rejected within 1; it stands at 2. Above it: 1. data-entry/add-a-value (matches type, number)
			  Why: Customers who search like this do not find their answer.
			  Do:  Add the customer's words to the keywords of data-entry/number-rejected or to synonyms.yml; "npm run search -- "type the number"" shows how the ranking comes about.",
			]
		`);
	});

	test("search-tests/ranking: an article that is not found", async () => {
		expect(await searchFindingsWith({ "data/search-tests.yml": "- { query: kilojoule, expect: reporting/frameworks/gri }\n" })).toMatchInlineSnapshot(`
			[
			  "data/search-tests.yml:1:12  error  search-tests/ranking  the search "kilojoule" should find reporting/frameworks/gri within 3; it is not among the results
			  Why: Customers who search like this do not find their answer.
			  Do:  Add the customer's words to the keywords of reporting/frameworks/gri or to synonyms.yml; "npm run search -- "kilojoule"" shows how the ranking comes about.",
			]
		`);
	});

	test("search-tests/ranking: an answer where there is none", async () => {
		expect(await searchFindingsWith({ "data/search-tests.yml": "- { query: energy in GJ, expect: none }\n" })).toMatchInlineSnapshot(`
			[
			  "data/search-tests.yml:1:12  error  search-tests/ranking  the search "energy in GJ" should have no answer, but finds 1. reporting/frameworks/gri (matches energi, gj)
			  Why: A reader is told that this answers, and nobody learns that an article is missing.
			  Do:  Take the keyword or synonym away that is too broad; if the article does answer, expect it here.",
			]
		`);
	});

	test("are tried in a thread of their own in a large centre, and found the same", async () => {
		const content = contentWith({
			"data/search-tests.yml": "- { query: kilojoule, expect: reporting/frameworks/gri }\n- { query: energy in GJ, expect: none }\n",
		});
		const here = await searchFindings(content, false);
		expect(here).toHaveLength(2);
		expect(await searchFindings(content, true)).toEqual(here);
	});

	it.each([
		["keywords", { [gri]: soundText(gri).replace("type: reference", "type: reference\nkeywords: [kilojoule]") }],
		["a synonym", { "data/synonyms.yml": "oneWay:\n  - { from: kilojoule, to: [energy] }\n" }],
		["what readers searched for", { "data/learned-words.yml": "- article: reporting/frameworks/gri\n  searches:\n    - { words: kilojoule, visitors: 3 }\n" }],
		["a pinned result", { "data/pinned-results.yml": "- { queries: [kilojoule], article: reporting/frameworks/gri }\n" }],
		["a heading of the article", { [gri]: `${soundText(gri)}\n## One kilojoule\n\nA kilojoule is little.\n` }],
	])("find an article by %s", async (_, changes) => {
		expect(await searchFindingsWith({ "data/search-tests.yml": "- { query: kilojoule, expect: reporting/frameworks/gri }\n", ...changes })).toEqual([]);
	});

	it.each(["draft", "archived"])("do not find an article that is %s", async (field) => {
		const findings = await searchFindingsWith({
			"data/search-tests.yml": "- { query: GRI disclosures, expect: reporting/frameworks/gri }\n",
			[gri]: soundText(gri).replace("type: reference", `type: reference\n${field}: true`),
		});
		expect(findings).toEqual([expect.stringContaining("should find reporting/frameworks/gri within 3; it is not among the results")]);
	});

	it("do not find an article of another language", async () => {
		expect(
			await searchFindingsWith({
				"data/search-tests.yml": "- { query: kilojoule, expect: none }\n",
				"articles/de/reporting/einheiten.mdx": reference("## Kilojoule\n\nKilojoule."),
			}),
		).toEqual([]);
	});
});

describe("the searches of a locale file", () => {
	const german = {
		"articles/de/data-entry/add-a-value.mdx": "---\ntitle: Wie trage ich einen Wert ein?\nsummary: Tippen Sie die Zahl ein und speichern Sie.\n---\n\nText.\n",
		"data/locales/de.yml":
			"searchTests:\n  - { query: Zahl eintragen, expect: data-entry/add-a-value }\n  - { query: Zahl eintippen, expect: none }\n  - { query: Werte, expect: reporting/frameworks/gri }\n",
	};

	test("search-tests/ranking: are tried in their language, and say where its words are", async () => {
		expect(await searchFindingsWith(german)).toMatchInlineSnapshot(`
			[
			  "data/locales/de.yml:2:14  error  search-tests/ranking  the search "Zahl eintragen" should find data-entry/add-a-value within 3; it is not among the results
			  Why: Customers who search like this do not find their answer.
			  Do:  Add the customer's words to the keywords of data-entry/add-a-value or to the synonyms of locales/de.yml; "npm run search -- --locale de "Zahl eintragen"" shows how the ranking comes about.",
			  "data/locales/de.yml:4:14  error  search-tests/ranking  the search "Werte" should find reporting/frameworks/gri within 3; it is not among the results. Above it: 1. data-entry/add-a-value (matches wert)
			  Why: Customers who search like this do not find their answer.
			  Do:  Add the customer's words to the keywords of reporting/frameworks/gri or to the synonyms of locales/de.yml; "npm run search -- --locale de "Werte"" shows how the ranking comes about.",
			]
		`);
	});

	test("search-tests/article: expect what is translated", () => {
		expect(searchTests(contentWith(german)).map(describeFinding)).toMatchInlineSnapshot(`
			[
			  "data/locales/de.yml:4:29  error  search-tests/article  the search "Werte" expects reporting/frameworks/gri, which is not a published article
			  Why: The test can never pass.
			  Do:  Name an article by its path below the locale, or write none.",
			]
		`);
	});
});

describe("the text of an article, as its search tests see it", () => {
	const textOf = (id: string, changes: Record<string, string> = {}) => {
		const article = contentWith(changes).byId.get(`en:${id}`);
		if (!article) throw new Error(`There is no article ${id}`);
		return textOfArticle(article);
	};

	it("has the titles of steps and problems as its sections", () => {
		expect(textOf("data-entry/add-a-value")).toMatchInlineSnapshot(`
			{
			  "headings": [
			    {
			      "id": "section-1",
			      "text": "Open the page",
			    },
			    {
			      "id": "section-2",
			      "text": "Type the number",
			    },
			    {
			      "id": "section-3",
			      "text": "Send it",
			    },
			    {
			      "id": "section-4",
			      "text": "The button is grey",
			    },
			  ],
			  "passages": [
			    {
			      "section": 0,
			      "text": "Open Values, type the number and select Submit.",
			    },
			    {
			      "section": 0,
			      "text": "You know the month.",
			    },
			    {
			      "section": 1,
			      "text": "Select Values.",
			    },
			    {
			      "section": 1,
			      "text": "The Values page",
			    },
			    {
			      "section": 2,
			      "text": "Write it as a number, not as {text}.",
			    },
			    {
			      "section": 3,
			      "text": "Select Submit. See the first step.",
			    },
			    {
			      "section": 4,
			      "text": "A field is empty.",
			    },
			    {
			      "section": 4,
			      "text": "Fill it in.",
			    },
			    {
			      "section": 4,
			      "text": "Contact us.",
			    },
			  ],
			  "quickAnswer": "Open Values, type the number and select Submit.",
			}
		`);
	});

	it("has the rows of tables, and what stands below a heading of any depth", () => {
		expect(textOf("reporting/frameworks/gri")).toMatchInlineSnapshot(`
			{
			  "headings": [
			    {
			      "id": "section-1",
			      "text": "Months",
			    },
			    {
			      "id": "section-2",
			      "text": "Topics",
			    },
			    {
			      "id": "section-3",
			      "text": "Energy",
			    },
			  ],
			  "passages": [
			    {
			      "section": 0,
			      "text": "A GRI report has general and topic disclosures.",
			    },
			    {
			      "section": 1,
			      "text": "Month Days",
			    },
			    {
			      "section": 1,
			      "text": "May 31",
			    },
			    {
			      "section": 3,
			      "text": "Energy in GJ. See how to add a value and good habits.",
			    },
			  ],
			  "quickAnswer": "A GRI report has general and topic disclosures.",
			}
		`);
	});

	it("has questions and their answers, and no quick answer where there is none", () => {
		expect(textOf("data-entry/faq")).toMatchInlineSnapshot(`
			{
			  "headings": [
			    {
			      "id": "section-1",
			      "text": "Can I correct a value?",
			    },
			  ],
			  "passages": [
			    {
			      "section": 1,
			      "text": "Yes, add it again.",
			    },
			  ],
			  "quickAnswer": "",
			}
		`);
	});

	it("has the title of a question that is written on one line with its answer", () => {
		const path = "articles/en/data-entry/faq.mdx";
		const text = soundText(path).replace(/<Question.*<\/Question>/s, '<Question title="Can I?">Yes.</Question>');
		expect(textOf("data-entry/faq", { [path]: text })).toMatchObject({
			headings: [{ id: "section-1", text: "Can I?" }],
			passages: [{ section: 1, text: "Yes." }],
		});
	});

	it("has what stands before the first heading in section 0", () => {
		expect(textOf("release-notes/2026-10").passages).toContainEqual({ section: 0, text: "Reports are faster." });
	});

	it("has the text of listings and lists, and nothing of what readers do not see", () => {
		const path = "articles/en/reporting/units.mdx";
		const body = "## Units\n\n```sh\ncurl ERR_4021\n```\n\n- **Wh**, see [hours](/a/b/)\n\n{/* not for readers */}\n\n> Quoted.";
		const { passages } = textOf("reporting/units", { [path]: reference(body) });
		expect(passages.filter(({ section }) => section === 1).map(({ text }) => text)).toEqual(["curl ERR_4021", "Wh, see hours", "Quoted."]);
	});

	it("is empty where the text cannot be read", () => {
		expect(textOf("reporting/units", { "articles/en/reporting/units.mdx": reference("<Steps>") })).toEqual({ headings: [], passages: [], quickAnswer: "" });
	});
});

describe("articles that data files name", () => {
	test("pinned-results/article: the article is not published", () => {
		expect(
			findingsWith({
				"data/pinned-results.yml":
					"- queries: [price]\n  article: data-entry/add-a-valu\n- queries: [kilojoule]\n  article: no/such-thing\n- queries: [number]\n  article: data-entry/add-a-value\n",
			}),
		).toMatchInlineSnapshot(`
			[
			  "data/pinned-results.yml:2:12  error  pinned-results/article  data-entry/add-a-valu is not a published article  (did you mean data-entry/add-a-value?)
			  Why: Nothing is pinned for these searches.
			  Do:  Write data-entry/add-a-value",
			  "data/pinned-results.yml:4:12  error  pinned-results/article  no/such-thing is not a published article
			  Why: Nothing is pinned for these searches.
			  Do:  Name an article by its path below the locale, or take the entry out.",
			]
		`);
	});

	test("learned-words/article: the article is not published", () => {
		expect(
			findingsWith({
				"data/learned-words.yml":
					"- article: data-entry/add-a-value\n  searches:\n    - { words: type a number, visitors: 3 }\n- article: data-entry/moved\n  searches:\n    - { words: where is it, visitors: 4 }\n",
			}),
		).toMatchInlineSnapshot(`
			[
			  "data/learned-words.yml:4:12  warning  learned-words/article  data-entry/moved is not a published article
			  Why: What readers searched for it is no longer used.
			  Do:  Run npm run learn again, or write the new path.",
			]
		`);
	});

	it.each(["draft", "archived"])("are not published when they are %s", (field) => {
		const findings = findingsWith({
			"data/pinned-results.yml": "- { queries: [habits], article: data-entry/good-habits }\n",
			"data/learned-words.yml": "- article: data-entry/good-habits\n  searches:\n    - { words: habits, visitors: 3 }\n",
			"articles/en/data-entry/good-habits.mdx": (text) => text.replace("type: best-practices", `type: best-practices\n${field}: true`),
		}).filter((finding) => /(?:pinned-results|learned-words)\/article/.test(finding));
		expect(findings.map((finding) => finding.split("\n")[0])).toEqual([
			"data/learned-words.yml:1:12  warning  learned-words/article  data-entry/good-habits is not a published article",
			"data/pinned-results.yml:1:33  error  pinned-results/article  data-entry/good-habits is not a published article",
		]);
	});
});
