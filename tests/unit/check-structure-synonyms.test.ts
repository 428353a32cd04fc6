import { describe, expect, test } from "vitest";
import { findingsWith } from "./check-content.ts";

const synonyms = (text: string) => findingsWith({ "data/synonyms.yml": text });

describe("synonyms", () => {
	test("a word is in two groups", () => {
		expect(synonyms("both:\n  - [bill, invoice]\n  - [receipt, invoices]\n")).toMatchInlineSnapshot(`
			[
			  "data/synonyms.yml:3:15  error  synonyms/two-groups  "invoices" is in two groups; the other is in line 2
			  Why: It means what both groups mean, but the words of one do not find those of the other.
			  Do:  Make one group of the two if all words mean the same; otherwise use oneWay for the wider word.",
			]
		`);
	});

	test("words of a group differ only in their ending or their signs", () => {
		expect(synonyms("both:\n  - [Report, reports]\n  - [single sign-on, sso, single sign on]\n")).toMatchInlineSnapshot(`
			[
			  "data/synonyms.yml:2:14  warning  synonyms/same  "Report" and "reports" are one word to search
			  Why: Search knows capitals, hyphens, plurals and other endings by itself; the line has no effect.
			  Do:  Delete "reports" here.",
			  "data/synonyms.yml:3:27  warning  synonyms/same  "single sign-on" and "single sign on" are one word to search
			  Why: Search knows capitals, hyphens, plurals and other endings by itself; the line has no effect.
			  Do:  Delete "single sign on" here.",
			]
		`);
	});

	test("a word is its own synonym", () => {
		expect(synonyms("oneWay:\n  - { from: pw, to: [pw, password] }\n")).toMatchInlineSnapshot(`
			[
			  "data/synonyms.yml:2:22  warning  synonyms/same  "pw" is its own synonym
			  Why: Search knows capitals, hyphens, plurals and other endings by itself; the line has no effect.
			  Do:  Delete "pw" here.",
			]
		`);
	});

	test("the way back stands too", () => {
		expect(synonyms("oneWay:\n  - { from: login, to: [sign in] }\n  - { from: sign in, to: [access, login] }\n")).toMatchInlineSnapshot(`
			[
			  "data/synonyms.yml:3:35  error  synonyms/reverse  "sign in" means "login" here, and the other way round in line 2
			  Why: One way is said to hold, and both do; the next reader of the file takes one of the lines for a mistake.
			  Do:  Put [login, sign in] under both, and take the words out of these lines.",
			]
		`);
	});

	test("a group says it already", () => {
		expect(synonyms("both:\n  - [bill, invoice]\noneWay:\n  - { from: bills, to: [invoice] }\n")).toMatchInlineSnapshot(`
			[
			  "data/synonyms.yml:4:25  warning  synonyms/covered  "bills" and "invoice" are a group of both already
			  Why: The line has no effect.
			  Do:  Delete the line.",
			]
		`);
	});

	test("a word begins two lines", () => {
		expect(synonyms("oneWay:\n  - { from: slow, to: [laggy] }\n  - { from: slow, to: [hanging] }\n")).toMatchInlineSnapshot(`
			[
			  "data/synonyms.yml:3:13  warning  synonyms/from-twice  "slow" stands twice as from; the first is in line 2
			  Why: Whoever changes one of the lines will miss the other.
			  Do:  Put all words of to into one line.",
			]
		`);
	});

	test("a chain of ways and two ways to one word are fine", () => {
		expect(
			synonyms("both:\n  - [week, weekly]\noneWay:\n  - { from: pw, to: [password] }\n  - { from: passcode, to: [password] }\n  - { from: kw, to: [pw] }\n"),
		).toEqual([]);
	});
});
