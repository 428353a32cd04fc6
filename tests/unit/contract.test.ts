import { describe, expect, it } from "vitest";
import { eventBatchSchema } from "#contract/events.ts";
import { limits } from "#contract/limits.ts";
import { articleRef, folded, line, localeRef, paragraph, sessionRef } from "#contract/shared.ts";
import { ticketSchema } from "#contract/tickets.ts";
import { voteSchema } from "#contract/votes.ts";
import { en } from "#site/strings/en/index.ts";

const id = "0b9d6f5e-3c1a-4f7e-9a44-1d2b3c4d5e6f";
const token = "abcdefghijklmnopqrstuv";

function firstIssue(
	schema: { safeParse: (value: unknown) => { error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined } },
	value: unknown,
): string | null {
	const issue = schema.safeParse(value).error?.issues[0];
	return issue ? `${issue.path.join(".")}: ${inEnglish(issue.message)}` : null;
}

/** A fault is named in the schema, and said where the reader's language is known. */
function inEnglish(message: string): string {
	return String(Object.entries(en.fields).find(([name]) => name === message)?.[1] ?? message);
}

describe("shared parts of the wire", () => {
	it.each([
		["a", true],
		["data-entry/add-esg-data", true],
		["integrations/api/errors/429", true],
		["", false],
		["/a", false],
		["a/", false],
		["a//b", false],
		["../a", false],
		["A", false],
		["a b", false],
		["a\n", false],
		["a".repeat(201), false],
	])("article id %j: %s", (value, sound) => {
		expect(articleRef.safeParse(value).success).toBe(sound);
	});

	it.each([
		["en", true],
		["en-GB", true],
		["zh-Hant", true],
		["e", false],
		["EN", false],
		["en_GB", false],
		["en-", false],
	])("locale %j: %s", (value, sound) => {
		expect(localeRef.safeParse(value).success).toBe(sound);
	});

	it("gives a visit without id null and a missing locale English", () => {
		expect([sessionRef.parse(undefined), sessionRef.parse(null), localeRef.parse(undefined)]).toEqual([null, null, "en"]);
	});

	it.each([
		["  a  ", "a"],
		["a\n", "a"],
		["a\tb", null],
		["a\nBcc: x", null],
		["a\r\nb", null],
		["a\0b", null],
		["a\u0085b", null],
		["a\u007f", null],
		["é 🌍", "é 🌍"],
		["a".repeat(11), null],
	])("one line of text: %j becomes %j", (value, kept) => {
		expect(line(10).safeParse(value).data ?? null).toBe(kept);
	});

	it.each([
		[" a\r\n\tb ", "a b"],
		[`a${" ".repeat(50)}b`, "a b"],
		["a\0b", null],
		[" \n ", null],
		["a".repeat(11), null],
	])("text folded into one line: %j becomes %j", (value, kept) => {
		expect(folded(10).safeParse(value).data ?? null).toBe(kept);
	});

	it.each([
		["a\r\nb\rc", "a\nb\nc"],
		["\n a\tb \n", "a\tb"],
		["a\0b", null],
		["a\u001bb", null],
		["", ""],
		["a".repeat(11), null],
		[`${" ".repeat(50)}a`, "a"],
	])("several lines of text: %j becomes %j", (value, kept) => {
		expect(paragraph(10).safeParse(value).data ?? null).toBe(kept);
	});

	it("reads a hostile paragraph in a moment", { timeout: 5000 }, () => {
		expect(paragraph(200_000).safeParse("\n\t".repeat(50_000) + "\0").success).toBe(false);
	});
});

describe("a ticket", () => {
	const sound = { key: id, subject: "Import fails", description: "The import stops at row 3.", category: "data-issues", name: "Ada", email: "ada@example.com" };

	it("needs little and fills in the rest", () => {
		expect(ticketSchema.parse(sound)).toEqual({
			...sound,
			tried: "",
			affected: "one",
			impairment: "minor",
			risk: "none",
			product: "",
			environment: "",
			company: "",
			trail: [],
			deflectionTokens: [],
			answers: [],
			attachments: [],
			known: [],
			locale: "en",
		});
	});

	it.each([
		[{ subject: "ab" }, "subject: please say in a few words what it is about"],
		[{ description: "help" }, "description: please tell us a little more, so that we can help"],
		[{ description: `${" ".repeat(30)}help` }, "description: please tell us a little more, so that we can help"],
		[{ name: " " }, "name: please tell us your name"],
		[{ email: "ada@" }, "email: please give an e-mail address we can answer to"],
		[{ email: "ada@example.com\r\nBcc: all@example.com" }, "email: must be one line of text"],
		[{ subject: "a\r\nBcc: all@example.com" }, "subject: must be one line of text"],
		[{ category: "" }, "category: please choose a topic"],
		[{ timeZone: "Mars/Olympus" }, "timeZone: must be an IANA time zone"],
		[{ timeZone: "" }, "timeZone: must be an IANA time zone"],
		[{ attachments: Array.from({ length: 6 }, () => id) }, "attachments: a message takes five files"],
		[{ attachments: ["mine"] }, "attachments.0: Invalid UUID"],
		[{ known: ["short"] }, "known.0: Invalid string: must match pattern /^[A-Za-z0-9_-]{32}$/"],
		[{ incident: "No Such" }, "incident: Invalid string: must match pattern /^[a-z0-9]+(-[a-z0-9]+)*$/"],
		[{ description: "a bell\u0007 rings here" }, "description: must not hold control characters"],
	])("with %j is refused: %s", (change, message) => {
		expect(firstIssue(ticketSchema, { ...sound, ...change })).toBe(message);
	});

	it.each([
		[{ timeZone: "Asia/Kolkata" }],
		[{ affected: "everyone", impairment: "blocked", risk: "lost" }],
		[{ deflectionTokens: [token] }],
		[{ contact: id }],
		[{ answers: Array(limits.shownAnswers).fill(id) }],
		[
			{
				trail: [
					{ kind: "search", query: "import", results: 0 },
					{ kind: "article", article: "a/b", title: "T" },
					{ kind: "vote", article: "a/b", helpful: "no" },
					{ kind: "rejected", article: "a/b", title: "T" },
					{ kind: "answer", question: "q".repeat(limits.question), article: "a/b", title: "T" },
					{ kind: "answer", question: "Do you sell boats?" },
					{ kind: "guided", article: "a/b", title: "T", answers: [{ question: "Does it open?", answer: "No" }], outcome: "It is offline" },
					{ kind: "guided", article: "a/b", title: "T", answers: Array(limits.answers).fill({ question: "q".repeat(limits.answer), answer: "No" }) },
				],
			},
		],
	])("may have %j", (change) => {
		expect(firstIssue(ticketSchema, { ...sound, ...change })).toBeNull();
	});

	it.each([
		[{ key: "1" }],
		[{ risk: "high" }],
		[{ extra: 1 }],
		[{ trail: [{ kind: "other" }] }],
		[{ answers: ["an answer"] }],
		[{ answers: Array(limits.shownAnswers + 1).fill(id) }],
		[{ trail: [{ kind: "answer", question: "one\nline" }] }],
		[{ trail: [{ kind: "answer", question: "q".repeat(limits.question + 1) }] }],
		[{ trail: [{ kind: "answer", question: "q", text: "what was answered" }] }],
		[{ trail: [{ kind: "guided", article: "a/b", title: "T", answers: [{ question: "Does it open?", answer: "No", more: 1 }] }] }],
		[{ trail: [{ kind: "guided", article: "a/b", title: "T", answers: [{ question: "Does\nit open?", answer: "No" }] }] }],
		[{ trail: [{ kind: "guided", article: "a/b", title: "T", answers: [{ question: "q", answer: "a".repeat(limits.answer + 1) }] }] }],
		[{ trail: [{ kind: "guided", article: "a/b", title: "T", answers: Array(limits.answers + 1).fill({ question: "q", answer: "a" }) }] }],
		[{ trail: Array(limits.trail + 1).fill({ kind: "search", query: "a", results: 1 }) }],
		[{ subject: "a".repeat(limits.subject + 1) }],
		[{ description: "a".repeat(limits.longText + 1) }],
		[{ deflectionTokens: ["short"] }],
		[{ priority: "P1" }],
		[{ tier: "enterprise" }],
	])("may not have %j", (change) => {
		expect(firstIssue(ticketSchema, { ...sound, ...change })).not.toBeNull();
	});
});

describe("a vote", () => {
	const sound = { article: "a/b", revision: "0123456789ab", helpful: "no" };

	it.each([
		[{}, true],
		[{ reasons: ["outdated"], comment: "Old\nscreens" }, true],
		[{ reasons: ["boring"] }, false],
		[{ helpful: "maybe" }, false],
		[{ helpful: true }, false],
		[{ revision: "0123456789AB" }, false],
		[{ comment: "a".repeat(limits.comment + 1) }, false],
		[{ visitor: "x" }, false],
	])("with %j is taken: %s", (change, taken) => {
		expect(voteSchema.safeParse({ ...sound, ...change }).success).toBe(taken);
	});
});

describe("a batch of events", () => {
	const batch = (...events: object[]) => ({ session: "abcdefghijklmnop", events });
	const base = { id };

	it.each([
		[{ type: "page_viewed", path: "/a/" }, true],
		[{ type: "page_viewed", path: "a/" }, false],
		[{ type: "page_viewed", path: "/a\n" }, true],
		[{ type: "page_viewed", path: "/a\nb" }, false],
		[{ type: "search_settled", query: "gri", results: 0 }, true],
		[{ type: "search_settled", query: " ", results: 0 }, false],
		[{ type: "search_settled", query: "a".repeat(201), results: 0 }, false],
		[{ type: "search_settled", query: "a", results: -1 }, false],
		[{ type: "search_settled", query: "a", results: 1.5 }, false],
		[{ type: "search_settled", query: "a", results: 1, source: "other" }, false],
		[{ type: "search_clicked", search: id, article: "a", position: 1, how: "answered" }, true],
		[{ type: "search_clicked", search: id, article: "a", position: 0 }, false],
		[{ type: "suggestion_solved", contact: id, article: "a", token }, true],
		[{ type: "suggestion_solved", contact: id, article: "a", token: "x" }, false],
		[{ type: "contact_opened" }, true],
		[{ type: "contact_abandoned" }, false],
		[{ type: "made_up" }, false],
		[{ type: "contact_opened", ago: -1 }, false],
		[{ type: "contact_opened", at: 1 }, false],
	])("may hold %j: %s", (event, taken) => {
		expect(eventBatchSchema.safeParse(batch({ ...base, ...event })).success).toBe(taken);
	});

	it("opens the contact page once", () => {
		const opened = { ...base, type: "contact_opened" };
		expect(eventBatchSchema.safeParse(batch(opened)).success).toBe(true);
		expect(eventBatchSchema.safeParse(batch(opened, opened)).success).toBe(false);
	});

	it("holds one event at least and a limited number", () => {
		const opened = { ...base, type: "page_viewed", path: "/" };
		expect(eventBatchSchema.safeParse(batch()).success).toBe(false);
		expect(eventBatchSchema.safeParse(batch(...Array<object>(limits.eventsPerBatch).fill(opened))).success).toBe(true);
		expect(eventBatchSchema.safeParse(batch(...Array<object>(limits.eventsPerBatch + 1).fill(opened))).success).toBe(false);
	});
});
