import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createHelpscout } from "#worker/handoff/destinations/helpscout.ts";
import { describeConnector } from "./contract.ts";
import type { FakeDesk } from "./fakes/fake-desk.ts";
import { helpscoutClient, helpscoutMailbox, helpscoutSecret, startFakeHelpScout } from "./fakes/helpscout.ts";
import { makeFile, makeMessage, makeNote } from "./messages.ts";

// The moment at which the contract makes its attempts.
const now = Date.parse("2026-11-20T10:00:00Z");
const first = { now, again: false };
const settings = {
	id: "desk",
	type: "helpscout" as const,
	urlFrom: "HELPSCOUT_URL",
	clientFrom: "HELPSCOUT_APP",
	secretFrom: "HELPSCOUT_SECRET",
	mailbox: helpscoutMailbox,
	groups: { "data engineering": "4711" },
};
const values = ({ url }: FakeDesk): Record<string, string> => ({ HELPSCOUT_URL: url, HELPSCOUT_APP: helpscoutClient, HELPSCOUT_SECRET: helpscoutSecret });

describeConnector("helpscout", {
	fake: () => startFakeHelpScout(() => now),
	values,
	make: (context) => createHelpscout(settings, context),
	secret: "HELPSCOUT_SECRET",
	duplicates: "never",
	files: "uploaded",
	closing: "moves",
});

interface Sent {
	assignTo?: number;
	tags: string[];
	threads: { type: string; text: string; attachments?: { data: string }[] }[];
}

describe("helpscout", () => {
	let desk: FakeDesk;
	beforeEach(async () => {
		desk = await startFakeHelpScout(() => now);
	});
	afterEach(async () => {
		vi.restoreAllMocks();
		await desk.close();
	});
	const connect = () => createHelpscout(settings, { setting: (name) => values(desk)[name] ?? "", allowLoopback: true, timeoutMs: 400 });
	const created = () => desk.requests.filter(({ method, path }) => method === "POST" && path === "/v2/conversations").map((request) => request.json() as Sent);

	it("keeps what is meant for the team out of what the customer wrote, and gives it to the team that routing.yml names", async () => {
		await connect().deliver(makeMessage(), first);
		const [sent] = created();
		expect(sent).toMatchObject({ assignTo: 4711, tags: ["p3", "data-issues"] });
		expect(sent?.threads.map(({ type, text }) => [type, text.includes("data engineering")])).toEqual([
			["customer", false],
			["note", true],
		]);
	});

	it("leaves a team without an id to the inbox's own rules", async () => {
		await connect().deliver(makeMessage({ team: "billing" }), first);
		expect(created()[0]).not.toHaveProperty("assignTo");
	});

	it("sends what is too large as a link, and the rest whole", async () => {
		const large = makeFile("video.mp4", "video/mp4", 11 * 1024 * 1024);
		const small = makeFile("log.txt", "text/plain", 100_000);
		await connect().deliver(makeMessage({ attachments: [large, small] }), first);
		const [ticket] = desk.tickets;
		expect(ticket?.files.map(({ name, bytes }) => [name, bytes.length])).toEqual([["log.txt", 100_000]]);
		expect(ticket?.files[0]?.bytes.equals(Buffer.from(await small.read()))).toBe(true);
		expect(ticket?.notes.join()).toContain(large.url);
	});

	it("makes the conversation with links where its files are not welcome", async () => {
		const { fetch: real } = globalThis;
		vi.spyOn(globalThis, "fetch").mockImplementation((input, init) =>
			typeof init?.body === "string" && init.body.includes('"attachments"') ? Promise.resolve(new Response(null, { status: 400 })) : real(input, init),
		);
		const file = makeFile("tool.exe", "application/octet-stream", 64);
		expect(await connect().deliver(makeMessage({ attachments: [file] }), first)).toEqual({ kind: "delivered", deskReference: "349" });
		expect(desk.tickets[0]?.files).toEqual([]);
		expect(desk.tickets[0]?.notes.join()).toContain(file.url);
	});

	it("counts a refused token request as refused credentials, whichever status it has", async () => {
		vi.spyOn(globalThis, "fetch").mockImplementation(() => Promise.resolve(Response.json({ error: "invalid_client" }, { status: 400 })));
		expect(await connect().deliver(makeMessage(), first)).toEqual({ kind: "dead", reason: "the desk refused the credentials (400)" });
	});

	it("is delivered even when the number cannot be asked for, and a later note finds its way", async () => {
		const { fetch: real } = globalThis;
		vi.spyOn(globalThis, "fetch").mockImplementation((input, init) =>
			/conversations\/\d+$/.test(String(input)) ? Promise.resolve(new Response(null, { status: 500 })) : real(input, init),
		);
		expect(await connect().deliver(makeMessage(), first)).toEqual({ kind: "delivered", deskReference: null });
		expect(await connect().addNote(makeNote(), first)).toMatchObject({ kind: "delivered" });
		expect(desk.tickets[0]?.notes.join()).toContain("It is the file of March only.");
	});

	it("waits a minute after a lost answer, so that the search can tell", async () => {
		desk.next("hang-after-commit");
		expect(await connect().deliver(makeMessage(), first)).toEqual({ kind: "retry", reason: "no answer within 400 ms", notBefore: now + 60_000 });
	});

	it.each([
		["waits a while for the search to find the conversation of a new note", "2026-11-20T09:59:00.000Z", "retry"],
		["says that a person must look when the conversation is gone", "2026-11-20T09:00:00.000Z", "dead"],
	])("%s", async (_, createdAt, kind) => {
		const outcome = await connect().addNote(makeNote({ deskReference: "12", createdAt }), first);
		expect(outcome).toEqual({ kind, reason: "the ticket was not found at the desk" });
	});

	it("does not open the conversation again with the last words of a customer who closes it", async () => {
		await connect().deliver(makeMessage(), first);
		await connect().addNote(makeNote({ deskReference: "349", kind: "closed", text: "" }), first);
		expect(desk.tickets[0]?.open).toBe(false);
		expect(desk.tickets[0]?.notes.at(-1)).toContain("The customer closes the ticket");
	});
});
