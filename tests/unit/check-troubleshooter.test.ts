import { describe, expect, it } from "vitest";
import { findingsWith, reference } from "./check-content.ts";

const path = "articles/en/data-entry/units.mdx";

function of(body: string): string[] {
	return findingsWith({ [path]: reference(body) });
}

function tree(...parts: string[]): string {
	return `<Troubleshooter>\n\n${parts.join("\n\n")}\n\n</Troubleshooter>`;
}

function check(id: string, ...answers: [to: string, words: string][]): string {
	const choices = answers.map(([to, words]) => `<Choice to="${to}">${words}</Choice>`).join("\n");
	return `<Check id="${id}" ask="Does ${id} work?">\n\n${choices}\n\n</Check>`;
}

function outcome(id: string, text = "Do this."): string {
	return `<Outcome id="${id}" title="It is ${id}">\n\n${text}\n\n</Outcome>`;
}

describe("a troubleshooter", () => {
	it("is sound when paths meet, loop with a way out, and are written with or without empty lines", () => {
		const loop = check("second", ["first", "Try again"], ["end", "Stop"]);
		expect(of(tree(check("first", ["end", "Yes"], ["second", "No"]), loop, outcome("end")))).toEqual([]);
		const airy = `<Check id="first" ask="Does it work?">\n\nLook *twice*.\n\n<Choice to="end">\n\nYes\n\n</Choice>\n\n<Choice to="end">No</Choice>\n\n</Check>`;
		expect(of(tree(airy, outcome("end", "![A meter](./images/values.svg)")))).toEqual([]);
	});

	it("begins with a question", () => {
		expect(of(tree(outcome("end"), check("first", ["end", "Yes"], ["end", "No"])))[0]).toMatchInlineSnapshot(`
			"articles/en/data-entry/units.mdx:17:1  error  troubleshooter/start  <Outcome id="end"> stands first
			  Why: A walk begins at the first part, and it has to ask something.
			  Do:  Put the <Check> with the first question before it."
		`);
		expect(of(tree())).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:15:1  error  troubleshooter/start  the troubleshooter has no question
			  Why: A walk begins at the first part, and it has to ask something.
			  Do:  Begin it with a <Check>.",
			]
		`);
	});

	it("stands once in an article", () => {
		const whole = (name: string) => tree(check(`ask-${name}`, [name, "Yes"], [name, "No"]), outcome(name));
		expect(of(`${whole("one")}\n\n${whole("two")}`)).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:32:1  error  troubleshooter/one  there is a second <Troubleshooter>
			  Why: A page leads a reader along one path; nobody could tell which questions belong together.
			  Do:  Make one of the two, with a question that tells them apart, or write an article of its own.",
			]
		`);
	});

	it("has ids that can be an address", () => {
		expect(of(tree(check("first", ["The End", "Yes"], ["The End", "No"]), outcome("The End")))).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:24:1  error  troubleshooter/id  the id "The End" cannot be an address
			  Why: Answers and links lead to it by its id, which is seen in the address.
			  Do:  Give it small letters and digits, with hyphens between the words, like id="page-opens".",
			]
		`);
		expect(of(tree(check("erste-prüfung", ["النهاية", "Ja"], ["النهاية", "Nein"]), outcome("النهاية")))).toEqual([]);
	});

	it("has ids of its own, also beside the headings of the article", () => {
		const twice = tree(check("first", ["end", "Yes"], ["end", "No"]), outcome("end"), outcome("end"));
		expect(of(twice)).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:30:1  error  troubleshooter/duplicate-id  the id "end" is taken by another part of the page
			  Why: An answer that leads to it would open the other one.
			  Do:  Give it an id of its own, and let its answers lead to that.",
			]
		`);
		expect(of(tree(check("other-units", ["end", "Yes"], ["end", "No"]), outcome("end")))).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:17:1  error  troubleshooter/duplicate-id  the id "other-units" is taken by what stands in line 32
			  Why: An answer that leads to it would open the other one.
			  Do:  Give it an id of its own, and let its answers lead to that.",
			]
		`);
		expect(of(tree(check("quick-answer", ["end", "Yes"], ["end", "No"]), outcome("end")))[0]).toContain("line 9");
	});

	it("has answers that lead to what is there, and names what was meant", () => {
		const [near, far] = of(tree(check("first", ["not-loadin", "Yes"], ["elsewhere", "No"]), outcome("not-loading")));
		expect([near, far]).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:19:1  error  troubleshooter/unknown-target  the answer “Yes” leads to "not-loadin", which is not there  (did you mean "not-loading"?)
			  Why: Nothing happens for a reader who chooses it.
			  Do:  Write to="not-loading".",
			  "articles/en/data-entry/units.mdx:20:1  error  troubleshooter/unknown-target  the answer “No” leads to "elsewhere", which is not there
			  Why: Nothing happens for a reader who chooses it.
			  Do:  Write one of these ids: first, not-loading; or add a part with this id.",
			]
		`);
	});

	it("has two answers to each question, which can be told apart", () => {
		expect(of(tree(check("first"), outcome("end")))[0]).toMatchInlineSnapshot(`
			"articles/en/data-entry/units.mdx:17:1  error  troubleshooter/choices  <Check id="first"> has no answers
			  Why: A question that has no two answers cannot be answered, or need not be asked.
			  Do:  Write at least two lines like <Choice to="…">Yes</Choice> in it, or leave the question out."
		`);
		expect(of(tree(check("first", ["end", "Yes"]), outcome("end")))).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:17:1  error  troubleshooter/choices  <Check id="first"> has one answer only
			  Why: A question that has no two answers cannot be answered, or need not be asked.
			  Do:  Write at least two lines like <Choice to="…">Yes</Choice> in it, or leave the question out.",
			]
		`);
		expect(of(tree(check("first", ["end", "Yes"], ["end", "Yes"]), outcome("end")))).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:20:1  error  troubleshooter/answer  the answer “Yes” stands twice below one question
			  Why: A reader cannot tell which one fits, and neither can who reads the path in a ticket.
			  Do:  Say in it what the reader sees, like <Choice to="not-loading">No, it stays white</Choice>.",
			]
		`);
		expect(of(tree(check("first", ["end", ""], ["end", "No"]), outcome("end")))[0]).toContain("an answer has no words");
	});

	it("has words that are read at a glance", () => {
		expect(of(tree(check("first", ["end", "Yes, ".repeat(40)], ["end", "No"]), outcome("end")))).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:19:1  error  troubleshooter/too-long  the answer “Yes, Yes, Yes, Yes, Yes, Yes, Yes, Yes, …” has 199 characters; at most 160
			  Why: It is read at a glance, and a ticket shows the whole path in one line.
			  Do:  Shorten it; what explains a question can stand below it.",
			  "articles/en/data-entry/units.mdx:19:18  warning  readability/sentence  the sentence that begins "Yes Yes Yes Yes Yes Yes" has 40 words; at most 35 are good
			  Why: Readers lose the thread, most of all on a phone.
			  Do:  Make two or three sentences of it, or a list.",
			]
		`);
	});

	it("leads to each of its parts", () => {
		expect(of(tree(check("first", ["end", "Yes"], ["end", "No"]), outcome("end"), outcome("island")))).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:30:1  error  troubleshooter/unreachable  no answer leads to <Outcome id="island">
			  Why: Who walks through the questions never sees it.
			  Do:  Let an answer lead to it, like <Choice to="island">…</Choice>, or delete it.",
			]
		`);
	});

	it("has no loop without a way out", () => {
		const loop = [
			check("first", ["second", "Yes"], ["end", "No"]),
			check("second", ["third", "Yes"], ["third", "No"]),
			check("third", ["second", "Yes"], ["third", "No"]),
		];
		expect(of(tree(...loop, outcome("end")))).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:24:1  error  troubleshooter/endless  from <Check id="second"> no answer ever leads to an <Outcome>
			  Why: A reader goes round in circles and finds no help.
			  Do:  Let one of its answers, or of the questions after it, lead to an <Outcome>.",
			  "articles/en/data-entry/units.mdx:31:1  error  troubleshooter/endless  from <Check id="third"> no answer ever leads to an <Outcome>
			  Why: A reader goes round in circles and finds no help.
			  Do:  Let one of its answers, or of the questions after it, lead to an <Outcome>.",
			]
		`);
	});

	it("says what to do wherever it ends", () => {
		expect(of(tree(check("first", ["end", "Yes"], ["end", "No"]), outcome("end", "")))).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:24:1  error  troubleshooter/dead-end  <Outcome id="end"> does not say what to do
			  Why: A reader who has answered every question stands before an empty place.
			  Do:  Write what helps, or where to turn.",
			]
		`);
	});

	it("has its parts beside each other, and no section or heading in them", () => {
		const inner = `<Outcome id="end" title="It is so">\n\n### More\n\nDo this.\n\n<Steps>\n\n<Step title="Go">Go.</Step>\n\n</Steps>\n\n${check("inside", ["end", "Yes"], ["end", "No"])}\n\n</Outcome>`;
		expect(of(tree(check("first", ["end", "Yes"], ["inside", "No"]), inner))).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:26:1  error  troubleshooter/nested  the heading "More" stands inside the <Outcome> of line 24
			  Why: The question or the title is the heading there; another one of its level would begin a new part.
			  Do:  Make it bold text, or a heading with ####.",
			  "articles/en/data-entry/units.mdx:30:1  error  troubleshooter/nested  <Steps> stands inside the <Outcome> of line 24
			  Why: It prints headings of its own, and a reader who walks through the questions would see half of a section.
			  Do:  Write what to do as a list or as text, or link to the section of the article that says it.",
			  "articles/en/data-entry/units.mdx:30:1  error  template/order  <Steps> stands after <Troubleshooter>
			  Why: Readers find the parts of every article in the same order, the answer first.
			  Do:  Move <Steps> … </Steps> before <Troubleshooter>.",
			  "articles/en/data-entry/units.mdx:36:1  error  troubleshooter/nested  <Check> stands inside the <Outcome> of line 24
			  Why: Questions and outcomes stand one after the other; answers lead from one to the next.
			  Do:  Close </Outcome> before it, and let a <Choice> lead to it.",
			]
		`);
	});

	it("says what is missing in a tag", () => {
		const bare = `<Check ask="Does it work?">\n\n<Choice>Yes</Choice>\n<Choice to="end">No</Choice>\n\n</Check>`;
		expect(of(tree(bare, outcome("end")))).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:17:1  error  template/component-attribute  <Check> has no id
			  Why: It is shown to readers and makes the address that links point to.
			  Do:  Write <Check id="…">.",
			  "articles/en/data-entry/units.mdx:19:1  error  template/component-attribute  <Choice> has no to
			  Why: It names the part that the answer leads to.
			  Do:  Write <Choice to="…">.",
			]
		`);
	});

	it("is an error in an imported article, too: it would stop the build", () => {
		const text = reference(tree(check("first", ["nowhere", "Yes"], ["end", "No"]), outcome("end")), 'imported: { from: zendesk, id: "1", on: 2026-09-14 }');
		expect(findingsWith({ [path]: text }).filter((finding) => finding.includes("troubleshooter/unknown-target"))[0]).toContain("  error  ");
	});

	it("stands before the list of problems", () => {
		const problems = "<Troubleshooting>\n\nWords.\n\n</Troubleshooting>";
		expect(of(`${problems}\n\n${tree(check("first", ["end", "Yes"], ["end", "No"]), outcome("end"))}`)[0]).toContain(
			"<Troubleshooter> stands after <Troubleshooting>",
		);
	});
});
