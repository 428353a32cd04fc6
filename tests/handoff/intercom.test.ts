import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createIntercom } from "#worker/handoff/destinations/intercom.ts";
import { describeConnector } from "./contract.ts";
import type { FakeDesk } from "./fakes/fake-desk.ts";
import { intercomTicketType } from "./fakes/intercom-answers.ts";
import { intercomToken, startFakeIntercom } from "./fakes/intercom.ts";
import { makeMessage, makeNote } from "./messages.ts";

// The moment at which the contract makes its attempts.
const now = Date.parse("2026-11-20T10:00:00Z");
const settings = {
	id: "desk",
	type: "intercom" as const,
	urlFrom: "INTERCOM_URL",
	secretFrom: "INTERCOM_TOKEN",
	ticketType: intercomTicketType,
	groups: { "data engineering": "814865" },
};
const values = ({ url }: FakeDesk): Record<string, string> => ({ INTERCOM_URL: url, INTERCOM_TOKEN: intercomToken });

describeConnector("intercom", {
	fake: () => startFakeIntercom({ now: () => now }),
	values,
	make: (context) => createIntercom(settings, context),
	secret: "INTERCOM_TOKEN",
	duplicates: "never",
	files: "linked",
	closing: "moves",
});

describe("intercom", () => {
	let desk: FakeDesk;
	beforeEach(async () => {
		desk = await startFakeIntercom({ now: () => now });
	});
	afterEach(() => desk.close());
	const connect = () => createIntercom(settings, { setting: (name) => values(desk)[name] ?? "", allowLoopback: true, timeoutMs: 400 });
	const created = () => desk.requests.find(({ path }) => path === "/tickets")?.json();

	it("gives the ticket to the team that routing.yml names, and tells nobody of one that only tries the connection", async () => {
		await connect().deliver(makeMessage({ test: true }), { now, again: false });
		expect(created()).toMatchObject({ assignment: { team_assignee_id: "814865" }, skip_notifications: true });
	});

	it("leaves a team without an id to Intercom's own rules", async () => {
		await connect().deliver(makeMessage({ team: "billing" }), { now, again: false });
		expect(created()).not.toHaveProperty("assignment");
		expect(created()).not.toHaveProperty("skip_notifications");
	});

	it("waits two minutes after a lost answer, so that the search can tell", async () => {
		desk.next("hang-after-commit");
		const outcome = await connect().deliver(makeMessage(), { now, again: false });
		expect(outcome).toEqual({ kind: "retry", reason: "no answer within 400 ms", notBefore: now + 120_000 });
	});

	it.each([
		["waits a while for the search to find the ticket of a new note", "2026-11-20T09:59:00.000Z", "retry"],
		["says that a person must look when the ticket is gone", "2026-11-20T09:00:00.000Z", "dead"],
	])("%s", async (_, createdAt, kind) => {
		const outcome = await connect().addNote(makeNote({ deskReference: "1390", createdAt }), { now, again: false });
		expect(outcome).toEqual({ kind, reason: "the ticket was not found at the desk" });
	});

	it("finds the ticket of a note among others of the same customer", async () => {
		for (const reference of ["TZ-0000-0001", "TZ-0000-0002", "TZ-0000-0003"])
			await connect().deliver(makeMessage({ deliveryId: crypto.randomUUID(), reference }), { now, again: false });
		await connect().deliver(makeMessage(), { now, again: false });
		await connect().addNote(makeNote({ deskReference: "1393" }), { now, again: false });
		expect(desk.tickets.map(({ notes }) => notes.length)).toEqual([0, 0, 0, 1]);
	});
});
