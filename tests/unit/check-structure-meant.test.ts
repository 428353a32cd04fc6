import { describe, expect, test } from "vitest";
import { createMeant } from "#scripts/lib/checks/meant.ts";

describe("what was probably meant", () => {
	const few = ["/", "/data-entry/", "/data-entry/add-a-value/", "/reporting/frameworks/gri/"];
	const many = [...few, ...Array.from({ length: 2000 }, (_, number) => `/topic-${number % 40}/article-about-${number * 7}/`)];

	test.each([
		["few", few],
		["many", many],
	])("is a close name among %s, or the same last part in another folder", (_, names) => {
		const meant = createMeant(() => names);
		expect(meant("/data-entri/add-value/")).toBe("/data-entry/add-a-value/");
		expect(meant("/gri/")).toBe("/reporting/frameworks/gri/");
		expect(meant("/quite/another-thing/")).toBeUndefined();
	});

	test("is found among many that are much alike", () => {
		expect(createMeant(() => many)("/topic-7/artcle-about-8449/")).toBe("/topic-7/article-about-8449/");
	});

	test("reads the names at the first question", () => {
		let read = 0;
		const meant = createMeant(() => [(read++, "/a/")]);
		expect(read).toBe(0);
		meant("/b/");
		meant("/c/");
		expect(read).toBe(1);
	});
});
