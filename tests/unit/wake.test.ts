import { describe, expect, it } from "vitest";
import type { WakeMessage } from "#worker/env.ts";
import { wake } from "#worker/lib/wake.ts";

function queueOf(send: () => Promise<void> = () => Promise.resolve()) {
	const sent: WakeMessage[] = [];
	const delays: (number | undefined)[] = [];
	const queue = {
		async send(message: WakeMessage, options?: { delaySeconds?: number }) {
			sent.push(message);
			delays.push(options?.delaySeconds);
			await send();
		},
	} as unknown as Parameters<typeof wake>[0];
	return { queue, sent, delays };
}

describe("the queue", () => {
	it("is told once of what is stored within half a second, and again of what comes later", async () => {
		const { queue, sent } = queueOf();
		for (const at of [1000, 1001, 1499]) await wake(queue, "events", at);
		expect(sent).toEqual([{ kind: "events" }]);
		await wake(queue, "events", 1500);
		expect(sent).toHaveLength(2);
	});

	it("holds each message back for longer than what it covers: it might hand it over with one of before", async () => {
		const { queue, delays } = queueOf();
		await wake(queue, "events", 1000);
		await wake(queue, "deliveries", 1000);
		expect(delays).toEqual([1, 1]);
	});

	it("is told of deliveries, whatever it was told of events", async () => {
		const { queue, sent } = queueOf();
		for (const kind of ["events", "deliveries", "events", "deliveries"] as const) await wake(queue, kind, 1000);
		expect(sent).toEqual([{ kind: "events" }, { kind: "deliveries" }]);
	});

	it("is told again at once where it did not take a message", async () => {
		let calls = 0;
		const { queue, sent } = queueOf(() => (calls++ === 0 ? Promise.reject(new Error("queue down")) : Promise.resolve()));
		await wake(queue, "events", 1000);
		await wake(queue, "events", 1001);
		expect(sent).toHaveLength(2);
	});

	it("is told after the clock was put back", async () => {
		const { queue, sent } = queueOf();
		await wake(queue, "events", 3_600_000);
		await wake(queue, "events", 1000);
		expect(sent).toHaveLength(2);
	});
});
