import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dayOf } from "#worker/lib/days.ts";
import { randomReference, randomToken, sha256, toBase64Url } from "#worker/lib/encoding.ts";

describe("days", () => {
	it.each([
		["2026-11-21T00:00:00.000Z", "2026-11-21"],
		["2026-11-21T23:59:59.999Z", "2026-11-21"],
		["2028-02-29T12:00:00Z", "2028-02-29"],
	])("%s is on %s", (moment, day) => {
		expect(dayOf(Date.parse(moment))).toBe(day);
	});

	it.each([
		["2026-11-21", 1, "2026-11-22"],
		["2026-12-31", 1, "2027-01-01"],
		["2027-03-01", -1, "2027-02-28"],
		["2028-02-28", 1, "2028-02-29"],
		["2027-03-28", 1, "2027-03-29"],
		["2026-11-21", -183, "2026-05-22"],
		["2026-11-21", 0, "2026-11-21"],
	])("%s and %i days is %s", (day, count, other) => {
		expect(addDays(day, count)).toBe(other);
	});

	it("lead there and back", () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: -5000, max: 5000 }), (days, count) => {
				const day = dayOf(days * 86_400_000);
				expect(addDays(addDays(day, count), -count)).toBe(day);
			}),
		);
	});
});

describe("encodings", () => {
	it("write bytes as base64url like the platform does", () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
				expect(toBase64Url(bytes)).toBe(Buffer.from(bytes).toString("base64url"));
			}),
		);
	});

	it("hash as FIPS 180-4 says", async () => {
		expect(Buffer.from(await sha256("abc"), "base64url").toString("hex")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
		expect(await sha256("é")).not.toBe(await sha256("e\u0301"));
	});

	it("make tokens of the asked length that do not repeat", () => {
		const tokens = new Set(Array.from({ length: 500 }, () => randomToken(16)));
		expect(tokens.size).toBe(500);
		for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9_-]{22}$/);
	});

	it("make references without letters that look alike", () => {
		const references = Array.from({ length: 500 }, () => randomReference());
		for (const reference of references) expect(reference).toMatch(/^TZ-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
		expect(new Set(references).size).toBe(500);
	});
});
