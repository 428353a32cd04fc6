import { describe, expect, it } from "vitest";
import { call } from "./support.ts";

describe("the search page and search engines", () => {
	it("offers the page itself to them", async () => {
		expect((await call("/search/")).headers.get("x-robots-tag")).toBeNull();
	});

	it.each(["?q=import", "?q=&category=reporting", "?q=zebra"])("asks them to leave out what it answers to %s", async (asked) => {
		expect((await call(`/search/${asked}`)).headers.get("x-robots-tag")).toBe("noindex");
	});
});
