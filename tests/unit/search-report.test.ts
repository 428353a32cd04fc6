import { describe, expect, it } from "vitest";
import type { Gap } from "#contract/gaps.ts";
import type { ReportTable } from "#contract/report-table.ts";
import type { SearchSums } from "#worker/queries/search-sums.ts";
import type { SearchCluster } from "#worker/reports/gaps/search-clusters.ts";
import { readFilter } from "#worker/reports/read-filter.ts";
import { clusterTable, clusterTables } from "#worker/reports/search/cluster-tables.ts";
import { gapsTable, incidentsTable } from "#worker/reports/search/gap-tables.ts";
import { searchCharts } from "#worker/reports/search/search-charts.ts";
import { searchFigures } from "#worker/reports/search/search-figures.ts";
import { wordsOf } from "./report-words.ts";

const nothing: SearchSums = { searches: 0, visitors: 0, zero: 0, used: 0, unused: 0, refined: 0, ticketed: 0, abandoned: 0, unhelpful: 0 };

function makeCluster(query: string, sums: Partial<SearchSums>, others: [query: string, searches: number][] = []): SearchCluster {
	const phrasings = [[query, 1] as const, ...others].map(([phrasing, searches]) => ({ ...nothing, query: phrasing, searches }));
	return { ...nothing, query, phrasings, lastSeen: "2026-11-18", ...sums } as unknown as SearchCluster;
}

function makeGap(changes: Partial<Gap>): Gap {
	return {
		...{
			id: "5f0c2a000000",
			query: "export",
			phrasings: [{ query: "export", searches: 4 }],
			searches: 4,
			visitors: 3,
			zero: 1,
			refined: 1,
			ticketed: 2,
			abandoned: 1,
		},
		...{
			previous: 6,
			firstSeen: "2026-11-01",
			lastSeen: "2026-11-18",
			trend: [],
			told: [],
			diagnosis: "no-article",
			article: null,
			action: "Write it.",
			landed: null,
		},
		...{ state: "open", ...changes },
	};
}

function tableOf(id: string, clusters: SearchCluster[], before = new Map<SearchCluster, number>()): ReportTable {
	const table = clusterTables.find((one) => one.id === id);
	if (!table) throw new Error(`no list ${id}`);
	return clusterTable(table, table.choose(clusters), before);
}

describe("the lists of searches by how they end", () => {
	it("say what they hold", () => {
		expect(clusterTables.map(({ id }) => wordsOf(tableOf(id, [])).split("\n").slice(0, 3).join("\n")).join("\n\n")).toMatchInlineSnapshot(`
			"top: Top searches
			What readers search for most.
			Nobody has searched in this period.

			zero-results: Searches without an answer
			Searches without a confident result, whatever nearest topics were shown.
			Every search found an answer.

			no-click: Found, not opened
			Searches that showed a confident result of which nothing was opened, not even a quick answer in place.
			Of every search that found something, a result was used.

			refined: Refined searches
			Searches after which the session tried other words within five minutes, without having used a result: the first results were poor.
			Nobody had to search again.

			followed-by-ticket: Searches followed by a ticket
			Searches after which the same session sent a ticket: what was found did not help.
			No ticket came after a search.

			abandoned: Abandoned searches
			Searches of which nothing was used, and after which nothing came in their session.
			Nobody left after a search."
		`);
		expect(clusterTables.map(({ id }) => tableOf(id, []).columns[3]).map((column) => `${column?.label}: ${column?.definition}`)).toMatchInlineSnapshot(`
			[
			  "Ended in an article: Searches of which a result was opened, or its quick answer in place.",
			  "Without an answer: Searches without a confident result.",
			  "Not opened: Searches with a confident result of which nothing was used.",
			  "Refined: Searches that were followed by other words.",
			  "Tickets: Searches whose session sent a ticket afterwards.",
			  "Abandoned: Searches with which a session ended, without a result used.",
			]
		`);
		expect(wordsOf(tableOf("top", []))).toMatchInlineSnapshot(`
			"top: Top searches
			What readers search for most.
			Nobody has searched in this period.
			search | Search | The most frequent phrasing; it leads to what readers see.
			searches | Searches | count | Settled searches with any of the phrasings.
			visitors | Visitors | count | Visitor-days: a visitor counts once a day for each phrasing.
			part | Ended in an article | count | Searches of which a result was opened, or its quick answer in place.
			share | Share | rate | Of its searches. None below 5 searches.
			previous | Period before | count | Searches of the period of the same length before, in the ways of writing of the last 90 days.
			last_seen | Last seen | day | The last day on which it was searched."
		`);
	});

	const parts = { "zero-results": "zero", "no-click": "unused", refined: "refined", "followed-by-ticket": "ticketed", abandoned: "abandoned" } as const;
	it.each(Object.entries(parts))("hold under %s the searches that have any of it, the most first, then the most frequent", (id, part) => {
		const all = [
			makeCluster("none", { searches: 90 }),
			makeCluster("one of ten", { searches: 10, [part]: 1 }),
			makeCluster("one of twenty", { searches: 20, [part]: 1 }),
			makeCluster("two", { searches: 5, [part]: 2 }),
		];
		expect(tableOf(id, all).rows.map(({ cells }) => [cells["search"], cells["part"]])).toEqual([
			["two", 2],
			["one of twenty", 1],
			["one of ten", 1],
		]);
	});

	it("hold the top searches as they come, used or not", () => {
		const rows = tableOf("top", [makeCluster("a", { searches: 9 }), makeCluster("b", { searches: 10, used: 5 })]).rows;
		expect(rows.map(({ cells }) => [cells["search"], cells["part"]])).toEqual([
			["a", 0],
			["b", 5],
		]);
	});

	it("hold fifty at most", () => {
		const many = Array.from({ length: 60 }, (_, at) => makeCluster(`q${at}`, { searches: 9, zero: 1 }));
		expect(tableOf("top", many).rows).toHaveLength(50);
		expect(tableOf("zero-results", many).rows).toHaveLength(50);
	});

	it("tell a share from five searches on, and the period before where it is known", () => {
		const [few, enough] = [makeCluster("few", { searches: 4, zero: 2 }), makeCluster("enough", { searches: 5, zero: 2, visitors: 3 })];
		expect(tableOf("zero-results", [few, enough], new Map([[enough, 7]])).rows).toEqual([
			{
				cells: { search: "enough", searches: 5, visitors: 3, part: 2, share: 0.4, previous: 7, last_seen: "2026-11-18" },
				href: "/search/?q=enough",
			},
			{ cells: { search: "few", searches: 4, visitors: 0, part: 2, share: null, previous: 0, last_seen: "2026-11-18" }, href: "/search/?q=few" },
		]);
	});

	it("name four other spellings that were searched, and count the rest", () => {
		const more = (others: [string, number][]) => tableOf("top", [makeCluster("a & b", { searches: 9 }, others)]).rows[0]?.more;
		expect(more([["never", 0]])).toBeUndefined();
		expect(
			more([
				["once", 1],
				["never", 0],
			]),
		).toEqual(["also: once"]);
		expect(more(["b", "c", "d", "e"].map((query) => [query, 1]))).toEqual(["also: b · c · d · e"]);
		expect(more(["b", "c", "d", "e", "f", "g"].map((query) => [query, 1]))).toEqual(["also: b · c · d · e and 2 more"]);
		expect(tableOf("top", [makeCluster("a & b", { searches: 9 })]).rows[0]?.href).toBe("/search/?q=a%20%26%20b");
	});
});

describe("the list of gaps", () => {
	it("says what it holds", () => {
		expect(wordsOf(gapsTable([]))).toMatchInlineSnapshot(`
			"gaps: Searches to act on
			What readers search for in vain, all their ways of writing it together, from three visitor-days on. What costs readers most comes first: visitor-days times the mean harm of a search (1 where it led to nothing, 1 for a No, 3 for a ticket). The cause comes from asking today’s search again, and from what these readers did next.
			Nothing to act on: nobody searched in vain, or too few did to tell.
			search | Search | The most frequent phrasing.
			searches | Searches | count | Settled searches with any of the phrasings.
			visitors | Visitors | count | Visitor-days: a visitor counts once a day, however many phrasings were tried.
			zero_share | Without an answer | rate | Share of these searches without a confident result.
			refined | Refined | count | Followed by other words within five minutes, without a result used.
			ticketed | Tickets | count | Searches whose session sent a ticket afterwards.
			abandoned | Abandoned | count | Nothing was used, and nothing came after it in its session.
			previous | Period before | count | Searches of the period of the same length before, in the ways of writing of the last 90 days.
			last_seen | Last seen | day | The last day on which it was searched.
			diagnosis | Why | No article, an article in other words, found but not opened, or opened but not helpful.
			article | Article | The article that answers it, or that was used in vain.
			state | State | Open, or how its searches go since a change for it was deployed (data/gaps.yml).
			id | Id | id | For npm run gaps -- --only."
		`);
	});

	it("tells of a gap without an article what it costs, and what to do", () => {
		expect(gapsTable([makeGap({})]).rows).toMatchInlineSnapshot(`
			[
			  {
			    "action": "Write it.",
			    "cells": {
			      "abandoned": 1,
			      "article": null,
			      "diagnosis": "No article answers it",
			      "id": "5f0c2a000000",
			      "last_seen": "2026-11-18",
			      "previous": 6,
			      "refined": 1,
			      "search": "export",
			      "searches": 4,
			      "state": "Open",
			      "ticketed": 2,
			      "visitors": 3,
			      "zero_share": 0.25,
			    },
			    "href": "/search/?q=export",
			    "id": "gap-5f0c2a000000",
			    "more": [],
			  },
			]
		`);
	});

	it("tells of a gap with an article where to do it, how it is written and said otherwise, and what a change did", () => {
		const article = { id: "export", title: "Export a report", url: "/reporting/export/" };
		const gap = makeGap({
			...{ article, diagnosis: "not-clicked", state: "watching", told: ["the button"] },
			phrasings: ["export", "a", "b", "c", "d", "e", "f", "g", "h"].map((query) => ({ query, searches: 1 })),
			landed: { since: "2026-11-10", before: { n: 8, answered: 0.254 }, after: { n: 1, answered: null } },
		});
		expect(gapsTable([gap]).rows).toMatchInlineSnapshot(`
			[
			  {
			    "action": "Write it.",
			    "actionHref": "/reporting/export/",
			    "cells": {
			      "abandoned": 1,
			      "article": "Export a report",
			      "diagnosis": "Found but not opened",
			      "id": "5f0c2a000000",
			      "last_seen": "2026-11-18",
			      "previous": 6,
			      "refined": 1,
			      "search": "export",
			      "searches": 4,
			      "state": "Changed, too early to tell",
			      "ticketed": 2,
			      "visitors": 3,
			      "zero_share": 0.25,
			    },
			    "href": "/search/?q=export",
			    "id": "gap-5f0c2a000000",
			    "more": [
			      "also: a · b · c · d · e · f and 2 more",
			      "was looking for: “the button”",
			      "changed on 2026-11-10: 25 % of 8 searches ended in an article before, (1 search, too few to tell) since",
			    ],
			  },
			]
		`);
	});

	it("leads to no article where none answers it, and shares nothing of no searches", () => {
		const article = { id: "export", title: "Export a report", url: "/reporting/export/" };
		const [row] = gapsTable([makeGap({ article, searches: 0, zero: 0 })]).rows;
		expect(row).not.toHaveProperty("actionHref");
		expect(row?.cells).toMatchObject({ article: "Export a report", zero_share: null });
	});

	it("names each cause and state in words", () => {
		const states = (["open", "watching", "closed", "failing"] as const).map((state) => makeGap({ state }));
		const causes = (["no-article", "other-words", "not-clicked", "not-helpful"] as const).map((diagnosis) => makeGap({ diagnosis }));
		expect(gapsTable(states).rows.map(({ cells }) => cells["state"])).toMatchInlineSnapshot(`
			[
			  "Open",
			  "Changed, too early to tell",
			  "Closed: its searches succeed now",
			  "Changed, and still failing",
			]
		`);
		expect(gapsTable(causes).rows.map(({ cells }) => cells["diagnosis"])).toMatchInlineSnapshot(`
			[
			  "No article answers it",
			  "An article exists but uses other words",
			  "Found but not opened",
			  "Opened but not helpful",
			]
		`);
	});
});

describe("the list of incidents", () => {
	it("says what it holds, and that nothing is to be written", () => {
		const incident = { first: "2026-11-10", last: "2026-11-11", queries: ["login", "sign in"], searches: 40, usual: 0.5, ticketed: 3 };
		const table = incidentsTable([incident, { ...incident, queries: ["login"] }]);
		expect(wordsOf(table)).toMatchInlineSnapshot(`
			"incidents: Incidents
			Searches that came all at once, on one day or two, and hardly before or after. Something was broken then; no article is missing, so they are not in the list above.
			No searches came all at once.
			search | Search | The most frequent phrasing of these days.
			first | First day | day
			last | Last day | day
			searches | Searches | count | Settled searches of these days with these words.
			usual | Usual a day | Searches with these words on an ordinary day of the weeks around.
			ticketed | Tickets | count | Of these searches: followed by a ticket of their session."
		`);
		expect(table.rows).toMatchInlineSnapshot(`
			[
			  {
			    "action": "Nothing to write. See that the status page said it, and that the search page leads there.",
			    "cells": {
			      "first": "2026-11-10",
			      "last": "2026-11-11",
			      "search": "login",
			      "searches": 40,
			      "ticketed": 3,
			      "usual": 0.5,
			    },
			    "href": "/search/?q=login",
			    "more": [
			      "also: sign in",
			    ],
			  },
			  {
			    "action": "Nothing to write. See that the status page said it, and that the search page leads there.",
			    "cells": {
			      "first": "2026-11-10",
			      "last": "2026-11-11",
			      "search": "login",
			      "searches": 40,
			      "ticketed": 3,
			      "usual": 0.5,
			    },
			    "href": "/search/?q=login",
			  },
			]
		`);
	});
});

describe("the lines of the search report", () => {
	const filter = (days: number) => readFilter({ days }, "2026-11-18");
	const days = new Map([
		["2026-11-16", { ...nothing, searches: 4, used: 4 }],
		["2026-11-17", { ...nothing, searches: 5, used: 1, zero: 2 }],
		["2026-11-18", { ...nothing, searches: 10, used: 5, zero: 1 }],
	]);

	it("go by day, without a point below five searches", () => {
		expect(searchCharts(filter(2), days)).toMatchInlineSnapshot(`
			[
			  {
			    "id": "search-outcomes",
			    "series": [
			      {
			        "label": "Search success",
			        "points": [
			          {
			            "day": "2026-11-17",
			            "n": 5,
			            "value": 0.2,
			          },
			          {
			            "day": "2026-11-18",
			            "n": 10,
			            "value": 0.5,
			          },
			        ],
			        "target": 0.6,
			        "unit": "rate",
			      },
			      {
			        "label": "Zero-result searches",
			        "points": [
			          {
			            "day": "2026-11-17",
			            "n": 5,
			            "value": 0.4,
			          },
			          {
			            "day": "2026-11-18",
			            "n": 10,
			            "value": 0.1,
			          },
			        ],
			        "target": 0.1,
			        "unit": "rate",
			      },
			    ],
			    "summary": "Of each day's searches: the share that ended in an article, and the share without a good answer. Below 5 searches there is no point.",
			    "title": "How searches end, by day",
			  },
			  {
			    "id": "searches",
			    "series": [
			      {
			        "label": "Searches",
			        "points": [
			          {
			            "day": "2026-11-17",
			            "value": 5,
			          },
			          {
			            "day": "2026-11-18",
			            "value": 10,
			          },
			        ],
			        "unit": "count",
			      },
			    ],
			    "summary": "Settled searches of each day.",
			    "title": "Searches, by day",
			  },
			]
		`);
		expect(searchCharts(filter(3), days)[0]?.series[0]?.points[0]).toEqual({ day: "2026-11-16", value: null, n: 4 });
	});

	it("go by week where the period is longer than a month", () => {
		expect(searchCharts(filter(31), days).map(({ title }) => title)).toEqual(["How searches end, by day", "Searches, by day"]);
		const weeks = searchCharts(filter(32), days);
		expect(weeks.map(({ title, summary }) => `${title}. ${summary}`)).toMatchInlineSnapshot(`
			[
			  "How searches end, by week. Of each week's searches: the share that ended in an article, and the share without a good answer. Below 5 searches there is no point.",
			  "Searches, by week. Settled searches of each week.",
			]
		`);
		expect(weeks[1]?.series[0]?.points.at(-1)).toEqual({ day: "2026-11-12", value: 19 });
	});
});

describe("the figures of the search report", () => {
	const counts = (n: number) => ({ searches: n, searches_opened: n / 2, searches_answered_in_place: n / 4, searches_zero: n / 5 });
	const sums = (n: number) => new Map(Object.entries(counts(n)).map(([metric, count]) => [metric, new Map([["", count]])]));
	const day = (searches: number) => new Map([["2026-11-18", { ...nothing, searches, unused: 4, refined: 3, ticketed: 2, abandoned: 1 }]]);

	it("tell how many searches there were and how they ended, beside the period before", () => {
		expect(searchFigures({ sums: sums(100), days: day(20) }, { sums: sums(200), days: day(40) })).toMatchInlineSnapshot(`
			[
			  {
			    "definition": "Settled searches: 1.5 s without typing, Enter, or a result used. A search that a later one of its session only extended is not counted.",
			    "href": "#top",
			    "id": "searches",
			    "label": "Searches",
			    "previous": 200,
			    "unit": "count",
			    "value": 100,
			  },
			  {
			    "definition": "Settled searches of which a result was opened, or its quick answer was opened in place, ÷ settled searches. Each search counts once.",
			    "href": "#top",
			    "id": "search-success",
			    "label": "Search success",
			    "n": 100,
			    "of": "searches",
			    "previous": 0.75,
			    "target": "60 % or more",
			    "unit": "rate",
			    "value": 0.75,
			    "verdict": "good",
			  },
			  {
			    "definition": "Settled searches without a good answer ÷ settled searches.",
			    "href": "#zero-results",
			    "id": "zero-results",
			    "label": "Zero-result searches",
			    "n": 100,
			    "of": "searches",
			    "previous": 0.2,
			    "target": "below 10 %",
			    "unit": "rate",
			    "value": 0.2,
			    "verdict": "watch",
			  },
			  {
			    "definition": "Settled searches that showed a confident result of which nothing was opened, not even a quick answer in place, ÷ settled searches.",
			    "href": "#no-click",
			    "id": "no-click",
			    "label": "Found, not opened",
			    "n": 20,
			    "of": "searches",
			    "previous": 0.1,
			    "unit": "rate",
			    "value": 0.2,
			  },
			  {
			    "definition": "Settled searches after which the session searched other words within five minutes, without having used a result, ÷ settled searches.",
			    "href": "#refined",
			    "id": "refined",
			    "label": "Refined",
			    "n": 20,
			    "of": "searches",
			    "previous": 0.075,
			    "unit": "rate",
			    "value": 0.15,
			  },
			  {
			    "definition": "Settled searches after which the same session sent a ticket ÷ settled searches.",
			    "href": "#followed-by-ticket",
			    "id": "followed-by-ticket",
			    "label": "Followed by a ticket",
			    "n": 20,
			    "of": "searches",
			    "previous": 0.05,
			    "unit": "rate",
			    "value": 0.1,
			  },
			  {
			    "definition": "Settled searches of which no result was used and after which nothing came in their session ÷ settled searches. Sessions that are not known do not count as abandoned.",
			    "href": "#abandoned",
			    "id": "abandoned",
			    "label": "Abandoned",
			    "n": 20,
			    "of": "searches",
			    "previous": 0.025,
			    "unit": "rate",
			    "value": 0.05,
			  },
			]
		`);
	});

	it("tell no share of fewer than twenty searches", () => {
		const [, , , ...shares] = searchFigures({ sums: sums(19), days: day(19) }, { sums: sums(19), days: day(19) });
		expect(shares.map(({ value, previous, n }) => [value, previous, n])).toEqual(shares.map(() => [null, null, 19]));
	});
});
