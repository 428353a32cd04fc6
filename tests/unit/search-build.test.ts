import { describe, expect, it } from "vitest";
import { createAnalyse } from "#site/search/analyse.ts";
import { buildIndex } from "#site/search/build/build-index.ts";
import { cutPostings } from "#site/search/build/cut-postings.ts";
import { analyseDocument, type IndexInput } from "#site/search/build/documents.ts";
import { createBuildSource } from "#site/search/build/posting-source.ts";
import { buildPostings, createWordWeight, width, wordsBefore, type Postings } from "#site/search/build/postings.ts";
import { makeWordFiles } from "#site/search/build/word-files.ts";
import { english } from "#site/search/languages/english.ts";
import { saturate } from "#site/search/relevance.ts";
import { decodeVocabulary } from "#site/search/vocabulary.ts";
import { extent } from "#site/search/weights.ts";
import { article } from "./search-fixture.ts";

/** Places of postings: in the body alone, and in a title. */
const inBody = 0;
const inTitle = 3;

/** A list of documents, each with a frequency. */
const listOf = (frequencies: number[], place: number) => frequencies.flatMap((frequency, document) => [document, frequency, place]);
const documentsOf = (list: number[] = []) => list.filter((_, at) => at % width === 0);
const times = <Item>(n: number, make: (at: number) => Item): Item[] => Array.from({ length: n }, (_, at) => make(at));

describe("what is cut of a body", () => {
	const body = (stems: number) => times(stems, (at): [string, number[]] => [`stem${at}`, listOf([at + 1], inBody)]);

	it("is nothing of one with as many stems as are kept", () => {
		const postings: Postings = new Map(body(extent.bodyStems));
		expect(cutPostings(postings, 1)).toEqual(postings);
	});

	it("is the stem that tells the least, where there is one more", () => {
		const cut = cutPostings(new Map(body(extent.bodyStems + 1)), 1);
		expect([...cut].filter(([, list]) => list.length === 0).map(([stem]) => stem)).toEqual(["stem0"]);
	});

	it("is never what stands in a title, nor a pair, and counts for no other document", () => {
		const postings: Postings = new Map([
			...body(extent.bodyStems + 1),
			["named", listOf([0.1], inTitle)],
			["two words", listOf([0.1], inBody)],
			["both", [0, 0.1, inBody, 1, 0.1, inBody]],
		]);
		const cut = cutPostings(postings, 2);
		expect([documentsOf(cut.get("named")), documentsOf(cut.get("two words")), documentsOf(cut.get("both"))]).toEqual([[0], [0], [1]]);
	});
});

describe("what is cut of a stem in many articles", () => {
	it("is nothing where as many hold it as are kept", () => {
		const list = listOf(
			times(extent.postings, () => 1),
			inTitle,
		);
		expect(cutPostings(new Map([["a", list]]), extent.postings).get("a")).toEqual(list);
	});

	it("are the last of those that hold it alike", () => {
		const list = listOf(
			times(extent.postings + 3, (at) => (at === extent.postings + 2 ? 9 : 1)),
			inTitle,
		);
		const kept = documentsOf(cutPostings(new Map([["a", list]]), extent.postings + 3).get("a"));
		expect(kept).toEqual([...times(extent.postings - 1, (at) => at), extent.postings + 2]);
	});
});

describe("files of words", () => {
	const everywhere = (n: number) =>
		listOf(
			times(n, () => 1),
			inTitle,
		);

	it("begin anew where a stem does not fit any more, at the fewest letters that tell it from the one before", () => {
		const postings: Postings = new Map([
			["alpha", everywhere(400)],
			["alpine", everywhere(400)],
			["beta", everywhere(100)],
		]);
		const { shards, files } = makeWordFiles(postings, postings);
		expect(shards).toEqual(["", "alpi"]);
		expect(files.map(({ lists }) => Object.keys(lists))).toEqual([["alpha"], ["alpine", "beta"]]);
	});

	it("are one where all fits to the last posting, and hold what alone is too large", () => {
		const fits: Postings = new Map([
			["a", everywhere(298)],
			["b", everywhere(300)],
		]);
		expect(makeWordFiles(fits, fits).shards).toEqual([""]);
		const over: Postings = new Map([
			["a", everywhere(299)],
			["b", everywhere(300)],
		]);
		expect(makeWordFiles(over, over).shards).toEqual(["", "b"]);
		const large: Postings = new Map([["a", everywhere(900)]]);
		expect(makeWordFiles(large, large).shards).toEqual([""]);
	});

	it("complete a beginning whose stems lie in several files, by how many articles hold them", () => {
		const postings: Postings = new Map([
			["alpha", everywhere(400)],
			["alpine", everywhere(400)],
			["alps", everywhere(2)],
			["alps alpha", everywhere(2)],
		]);
		const uncut: Postings = new Map([...postings, ["alps", everywhere(450)]]);
		const { files } = makeWordFiles(postings, uncut);
		expect(files.map(({ completions }) => completions)).toEqual([{ al: ["alps", "alpha", "alpine"], alp: ["alps", "alpha", "alpine"] }, {}]);
	});

	it("complete a beginning by six stems at most", () => {
		const postings: Postings = new Map(times(8, (at) => [`ab${"cdefghij"[at]}x`, everywhere(200)]));
		const { files } = makeWordFiles(postings, postings);
		expect(files[0]?.completions["ab"]).toEqual(["abcx", "abdx", "abex", "abfx", "abgx", "abhx"]);
	});
});

describe("the index without one of its texts", () => {
	const postings: Postings = new Map([["word", [3, 2, inTitle, 5, 1, inTitle]]]);
	const source = createBuildSource(postings, { uncut: postings, titleStems: [1, 1], learned: false, ownWords: 0 });
	const found = (document: number, added: [string, number][]) => source.withoutText(document, new Map(added)).find("word");

	it("holds what the document says besides", () => {
		expect(found(3, [["word", 0.5]])).toMatchObject({ holding: 2 });
		expect(Array.from(found(3, [["word", 0.5]])?.impacts ?? [])).toEqual([saturate(1.5), saturate(1)]);
	});

	it("holds the document no more where it said no more", () => {
		expect(found(3, [["word", 2]])).toMatchObject({ holding: 1 });
		expect(Array.from(found(3, [["word", 2]])?.impacts ?? [])).toEqual([0, saturate(1)]);
		expect(Array.from(found(5, [["word", 1]])?.impacts ?? [])).toEqual([saturate(2), 0]);
	});

	it("is as it was for other words and documents, and afterwards", () => {
		expect(found(4, [["word", 1]])).toBe(source.find("word"));
		expect(found(3, [["other", 1]])).toBe(source.find("word"));
		expect(Array.from(source.find("word")?.impacts ?? [])).toEqual([saturate(2), saturate(1)]);
		expect(source.withoutText(3, new Map([["none", 1]])).find("none")).toBeNull();
	});
});

const analyse = createAnalyse(english);
const build = (documents: IndexInput[]) => buildIndex({ documents, language: english, synonyms: { both: [], oneWay: [] } });

describe("a site's index", () => {
	it("tells the share of words that stand in one article only", () => {
		expect(build([article("a/1", "Zebra", "."), article("a/2", "Zebra", "."), article("a/3", "Heron", ".")]).root.ownWords).toBe(0.333);
		expect(build([]).root.ownWords).toBe(0);
	});

	it("knows error codes as customers type them, where these mean nothing else", () => {
		expect(build([article("a/1", "ERR_4021 appears", ".")]).root.synonyms).toEqual([
			{ from: ["4021"], to: ["err_4021"] },
			{ from: ["err4021"], to: ["err_4021"] },
		]);
		expect(build([article("a/1", "ERR_4021 appears", "Not 4021.")]).root.synonyms).toEqual([{ from: ["err4021"], to: ["err_4021"] }]);
		expect(build([article("a/1", "ERR_40 and x_ERR_4021", ".")]).root.synonyms).toEqual([]);
	});

	it("lists words with the number of articles, without codes, letters and what is too long to be typed", () => {
		const long = "a".repeat(31);
		const index = build([
			article("a/1", "Zebra a", "Heron.", { body: `Otter otter zebra x9 ${long}.` }),
			article("a/2", "Zebra", "Zebra.", { body: "Otter." }),
		]);
		const known = decodeVocabulary(index.files.get("vocabulary.json") as string);
		expect(known.map(({ word, documents }) => [word, documents])).toEqual([
			["heron", 1],
			["otter", 2],
			["zebra", 2],
		]);
	});

	it("multiplies a score by how much an article helped, within bounds, and lowers what is overdue", () => {
		const prior = (changes: Partial<IndexInput>) => build([article("a/1", "Zebra", ".", changes)]).root.prior[0] ?? NaN;
		expect(prior({})).toBe(100);
		expect(prior({ helpfulness: 1 })).toBeGreaterThan(100);
		expect(prior({ helpfulness: -1 })).toBeLessThan(100);
		expect([prior({ helpfulness: 5 }), prior({ helpfulness: -5 })]).toEqual([prior({ helpfulness: 1 }), prior({ helpfulness: -1 })]);
		expect(prior({ stale: true })).toBeLessThan(100);
	});

	it("says whether readers' searches are in it, and what each article is", () => {
		const documents = [
			article("b/2", "Zebra crossing", ".", { type: "faq", asked: ["striped road"] }),
			article("a/1", "Heron", "."),
			article("b/1", "Otter", "."),
		];
		const { root, urls } = build(documents);
		expect(urls).toEqual(["/a/1/", "/b/1/", "/b/2/"]);
		expect(root).toMatchObject({
			learned: true,
			size: 3,
			categories: ["a", "b"],
			category: [0, 1, 1],
			types: ["how-to", "faq"],
			type: [0, 0, 1],
			titleStems: [1, 1, 2],
		});
		expect(build(documents.slice(1)).root.learned).toBe(false);
	});

	it("puts pinned articles first for the words that tell something, in any order, and none that is not there", () => {
		const pinned = [
			{ queries: ["how do I reset the password", "the"], article: "a/1" },
			{ queries: ["gone"], article: "a/9" },
		];
		const { root } = buildIndex({ documents: [article("a/1", "Reset", ".")], language: english, synonyms: { both: [], oneWay: [] }, pinned });
		expect(root.pinned).toEqual([
			{ stems: ["password", "reset"], documents: [0] },
			{ stems: ["the"], documents: [0] },
		]);
	});
});

describe("postings of an article", () => {
	const texts = [
		analyseDocument(
			article("a/1", "Zebra", "Zebra heron.", {
				headings: [
					{ id: "x", text: "Otter" },
					{ id: "y", text: "Badger" },
				],
				passages: [
					{ section: 1, text: "Heron. Otter." },
					{ section: 2, text: "Heron heron. Wolf." },
				],
			}),
			analyse,
		),
	];
	const postings = buildPostings(texts, () => 1);
	const placed = (stem: string) => postings.get(stem);

	it("say where a stem stands, how often, and in which section most", () => {
		expect({ zebra: placed("zebra"), heron: placed("heron"), otter: placed("otter"), wolf: placed("wolf") }).toEqual({
			zebra: [0, 2, 3],
			heron: [0, 4, 2 + 4 * 2],
			otter: [0, 2, 2 + 4 * 1],
			wolf: [0, 1, 4 * 2],
		});
	});

	it("weigh a word by its field, less in one that is longer than usual", () => {
		const [short, long] = [article("a/1", "Zebra", "."), article("a/2", "Zebra heron otter badger", ".")].map((document) => analyseDocument(document, analyse));
		const weigh = createWordWeight([short ?? [], long ?? []]);
		// A title counts 3, by its length to a half: 1 and 4 words, 2.5 on average.
		expect([weigh("title", 0), weigh("title", 1)]).toEqual([expect.closeTo(3 / (0.5 + 0.5 / 2.5)), expect.closeTo(3 / (0.5 + (0.5 * 4) / 2.5))]);
		expect(weigh("keywords", 0)).toBeCloseTo(6);
	});

	it("count the words of the body before each text", () => {
		expect(wordsBefore(texts[0] ?? [])).toEqual([0, 0, 0, 0, 0, 1, 2, 4]);
	});
});
