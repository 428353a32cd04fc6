import { describe, expect, it } from "vitest";
import { alarmsOfText } from "./fakes/github.ts";
import { checkSelections, parseOperation, project } from "./fakes/graphql.ts";
import { readCardText } from "./fakes/read-card-text.ts";
import { readMarkdown } from "./fakes/read-markdown.ts";
import { readMrkdwn, readPlainText } from "./fakes/read-mrkdwn.ts";

describe("Slack's eyes", () => {
	it.each([
		["<!channel>", "", ["mention: !channel"]],
		["<@U0123456>", "", ["mention: @U0123456"]],
		["<https://evil.example|here>", "here https://evil.example", ["link to https://evil.example"]],
		["<script>", " script", ["link to script"]],
		["&lt;script&gt; &amp;amp;", "<script> &amp;", []],
		["*bold* _it_ `code` ~gone~", "bold it code gone", []],
		["a*b snake_case_name", "a*b snake_case_name", []],
		["<https://centre.example/a/|A>", "A https://centre.example/a/", []],
	])("read %s", (source, text, alarms) => {
		expect(readMrkdwn(source)).toEqual({ text, alarms });
	});
});

describe("Slack's eyes for plain text", () => {
	it.each([
		["*bold* &lt;!channel&gt; &amp;amp;", "*bold* <!channel> &amp;", []],
		["<!channel>", "<!channel>", ["not escaped: <", "not escaped: >"]],
	])("read %s", (source, text, alarms) => {
		expect(readPlainText(source)).toEqual({ text, alarms });
	});
});

describe("GitHub's eyes", () => {
	it.each([
		["\\*not\\* &lt;b&gt;", "*not* <b>", []],
		["**bold**", "bold", []],
		["# heading", "heading", ["<h1>"]],
		["<script>x</script>", "x", ["<script>"]],
		["![](https://evil.example/x.png)", "", ["<img>"]],
		["[click](https://evil.example/)", "click\nhttps://evil.example/", ["link to https://evil.example/"]],
		["[A](https://centre.example/a/)", "A\nhttps://centre.example/a/", []],
		["https://evil.example/x", "https://evil.example/x\nhttps://evil.example/x", []],
		["\\@channel", "@channel", ["@channel"]],
		["@\u200Bchannel ada@customer.example", "@\u200Bchannel ada@customer.example\nmailto:ada@customer.example", []],
		["`@channel #1`", "@channel #1", []],
		["\\#1, example/product#2, GH-3", "#1, example/product#2, GH-3", ["#1", "example/product#2", "GH-3"]],
	])("read %s", (source, text, alarms) => {
		expect(readMarkdown(source, alarmsOfText)).toEqual({ text, alarms });
	});
});

describe("a reader of GraphQL", () => {
	const shape = { issue: { id: true, team: { key: true } } } as const;

	it("reads variables, arguments, lists and aliases", () => {
		const document =
			'query Find($id: ID!, $n: Int) { one: issue(id: $id, first: $n, filter: { in: ["a", "b\\n"], open: true, order: createdAt }) { id team { key } } }';
		expect(parseOperation(document, { id: "7" }).selections).toEqual([
			{
				key: "one",
				name: "issue",
				arguments: { id: "7", filter: { in: ["a", "b\n"], open: true, order: "createdAt" } },
				selections: [
					{ key: "id", name: "id", arguments: {}, selections: [] },
					{ key: "team", name: "team", arguments: {}, selections: [{ key: "key", name: "key", arguments: {}, selections: [] }] },
				],
			},
		]);
	});

	it.each([
		["{ issue { id }", 'Syntax Error: Expected "a name", found <EOF>.'],
		["query { issue(id: $id) { id } }", 'Variable "$id" is not defined.'],
		["{ issue { id; } }", 'Syntax Error: Unexpected character: ";".'],
		["{ issue { id name } }", 'Cannot query field "name" on type "issue".'],
		["{ issue { team } }", 'Field "team" must have a selection of subfields.'],
		["{ issue { id { key } } }", 'Field "id" must not have a selection since it has no subfields.'],
	])("refuses %s", (document, message) => {
		expect(() => checkSelections(parseOperation(document, {}).selections, shape, "Query")).toThrow(message);
	});

	it("answers what was asked, and nothing else", () => {
		const { selections } = parseOperation("{ key: issue { id team { key } } }", {});
		expect(project({ issue: { id: 1, secret: 2, team: { key: "SUP", name: "Support" } } }, selections)).toEqual({ key: { id: 1, team: { key: "SUP" } } });
	});
});

describe("Teams' eyes", () => {
	it.each([
		["**bold** _it_", "bold it", []],
		["\\*\\*not\\*\\* \\_it\\_", "**not** _it_", []],
		["[click](javascript:alert)", "click javascript:alert", ["link to javascript:alert"]],
		["![](https://evil.example/x.png)", "", ["image"]],
		["# heading", "", ["heading"]],
		["`code`", "", ["inlineCode"]],
		["<script>alert(1)</script>", "<script>alert(1)</script>", []],
		["<at>Ada</at>", "<at>Ada</at>", ["mention"]],
		["{{DATE(2026-11-21T00:00:00Z)}}", "{{DATE(2026-11-21T00:00:00Z)}}", ["function: {{DATE(2026-11-21T00:00:00Z)}}"]],
	])("read %s", (source, text, alarms) => {
		expect(readCardText(source)).toEqual({ text, alarms });
	});
});
