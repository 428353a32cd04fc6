import { describe, expect, it } from "vitest";
import type { SiteManifest } from "#contract/site-manifest.ts";
import { addDays } from "#worker/lib/days.ts";
import type { Env } from "#worker/env.ts";
import { alertNews } from "#worker/reports/anomalies/alert-news.ts";
import { findAnomalies, type JudgedDay } from "#worker/reports/anomalies/find-anomalies.ts";
import { usualCount } from "#worker/reports/anomalies/jump.ts";

const day = "2026-11-20";
const rounded = ({ expected, limit }: { expected: number; limit: number }) => [Number(expected.toFixed(2)), limit];
const each = (...counts: number[]) => counts.map((n) => ({ n, of: 1 }));

describe("what is usual", () => {
	it.each([
		["nothing at all", each(0, 0, 0, 0), [0, 6]],
		["one a day", each(1, 1, 1, 1, 1, 1, 1, 1), [1, 7]],
		["ten a day", each(10, 10, 10, 10), [10, 26]],
		["ten a day, widely spread", each(2, 18, 4, 16, 10), [10, 63]],
		["ten a day, but for an outage", each(10, 10, 10, 10, 10, 90), [10.06, 26]],
	])("is, of %s, an expectation and a limit", (_, alike, usual) => {
		expect(rounded(usualCount(alike, [], 1))).toEqual(usual);
	});

	it("is a share of what a day is of", () => {
		const alike = Array.from({ length: 5 }, () => ({ n: 10, of: 100 }));
		expect(rounded(usualCount(alike, [], 200))).toEqual([20, 43]);
	});

	it("spreads as other days do", () => {
		const calm = each(10, 10, 10, 10);
		const [, alone] = rounded(usualCount(calm, [], 1));
		const [, beside] = rounded(usualCount(calm, [each(2, 30, 5, 25)], 1));
		expect(beside).toBeGreaterThan(alone ?? NaN);
	});
});

describe("a day with more than usual", () => {
	const judge = (
		today: Partial<JudgedDay>,
		earlier: (ago: number) => Partial<JudgedDay>,
		changes: { since?: string; holidays?: string[]; back?: number } = {},
	) => {
		const days = new Map<string, JudgedDay>([[day, { searches: 0, zero: 0, tickets: {}, ...today }]]);
		for (let ago = 1; ago <= (changes.back ?? 60); ago++) days.set(addDays(day, -ago), { searches: 0, zero: 0, tickets: {}, ...earlier(ago) });
		return findAnomalies({ day, days, since: changes.since ?? "2026-01-01", holidays: changes.holidays ?? [] });
	};
	const found = (...args: Parameters<typeof judge>) => judge(...args).map(({ id }) => id);
	const searches = (zero: number, n = 100) => ({ searches: n, zero });

	it.each([
		["ten of thirty searches", searches(10, 30), 1],
		["ten of twenty-nine", searches(10, 29), 0],
		["nine of thirty", searches(9, 30), 0],
	])("is told, of searches without an answer, from thirty searches and ten of them on: %s", (_, today, n) => {
		expect(found(today, () => searches(0, 30))).toHaveLength(n);
	});

	it("is no rise of less than five points", () => {
		const busy = (zero: number) => searches(zero, 10_000);
		expect([found(busy(1490), () => busy(1000)), found(busy(1500), () => busy(1000))]).toEqual([[], ["zero-results"]]);
	});

	it("learns what is usual from fourteen days with searches on", () => {
		const since = (days: number) => addDays(day, -days);
		expect([13, 14].map((days) => found(searches(60), () => searches(5), { since: since(days) }).length)).toEqual([0, 1]);
		expect(found(searches(60), (ago) => (ago % 2 === 0 ? searches(5) : searches(0, 0)), { since: since(27) })).toEqual([]);
	});

	it("is told, of tickets, from eight on", () => {
		expect([7, 8].map((n) => found({ tickets: { login: n } }, () => ({})).length)).toEqual([0, 1]);
		expect(judge({ tickets: { login: 30 } }, () => ({ tickets: { login: 2 } }))).toEqual([
			{ id: "tickets:login", category: "login", n: 30, expected: 2, limit: expect.any(Number) as number },
		]);
	});

	it("learns from alike weekdays of four weeks, or else from fourteen days", () => {
		const mondays = (ago: number) => ({ tickets: { login: ago % 7 === 0 ? 20 : 0 } });
		expect(found({ tickets: { login: 22 } }, mondays)).toEqual([]);
		expect(found({ tickets: { login: 22 } }, mondays, { since: addDays(day, -28) })).toEqual([]);
		expect(found({ tickets: { login: 22 } }, () => ({}), { since: addDays(day, -14) })).toEqual(["tickets:login"]);
		expect(found({ tickets: { login: 22 } }, () => ({}), { since: addDays(day, -13) })).toEqual([]);
	});

	it("learns nothing of holidays", () => {
		const holidays = Array.from({ length: 60 }, (_, ago) => addDays(day, -1 - ago));
		expect(found({ tickets: { login: 99 } }, () => ({}), { holidays })).toEqual([]);
	});

	it("stands with the worst first", () => {
		const tickets = (login: number, sso: number) => ({ tickets: { login, sso } });
		expect(found(tickets(40, 90), () => tickets(2, 9))).toEqual(["tickets:login", "tickets:sso"]);
		expect(found({ tickets: { a: 20, b: 30 } }, () => ({}))).toEqual(["tickets:b", "tickets:a"]);
	});
});

describe("the daily alert", () => {
	const site = {
		name: "Help",
		url: "https://help.example",
		support: { timeZone: "UTC", ticketCategories: [{ id: "login", label: "Signing in" }] },
	} as unknown as SiteManifest;
	const of = (changes: Partial<Parameters<typeof alertNews>[0]>) => alertNews({ env: {} as Env, site, day, dead: [], anomalies: [], ...changes });

	it("says nothing of what is in order", async () => {
		expect(await of({})).toMatchInlineSnapshot(`
			{
			  "data": {
			    "anomalies": [],
			    "day": "2026-11-20",
			    "dead": [],
			  },
			  "key": "daily-alert_2026-11-20",
			  "kind": "daily-alert",
			  "sections": [],
			  "title": "Help: what needs a look (2026-11-20)",
			}
		`);
	});

	it("tells what reached no desk, and what was more than usual, with what to do", async () => {
		const news = await of({
			dead: [{ destination: "desk", n: 2, oldest: Date.parse("2026-11-18T10:00:00Z") }],
			anomalies: [{ id: "zero-results", n: 60, of: 100, expected: 4.6, limit: 14.9 }],
		});
		expect(news).toMatchInlineSnapshot(`
			{
			  "data": {
			    "anomalies": [
			      {
			        "expected": 4.6,
			        "id": "zero-results",
			        "limit": 14.9,
			        "n": 60,
			        "of": 100,
			        "topics": [],
			      },
			    ],
			    "day": "2026-11-20",
			    "dead": [
			      {
			        "destination": "desk",
			        "n": 2,
			        "oldest": "2026-11-18T10:00:00.000Z",
			      },
			    ],
			  },
			  "key": "daily-alert_2026-11-20",
			  "kind": "daily-alert",
			  "sections": [
			    {
			      "heading": "Messages of customers that reached no desk",
			      "lines": [
			        "desk: 2 given up, the first on 2026-11-18",
			        "Do: put right what is wrong, then send them again.",
			      ],
			      "links": [
			        {
			          "label": "Hand-offs",
			          "url": "https://help.example/manage/handoffs",
			        },
			      ],
			    },
			    {
			      "heading": "More than usual",
			      "lines": [
			        "Searches without an answer: 60 of 100; about 5 are usual, and hardly ever more than 14.",
			        "Do: is something broken? Then add an incident to content/data/support.yml and merge it. Otherwise see what they ask for, and write it.",
			      ],
			      "links": [
			        {
			          "label": "The report of that day",
			          "url": "https://help.example/manage?from=2026-11-20&to=2026-11-20",
			        },
			      ],
			    },
			  ],
			  "title": "Help: what needs a look (2026-11-20)",
			}
		`);
	});
});
