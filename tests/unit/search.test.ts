import { describe, expect, it } from "vitest";
import { createSearch } from "#site/search/create-search.ts";
import { ids, index, lookUpBody, search } from "./search-fixture.ts";

describe("a search in a customer's words", () => {
	it.each([
		["reset password", "account/reset-your-password"],
		["I forgot my password!", "account/reset-your-password"],
		["how do i get a new password", "account/reset-your-password"],
		["upload excel file", "data/import-spreadsheet"],
		["importing spreadsheets", "data/import-spreadsheet"],
		["value rejected", "data/validation"],
		["CO₂e factor", "data/emissions"],
		["calculate emission", "data/emissions"],
		["export report pdf", "reporting/export"],
		["GRI 305-1", "reporting/frameworks/gri"],
		["gri", "reporting/frameworks/gri"],
		["ISO 14064-1:2018", "data/emissions"],
		["where is my invoice", "billing/invoice"],
		["EXPORT A REPORT AS PDF", "reporting/export"],
		["e-mail does not arrive", "account/reset-your-password"],
	])("finds first for “%s”: %s", async (query, id) => {
		const answer = await search(query);
		expect(ids(answer)[0]).toBe(id);
		expect(answer.answered).toBe(true);
	});

	it.each([
		["pasword reset", "account/reset-your-password"],
		["reset passwrod", "account/reset-your-password"],
		["invioce", "billing/invoice"],
		["spreadshet import", "data/import-spreadsheet"],
		["emisions calculated", "data/emissions"],
		["exprot report pdf", "reporting/export"],
	])("repairs a typing slip in “%s”: %s", async (query, id) => {
		const answer = await search(query);
		expect(ids(answer)[0]).toBe(id);
		expect(answer.answered).toBe(true);
	});

	it.each([
		["emisions", "emissions"],
		["where is my Invioce?", "where is my invoice?"],
		["pasword-reset", "password-reset"],
		["emisions and invioce", "emissions and invoice"],
		["pássword", null],
		["password", null],
		["qqqqqq", null],
	])("says how it read “%s”: %s", async (query, meant) => {
		expect((await search(query)).didYouMean).toBe(meant);
	});

	it.each([
		["a word of a group", "xlsx", "data/import-spreadsheet"],
		["the other way round", "excel", "data/import-spreadsheet"],
		["a phrase for a short form", "sso", "account/single-sign-on"],
		["one way", "receipt", "billing/invoice"],
		["several words that no article holds", "azure ad", "account/single-sign-on"],
		["several words within a question", "how do i connect azure ad", "account/single-sign-on"],
		["function words inside", "it kicks me out", "account/log-in"],
	])("knows synonyms: %s (%s)", async (_, query, id) => {
		const answer = await search(query);
		expect(ids(answer)[0]).toBe(id);
		expect(answer.answered).toBe(true);
	});

	it("reads a one-way synonym one way only", async () => {
		expect((await search("invoice")).terms).toEqual([{ word: "invoice", stems: [{ stem: "invoic", weight: 1 }], repaired: null }]);
		expect((await search("receipt")).terms[0]?.stems.map(({ stem }) => stem)).toEqual(["receipt", "invoic"]);
	});

	it("takes a synonym of several words only where they stand together", async () => {
		expect(ids(await search("ad in azure"))).not.toContain("account/single-sign-on");
	});

	it.each([["how to"], ["what is the"], ["help"], ["can't"], ["why"]])("has no answer for function words alone: “%s”", async (query) => {
		const answer = await search(query);
		expect(answer.terms.length).toBeGreaterThan(0);
		expect(answer.answered).toBe(false);
	});

	it.each([
		["spread", "data/import-spreadsheet"],
		["reset pass", "account/reset-your-password"],
		["too many req", "api/too-many-requests"],
	])("completes the last word of “%s”", async (query, id) => {
		expect(ids(await search(query))[0]).toBe(id);
	});

	it("completes no word that is finished", async () => {
		expect((await search("spread ")).terms[0]?.stems).not.toContainEqual({ stem: "spreadsheet", weight: 0.7 });
		expect((await search("spread the costs")).terms.map(({ word }) => word)).toEqual(["spread", "costs"]);
	});
});

describe("error codes and identifiers", () => {
	it("are kept whole and never repaired into another", async () => {
		expect((await search("ERR_4290")).terms).toEqual([{ word: "err_4290", stems: [{ stem: "err_4290", weight: 1 }], repaired: null }]);
		expect(ids(await search("ERR_4290"))[0]).toBe("api/too-many-requests");
		const unknown = await search("ERR_4299");
		expect(unknown.terms[0]?.repaired).toBeNull();
		expect(unknown.answered).toBe(false);
	});

	it("are found in body text where that is looked up", async () => {
		const withBody = createSearch(index, { lookUpBody });
		expect(ids(await withBody("ERR_5030"))).toEqual(["api/error-codes"]);
		expect(ids(await search("ERR_5030"))).toEqual([]);
		expect(ids(await withBody("hologram"))).toEqual(["reporting/export"]);
	});
});

describe("filters", () => {
	it("keep a category and what is below it", async () => {
		expect(ids(await search("report", { category: "reporting" })).sort()).toEqual(["reporting/export", "reporting/frameworks/gri", "reporting/old-export"]);
		expect(ids(await search("report", { category: "reporting/frameworks" }))).toEqual(["reporting/frameworks/gri"]);
		expect(ids(await search("report", { category: "report" }))).toEqual([]);
	});

	it("keep a type, and both together", async () => {
		expect(ids(await search("error", { type: "reference" }))).toEqual(["api/error-codes"]);
		expect(ids(await search("error", { type: "reference", category: "data" }))).toEqual([]);
		expect(ids(await search("error", { type: "constructor" }))).toEqual([]);
	});

	it("leave no answer where they leave no result", async () => {
		expect(await search("reset password", { category: "billing" })).toMatchObject({ results: [], answered: false, confidence: 0 });
	});
});

describe("the list of results", () => {
	it("lets a stale article sink below its equal", async () => {
		expect(ids(await search("download report")).slice(0, 2)).toEqual(["reporting/export", "reporting/old-export"]);
		const swapped = createSearch({ ...index, documents: index.documents.map((document) => ({ ...document, stale: document.id === "reporting/export" })) });
		expect(ids(await swapped("download report")).slice(0, 2)).toEqual(["reporting/old-export", "reporting/export"]);
	});

	it("offers the nearest topics, not an answer, to what the site does not know", async () => {
		const answer = await search("sourdough bread recipe with my password");
		expect(answer.answered).toBe(false);
		expect(ids(answer)[0]).toBe("account/reset-your-password");
		expect(await search("xyzzy plugh qwfp")).toMatchObject({ answered: false, confidence: 0, results: [], didYouMean: null });
	});

	it("names the heading that fits best and the words that matched", async () => {
		const [first] = (await search("rows rejected import")).results;
		expect(first).toMatchObject({ document: { id: "data/import-spreadsheet" }, heading: { id: "rejected", text: "Rows that are rejected" } });
		expect(first?.matched.sort()).toEqual(["import", "reject", "row"]);
		expect((await search("log in")).results[0]?.heading).toBeNull();
	});

	it("is empty for an empty query", async () => {
		expect(await search("")).toEqual({ query: "", terms: [], results: [], answered: false, confidence: 0, didYouMean: null });
	});
});
