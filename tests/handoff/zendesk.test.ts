import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ConnectorContext, Destination } from "#worker/handoff/destination.ts";
import { createZendesk } from "#worker/handoff/destinations/zendesk.ts";
import { describeConnector } from "./contract.ts";
import { startFakeZendesk, zendeskToken, zendeskUser, type FakeZendesk } from "./fakes/zendesk.ts";
import { makeFile, makeMessage, makeNote } from "./messages.ts";

function values({ url }: { url: string }): Record<string, string> {
	return { ZENDESK_URL: url, ZENDESK_USER: zendeskUser, ZENDESK_TOKEN: zendeskToken };
}

function make(context: ConnectorContext): Destination {
	return createZendesk(
		{ id: "desk", type: "zendesk", urlFrom: "ZENDESK_URL", userFrom: "ZENDESK_USER", secretFrom: "ZENDESK_TOKEN", groups: { "data engineering": "360001" } },
		context,
	);
}

describeConnector("zendesk", { fake: startFakeZendesk, values, make, secret: "ZENDESK_TOKEN", duplicates: "never", files: "uploaded", closing: "moves" });

describe("zendesk", () => {
	let desk: FakeZendesk;
	let connector: Destination;
	const first = { now: 0, again: false };
	const second = { now: 60_000, again: true };
	beforeEach(async () => {
		desk = await startFakeZendesk();
		connector = make({ setting: (name) => values(desk)[name] ?? "", allowLoopback: true, timeoutMs: 400 });
	});
	afterEach(() => {
		vi.unstubAllGlobals();
		return desk.close();
	});

	/** Bodies of the calls that wrote tickets, oldest first. */
	function written(): { ticket: Record<string, unknown> }[] {
		return desk.requests
			.filter(({ method, path }) => method !== "GET" && path.includes("/tickets"))
			.map((request) => request.json() as { ticket: Record<string, unknown> });
	}

	it("gets the story as an internal note, with priority, group, tags and both ids", async () => {
		await connector.deliver(makeMessage({ priority: "P1" }), first);
		const { deliveryId } = makeMessage();
		expect(written()[0]?.ticket).toMatchObject({
			external_id: deliveryId,
			comment: { public: false },
			priority: "urgent",
			group_id: 360_001,
			tags: ["tier_zero", "data-issues"],
			requester: { name: "Ada Example", email: "ada@customer.example" },
		});
		expect(desk.requests[0]?.headers["idempotency-key"]).toBe(deliveryId);
	});

	it("is asked by external id when the key has been forgotten after two hours", async () => {
		desk.next("hang-after-commit");
		await connector.deliver(makeMessage(), first);
		desk.forgetKeys();
		expect(await connector.deliver(makeMessage(), second)).toEqual({ kind: "delivered", deskReference: desk.tickets[0]?.reference });
		expect(desk.tickets).toHaveLength(1);
	});

	it("that refuses the key because the files got new tokens has the ticket all the same", async () => {
		const message = makeMessage({ attachments: [makeFile("a.png", "image/png", 20)] });
		desk.next("hang-after-commit");
		await connector.deliver(message, first);
		// As if the first attempt had ended at the desk after the second one had looked.
		expect(await connector.deliver(message, first)).toEqual({ kind: "delivered", deskReference: desk.tickets[0]?.reference });
		expect(desk.refusals.join()).toContain("IdempotentRequestError");
		expect(desk.tickets).toHaveLength(1);
	});

	it("that answers with another ticket is not believed: a customer's words would follow there", async () => {
		const answers = [
			() => Response.json({ ticket: { id: 7, external_id: "the-delivery-of-somebody-else" } }, { status: 201 }),
			() => Response.json({ tickets: [] }),
			() => Response.json({ ticket: { id: 8, external_id: makeMessage().deliveryId } }, { status: 201 }),
		];
		vi.stubGlobal("fetch", () => Promise.resolve(answers.shift()?.()));
		expect(await connector.deliver(makeMessage(), first)).toEqual({ kind: "retry", reason: "the desk answered with another ticket" });
		expect(await connector.deliver(makeMessage(), second)).toEqual({ kind: "delivered", deskReference: "8" });
	});

	it("whose writes meet is asked again", async () => {
		desk.collide();
		expect(await connector.deliver(makeMessage(), first)).toEqual({ kind: "retry", reason: "the desk answered 409" });
		expect((await connector.deliver(makeMessage(), second)).kind).toBe("delivered");
		desk.collide();
		expect(await connector.addNote(makeNote(), first)).toEqual({ kind: "retry", reason: "the desk answered 409" });
	});

	it("fills in no placeholder that a customer wrote", async () => {
		await connector.deliver(makeMessage({ subject: "{{ticket.id}} {% if x %}", description: "My token is {{current_user.email}}, is it?" }), first);
		expect(desk.tickets[0]).toMatchObject({ alarms: [] });
		expect(JSON.stringify(written())).not.toMatch(/\{\{|\{%/);
	});

	it("gets a subject of at most 150 characters, cut at a whole letter", async () => {
		await connector.deliver(makeMessage({ subject: `a${"🧾".repeat(74)}b`, test: true }), first);
		expect(desk.tickets[0]?.subject).toHaveLength(150);
		expect(desk.tickets[0]?.subject.isWellFormed()).toBe(true);
		expect(desk.tickets[0]?.subject.endsWith("…")).toBe(true);
	});

	it("gets a story of escaped letters within 64 kB", async () => {
		const outcome = await connector.deliver(makeMessage({ description: "&".repeat(8000), tried: "<".repeat(8000) }), first);
		expect(outcome.kind).toBe("delivered");
		expect(desk.tickets[0]?.text).toContain("…");
	});

	it("gets a note as the customer's public reply, which opens a ticket that waits for them", async () => {
		const { deskReference = null } = (await connector.deliver(makeMessage(), first)) as { deskReference?: string };
		await connector.addNote(makeNote({ deskReference, kind: "closed", deliveryId: crypto.randomUUID() }), first);
		await connector.addNote(makeNote({ deskReference }), first);
		expect(written().at(-1)?.ticket).toMatchObject({ comment: { public: true, author_id: expect.any(Number) }, status: "open" });
		expect(desk.tickets[0]?.open).toBe(true);
	});

	it("finds the ticket of a note by external id where no number came back", async () => {
		await connector.deliver(makeMessage(), first);
		expect(await connector.addNote(makeNote({ deskReference: null }), first)).toEqual({ kind: "delivered", deskReference: desk.tickets[0]?.reference });
		expect(await connector.addNote(makeNote({ ticketDeliveryId: crypto.randomUUID() }), first)).toEqual({
			kind: "dead",
			reason: "the ticket was not found at the desk",
		});
	});

	it("that closed the ticket for good gets a new one that follows up on it, once", async () => {
		const { deskReference = null } = (await connector.deliver(makeMessage(), first)) as { deskReference?: string };
		desk.shut(String(deskReference));
		expect(await connector.addNote(makeNote({ deskReference, kind: "closed" }), first)).toEqual({ kind: "delivered", deskReference });
		expect(desk.tickets).toHaveLength(1);
		const note = makeNote({ deskReference, kind: "reopened", text: "It is back." });
		desk.next("hang-after-commit");
		expect((await connector.addNote(note, first)).kind).toBe("retry");
		desk.forgetKeys();
		expect((await connector.addNote(note, second)).kind).toBe("delivered");
		expect(desk.tickets).toHaveLength(2);
		expect(desk.tickets[1]?.text).toContain("It is back.");
		expect(written().at(-1)?.ticket).toMatchObject({ via_followup_source_id: Number(deskReference), external_id: note.deliveryId });
	});

	it("that does not let a ticket be solved gets the words alone", async () => {
		const { deskReference = null } = (await connector.deliver(makeMessage(), first)) as { deskReference?: string };
		desk.next("validation", "note");
		expect(await connector.addNote(makeNote({ deskReference, kind: "closed", text: "I found the answer." }), first)).toEqual({
			kind: "delivered",
			deskReference,
		});
		expect(desk.tickets[0]?.notes.join()).toContain("The customer closes the ticket");
		expect(desk.tickets[0]?.notes.join()).toContain("I found the answer.");
	});
});
