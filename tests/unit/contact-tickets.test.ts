import { describe, expect, it } from "vitest";
import type { ContentFlag } from "#worker/queries/flags.ts";
import type { TicketWords } from "#worker/queries/contact-tickets.ts";
import { answerableTickets } from "#worker/reports/contact/answerable.ts";
import { escalationsTable } from "#worker/reports/contact/escalations.ts";
import { flagsTable } from "#worker/reports/contact/flags-table.ts";
import { topicsTable, type Topic } from "#worker/reports/contact/topics.ts";
import { readWritten, type Written } from "#worker/reports/contact/written.ts";
import { site } from "./contact-site.ts";
import { wordsOf } from "./report-words.ts";

const ticket = (subject: string, changes: Partial<TicketWords> = {}): TicketWords => ({
	...{ day: "2026-11-10", category: "login", priority: "P3", subject, name: "", company: "", article: null },
	...changes,
});
const written = (subject: string, changes: Partial<TicketWords> = {}): Written[] => readWritten([ticket(subject, changes)]);
const times = <Item>(n: number, make: (at: number) => Item): Item[] => Array.from({ length: n }, (_, at) => make(at));

describe("what is escalated again and again", () => {
	const oneTopic = (tickets: Written[]): Topic[] => [{ name: "import fails", tickets: tickets.filter(({ subject }) => subject.startsWith("import")) }];

	it("says what it holds", () => {
		expect(wordsOf(escalationsTable(site, [], () => []))).toMatchInlineSnapshot(`
			"escalations: Escalated again and again
			Tickets that a desk said were escalated in the period: 3 or more from one article, about one topic, or of one category. Each counts once, in this order.
			No desk said that a ticket was escalated.
			about | About
			kind | Kind | What they have in common: the article they came from, the topic, or the category chosen in the form.
			escalations | Escalations
			last | Last ticket | day"
		`);
		expect(escalationsTable(site, [ticket("x")], () => []).empty).toBe("Nothing was escalated three times.");
	});

	it("counts each ticket once: by its article, else its topic, else its category; the most first", () => {
		const tickets = [
			...times(3, (at) => ticket(`from an article ${at}`, { article: "a/b", day: `2026-11-0${at + 1}` })),
			...times(2, () => ticket("from another", { article: "a/import", category: "import" })),
			...times(4, () => ticket("import fails", { article: "a/unknown" })),
			...times(5, (at) => ticket("", { category: "thanks", day: `2026-10-1${at}` })),
		];
		expect(escalationsTable(site, tickets, oneTopic).rows).toMatchInlineSnapshot(`
			[
			  {
			    "action": "Add a troubleshooting section to an article that answers \`thanks\`, or write one: npm run new -- troubleshooting",
			    "cells": {
			      "about": "Thanks",
			      "escalations": 5,
			      "kind": "category",
			      "last": "2026-10-14",
			    },
			    "more": [
			      "“Thanks”",
			    ],
			  },
			  {
			    "action": "npm run new -- troubleshooting "import fails"",
			    "cells": {
			      "about": "import fails",
			      "escalations": 4,
			      "kind": "topic",
			      "last": "2026-11-10",
			    },
			    "more": [],
			  },
			  {
			    "action": "Add a troubleshooting section: content/articles/en/a/b.mdx",
			    "actionHref": "https://git.example/a/b",
			    "cells": {
			      "about": "Sign in",
			      "escalations": 3,
			      "kind": "article",
			      "last": "2026-11-03",
			    },
			    "more": [
			      "“from an article 0”",
			      "“from an article 1”",
			      "“from an article 2”",
			    ],
			  },
			]
		`);
	});

	it("leaves out what came twice", () => {
		const twice = [...times(2, () => ticket("a", { article: "a/b" })), ...times(2, () => ticket("import x", { category: "import" }))];
		expect(escalationsTable(site, twice, oneTopic).rows).toEqual([]);
	});
});

describe("what agents flagged", () => {
	const flag = (changes: Partial<ContentFlag>): ContentFlag => ({
		...{ id: "x", destination: "zendesk", kind: "wrong", topic: "Bulk edit", article: "a/b", note: "", deskReference: "77" },
		...{ flaggedAt: 0, day: "2026-11-10", state: "open" },
		...changes,
	});

	it("says what it holds", () => {
		expect(wordsOf(flagsTable(site, [], ""))).toMatchInlineSnapshot(`
			"flags: Flagged by agents
			What agents say is to mend, from their desks. Open ones whenever they came, settled ones of the period; the newest first.
			No agent has flagged anything.
			topic | Topic
			kind | Kind
			article | Article
			desk | Desk | Where the agent works, and the ticket's number there.
			day | Day | day
			state | State"
		`);
	});

	it("is a list to work through", () => {
		const flags = [
			flag({ note: "Step 3 is gone." }),
			flag({ id: "y", state: "done", article: "a/gone", deskReference: null }),
			flag({ state: "dismissed", article: null }),
		];
		expect(flagsTable(site, flags, "days=30").rows).toMatchInlineSnapshot(`
			[
			  {
			    "action": "Correct it: content/articles/en/a/b.mdx",
			    "actionHref": "https://git.example/a/b",
			    "buttons": [
			      {
			        "fields": {
			          "back": "days=30",
			          "id": "x",
			          "state": "done",
			        },
			        "label": "Done",
			        "path": "/manage/contact/flags",
			      },
			      {
			        "fields": {
			          "back": "days=30",
			          "id": "x",
			          "state": "dismissed",
			        },
			        "label": "Dismiss",
			        "path": "/manage/contact/flags",
			      },
			    ],
			    "cells": {
			      "article": "Sign in",
			      "day": "2026-11-10",
			      "desk": "zendesk 77",
			      "kind": "Wrong",
			      "state": "Open",
			      "topic": "Bulk edit",
			    },
			    "id": "flag-x",
			    "more": [
			      "Step 3 is gone.",
			    ],
			  },
			  {
			    "action": "Nothing to do",
			    "buttons": [
			      {
			        "fields": {
			          "back": "days=30",
			          "id": "y",
			          "state": "open",
			        },
			        "label": "Open again",
			        "path": "/manage/contact/flags",
			      },
			      {
			        "fields": {
			          "back": "days=30",
			          "id": "y",
			          "state": "dismissed",
			        },
			        "label": "Dismiss",
			        "path": "/manage/contact/flags",
			      },
			    ],
			    "cells": {
			      "article": "a/gone",
			      "day": "2026-11-10",
			      "desk": "zendesk",
			      "kind": "Wrong",
			      "state": "Done",
			      "topic": "Bulk edit",
			    },
			    "id": "flag-y",
			  },
			  {
			    "action": "Nothing to do",
			    "buttons": [
			      {
			        "fields": {
			          "back": "days=30",
			          "id": "x",
			          "state": "open",
			        },
			        "label": "Open again",
			        "path": "/manage/contact/flags",
			      },
			      {
			        "fields": {
			          "back": "days=30",
			          "id": "x",
			          "state": "done",
			        },
			        "label": "Done",
			        "path": "/manage/contact/flags",
			      },
			    ],
			    "cells": {
			      "article": null,
			      "day": "2026-11-10",
			      "desk": "zendesk 77",
			      "kind": "Wrong",
			      "state": "Dismissed",
			      "topic": "Bulk edit",
			    },
			    "id": "flag-x",
			  },
			]
		`);
	});

	it.each([
		["missing", "a/b", 'npm run new -- how-to "Bulk edit"', false],
		["wrong", null, 'npm run new -- how-to "Bulk edit"', false],
		["wrong", "a/b", "Correct it: articles/en/a/b.mdx", true],
		["outdated", "a/b", "Bring it up to date, then set lastReviewed: articles/en/a/b.mdx", true],
		["explanation", "a/b", "Explain it step by step, or write a how-to: articles/en/a/b.mdx", true],
		["workaround", "a/b", "Document the workaround under Troubleshooting: articles/en/a/b.mdx", true],
		["workaround", "a/gone", 'npm run new -- troubleshooting "Bulk edit"', false],
	] as const)("asks, for %s of %s, for: %s", (kind, about, action, edits) => {
		const [row] = flagsTable(site, [flag({ kind, article: about })], "").rows;
		expect([row?.action?.replace("content/", ""), row?.actionHref !== undefined]).toEqual([action, edits]);
	});
});

describe("what search could have answered", () => {
	const replay = async (words: string) => (/sign/.test(words) ? "a/b" : /import/.test(words) ? "a/import" : /new/.test(words) ? "a/news" : null);

	it("says what it holds", async () => {
		expect(wordsOf((await answerableTickets(site, [], replay)).table)).toMatchInlineSnapshot(`
			"answerable: Tickets that search could have answered
			Subjects of the newest tickets of the period (at most 300, without critical and delicate ones), asked of today's search. Only sure answers count, and release notes are none; shares from 10 tickets on.
			No ticket of this period has a sure answer in today's search.
			article | Article
			tickets | Tickets
			share | Share | rate | Of the tickets that were replayed.
			topics | Topics | What their customers chose in the form."
		`);
	});

	it("is listed by article with the customers' words, the most first; a release note is no answer", async () => {
		const tickets = [
			...times(2, () => written("cannot sign in")).flat(),
			...written("sign out", { category: "thanks" }),
			...times(5, (at) => written(`import ${at % 4}`, { category: "import" })).flat(),
			...written("what is new"),
			...written("something else"),
		];
		const found = await answerableTickets(site, tickets, replay);
		expect([found.replayed, found.answered]).toEqual([10, 8]);
		expect(found.table.rows).toMatchInlineSnapshot(`
			[
			  {
			    "action": "Add \`import\` to answers, so that it is offered for that topic: content/articles/en/a/import.mdx",
			    "actionHref": "https://git.example/a/b",
			    "cells": {
			      "article": "Import",
			      "share": 0.5,
			      "tickets": 5,
			      "topics": "Importing",
			    },
			    "href": "/a/import/",
			    "more": [
			      "“import 0” (2)",
			      "“import 1”",
			      "“import 2”",
			    ],
			  },
			  {
			    "action": "Say it in these words in title, summary and quick answer: content/articles/en/a/b.mdx",
			    "actionHref": "https://git.example/a/b",
			    "cells": {
			      "article": "Sign in",
			      "share": 0.3,
			      "tickets": 3,
			      "topics": "Signing in, Thanks",
			    },
			    "href": "/a/b/",
			    "more": [
			      "“cannot sign in” (2)",
			      "“sign out”",
			    ],
			  },
			]
		`);
	});

	it("tells no share of nine tickets", async () => {
		const found = await answerableTickets(site, times(9, () => written("sign in")).flat(), replay);
		expect(found.table.rows[0]?.cells["share"]).toBeNull();
	});

	it.each([
		["import", 2, "login", 1, "Add `import` to answers, so that it is offered for that topic"],
		["import", 1, "login", 1, "Say it in these words in title, summary and quick answer"],
		["thanks", 3, "login", 1, "Say it in these words in title, summary and quick answer"],
	])("asks, where %s was chosen %i times and %s %i, to: %s", async (one, n, other, m, words) => {
		const tickets = [...times(n, () => written("import it", { category: one })), ...times(m, () => written("import it", { category: other }))].flat();
		const [row] = (await answerableTickets(site, tickets, replay)).table.rows;
		expect(row?.action?.split(": ")[0]).toBe(words);
	});
});

describe("topics with ten tickets in a week", () => {
	const topic = (name: string, tickets: Written[]): Topic => ({ name, tickets });
	const days = (n: number, subject: string, category = "login") => times(n, (at) => written(subject, { day: `2026-11-1${at % 7}`, category })).flat();
	const replay = async (words: string) => (words === "sign in" ? "a/b" : words === "new" ? "a/news" : null);

	it("say what they hold", async () => {
		expect(wordsOf(await topicsTable(site, [], replay))).toMatchInlineSnapshot(`
			"topics: Topics with ten tickets or more in a week
			Subjects of tickets, put together by their words as searches are. Ten tickets in any seven days of the period ask for an article, before anything else.
			No topic had ten tickets in seven days.
			topic | Topic
			tickets | Tickets in the week | Of its busiest seven days in a row.
			before | Week before | In the seven days before these, as far as they are in the period.
			week | Week from | day
			topics | Chosen in the form
			article | Found today | The article that today's search is sure of for most of these words."
		`);
	});

	it("ask for an article, or a better one; the busiest first", async () => {
		const earlier = written("sign in", { day: "2026-11-05" });
		const tables = await topicsTable(
			site,
			[
				topic("nine", days(9, "nine")),
				topic("sign in", [...days(10, "sign in"), ...earlier]),
				topic("export all", [...days(8, "export"), ...days(4, "new", "import")]),
			],
			replay,
		);
		expect(tables.rows).toMatchInlineSnapshot(`
			[
			  {
			    "action": "npm run new -- how-to "export all"",
			    "cells": {
			      "article": null,
			      "before": 0,
			      "tickets": 12,
			      "topic": "export all",
			      "topics": "Signing in, Importing",
			      "week": "2026-11-10",
			    },
			    "more": [
			      "“export”",
			      "“new”",
			    ],
			  },
			  {
			    "action": "It should answer this; rewrite it in these words: content/articles/en/a/b.mdx",
			    "actionHref": "https://git.example/a/b",
			    "cells": {
			      "article": "Sign in",
			      "before": 1,
			      "tickets": 10,
			      "topic": "sign in",
			      "topics": "Signing in",
			      "week": "2026-11-10",
			    },
			    "more": [
			      "“sign in”",
			    ],
			  },
			]
		`);
	});
});

describe("a ticket as the lists read it", () => {
	it("has no names and no marks of what was removed, and is nothing where its text is gone", () => {
		expect(readWritten([ticket("[email]  Ada of Acme cannot sign in", { name: "Ada", company: "Acme" }), ticket("")])).toMatchInlineSnapshot(`
			[
			  {
			    "article": null,
			    "category": "login",
			    "day": "2026-11-10",
			    "subject": "[email]  [name] of [name] cannot sign in",
			    "words": "of cannot sign in",
			  },
			]
		`);
	});
});
