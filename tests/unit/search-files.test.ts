import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shardOf, decodePostings, encodePostings, type WordFile } from "#site/search/index-files.ts";
import { createSearch } from "#site/search/create-search.ts";
import { createAnalyse } from "#site/search/analyse.ts";
import { buildIndex } from "#site/search/build/build-index.ts";
import { calibrate } from "#site/search/build/calibrate.ts";
import { cutPostings } from "#site/search/build/cut-postings.ts";
import { analyseDocument } from "#site/search/build/documents.ts";
import { createBuildSource } from "#site/search/build/posting-source.ts";
import { buildPostings, createWordWeight, holdingOf, width, type Postings } from "#site/search/build/postings.ts";
import { tuneByTests } from "#site/search/build/tune-by-tests.ts";
import { makeWordFiles } from "#site/search/build/word-files.ts";
import { english } from "#site/search/languages/english.ts";
import { fullImpact, saturate } from "#site/search/relevance.ts";
import { decodeVocabulary, encodeVocabulary } from "#site/search/vocabulary.ts";
import { extent } from "#site/search/weights.ts";
import { article, build, built, documents, fragmentOf, ids, open, search, searchOf, synonyms } from "./search-fixture.ts";

/** A stem: letters of few kinds, so that many begin alike. */
const stem = fc.oneof(
	fc.string({ unit: fc.constantFrom("a", "b", "c", "1"), minLength: 1, maxLength: 8 }),
	fc.string({ unit: "grapheme", minLength: 1, maxLength: 6 }).filter((text) => !/\s/u.test(text)),
	fc.constantFrom("constructor", "toString", "hasOwnProperty", "0", "429"),
);
const key = fc.oneof(
	stem,
	fc.tuple(stem, stem).map((pair) => pair.join(" ")),
);

describe("the vocabulary", () => {
	const words = fc.uniqueArray(fc.record({ word: stem, documents: fc.integer({ min: 1, max: 1_000_000 }) }), { selector: ({ word }) => word, maxLength: 60 });

	it("is read as it was written: words sorted, frequencies as powers of two below", () => {
		fc.assert(
			fc.property(words, (given) => {
				const sorted = [...given].sort((a, b) => (a.word < b.word ? -1 : 1));
				expect(decodeVocabulary(JSON.parse(JSON.stringify(encodeVocabulary(given))) as string)).toEqual(
					sorted.map(({ word, documents: count }) => ({ word, documents: 2 ** Math.floor(Math.log2(count)) })),
				);
			}),
			{ numRuns: 500 },
		);
	});

	it("is the same in whatever order words come", () => {
		fc.assert(
			fc.property(words, (given) => {
				expect(encodeVocabulary([...given].reverse())).toBe(encodeVocabulary(given));
			}),
		);
	});

	it("writes only what a word does not share with the one before", () => {
		expect(
			encodeVocabulary([
				{ word: "reports", documents: 9 },
				{ word: "report", documents: 40 },
				{ word: "two words", documents: 1 },
			]),
		).toBe("05report 63s");
		expect(decodeVocabulary("")).toEqual([]);
	});

	it("holds long words that share more than one sign can say", () => {
		const long = ["a".repeat(80), `${"a".repeat(80)}b`];
		expect(decodeVocabulary(encodeVocabulary(long.map((word) => ({ word, documents: 1 })))).map(({ word }) => word)).toEqual(long);
	});

	it("of a site holds its words as they are written, without codes and numbers", async () => {
		const words = (await open(built).vocabulary()).map(({ word }) => word);
		expect(words).toEqual(expect.arrayContaining(["password", "emissions", "spreadsheet", "factor"]));
		expect(words.filter((word) => /\d/.test(word))).toEqual([]);
	});
});

describe("postings", () => {
	const postings = fc.uniqueArray(
		fc.record({ document: fc.nat(50_000), impact: fc.double({ min: 0, max: 1, noNaN: true }), inTitle: fc.boolean(), section: fc.nat(300) }),
		{ selector: ({ document }) => document, maxLength: 40 },
	);

	it("are read as they were written, impacts within one step", () => {
		fc.assert(
			fc.property(key, fc.nat(60_000), postings, (name, holding, given) => {
				const sorted = [...given].sort((a, b) => a.document - b.document);
				const read = decodePostings(JSON.parse(JSON.stringify(encodePostings(name, holding, sorted))) as number[]);
				expect(read.holding).toBe(holding);
				expect(read.postings.map(({ document }) => document)).toEqual(sorted.map(({ document }) => document));
				read.postings.forEach(({ impact, inTitle, section }, index) => {
					expect(Math.abs(impact - (sorted[index]?.impact ?? 0))).toBeLessThanOrEqual(1 / 63 + 1e-9);
					expect(impact).toBeGreaterThan(0);
					const expected = name.includes(" ") ? [false, 0] : [sorted[index]?.inTitle, sorted[index]?.section];
					expect([inTitle, section]).toEqual(expected);
				});
			}),
			{ numRuns: 500 },
		);
	});
});

describe("files of words", () => {
	/** Postings of so many documents, each with frequency and place. */
	const lists = fc.uniqueArray(fc.tuple(key, fc.integer({ min: 1, max: 700 })), { selector: ([name]) => name, maxLength: 40 });
	const postingsOf = (given: [string, number][]): Postings =>
		new Map(given.map(([name, count]) => [name, Array.from({ length: count }, (_, document) => [document, (document % 9) + 0.5, 2]).flat()]));

	it("hold every key in the file in which it is looked for", () => {
		fc.assert(
			fc.property(lists, (given) => {
				const postings = postingsOf(given);
				const { shards, files } = makeWordFiles(postings, postings);
				const written = JSON.parse(JSON.stringify({ shards, files })) as { shards: string[]; files: WordFile[] };
				expect(written.files).toHaveLength(written.shards.length);
				expect(written.shards[0]).toBe("");
				expect(written.shards).toEqual([...new Set(written.shards)].sort());
				for (const [name, count] of given) expect(written.files[shardOf(name, written.shards)]?.lists[name], name).toHaveLength(1 + 2 * count);
				expect(written.files.reduce((sum, file) => sum + Object.keys(file.lists).length, 0)).toBe(given.length);
			}),
			{ numRuns: 200 },
		);
	});

	it("hold a pair where the longer of its words lies, and both words are looked for anyway", () => {
		expect(["a export", "export a", "export ^", "a ^", "a"].map((name) => shardOf(name, ["", "b"]))).toEqual([1, 1, 1, 0, 0]);
	});

	it("know no members of objects", async () => {
		const index = open(built);
		await index.fetchFor(["constructor", "toString", "__proto__"]);
		for (const name of ["constructor", "toString", "__proto__"]) expect(index.find(name), name).toBeNull();
	});

	it("hold how many documents there were before they were cut", () => {
		const postings = postingsOf([["report", 20]]);
		const few = new Map([["report", postings.get("report")?.slice(0, 5 * width) ?? []]]);
		const { files } = makeWordFiles(few, postings);
		expect(decodePostings(files[0]?.lists["report"] ?? [])).toMatchObject({ holding: 20, postings: { length: 5 } });
	});

	it("keep what the build knows within one step of impact", async () => {
		const analyse = createAnalyse(english);
		const sorted = [...documents].sort((a, b) => (a.id < b.id ? -1 : 1)).map((document) => analyseDocument(document, analyse));
		const postings = buildPostings(sorted, createWordWeight(sorted));
		const index = open(built);
		await index.fetchFor([...postings.keys()]);
		for (const [name, list] of postings) {
			const read = index.find(name);
			expect(read?.holding, name).toBe(holdingOf(postings, name));
			expect([...Array.from(read?.documents ?? [])], name).toEqual(list.filter((_, at) => at % width === 0));
			Array.from(read?.impacts ?? []).forEach((impact, at) =>
				expect(Math.abs(impact - saturate(list[at * width + 1] ?? 0)) / fullImpact, name).toBeLessThanOrEqual(1 / 63 + 1e-9),
			);
		}
	});
});

describe("what is cut", () => {
	const full: Postings = new Map([
		["every", Array.from({ length: 600 }, (_, document) => [document, document === 7 ? 9 : 1, 2]).flat()],
		["every pair", Array.from({ length: 600 }, (_, document) => [document, document === 599 ? 9 : 1, 2]).flat()],
	]);

	it.each(["every", "every pair"])("is left with the documents that hold it most: %s", (name) => {
		const list = cutPostings(full, 600).get(name) ?? [];
		const kept = list.filter((_, at) => at % width === 0);
		expect(kept).toHaveLength(extent.postings);
		expect(kept).toContain(name === "every" ? 7 : 599);
		expect(kept).toEqual(kept.toSorted((a, b) => a - b));
	});

	it("are words of long bodies only, never what stands in title, keywords or headings", () => {
		const words = Array.from(
			{ length: extent.bodyStems + 10 },
			(_, number) => `filler${String.fromCharCode(97 + (number % 26), 97 + Math.floor(number / 26))}x`,
		);
		const long = article("a/long", "Hologram title", "Short.", { keywords: ["rarekeyword"], body: `${words.join(" ")}. ${words.join(" ")}. Onceonly.` });
		const index = open(build({ documents: [long] }));
		return index.fetchFor(["hologram", "rarekeyword", "onceon", "onceonli"]).then(() => {
			expect(index.find("hologram")?.documents).toHaveLength(1);
			expect(index.find("rarekeyword")?.documents).toHaveLength(1);
			expect(index.find("onceonli")).toMatchObject({ holding: 1, documents: { length: 0 } });
		});
	});
});

describe("the index", () => {
	const again = () =>
		buildIndex({ documents, synonyms, language: english, pinned: [{ queries: ["price", "how much does it cost"], article: "billing/invoice" }] });

	it("is the same each time it is built", () => {
		expect(again().root).toEqual(built.root);
		expect([...again().files].map(([name, content]) => [name, JSON.stringify(content)])).toEqual(
			[...built.files].map(([name, content]) => [name, JSON.stringify(content)]),
		);
	});

	it("is the same in whatever order the articles come, and so are answers", async () => {
		const orders = fc.shuffledSubarray(documents, { minLength: documents.length });
		await fc.assert(
			fc.asyncProperty(orders, async (order) => {
				const other = build({ documents: order, synonyms });
				expect(JSON.stringify([...other.files])).toBe(JSON.stringify([...build({ synonyms }).files]));
				expect(other.root).toEqual(build({ synonyms }).root);
				const answer = await createSearch(open(other), { language: english })("report values");
				expect(ids(answer)).toEqual(ids(await search("report values")));
			}),
			{ numRuns: 15 },
		);
	});

	it("shows of an article what results need, not its body, keywords or learned searches", async () => {
		const shown = (await open(built).documents([...documents.keys()])).map((document) => Object.keys(document ?? {}).sort());
		expect(new Set(shown.map((keys) => keys.join(" ")))).toEqual(new Set(["category categoryTitle headings id quickAnswer stale summary title type url"]));
	});

	it("holds every document at its number, and none beyond", async () => {
		const reader = open(built);
		expect((await reader.documents([...documents.keys()])).map((document) => document?.id)).toEqual(documents.map(({ id }) => id).sort());
		await expect(reader.documents([900])).rejects.toThrow();
		expect([...(await reader.fragments()).keys()].sort()).toEqual(documents.map(({ url }) => fragmentOf(url)).sort());
	});

	it("keeps no synonym that says nothing", () => {
		const { root } = build({
			synonyms: {
				both: [["!", "?"]],
				oneWay: [
					{ from: "…", to: ["password"] },
					{ from: "pass", to: ["!"] },
				],
			},
		});
		// Spellings of error codes are the index's own.
		expect(root.synonyms.filter(({ from }) => !/\d/.test(from.join()))).toEqual([]);
	});

	it("finds words that are named like members of objects", async () => {
		const odd = searchOf({ documents: [article("a/odd", "constructor __proto__ toString", "hasOwnProperty"), ...documents] });
		for (const query of ["constructor", "__proto__", "toString", "hasOwnProperty"]) expect(ids(await odd(query)), query).toEqual(["a/odd"]);
	});
});

describe("what a site calls enough", () => {
	const many = Array.from({ length: 40 }, (_, number) => {
		const words = ["wind", "solar", "water", "waste", "travel", "paper", "steel", "wood"].map(
			(word, at) => `${word}${String.fromCharCode(97 + ((number * (at + 3)) % 26))}x`,
		);
		return article(`a/${number}`, `How to count ${words.slice(0, 3).join(" ")}`, `Enter ${words.slice(3, 6).join(" and ")} for the year.`, {
			body: `Choose ${words.slice(0, 4).join(" or ")} first. Then send ${words.slice(4).join(" with ")} to the reviewer.`,
		});
	});

	it("is learned from its own texts, where there are enough of them", () => {
		const { enough } = build({ documents: many }).root;
		expect(enough.compact).not.toBe(build({ documents: documents.slice(0, 3) }).root.enough.compact);
		expect(enough.compact).toBeGreaterThan(0);
		expect(enough.compact).toBeLessThan(1);
		expect(enough.full).toBeGreaterThan(0);
	});

	it("is the same each time, and a default where there are too few sentences", () => {
		const analyse = createAnalyse(english);
		const texts = many.map((document) => analyseDocument(document, analyse));
		const weigh = createWordWeight(texts);
		const postings = buildPostings(texts, weigh);
		const source = createBuildSource(postings, { uncut: postings, titleStems: many.map(() => 5), learned: false, ownWords: 0 });
		expect(calibrate(texts, weigh, source)).toBe(calibrate(texts, weigh, source));
		expect(calibrate(texts.slice(0, 2), weigh, source)).toBe(0.15);
	});

	it("is more in a small site, where few words stand twice, than what its sentences say", () => {
		const few = build({ documents: many.slice(0, 30) }).root.enough.compact;
		expect(few).toBeGreaterThanOrEqual(0.15);
		const twice = [...many, ...many.map((document) => ({ ...document, id: `${document.id}-again`, url: `${document.url}again/` }))];
		expect(build({ documents: twice }).root.enough.compact).not.toBe(0.15);
	});

	it("is raised by search tests, where there are ten of either kind, and never lowered", async () => {
		const none = Array.from({ length: 12 }, (_, number) => ({ query: `report about zebra${"abcdefghijkl"[number] ?? ""}`, answerable: false }));
		const known = Array.from({ length: 12 }, () => ({ query: "reset password", answerable: true }));
		expect(await tuneByTests(built, [...known, ...none.slice(0, 9)], english)).toEqual(built.root.enough);
		const tuned = await tuneByTests(built, [...known, ...none], english);
		expect(tuned.compact).toBeGreaterThanOrEqual(built.root.enough.compact);
		expect(tuned.full / tuned.compact).toBeCloseTo(built.root.enough.full / built.root.enough.compact, 2);
		const lower = await tuneByTests(
			built,
			[...known, ...none.map(({ query }) => ({ query, answerable: true })), ...none.slice(0, 10).map(() => ({ query: "zzz", answerable: false }))],
			english,
		);
		expect(lower.compact).toBeGreaterThanOrEqual(built.root.enough.compact);
	});
});
