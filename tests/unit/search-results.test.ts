import { describe, expect, it, vi } from "vitest";
import { redact } from "#contract/redaction.ts";
import { createSearch } from "#site/search/create-search.ts";
import { english } from "#site/search/languages/english.ts";
import type { FullText } from "#site/search/types.ts";
import { extent } from "#site/search/weights.ts";
import { article, build, built, documents, filesOf, fragmentOf, ids, open, search, searchOf } from "./search-fixture.ts";

/** Stands for Pagefind: articles whose body holds the words, or the phrase in quotes, as they stand. */
function fullTextOf(articles: typeof documents) {
	return vi.fn<FullText>((words) => {
		const wanted = words.replace(/^"|"$/g, "").toLowerCase();
		const holds = ({ title, summary, passages }: (typeof documents)[number]) =>
			[title, summary, ...passages.map(({ text }) => text)].some((text) => text.toLowerCase().includes(wanted));
		return Promise.resolve(new Map(articles.filter(holds).map(({ url }) => [fragmentOf(url), 1])));
	});
}

const twins = (change: Parameters<typeof article>[3]) => [
	article("a/first", "Export a report", "Save it as a file.", change),
	article("a/second", "Export a report", "Save it as a file."),
];

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

	it("that are empty keep everything", async () => {
		expect(ids(await search("report", { type: "", category: "" }))).toEqual(ids(await search("report")));
	});

	it("leave no answer where they leave no result", async () => {
		expect(await search("reset password", { category: "billing" })).toMatchObject({ results: [], total: 0, answered: false, confidence: 0 });
	});

	it("count only what they keep", async () => {
		expect((await search("report", { category: "reporting/frameworks" })).total).toBe(1);
	});
});

describe("the order of results", () => {
	it("lets a stale article sink below its equal, not out of the list", async () => {
		expect(ids(await searchOf({ documents: twins({}) })("export report"))).toEqual(["a/first", "a/second"]);
		expect(ids(await searchOf({ documents: twins({ stale: true }) })("export report"))).toEqual(["a/second", "a/first"]);
	});

	it("lets an article that helped rise above its equal, and one that did not sink", async () => {
		expect(ids(await searchOf({ documents: twins({ helpfulness: -1 }) })("export report"))).toEqual(["a/second", "a/first"]);
		expect(ids(await searchOf({ documents: twins({ helpfulness: 1 }).reverse() })("export report"))).toEqual(["a/first", "a/second"]);
	});

	it("lets helpfulness never lift an article above a clearly better one", async () => {
		const better = searchOf({
			documents: [
				article("a/about", "Settings of reports", "Pages, export and fonts.", { helpfulness: 50 }),
				article("a/export", "Export a report", "As a file."),
			],
		});
		expect(ids(await better("export report"))[0]).toBe("a/export");
	});

	it("finds by searches that led readers to an article", async () => {
		const asked = documents.map((document) =>
			document.id === "reporting/export" ? { ...document, asked: ["where do i get the yearly paper for my boss"] } : document,
		);
		expect(await search("paper for my boss")).toMatchObject({ answered: false });
		const answer = await searchOf({ documents: asked })("paper for my boss");
		expect(ids(answer)[0]).toBe("reporting/export");
		expect(answer.answered).toBe(true);
	});

	it("leaves out results far below the best one, unless all are wanted", async () => {
		const answer = await search("export report pdf");
		const complete = await search("export report pdf", { complete: true });
		expect(ids(answer)).toEqual(["reporting/export", "reporting/old-export"]);
		expect(answer.total).toBe(2);
		expect(ids(complete).slice(0, 2)).toEqual(ids(answer));
		expect(complete.total).toBeGreaterThan(2);
	});

	it("tells of each which share it holds of what a perfect one would", async () => {
		const { results } = await search("export report spreadsheet sourdough", { complete: true });
		const shares = results.map(({ coverage }) => coverage);
		expect(shares.length).toBeGreaterThan(2);
		expect(shares).toEqual(shares.toSorted((a, b) => b - a));
		expect([shares.every((share) => share > 0 && share < 1), new Set(shares).size > 1]).toEqual([true, true]);
		const [best, next] = results;
		expect((best?.coverage ?? 0) / (next?.coverage ?? 1)).toBeCloseTo((best?.score ?? 0) / (next?.score ?? 1));
	});

	it("shows as many as are wanted, and counts all", async () => {
		const all = await search("report", { complete: true });
		const one = await search("report", { complete: true, limit: 1 });
		expect(ids(one)).toEqual(ids(all).slice(0, 1));
		expect(one.total).toBe(all.total);
		expect(one.answered).toBe(all.answered);
		const many = Array.from({ length: 30 }, (_, number) => article(`a/${number}`, `Export report ${number}`, "A file."));
		const most = await searchOf({ documents: many })("export report");
		expect(most.results).toHaveLength(10);
		expect(most.total).toBe(30);
	});
});

describe("pinned results", () => {
	it.each(["price", "prices", "the price", "how much does it cost?", "cost much", "Much cost"])(
		"stand first, in any word order and form: “%s”",
		async (query) => {
			const answer = await search(query);
			expect(answer.results[0]).toMatchObject({ document: { id: "billing/invoice" }, pinned: true });
			expect(answer).toMatchObject({ answered: true, confidence: 1 });
			expect(answer.results.slice(1).every(({ pinned }) => !pinned)).toBe(true);
		},
	);

	it.each(["price of a report", "cost of a value", "prize pool"])("stand first for their searches only: “%s”", async (query) => {
		expect((await search(query)).results.every(({ pinned }) => !pinned)).toBe(true);
	});

	it("stand first above better ones, and once", async () => {
		const pinning = searchOf({ documents, pinned: [{ queries: ["reset password"], article: "billing/invoice" }] });
		expect(ids(await pinning("reset password")).slice(0, 2)).toEqual(["billing/invoice", "account/reset-your-password"]);
		const both = searchOf({ documents, pinned: [{ queries: ["reset password"], article: "account/reset-your-password" }] });
		expect(ids(await both("reset password")).filter((id) => id === "account/reset-your-password")).toHaveLength(1);
	});

	it("may be for function words alone", async () => {
		const asked = searchOf({ documents, pinned: [{ queries: ["how do i"], article: "billing/invoice" }] });
		expect(ids(await asked("how do I"))[0]).toBe("billing/invoice");
		expect((await asked("how do I reset")).results[0]?.pinned).toBe(false);
	});

	it("are not shown where a filter leaves them out", async () => {
		expect(await search("price", { category: "account" })).toMatchObject({ results: [], answered: false });
	});

	it("of articles that are not there, or for no words at all, do nothing", async () => {
		const pinning = searchOf({
			documents,
			pinned: [
				{ queries: ["reset password"], article: "gone/away" },
				{ queries: ["?!"], article: "billing/invoice" },
			],
		});
		expect(ids(await pinning("reset password"))[0]).toBe("account/reset-your-password");
		expect(await pinning("")).toMatchObject({ results: [], answered: false });
	});
});

describe("a result", () => {
	it("names the section that answers and the words that matched", async () => {
		const [first] = (await search("rows rejected unit")).results;
		expect(first).toMatchObject({ document: { id: "data/import-spreadsheet" }, heading: { id: "rejected", text: "Rows that are rejected" } });
		expect(first?.matched.sort()).toEqual(["reject", "row", "unit"]);
		expect((await search("name of a column")).results[0]?.heading?.id).toBe("columns");
	});

	it("names no section where the title or none of them answers", async () => {
		expect((await search("log in")).results[0]?.heading).toBeNull();
		expect((await search("CO2e factor")).results[0]?.heading).toBeNull();
	});

	it("names no section that holds only a small part of what was asked", async () => {
		expect((await search("forgot password passcode folder")).results[0]).toMatchObject({ document: { id: "account/reset-your-password" }, heading: null });
		expect((await search("spam folder")).results[0]?.heading?.id).toBe("no-email");
	});

	it("marks the words of the search in any form, and keeps the text", async () => {
		const [first] = (await search("importing sheets of spreadsheets")).results;
		const parts = first?.mark("Import values from a spreadsheet – “Imported” today") ?? [];
		expect(parts.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(["Import", "spreadsheet", "Imported"]);
		expect(parts.map(({ text }) => text).join("")).toBe("Import values from a spreadsheet – “Imported” today");
	});
});

describe("a search without an answer", () => {
	it.each([
		["sourdough bread recipe"],
		["weather tomorrow in paris"],
		["who won the world cup final"],
		["best pizza near me"],
		["how to train a puppy"],
		["wie setze ich mein passwort zurück"],
		["comment changer mon mot de passe"],
		["xyzzy plugh qwfp"],
	])("is told from one with an answer: “%s”", async (query) => {
		expect(await search(query)).toMatchObject({ answered: false });
	});

	it.each(["", "   ", "🎉🔥", "?!…", "\n\t"])("is one that asks nothing: %j", async (query) => {
		expect(await search(query)).toMatchObject({ query, terms: [], results: [], total: 0, answered: false, confidence: 0, didYouMean: null });
	});

	it.each(["how to", "what is the", "help", "can't", "why", "how do i", "can you help me please"])("is one of function words alone: “%s”", async (query) => {
		const answer = await search(query);
		expect(answer.terms.every(({ functional }) => functional)).toBe(true);
		expect(answer.answered).toBe(false);
	});

	it("offers the nearest topics", async () => {
		const answer = await search("sourdough bread recipe with my password");
		expect(answer.answered).toBe(false);
		expect(ids(answer)[0]).toBe("account/reset-your-password");
	});

	it("is every search of an empty site", async () => {
		expect(await searchOf({ documents: [] })("reset password")).toMatchObject({ results: [], total: 0, answered: false, confidence: 0, didYouMean: null });
	});
});

describe("quotes", () => {
	it("keep, with the full text, what holds the phrase as it stands", async () => {
		const fullText = fullTextOf(documents);
		const exact = createSearch(open(built), { language: english, fullText });
		expect(ids(await exact(`"copy of the database"`))).toEqual(["data/backup"]);
		expect(ids(await exact(`"database of the copy"`))).toEqual([]);
		expect(ids(await exact(`„rejected rows“ import`))).toEqual(["data/import-spreadsheet"]);
		expect(fullText.mock.calls.map(([words]) => words)).toEqual([`"copy of the database"`, `"database of the copy"`, `"rejected rows"`]);
	});

	it("keep, with the compact index alone, what holds all words of the phrase", async () => {
		expect(ids(await search(`"copy of the database"`))).toEqual(["data/backup"]);
		expect(ids(await search(`"database of the copy"`))).toEqual(["data/backup"]);
		expect(ids(await search(`"database sourdough"`))).toEqual([]);
		expect(ids(await search(`"export report" "finished table"`))).toEqual(["reporting/old-export"]);
	});

	it("leave no answer where nothing holds the phrase", async () => {
		expect(await search(`reset password "sourdough bread"`)).toMatchObject({ results: [], total: 0, answered: false });
	});

	it.each([`"reset password`, `reset "password`, `reset password"`, `"" reset password`, `"?!" reset password`, `reset password ””`])(
		"that enclose no words count as nothing: %s",
		async (query) => {
			expect(ids(await search(query))[0]).toBe("account/reset-your-password");
		},
	);

	it("around signs that are no words after all find nothing, without an error", async () => {
		expect(await search(`"ͺͺ"`)).toMatchObject({ results: [], answered: false });
	});
});

describe("personal data", () => {
	const looked: string[] = [];
	const index = open(built);
	const watched = createSearch(
		{ ...index, fetchFor: (keys) => (looked.push(...keys), index.fetchFor(keys)), find: (key) => (looked.push(key), index.find(key)) },
		{ language: english, redact, fullText: (words) => (looked.push(words), Promise.resolve(new Map())) },
	);

	it.each([
		"reset password anna.smith@example.com",
		"anna.smith@example.com reset password",
		"reset password anna.smith at example dot com",
		"reset password, call me on +49 170 1234567",
	])("in a query is not looked up: %s", async (query) => {
		looked.length = 0;
		const answer = await watched(query);
		expect(ids(answer)[0]).toBe("account/reset-your-password");
		expect(looked.join(" ")).not.toMatch(/anna|smith|example|170|1234567/);
	});

	it("in quotes is not looked up", async () => {
		looked.length = 0;
		await watched(`reset password "anna.smith@example.com"`);
		expect(looked.join(" ")).not.toMatch(/anna|smith|example/);
	});
});

describe("the full text", () => {
	const common = Array.from(
		{ length: extent.bodyStems + 10 },
		(_, number) => `word${String.fromCharCode(97 + (number % 26), 97 + Math.floor(number / 26))}`,
	).join(" ");
	// Said once where everything else is said twice, the hologram is what the compact index leaves out.
	const long = article("a/long", "A long article", "About much.", { body: `${common}. ${common}. Hologram via.` });
	const articles = [...documents, long];
	const withLong = build({ documents: articles });

	it("is asked where the compact index does not answer and has left the word out", async () => {
		const fullText = fullTextOf(articles);
		const asking = createSearch(open(withLong), { language: english, fullText });
		expect(ids(await createSearch(open(withLong), { language: english })("hologram"))).toEqual([]);
		expect(ids(await asking("hologram"))).toEqual(["a/long"]);
		expect(fullText.mock.calls).toEqual([["hologram"]]);
	});

	it.each([
		["the compact index answers", "reset password"],
		["the compact index answers, and a word was left out", "how do i reset my password hologram"],
		["the site does not know the words", "sourdough bread"],
		["nothing was left out of the words it knows", "weather and database in paris today"],
		["the words are function words, left out or not", "how can i via"],
		["nothing is asked", "🎉"],
	])("is not asked where %s: “%s”", async (_, query) => {
		const fullText = fullTextOf(articles);
		await createSearch(open(withLong), { language: english, fullText })(query);
		expect(fullText).not.toHaveBeenCalled();
	});

	it("may name documents that the index does not know", async () => {
		const asking = createSearch(open(withLong), { language: english, fullText: () => Promise.resolve(new Map([["en_gone", 3]])) });
		expect(await asking("hologram")).toMatchObject({ results: [], answered: false });
	});

	it("that fails makes the search fail, and works the next time", async () => {
		const fullText = fullTextOf(articles);
		fullText.mockRejectedValueOnce(new Error("offline"));
		const asking = createSearch(open(withLong), { language: english, fullText });
		await expect(asking("hologram")).rejects.toThrow("offline");
		expect(ids(await asking("hologram"))).toEqual(["a/long"]);
	});
});

describe("a search while words are typed", () => {
	const load = vi.fn(filesOf(built));
	const fullText = fullTextOf(documents);
	const typed = createSearch(open(built, load), { language: english, fullText });
	const typing = (query: string) => typed(query, { typing: true });

	it("finds what a finished one finds, for words the site knows", async () => {
		for (const query of ["reset password", "spread", "reset pass"]) expect(ids(await typing(query)), query).toEqual(ids(await typed(query)));
	});

	it("does not repair the last word and fetches no vocabulary for it", async () => {
		load.mockClear();
		expect(await typing("passw")).toMatchObject({ didYouMean: null, answered: true });
		expect(await typing("passwrod")).toMatchObject({ didYouMean: null, results: [], answered: false });
		expect(load).not.toHaveBeenCalledWith("vocabulary.json");
	});

	it("repairs the words before the last one", async () => {
		expect((await typing("passwrod reset")).didYouMean).toBe("password reset");
		expect((await typing("passwrod ")).didYouMean).toBe("password");
	});

	it.each(["how do i", "what is the", "why", "can't"])("finds nothing yet for words that name no subject: “%s”", async (query) => {
		expect(await typing(query)).toMatchObject({ results: [], total: 0, answered: false, confidence: 0 });
	});

	it("does not ask the full text, not even for a phrase", async () => {
		fullText.mockClear();
		await typing(`"copy of the database"`);
		await typing("sourdough");
		expect(fullText).not.toHaveBeenCalled();
	});
});

describe("a file of the index that does not arrive", () => {
	it.each([
		["words", /^words-/, "reset password"],
		["documents", /^documents-/, "reset password"],
		["the vocabulary", /^vocabulary/, "pasword"],
	])("makes the search fail, and is asked for again: %s", async (_, name, query) => {
		let broken = true;
		const load = filesOf(built);
		const failing = createSearch(
			open(built, (file) => (broken && name.test(file) ? Promise.reject(new Error(`${file} did not arrive`)) : load(file))),
			{ language: english },
		);
		await expect(failing(query)).rejects.toThrow("did not arrive");
		await expect(failing(query)).rejects.toThrow("did not arrive");
		broken = false;
		expect(ids(await failing(query))[0]).toBe("account/reset-your-password");
	});

	it("does not disturb searches that need other files", async () => {
		const load = filesOf(built);
		const failing = createSearch(
			open(built, (file) => (file === "vocabulary.json" ? Promise.reject(new Error("offline")) : load(file))),
			{ language: english },
		);
		await expect(failing("pasword")).rejects.toThrow("offline");
		expect(ids(await failing("reset password"))[0]).toBe("account/reset-your-password");
	});

	it("was asked for once by searches at the same time", async () => {
		const load = vi.fn(filesOf(built));
		const counting = createSearch(open(built, load), { language: english });
		await Promise.all(["reset password", "pasword", "reset password", "invioce"].map((query) => counting(query)));
		await counting("reset password");
		const names = load.mock.calls.map(([name]) => name);
		expect(names.toSorted()).toEqual([...new Set(names)].sort());
	});
});

describe("answers", () => {
	it("do not depend on what was asked before", async () => {
		// So many words between "pu" and "push" that the index keeps them in different files.
		const letters = Array.from("abcdefghijklmnopqrstuvwxyz");
		const between = letters.flatMap((one) => letters.map((two) => `pun${one}${two}x`)).join(". ");
		const split = build({
			documents: [article("a/one", "Push a value", "To others."), article("a/two", "Puns", between), article("a/three", "More puns", between)],
		});
		expect(split.root.shards.length).toBeGreaterThan(1);
		const cold = await createSearch(open(split), { language: english })("pus");
		const warm = createSearch(open(split), { language: english });
		await warm("push");
		expect((await warm("pus")).terms).toEqual(cold.terms);
		expect(ids(cold)).toEqual(["a/one"]);
	});
});
