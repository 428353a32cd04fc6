import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createHubspot } from "#worker/handoff/destinations/hubspot.ts";
import { describeConnector } from "./contract.ts";
import type { FakeDesk } from "./fakes/fake-desk.ts";
import { hubspotToken, startFakeHubSpot } from "./fakes/hubspot.ts";
import { makeFile, makeMessage, makeNote } from "./messages.ts";

// The moment at which the contract makes its attempts.
const now = Date.parse("2026-11-20T10:00:00Z");
const first = { now, again: false };
const second = { now: now + 60_000, again: true };
const settings = {
	id: "desk",
	type: "hubspot" as const,
	urlFrom: "HUBSPOT_URL",
	secretFrom: "HUBSPOT_TOKEN",
	pipeline: "0",
	stage: "1",
	closedStage: "4",
	idProperty: "tier_zero_id",
};
const start = () => startFakeHubSpot({ now: () => now, uniqueProperties: ["tier_zero_id"] });
const values = ({ url }: FakeDesk): Record<string, string> => ({ HUBSPOT_URL: url, HUBSPOT_TOKEN: hubspotToken });

describeConnector("hubspot", {
	fake: start,
	values,
	make: (context) => createHubspot(settings, context),
	secret: "HUBSPOT_TOKEN",
	duplicates: "never",
	files: "uploaded",
	closing: "moves",
});

describe("hubspot", () => {
	let desk: FakeDesk;
	beforeEach(async () => {
		desk = await start();
	});
	afterEach(async () => {
		vi.restoreAllMocks();
		await desk.close();
	});
	const connect = () => createHubspot(settings, { setting: (name) => values(desk)[name] ?? "", allowLoopback: true, timeoutMs: 400 });

	function ask(method: string, path: string, body?: object): Promise<Response> {
		const headers = { authorization: `Bearer ${hubspotToken}`, "content-type": "application/json" };
		return fetch(`${desk.url}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
	}

	/** Answers calls whose address contains this; the others reach the desk. */
	function answerFor(part: string, answer: () => Response): void {
		const { fetch: real } = globalThis;
		vi.spyOn(globalThis, "fetch").mockImplementation((input, init) => (String(input).includes(part) ? Promise.resolve(answer()) : real(input, init)));
	}

	it("joins the ticket with the customer's contact, and changes nothing of one that is known", async () => {
		await ask("POST", "/crm/v3/objects/contacts", { properties: { email: "ada@customer.example", firstname: "Augusta" } });
		await connect().deliver(makeMessage(), first);
		const contact = await ask("GET", "/crm/v3/objects/contacts/ada@customer.example?idProperty=email&properties=firstname&associations=tickets");
		expect(await contact.json()).toMatchObject({
			properties: { firstname: "Augusta" },
			associations: { tickets: { results: [{ id: desk.tickets[0]?.reference }] } },
		});
	});

	it("makes the contact of a new customer", async () => {
		await connect().deliver(makeMessage(), first);
		const contact = await ask("GET", "/crm/v3/objects/contacts/ada@customer.example?idProperty=email&properties=firstname,company");
		expect(await contact.json()).toMatchObject({ properties: { firstname: "Ada Example", company: "Zoë and Sons" } });
	});

	it("makes the ticket although the token may not see contacts", async () => {
		answerFor("/contacts", () => Response.json({ category: "MISSING_SCOPES" }, { status: 403 }));
		expect(await connect().deliver(makeMessage(), first)).toMatchObject({ kind: "delivered" });
		expect(desk.tickets).toHaveLength(1);
	});

	it("is refused a second ticket by the desk itself, and takes the first for its own", async () => {
		const outcome = await connect().deliver(makeMessage(), first);
		expect(await connect().deliver(makeMessage(), first)).toEqual(outcome);
		expect(desk.tickets).toHaveLength(1);
		expect(desk.refusals.join()).toContain("CONFLICTING_UNIQUE_VALUE");
	});

	it("hangs up the files once, even where the first attempt ended between ticket and files", async () => {
		const message = makeMessage({ attachments: [makeFile("shot.png", "image/png", 64)] });
		desk.next("hang-after-commit");
		expect(await connect().deliver(message, first)).toMatchObject({ kind: "retry" });
		await connect().deliver(message, second);
		await connect().deliver(message, second);
		expect(desk.tickets.map(({ files }) => files.map(({ name }) => name))).toEqual([["shot.png"]]);
	});

	it("lets a file be a link when its upload fails", async () => {
		answerFor("/files/", () => new Response(null, { status: 500 }));
		const file = makeFile("shot.png", "image/png", 64);
		expect(await connect().deliver(makeMessage({ attachments: [file] }), first)).toMatchObject({ kind: "delivered" });
		expect(desk.tickets[0]?.text).toContain(file.url);
		expect(desk.tickets[0]?.files).toEqual([]);
	});

	it("finds the ticket of a note by its own id where the number did not come back", async () => {
		await connect().deliver(makeMessage(), first);
		await connect().addNote(makeNote({ deskReference: null }), first);
		expect(desk.tickets[0]?.notes).toHaveLength(1);
	});

	it.each([
		["P1", "URGENT"],
		["P2", "HIGH"],
		["P3", "MEDIUM"],
		["P4", "LOW"],
		["P5", "LOW"],
	])("calls %s %s", async (priority, expected) => {
		await connect().deliver(makeMessage({ priority }), first);
		const ticket = await ask("GET", `/crm/v3/objects/tickets/${desk.tickets[0]?.reference}?properties=hs_ticket_priority`);
		expect(await ticket.json()).toMatchObject({ properties: { hs_ticket_priority: expected } });
	});
});
