import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse, parseDocument } from "yaml";
import { readFrontMatter } from "#site/lib/front-matter.ts";
import { parseBody } from "#scripts/lib/checks/parse-body.ts";
import { addKeywords } from "#scripts/lib/gaps/keywords.ts";
import { usablePhrasings, usableTold } from "#scripts/lib/gaps/phrasings.ts";
import { stubOf } from "#scripts/lib/gaps/stub.ts";
import { questionOf } from "#scripts/lib/gaps/title.ts";
import { appendEntries, yamlText } from "#scripts/lib/gaps/yaml-list.ts";

const said = (...queries: [string, number][]) => ({ query: queries[0]?.[0] ?? "", phrasings: queries.map(([query, searches]) => ({ query, searches })) });

/** What nobody should type, and somebody does. */
const hostile = fc.oneof(
	fc.string({ unit: "binary", maxLength: 60 }),
	fc.constantFrom(
		"*/} <script>alert(1)</script> {/*",
		"{process.exit()}",
		"a: b # c",
		"- [x]\n---\nstub: false",
		"\"'`\\",
		'<Step title="x">',
		"export const x = 1",
		"null",
		"&a *a !!js",
		"---",
		"yes",
	),
);

describe("phrasings", () => {
	it("are tidy, once for each spelling; first what the gap is called by, then the most frequent", () => {
		expect(usablePhrasings(said(["Dark  mode?", 9], ["dark-mode", 3], ["nigth theme", 10], ["night\ntheme", 12]), 2)).toEqual({
			words: ["dark mode?", "night theme", "nigth theme"],
			left: { personal: 0, rare: 0, long: 0 },
		});
	});

	it("are never about a person, and not what hardly anybody typed, but for what the gap is called by", () => {
		const { words, left } = usablePhrasings(
			said(["dark mode", 1], ["dark mode for ada@corp.com", 9], ["call 020 7946 0018", 5], ["mode dark please", 1], ["x".repeat(81), 4]),
			2,
		);
		expect({ words, left }).toEqual({ words: ["dark mode"], left: { personal: 2, rare: 1, long: 1 } });
		expect(usableTold(["I want\n it dark", "write to ada@corp.com", ""])).toEqual(["I want it dark"]);
	});
});

describe("a title from a search", () => {
	it.each([
		["how do i retire offsets", "How do I retire offsets?"],
		["retire carbon offsets", "How do I retire carbon offsets?"],
		["to export as pdf", "How to export as pdf?"],
		["cannot see my report", "Cannot see my report: what can I do?"],
		["import error", "Import error: what can I do?"],
		["dark mode", "Dark mode: what should I know?"],
		["can i pay in euros?", "Can I pay in euros?"],
		["why do people who have very many suppliers see only the first of the pages", "Why do people who have very many suppliers see only the first of the?"],
	])("is a question: %s", (query, title) => {
		expect(questionOf(query)).toBe(title);
	});

	it("is the search itself in another language", () => {
		expect(questionOf("passwort ändern", "de")).toBe("Passwort ändern?");
	});
});

describe("adding to a list of YAML", () => {
	const entry = { value: { from: "rota", to: ["plan"] }, line: "{ from: rota, to: [plan] }" };

	it.each([
		[
			"at the end of a list with comments",
			"# a\nboth: []\noneWay: # b\n  - { from: x, to: [y] } # c\n  # d\n",
			"# a\nboth: []\noneWay: # b\n  - { from: x, to: [y] } # c\n  - { from: rota, to: [plan] }\n  # d\n",
		],
		[
			"before what comes after the list",
			"oneWay:\n- from: x\n  to: [y]\nboth: []\n",
			"oneWay:\n- from: x\n  to: [y]\n- { from: rota, to: [plan] }\nboth: []\n",
		],
		["to a list in brackets", "oneWay: [{ from: x, to: [y] }]\n", "oneWay: [{ from: x, to: [y] }, { from: rota, to: [plan] }]\n"],
		["where the list is absent", "# a\nboth: []", "# a\nboth: []\noneWay:\n  - { from: rota, to: [plan] }\n"],
		["to a file with nothing but comments", "# a\n", "# a\noneWay:\n  - { from: rota, to: [plan] }\n"],
		[
			"with the file's own ends of lines",
			"oneWay:\r\n  - { from: x, to: [y] }\r\n",
			"oneWay:\r\n  - { from: x, to: [y] }\r\n  - { from: rota, to: [plan] }\r\n",
		],
		["to an empty value", "oneWay:\nboth: [] # a\n", "oneWay:\n  - from: rota\n    to:\n      - plan\nboth: [] # a\n"],
	])("puts the entry %s", (_, before, after) => {
		expect(appendEntries(before, ["oneWay"], [entry])).toBe(after);
	});

	it("makes lines of a top list in brackets that is empty", () => {
		expect(appendEntries("# a\n[]\n", [], [{ value: "x", line: "x" }], "new")).toBe("# a\n# new\n- x\n");
	});

	it("adds any text as it is, and leaves the rest alone", () => {
		fc.assert(
			fc.property(
				fc.array(hostile, { minLength: 1, maxLength: 4 }),
				fc.constantFrom("# a\n- old # b\n", "[]\n", "- [a, b]\n- c: d\n", "[old]", ""),
				(texts, before) => {
					const values = texts.map((text) => text.toWellFormed());
					const after = appendEntries(
						before,
						[],
						values.map((value) => ({ value, line: yamlText(value) })),
					);
					expect(parseDocument(after).errors).toEqual([]);
					expect(parse(after)).toEqual([...((parse(before) as unknown[] | null) ?? []), ...values]);
				},
			),
		);
	});
});

describe("adding keywords", () => {
	const article = (fields: string) => `---\ntitle: How do I add a value? # kept\n${fields}---\n\nText with --- and\n\n---\n\nkeywords: none\n`;

	it("adds what is new, in the article's own way of writing", () => {
		expect(addKeywords(article("keywords:\n    - type in # b\nowner: x\n"), ["Type in", "rota: x", "how do i add a value"])).toEqual({
			text: article('keywords:\n    - type in # b\n    - "rota: x"\nowner: x\n'),
			added: ["rota: x"],
		});
		expect(addKeywords(article("owner: x\n"), ["rota"]).text).toBe(article("owner: x\nkeywords:\n  - rota\n"));
		expect(addKeywords("no front matter", ["rota"])).toEqual({ text: "no front matter", added: [] });
	});

	it("stops at forty", () => {
		const { added } = addKeywords(article(`keywords: [${Array.from({ length: 39 }, (_, index) => `word${index}`).join(", ")}]\n`), ["one", "two"]);
		expect(added).toEqual(["one"]);
	});
});

describe("a stub", () => {
	const parts = {
		title: "Dark mode: what should I know?",
		query: "dark mode",
		type: "how-to" as const,
		keywords: ["dark mode"],
		owner: "team",
		today: "2026-11-21",
		related: ["a/b"],
		told: [],
		template: "---\ntitle: x\n---\n\n<QuickAnswer>\n\nTODO: it.\n\n</QuickAnswer>\n",
	};

	it("says that it is being written, and keeps the template for its writer", () => {
		expect(stubOf({ ...parts, told: ["something {dark} */ <b>"] })).toMatchInlineSnapshot(`
			"---
			title: "Dark mode: what should I know?"
			summary: "Still being written: “dark mode”."
			type: how-to
			keywords:
			  - dark mode
			owner: team
			lastReviewed: 2026-11-21
			reviewEvery: 2 weeks
			stub: true
			related:
			  - a/b
			---

			We are still writing this answer. [Ask us](/contact/) until it is here.

			{/*
			For the writer: readers search for this, and no article answers. Put the text below in place of the sentence above and of this
			comment, write the answer, say it in the summary, and delete the line \`stub: true\`.

			Readers typed:
			- dark mode

			Readers said they were looking for:
			- something dark * / b

			<QuickAnswer>

			TODO: it.

			</QuickAnswer>
			*/}
			"
		`);
	});

	it("is sound whatever readers typed and said", () => {
		fc.assert(
			fc.property(fc.array(hostile, { maxLength: 4 }), fc.array(hostile, { maxLength: 3 }), (typed, told) => {
				const { words } = usablePhrasings(said(["dark mode", 9], ...typed.map((query): [string, number] => [query, 5])), 2);
				const query = words.at(-1) ?? "";
				const text = stubOf({ ...parts, title: questionOf(query), query, keywords: words, told: usableTold(told) });
				const front = readFrontMatter(text, "x");
				expect(front.problems.filter(({ field }) => field !== "title")).toEqual([]);
				expect(front.raw).toMatchObject({ stub: true, keywords: words });
				const { body, problem } = parseBody(text, "x", front);
				expect(problem).toBeUndefined();
				expect([body?.code, body?.elements]).toEqual([[], []]);
				expect(body?.tree.children.map(({ type }) => type)).toEqual(["paragraph", "mdxFlowExpression"]);
			}),
		);
	});
});
