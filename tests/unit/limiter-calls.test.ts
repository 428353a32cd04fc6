import { describe, expect, it } from "vitest";
import { createLimiterCalls } from "#worker/lib/limiter-calls.ts";

const minute = 60_000;

describe("the limiter", () => {
	it("is not asked about ten requests of a sender in a minute", () => {
		const callsFor = createLimiterCalls();
		expect(Array.from({ length: 10 }, () => callsFor("reader", minute))).toEqual(Array.from({ length: 10 }, () => 0));
	});

	it("is told of all of them at the eleventh, and then of each", () => {
		const callsFor = createLimiterCalls();
		const calls = Array.from({ length: 120 }, () => callsFor("flood", minute));
		expect(calls.slice(10, 13)).toEqual([11, 1, 1]);
		expect(calls.reduce((sum, more) => sum + more, 0)).toBe(120);
	});

	it("begins anew with each minute, and with each sender", () => {
		const callsFor = createLimiterCalls();
		for (let sent = 0; sent < 50; sent++) callsFor("flood", minute);
		expect([callsFor("other", minute), callsFor("flood", minute + 59_999), callsFor("flood", 2 * minute)]).toEqual([0, 1, 0]);
	});

	it("is asked about everybody else when very many send", () => {
		const callsFor = createLimiterCalls();
		for (let sender = 0; sender < 20_000; sender++) callsFor(`sender ${sender}`, minute);
		expect([callsFor("one more", minute), callsFor("sender 7", minute)]).toEqual([1, 0]);
	});
});
