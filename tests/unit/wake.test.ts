import { describe, expect, it } from "vitest";
import type { WakeMessage } from "#worker/env.ts";
import { wakeForEvents } from "#worker/lib/wake.ts";

function queueOf(send: () => Promise<void> = () => Promise.resolve()) {
	const sent: WakeMessage[] = [];
	const queue = {
		async send(message: WakeMessage) {
			sent.push(message);
			await send();
		},
	} as unknown as Parameters<typeof wakeForEvents>[0];
	return { queue, sent };
}

describe("the queue", () => {
	it("is told once of what is stored within half a second, and again of what comes later", async () => {
		const { queue, sent } = queueOf();
		for (const at of [1000, 1001, 1499]) await wakeForEvents(queue, at);
		expect(sent).toEqual([{ kind: "events" }]);
		await wakeForEvents(queue, 1500);
		expect(sent).toHaveLength(2);
	});

	it("is told again at once where it did not take a message", async () => {
		let calls = 0;
		const { queue, sent } = queueOf(() => (calls++ === 0 ? Promise.reject(new Error("queue down")) : Promise.resolve()));
		await wakeForEvents(queue, 1000);
		await wakeForEvents(queue, 1001);
		expect(sent).toHaveLength(2);
	});

	it("is told after the clock was put back", async () => {
		const { queue, sent } = queueOf();
		await wakeForEvents(queue, 3_600_000);
		await wakeForEvents(queue, 1000);
		expect(sent).toHaveLength(2);
	});
});
