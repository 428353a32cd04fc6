import { describe, expect, test } from "vitest";
import { findingsWith, reference } from "./check-content.ts";

describe("the template and the text of an article", () => {
	test("a sound centre has no findings", () => {
		expect(findingsWith({})).toEqual([]);
	});

	test("a missing section is named", () => {
		expect(findingsWith({ "articles/en/data-entry/add-a-value.mdx": (text) => text.replace(/<BeforeYouStart>[^]*<\/BeforeYouStart>/, "") }))
			.toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/add-a-value.mdx:12:1  error  template/required-sections  a how-to article needs <BeforeYouStart>
			  Why: Readers know where to look because every article of a type has the same parts.
			  Do:  Add <BeforeYouStart> … </BeforeYouStart>; \`npm run new -- how-to "…"\` shows the whole template.",
			]
		`);
	});

	test("too few steps are counted", () => {
		expect(findingsWith({ "articles/en/data-entry/add-a-value.mdx": (text) => text.replace(/<Step title="Send it">[^]*?<\/Step>/, "") }))
			.toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/add-a-value.mdx:12:1  error  template/required-sections  a how-to article needs at least 3 <Step>; there are 2
			  Why: Readers know where to look because every article of a type has the same parts.
			  Do:  Add what is missing as <Step> … </Step>.",
			]
		`);
	});

	test("a problem needs a cause", () => {
		expect(findingsWith({ "articles/en/data-entry/add-a-value.mdx": (text) => text.replace(/<Cause>[^]*?<\/Cause>/, "") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/add-a-value.mdx:51:1  error  template/required-sections  the problem "The button is grey" has no <Cause>
			  Why: A reader in trouble needs both: why it happens and what to do.
			  Do:  Add <Cause> … </Cause> inside this <Problem>.",
			]
		`);
	});

	test("a how-to article needs a way out", () => {
		expect(findingsWith({ "articles/en/data-entry/add-a-value.mdx": (text) => text.replace(/<IfThisFails>[^]*?<\/IfThisFails>/, "") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/add-a-value.mdx:12:1  error  template/required-sections  a how-to article needs at least 1 <IfThisFails>; there are 0
			  Why: Readers know where to look because every article of a type has the same parts.
			  Do:  Add what is missing as <IfThisFails> … </IfThisFails>.",
			]
		`);
	});

	test("a reference article needs sections of its own", () => {
		expect(findingsWith({ "articles/en/reporting/frameworks/gri.mdx": (text) => text.replace(/## /g, "### ") })).toMatchInlineSnapshot(`
			[
			  "articles/en/reporting/frameworks/gri.mdx:8:1  error  template/required-sections  a reference article needs at least 2 sections with ##; there are 0
			  Why: Readers know where to look because every article of a type has the same parts.
			  Do:  Divide the text under ## headings, so that readers can jump to their part.",
			]
		`);
	});

	test("release notes keep their headings", () => {
		expect(findingsWith({ "articles/en/release-notes/2026-10.mdx": (text) => text.replace("## New", "## Nice") })).toMatchInlineSnapshot(`
			[
			  "articles/en/release-notes/2026-10.mdx:12:1  error  template/required-sections  "Nice" is not a section of release notes; allowed: New, Improved, Fixed
			  Why: Readers find the same sections every month.
			  Do:  Use one of the three headings, or ### below them.",
			]
		`);
	});

	test("release notes have no quick answer", () => {
		expect(
			findingsWith({ "articles/en/release-notes/2026-10.mdx": (text) => text.replace("Reports are faster.", "<QuickAnswer>\n\nFaster.\n\n</QuickAnswer>") }),
		).toMatchInlineSnapshot(`
			[
			  "articles/en/release-notes/2026-10.mdx:10:1  error  template/required-sections  release notes have no <QuickAnswer>
			  Why: They answer no single question; their summary comes first.
			  Do:  Turn it into the introducing sentence.",
			]
		`);
	});

	test("sections stand in order", () => {
		expect(
			findingsWith({
				"articles/en/data-entry/add-a-value.mdx": (text) =>
					text.replace(/(<QuickAnswer>[^]*<\/QuickAnswer>\n\n)(<BeforeYouStart>[^]*<\/BeforeYouStart>\n\n)/, "$2$1"),
			}),
		).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/add-a-value.mdx:19:1  error  template/order  <QuickAnswer> stands after <BeforeYouStart>
			  Why: Readers find the parts of every article in the same order, the answer first.
			  Do:  Move <QuickAnswer> … </QuickAnswer> before <BeforeYouStart>.",
			]
		`);
	});

	test("nothing stands before the quick answer", () => {
		expect(findingsWith({ "articles/en/data-entry/add-a-value.mdx": (text) => text.replace("<QuickAnswer>", "Welcome!\n\n<QuickAnswer>") }))
			.toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/add-a-value.mdx:13:1  error  template/order  text stands before <QuickAnswer>
			  Why: Readers find the parts of every article in the same order, the answer first.
			  Do:  Move it below </QuickAnswer>, or into the summary.",
			]
		`);
	});

	test("release sections stand in order", () => {
		expect(findingsWith({ "articles/en/release-notes/2026-10.mdx": (text) => text.replace(/## New([^]*)## Fixed/, "## Fixed$1## New") }))
			.toMatchInlineSnapshot(`
			[
			  "articles/en/release-notes/2026-10.mdx:16:1  error  template/order  "New" stands after "Fixed"
			  Why: Readers find the parts of every article in the same order, the answer first.
			  Do:  Order the sections: New, Improved, Fixed.",
			]
		`);
	});

	test("an unknown component is named with the one probably meant", () => {
		expect(findingsWith({ "articles/en/data-entry/units.mdx": reference("<Tipp>\n\nHello\n\n</Tipp>") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:15:1  error  template/unknown-component  <Tipp> is not a known component; known: QuickAnswer, BeforeYouStart, Steps, Step, Note, Tip, Warning, Troubleshooter, Check, Choice, Outcome, Troubleshooting, Problem, Cause, Solution, IfThisFails, Screenshot, Video, Faq, Question  (did you mean <Tip>?)
			  Why: The build fails on a component that nobody provides.
			  Do:  Write <Tip>.",
			]
		`);
	});

	test("a component in lower case is recognised", () => {
		expect(findingsWith({ "articles/en/data-entry/units.mdx": reference("<note>\n\nHello\n\n</note>") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:15:1  error  template/unknown-component  <note> is not a known component; known: QuickAnswer, BeforeYouStart, Steps, Step, Note, Tip, Warning, Troubleshooter, Check, Choice, Outcome, Troubleshooting, Problem, Cause, Solution, IfThisFails, Screenshot, Video, Faq, Question  (did you mean <Note>?)
			  Why: The build fails on a component that nobody provides.
			  Do:  Write <Note>.",
			]
		`);
	});

	test("scripts and frames are refused", () => {
		expect(findingsWith({ "articles/en/data-entry/units.mdx": reference('<iframe src="https://x.example" />') })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:15:1  error  template/html  <iframe> is not allowed in an article
			  Why: Articles hold text and pictures; scripts, styles and frames would reach every reader.
			  Do:  Delete it. For a film use <Video>.",
			]
		`);
	});

	test("a step outside the steps is out of place", () => {
		expect(findingsWith({ "articles/en/data-entry/units.mdx": reference('<Step title="One">\n\nHello\n\n</Step>') })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:15:1  error  template/component-place  <Step> stands outside <Steps>
			  Why: It is a part of <Steps> and is shown rightly only there.
			  Do:  Move it between <Steps> and </Steps>.",
			]
		`);
	});

	test("a step needs a title", () => {
		expect(findingsWith({ "articles/en/data-entry/add-a-value.mdx": (text) => text.replace('<Step title="Send it">', "<Step>") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/add-a-value.mdx:41:1  error  template/component-attribute  <Step> has no title
			  Why: It is shown to readers and makes the address that links point to.
			  Do:  Write <Step title="…">.",
			]
		`);
	});

	test("articles import nothing", () => {
		expect(findingsWith({ "articles/en/data-entry/units.mdx": reference('import { x } from "y"\n\nHello') })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:15:1  error  template/no-imports  an article imports and exports nothing: import { x } from "y"
			  Why: Components are handed to every article, so that a content folder can live anywhere.
			  Do:  Delete the line. If it is a sentence, start it with another word than import or export.",
			]
		`);
	});

	test("braces in the text are code", () => {
		expect(findingsWith({ "articles/en/data-entry/units.mdx": reference("Write {name} here.") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:15:7  error  mdx/braces  {name} is read as code
			  Why: In MDX, braces hold JavaScript; the build would fail or show something else.
			  Do:  Write it as code, like \`{name}\`, or as \\{name\\} in running text.",
			]
		`);
	});

	test("comments in braces are fine", () => {
		expect(findingsWith({ "articles/en/data-entry/units.mdx": reference("{/* for writers */}") })).toEqual([]);
	});

	test("a heading of the first level is refused", () => {
		expect(findingsWith({ "articles/en/data-entry/units.mdx": reference("# Units") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:15:1  error  headings/title  "Units" is a heading of the first level (#)
			  Why: The title of the article is the only one; screen readers and search engines expect that.
			  Do:  Start it with ## instead.",
			]
		`);
	});

	test("a skipped level is refused", () => {
		expect(findingsWith({ "articles/en/data-entry/units.mdx": reference("## Units\n\n#### Energy") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:17:1  error  headings/level  "Energy" is of level 4 below a heading of level 2
			  Why: Screen readers tell the structure by the level; a gap sounds as if something were missing.
			  Do:  Start it with ### instead.",
			]
		`);
	});

	test("a long quick answer is a warning", () => {
		expect(findingsWith({ "articles/en/data-entry/add-a-value.mdx": (text) => text.replace("Open **Values**", "Open well. ".repeat(40)) }))
			.toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/add-a-value.mdx:13:1  warning  quick-answer/length  the quick answer has 87 words; at most 60 are good
			  Why: It is shown in search results and read at a glance.
			  Do:  Keep the most common solution in one or two sentences; move the rest to the steps.",
			]
		`);
	});

	test("a quick answer that repeats the summary is a warning", () => {
		expect(
			findingsWith({
				"articles/en/data-entry/add-a-value.mdx": (text) =>
					text.replace("Open **Values**, type the number and select **Submit**.", "Type a number for a **month** and send it for review."),
			}),
		).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/add-a-value.mdx:13:1  warning  quick-answer/repeated  the quick answer repeats the summary word for word
			  Why: Both are shown together; the reader learns nothing new.
			  Do:  Let the summary say what the article is about and the quick answer what to do.",
			]
		`);
	});

	test("a TODO is found with its line", () => {
		expect(findingsWith({ "articles/en/data-entry/add-a-value.mdx": (text) => text.replace("Fill it in.", "TODO: say how") })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/add-a-value.mdx:61:1  error  template/todo  still to do: say how
			  Why: Readers would see it.
			  Do:  Write the text, then delete the word TODO.",
			]
		`);
	});
});
