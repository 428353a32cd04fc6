import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ConnectorContext, Destination } from "#worker/handoff/destination.ts";
import { createFreshdesk } from "#worker/handoff/destinations/freshdesk.ts";
import { describeConnector } from "./contract.ts";
import { freshdeskKey, startFakeFreshdesk, type FakeFreshdesk } from "./fakes/freshdesk.ts";
import { makeFile, makeMessage, makeNote, visible } from "./messages.ts";

function values({ url }: { url: string }): Record<string, string> {
	return { FRESHDESK_URL: url, FRESHDESK_KEY: freshdeskKey };
}

function make(context: ConnectorContext): Destination {
	return createFreshdesk(
		{ id: "desk", type: "freshdesk", urlFrom: "FRESHDESK_URL", secretFrom: "FRESHDESK_KEY", groups: { "data engineering": "47" } },
		context,
	);
}

describeConnector("freshdesk", { fake: startFakeFreshdesk, values, make, secret: "FRESHDESK_KEY", duplicates: "never", files: "uploaded", closing: "moves" });

describe("freshdesk", () => {
	let desk: FakeFreshdesk;
	let connector: Destination;
	const first = { now: 0, again: false };
	const second = { now: 60_000, again: true };
	beforeEach(async () => {
		desk = await startFakeFreshdesk();
		connector = make({ setting: (name) => values(desk)[name] ?? "", allowLoopback: true, timeoutMs: 400 });
	});
	afterEach(() => desk.close());

	/** Bodies of the calls that wrote JSON, oldest first. */
	function written(): Record<string, unknown>[] {
		return desk.requests.filter(({ headers }) => headers["content-type"] === "application/json").map((request) => request.json() as Record<string, unknown>);
	}

	it("gets priority, group, source and the delivery's id as a tag", async () => {
		await connector.deliver(makeMessage({ priority: "P1", category: { id: "a-category-with-a-very-long-name-indeed", label: "Long" } }), first);
		expect(written()[0]).toMatchObject({
			name: "Ada Example",
			email: "ada@customer.example",
			status: 2,
			priority: 4,
			source: 2,
			group_id: 47,
			tags: ["tier_zero", "6f1d1f0e3c1c4a869d5e0f6c0a1b2c3d", "a-category-with-a-very-long-name"],
		});
	});

	it("that gave no answer is left a minute to settle, and not asked through its search, which lags behind", async () => {
		desk.next("hang-after-commit");
		expect(await connector.deliver(makeMessage(), first)).toEqual({ kind: "retry", reason: "no answer within 400 ms", notBefore: 60_000 });
		expect(await connector.deliver(makeMessage(), second)).toEqual({ kind: "delivered", deskReference: desk.tickets[0]?.reference });
		expect(desk.tickets).toHaveLength(1);
		expect(desk.requests.some(({ path }) => path.includes("search"))).toBe(false);
	});

	it("that knows no contact with this address gets the ticket at the second attempt", async () => {
		expect((await connector.deliver(makeMessage(), second)).kind).toBe("delivered");
		expect(desk.refusals.join()).toContain("There is no contact matching the given email");
		expect(desk.tickets).toHaveLength(1);
	});

	it("gets the same ticket, tags and numbers included, as a form when files go along", async () => {
		const files = [makeFile("a.png", "image/png", 30), makeFile("b.csv", "text/csv", 40)];
		await connector.deliver(makeMessage({ attachments: files }), first);
		expect(desk.requests[0]?.headers["content-type"]).toMatch(/^multipart\/form-data/);
		expect(desk.tickets[0]?.files.map(({ name, type }) => [name, type])).toEqual([
			["a.png", "image/png"],
			["b.csv", "text/csv"],
		]);
		expect(await connector.deliver(makeMessage({ attachments: files }), second)).toEqual({ kind: "delivered", deskReference: desk.tickets[0]?.reference });
		expect(desk.tickets).toHaveLength(1);
	});

	it("takes files of 20 MB together; what is more goes as a link", async () => {
		const files = [makeFile("a.png", "image/png", 10), { ...makeFile("b.zip", "application/zip", 20_000_000) }, makeFile("c.png", "image/png", 10)];
		await connector.deliver(makeMessage({ attachments: files }), first);
		expect(desk.tickets[0]?.files.map(({ name }) => name)).toEqual(["a.png", "c.png"]);
		expect(desk.tickets[0]?.text).toContain("b.zip");
	});

	it("that refuses a file gets the ticket with its link", async () => {
		const file = makeFile("a.exe", "application/octet-stream", 10);
		desk.next("validation");
		expect((await connector.deliver(makeMessage({ attachments: [file] }), first)).kind).toBe("delivered");
		expect(desk.tickets).toHaveLength(1);
		expect(desk.tickets[0]).toMatchObject({ files: [], text: expect.stringContaining("a.exe") });
	});

	it("fills in no placeholder that a customer wrote", async () => {
		await connector.deliver(makeMessage({ subject: "{{ticket.id}}", description: "Here is {{ticket.requester.email}} for you." }), first);
		expect(JSON.stringify(written())).not.toContain("{{");
		expect(visible(desk.tickets[0]?.text ?? "")).toContain("{{ticket.requester.email}}");
	});

	it("gets a note privately, so that nobody is mailed their own words, and a ticket that waited is open again", async () => {
		const { deskReference = null } = (await connector.deliver(makeMessage(), first)) as { deskReference?: string };
		await connector.addNote(makeNote({ deskReference, kind: "closed", deliveryId: crypto.randomUUID() }), first);
		expect(desk.tickets[0]?.open).toBe(false);
		await connector.addNote(makeNote({ deskReference }), first);
		expect(desk.tickets[0]?.open).toBe(true);
		expect(written().filter((sent) => "body" in sent)).toEqual([
			expect.objectContaining({ private: true, incoming: true }),
			expect.objectContaining({ private: true, incoming: true }),
		]);
	});

	it("gets a note once and its state at last, however often it is tried", async () => {
		const { deskReference = null } = (await connector.deliver(makeMessage(), first)) as { deskReference?: string };
		const note = makeNote({ deskReference, kind: "closed", text: "I found the answer." });
		desk.next("hang-after-commit", "note");
		expect((await connector.addNote(note, first)).kind).not.toBe("dead");
		await connector.addNote(note, second);
		expect(desk.tickets[0]?.notes).toHaveLength(1);
		expect(desk.tickets[0]?.open).toBe(false);
	});

	it("finds the ticket of a note by its tag where no number came back", async () => {
		await connector.deliver(makeMessage(), first);
		expect(await connector.addNote(makeNote({ deskReference: null }), first)).toEqual({ kind: "delivered", deskReference: desk.tickets[0]?.reference });
		expect(await connector.addNote(makeNote({ ticketDeliveryId: crypto.randomUUID() }), first)).toEqual({
			kind: "dead",
			reason: "the ticket was not found at the desk",
		});
	});
});
