import { describe, expect, it } from "vitest";
import type { Sums } from "#worker/queries/rollups.ts";
import { answerCounts } from "#worker/reports/answer-counts.ts";
import { answersTable } from "#worker/reports/contact/answers-table.ts";
import { channelsTable } from "#worker/reports/contact/channels.ts";
import { coverageTable } from "#worker/reports/contact/coverage.ts";
import { deflectionOf, funnelTable, outcomesTable } from "#worker/reports/contact/ledger.ts";
import { keptPromises, promisesFigure, promisesTable } from "#worker/reports/contact/promises.ts";
import { commentsTable, satisfactionFigure, satisfactionTable, scoresOf } from "#worker/reports/contact/satisfaction.ts";
import { selfServiceFigure, valueFigure, valueInputs, valueTable } from "#worker/reports/contact/value.ts";
import { readFilter } from "#worker/reports/read-filter.ts";
import { cellsOf, site } from "./contact-site.ts";
import { wordsOf } from "./report-words.ts";

const sumsOf = (counts: Record<string, Record<string, number>>): Sums =>
	new Map(Object.entries(counts).map(([metric, labels]) => [metric, new Map(Object.entries(labels))]));
const nothing = sumsOf({});
const every = () => true;
const filter = readFilter({ days: 30 }, "2026-11-20");

describe("what happens on the contact page", () => {
	const counts = (sessions: number) =>
		sumsOf({
			contact_sessions: { "": sessions },
			contact_shown: { "": 12 },
			contact_opened: { "": 6 },
			contact_solved: { "": 5 },
			contact_rejected: { "": 4 },
			contact_abandoned: { "": 3 },
			deflections_ticket: { "": 2 },
		});

	it("says what it holds", () => {
		expect(wordsOf(funnelTable(nothing, nothing))).toMatchInlineSnapshot(`
			"funnel: What happens on the contact page
			Sessions that took each step, and their share of all that opened the page (from 20 on). A session may take several steps, so the rows do not add up.
			Nobody opened the contact page.
			step | Step
			sessions | Sessions
			share | Share | rate | Of the sessions that opened the contact page.
			previous | Period before"
		`);
		expect(funnelTable(nothing, nothing).rows.map(({ cells, more }) => `${cells["step"]}: ${more?.join(" ")}`)).toMatchInlineSnapshot(`
			[
			  "Opened the contact page: Distinct sessions of a day that opened the contact page; a visit without a session stands for itself.",
			  "Were shown an article: At least one suggestion was shown while they wrote, or a question was answered.",
			  "Opened a suggestion: At least one of the suggestions was opened.",
			  "Said “This solved it”: Whatever became of it later: see the outcomes below.",
			  "Rejected a suggestion: Said of at least one suggestion or answer that it does not help.",
			  "Left without a word: Neither solved nor sent, on any visit of the day; a page left open for a day counts.",
			  "Sent a ticket: And had not said before that something solved it.",
			]
		`);
	});

	it("tells shares of twenty sessions, and none of nineteen", () => {
		expect(cellsOf(funnelTable(counts(20), counts(1))).map(([, sessions, share, previous]) => [sessions, share, previous])).toEqual([
			[20, 1, 1],
			[12, 0.6, 12],
			[6, 0.3, 6],
			[5, 0.25, 5],
			[4, 0.2, 4],
			[3, 0.15, 3],
			[2, 0.1, 2],
		]);
		expect(cellsOf(funnelTable(counts(19), nothing)).map(([, , share]) => share)).toEqual(Array.from({ length: 7 }, () => null));
	});

	it("ends in outcomes that are never added, of which the rate says what is in it", () => {
		const sums = sumsOf({ deflections_confirmed: { "": 1 }, deflections_pending: { "": 2 }, deflections_refuted: { "": 4 }, deflections_potential: { "": 5 } });
		const table = outcomesTable(sums, sumsOf({ deflections_unverifiable: { "": 3 } }), { n: 1200, confirmed: 1 });
		expect(wordsOf(table)).toMatchInlineSnapshot(`
			"outcomes: Deflections, each for itself
			Sessions by what became of them. They are never added: only confirmed ones are known to have needed no person.
			No suggestion was marked as the solution.
			outcome | Outcome
			sessions | Sessions
			previous | Period before"
		`);
		expect(table.rows).toMatchInlineSnapshot(`
			[
			  {
			    "cells": {
			      "outcome": "Confirmed",
			      "previous": 0,
			      "sessions": 1,
			    },
			    "more": [
			      "“This solved it”, and that browser sent no ticket for 7 days. Only these are in the deflection rate.",
			      "In the rate: 1 of 1,200 contact sessions, those whose 7 days are over.",
			    ],
			  },
			  {
			    "cells": {
			      "outcome": "Pending",
			      "previous": 0,
			      "sessions": 2,
			    },
			    "more": [
			      "“This solved it”, and the 7 days are not over.",
			    ],
			  },
			  {
			    "cells": {
			      "outcome": "Unverifiable",
			      "previous": 3,
			      "sessions": 0,
			    },
			    "more": [
			      "“This solved it” from a browser that keeps no token (Global Privacy Control, no script): nobody can know whether a ticket came.",
			    ],
			  },
			  {
			    "cells": {
			      "outcome": "Refuted",
			      "previous": 0,
			      "sessions": 4,
			    },
			    "more": [
			      "“This solved it”, and a ticket came after all.",
			    ],
			  },
			  {
			    "cells": {
			      "outcome": "Potential",
			      "previous": 0,
			      "sessions": 5,
			    },
			    "more": [
			      "Suggestions were shown, the page was left, and nothing else came of the session that day: perhaps helped, perhaps gave up.",
			    ],
			  },
			]
		`);
	});

	it.each([
		[19, 5, null],
		[20, 5, 0.25],
	])("deflects, of %i sessions with %i confirmed, %s", (n, confirmed, rate) => {
		expect(deflectionOf(sumsOf({ contact_sessions: { a: n }, deflections_confirmed: { a: confirmed } }))).toEqual({ rate, n, confirmed });
	});
});

describe("what the answer box showed", () => {
	const of = (shown: number) =>
		answersTable(
			answerCounts(
				sumsOf({
					answers_shown: { "search/faq/a/b": shown, "contact/section/a/b": 10, "widget/unsure/": 10 },
					answers_confirmed: { "search/faq/a/b": 4, "contact/section/a/b": 3 },
					answers_rejected: { "search/faq/a/b": 5 },
					answers_ticket: { "widget/unsure/": 2 },
				}),
			),
		);

	it("says what it holds", () => {
		expect(wordsOf(answersTable([]))).toMatchInlineSnapshot(`
			"answers: Answers
			What the answer box showed in the period, each answer once, and what came of it; shares from 20 answers on. One may be rejected and followed by a ticket, so the columns do not add up.
			Nobody asked the answer box.
			answers | Answers
			shown | Shown
			confirmed | Helped, confirmed | Said to help, and that browser sent no ticket for 7 days.
			pending | Helped, pending | Said to help, and the 7 days are not over.
			unverifiable | Helped, unverifiable | Said to help by a browser that keeps no token: nobody can know whether a ticket came.
			rejected | Rejected | Said not to help; the last word counts.
			rejected_share | Rejected, share | rate | Rejected ÷ shown.
			tickets | Became tickets | A ticket came after it, whatever was said before.
			tickets_share | Tickets, share | rate | Became tickets ÷ shown."
		`);
		expect(answersTable([]).rows).toEqual([]);
	});

	it("stands there as a whole, then by place and by way, with shares from twenty on", () => {
		expect(of(20).rows.map(({ cells, more }) => [...Object.values(cells), more?.join()].join(" | "))).toMatchInlineSnapshot(`
			[
			  "All | 40 | 7 | 0 | 0 | 5 | 0.125 | 2 | 0.05 | Every answer of the period.",
			  "On the search page | 20 | 4 | 0 | 0 | 5 | 0.25 | 0 | 0 | Not in the deflection rate, which is of the contact page.",
			  "On the contact page | 10 | 3 | 0 | 0 | 0 |  | 0 |  | What helped there deflects its visit, once with whatever else did: see the outcomes above.",
			  "In the product | 10 | 0 | 0 | 0 | 0 |  | 2 |  | Asked in the widget. Not in the deflection rate, which is of the contact page.",
			  "By a FAQ | 20 | 4 | 0 | 0 | 5 | 0.25 | 0 | 0 | Its own answer, as it is written.",
			  "By a section | 10 | 3 | 0 | 0 | 0 |  | 0 |  | The part of an article that fits best, as it is written.",
			  "Not sure | 10 | 0 | 0 | 0 | 0 |  | 2 |  | Nothing answered well enough; the question is a search without an answer.",
			]
		`);
		expect(cellsOf(of(19)).find(([name]) => name === "By a FAQ")).toEqual(["By a FAQ", 19, 4, 0, 0, 5, null, 0, null]);
	});

	it("names every place and way", () => {
		const shown = Object.fromEntries(["faq", "article", "section", "written", "unsure", "person"].map((way) => [`widget/${way}/x`, 1]));
		expect(answersTable(answerCounts(sumsOf({ answers_shown: shown }))).rows.map(({ cells, more }) => `${cells["answers"]}: ${more?.join()}`))
			.toMatchInlineSnapshot(`
			[
			  "All: Every answer of the period.",
			  "In the product: Asked in the widget. Not in the deflection rate, which is of the contact page.",
			  "By a FAQ: Its own answer, as it is written.",
			  "By an article: Its quick answer, as it is written.",
			  "By a section: The part of an article that fits best, as it is written.",
			  "Written by a model: From sections of articles, each sentence with its source.",
			  "Not sure: Nothing answered well enough; the question is a search without an answer.",
			  "Sent to a person: Urgent, too personal for an article, or a tier that skips the box.",
			]
		`);
	});
});

describe("how tickets came", () => {
	it("says what it holds, and every way", () => {
		expect(wordsOf(channelsTable(nothing, nothing))).toMatchInlineSnapshot(`
			"channels: How tickets came
			Tickets by the way they were sent, each once, and their share of all (from 20 on). E-mails, calls and chats never pass here and are not counted.
			No tickets in this period.
			channel | Channel
			tickets | Tickets
			share | Share | rate | Of the tickets of the period.
			previous | Period before"
		`);
		const each = sumsOf({ tickets_channel: { "portal/login": 1, "form/login": 1, "widget/login": 1, "assistant/login": 1, "sample/login": 1 } });
		expect(channelsTable(each, nothing).rows.map(({ cells, more }) => `${cells["channel"]}: ${more?.join()}`)).toMatchInlineSnapshot(`
			[
			  "Contact page: Its form, sent by the page's script.",
			  "Contact page, without JavaScript: The same form, sent by the browser itself: the script did not run.",
			  "Widget in the product: From a page of an origin that widget.yml or WIDGET_ORIGINS names.",
			  "Assistant: Written by an assistant over MCP, which said that the customer had agreed to the words that it showed. Nobody here saw that.",
			  "Sample: Made up, to show what a report looks like; npm run sample -- remove takes it out.",
			]
		`);
	});

	it("adds the categories of a way, leaves out what brought none, and tells shares of twenty", () => {
		const now = sumsOf({ tickets_channel: { "portal/login": 12, "portal/import": 3, "widget/login": 5 } });
		const before = sumsOf({ tickets_channel: { "form/login": 2 } });
		expect(cellsOf(channelsTable(now, before))).toEqual([
			["Contact page", 15, 0.75, 0],
			["Contact page, without JavaScript", 0, 0, 2],
			["Widget in the product", 5, 0.25, 0],
		]);
		expect(cellsOf(channelsTable(sumsOf({ tickets_channel: { "portal/login": 19 } }), nothing))).toEqual([["Contact page", 19, null, 0]]);
	});
});

describe("topics of tickets and their articles", () => {
	const table = (now: Record<string, number>, before: Record<string, number> = {}, isChosen: (category: string) => boolean = every) =>
		coverageTable(site, sumsOf({ tickets: now }), sumsOf({ tickets: before }), isChosen);

	it("say what they hold", () => {
		expect(wordsOf(table({}))).toMatchInlineSnapshot(`
			"coverage: Topics of tickets and their articles
			Ticket categories of the form, and the articles that name them in \`answers\`; archived ones do not count. Topics that lack an article come first; those that need none by support.yml come last.
			No tickets in this period.
			category | Topic
			tickets | Tickets
			previous | Period before
			change | Change | Tickets of this period less those of the one before.
			articles | Articles"
		`);
	});

	it("stand with what lacks an article first, then by tickets, and what needs none last", () => {
		expect(table({ login: 4, thanks: 9 }, { login: 6 }).rows).toEqual([
			{
				cells: { category: "Importing", tickets: 0, previous: 0, change: 0, articles: 0 },
				action: "Write an article with `answers: [import]`: npm run new",
			},
			{ cells: { category: "Signing in", tickets: 4, previous: 6, change: -2, articles: 1 }, action: "Nothing to do" },
			{ cells: { category: "Thanks", tickets: 9, previous: 0, change: 9, articles: null }, action: "Needs no article" },
		]);
		expect(cellsOf(table({ login: 4 }, {}, (category) => category === "login"))).toEqual([["Signing in", 4, 0, 4, 1]]);
		expect(cellsOf(table({}, { thanks: 1 })).at(-1)).toEqual(["Thanks", 0, 1, -1, null]);
		expect(cellsOf(table({ login: 4 })).map(([category]) => category)).not.toContain("Thanks");
	});

	it.each([
		[9, 0, "Nothing to do"],
		[10, 0, "More than before: see the topics of the tickets"],
		[15, 10, "More than before: see the topics of the tickets"],
		[14, 10, "Nothing to do"],
	])("are told to rise with %i tickets after %i: %s", (now, before, action) => {
		expect(table({ login: now }, { login: before }).rows.find(({ cells }) => cells["category"] === "Signing in")?.action).toBe(action);
	});
});

describe("promises", () => {
	const promisesOf = (kept: number, late: number, n = kept + late) =>
		keptPromises({
			sums: sumsOf({ promises: { "P2/login/desk": n }, promises_kept: { "P2/login/desk": kept }, promises_late: { "P2/login/desk": late } }),
			toCome: new Map(),
			updating: ["desk"],
			answered: ["P2/login/desk"],
			isChosen: every,
		});

	it("say what they hold", () => {
		expect(wordsOf(promisesTable(promisesOf(0, 0)))).toMatchInlineSnapshot(`
			"promises: Promises by priority
			What the customer was told when the ticket was made, against the first word of the desk that somebody had answered. Tickets of the period by the day they were made; shares from 10 on.
			No tickets in this period.
			priority | Priority
			tickets | Tickets
			kept | Kept | Answered by the promised time.
			late | Late | Answered after it.
			overdue | Overdue | Not answered, and the time has passed.
			to_come | Not due | Not answered, and the time is still to come; not in the share.
			unknown | Unknown | The time has passed at a desk that sends no updates; not in the share.
			share | Share kept | rate | Kept ÷ (kept + late + overdue)."
		`);
		expect(promisesFigure(promisesOf(19, 1), promisesOf(5, 5))).toMatchInlineSnapshot(`
			{
			  "definition": "Tickets whose desk said by the promised time that somebody had answered ÷ tickets that were answered or are overdue. Tickets at desks that send no updates are unknown and left out.",
			  "href": "#promises",
			  "id": "kept-promises",
			  "label": "Kept promises",
			  "n": 20,
			  "of": "answered or overdue tickets",
			  "previous": 0.5,
			  "target": "95 % or more",
			  "unit": "rate",
			  "value": 0.95,
			  "verdict": "good",
			}
		`);
	});

	it.each([
		[9, 0, null, "unknown"],
		[10, 0, 1, "good"],
		[19, 1, 0.95, "good"],
		[18, 2, 0.9, "watch"],
	])("that were kept %i times and broken %i are %s: %s", (kept, late, value, verdict) => {
		expect(promisesFigure(promisesOf(kept, late), promisesOf(0, 0))).toMatchObject({ value, verdict, n: kept + late, previous: null });
	});

	it("stand by priority, those that nobody answered as overdue", () => {
		expect(cellsOf(promisesTable(promisesOf(8, 1, 12)))).toEqual([["P2", 12, 8, 1, 3, 0, 0, 8 / 12]]);
	});

	it("stand from the most to the least urgent, in whatever order they came, and name silent desks by the alphabet", () => {
		const labels = { "P3/login/mail": 1, "P1/login/chat": 1, "P4/login/desk": 1, "P2/login/desk": 1 };
		const sources = { sums: sumsOf({ promises: labels }), toCome: new Map(), updating: ["mail", "desk", "chat"], answered: [], isChosen: every };
		const { rows, silent } = keptPromises(sources);
		expect(rows.map(({ priority }) => priority)).toEqual(["P1", "P2", "P3", "P4"]);
		expect(silent).toEqual(["chat", "desk", "mail"]);
	});

	it("are unknown at a desk that says nothing, which is named where something is open", () => {
		const at = (answered: string[], toCome: number) =>
			keptPromises({
				sums: sumsOf({ promises: { "P3/login/desk,chat": 4, "P1/import/desk": 1 } }),
				toCome: new Map([["P3/login/desk,chat", toCome]]),
				updating: ["desk"],
				answered,
				isChosen: (category) => category === "login",
			});
		expect(at([], 1)).toEqual({ rows: [{ priority: "P3", tickets: 4, kept: 0, late: 0, overdue: 0, toCome: 1, unknown: 3 }], silent: ["desk"] });
		expect(at([], 4)).toMatchObject({ rows: [{ unknown: 0, toCome: 4 }], silent: [] });
		expect(at(["P9/x/desk"], 0)).toMatchObject({ rows: [{ overdue: 4, unknown: 0 }], silent: [] });
	});
});

describe("satisfaction", () => {
	const scores = scoresOf(sumsOf({ satisfaction: { "login/5": 3, "import/5": 1, "login/1": 1, "login/9": 4, "login/0": 2 } }), every);

	it("says what it holds", () => {
		expect([scores, scoresOf(nothing, every), scoresOf(sumsOf({ satisfaction: { "login/5": 3, "import/4": 1 } }), (of) => of === "import")]).toEqual([
			[1, 0, 0, 0, 4],
			[0, 0, 0, 0, 0],
			[0, 0, 0, 1, 0],
		]);
		expect(wordsOf(satisfactionTable(scores))).toMatchInlineSnapshot(`
			"satisfaction: Satisfaction
			Answers to the one question after a ticket was closed; shares from 5 answers on.
			Nobody has answered in this period.
			score | Answer
			answers | Answers
			share | Share | rate"
		`);
		expect(satisfactionFigure(scores, [0, 0, 0, 0, 5])).toMatchInlineSnapshot(`
			{
			  "definition": "Mean of the answers on the status page after a ticket was closed, from 1 (very unhappy) to 5 (very happy). One answer a ticket, counted on its day.",
			  "href": "#satisfaction",
			  "id": "satisfaction",
			  "label": "Satisfaction",
			  "n": 5,
			  "of": "answers",
			  "previous": 5,
			  "target": "above 4.5 of 5",
			  "unit": "score",
			  "value": 4.2,
			  "verdict": "watch",
			}
		`);
	});

	it("is spread from the best to the worst answer, with shares from five on", () => {
		expect(cellsOf(satisfactionTable(scores))).toEqual([
			["5: very happy", 4, 0.8],
			["4: happy", 0, 0],
			["3: neither", 0, 0],
			["2: unhappy", 0, 0],
			["1: very unhappy", 1, 0.2],
		]);
		expect(cellsOf(satisfactionTable([0, 0, 0, 0, 4]))[0]).toEqual(["5: very happy", 4, null]);
		expect(satisfactionTable([0, 0, 0, 0, 0]).rows).toEqual([]);
	});

	it.each([
		[[0, 0, 0, 0, 4], null, "unknown"],
		[[0, 0, 0, 3, 3], 4.5, "watch"],
		[[0, 0, 0, 2, 4], 14 / 3, "good"],
	])("of %j is %s: %s", (given, value, verdict) => {
		expect(satisfactionFigure(given, [0, 0, 0, 0, 0])).toMatchObject({ value: value === null ? null : expect.closeTo(value), verdict, previous: null });
	});

	it("comes with what customers said", () => {
		const table = commentsTable(site, [{ comment: "Quick.", score: 5, category: "login", day: "2026-11-10" }]);
		expect(wordsOf(table)).toMatchInlineSnapshot(`
			"comments: What customers said after their ticket
			Comments with the answer, the newest first; personal data was removed when they were stored.
			No comments in this period.
			comment | Comment
			score | Answer | From 1 (very unhappy) to 5 (very happy).
			category | Topic
			day | Day | day"
		`);
		expect(cellsOf(table)).toEqual([["Quick.", 5, "Signing in", "2026-11-10"]]);
	});
});

describe("what self-service is worth", () => {
	const deflection = { rate: 0.256, n: 1250, confirmed: 320 };
	const table = (changes: Partial<typeof filter>, measured: typeof deflection | { rate: null; n: number; confirmed: number } = deflection) => {
		const set = { ...filter, ...changes };
		return valueTable(valueInputs(set, 1400, measured), measured, set, { days: "30" });
	};

	it("says what it holds", () => {
		expect(wordsOf(table({}))).toMatchInlineSnapshot(`
			"value: What self-service is worth
			Visits × deflection rate × cost of a ticket. Visits are sessions that opened the contact page, as the rate is measured on these: a reader who never looked for a person is not counted as a ticket saved.
			Nothing to work out.
			step | Step
			value | Value
			source | Where it is from"
		`);
	});

	it("is worked out step by step from what was measured", () => {
		expect(cellsOf(table({}))).toMatchInlineSnapshot(`
			[
			  [
			    "Visits",
			    1400,
			    "sessions that opened the contact page",
			  ],
			  [
			    "× deflection rate",
			    "25.6 %",
			    "320 confirmed of 1,250 sessions whose 7 days are over",
			  ],
			  [
			    "= tickets not needed, an estimate",
			    358,
			    "worked out in whole ones: as if visits whose 7 days are not over end as the others did",
			  ],
			  [
			    "× cost of a ticket",
			    "$15",
			    "usual; put in your own",
			  ],
			  [
			    "= value",
			    "$5,370",
			    "worked out",
			  ],
			]
		`);
		expect(table({}).form).toMatchInlineSnapshot(`
			{
			  "fields": [
			    {
			      "label": "Visits",
			      "max": 1000000000,
			      "min": 0,
			      "name": "visits",
			      "otherwise": 1400,
			      "step": 1,
			      "value": null,
			    },
			    {
			      "label": "Deflection rate, %",
			      "max": 100,
			      "min": 0,
			      "name": "rate",
			      "otherwise": 25.6,
			      "step": 0.01,
			      "value": null,
			    },
			    {
			      "label": "Cost of a ticket, $",
			      "max": 10000,
			      "min": 0,
			      "name": "cost",
			      "otherwise": 15,
			      "step": 0.01,
			      "value": null,
			    },
			  ],
			  "hidden": {
			    "days": "30",
			  },
			  "legend": "Work it out with other inputs",
			  "path": "/manage/contact",
			}
		`);
	});

	it("is worked out from what a manager puts in", () => {
		expect(cellsOf(table({ visits: 100, rate: 12.5, cost: 9.99 }))).toMatchInlineSnapshot(`
			[
			  [
			    "Visits",
			    100,
			    "set by you",
			  ],
			  [
			    "× deflection rate",
			    "12.5 %",
			    "set by you",
			  ],
			  [
			    "= tickets not needed, an estimate",
			    13,
			    "worked out in whole ones: as if visits whose 7 days are not over end as the others did",
			  ],
			  [
			    "× cost of a ticket",
			    "$9.99",
			    "set by you",
			  ],
			  [
			    "= value",
			    "$129.87",
			    "worked out",
			  ],
			]
		`);
		expect(table({ visits: 100, rate: 12.5, cost: 9.99 }).form?.fields.map(({ value, otherwise }) => [value, otherwise])).toEqual([
			[100, null],
			[12.5, null],
			[9.99, 15],
		]);
	});

	it("is not told without a rate", () => {
		const unknown = { rate: null, n: 3, confirmed: 1 };
		expect(cellsOf(table({}, unknown)).map(([, value]) => value)).toEqual([1400, "not enough data", "not enough data", "$15", "not enough data"]);
		expect(valueFigure(valueInputs(filter, 1400, unknown), unknown).value).toBeNull();
		expect(table({}, unknown).form?.fields[1]).toMatchObject({ value: null, otherwise: null });
	});

	it("is a figure of whole tickets", () => {
		expect(valueFigure(valueInputs(filter, 1400, deflection), deflection)).toMatchInlineSnapshot(`
			{
			  "definition": "An estimate: visits × deflection rate × cost of a ticket; the table has the arithmetic, and fields for your own inputs.",
			  "href": "#value",
			  "id": "value",
			  "label": "Value",
			  "n": 1250,
			  "of": "contact sessions whose 7 days are over",
			  "unit": "money",
			  "value": 5370,
			}
		`);
	});

	it.each([
		[20, 1, 20],
		[19, 1, null],
		[20, 0, null],
	])("comes with a score of visitors for each ticket: %i visitors, %i tickets, %s", (visitors, tickets, value) => {
		expect(selfServiceFigure({ visitors, tickets }, { visitors: 40, tickets: 4 })).toMatchObject({ value, n: tickets, previous: 10 });
	});

	it("says what the score is", () => {
		expect(selfServiceFigure({ visitors: 1200, tickets: 10 }, { visitors: 0, tickets: 0 })).toMatchInlineSnapshot(`
			{
			  "definition": "Visitor-days of the help centre ÷ tickets: 20 means that twenty came for each who wrote. A ticket is a submitter, as who wrote is forgotten after a day.",
			  "href": "#value",
			  "id": "self-service",
			  "label": "Self-service score",
			  "n": 10,
			  "of": "tickets, 1,200 visitor-days",
			  "previous": null,
			  "unit": "score",
			  "value": 120,
			}
		`);
	});
});
