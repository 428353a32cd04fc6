import { describe, expect, it, onTestFinished } from "vitest";
import { createLinear } from "#worker/handoff/destinations/linear.ts";
import type { ConnectorContext, Destination } from "#worker/handoff/destination.ts";
import { describeConnector } from "./contract.ts";
import { startFakeDesk, type FakeDesk } from "./fakes/fake-desk.ts";
import { linearKey, linearTeam, startFakeLinear } from "./fakes/linear.ts";
import { makeFile, makeMessage } from "./messages.ts";

// The moment at which the contract makes its attempts.
const now = Date.parse("2026-11-20T10:00:00Z");

function make(context: ConnectorContext): Destination {
	return createLinear({ id: "desk", type: "linear", urlFrom: "LINEAR_URL", secretFrom: "LINEAR_KEY", team: linearTeam }, context);
}

describeConnector("linear", {
	fake: () => startFakeLinear(() => now),
	values: ({ url }) => ({ LINEAR_URL: url, LINEAR_KEY: linearKey }),
	make,
	secret: "LINEAR_KEY",
	duplicates: "never",
	files: "uploaded",
	closing: "moves",
});

describe("linear", () => {
	function connect(desk: FakeDesk): Destination {
		onTestFinished(() => desk.close());
		const values: Record<string, string> = { LINEAR_URL: desk.url, LINEAR_KEY: linearKey };
		return make({ setting: (name) => values[name] ?? "", allowLoopback: true, timeoutMs: 5000 });
	}

	/** A Linear that gives the same answer to everything. */
	function startParrot(status: number, json: unknown): Promise<FakeDesk> {
		return startFakeDesk({ targetOf: () => null, refusals: { validation: { status: 400 }, unauthorized: { status: 401 } }, answer: () => ({ status, json }) });
	}

	it("makes the delivery's id the issue's, so that Linear itself refuses a second one and the first is found", async () => {
		const desk = await startFakeLinear(() => now);
		const destination = connect(desk);
		await destination.deliver(makeMessage({ priority: "P1" }), { now, again: false });
		expect(desk.requests[0]?.json()).toMatchObject({ variables: { input: { id: makeMessage().deliveryId, priority: 1 } } });
		expect(await destination.deliver(makeMessage(), { now, again: false })).toEqual({ kind: "delivered", deskReference: "SUP-101" });
		expect(desk.tickets).toHaveLength(1);
	});

	it("hands a customer's file to no storage that Linear's guide does not name", async () => {
		const desk = await startParrot(200, {
			data: {
				fileUpload: { uploadFile: { uploadUrl: "http://localhost:9/steal", assetUrl: "https://evil.example/a.png", headers: [] } },
				issueCreate: { issue: { identifier: "SUP-1" } },
			},
		});
		const file = makeFile("a.png", "image/png", 10);
		expect(await connect(desk).deliver(makeMessage({ attachments: [file] }), { now, again: false })).toEqual({ kind: "delivered", deskReference: "SUP-1" });
		expect(desk.requests.at(-1)?.body.toString()).toContain(file.url);
	});

	it.each([
		["INTERNAL_SERVER_ERROR", { kind: "retry", reason: "the desk failed (INTERNAL_SERVER_ERROR)" }],
		["FORBIDDEN", { kind: "dead", reason: "the desk refused the credentials (FORBIDDEN)" }],
		["words of a customer", { kind: "dead", reason: "the desk refused what was sent" }],
	])("understands %s in an answer with 200", async (code, outcome) => {
		const desk = await startParrot(200, { data: null, errors: [{ message: "Ada's words", extensions: { code } }] });
		expect(await connect(desk).deliver(makeMessage(), { now, again: false })).toEqual(outcome);
	});
});
