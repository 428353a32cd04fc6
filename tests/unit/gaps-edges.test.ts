import { describe, expect, it } from "vitest";
import type { SiteManifest } from "#contract/site-manifest.ts";
import type { SiteWords } from "#worker/lib/site-search.ts";
import type { GapEvidence } from "#worker/queries/gap-evidence.ts";
import type { QuerySums, SearchSums } from "#worker/queries/search-sums.ts";
import { describeGap } from "#worker/reports/gaps/describe-gap.ts";
import { diagnose, isMended, nextStep, type ReplayedQuery } from "#worker/reports/gaps/diagnose.ts";
import { findIncidents, without, type ClusterDays } from "#worker/reports/gaps/find-incidents.ts";
import { findBurst, speaksOfIncident } from "#worker/reports/gaps/incidents.ts";
import { joinByTrails } from "#worker/reports/gaps/join-by-trails.ts";
import { addSearchSums, costOf, faultOf } from "#worker/reports/gaps/judge.ts";
import { landedOn, nextStepAfter } from "#worker/reports/gaps/landed.ts";
import { sameWords } from "#worker/reports/gaps/same-words.ts";
import { joinClusters, queryKey, spellingsOf, type SearchCluster } from "#worker/reports/gaps/search-clusters.ts";
import { findSlips, type WordUse } from "#worker/reports/gaps/typing-slips.ts";
import { readFilter } from "#worker/reports/read-filter.ts";

const sums = (changes: Partial<SearchSums>): SearchSums => ({ ...addSearchSums([]), ...changes });

describe("a slip of the keyboard", () => {
	const useOf = (words: Record<string, [searches: number, phrasings: number, ...beside: string[]]>): WordUse =>
		new Map(Object.entries(words).map(([word, [searches, phrasings, ...beside]]) => [word, { searches, phrasings, beside: new Set(beside) }]));
	const meant = (typed: string, right: string) => {
		const find = findSlips(useOf({ [typed]: [2, 1, "report"], [right]: [20, 4, "report"] }), () => false);
		return find(typed, ["report"]);
	};

	it.each([
		["exprt", "export"],
		["exxport", "export"],
		["exqort", "export"],
		["epxort", "export"],
		["xeport", "export"],
		["expor", "export"],
		["exports", "export"],
	])("%s is %s", (typed, right) => {
		expect(meant(typed, right)).toBe(right);
	});

	it.each([
		["another first letter", "import", "export"],
		["two letters more", "exportxx", "export"],
		["two slips", "epxrot", "export"],
		["a word of three letters", "saq", "sap"],
		["a code", "err_4021", "err_4022"],
	])("is no %s: %s, not %s", (_, typed, right) => {
		expect(meant(typed, right)).toBe(typed);
	});

	it("of four letters may have lost one or have one too many", () => {
		expect([meant("daat", "data"), meant("dataa", "data")]).toEqual(["data", "data"]);
	});

	it("is none in a word that the site knows, and none that nobody vouches for", () => {
		const use = useOf({ exprt: [2, 1, "report"], export: [20, 4, "invoice"] });
		expect(findSlips(use, (word) => word === "exprt")("exprt", ["invoice"])).toBe("exprt");
		expect(findSlips(use, () => false)("exprt", ["report"])).toBe("exprt");
		expect(findSlips(use, () => false)("exprt", ["invoice"])).toBe("export");
	});

	it("is vouched for by a neighbour that holds a slip itself", () => {
		const use = useOf({ exprt: [2, 1], export: [20, 4, "invoice"], invioce: [1, 1], invoice: [30, 5] });
		expect(findSlips(use, () => false)("exprt", ["invioce"])).toBe("export");
		expect(findSlips(use, (word) => word === "invioce")("exprt", ["invioce"])).toBe("exprt");
	});

	it.each([
		[4, "export"],
		[3, "exprt"],
	])("stands by itself for a word that is searched %i times as often: %s", (times, found) => {
		expect(findSlips(useOf({ exprt: [2, 1], export: [2 * times, 4] }), () => false)("exprt", [])).toBe(found);
	});

	it("is of the word that is used in most ways, then most often, then by the alphabet", () => {
		const of = (words: Parameters<typeof useOf>[0]) => findSlips(useOf({ exprt: [1, 1, "a"], ...words }), () => false)("exprt", ["a"]);
		expect(of({ export: [5, 3, "a"], expert: [9, 2, "a"] })).toBe("export");
		expect(of({ export: [5, 2, "a"], expert: [9, 2, "a"] })).toBe("expert");
		expect(of({ export: [9, 2, "a"], expert: [9, 2, "a"] })).toBe("expert");
	});

	it("is no word that is used in fewer ways, or as many and less often; of equals the one that the site knows, or comes first", () => {
		const of = (typed: [number, number], right: [number, number], isKnown = false) =>
			findSlips(useOf({ exports: [...typed, "a"], export: [...right, "a"] }), (word) => isKnown && word === "export")("exports", ["a"]);
		expect([of([2, 2], [9, 1]), of([2, 1], [1, 1]), of([2, 1], [3, 1]), of([2, 1], [2, 1])]).toEqual(["exports", "exports", "export", "export"]);
		const last = (isKnown: boolean) =>
			findSlips(useOf({ export: [2, 1, "a"], exports: [2, 1, "a"] }), (word) => isKnown && word === "exports")("export", ["a"]);
		expect([last(false), last(true)]).toEqual(["export", "exports"]);
	});
});

describe("what is at fault", () => {
	it.each([
		["half without an answer", { searches: 10, zero: 5, used: 4 }, "unanswered"],
		["less than half", { searches: 10, zero: 4, used: 4 }, null],
		["half without an answer, half served", { searches: 10, zero: 5, used: 5 }, null],
		["a quarter without an answer, of many that used nothing", { searches: 100, zero: 25, used: 38 }, "unanswered"],
		["hardly a quarter", { searches: 100, zero: 24, used: 38 }, null],
		["few uses of many", { searches: 100, zero: 0, used: 28 }, "not-clicked"],
		["more uses", { searches: 100, zero: 0, used: 35 }, null],
		["five of ten that say No", { searches: 10, used: 10, unhelpful: 5 }, "not-helpful"],
		["four of four that say No", { searches: 4, used: 4, unhelpful: 4 }, null],
		["five of ten that write", { searches: 10, used: 10, ticketed: 5 }, "not-helpful"],
		["no search", { searches: 0 }, null],
	])("with %s", (_, changes, fault) => {
		expect(faultOf(sums(changes), 0)).toBe(fault);
	});

	it("is not the article where twice as many write anyway", () => {
		expect([0.11, 0.12].map((usual) => faultOf(sums({ searches: 10, used: 10, ticketed: 5 }), usual))).toEqual(["not-helpful", null]);
	});

	it("costs visitor-days times the harm of a search", () => {
		expect(costOf(sums({ searches: 10, visitors: 5, used: 6, unhelpful: 2, ticketed: 1 }))).toBe((5 * (4 + 2 + 3)) / 10);
	});
});

describe("the diagnosis at its edges", () => {
	const evidence = (changes: Partial<GapEvidence> = {}): GapEvidence => ({ visitors: 9, sessions: 8, used: [], next: [], ...changes });
	const replay = (...all: [answer: string | null, searches: number, zero?: number][]): ReplayedQuery[] =>
		all.map(([answer, searches, zero = searches], at) => ({ query: `q${at}`, searches, zero, answer }));
	const offered = () => true;
	const nothing = { searches: 8, zero: 8, used: 0 };

	it.each([
		["a quarter of the sessions", 8, 2, "other-words"],
		["less than a quarter", 9, 2, "no-article"],
		["one session", 4, 1, "no-article"],
	])("is other words where an article helped in %s", (_, sessions, helped, diagnosis) => {
		expect(diagnose("unanswered", nothing, replay([null, 2]), evidence({ sessions, used: [{ article: "a", sessions: 3, helped }] }), offered).diagnosis).toBe(
			diagnosis,
		);
	});

	it.each([
		["a fifth of what was asked, used", [{ article: "a", sessions: 1, helped: 0 }], 2, "other-words"],
		["less than a fifth, used", [{ article: "a", sessions: 1, helped: 0 }], 1, "no-article"],
		["half of it, seen by nobody", [], 5, "other-words"],
		["less than half, seen by nobody", [], 4, "no-article"],
	])("is other words where today's search answers %s", (_, used, n, diagnosis) => {
		expect(diagnose("unanswered", nothing, replay(["a", n], [null, 10 - n]), evidence({ used }), offered).diagnosis).toBe(diagnosis);
	});

	it.each([
		[{ searches: 10, zero: 5, used: 2 }, "other-words"],
		[{ searches: 10, zero: 5, used: 1 }, "no-article"],
		[{ searches: 10, zero: 8, used: 0 }, "other-words"],
		[{ searches: 10, zero: 7, used: 0 }, "no-article"],
	])("is no article that readers passed by: %j", (came, diagnosis) => {
		expect(diagnose("unanswered", came, replay(["a", 10]), evidence(), offered).diagnosis).toBe(diagnosis);
	});

	it("names the article that most used, of those that are offered", () => {
		const used = [
			{ article: "a", sessions: 1, helped: 0 },
			{ article: "gone", sessions: 9, helped: 9 },
			{ article: "b", sessions: 2, helped: 0 },
		];
		expect(diagnose("not-helpful", nothing, [], evidence({ used }), (article) => article !== "gone")).toEqual({ diagnosis: "not-helpful", article: "b" });
		expect(diagnose("not-helpful", nothing, replay(["c", 1], ["d", 2]), evidence(), offered)).toEqual({ diagnosis: "not-helpful", article: "d" });
		expect(diagnose("not-helpful", nothing, [], evidence(), offered).article).toBeNull();
		expect(diagnose("unanswered", nothing, [], evidence({ used: [{ article: "gone", sessions: 9, helped: 9 }] }), () => false).diagnosis).toBe("no-article");
	});

	it.each([
		["half of it", 5, "not-clicked"],
		["less", 4, "no-article"],
	])("is that it is not opened where today's search answers %s by one article", (_, n, diagnosis) => {
		expect(diagnose("not-clicked", { searches: 20, zero: 0, used: 1 }, replay(["a", n], [null, 10 - n]), evidence(), offered).diagnosis).toBe(diagnosis);
	});

	it.each([
		["four fifths, half of which found nothing", replay(["a", 8, 4], [null, 2]), true],
		["less than four fifths", replay(["a", 7, 7], [null, 3]), false],
		["what found something before", replay(["a", 8, 3], [null, 2]), false],
	])("knows what was mended: %s", (_, replayed, mended) => {
		expect(isMended(replayed)).toBe(mended);
	});

	it("ends in a step", () => {
		const article = { id: "a", title: "Export", url: "/a/" };
		const step = (diagnosis: Parameters<typeof nextStep>[0]["diagnosis"], counts = { ticketed: 1, unhelpful: 1 }, about: typeof article | null = article) =>
			nextStep({ query: "dump", diagnosis, article: about }, counts);
		expect([
			step("no-article"),
			step("other-words"),
			step("not-clicked"),
			step("not-helpful"),
			step("not-helpful", { ticketed: 2, unhelpful: 1 }),
			step("not-clicked", undefined, null),
		]).toMatchInlineSnapshot(`
			[
			  "Write an article that answers “dump”: npm run gaps drafts it.",
			  "Teach the site that “dump” means “Export”: npm run gaps adds the words.",
			  "Rewrite title and summary of “Export”: readers see it and do not open it.",
			  "Rewrite “Export”: readers voted No on it.",
			  "Rewrite “Export”: readers wrote to support after it.",
			  "Rewrite title and summary of the article that is found: readers see it and do not open it.",
			]
		`);
	});
});

describe("a burst of searches", () => {
	const span = { from: "2026-11-01", to: "2026-11-07" };
	const on = (...all: [day: number, searches: number][]) => all.map(([day, searches]) => ({ day: `2026-11-0${day}`, searches }));

	it.each([
		["twelve on a day", on([3, 12]), ["export"], "2026-11-03"],
		["eleven", on([3, 11]), ["export"], undefined],
		["twelve of fifteen", on([3, 12], [6, 3]), ["export"], "2026-11-03"],
		["twelve of sixteen", on([3, 12], [6, 4]), ["export"], undefined],
		["twelve on the last day, which may go on", on([7, 12]), ["export"], undefined],
		["three with the words of an incident", on([3, 3]), ["site down"], "2026-11-03"],
		["two with them", on([3, 2]), ["site down"], undefined],
		["three of five with them", on([3, 3], [6, 2]), ["site down"], "2026-11-03"],
		["three of six with them", on([3, 3], [6, 3]), ["site down"], undefined],
		["three with them on the last day", on([7, 3]), ["site down"], "2026-11-07"],
		["three where half the phrasings speak of it", on([3, 3]), ["site down", "export"], "2026-11-03"],
		["three where a third do", on([3, 3]), ["site down", "export", "import"], undefined],
	])("is: %s", (_, days, words, first) => {
		expect(findBurst(days, span, words)?.first).toBe(first);
	});

	it("is of two days in a row where both had searches, the larger one first, and the first of equal ones", () => {
		expect(findBurst(on([3, 12], [4, 10]), span, ["export"])).toMatchObject({ first: "2026-11-03", last: "2026-11-04", searches: 22, usual: 0 });
		expect(findBurst(on([2, 1], [4, 40]), span, ["export"])).toMatchObject({ first: "2026-11-04", last: "2026-11-04", searches: 40, usual: 1 / 6 });
		expect(findBurst(on([2, 6], [5, 6]), span, ["down"])).toBeNull();
	});

	it("is none in less than a week", () => {
		expect(findBurst(on([3, 50]), { from: "2026-11-01", to: "2026-11-06" }, ["down"])).toBeNull();
	});

	it.each([
		..."is it down|an outage|outages|platform offline|page unavailable|host unreachable|not working|not loading|not responding|won't load|wont open".split("|"),
		..."doesn't start|does not reach|can't open|cannot load|nothing loads|nothing works|disruption|it crashes|crashed|crashing|an incident|service status".split(
			"|",
		),
		..."system status|site status|server status|server error|error 502|error 504".split("|"),
	])("speaks of an incident: %s", (words) => {
		expect(speaksOfIncident(words)).toBe(true);
	});
});

const querySums = (query: string, changes: Partial<QuerySums> = {}): QuerySums => ({
	...addSearchSums([]),
	...{ query, firstSeen: "", lastSeen: "", lastUnanswered: "", peak: 0 },
	...changes,
});
const cluster = (query: string, changes: Partial<SearchCluster> = {}): SearchCluster => ({
	...joinClusters([{ query, key: query, phrasings: [querySums(query, { searches: 1 })], searches: 1 }]),
	...changes,
});

describe("incidents of a period", () => {
	const span = { from: "2026-11-01", to: "2026-11-20" };
	const of = (query: string, ...days: [day: string, searches: number, ticketed?: number][]): ClusterDays => ({
		cluster: cluster(query),
		days: days.map(([day, searches, ticketed = 0]) => ({ day: `2026-11-${day}`, ...sums({ searches, ticketed }) })),
	});

	it("are bursts with what came on the same days, the latest first; the rest is left", () => {
		const found = findIncidents(
			[
				of("login broken", ["10", 20, 2]),
				of("cannot enter", ["10", 3, 1], ["12", 1, 5]),
				of("export", ["10", 3], ["12", 2]),
				of("two that day", ["10", 2]),
				of("report blank", ["15", 30], ["18", 1]),
			],
			span,
			"2026-11-08",
		);
		expect(found.incidents).toEqual([
			{ first: "2026-11-15", last: "2026-11-15", queries: ["report blank"], searches: 30, usual: 0.1, ticketed: 0 },
			{ first: "2026-11-10", last: "2026-11-10", queries: ["login broken", "cannot enter"], searches: 23, usual: 0, ticketed: 3 },
		]);
		expect(found.rest.map(({ cluster: { query } }) => query)).toEqual(["export", "two that day"]);
		expect(
			found.bursts.map(
				({
					of: {
						cluster: { query },
					},
				}) => query,
			),
		).toEqual(["login broken", "report blank", "cannot enter"]);
	});

	it("begin with what was searched most, and tell three phrasings of each", () => {
		const many = { ...of("login broken", ["10", 20]), cluster: cluster("a", { phrasings: ["a", "b", "c", "d"].map((query) => querySums(query)) }) };
		const found = findIncidents([of("cannot enter", ["10", 15]), many], span, "2026-11-08");
		expect(found.incidents.map(({ queries }) => queries)).toEqual([["a", "b", "c", "cannot enter"]]);
	});

	it("are none where they were over before the period", () => {
		const found = findIncidents([of("login broken", ["03", 20])], span, "2026-11-08");
		expect([found.incidents, found.rest.length]).toEqual([[], 1]);
	});

	it("leave the days beside a burst", () => {
		const days = ["09", "10", "11", "12"].map((day) => ({ day: `2026-11-${day}` }));
		expect(without(days, { first: "2026-11-10", last: "2026-11-11", searches: 0, usual: 0 }).map(({ day }) => day)).toEqual(["2026-11-09", "2026-11-12"]);
	});
});

describe("clusters as one", () => {
	it("add what came of their searches, under the name of the first", () => {
		const one = {
			query: "b",
			key: "b",
			searches: 2,
			phrasings: [querySums("b", { searches: 2, zero: 1, firstSeen: "2026-11-03", lastSeen: "2026-11-05", peak: 2 })],
		};
		const other = {
			...{ query: "a", key: "a", searches: 5 },
			phrasings: [querySums("a", { searches: 5, used: 3, firstSeen: "2026-11-02", lastSeen: "2026-11-09", peak: 4 }), querySums("never")],
		};
		expect(joinClusters([one, other])).toMatchObject({ query: "b", searches: 7, zero: 1, used: 3, firstSeen: "2026-11-02", lastSeen: "2026-11-09", peak: 6 });
		expect(joinClusters([one, other]).phrasings.map(({ query }) => query)).toEqual(["a", "b", "never"]);
		expect(joinClusters([{ ...one, phrasings: [querySums("never")] }])).toMatchObject({ firstSeen: "", lastSeen: "" });
	});

	it("are looked up by sixty spellings at most, as searches are stored", () => {
		const phrasings = Array.from({ length: 61 }, (_, at) => querySums(`q${at}`));
		expect([spellingsOf([{ phrasings }])[0]?.length, spellingsOf([{ phrasings }], 2)]).toEqual([60, [["q0", "q1"]]]);
		expect(queryKey("  Export   PDF\n")).toBe("export pdf");
	});
});

describe("clusters that readers joined", () => {
	const evidence = (sessions: number, ...next: [group: number, sessions: number][]): GapEvidence => ({
		...{ visitors: 0, sessions, used: [] },
		next: next.map(([group, n]) => ({ group, sessions: n })),
	});
	const joined = (first: string, second: string, ...all: GapEvidence[]) => joinByTrails([cluster(first), cluster(second)], all).length === 1;

	it.each([
		["three sessions of fifteen", "dark mode", "night theme", 15, 3, true],
		["three of sixteen", "dark mode", "night theme", 16, 3, false],
		["two", "dark mode", "night theme", 4, 2, false],
		["one of ten, with a word in common", "dark mode", "dark theme", 10, 1, true],
		["one of eleven, with a word in common", "dark mode", "dark theme", 11, 1, false],
	])("stand together by %s that tried both", (_, first, second, sessions, both, are) => {
		expect(joined(first, second, evidence(sessions, [1, both]), evidence(99))).toBe(are);
		expect(joined(first, second, evidence(99), evidence(sessions, [0, both]))).toBe(are);
	});

	it("count both directions, and join through others", () => {
		expect(joined("dark mode", "night theme", evidence(10, [1, 2]), evidence(10, [0, 1]))).toBe(true);
		const three = joinByTrails(
			["dark mode", "night theme", "black look"].map((query) => cluster(query)),
			[evidence(5), evidence(5, [0, 3]), evidence(5, [1, 3])],
		);
		expect(three.map(({ query, phrasings }) => [query, phrasings.length])).toEqual([["dark mode", 3]]);
	});
});

describe("how searches went since a change", () => {
	const days = (...all: [day: string, changes: Partial<SearchSums>][]) => all.map(([day, changes]) => ({ day, ...sums(changes) }));

	it.each([
		["five searches, three answered", { searches: 5, used: 3 }, "closed"],
		["four", { searches: 4, used: 4 }, "watching"],
		["half answered", { searches: 6, used: 3 }, "closed"],
		["less than half", { searches: 6, used: 2 }, "failing"],
		["half of them voted down", { searches: 6, used: 4, unhelpful: 2 }, "failing"],
	])("with %s", (_, changes, state) => {
		expect(landedOn("2026-11-10", days(["2026-11-09", { searches: 9, used: 1 }], ["2026-11-10", { searches: 99 }], ["2026-11-11", changes]), 0)).toMatchObject({
			state,
			landed: { since: "2026-11-10", before: { n: 9, answered: 1 / 9 } },
		});
	});

	it("says what to do", () => {
		expect([
			nextStepAfter("watching", { n: 1, answered: null }),
			nextStepAfter("watching", { n: 2, answered: null }),
			nextStepAfter("closed", { n: 9, answered: 0.756 }),
			nextStepAfter("failing", { n: 9, answered: 0.1 }),
		]).toEqual([
			"Wait: 1 search since the change, 5 are needed to tell.",
			"Wait: 2 searches since the change, 5 are needed to tell.",
			"Nothing to do: 76 % of its searches end in an article since.",
			null,
		]);
	});
});

describe("a gap as it is told", () => {
	const site = { articles: { "a/b": { title: "Export", url: "/a/b/" } } } as unknown as SiteManifest;
	const filter = readFilter({ days: 7 }, "2026-11-20");
	const days = ["2026-11-06", "2026-11-07", "2026-11-13", "2026-11-14", "2026-11-20", "2026-11-21"].map((day) => ({ day, ...sums({ searches: 1 }) }));
	const told = (changes: Partial<Parameters<typeof describeGap>[0]>) =>
		describeGap(
			{
				...{ id: "x", cluster: cluster("dump"), visitors: 3, days, told: ["all of it"], landed: null, state: "open" },
				diagnosis: { diagnosis: "other-words", article: "a/b" },
				...changes,
			},
			site,
			filter,
		);

	it("has its article, the searches of each day, and those before", () => {
		expect(told({})).toMatchObject({ id: "x", visitors: 3, previous: 2, article: { id: "a/b", title: "Export", url: "/a/b/" }, told: ["all of it"] });
		expect(told({}).trend.map(({ value }) => value)).toEqual([1, 0, 0, 0, 0, 0, 1]);
		expect(told({ diagnosis: { diagnosis: "other-words", article: "gone" } }).article).toBeNull();
		expect(told({ diagnosis: { diagnosis: "no-article", article: null } }).article).toBeNull();
	});

	it("tells what was searched, forty phrasings at most; what nobody searched only where there is nothing else", () => {
		const of = (...searches: number[]) =>
			told({ cluster: cluster("dump", { phrasings: searches.map((n, at) => querySums(`q${at}`, { searches: n })) }) }).phrasings;
		expect(of(2, 0)).toEqual([{ query: "q0", searches: 2 }]);
		expect(of(0)).toEqual([{ query: "q0", searches: 0 }]);
		expect(of(...Array.from({ length: 50 }, () => 1))).toHaveLength(40);
	});

	it("says to wait while its change is watched, and what to do where it fails", () => {
		const landed = { since: "2026-11-10", before: { n: 9, answered: 0 }, after: { n: 2, answered: null } };
		expect(told({ landed, state: "watching" }).action).toBe("Wait: 2 searches since the change, 5 are needed to tell.");
		expect(told({ landed, state: "failing" }).action).toBe("Teach the site that “dump” means “Export”: npm run gaps adds the words.");
	});
});

describe("words that mean the same", () => {
	const of = (synonyms: SiteWords["synonyms"], holding: Record<string, number> = {}) =>
		sameWords({ synonyms, holding: (stem: string) => holding[stem] ?? 0 } as SiteWords);

	it("stand for each other where both mean the other, or one means nothing else", () => {
		const both = of([
			{ from: ["excel"], to: ["spreadsheet", "xlsx"] },
			{ from: ["spreadsheet"], to: ["excel"] },
		]);
		expect(both.replace(["spreadsheet", "x", "excel", "xlsx"])).toEqual(["excel", "x", "excel", "xlsx"]);
		expect(of([{ from: ["sap"], to: ["erp"] }]).replace(["sap", "erp"])).toEqual(["erp", "erp"]);
		expect(of([{ from: ["tool"], to: ["erp", "crm"] }]).replace(["tool"])).toEqual(["tool"]);
	});

	it("may be a phrase, which becomes the word", () => {
		const words = of([
			{ from: ["two", "factor"], to: ["mfa"] },
			{ from: ["single", "sign", "on"], to: ["sso", "login"] },
			{ from: ["login"], to: ["sign", "in"] },
		]);
		expect(words.replace(["two", "factor", "code"])).toEqual(["mfa", "code"]);
		expect(words.replace(["two", "code", "factor"])).toEqual(["two", "code", "factor"]);
		expect(words.replace(["single", "sign", "on"])).toEqual(["login"]);
	});

	it("are held by as many articles as the word that most hold", () => {
		const words = of([{ from: ["sap"], to: ["erp"] }], { sap: 20, erp: 17, x: 4 });
		// `erp` stands for both.
		expect(["erp", "x", "none"].map((stem) => words.holding(stem))).toEqual([20, 4, 0]);
	});
});
