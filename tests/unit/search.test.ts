import { describe, expect, it } from "vitest";
import { article, documents, ids, search, searchOf } from "./search-fixture.ts";

const stemsOf = async (query: string) => (await search(query)).terms.map(({ stems }) => stems.map(({ stem }) => stem));

describe("a search in a customer's words", () => {
	it.each([
		["reset password", "account/reset-your-password"],
		["I forgot my password!", "account/reset-your-password"],
		["how do i get a new password", "account/reset-your-password"],
		["upload excel file", "data/import-spreadsheet"],
		["importing spreadsheets", "data/import-spreadsheet"],
		["imported a spreadsheet", "data/import-spreadsheet"],
		["value rejected", "data/validation"],
		["CO₂e factor", "data/emissions"],
		["calculate emission", "data/emissions"],
		["export report pdf", "reporting/export"],
		["where is my invoice", "billing/invoice"],
		["EXPORT A REPORT AS PDF", "reporting/export"],
		["e-mail does not arrive", "account/reset-your-password"],
		["can't access my account", "account/log-in"],
		["cancel subscription", "billing/close-account"],
	])("finds first for “%s”: %s", async (query, id) => {
		const answer = await search(query);
		expect(ids(answer)[0]).toBe(id);
		expect(answer.answered).toBe(true);
	});

	it("finds a word by each of its forms, and gives all of them the same score", async () => {
		const scores = await Promise.all(["export ", "exports ", "exported ", "exporting "].map(async (query) => (await search(query)).results[0]?.score));
		expect(new Set(scores).size).toBe(1);
	});

	it("lets function words count less than words that carry the subject", async () => {
		const { terms } = await search("where is my invoice");
		expect(terms.map(({ word, functional }) => [word, functional])).toEqual([
			["where", true],
			["is", true],
			["my", true],
			["invoice", false],
		]);
		const twins = searchOf({ documents: [article("a/function", "Anywhere where money", "Coins."), article("a/subject", "Anywhere invoice money", "Coins.")] });
		expect(ids(await twins("where invoice "))).toEqual(["a/subject", "a/function"]);
	});

	it.each([
		["its own texts", []],
		["learned searches", ["where do sites go"]],
	])("prefers articles that hold the words in the same order, by %s", async (_, asked) => {
		const order = searchOf({
			documents: [
				article("a/one", "Move a site to a report", "Moves."),
				article("a/two", "Move a report to a site", "Moves."),
				article("b/c", "Other", "Else.", { asked }),
			],
		});
		expect(ids(await order("move a report to my boss"))).toEqual(["a/two", "a/one"]);
		expect(ids(await order("move a site to my boss"))).toEqual(["a/one", "a/two"]);
	});
});

describe("synonyms", () => {
	it.each([
		["a word of a group", "xlsx", "data/import-spreadsheet"],
		["the other way round", "excel", "data/import-spreadsheet"],
		["a phrase for a short form", "sso", "account/single-sign-on"],
		["one way", "receipt", "billing/invoice"],
		["several words that no article holds", "azure ad", "account/single-sign-on"],
		["several words within a question", "connect azure ad please", "account/single-sign-on"],
		["function words inside", "it kicks me out", "account/log-in"],
	])("lead to the words of the articles: %s (%s)", async (_, query, id) => {
		const answer = await search(query);
		expect(ids(answer)[0]).toBe(id);
		expect(answer.answered).toBe(true);
	});

	it("that lead one way do not lead back", async () => {
		expect(await stemsOf("receipt")).toEqual([["receipt", "invoic"]]);
		expect(await stemsOf("invoice")).toEqual([["invoic"]]);
	});

	it("of several words count only where the words stand together", async () => {
		expect(await stemsOf("azure ad")).toEqual([
			["azur", "singl", "sign"],
			["ad", "singl", "sign"],
		]);
		expect(await stemsOf("ad azure")).toEqual([["ad"], ["azur"]]);
	});

	it("that begin with a function word make a subject of it", async () => {
		const costs = searchOf({ documents, synonyms: { both: [], oneWay: [{ from: "how much", to: ["invoice"] }] } });
		const answer = await costs("how much");
		expect(answer.terms[0]?.functional).toBe(false);
		expect(answer.answered).toBe(true);
	});

	it("are worth less than the word itself", async () => {
		const twins = searchOf({
			documents: [article("a/one", "Take a taxi home", "Rides."), article("a/two", "Take a cab home", "Rides.")],
			synonyms: { both: [["taxi", "cab"]], oneWay: [] },
		});
		expect(ids(await twins("taxi"))).toEqual(["a/one", "a/two"]);
		expect(ids(await twins("cab"))).toEqual(["a/two", "a/one"]);
	});
});

describe("a typing slip", () => {
	it.each([
		["two letters swapped", "reset passwrod", "reset password", "account/reset-your-password"],
		["a letter lost", "pasword reset", "password reset", "account/reset-your-password"],
		["a letter doubled", "invoicce", "invoice", "billing/invoice"],
		["a letter too many", "pasaword", "password", "account/reset-your-password"],
		["a neighbouring key", "ikport values", "import values", "data/import-spreadsheet"],
		["a wrong first letter", "oassword reset", "password reset", "account/reset-your-password"],
		["a first letter that was lost", "assword reset", "password reset", "account/reset-your-password"],
		["two slips in a long word", "spredsheat import", "spreadsheet import", "data/import-spreadsheet"],
		["one in the middle of a question", "where is my Invioce?", "where is my invoice?", "billing/invoice"],
		["words with a hyphen", "pasword-reset", "password-reset", "account/reset-your-password"],
	])("is repaired, and said so: %s (%s)", async (_, query, meant, id) => {
		const answer = await search(query);
		expect(answer.didYouMean).toBe(meant);
		expect(ids(answer)[0]).toBe(id);
		expect(answer.answered).toBe(true);
	});

	it.each([
		["words that are known", "password"],
		["accents", "pássword"],
		["words like no other", "qqqqqq"],
		["short words of another first letter", "dear"],
		["a word of two letters", "pf"],
		["codes", "err_4O21 4292"],
	])("is not seen in %s: %s", async (_, query) => {
		expect((await search(query)).didYouMean).toBeNull();
	});

	it("is not seen in a short word that only rhymes with another", async () => {
		const marks = searchOf({ documents: [article("a/mark", "Mark a value", "Colours for the mark.")] });
		const answer = await marks("dark ");
		expect(answer).toMatchObject({ results: [], answered: false, didYouMean: null });
	});

	it("leads to the word that stands beside its neighbours elsewhere", async () => {
		const beside = searchOf({ documents: [article("a/site", "Add a site", "Sites."), article("a/side", "Hide the side bar", "Bars.")] });
		expect((await beside("add a sire ")).didYouMean).toBe("add a site");
		expect((await beside("sire bar ")).didYouMean).toBe("side bar");
	});
});

describe("words parted in another way", () => {
	it.each([
		["two words that the site writes as one", "data base", "data/backup"],
		["within a question", "restore the data base", "data/backup"],
		["a code with a space", "err 4021", "api/too-many-requests"],
		["one word that the site writes as two", "spreadsheetimport ", "data/import-spreadsheet"],
		["one word of a title", "resetpassword ", "account/reset-your-password"],
	])("are found: %s (%s)", async (_, query, id) => {
		const answer = await search(query);
		expect(ids(answer)[0]).toBe(id);
		expect(answer.answered).toBe(true);
	});
});

describe("an unfinished last word", () => {
	it.each([
		["spread", "data/import-spreadsheet"],
		["reset pass", "account/reset-your-password"],
		["too many req", "api/too-many-requests"],
		["err_40", "api/too-many-requests"],
	])("is completed: “%s”", async (query, id) => {
		expect(ids(await search(query))[0]).toBe(id);
	});

	it("is worth less than the whole word", async () => {
		const score = async (query: string) => (await search(query)).results[0]?.score ?? 0;
		expect(await score("spreadshee")).toBeGreaterThan(0);
		expect(await score("spreadshee")).toBeLessThan(await score("spreadsheet"));
	});

	it("is not completed once something follows it", async () => {
		for (const query of ["spread ", "spread?", "spread the costs"]) expect((await search(query)).terms[0]?.stems[0]?.kind, query).not.toBe("completed");
	});

	it("is completed only where the query ends", async () => {
		expect((await search("spread and spread")).terms.map(({ stems }) => stems[0]?.kind === "completed")).toEqual([false, false, true]);
	});

	it("is not completed where it is a word of the site already", async () => {
		expect(await stemsOf("sign")).toEqual([["sign"]]);
	});

	it("is not completed from one letter", async () => {
		expect((await search("s")).terms[0]?.stems).toEqual([{ stem: "s", weight: 1, kind: "typed" }]);
	});
});

describe("codes and identifiers", () => {
	it.each([
		["ERR_4021", "err_4021", "api/too-many-requests"],
		["err_4021", "err_4021", "api/too-many-requests"],
		["ERR_4022", "err_4022", "api/error-codes"],
		["SAML", "saml", "account/single-sign-on"],
		["429", "429", "api/too-many-requests"],
		["gri", "gri", "reporting/frameworks/gri"],
	])("are found as a whole: %s", async (query, stem, id) => {
		const answer = await search(query);
		expect(answer.terms).toEqual([{ word: stem, functional: false, stems: [{ stem, weight: 1, kind: "typed" }], repaired: null }]);
		expect(ids(answer)[0]).toBe(id);
		expect(answer.answered).toBe(true);
	});

	it.each([
		["GRI 305-1", "reporting/frameworks/gri"],
		["ISO 14064-1:2018", "data/emissions"],
		["error 429 too many requests", "api/too-many-requests"],
	])("are found among other words: %s", async (query, id) => {
		expect(ids(await search(query))[0]).toBe(id);
	});

	it.each(["ERR_4029", "ERR_9999", "428", "4021a"])("are not taken for another: %s", async (query) => {
		expect(await search(query)).toMatchObject({ results: [], answered: false, didYouMean: null });
	});
});
