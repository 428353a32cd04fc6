import { afterAll, afterEach, beforeAll, beforeEach, vi } from "vitest";
import type { Answer, AnswerEvent, FoundAnswer } from "#contract/answers.ts";
import type { Candidate, Retrieved } from "#worker/answers/retrieve.ts";
import { writeAnswer } from "#worker/answers/write.ts";
import type { Env } from "#worker/env.ts";
import { startModelServer, type ModelServer } from "./model-server.ts";

/** A section that was retrieved. */
export function candidate(heading: string, ...lines: string[]): Candidate {
	const source = { id: "billing/refunds", title: "Refunds", url: `/billing/refunds/#${heading.toLowerCase()}`, heading };
	return { way: "section", blocks: lines.map((text) => ({ text, as: "paragraph" })), text: lines.join("\n"), source, score: 1 };
}

export const ask = candidate(
	"Ask",
	"You can ask for a refund within 14 days of the first payment.",
	"Open Admin → Plan and billing and select Ask for a refund.",
);
export const card = candidate("Card", "Refunds go back to the card that was charged, within five working days.", "We cannot refund a payment to another card.");
export const person = { hours: "We are there until 18:00.", contact: "/contact/", hotline: null, chat: null };

/** The answer in the articles' own words. */
export const extracted: FoundAnswer = {
	...{ kind: "answered", way: "section", tree: "/billing/refunds.tree.json", person },
	parts: [{ text: "You can ask for a refund within 14 days of the first payment.", as: "paragraph", source: 0 }],
	sources: [ask.source],
};

/** What is asked, where it is not the question about a refund with its two sections. */
export interface Asked {
	question?: string;
	candidates?: Candidate[];
	answer?: Answer;
	env?: Partial<Env>;
	locale?: string;
	gone?: AbortSignal;
}

/** Answers are written by a server in a provider's place, in each test of the file that calls this. */
export function useModel() {
	const logged: string[] = [];
	const counted: unknown[][] = [];
	let server: ModelServer;
	const model = {
		get server() {
			return server;
		},
		/** What was logged. */
		logged,
		/** What the day's count of tokens was told. */
		counted,
		isBudgetLeft: true,
		read,
		/** All that the server was sent, as text. */
		sent: () => server.requests.map(({ body }) => body.messages.map(({ content }) => content).join("\n")).join("\n"),
	};

	beforeAll(async () => void (server = await startModelServer()));
	afterAll(() => server.close());
	beforeEach(() => {
		logged.length = counted.length = server.requests.length = 0;
		model.isBudgetLeft = true;
		vi.spyOn(console, "error").mockImplementation((line: string) => void logged.push(line));
	});
	afterEach(() => vi.restoreAllMocks());

	const db = {
		prepare: () => ({
			bind: (...values: unknown[]) => ({
				run: async () => {
					counted.push(values.slice(2));
					return { meta: { changes: model.isBudgetLeft ? 1 : 0 } };
				},
			}),
		}),
	} as unknown as Env["DB"];

	/** All that the reader is sent. Each question has a model of its own, so that no pause reaches from one into the other. */
	async function read({ question = "How do I get a refund?", candidates = [ask, card], answer = extracted, env = {}, locale = "en", gone }: Asked = {}) {
		const retrieved: Retrieved = { answered: true, confidence: 0.9, candidates, nearest: [], tree: null };
		const settings = { DB: db, MODE: "development", ANSWER_API_URL: server.url, ANSWER_MODEL: crypto.randomUUID(), ...env } as Env;
		const events: AnswerEvent[] = [];
		for await (const event of writeAnswer(settings, { question, locale, retrieved, extracted: answer, day: "2026-11-22", now: Date.now(), gone }))
			events.push(event);
		const last = events.at(-1);
		if (last?.event !== "whole") throw new Error("there is no whole");
		return { events, answer: last.answer };
	}

	return model;
}
