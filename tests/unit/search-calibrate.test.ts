import { describe, expect, it } from "vitest";
import { calibrate } from "#site/search/build/calibrate.ts";
import type { Text } from "#site/search/build/documents.ts";
import { tuneByTests, type KnownSearch } from "#site/search/build/tune-by-tests.ts";
import { supportFrom, supportOf } from "#site/search/confidence.ts";
import { english } from "#site/search/languages/english.ts";
import { fullImpact } from "#site/search/relevance.ts";
import type { PostingSource } from "#site/search/score.ts";
import type { FieldName } from "#site/search/weights.ts";
import { built, open, search } from "./search-fixture.ts";
import { createSearch } from "#site/search/create-search.ts";

const times = <Item>(n: number, make: (at: number) => Item): Item[] => Array.from({ length: n }, (_, at) => make(at));

/** A sentence of so many words, of which one carries a subject. */
function sentence(
	subject: string,
	{ length = 3, field = "body", functional = false }: { length?: number; field?: FieldName; functional?: boolean } = {},
): Text {
	const idle = times(length - 1, (at) => ({ word: `the${at}`, stem: `the${at}`, functional: true }));
	return { field, section: 0, words: [{ word: subject, stem: subject, functional }, ...idle] };
}

/** A site in which article 1 holds each subject word by a share of its own, and notes which texts it was asked for without them. */
function site(size: number, held: (subject: number) => number) {
	const asked: { document: number; added: Map<string, number> }[] = [];
	const source: PostingSource = {
		...{ size, titleStems: times(size, () => 1), learned: false, ownWords: 1 },
		find(key) {
			const [, subject] = /^s(\d+)$/.exec(key) ?? [];
			if (subject === undefined) return null;
			const impacts = Float64Array.from([held(Number(subject)) * fullImpact]);
			return { holding: 3, documents: Int32Array.from([1]), impacts, inTitle: Uint8Array.from([0]), sections: Uint16Array.from([0]) };
		},
	};
	const withoutText = (document: number, added: Map<string, number>) => {
		asked.push({ document, added });
		return source;
	};
	const supportOfText = ({ words }: Text) =>
		supportOf(
			words.map(({ word, stem, functional }) => ({ word, functional, stems: [{ stem, weight: 1, kind: "typed" }], repaired: null })),
			1,
			source,
		);
	return { asked, source: { ...source, withoutText }, supportOfText };
}

/** Texts dealt to so many articles, one after another. */
const deal = (texts: Text[], articles: number): Text[][] => times(articles, (article) => texts.filter((_, at) => at % articles === article));
const weigh = (field: FieldName, document: number) => (field === "asked" ? 0.5 : 1) + document / 1000;
const subjectsOf = ({ asked }: ReturnType<typeof site>) => asked.flatMap(({ added }) => [...added.keys()].filter((key) => /^s\d+$/.test(key)));

describe("what a site learns from", () => {
	it("are sentences of three to twenty words that tell something", () => {
		const texts = [
			...times(60, (at) => sentence(`s${at}`)),
			sentence("s100", { length: 2 }),
			sentence("s101", { length: 20 }),
			sentence("s102", { length: 21 }),
			sentence("s103", { functional: true }),
		];
		const known = site(64, () => 1);
		calibrate(deal(texts, 64), weigh, known.source);
		expect(subjectsOf(known).sort()).toEqual([...times(60, (at) => `s${at}`), "s101"].sort());
	});

	it("are three hundred of them, evenly taken", () => {
		const known = site(1, () => 1);
		calibrate([times(750, (at) => sentence(`s${at}`))], weigh, known.source);
		expect(subjectsOf(known)).toEqual(times(300, (at) => `s${Math.floor(at * 2.5)}`));
	});

	it("are readers' searches alone, where there are sixty", () => {
		const texts = (n: number) => [...times(80, (at) => sentence(`s${at}`)), ...times(n, (at) => sentence(`s${at + 200}`, { field: "asked" }))];
		const [enough, few] = [site(1, () => 1), site(1, () => 1)];
		calibrate([texts(60)], weigh, enough.source);
		calibrate([texts(59)], weigh, few.source);
		expect(subjectsOf(enough)).toEqual(times(60, (at) => `s${at + 200}`));
		expect(subjectsOf(few)).toHaveLength(139);
	});

	it("is each asked of the site without itself: its words and pairs by their weight", () => {
		const known = site(2, () => 1);
		calibrate([[], times(60, (at) => sentence(`s${at}`))], weigh, known.source);
		expect(known.asked[7]?.document).toBe(1);
		expect([...(known.asked[7]?.added ?? [])]).toEqual(["s7", "the0", "the1", "s7 ^", "s7 the0", "the0 the1", "the1 $"].map((key) => [key, 1.001]));
	});

	it("adds up a word that stands in it twice, and has no pairs where the lead is over", () => {
		const known = site(1, () => 1);
		const twice: Text = { field: "body", section: 0, words: [...sentence("s7").words, ...sentence("s7").words] };
		calibrate([[sentence("long", { length: 80 }), twice, ...times(60, (at) => sentence(`s${at + 100}`))]], weigh, known.source);
		expect([...(known.asked[0]?.added ?? [])]).toEqual([
			["s7", 2],
			["the0", 2],
			["the1", 2],
		]);
	});
});

describe("the support that a site calls enough", () => {
	const texts = (n: number, field: FieldName = "body") => times(n, (at) => sentence(`s${at}`, { field }));
	/** Shares from 1 down, in no order. */
	const shares = (at: number) => 1 - ((at * 37) % 100) / 101;
	const lowest = (known: ReturnType<typeof site>, of: Text[], place: number) => of.map(known.supportOfText).sort((a, b) => a - b)[place] ?? NaN;
	const inFour = (value: number) => Number(value.toPrecision(4));

	it("is what 95 of 100 of its sentences reach", () => {
		const known = site(60, shares);
		expect(calibrate(deal(texts(100), 60), weigh, known.source)).toBe(inFour(lowest(known, texts(100), 5)));
	});

	it("is what 97 of 100 of readers' searches reach", () => {
		const known = site(60, shares);
		expect(calibrate(deal(texts(100, "asked"), 60), weigh, known.source)).toBe(inFour(lowest(known, texts(100), 3)));
	});

	it("is a default where there are fewer than sixty sentences", () => {
		expect(calibrate(deal(texts(59), 60), weigh, site(60, () => 1).source)).toBe(0.15);
		expect(calibrate(deal(texts(60), 60), weigh, site(60, () => 1).source)).not.toBe(0.15);
	});

	it("is no less than the default in a site of thirty articles, its own in one of sixty, and between them in between", () => {
		const low = (at: number) => shares(at) / 50;
		const own = lowest(site(60, low), texts(100), 5);
		expect(own).toBeLessThan(0.15);
		const enough = (articles: number) => calibrate(deal(texts(100), articles), weigh, site(60, low).source);
		expect([enough(20), enough(30), enough(60), enough(90)]).toEqual([0.15, 0.15, inFour(own), inFour(own)]);
		expect(enough(45)).toBe(inFour(Math.sqrt(own * 0.15)));
		expect(enough(36)).toBe(inFour(own ** 0.2 * 0.15 ** 0.8));
		const high = (articles: number) => calibrate(deal(texts(100), articles), weigh, site(60, shares).source);
		expect(lowest(site(60, shares), texts(100), 5)).toBeLessThan(0.15);
		expect([high(30), high(60)]).toEqual([0.15, inFour(lowest(site(60, shares), texts(100), 5))]);
	});
});

describe("what search tests raise it to", () => {
	const { enough } = built.root;
	const answerable = ["reset password", "log in", "import spreadsheet", "export report pdf", "GRI report", "too many requests", "find an invoice"];
	const more = ["restore the database", "emission factor", "close your account", "single sign-on provider", "sign in page link"];
	const none = [
		...["password of a zebra", "report about otters", "spreadsheet for herons", "invoice a badger", "account of wolves", "log of otters", "import a wolf"],
		...["export herons as pdf", "error of badgers", "rejected zebra", "restore otters", "factor of a wolf"],
	];
	const tests: KnownSearch[] = [
		...[...answerable, ...more].map((query) => ({ query, answerable: true })),
		...none.map((query) => ({ query, answerable: false })),
	];
	const asked = createSearch(open(built), { language: english });

	async function costs(all: KnownSearch[]): Promise<(value: number) => number> {
		const seen = await Promise.all(
			all.map(async ({ query, answerable: has }) => {
				const { confidence, results } = await asked(query, { limit: 1 });
				return { has, pinned: results[0]?.pinned === true, support: supportFrom(confidence, enough.compact) };
			}),
		);
		const counted = seen.filter(({ pinned }) => !pinned);
		return (value) =>
			counted.filter(({ has, support }) => has && support < value).length * 2 + counted.filter(({ has, support }) => !has && support >= value).length;
	}

	it("is what does least harm, an answer withheld being twice as bad as one too many", async () => {
		const [tuned, cost] = [await tuneByTests(built, tests, english), await costs(tests)];
		expect(tuned.compact).toBeGreaterThan(enough.compact);
		expect(tuned.compact).toBeLessThanOrEqual(enough.compact * 2);
		expect(cost(tuned.compact)).toBeLessThan(cost(enough.compact));
		for (const step of times(200, (at) => enough.compact + (at / 200) * (tuned.compact - enough.compact)))
			expect(cost(step)).toBeGreaterThanOrEqual(cost(tuned.compact));
		expect(tuned.full / tuned.compact).toBeCloseTo(enough.full / enough.compact, 2);
	});

	it("is as it was with nine of either kind, and with what is pinned anyway", async () => {
		const [yes, no] = [tests.filter((test) => test.answerable), tests.filter((test) => !test.answerable)];
		expect(await tuneByTests(built, [...yes.slice(0, 9), ...no], english)).toEqual(enough);
		expect(await tuneByTests(built, [...yes, ...no.slice(0, 9)], english)).toEqual(enough);
		expect((await search("price")).results[0]?.pinned).toBe(true);
		expect(await tuneByTests(built, [...yes, ...times(10, () => ({ query: "price", answerable: false }))], english)).toEqual(enough);
	});
});
