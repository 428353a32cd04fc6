import { describe, expect, it } from "vitest";
import type { DeadDelivery } from "#worker/queries/dead-deliveries.ts";
import type { DestinationHealth } from "#worker/queries/destination-health.ts";
import type { HandoverCount } from "#worker/queries/handoff-report.ts";
import { handoffCharts, handoffFigures } from "#worker/reports/handoffs/figures.ts";
import { deadTable, destinationsTable, reasonsTable, waitingTable } from "#worker/reports/handoffs/tables.ts";
import { readFilter } from "#worker/reports/read-filter.ts";
import { wordsOf } from "./report-words.ts";

const now = Date.parse("2026-11-20T12:00:00Z");
const ago = (seconds: number) => now - seconds * 1000;
const count = (changes: Partial<HandoverCount>): HandoverCount => ({
	day: "2026-11-19",
	destination: "desk",
	state: "delivered",
	n: 1,
	attempts: 1,
	atOnce: 1,
	...changes,
});
const quiet = {
	counts: [],
	countsBefore: [],
	seconds: new Map<number, number>(),
	secondsBefore: new Map<number, number>(),
	outbox: { pending: 0, dead: 0, oldestMs: 0 },
};
const figure = (id: string, changes: Partial<Parameters<typeof handoffFigures>[0]>) => handoffFigures({ ...quiet, ...changes }).find((one) => one.id === id);

describe("the figures of the hand-over", () => {
	it("say what they are", () => {
		expect(handoffFigures(quiet)).toMatchInlineSnapshot(`
			[
			  {
			    "definition": "Messages, notes and closings that no desk has taken yet, at this moment and whatever the filter.",
			    "href": "#waiting",
			    "id": "backlog",
			    "label": "Waiting now",
			    "unit": "count",
			    "value": 0,
			    "verdict": "good",
			  },
			  {
			    "definition": "Age of the oldest hand-over that waits. One that waits for 72 hours is given up.",
			    "href": "#waiting",
			    "id": "oldest",
			    "label": "Waits the longest",
			    "target": "within 10 min",
			    "unit": "seconds",
			    "value": null,
			  },
			  {
			    "definition": "Hand-overs that a desk refused or did not take for 72 hours, and that nobody has sent again; whatever the filter.",
			    "href": "#dead",
			    "id": "dead",
			    "label": "Given up",
			    "target": "0",
			    "unit": "count",
			    "value": 0,
			    "verdict": "good",
			  },
			  {
			    "definition": "Hand-overs that a desk took, of tickets that came in the period; notes and closings count, too.",
			    "href": "#destinations",
			    "id": "delivered",
			    "label": "Handed over",
			    "previous": 0,
			    "unit": "count",
			    "value": 0,
			  },
			  {
			    "definition": "Median time from a message's arrival to the desk's yes, of tickets that came in the period.",
			    "href": "#destinations",
			    "id": "time-to-hand-over",
			    "label": "Time to hand over",
			    "n": 0,
			    "of": "hand-overs",
			    "previous": null,
			    "unit": "seconds",
			    "value": null,
			  },
			  {
			    "definition": "Hand-overs that the desk took when it was first asked ÷ hand-overs that it took.",
			    "href": "#reasons",
			    "id": "first-attempt",
			    "label": "Taken at the first attempt",
			    "n": 0,
			    "of": "hand-overs",
			    "previous": null,
			    "unit": "rate",
			    "value": null,
			  },
			]
		`);
	});

	it.each([
		[600, "good"],
		[601, "watch"],
		[3600, "watch"],
		[3601, "warning"],
	])("worry about what waits for %i seconds: %s", (seconds, verdict) => {
		const outbox = { pending: 2, dead: 0, oldestMs: seconds * 1000 };
		expect(figure("backlog", { outbox })).toMatchObject({ value: 2, verdict });
		expect(figure("oldest", { outbox })).toMatchObject({ value: seconds, verdict });
	});

	it("worry about what was given up", () => {
		expect(figure("dead", { outbox: { pending: 0, dead: 1, oldestMs: 0 } })).toMatchObject({ value: 1, verdict: "warning" });
	});

	it("count what a desk took, and tell a share of twenty", () => {
		const counts = [count({ n: 15, atOnce: 12 }), count({ n: 5, atOnce: 3 }), count({ n: 9, state: "pending", atOnce: 0 })];
		const countsBefore = [count({ n: 19, atOnce: 19 }), count({ n: 2, state: "dead", atOnce: 0 })];
		expect(figure("delivered", { counts, countsBefore })).toMatchObject({ value: 20, previous: 19 });
		expect(figure("first-attempt", { counts, countsBefore })).toMatchObject({ value: 0.75, n: 20, previous: null });
	});

	it("tell a median of twenty", () => {
		const seconds = new Map([
			[2, 12],
			[60, 8],
		]);
		expect(figure("time-to-hand-over", { seconds, secondsBefore: new Map([[9, 19]]) })).toMatchObject({ value: 2, n: 20, previous: null });
	});

	it("stand over time by what became of messages", () => {
		const filter = readFilter({ days: 3 }, "2026-11-20");
		const counts = [count({ n: 4 }), count({ n: 2, state: "pending" }), count({ n: 1, day: "2026-11-20", state: "dead" }), count({ n: 9, day: "2026-11-10" })];
		const [chart] = handoffCharts(filter, counts);
		expect([chart?.id, chart?.title, chart?.summary]).toMatchInlineSnapshot(`
			[
			  "handovers",
			  "What became of messages",
			  "Hand-overs by the day their ticket came: taken by a desk, still waiting, and given up.",
			]
		`);
		expect(chart?.series.map(({ label, unit, points }) => [label, unit, ...points.map(({ value }) => value)])).toEqual([
			["Handed over", "count", 0, 4, 0],
			["Waiting", "count", 0, 2, 0],
			["Given up", "count", 0, 0, 1],
		]);
	});
});

describe("what was given up", () => {
	const dead = (carries: DeadDelivery["carries"], seconds: number): DeadDelivery =>
		({
			id: `id-${carries}`,
			reference: "TZ-1",
			destination: "desk",
			carries,
			reason: "the desk answered 503",
			attempts: 4,
			createdAt: ago(seconds),
		}) as DeadDelivery;

	it("says what it holds, and how many there are", () => {
		expect(wordsOf(deadTable([], 0, now))).toMatchInlineSnapshot(`
			"dead: Given up
			Put right what is wrong, then send them again: nothing is lost, and no ticket is made twice where the desk can be asked. A ticket takes its notes along.
			Nothing was given up.
			message | Message
			destination | Destination | As content/data/routing.yml calls it.
			reason | Why
			attempts | Attempts | count | How often the desk was asked.
			age | Age | seconds | Time since the message came."
		`);
		expect(deadTable([], 7, now).total).toBe(7);
	});

	it("can be sent again, each by itself", () => {
		const { rows } = deadTable([dead("ticket", 90), dead("note", -5), dead("closed", 0), dead("reopened", 0)], 4, now);
		expect(rows.map(({ cells }) => [cells["message"], cells["age"]])).toEqual([
			["TZ-1", 90],
			["note of TZ-1", 0],
			["closing of TZ-1", 0],
			["reopening of TZ-1", 0],
		]);
		expect(rows[0]).toMatchInlineSnapshot(`
			{
			  "buttons": [
			    {
			      "fields": {},
			      "label": "Send again",
			      "path": "/api/deliveries/id-ticket/replay",
			    },
			  ],
			  "cells": {
			    "age": 90,
			    "attempts": 4,
			    "destination": "desk",
			    "message": "TZ-1",
			    "reason": "the desk answered 503",
			  },
			}
		`);
	});
});

describe("what waits", () => {
	it("says what it holds, and what to do", () => {
		const row = { id: "x", reference: "TZ-2", destination: "desk", reason: "timeout", attempts: 2, createdAt: ago(4000), nextAttemptAt: now + 30_000 };
		const table = waitingTable({ total: 5, rows: [row, { ...row, nextAttemptAt: ago(5) }] }, now);
		expect(wordsOf(table)).toMatchInlineSnapshot(`
			"waiting: Waiting for more than an hour
			They go out by themselves when their desk answers again. Each is tried for 72 hours.
			Nothing waits for longer than an hour.
			message | Message
			destination | Destination | As content/data/routing.yml calls it.
			reason | Last answer
			attempts | Attempts | count | How often the desk was asked.
			age | Age | seconds | Time since the message came.
			next | Next attempt in | seconds"
		`);
		expect(table.rows).toMatchInlineSnapshot(`
			[
			  {
			    "action": "Find out what is wrong at desk: npm run handoff -- test desk",
			    "cells": {
			      "age": 4000,
			      "attempts": 2,
			      "destination": "desk",
			      "message": "TZ-2",
			      "next": 30,
			      "reason": "timeout",
			    },
			  },
			  {
			    "action": "Find out what is wrong at desk: npm run handoff -- test desk",
			    "cells": {
			      "age": 4000,
			      "attempts": 2,
			      "destination": "desk",
			      "message": "TZ-2",
			      "next": 0,
			      "reason": "timeout",
			    },
			  },
			]
		`);
		expect(table.total).toBe(5);
	});
});

describe("destinations", () => {
	const health = (destination: string, changes: Partial<DestinationHealth> = {}): DestinationHealth =>
		({ ...{ destination, circuit: "closed", failures: 0, pending: 0, dead: 0, lastSuccessAt: null, lastError: null }, ...changes }) as DestinationHealth;

	it("say what they hold", () => {
		expect(wordsOf(destinationsTable([], [], now))).toMatchInlineSnapshot(`
			"destinations: Destinations
			How each desk does now, and what it took of the period's tickets.
			Nothing has been handed over yet.
			destination | Destination | As content/data/routing.yml calls it.
			state | State | After five failures in a row a desk is left in peace for a while, then tried with one message at a time.
			failures | Failures in a row | count
			pending | Waiting | count
			dead | Given up | count
			delivered | Handed over | count | Of tickets that came in the period.
			attempts | Attempts each | Attempts ÷ hand-overs that the desk took.
			last_success | Last yes | seconds | Time since the desk last took something.
			last_error | Last failure"
		`);
	});

	it("stand by name, with how they do now and what they took", () => {
		const states = [
			health("open one", { circuit: "open", failures: 5, pending: 3, dead: 2, lastError: "503" }),
			health("b", { circuit: "probing", dead: 1, lastSuccessAt: ago(60) }),
		];
		const counts = [
			count({ destination: "a", n: 4, attempts: 6 }),
			count({ destination: "a", n: 1, attempts: 9, state: "dead" }),
			count({ destination: "b", n: 2, attempts: 2 }),
		];
		expect(destinationsTable(states, counts, now).rows).toMatchInlineSnapshot(`
			[
			  {
			    "cells": {
			      "attempts": 1.5,
			      "dead": 0,
			      "delivered": 4,
			      "destination": "a",
			      "failures": 0,
			      "last_error": null,
			      "last_success": null,
			      "pending": 0,
			      "state": "Takes messages",
			    },
			  },
			  {
			    "action": "Mend its entry in content/data/routing.yml or its secret",
			    "buttons": [
			      {
			        "fields": {},
			        "label": "Send it again",
			        "path": "/api/deliveries/replay?destination=b",
			      },
			    ],
			    "cells": {
			      "attempts": 1,
			      "dead": 1,
			      "delivered": 2,
			      "destination": "b",
			      "failures": 0,
			      "last_error": null,
			      "last_success": 60,
			      "pending": 0,
			      "state": "Tried one at a time",
			    },
			  },
			  {
			    "action": "Mend its entry in content/data/routing.yml or its secret",
			    "buttons": [
			      {
			        "fields": {},
			        "label": "Send all 2 again",
			        "path": "/api/deliveries/replay?destination=open%20one",
			      },
			    ],
			    "cells": {
			      "attempts": null,
			      "dead": 2,
			      "delivered": 0,
			      "destination": "open one",
			      "failures": 5,
			      "last_error": "503",
			      "last_success": null,
			      "pending": 3,
			      "state": "Left in peace for a while",
			    },
			  },
			]
		`);
	});
});

describe("why hand-overs failed", () => {
	it("says what it holds", () => {
		expect(wordsOf(reasonsTable([]))).toMatchInlineSnapshot(`
			"reasons: Why hand-overs failed
			The last answer of each hand-over that waits or was given up, the most frequent first.
			Nothing that waits or was given up has failed.
			reason | Reason
			destination | Destination | As content/data/routing.yml calls it.
			n | Hand-overs | count
			state | Now"
		`);
	});

	it.each([
		["the desk answered 401", "Renew the secret of desk, then: npm run handoff -- test desk"],
		["the desk answered 403", "Renew the secret of desk, then: npm run handoff -- test desk"],
		["the desk answered 402", "Check desk in content/data/routing.yml: npm run handoff -- test desk"],
		["ticket 14011 is gone", "Check desk in content/data/routing.yml: npm run handoff -- test desk"],
	])("asks for %s: %s", (reason, action) => {
		expect(reasonsTable([{ destination: "desk", reason, state: "dead", n: 3 }]).rows).toEqual([
			{ cells: { reason, destination: "desk", n: 3, state: "given up" }, action },
		]);
	});

	it("tells what is tried again", () => {
		expect(reasonsTable([{ destination: "desk", reason: "x", state: "pending", n: 1 }]).rows[0]?.cells["state"]).toBe("tried again");
	});
});
