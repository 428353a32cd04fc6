import { afterEach, describe, expect, it, vi } from "vitest";
import { createDestination } from "#worker/handoff/connectors.ts";
import { answerAt, foundAt, holdsMark, madeAt, textAt } from "#worker/handoff/lib/answer-at.ts";
import { cleanWords } from "#worker/handoff/lib/clean-words.ts";
import { everyDesk } from "./desks.ts";
import { makeFile, makeMessage, makeNote } from "./messages.ts";

const now = Date.parse("2026-11-20T10:00:00Z");
const secret = `whsec_${Buffer.from("a secret of thirty-two characters").toString("base64")}`;
const values: Record<string, string> = { URL: "https://desk.example", SECRET: secret, USER: "agent@desk.example" };

afterEach(() => vi.unstubAllGlobals());

describe.each(everyDesk)("$type, given letters that break formats", (settings) => {
	it("sends whole characters, lines that are lines, and nothing that turns the direction of writing", async () => {
		const sent: string[] = [];
		vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
			const { body } = new Request(url, { method: init.method ?? "", headers: init.headers ?? {}, body: init.body ?? null });
			sent.push(`${url}\n${body ? await new Response(body).text() : ""}`);
			return Response.json({ access_token: "t", id: "7", data: [], tickets: [], private: true });
		});
		const nasty = "a\u0000b\uD83E c\u202Ed\u2066e\r\nBcc: eve@evil.example\u2028f";
		const destination = createDestination(settings, { setting: (name) => values[name] ?? "", allowLoopback: false, timeoutMs: 5000 });
		const customer = { name: nasty, email: "ada@customer.example", company: nasty, tier: null };
		const file = { ...makeFile("a.png", "image/png", 3), name: `${nasty}.png`, url: "https://centre.example/files/1" };
		await destination.deliver(
			makeMessage({ subject: nasty, description: nasty, tried: nasty, product: nasty, environment: nasty, customer, attachments: [file] }),
			{ now, again: false },
		);
		await destination.addNote(makeNote({ text: nasty, customer, deskReference: "#7" }), { now, again: false });
		expect(sent.length).toBeGreaterThan(0);
		for (const request of sent) {
			for (const letter of ["\u0000", "\u202E", "\u2066", "\\u0000", "\\ud83e", "%00", "%E2%80%AE"]) expect(request).not.toContain(letter);
			expect(request.isWellFormed()).toBe(true);
		}
	});
});

describe("the words of a message", () => {
	it("become one line where a line is meant, and keep their paragraphs where they are several", () => {
		const message = cleanWords(makeMessage({ subject: "a\r\nb\u2028c\u0007", description: "a\r\nb\n\n\tc\u0007", remarks: ["x\ny"] }));
		expect([message.subject, message.description, message.remarks]).toEqual(["a b c ", "a\nb\n\n\tc", ["x y"]]);
	});

	it("keep the script's own direction: marks for a single place stay", () => {
		expect(cleanWords(makeMessage({ subject: "שלום\u200F \u202Eabc" })).subject).toBe("שלום\u200F abc");
	});

	it("do not touch what is no text: files can still be read", async () => {
		const [file] = cleanWords(makeMessage({ attachments: [makeFile("a.png", "image/png", 3)] })).attachments;
		expect((await file?.read())?.byteLength).toBe(3);
	});
});

describe("an answer of a desk", () => {
	it("holds only what is its own, and texts only where there are texts", () => {
		const answer: unknown = JSON.parse('{"__proto__":{"id":1},"a":{"toString":1},"n":null,"l":[{"b":"x"}]}');
		expect([answerAt({}, "constructor"), answerAt(answer, "id"), textAt(answer, "a"), textAt(answer, "n", "x"), textAt(answer, "l", 0, "b")]).toEqual([
			undefined,
			undefined,
			null,
			null,
			"x",
		]);
	});

	it("that is no list is not taken for an empty one", () => {
		expect(foundAt({ tickets: [] }, "tickets")).toEqual([]);
		expect(() => foundAt({}, "tickets")).toThrow("the desk's answer to a question was not understood");
	});

	it("that names no ticket is not taken for one", () => {
		expect(madeAt({ id: 7 }, "id")).toBe("7");
		expect(() => madeAt({ id: {} }, "id")).toThrow("the desk did not say which ticket it made");
	});

	it("holds a mark however deep it stands", () => {
		const nested: unknown = JSON.parse(`${"[".repeat(50_000)}"a mark b"${"]".repeat(50_000)}`);
		expect([holdsMark(nested, "mark"), holdsMark([null, { a: null, b: 7 }], "mark"), holdsMark(null, "mark")]).toEqual([true, false, false]);
	});
});
