import { describe, expect, it } from "vitest";
import type { Answer, AnswerEvent, PersonOffer } from "#contract/answers.ts";
import { askSchema } from "#contract/answers.ts";
import { newId } from "#site/ask/new-id.ts";
import { readAnswer } from "#site/ask/read-answer.ts";
import { readsAsQuestion } from "#site/ask/reads-as-question.ts";
import { sendQuestion, type Post } from "#site/ask/send-question.ts";
import type { TreeFile } from "#site/ask/types.ts";
import { backTo, beginWalk, choose, entryOf } from "#site/ask/walk.ts";

const person: PersonOffer = { hours: "We answer on Monday at 09:00.", contact: "/contact/", hotline: null, chat: null };
const sources = [{ id: "a/b", title: "Change your plan", url: "/a/b/#steps", heading: "Steps" }];
const part = { text: "Open “Billing” → “Plan”. 日本", as: "paragraph" as const, source: 0 };
const whole: Answer = { kind: "answered", way: "written", parts: [part], sources, tree: null, person };
const events: AnswerEvent[] = [
	{ event: "sources", sources },
	{ event: "part", part },
	{ event: "whole", answer: whole },
];

function inStream(text: string, size = 7): Response {
	const bytes = new TextEncoder().encode(text);
	const body = new ReadableStream({
		start(controller) {
			for (let from = 0; from < bytes.length; from += size) controller.enqueue(bytes.slice(from, from + size));
			controller.close();
		},
	});
	return new Response(body, { headers: { "content-type": "text/event-stream; charset=utf-8" } });
}
const written = (...given: unknown[]) => given.map((event) => `data: ${JSON.stringify(event)}\n\n`).join("");

async function read(response: Response) {
	const seen: AnswerEvent[] = [];
	return { answer: await readAnswer(response, (event) => seen.push(event)), seen };
}

describe("reading an answer", () => {
	it("takes pieces from a stream that is cut anywhere, and the whole at its end", async () => {
		for (const size of [1, 5, 4096]) expect(await read(inStream(written(...events), size))).toEqual({ answer: whole, seen: events.slice(0, 2) });
	});

	it("takes JSON as it stands", async () => {
		expect(await read(Response.json(whole))).toEqual({ answer: whole, seen: [] });
	});

	it("has no answer where the stream ends before the whole", async () => {
		expect(await read(inStream(written(...events.slice(0, 2))))).toEqual({ answer: null, seen: events.slice(0, 2) });
	});

	it("overlooks nonsense, comments and messages of other kinds", async () => {
		const text = `: hello\n\ndata: {"event":\n\ndata: null\n\ndata: [1]\n\ndata: {"event":"cost"}\n\n${written(...events)}`;
		expect(await read(inStream(text))).toEqual({ answer: whole, seen: events.slice(0, 2) });
	});

	it("takes nothing for an answer that is none", async () => {
		for (const nonsense of [null, 7, "answered", {}, { kind: "answered" }, { kind: "sure", person }]) {
			expect((await read(Response.json(nonsense))).answer).toBeNull();
			expect((await read(inStream(written({ event: "whole", answer: nonsense })))).answer).toBeNull();
		}
	});

	it("stops reading once the whole is there", async () => {
		let pulled = 0;
		const body = new ReadableStream<Uint8Array>({
			pull(controller) {
				pulled++;
				controller.enqueue(new TextEncoder().encode(written(pulled === 1 ? events[2] : { event: "part", part })));
			},
		});
		const { answer } = await read(new Response(body, { headers: { "content-type": "text/event-stream" } }));
		expect(answer).toEqual(whole);
		expect(pulled).toBeLessThan(5);
	});
});

describe("sending a question", () => {
	const following = { onEvent: () => undefined, signal: new AbortController().signal };

	/** Answers with one response after the other, and notes how each was asked for. */
	function answering(...responses: (Response | Error)[]) {
		const accepted: string[] = [];
		const post: Post = (accept) => {
			accepted.push(accept);
			const next = responses.shift() ?? new Error("nothing left");
			return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
		};
		return { post, accepted };
	}

	it("asks once more without a stream where the stream breaks off", async () => {
		const { post, accepted } = answering(inStream(written(events[0])), Response.json(whole));
		expect(await sendQuestion(post, following)).toEqual({ ok: true, answer: whole });
		expect(accepted.map((accept) => accept.includes("text/event-stream"))).toEqual([true, false]);
	});

	it("hands on what the Worker refuses, and does not ask again", async () => {
		const { post, accepted } = answering(Response.json({ title: "Too many", detail: "Please wait a minute." }, { status: 429 }));
		expect(await sendQuestion(post, following)).toEqual({ ok: false, problem: { title: "Too many", detail: "Please wait a minute." } });
		expect(accepted).toHaveLength(1);
	});

	it("says nothing of a refusal that is not the Worker's", async () => {
		expect(await sendQuestion(answering(new Response("<h1>Bad gateway</h1>", { status: 502 })).post, following)).toEqual({ ok: false, problem: null });
	});

	it("does not reject where nobody can be reached", async () => {
		expect(await sendQuestion(answering(new Error("offline"), new Error("offline")).post, following)).toEqual({ ok: false, problem: null });
	});

	it("is not sent twice once it was given up", async () => {
		const controller = new AbortController();
		const { post, accepted } = answering();
		controller.abort();
		await sendQuestion(post, { ...following, signal: controller.signal });
		expect(accepted).toHaveLength(1);
	});

	it("names an answer as the wire wants it", () => {
		expect(askSchema.safeParse({ id: newId(), question: "How?", place: "widget" }).success).toBe(true);
		expect(newId()).not.toBe(newId());
	});
});

describe("a search that reads as a question", () => {
	it.each(["how do I change my plan", "Wie ändere ich meinen Tarif?", "¿por qué falla?", "كيف أغيّر خطتي؟", "can't log in anymore since monday"])(
		"%s",
		(text) => {
			expect(readsAsQuestion(text)).toBe(true);
		},
	);

	it.each(["change plan", "ERR_4021", "invoice?", "", "import csv file", "…  – ?"])("not %s", (text) => {
		expect(readsAsQuestion(text)).toBe(false);
	});
});

describe("a walk in the box", () => {
	const [no, again] = [
		{ words: "No", to: "white" },
		{ words: "Again", to: "open" },
	] as const;
	const [yes, gone] = [
		{ words: "Yes", to: "reload" },
		{ words: "Gone", to: "nowhere" },
	] as const;
	const outcome = { kind: "outcome" as const, id: "reload", words: "Load it again", text: "Press F5." };
	const second = { kind: "check" as const, id: "white", words: "Does it stay white?", text: "", choices: [yes, gone] };
	const first = { kind: "check" as const, id: "open", words: "Does the page open?", text: "", choices: [no, again] };
	const file: TreeFile = { article: "a/b", title: "It does not load", url: "/a/b/", tree: { title: "", nodes: [first, second, outcome] } };
	const start = beginWalk(file.tree);
	if (!start) throw new Error("the tree has a first question");

	it("goes from answer to answer to the outcome, and says so to the trail", () => {
		const end = choose(choose(start, no, file.tree), yes, file.tree);
		expect(end.at).toBe(outcome);
		expect(entryOf(file, end)).toEqual({
			kind: "guided",
			article: "a/b",
			title: "It does not load",
			answers: [
				{ question: "Does the page open?", answer: "No" },
				{ question: "Does it stay white?", answer: "Yes" },
			],
			outcome: "Load it again",
		});
	});

	it("goes back to any question, and forgets what came after it", () => {
		const end = choose(choose(start, no, file.tree), yes, file.tree);
		expect(backTo(end, 1)).toEqual({ given: end.given.slice(0, 1), at: second });
		expect(backTo(end, 0)).toEqual(start);
	});

	it("stays where a choice leads nowhere, and ends with an outcome", () => {
		const there = choose(start, no, file.tree);
		expect(choose(there, gone, file.tree)).toBe(there);
		const end = choose(there, yes, file.tree);
		expect(choose(end, no, file.tree)).toBe(end);
		expect(beginWalk({ title: "", nodes: [] })).toBeNull();
	});

	it("keeps the last answers of a walk in circles, short enough to be sent", () => {
		const round = { ...first, words: "x".repeat(500) };
		const tree = { title: "", nodes: [round] };
		let state = beginWalk(tree);
		for (let step = 0; step < 20 && state; step++) state = choose(state, again, tree);
		const { answers } = entryOf(file, state ?? start);
		expect([answers.length, answers[0]?.question.length]).toEqual([12, 160]);
	});
});
