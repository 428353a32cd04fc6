import { describe, expect, test } from "vitest";
import { markdown } from "#scripts/lib/checks/rules/markdown.ts";
import { contentWith, findingsWith, reference } from "./check-content.ts";

const units = "articles/en/data-entry/units.mdx";

function findings(body: string): string[] {
	return findingsWith({ [units]: reference(body) }).filter((finding) => finding.includes("markdown/"));
}

/** What the fix of the only finding writes instead of what. */
function fix(body: string): [string, string] | undefined {
	const content = contentWith({ [units]: reference(body) });
	const [found] = markdown(content).flatMap(({ fix: own }) => own ?? []);
	return found && [(content.texts.get(units) ?? "").slice(found.start, found.end), found.text];
}

describe("Markdown that is written wrongly", () => {
	test("a link that leads nowhere", () => {
		expect(findings("See [the guide](#).")).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:15:5  warning  markdown/no-empty-url  [the guide](#) leads nowhere
			  Why: Nothing happens to a reader who follows it, and the page seems broken.
			  Do:  Write the address, or leave only the words.",
			]
		`);
	});

	test("a reference without a definition, a footnote, a space before the address", () => {
		expect(findings("See [the guide][guide], a note[^1] and [values] (/data-entry/faq/).")).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:15:5  warning  markdown/no-undefined-references  [the guide][guide] is written like a link, but has no address
			  Why: Readers see the brackets as they stand here.
			  Do:  Write [words](/address/), with no space between ] and (. Words in brackets that are no link: \\[words]. The text of a footnote: a line [^1]: …",
			  "articles/en/data-entry/units.mdx:15:31  warning  markdown/no-undefined-references  the footnote [^1] has no text
			  Why: Readers see the brackets as they stand here.
			  Do:  Write [words](/address/), with no space between ] and (. Words in brackets that are no link: \\[words]. The text of a footnote: a line [^1]: …",
			  "articles/en/data-entry/units.mdx:15:40  warning  markdown/no-undefined-references  [values] is written like a link, but has no address
			  Why: Readers see the brackets as they stand here.
			  Do:  Write [words](/address/), with no space between ] and (. Words in brackets that are no link: \\[words]. The text of a footnote: a line [^1]: …",
			]
		`);
	});

	test("a definition that is there twice, or for nothing", () => {
		expect(findings("See [the guide][g].\n\n[g]: /data-entry/faq/\n[g]: /data-entry/add-a-value/\n[h]: /data-entry/faq/")).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:18:1  warning  markdown/no-duplicate-definitions  [g]: /data-entry/add-a-value/ defines what is defined above already
			  Why: Only the first definition counts; links meant for this one lead elsewhere.
			  Do:  Give it a name of its own, or delete it.",
			  "articles/en/data-entry/units.mdx:19:1  warning  markdown/no-unused-definitions  nothing uses the definition [h]: /data-entry/faq/
			  Why: It is shown nowhere; perhaps the link to it is written wrongly.
			  Do:  Delete the line, or correct the reference to it.",
			]
		`);
	});

	test("a name in the place of an address", () => {
		const body = "See [the guide](g) and [more][g].\n\n[g]: /data-entry/faq/";
		expect(findings(body)).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:15:5  warning  markdown/no-reference-like-url  [the guide](g) names a definition in round brackets
			  Why: Round brackets hold an address; the link would lead to a page of that name.
			  Do:  Write the name in square brackets.",
			]
		`);
		expect(fix(body)).toEqual(["[the guide](g)", "[the guide][g]"]);
	});

	test("commands with a dollar sign", () => {
		const body = "```bash\n$ npm ci\n$ npm start\n```";
		expect(findings(body)).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:15:1  warning  markdown/no-shell-dollars  every line of the commands begins with $
			  Why: Whoever copies the lines copies the sign too, and the command fails.
			  Do:  Delete the $ at the beginning of each line.",
			]
		`);
		expect(fix(body)).toEqual([body, "```bash\nnpm ci\nnpm start\n```"]);
	});

	test("code without a language", () => {
		expect(findings("1. Type:\n\n   ```\n   a,b\n   ```")).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:17:4  warning  markdown/fenced-code-flag  the code block does not say which language it is in
			  Why: Colours and the reading aloud of code depend on it.
			  Do:  Write it after the opening signs, like \`\`\`bash or \`\`\`json; for plain text \`\`\`text.",
			]
		`);
		expect(findings("<Note>\n\n```\na,b\n```\n\n</Note>")).toHaveLength(1);
		expect(fix("```\na,b\n```")).toEqual(["```\na,b\n```", "```text\na,b\n```"]);
		expect(fix("~~~~  \r\na,b\r\n~~~~")).toEqual(["~~~~  \r\na,b\r\n~~~~", "~~~~text\r\na,b\r\n~~~~"]);
	});

	test.each([
		["words in brackets", "Choose a period [optional], an array like a[0] or a [ ] box."],
		["a list of tasks", "- [ ] one\n- [x] two"],
		["a reference with its definition", "See [the guide][g], [g] and ![a][p].\n\n[g]: /data-entry/faq/\n[p]: ./images/values.svg"],
		["a footnote", "A note[^1].\n\n[^1]: The note."],
		["a command and what it answers", "```bash\n$ npm -v\n11.0.0\n```"],
		["a price", "It costs\n\n$ 5 a month."],
		["a link in code", "```md\n[x](#) [y][z]\n```"],
		["a table of letters", "| [a] | b |\n|---|---|\n| [c] | d |"],
	])("%s is fine", (_, body) => {
		expect(findings(body)).toEqual([]);
	});
});
