import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { forgetSearch, forgetSearches, recentSearches, rememberSearch } from "#site/browser/recent-searches.ts";

/** A browser with a storage of its own, on a page of the site. */
function openBrowser({ path = "/search/", globalPrivacyControl = false, storage = new Map<string, string>() } = {}) {
	const localStorage = {
		getItem: (key: string) => storage.get(key) ?? null,
		setItem: (key: string, value: string) => void storage.set(key, value),
		removeItem: (key: string) => void storage.delete(key),
	};
	vi.stubGlobal("window", { localStorage });
	vi.stubGlobal("navigator", { globalPrivacyControl });
	vi.stubGlobal("location", { pathname: path, origin: "https://help.example.com" });
	vi.stubGlobal("document", { referrer: "" });
	return storage;
}

beforeEach(() => void openBrowser());
afterEach(() => vi.unstubAllGlobals());

describe("recent searches", () => {
	it("are the last five, newest first", () => {
		for (const words of ["one", "two", "three", "four", "five", "six"]) rememberSearch(words);
		expect(recentSearches()).toEqual(["six", "five", "four", "three", "two"]);
	});

	it("hold equal words once, as they were written last", () => {
		rememberSearch("API key");
		rememberSearch("import");
		rememberSearch("api KEY");
		expect(recentSearches()).toEqual(["api KEY", "import"]);
	});

	it("do not hold what was only the beginning of other words", () => {
		rememberSearch("Forgot my");
		rememberSearch("forgot my password", "forgot my");
		expect(recentSearches()).toEqual(["forgot my password"]);
	});

	it("are forgotten one by one or all, and leave nothing behind", () => {
		const storage = openBrowser();
		for (const words of ["one", "two", "three"]) rememberSearch(words);
		expect(forgetSearch("two")).toEqual(["three", "one"]);
		expect(forgetSearches()).toEqual([]);
		expect(storage.size).toBe(0);
		rememberSearch("one");
		expect(forgetSearch("one")).toEqual([]);
		expect(storage.size).toBe(0);
	});

	it("are not kept under Global Privacy Control, and earlier ones are removed", () => {
		const storage = openBrowser();
		rememberSearch("before");
		openBrowser({ globalPrivacyControl: true, storage });
		rememberSearch("after");
		expect(recentSearches()).toEqual([]);
		expect(storage.size).toBe(0);
	});

	it("do not hold what a manager looks for", () => {
		openBrowser({ path: "/manage" });
		rememberSearch("report");
		expect(recentSearches()).toEqual([]);
	});

	it("cost nothing where the browser forbids to store, or keeps something else under their name", () => {
		vi.stubGlobal("window", {
			get localStorage(): never {
				throw new DOMException("denied", "SecurityError");
			},
		});
		rememberSearch("one");
		expect(recentSearches()).toEqual([]);
		expect(forgetSearches()).toEqual([]);
		for (const broken of ["{", "7", '{"a":1}']) {
			openBrowser({ storage: new Map([["recent-searches", broken]]) });
			expect(recentSearches()).toEqual([]);
		}
		openBrowser({ storage: new Map([["recent-searches", '["one",2,null]']]) });
		expect(recentSearches()).toEqual(["one"]);
	});
});
