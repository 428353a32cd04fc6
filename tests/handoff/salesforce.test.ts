import { describe, expect, it, onTestFinished } from "vitest";
import { createSalesforce } from "#worker/handoff/destinations/salesforce.ts";
import type { ConnectorContext, Destination } from "#worker/handoff/destination.ts";
import { describeConnector } from "./contract.ts";
import { externalIdField } from "./fakes/salesforce-fields.ts";
import { salesforceApp, startFakeSalesforce } from "./fakes/salesforce.ts";
import { makeFile, makeMessage, makeNote } from "./messages.ts";

const now = Date.parse("2026-11-20T10:00:00Z");
const queue = "00G000000000001AAA";
const names = { urlFrom: "SALESFORCE_URL", clientFrom: "SALESFORCE_KEY", secretFrom: "SALESFORCE_SECRET" };

function make(context: ConnectorContext, groups: Record<string, string> = {}): Destination {
	return createSalesforce({ id: "desk", type: "salesforce", ...names, externalIdField, groups, closedStatus: "Closed", reopenedStatus: "New" }, context);
}

describeConnector("salesforce", {
	fake: startFakeSalesforce,
	values: ({ url }) => ({ SALESFORCE_URL: url, SALESFORCE_KEY: salesforceApp.key, SALESFORCE_SECRET: salesforceApp.secret }),
	make: (context) => make(context),
	secret: "SALESFORCE_SECRET",
	duplicates: "never",
	files: "uploaded",
	closing: "moves",
});

describe("salesforce", () => {
	async function start(groups?: Record<string, string>) {
		const desk = await startFakeSalesforce();
		onTestFinished(() => desk.close());
		const values: Record<string, string> = { SALESFORCE_URL: desk.url, SALESFORCE_KEY: salesforceApp.key, SALESFORCE_SECRET: salesforceApp.secret };
		return { desk, destination: make({ setting: (name) => values[name] ?? "", allowLoopback: true, timeoutMs: 5000 }, groups) };
	}
	const first = { now, again: false };
	const second = { now, again: true };

	it("leaves alone at a second attempt what happened to the case meanwhile, and adds only what is missing", async () => {
		const { desk, destination } = await start();
		const [one, two] = [makeFile("a.png", "image/png", 10), makeFile("a.png", "image/png", 20)];
		await destination.deliver(makeMessage({ attachments: [one] }), first);
		await destination.addNote(makeNote({ kind: "closed" }), first);
		await destination.deliver(makeMessage({ attachments: [one, two] }), second);
		expect(desk.tickets).toMatchObject([{ open: false, files: [{ bytes: { length: 10 } }, { bytes: { length: 20 } }] }]);
	});

	it("makes one case of two attempts at once", async () => {
		const { desk, destination } = await start();
		await Promise.all([destination.deliver(makeMessage(), first), destination.deliver(makeMessage(), first)]);
		expect(desk.tickets).toHaveLength(1);
	});

	it("gives the case to the team's queue, past the organisation's own rules", async () => {
		const { desk, destination } = await start({ "data engineering": queue });
		await destination.deliver(makeMessage(), first);
		const request = desk.requests.find(({ method }) => method === "PATCH");
		expect(request?.json()).toMatchObject({ OwnerId: queue, Priority: "Medium", Origin: "Web" });
		expect(request?.headers["sforce-auto-assign"]).toBe("FALSE");
	});

	it("never cuts an e-mail address", async () => {
		const { desk, destination } = await start();
		const message = makeMessage();
		const email = `${"a".repeat(60)}@${"b".repeat(40)}.example`;
		expect(await destination.deliver({ ...message, customer: { ...message.customer, email } }, first)).toMatchObject({ kind: "delivered" });
		expect(desk.requests.find(({ method }) => method === "PATCH")?.json()).not.toHaveProperty("SuppliedEmail");
		expect(desk.tickets[0]?.text).toContain(email);
	});

	it("brings a long note in pieces, each once", async () => {
		const { desk, destination } = await start();
		await destination.deliver(makeMessage(), first);
		const note = makeNote({ text: "Zoë 🧾 ".repeat(1000) });
		await destination.addNote(note, first);
		await destination.addNote(note, second);
		const notes = desk.tickets[0]?.notes ?? [];
		expect(notes.map((own) => Buffer.byteLength(own) <= 4000)).toEqual([true, true, true]);
		expect(notes.map((own) => own.replace(/\n\n\[[^\]]+\]$/, "")).join("")).toContain(note.text);
	});

	it("waits when the organisation's calls of the day are used up", async () => {
		const { desk, destination } = await start();
		desk.limitReached = true;
		expect(await destination.deliver(makeMessage(), first)).toMatchInlineSnapshot(`
			{
			  "kind": "retry",
			  "reason": "the desk answered 403: REQUEST_LIMIT_EXCEEDED",
			}
		`);
	});
});
