import { describe, expect, it } from "vitest";
import type { SiteManifest } from "#contract/site-manifest.ts";
import type { TriageState } from "#contract/triage.ts";
import { addAnswers, type AnswerCounts } from "#worker/reports/answer-counts.ts";
import type { ArticleFacts } from "#worker/reports/articles/facts.ts";
import { inboxRow, inboxTable } from "#worker/reports/articles/inbox.ts";
import { rejectedAnswersTable } from "#worker/reports/articles/rejected-answers.ts";
import { wilsonInterval } from "#worker/reports/wilson.ts";
import { wordsOf } from "./report-words.ts";

const site = {
	defaultLocale: "en",
	articles: {
		"a/one": { title: "One", url: "/a/one/", revision: "r2", edit: "https://git.example/one" },
		"a/two": { title: "Two", url: "/a/two/", revision: "r1" },
	},
} as unknown as SiteManifest;

const reason = (changes: object = {}) => ({
	...{ article: "a/one", revision: "r2", reason: "outdated", n: 3, lastDay: "2026-11-10", state: "pending" as TriageState },
	...changes,
});
const comment = (changes: object = {}) => ({
	...{ id: "0123456789abcdef", article: "a/two", revision: "r0", day: "2026-11-12", visitor: "hash", helpful: false, comment: "Too long." },
	...{ state: "pending" as TriageState },
	...changes,
});

describe("what readers said", () => {
	it("says what it holds", () => {
		expect(wordsOf(inboxTable(site, [], [], ""))).toMatchInlineSnapshot(`
			"inbox: What readers said
			Reasons after No, counted by the revision they were given for, and comments. Pending first. A rewritten article begins anew.
			Nobody gave a reason or a comment in this period.
			article | Article
			said | Said
			n | Times
			revision | Revision | Whether the words are about the text that is online now.
			day | Last | day
			state | State"
		`);
	});

	it("is a reason in the words of the form, with what can be done, and where", () => {
		const [row] = inboxTable(site, [reason()], [], "days=7").rows;
		expect(row).toEqual({
			id: "said-a/one-r2-outdated",
			name: "It looks out of date, One",
			cells: { article: "One", said: "It looks out of date", n: 3, revision: "current", day: "2026-11-10", state: "Pending" },
			href: "/a/one/",
			action: "Mend: content/articles/en/a/one.mdx",
			actionHref: "https://git.example/one",
			buttons: [
				["Start", "in-progress"],
				["Resolve", "resolved"],
				["Dismiss", "dismissed"],
			].map(([label, state]) => ({
				label,
				path: "/manage/articles/triage",
				fields: { kind: "reason", article: "a/one", revision: "r2", reason: "outdated", state, back: "days=7" },
			})),
		});
	});

	it("is a comment that tells nothing of who wrote it", () => {
		const [row] = inboxTable(site, [], [comment()], "").rows;
		expect(row).toMatchObject({ id: "said-0123456789abcdef", cells: { article: "Two", said: "“Too long.” (after No)", n: 1, revision: "earlier" } });
		expect(row).not.toHaveProperty("actionHref");
		expect(row?.buttons?.[0]?.fields).toEqual({ kind: "comment", article: "a/two", day: "2026-11-12", id: "0123456789abcdef", state: "in-progress", back: "" });
		expect(JSON.stringify(row)).not.toContain("hash");
		expect(inboxTable(site, [], [comment({ helpful: true })], "").rows[0]?.cells["said"]).toBe("“Too long.” (after Yes)");
		expect(inboxRow({ kind: "comment", id: "abc" })).toBe("said-abc");
	});

	it.each([
		["pending", "Pending", "Mend: content/articles/en/a/one.mdx", ["Start", "Resolve", "Dismiss"]],
		["in-progress", "In progress", "Mend: content/articles/en/a/one.mdx", ["Put back", "Resolve", "Dismiss"]],
		["resolved", "Resolved", "Nothing to do", ["Put back", "Start", "Dismiss"]],
		["dismissed", "Dismissed", "Nothing to do", ["Put back", "Start", "Resolve"]],
	])("can be moved on from %s", (state, word, action, labels) => {
		const [row] = inboxTable(site, [reason({ state })], [], "").rows;
		expect([row?.cells["state"], row?.action, row?.buttons?.map(({ label }) => label)]).toEqual([word, action, labels]);
		expect(row?.actionHref).toBe(action === "Nothing to do" ? undefined : "https://git.example/one");
	});

	it("stands by state, then by how often it was said, then by its last day", () => {
		const reasons = [
			reason({ reason: "a", state: "dismissed", n: 99 }),
			reason({ reason: "b", state: "resolved", n: 98 }),
			reason({ reason: "c", n: 2, lastDay: "2026-11-01" }),
			reason({ reason: "d", n: 2, lastDay: "2026-11-02" }),
			reason({ reason: "e", n: 5, lastDay: "2026-10-01" }),
			reason({ reason: "f", state: "in-progress", n: 97 }),
		];
		expect(inboxTable(site, reasons, [comment()], "").rows.map(({ cells }) => cells["said"])).toEqual(["e", "d", "c", "“Too long.” (after No)", "f", "b", "a"]);
	});

	it("is there of an article that is gone, without its page", () => {
		const [row] = inboxTable(site, [reason({ article: "a/gone", reason: "other" })], [], "").rows;
		expect(row).toMatchObject({ name: "other, a/gone", cells: { article: "a/gone", said: "other", revision: "earlier" } });
		expect(row).not.toHaveProperty("href");
	});
});

describe("answers that do not help", () => {
	const facts = (id: string, changes: object = {}) =>
		({ id, title: id.toUpperCase(), url: `/${id}/`, file: `content/articles/en/${id}.mdx`, edit: null, ...changes }) as ArticleFacts;
	const answers = (article: string, counts: Partial<AnswerCounts>): AnswerCounts => ({ ...addAnswers([]), place: "search", way: "quick", article, ...counts });
	const listed = (...all: AnswerCounts[]) => rejectedAnswersTable([facts("a"), facts("b"), facts("c", { edit: "https://git.example/c" })], all).rows;

	it("say what they hold", () => {
		expect(wordsOf(rejectedAnswersTable([], []))).toMatchInlineSnapshot(`
			"rejected-answers: Answers that do not help
			Articles from which the answer box answered, of which 5 readers or more said whether it helped and surely (Wilson, 95 %) fewer than 80 % said Yes. The worst first.
			No article whose answers 5 readers or more judged is surely below 80 %.
			article | Article
			rejected | Rejected | Answers that readers said did not help.
			helped | Helped | Answers that readers said helped, and that no ticket has refuted.
			upper | At most | rate | Upper bound of the share that helped, of those of which it was said (Wilson, 95 %).
			shown | Shown
			tickets | Became tickets"
		`);
	});

	it("are told with what came of them, whatever became of a Yes but a ticket", () => {
		const counts = [
			answers("c", { shown: 20, confirmed: 1, pending: 1, rejected: 6, ticket: 2 }),
			answers("c", { shown: 5, unverifiable: 1, rejected: 6, way: "faq" }),
		];
		expect(listed(...counts)).toEqual([
			{
				href: "/c/",
				cells: { article: "C", rejected: 12, helped: 3, upper: wilsonInterval(3, 12).upper, shown: 25, tickets: 2 },
				action: "Rewrite quick answer and headings: content/articles/en/c.mdx",
				actionHref: "https://git.example/c",
			},
		]);
	});

	it.each([
		["five said no", { rejected: 5 }, 1],
		["four did", { rejected: 4 }, 0],
		["it may still be that most are helped", { confirmed: 5, rejected: 3 }, 0],
		["nobody said anything", { shown: 90 }, 0],
	])("are listed where it is sure: %s", (_, counts, n) => {
		expect(listed(answers("a", counts))).toHaveLength(n);
		expect(listed(answers("a", counts))[0] ?? {}).not.toHaveProperty("actionHref");
	});

	it("begin with the worst; of equals with the one that was rejected more often", () => {
		const order = listed(answers("a", { rejected: 6 }), answers("b", { rejected: 20 }), answers("c", { rejected: 6, confirmed: 1 })).map(({ href }) => href);
		expect(order).toEqual(["/b/", "/a/", "/c/"]);
	});
});
