import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contrast } from "#site/lib/contrast.ts";
import { ContentError } from "#site/lib/finding.ts";
import { pageColours, themeCss } from "#site/lib/theme.ts";

const sound = { light: "#0f766e", dark: "#2dd4bf" };

describe("contrast", () => {
	it.each([
		["#000000", "#ffffff", 21],
		["#ffffff", "#ffffff", 1],
		["#767676", "#ffffff", 4.54],
		["#777777", "#ffffff", 4.48],
		["#0000ff", "#ffffff", 8.59],
		["#ff0000", "#ffffff", 4],
		["#00ff00", "#000000", 15.3],
		["#0F766E", "#FFFFFF", 5.47],
	])("of %s and %s is %d", (a, b, ratio) => {
		expect(contrast(a, b)).toBeCloseTo(ratio, 1);
		expect(contrast(b, a)).toBe(contrast(a, b));
	});

	it("is 1 to 21", () => {
		const colour = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, "0")}`);
		fc.assert(
			fc.property(colour, colour, (a, b) => {
				expect(contrast(a, b)).toBeGreaterThanOrEqual(1);
				expect(contrast(a, b)).toBeLessThanOrEqual(21);
			}),
		);
	});
});

describe("the theme", () => {
	it("gives the accents as custom properties", () => {
		expect(themeCss({ accent: sound })).toBe(":root{--accent-light:#0f766e;--accent-dark:#2dd4bf}");
		expect(pageColours).toEqual({ light: "#ffffff", dark: "#0f151b" });
	});

	it("takes a colour that just passes", () => {
		expect(() => themeCss({ accent: { ...sound, light: "#767676" } })).not.toThrow();
	});

	it("refuses a colour too light for the white page", () => {
		expect(() => themeCss({ accent: { ...sound, light: "#2dd4bf" } })).toThrow(ContentError);
		expect(() => themeCss({ accent: { ...sound, light: "#2dd4bf" } })).toThrowErrorMatchingInlineSnapshot(`
			[ContentError: content/data/site.yml: accent.light is #2dd4bf; its contrast with the page is 1.8.
			  Why: Links and buttons in it could not be read; WCAG AA asks for 4.5.
			  Do:  Choose a darker colour.]
		`);
	});

	it("refuses a colour too dark for the dark page", () => {
		expect(() => themeCss({ accent: { ...sound, dark: "#0f766e" } })).toThrowErrorMatchingInlineSnapshot(`
			[ContentError: content/data/site.yml: accent.dark is #0f766e; its contrast with the page is 3.3.
			  Why: Links and buttons in it could not be read; WCAG AA asks for 4.5.
			  Do:  Choose a lighter colour.]
		`);
	});

	it("does not round a failing contrast up to the required one in words", () => {
		expect(() => themeCss({ accent: { ...sound, light: "#777777" } })).toThrow("its contrast with the page is 4.4.");
	});
});
