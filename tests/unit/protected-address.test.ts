import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meansProtected } from "#worker/lib/protected-address.ts";

const doors = ["/manage", "/manage/search", "/api/reports/overview", "/api/deliveries/replay"];

describe("meansProtected", () => {
	it("knows the manager's pages however their letters, slashes and escapes are mixed", () => {
		const letter = (char: string) =>
			fc.constantFrom(
				char,
				char.toUpperCase(),
				...(char === "/" ? ["//", "/./", "\\", "%2f", "%5C"] : [`%${char.charCodeAt(0).toString(16)}`, `%25${char.charCodeAt(0).toString(16)}`]),
			);
		const spelling = fc.constantFrom(...doors).chain((door) => fc.tuple(...Array.from(door, letter)).map((letters) => letters.join("")));
		const tail = fc.constantFrom("", "/", ".", ".html", ";x", ";x=1/y", "%20", "%00", "?", "#", "/..;/x");
		fc.assert(
			fc.property(spelling, tail, (path, end) => {
				expect([path + end, meansProtected(path + end)]).toEqual([path + end, true]);
			}),
			{ numRuns: 1000 },
		);
	});

	it.each([
		"/",
		"",
		"/manager",
		"/manage-users/",
		"/management",
		"/data-entry/manage",
		"/api/report",
		"/api/reportsx",
		"/api",
		"/api/health",
		"/reports",
		"/mana/ge",
		"/%",
	])("leaves %j alone", (path) => {
		expect(meansProtected(path)).toBe(false);
	});

	it("never throws", () => {
		fc.assert(fc.property(fc.string({ unit: "binary" }), (path) => typeof meansProtected(path) === "boolean"));
	});

	it("is done at once with long addresses", { timeout: 5000 }, () => {
		for (const long of ["%25".repeat(50_000), "/..".repeat(50_000), ";".repeat(150_000), "/".repeat(150_000)]) meansProtected(long);
	});
});
