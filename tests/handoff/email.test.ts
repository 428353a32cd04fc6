import { describe, expect, it } from "vitest";
import { destinationSchema } from "#contract/destinations.ts";
import type { Destination } from "#worker/handoff/destination.ts";
import { createEmail } from "#worker/handoff/destinations/email.ts";
import { describeConnector } from "./contract.ts";
import { emailKey, startFakeEmail } from "./fakes/email.ts";
import { startFakeDesk, type FakeDesk } from "./fakes/fake-desk.ts";
import { makeFile, makeMessage, makeNote } from "./messages.ts";

const settings = {
	id: "mail",
	type: "email",
	via: "http",
	urlFrom: "MAIL_URL",
	secretFrom: "MAIL_KEY",
	from: "help@example.com",
	to: "desk@example.com",
} as const;

describeConnector("email by a mail service", {
	fake: startFakeEmail,
	values: ({ url }) => ({ MAIL_URL: url, MAIL_KEY: emailKey }),
	make: (context) => createEmail(settings, context),
	secret: "MAIL_KEY",
	duplicates: "never",
	files: "uploaded",
	closing: "note",
});

const first = { now: Date.parse("2026-11-20T10:00:00Z"), again: false };
const second = { ...first, again: true };
const delivered = { kind: "delivered", deskReference: null };

async function withMail<T>(desk: FakeDesk, work: (destination: Destination) => Promise<T>): Promise<T> {
	const values: Record<string, string> = { MAIL_URL: desk.url, MAIL_KEY: emailKey };
	try {
		return await work(createEmail(settings, { setting: (name) => values[name] ?? "", allowLoopback: true, timeoutMs: 1000 }));
	} finally {
		await desk.close();
	}
}

/** The mails as the service got them. */
function sent(desk: FakeDesk): Record<string, unknown>[] {
	return desk.requests.map((request) => request.json() as Record<string, unknown>);
}

describe("email by a mail service: a mail", () => {
	it("is answered to the customer, and shows as one conversation with the notes", async () => {
		const desk = await startFakeEmail();
		await withMail(desk, async (mail) => {
			await mail.deliver(makeMessage(), first);
			await mail.addNote(makeNote({ kind: "closed" }), first);
		});
		const references = { References: "<6f1d1f0e-3c1c-4a86-9d5e-0f6c0a1b2c3d@example.com>" };
		expect(sent(desk)).toMatchObject([
			{ subject: "[TZ-7K4M-2Q9X] P3 Import was rejected", reply_to: "ada@customer.example", to: ["desk@example.com"], headers: references },
			{ subject: "Re: [TZ-7K4M-2Q9X] Closed by the customer", reply_to: "ada@customer.example", headers: references },
		]);
	});

	it.each(["\r\nBcc: eve@evil.example", "\nBcc: eve@evil.example", "\u2028Bcc: eve@evil.example", "\u0000\u001B[2JBcc: eve@evil.example"])(
		"has one line of subject, whatever it holds: %j",
		async (end) => {
			const desk = await startFakeEmail();
			expect(await withMail(desk, (mail) => mail.deliver(makeMessage({ subject: `Import${end}` }), first))).toEqual(delivered);
			expect(sent(desk)[0]?.["subject"]).toMatch(/^[^\p{Cc}\u2028]+ Import [^\p{Cc}\u2028]*Bcc: eve@evil\.example$/u);
		},
	);

	it("needs an address and a key, which routing.yml names", () => {
		const { success, error } = destinationSchema.safeParse({ ...settings, secretFrom: undefined });
		expect([success, error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`)]).toEqual([
			false,
			["urlFrom must be named, and secretFrom too, when via is http"],
		]);
		expect(destinationSchema.safeParse(settings).success).toBe(true);
	});

	it("leaves what it cannot hold as links", async () => {
		const desk = await startFakeEmail();
		const files = [
			makeFile("small.png", "image/png", 1000),
			makeFile("large.mov", "video/quicktime", 10 * 1024 * 1024),
			makeFile("next.png", "image/png", 1000),
		];
		expect(await withMail(desk, (mail) => mail.deliver(makeMessage({ attachments: files }), first))).toEqual(delivered);
		expect(desk.tickets[0]?.files.map(({ name }) => name)).toEqual(["small.png", "next.png"]);
		expect(desk.tickets[0]?.text).toContain("large.mov (video/quicktime)");
		expect(String(sent(desk)[0]?.["html"])).toContain("large.mov?exp=");
	});

	it("goes with links where its files are refused", async () => {
		const desk = await startFakeEmail();
		desk.next("validation");
		const file = makeFile("tool.exe", "application/x-msdownload", 100);
		expect(await withMail(desk, (mail) => mail.deliver(makeMessage({ attachments: [file] }), first))).toEqual(delivered);
		expect(desk.tickets).toMatchObject([{ files: [] }]);
		expect(sent(desk)[1]).toMatchObject({ text: expect.stringContaining(file.url) });
	});

	it("is not sent twice because a file is gone at the second attempt", async () => {
		const desk = await startFakeEmail();
		const file = makeFile("screen.png", "image/png", 100);
		const gone = { ...file, read: () => Promise.reject(new Error("it is gone")) };
		await withMail(desk, async (mail) => {
			await mail.deliver(makeMessage({ attachments: [file] }), first);
			expect(await mail.deliver(makeMessage({ attachments: [gone] }), second)).toEqual(delivered);
		});
		expect(desk.tickets).toMatchObject([{ notes: [], files: [{ name: "screen.png" }] }]);
	});

	it("waits while the service is still at work on an earlier attempt", async () => {
		const conflict = {
			status: 409,
			json: { statusCode: 409, name: "concurrent_idempotent_requests", message: "Another request with the same key is in progress." },
		};
		const desk = await startFakeDesk({ targetOf: () => null, answer: () => conflict, refusals: { validation: conflict, unauthorized: conflict } });
		expect(await withMail(desk, (mail) => mail.deliver(makeMessage(), second))).toEqual({
			kind: "retry",
			reason: "the mail service is still at work on an earlier attempt",
		});
	});

	it("says that tickets need somebody", async () => {
		const desk = await startFakeEmail();
		await withMail(desk, async (mail) => expect(await mail.alert?.("2 tickets were given up.", first)).toEqual(delivered));
		expect(sent(desk)).toMatchObject([
			{ subject: "Tickets wait for somebody", text: expect.stringContaining("2 tickets were given up."), reply_to: "desk@example.com" },
		]);
	});
});
