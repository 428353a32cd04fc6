import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { logError, logInfo, logWarning, plainWords } from "#worker/lib/log.ts";

let lines: string[] = [];
const written = () => lines.map((line): unknown => JSON.parse(line));

beforeEach(() => {
	lines = [];
	for (const method of ["log", "error"] as const) vi.spyOn(console, method).mockImplementation((line: string) => void lines.push(line));
});
afterEach(() => vi.restoreAllMocks());

describe("a line of the log", () => {
	test("is one object with level, event and what it is about", () => {
		logError("delivery_dead", { delivery: "d1", attempts: 3, reason: "the desk refused with 422" });
		logWarning("mcp_refused", { requestId: "r1" });
		expect(written()).toEqual([
			{ level: "error", event: "delivery_dead", delivery: "d1", attempts: 3, reason: "the desk refused with 422" },
			{ level: "warn", event: "mcp_refused", requestId: "r1" },
		]);
	});

	test("names an error and where it came from, without what it quotes", () => {
		const parse = () => JSON.parse("My name is Ada Example, ada@customer.example") as unknown;
		let caught: unknown;
		try {
			parse();
		} catch (error) {
			caught = error;
		}
		logError("it_broke", {}, caught);
		expect(written()).toEqual([{ level: "error", event: "it_broke", error: "SyntaxError", message: expect.any(String), at: expect.stringMatching(/^at /) }]);
		expect(lines.join()).not.toMatch(/Ada|My name|customer/);
	});

	test("stays one line, however many an error has", () => {
		logError("it_broke", {}, new Error("first\nsecond"));
		expect(lines[0]).not.toContain("\n");
	});

	test("says of what is no error only what it is", () => {
		logError("it_broke", {}, "the customer's words");
		expect(written()).toEqual([{ level: "error", event: "it_broke", error: "string" }]);
	});

	test("of what was done is written where the Worker is deployed, or where somebody asks for it", () => {
		logInfo({ MODE: "development" }, "cron", { ms: 1 });
		expect(lines).toEqual([]);
		logInfo({ MODE: "development", LOG_LEVEL: "info" }, "cron", { ms: 1 });
		logInfo({ MODE: "production" }, "cron", { ms: 1 });
		expect(written()).toEqual(Array.from({ length: 2 }, () => ({ level: "info", event: "cron", ms: 1 })));
	});
});

describe("words of others", () => {
	test.each([
		[`Unexpected token 'H', "Hello, I am Ada" is not valid JSON`, "Unexpected token …, … is not valid JSON"],
		["Unexpected end of `Hello, I am Ada", "Unexpected end of …"],
		["the desk refused what was sent: “Ada” is unknown", "the desk refused what was sent: … is unknown"],
		["it can't be sent to ada@customer.example", "it can't be sent to [email]"],
		["D1_ERROR: UNIQUE constraint failed: tickets.idempotency_key", "D1_ERROR: UNIQUE constraint failed: tickets.idempotency_key"],
	])("%s", (words, plain) => {
		expect(plainWords(words)).toBe(plain);
	});

	test("are cut", () => {
		expect(plainWords("no ".repeat(1000)).length).toBeLessThan(210);
	});
});
