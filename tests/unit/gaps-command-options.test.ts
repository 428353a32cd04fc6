import { describe, expect, it } from "vitest";
import { destination, oneOf, wholeNumber } from "#scripts/lib/gaps/read-options.ts";

const day = "2026-11-21";

describe("where a change goes", () => {
	it.each([
		[{}, { kind: "folder" }],
		[{ branch: "gaps/week-47" }, { kind: "branch", branch: "gaps/week-47" }],
		[{ open: "issue" }, { kind: "issue", wishes: {} }],
		[{ open: "pull-request" }, { kind: "pull-request", branch: `gaps/${day}`, wishes: {} }],
		[
			{ open: "pull-request", branch: "x", repository: "a/b", base: "next", host: "gitlab", "api-url": "https://git.example.com/api/v4" },
			{ kind: "pull-request", branch: "x", wishes: { repository: "a/b", base: "next", host: "gitlab", apiUrl: "https://git.example.com/api/v4" } },
		],
		[
			{ open: "issue", "api-url": "http://127.0.0.1:8080" },
			{ kind: "issue", wishes: { apiUrl: "http://127.0.0.1:8080" } },
		],
		[{ "dry-run": true, branch: "x" }, { kind: "nowhere" }],
	])("is one place: %j", (values, expected) => {
		expect(destination(values, day)).toEqual(expected);
	});

	it.each([
		[{ open: "letter" }, '--open is "letter"; allowed: pull-request, issue'],
		[{ open: "letter", "dry-run": true }, '--open is "letter"; allowed: pull-request, issue'],
		[{ open: "issue", branch: "x" }, "--branch goes with a pull request; an issue has no branch."],
		[{ branch: "a..b" }, '--branch is "a..b"; git does not take it for the name of a branch.'],
		[{ base: "main" }, "--repository, --host, --api-url and --base go with --open."],
		[{ open: "issue", host: "bitbucket" }, '--host is "bitbucket"; allowed: github, gitlab'],
		[{ open: "issue", repository: "help" }, '--repository is "help"; write it as owner/name.'],
		[{ open: "issue", repository: "../../user" }, '--repository is "../../user"; write it as owner/name.'],
		[
			{ open: "issue", "api-url": "http://example.com" },
			'--api-url is "http://example.com"; it must begin with https://, so that nobody reads the token on the way.',
		],
		[{ open: "issue", "api-url": "http://127.0.0.1.example.com" }, "it must begin with https://"],
		[{ open: "issue", "api-url": "nothing" }, "it must begin with https://"],
	])("is refused: %j", (values, message) => {
		expect(() => destination(values, day)).toThrow(message);
	});
});

describe("values of options", () => {
	it("are whole numbers within bounds, or one of what is allowed", () => {
		expect([wholeNumber("--take", "8", 1, 100), oneOf("--type", "faq", ["faq", "how-to"])]).toEqual([8, "faq"]);
		for (const value of ["", " ", "0", "101", "1.5", "x", "1e3"]) expect(() => wholeNumber("--take", value, 1, 100)).toThrow("--take is");
		expect(() => oneOf("--type", "x", ["faq"])).toThrow('--type is "x"; allowed: faq');
	});
});
