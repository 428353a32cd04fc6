import { describe, expect, it } from "vitest";
import { preferredLocale } from "#worker/lib/page-language.ts";

describe("the language that a header wants most", () => {
	it.each([
		["de", "de"],
		["DE-ch", "de"],
		["fr, es;q=0.4, de;q=0.8", "de"],
		["es;q=0.2, ar;q=0.2", "es"],
		["pt-BR", "pt-BR"],
		["pt-br-x-private", "pt-BR"],
		["pt", undefined],
		["de;q=0, es", "es"],
		["*", undefined],
		["", undefined],
		["klingon; q=nonsense, ,,;;=", undefined],
		["__proto__, constructor", undefined],
		["d", undefined],
	])("%j is %s", (header, locale) => {
		expect(preferredLocale(header, ["en", "de", "es", "ar", "pt-BR"])).toBe(locale);
	});
});
