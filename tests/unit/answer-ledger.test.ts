import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { recordAnswerRejected, recordAnswerShown, recordAnswerSolved, recordSourceOpened } from "#site/browser/answer-ledger.ts";
import { answersOfVisit, deflectionTokens, recall } from "#site/browser/visit.ts";
import { clickResult, settleSearch } from "#site/browser/settle-search.ts";
import { sendEvents } from "#site/api-client.ts";
import { eventBatchSchema } from "#contract/events.ts";
import { limits } from "#contract/limits.ts";
import type { Answer, AnswerSource } from "#contract/answers.ts";

const person = { hours: "We are here now.", contact: "/contact/", hotline: null, chat: null };
const source: AnswerSource = { id: "data-entry/import", title: "Import values", url: "/data-entry/import/#file", heading: "Choose a file" };
const answered: Answer = {
	kind: "answered",
	way: "section",
	parts: [{ text: "Choose a file.", as: "step", source: 0 }],
	sources: [source],
	tree: null,
	person,
};
const unsure: Answer = { kind: "unsure", guesses: [], nearest: [source], tree: null, person };
const urgent: Answer = { kind: "person", reason: "urgent", person };

let bodies: Promise<string>[] = [];

/** A browser with storages of its own, on a page of the site. */
function openBrowser({ globalPrivacyControl = false } = {}): void {
	const storageOf = (kept = new Map<string, string>()) => ({
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => void kept.set(key, value),
		removeItem: (key: string) => void kept.delete(key),
	});
	bodies = [];
	vi.stubGlobal("window", { localStorage: storageOf(), sessionStorage: storageOf() });
	vi.stubGlobal("navigator", { globalPrivacyControl, sendBeacon: (_path: string, body: Blob) => bodies.push(body.text()) > 0 });
	vi.stubGlobal("location", { pathname: "/search/", origin: "https://help.example.com" });
	vi.stubGlobal("document", { referrer: "", documentElement: { lang: "en" }, querySelector: () => null });
	vi.stubGlobal("addEventListener", () => undefined);
}

/** What the page has told until now, as the Worker reads it. */
async function told() {
	sendEvents();
	const sent = await Promise.all(bodies);
	return sent.flatMap((body) => eventBatchSchema.parse(JSON.parse(body)).events).map(({ id: _id, ago: _ago, ...event }) => event);
}

function shown(found: Answer, { question = "How do I import values?" } = {}): string {
	const answer = crypto.randomUUID();
	recordAnswerShown({ answer, question, found, place: "search" });
	return answer;
}

beforeEach(() => openBrowser());
afterEach(() => {
	sendEvents();
	vi.unstubAllGlobals();
});

describe("the answers of a visit", () => {
	it("are told with where and how they were found, and their question as a search", async () => {
		const answer = shown(answered);
		expect(await told()).toEqual([
			{ type: "search_settled", query: "How do I import values?", results: 1, source: "ask" },
			{ type: "answer_shown", answer, way: "section", place: "search", article: source.id },
		]);
		expect(answersOfVisit()).toEqual([answer]);
		expect(recall("trail")).toEqual([{ kind: "answer", question: "How do I import values?", article: source.id, title: source.title }]);
	});

	it("are searches without a result where nothing answers, whatever topics are near", async () => {
		const answer = shown(unsure);
		expect(await told()).toMatchObject([
			{ type: "search_settled", results: 0, source: "ask" },
			{ type: "answer_shown", answer, way: "unsure" },
		]);
		expect(recall("trail")).toEqual([{ kind: "answer", question: "How do I import values?" }]);
	});

	it("keep no words of what goes straight to a person", async () => {
		const answer = shown(urgent, { question: "Our data is public, help" });
		expect(await told()).toEqual([{ type: "answer_shown", answer, way: "person", place: "search" }]);
		expect(recall("trail")).toEqual([]);
	});

	it("keep no personal data, and no more than a search may have", async () => {
		shown(answered, { question: `Who is bob@customer.example? ${"import ".repeat(60)}` });
		const [search] = await told();
		expect(search).toMatchObject({ query: expect.stringMatching(/^Who is \[email\]\? import/) });
		expect(JSON.stringify(recall("trail"))).not.toContain("bob@");
		expect(JSON.stringify(search).length).toBeLessThan(limits.query + 100);
	});

	it("are searches that led somewhere when they helped or a source was opened", async () => {
		const answer = shown(answered);
		recordSourceOpened(answer, source, 1);
		recordAnswerSolved(answer, "search");
		const events = await told();
		expect(events.slice(2)).toEqual([
			{ type: "search_clicked", search: recall("answers")[0]?.search, article: source.id, position: 1, how: "opened" },
			{ type: "search_clicked", search: recall("answers")[0]?.search, article: source.id, position: 1, how: "answered" },
			{ type: "answer_solved", answer, token: deflectionTokens()[0] },
		]);
		expect(recall("trail").at(-1)).toEqual({ kind: "article", article: source.id, title: source.title });
	});

	it("are told as rejected", async () => {
		const answer = shown(answered);
		recordAnswerRejected(answer);
		expect((await told()).at(-1)).toEqual({ type: "answer_rejected", answer });
	});

	it("have no token under Global Privacy Control", async () => {
		openBrowser({ globalPrivacyControl: true });
		const answer = shown(answered);
		recordAnswerSolved(answer, "search");
		expect((await told()).at(-1)).toEqual({ type: "answer_solved", answer });
	});

	it("are the last twenty for a ticket", () => {
		const all = Array.from({ length: limits.shownAnswers + 5 }, (_, number) => shown(answered, { question: `Question ${number}` }));
		expect(answersOfVisit()).toEqual(all.slice(5));
	});
});

describe("words that were searched and are asked", () => {
	const words = "How do I import values?";
	const search = () => settleSearch({ query: words, answered: true, results: [1, 2] }, "page");

	it.each([
		{ name: "a search without an answer where the box knows none", found: unsure, results: 0 },
		{ name: "answered in place where it does", found: answered, results: 1 },
	])("are one search, and $name", async ({ found, results }) => {
		const searched = search();
		const answer = shown(found);
		const [, asked, ...more] = await told();
		expect(asked).toEqual({ type: "search_settled", query: words, results, source: "ask", replaces: searched });
		expect(more).toMatchObject([{ type: "answer_shown", answer }]);
	});

	it("stay the search whose result was used", async () => {
		const searched = search();
		clickResult(searched, source.id, 1);
		const answer = shown(unsure);
		expect((await told()).slice(2)).toMatchObject([{ type: "answer_shown", answer, way: "unsure" }]);
		expect(recall("answers")).toMatchObject([{ id: answer, search: searched }]);
	});

	it("count a result that is used afterwards for the question", async () => {
		const searched = search();
		shown(unsure);
		clickResult(searched, source.id, 2);
		expect((await told()).at(-1)).toMatchObject({ type: "search_clicked", search: recall("answers")[0]?.search, position: 2 });
		expect(recall("answers")[0]?.search).not.toBe(searched);
	});

	it("are no further search when they are asked again, or searched afterwards", async () => {
		shown(unsure);
		shown(unsure);
		search();
		expect((await told()).filter(({ type }) => type === "search_settled")).toHaveLength(1);
	});
});
