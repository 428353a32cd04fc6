import { describe, expect, it } from "vitest";
import type { MailBinding } from "#worker/handoff/destination.ts";
import { createEmail } from "#worker/handoff/destinations/email.ts";
import { hostileLines, makeFile, makeMessage, makeNote, visible } from "./messages.ts";
import { readHtml } from "./fakes/read-text.ts";

// Cloudflare's send_email binding as https://developers.cloudflare.com/email-service/api/send-emails/workers-api/ describes it, read on 2026-11-21.

type Built = Parameters<MailBinding["send"]>[0];

const first = { now: Date.parse("2026-11-20T10:00:00Z"), again: false };

function connect(send: ((mail: Built) => Promise<{ messageId: string }>) | undefined) {
	return createEmail(
		{ id: "mail", type: "email", via: "binding", from: "help@example.com", to: "desk@example.com" },
		{ setting: () => "", allowLoopback: false, timeoutMs: 50, mail: send && { send } },
	);
}

/** What the binding was given, one after the other. */
function collect(refuse: (mail: Built) => string | null = () => null) {
	const mails: Built[] = [];
	const destination = connect((mail) => {
		mails.push(mail);
		const code = refuse(mail);
		return code === null ? Promise.resolve({ messageId: "<1@example.com>" }) : Promise.reject(Object.assign(new Error(`refused ${mail.subject}`), { code }));
	});
	return { mails, destination };
}

describe("email by the binding", () => {
	it("tells the whole story, with the files", async () => {
		const { mails, destination } = collect();
		const file = makeFile("screen shot.png", "image/png", 2048);
		expect(await destination.deliver(makeMessage({ attachments: [file] }), first)).toEqual({ kind: "delivered", deskReference: null });
		expect(mails).toMatchObject([
			{
				from: "help@example.com",
				to: "desk@example.com",
				replyTo: "ada@customer.example",
				subject: "[TZ-7K4M-2Q9X] P3 Import was rejected",
				headers: { References: "<6f1d1f0e-3c1c-4a86-9d5e-0f6c0a1b2c3d@example.com>" },
				attachments: [{ filename: "screen shot.png", type: "image/png", disposition: "attachment" }],
			},
		]);
		expect(mails[0]?.attachments[0]?.content).toEqual(await file.read());
		expect(mails[0]?.text).toContain("The import of March stops with ERR_1005.");
		expect(mails[0]?.html).toContain("The import of March stops with ERR_1005.");
	});

	it("holds the customer's words as words", async () => {
		const { mails, destination } = collect();
		await destination.addNote(makeNote({ text: hostileLines.join("\n") }), first);
		const { text, alarms } = readHtml(mails[0]?.html ?? "");
		for (const line of hostileLines) expect(visible(text)).toContain(visible(line));
		expect(alarms).toEqual([]);
	});

	it("is not configured where there is no binding", async () => {
		const unconfigured = { kind: "unconfigured", reason: "the destination's address or secret is not configured" };
		expect(await connect(undefined).deliver(makeMessage(), first)).toEqual(unconfigured);
		expect(await connect(undefined).addNote(makeNote(), first)).toEqual(unconfigured);
	});

	it.each([
		["E_RATE_LIMIT_EXCEEDED", "retry"],
		["E_DAILY_LIMIT_EXCEEDED", "retry"],
		["E_INTERNAL_SERVER_ERROR", "retry"],
		["E_DELIVERY_FAILED", "retry"],
		["E_SENDER_NOT_VERIFIED", "dead"],
		["E_RECIPIENT_NOT_ALLOWED", "dead"],
		["E_VALIDATION_ERROR", "dead"],
	])("that answers %s: %s", async (code, kind) => {
		const { destination } = collect(() => code);
		expect(await destination.deliver(makeMessage(), first)).toEqual({ kind, reason: `the mail service refused the mail (${code})` });
	});

	it("keeps the words of an error to itself", async () => {
		const destination = connect(() => Promise.reject(new Error("could not send: Import was rejected")));
		expect(await destination.deliver(makeMessage(), first)).toEqual({ kind: "retry", reason: "the mail service could not be reached" });
	});

	it("that never answers is tried again", async () => {
		const destination = connect(() => new Promise(() => undefined));
		expect(await destination.deliver(makeMessage(), first)).toEqual({ kind: "retry", reason: "no answer within 50 ms" });
	});

	it("goes with links where the mail is too large with its files", async () => {
		const { mails, destination } = collect(({ attachments }) => (attachments.length > 0 ? "E_CONTENT_TOO_LARGE" : null));
		const file = makeFile("screen.png", "image/png", 100);
		expect(await destination.deliver(makeMessage({ attachments: [file] }), first)).toEqual({ kind: "delivered", deskReference: null });
		expect(mails.map(({ attachments }) => attachments.length)).toEqual([1, 0]);
		expect(mails[1]?.text).toContain(file.url);
	});

	it("takes files of three megabytes together, and leaves the others as links", async () => {
		const { mails, destination } = collect();
		const files = [makeFile("a.png", "image/png", 2 * 1024 * 1024), makeFile("b.png", "image/png", 2 * 1024 * 1024), makeFile("c.png", "image/png", 1024)];
		await destination.deliver(makeMessage({ attachments: files }), first);
		expect(mails[0]?.attachments.map(({ filename }) => filename)).toEqual(["a.png", "c.png"]);
		expect(mails[0]?.text).toContain(files[1]?.url);
	});
});
