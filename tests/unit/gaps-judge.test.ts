import { describe, expect, it } from "vitest";
import type { SearchSums } from "#worker/queries/search-sums.ts";
import { diagnose, isMended, nextStep, type ReplayedQuery } from "#worker/reports/gaps/diagnose.ts";
import { findBurst, speaksOfIncident } from "#worker/reports/gaps/incidents.ts";
import { addSearchSums, costOf, faultOf } from "#worker/reports/gaps/judge.ts";
import { landedOn, nextStepAfter } from "#worker/reports/gaps/landed.ts";
import { addDays } from "#worker/lib/days.ts";

function sums(changes: Partial<SearchSums>): SearchSums {
	return { ...addSearchSums([]), ...changes };
}

describe("searches for one thing", () => {
	it.each([
		["nothing was found", { searches: 4, zero: 4 }, "unanswered"],
		["half found nothing, and hardly anybody used the rest", { searches: 10, zero: 5, used: 2 }, "unanswered"],
		["some found nothing, and surely few used the rest", { searches: 12, zero: 4, used: 2 }, "unanswered"],
		["all is found and nobody uses it", { searches: 10, used: 0 }, "not-clicked"],
		["it is used, and readers say No", { searches: 20, used: 18, unhelpful: 11 }, "not-helpful"],
		["it is used, and readers write to support", { searches: 20, used: 18, ticketed: 11 }, "not-helpful"],
	] as const)("are at fault where %s", (_, changes, fault) => {
		expect(faultOf(sums(changes), 0.02)).toBe(fault);
	});

	it.each([
		["nobody searched", {}],
		["found nothing confident, and the nearest article served", { searches: 10, zero: 8, used: 6 }],
		["too few to tell that nobody opens it", { searches: 5, used: 0 }],
		["as many open it as should", { searches: 50, used: 32 }],
		["three readers said No", { searches: 4, used: 4, unhelpful: 3 }],
	] as const)("are not at fault where %s", (_, changes) => {
		expect(faultOf(sums(changes), 0.02)).toBeNull();
	});

	it("are not at fault for tickets where every search ends in one", () => {
		const often = sums({ searches: 30, used: 25, ticketed: 12 });
		expect([faultOf(often, 0.05), faultOf(often, 0.3)]).toEqual(["not-helpful", null]);
	});

	it("cost more with more readers, with a No, and most with tickets", () => {
		const base = { searches: 10, visitors: 6, zero: 10 };
		const costs = [{ ...base, used: 5, zero: 5 }, base, { ...base, ticketed: 2 }, { ...base, visitors: 9, ticketed: 2 }].map((one) => costOf(sums(one)));
		expect(costs).toEqual([3, 6, 9.6, 14.4]);
		expect(costOf(sums({ searches: 10, visitors: 10, used: 10, unhelpful: 4 }))).toBe(4);
		expect(costOf(sums({}))).toBe(0);
	});
});

describe("the diagnosis", () => {
	const evidence = { visitors: 9, sessions: 9, used: [], next: [] };
	const offered = () => true;
	const replay = (...answers: (string | null)[]): ReplayedQuery[] => answers.map((answer, place) => ({ query: `q${place}`, searches: 2, zero: 2, answer }));
	const unanswered = { searches: 8, zero: 8, used: 0 };

	it("is that no article exists where search finds none and readers got nowhere", () => {
		const found = diagnose("unanswered", unanswered, replay(null, null), { ...evidence, used: [{ article: "a/near", sessions: 3, helped: 1 }] }, offered);
		expect(found).toEqual({ diagnosis: "no-article", article: null });
	});

	it("is other words where readers got to an article by other words and were done", () => {
		const used = [{ article: "a/right", sessions: 4, helped: 4 }];
		expect(diagnose("unanswered", unanswered, replay(null), { ...evidence, used }, offered)).toEqual({ diagnosis: "other-words", article: "a/right" });
		expect(diagnose("unanswered", unanswered, replay(null), { ...evidence, used }, () => false)).toEqual({ diagnosis: "no-article", article: null });
		expect(diagnose("unanswered", unanswered, replay(null), { ...evidence, sessions: 40, used }, offered)).toEqual({ diagnosis: "no-article", article: null });
	});

	it("is other words where today's search knows one phrasing or told sentence and a reader used it, unless others passed it by", () => {
		const some = replay(null, "a/right", null);
		const right = { ...evidence, used: [{ article: "a/right", sessions: 1, helped: 1 }] };
		const none = { diagnosis: "no-article", article: null };
		expect(diagnose("unanswered", unanswered, some, right, offered)).toEqual({ diagnosis: "other-words", article: "a/right" });
		expect(diagnose("unanswered", unanswered, some, evidence, offered)).toEqual(none);
		expect(diagnose("unanswered", { searches: 12, zero: 6, used: 1 }, some, right, offered)).toEqual(none);
	});

	it("is other words where today's search knows most phrasings by one article that nobody has seen yet", () => {
		const most = replay("a/right", "a/right", null);
		expect(diagnose("unanswered", unanswered, most, evidence, offered)).toEqual({ diagnosis: "other-words", article: "a/right" });
	});

	it("is that it is not clicked where one article is found, and that there is none where all of them differ", () => {
		const found = { searches: 12, zero: 0, used: 1 };
		expect(diagnose("not-clicked", found, replay("a/one", "a/one", null), evidence, offered)).toEqual({ diagnosis: "not-clicked", article: "a/one" });
		expect(diagnose("not-clicked", found, replay("a/one", "a/two", "a/three"), evidence, offered)).toEqual({ diagnosis: "no-article", article: null });
	});

	it("is that it does not help, of the article that was used most", () => {
		const used = [
			{ article: "a/rare", sessions: 1, helped: 1 },
			{ article: "a/often", sessions: 8, helped: 0 },
		];
		expect(diagnose("not-helpful", { searches: 9, zero: 0, used: 9 }, replay("a/rare"), { ...evidence, used }, offered)).toEqual({
			diagnosis: "not-helpful",
			article: "a/often",
		});
	});

	it("knows what was mended since: found nothing then, and is answered today", () => {
		expect(isMended(replay("a/new", "a/new"))).toBe(true);
		expect(isMended(replay("a/new", null))).toBe(false);
		expect(isMended(replay("a/old").map((one) => ({ ...one, zero: 0 })))).toBe(false);
		expect(isMended(replay(null))).toBe(false);
	});

	it("comes with the next step", () => {
		const article = { id: "a/b", title: "Export a report", url: "/a/b/" };
		const step = (diagnosis: Parameters<typeof nextStep>[0]["diagnosis"], of: typeof article | null = article, tickets = 0) =>
			nextStep({ query: "save as pdf", diagnosis, article: of }, { ticketed: tickets, unhelpful: 1 });
		expect([step("no-article", null), step("other-words"), step("not-clicked"), step("not-helpful"), step("not-helpful", article, 2)]).toMatchInlineSnapshot(`
			[
			  "Write an article that answers “save as pdf”: npm run gaps drafts it.",
			  "Teach the site that “save as pdf” means “Export a report”: npm run gaps adds the words.",
			  "Rewrite title and summary of “Export a report”: readers see it and do not open it.",
			  "Rewrite “Export a report”: readers voted No on it.",
			  "Rewrite “Export a report”: readers wrote to support after it.",
			]
		`);
	});
});

describe("an incident", () => {
	const period = { from: "2026-10-22", to: "2026-11-20" };
	const on = (counts: Record<string, number>) => Object.entries(counts).map(([day, searches]) => ({ day, searches }));

	it.each(["is it down", "platform outage", "error 503 on every page", "the site is not loading", "nothing works", "service disruption"])(
		"speaks: %s",
		(words) => {
			expect(speaksOfIncident(words)).toBe(true);
		},
	);

	it.each(["download a report", "error 4290", "status of my import", "scope 3", "download breakdown"])("does not speak: %s", (words) => {
		expect(speaksOfIncident(words)).toBe(false);
	});

	it("is a burst on one day or two with hardly anything around", () => {
		const days = on({ "2026-11-02": 1, "2026-11-08": 30, "2026-11-09": 9 });
		expect(findBurst(days, period, ["values vanish"])).toMatchObject({ first: "2026-11-08", last: "2026-11-09", searches: 39, usual: 1 / 28 });
	});

	it("needs fewer searches where they speak of an incident, also while it goes on", () => {
		const now = on({ "2026-11-20": 4 });
		expect(findBurst(now, period, ["is it down"])).toMatchObject({ first: "2026-11-20", last: "2026-11-20" });
		expect(findBurst(now, period, ["dark mode"])).toBeNull();
		expect(findBurst(on({ "2026-11-20": 40 }), period, ["dark mode"])).toBeNull();
	});

	it("is none where searches come all the time, or a few by chance together", () => {
		const daily = Array.from({ length: 30 }, (_, number) => ({ day: addDays(period.from, number), searches: number === 9 ? 12 : 2 }));
		expect(findBurst(daily, period, ["dark mode"])).toBeNull();
		expect(findBurst(on({ "2026-11-08": 3, "2026-11-09": 4, "2026-11-14": 1 }), period, ["dark mode"])).toBeNull();
		expect(findBurst(on({ "2026-11-08": 40 }), { from: "2026-11-07", to: "2026-11-10" }, ["is it down"])).toBeNull();
	});
});

describe("a change that was deployed", () => {
	const day = (of: string, searches: number, used: number) => ({ day: of, ...sums({ searches, used }) });
	const before = [day("2026-11-01", 9, 1), day("2026-11-02", 5, 1)];

	it("is watched while too few have searched since, the day itself left out", () => {
		expect(landedOn("2026-11-03", [...before, day("2026-11-03", 50, 50), day("2026-11-04", 4, 4)], 0.02)).toEqual({
			landed: { since: "2026-11-03", before: { n: 14, answered: 2 / 14 }, after: { n: 4, answered: null } },
			state: "watching",
		});
	});

	it.each([
		["closed", 4],
		["failing", 3],
	] as const)("is %s by what most searches since ended in", (state, used) => {
		expect(landedOn("2026-11-03", [...before, day("2026-11-05", 8, used)], 0.02).state).toBe(state);
	});

	it("is failing where what is found since is voted down", () => {
		const after = { day: "2026-11-05", ...sums({ searches: 12, used: 12, unhelpful: 7 }) };
		expect(landedOn("2026-11-03", [...before, after], 0.02)).toMatchObject({ state: "failing", landed: { after: { n: 12, answered: 5 / 12 } } });
	});

	it("says what to do next, and leaves that to the diagnosis where it fails", () => {
		expect([
			nextStepAfter("watching", { n: 1, answered: null }),
			nextStepAfter("closed", { n: 8, answered: 0.75 }),
			nextStepAfter("failing", { n: 8, answered: 0.1 }),
			nextStepAfter("open", { n: 0, answered: null }),
		]).toEqual(["Wait: 1 search since the change, 5 are needed to tell.", "Nothing to do: 75 % of its searches end in an article since.", null, null]);
	});
});
