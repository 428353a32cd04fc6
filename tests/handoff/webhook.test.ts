import { describe, expect, it, onTestFinished } from "vitest";
import { isSigned } from "#scripts/lib/practice-desk.ts";
import { createWebhook } from "#worker/handoff/destinations/webhook.ts";
import { describeConnector } from "./contract.ts";
import { startFakeWebhook, webhookSecret } from "./fakes/webhook.ts";
import { makeMessage } from "./messages.ts";

// The moment at which the contract makes its attempts.
const now = Date.parse("2026-11-20T10:00:00Z");

describeConnector("webhook", {
	fake: () => startFakeWebhook(() => now),
	values: ({ url }) => ({ DESK_WEBHOOK_URL: `${url}/tickets`, DESK_WEBHOOK_SECRET: webhookSecret }),
	make: (context) => createWebhook({ id: "desk", type: "webhook", urlFrom: "DESK_WEBHOOK_URL", secretFrom: "DESK_WEBHOOK_SECRET" }, context),
	secret: "DESK_WEBHOOK_SECRET",
	duplicates: "never",
	files: "linked",
	closing: "moves",
});

describe("webhook", () => {
	const settings = { id: "desk", type: "webhook", urlFrom: "URL", secretFrom: "NEW", oldSecretFrom: "OLD" } as const;
	async function connect(values: Record<string, string>) {
		const fake = await startFakeWebhook(() => now);
		onTestFinished(fake.close);
		const all: Record<string, string> = { URL: `${fake.url}/tickets`, ...values };
		return { fake, desk: createWebhook(settings, { setting: (name) => all[name] ?? "", allowLoopback: true, timeoutMs: 400 }) };
	}
	const other = `whsec_${Buffer.from("another secret of thirty-two char").toString("base64")}`;

	it("signs with the old secret too while it is changed, so that the receiver may know either", async () => {
		const { fake, desk } = await connect({ NEW: other, OLD: webhookSecret });
		expect(await desk.deliver(makeMessage(), { now, again: false })).toMatchObject({ kind: "delivered" });
		const [request] = fake.requests;
		const body = request?.body.toString("utf8") ?? "";
		expect([other, webhookSecret].map((secret) => isSigned(request?.headers ?? {}, body, secret, now))).toEqual([true, true]);
	});

	it("with a secret that cannot sign waits for a better one, and sends nothing", async () => {
		const { fake, desk } = await connect({ NEW: "whsec_***" });
		expect(await desk.deliver(makeMessage(), { now, again: false })).toEqual({
			kind: "unconfigured",
			reason: "the destination's secret cannot sign: it must be whsec_ and base64",
		});
		expect(fake.requests).toHaveLength(0);
	});

	it("carries an alert", async () => {
		const { fake, desk } = await connect({ NEW: webhookSecret });
		expect(await desk.alert?.("3 hand-overs need a person.", { now, again: false })).toMatchObject({ kind: "delivered" });
		expect(fake.requests[0]?.json()).toEqual({ type: "alert", timestamp: "2026-11-20T10:00:00.000Z", data: { text: "3 hand-overs need a person." } });
	});
});
