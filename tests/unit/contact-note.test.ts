import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changesSince, wordsOf } from "#site/enhancements/contact/changes.ts";
import { noteOf, splitNote } from "#site/enhancements/contact/note.ts";
import { en } from "#site/strings/en/index.ts";
import { limits } from "#contract/limits.ts";
import type { Ticket } from "#contract/tickets.ts";

const before: Ticket = {
	key: "k",
	subject: "Rows",
	description: "Every row is refused.",
	category: "data",
	affected: "one",
	name: "Kim",
	email: "kim@custmer.example",
	company: "Customer Ltd",
	locale: "en",
};

describe("what changed since an answer was lost", () => {
	it("is every field that differs, files and severity too", () => {
		const now: Ticket = { ...before, affected: "everyone", email: "kim@customer.example", company: "", attachments: ["f"], incident: "outage" };
		expect(changesSince(wordsOf(before), now)).toEqual(["affected", "email", "company", "incident", "attachments"]);
		expect(changesSince(wordsOf(before), before)).toEqual([]);
	});

	it("is nothing where only the order of files, or what comes along by itself, is another", () => {
		expect(changesSince(wordsOf({ ...before, attachments: ["a", "b"] }), { ...before, attachments: ["b", "a"], rendered: "x", trail: [] })).toEqual([]);
	});

	it.each([null, "", "no JSON", '["Rows","Every row is refused."]'])("is everything that was filled in where the earlier try is %j", (lost) => {
		expect(changesSince(lost, before)).toEqual(["subject", "description", "category", "affected", "name", "email", "company"]);
	});
});

describe("a note of what changed", () => {
	it("names each field, also one that was emptied, and no files", () => {
		const words: Record<string, string> = {
			description: "Some rows are refused.\nNot all.",
			affected: "Everyone in our organisation",
			email: "kim@customer.example",
		};
		expect(noteOf(["description", "affected", "email", "company", "attachments"], en.contactSend.note, (field) => words[field] ?? "")).toMatchInlineSnapshot(`
			"What happened:
			Some rows are refused.
			Not all.

			Who is affected: Everyone in our organisation

			My e-mail address: kim@customer.example

			Company: (taken out)"
		`);
		expect(noteOf(["attachments"], en.contactSend.note, () => "")).toBe("");
	});

	it("becomes several notes, each with its place, where it is too long for one", () => {
		expect(splitNote("short", limits.note)).toEqual(["short"]);
		const paragraphs = ["a", "b", "c"].map((letter) => letter.repeat(30)).join("\n\n");
		expect(splitNote(paragraphs, 70)).toEqual(["(1 of 3)\n" + "a".repeat(30), "(2 of 3)\n" + "b".repeat(30), "(3 of 3)\n" + "c".repeat(30)]);
	});

	it("keeps every character of the longest message, in notes that fit", () => {
		const spaceless = (text: string) => text.replace(/\s/g, "");
		const letters = fc.array(fc.constantFrom("word", "a", " ", "\n", "\n\n", "é", "🙂"), { maxLength: 400 });
		fc.assert(
			fc.property(letters, fc.integer({ min: 60, max: 400 }), (parts, most) => {
				const text = parts.join("");
				const notes = splitNote(text, most);
				for (const note of notes) expect([note.length <= most, note.isWellFormed()]).toEqual([true, true]);
				expect(spaceless(notes.map((note) => note.replace(/^\(\d+ of \d+\)\n/, "")).join(""))).toBe(spaceless(text));
			}),
		);
		const longest = ["x", "y"].map((letter) => letter.repeat(limits.longText)).join(" ");
		expect(splitNote(longest, limits.note).every((note) => note.length <= limits.note)).toBe(true);
	});
});
