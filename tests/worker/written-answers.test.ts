import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Answer, AnswerEvent } from "#contract/answers.ts";
import { makeAnswerSite } from "./answer-site.ts";
import { call, expectProblem, mockDesk, post, rows, setClock, uuid, type Call } from "./support.ts";

const secret = "a-key-of-the-provider";
const question = "How large may the file be that I import?";
let assets: Fetcher;
/** Tells the tests' models apart, so that no pause reaches from one into the other. */
let model = "";

beforeAll(async () => void (assets = await makeAnswerSite(({ support = {} }) => void Object.assign(support, { answers: { enabled: true, skipTiers: [] } }))));
beforeEach(() => void (model = uuid()));

function send(changes: Record<string, unknown> = {}, options: Call = {}): Promise<Response> {
	const env = { ASSETS: assets, ANSWER_API_URL: "https://llm.example/v1", ANSWER_API_KEY: secret, ANSWER_MODEL: model, ...options.env };
	return post("/api/answers", { id: uuid(), question, locale: "en", place: "search", ...changes }, { ...options, env });
}

const streamed: Call = { headers: { accept: "text/event-stream, application/json;q=0.9" } };

async function eventsOf(response: Response): Promise<AnswerEvent[]> {
	expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
	return (await response.text())
		.split("\n\n")
		.filter((event) => event !== "")
		.map((event) => JSON.parse(event.replace(/^data: /, "")) as AnswerEvent);
}

/** The stream of a model that says this. */
function says(text: string, tokens = 700): Response {
	const chunk = (content: string, finish: string | null) =>
		`data: ${JSON.stringify({ choices: [{ index: 0, delta: { content }, finish_reason: finish }] })}\n\n`;
	const usage = `data: ${JSON.stringify({ choices: [], usage: { total_tokens: tokens } })}\n\n`;
	return new Response(`${chunk(text, null)}${chunk("", "stop")}${usage}data: [DONE]\n\n`, { headers: { "content-type": "text/event-stream" } });
}

/** Which of the sections that were sent holds a text. */
function placeOf(text: string, sent: string): number {
	return Number(/--- section (\d+) /.exec(sent.slice(sent.lastIndexOf("--- section", sent.indexOf(text))))?.[1]);
}

/** A model that cites where the size of a file stands, and what it was sent. */
function mockModel(write: (place: number) => string) {
	const sent: string[] = [];
	const requests = mockDesk(async (request) => {
		const { messages } = await request.json<{ messages: { content: string }[] }>();
		sent.push(messages.map(({ content }) => content).join("\n"));
		return says(write(placeOf("A file may have 50 MB", sent.at(-1) ?? "")));
	});
	return { sent, requests };
}

const size = (place: number) => `A file may have 50 MB [${place}]. A file may have 90 MB [${place}]. It may have 100,000 rows [${place}].`;

describe("where a provider is configured, a question", () => {
	it("is answered in sentences that the sections hold, as a stream to those who ask for one", async () => {
		mockModel(size);
		const events = await eventsOf(await send({}, streamed));
		const source = {
			id: "data-entry/import",
			title: "How do I import values?",
			url: "/data-entry/import/#how-large-may-the-file-be",
			heading: "How large may the file be?",
		};
		expect(events.slice(0, 3)).toEqual([
			{ event: "sources", sources: [source] },
			{ event: "part", part: { text: "A file may have 50 MB.", as: "paragraph", source: 0 } },
			{ event: "part", part: { text: "It may have 100,000 rows.", as: "paragraph", source: 0 } },
		]);
		expect(events.slice(3)).toEqual([
			{
				event: "whole",
				answer: expect.objectContaining({ kind: "answered", way: "written", sources: [source], person: expect.objectContaining({ contact: "/contact/" }) }),
			},
		]);
	});

	it("is answered in one piece to everybody else", async () => {
		mockModel(size);
		const response = await send();
		expect([response.headers.get("content-type"), response.headers.get("cache-control")]).toEqual(["application/json", "no-store"]);
		expect(await response.json<Answer>()).toMatchObject({
			kind: "answered",
			way: "written",
			parts: [{ text: "A file may have 50 MB." }, { text: "It may have 100,000 rows." }],
		});
	});

	it("goes to the provider without personal data, with nothing of the reader but the words", async () => {
		const { sent, requests } = mockModel(size);
		await (await send({ question: `${question} I am ada@customer.example` })).text();
		expect(sent[0]).toContain(`${question} I am [email]`);
		expect(requests).toHaveLength(1);
		const [request] = requests;
		expect([request?.url, request?.method, request?.redirect]).toEqual(["https://llm.example/v1/chat/completions", "POST", "manual"]);
		expect(Object.fromEntries(request?.headers ?? [])).toEqual({
			accept: "text/event-stream",
			authorization: `Bearer ${secret}`,
			"content-type": "application/json",
			"user-agent": "tier-zero",
		});
	});

	it.each([
		["that nobody wrote about", "How do I bake sourdough bread?", "unsure"],
		["that a FAQ answers", "Can we pay by card?", "answered"],
		["whose box is skipped", "Is this an emergency and the platform is down?", "person"],
	])("%s does not leave the site", async (_, asked, kind) => {
		const { requests } = mockModel(size);
		const events = await eventsOf(await send({ question: asked }, streamed));
		expect(requests).toEqual([]);
		expect(events).toHaveLength(1);
		if (kind !== "person") expect(events[0]).toMatchObject({ event: "whole", answer: { kind } });
	});

	it("that is refused is refused as ever, not in a stream", async () => {
		await expectProblem(await send({ question: "" }, streamed), 422, "invalid");
		await expectProblem(await call("/api/answers", { env: { ASSETS: assets, ANSWER_MODEL: model }, ...streamed }), 405, "method-not-allowed");
	});

	it("is answered from the articles when the provider fails, and what was asked is not logged", async () => {
		const logged: string[] = [];
		vi.spyOn(console, "error").mockImplementation((line: string) => void logged.push(line));
		mockDesk(() => new Response("<h1>Bad gateway</h1>", { status: 502 }));
		expect(await (await send()).json<Answer>()).toMatchObject({
			kind: "answered",
			way: "section",
			parts: [{ text: "A file may have 50 MB and 100,000 rows." }],
		});
		expect(logged.map((line) => JSON.parse(line) as unknown)).toEqual([
			{ level: "error", event: "answers_failed", provider: `llm.example ${model}`, reason: "busy", status: 502 },
		]);
	});

	it("is answered by Workers AI where that is bound and no address is set", async () => {
		const run = vi.fn(
			async (..._: unknown[]) => new Response('data: {"response":"A file may have 50 MB [1]. A file may have 50 MB [2]."}\n\ndata: [DONE]\n\n').body,
		);
		const env = { ANSWER_API_URL: "", AI: { run } };
		expect(await (await send({}, { env })).json<Answer>()).toMatchObject({ way: "written", parts: [{ text: "A file may have 50 MB." }] });
		expect(run.mock.calls[0]?.slice(0, 2)).toEqual([model, expect.objectContaining({ stream: true, max_tokens: 600, temperature: 0 })]);
	});

	it("whose reader goes away ends the provider's request", async () => {
		let isLeft = false;
		const requests = mockDesk(
			(request) =>
				new Response(
					new ReadableStream({
						start(controller) {
							controller.enqueue(new TextEncoder().encode(": ping\n\n"));
							request.signal.addEventListener("abort", () => void (isLeft = true));
						},
						cancel: () => void (isLeft = true),
					}),
					{ headers: { "content-type": "text/event-stream" } },
				),
		);
		const response = await send({}, streamed);
		await expect.poll(() => requests.length).toBe(1);
		await response.body?.cancel();
		await expect.poll(() => isLeft).toBe(true);
	});
});

describe("where no provider is configured", () => {
	it("a question leaves the site for nowhere, and nobody gets a stream", async () => {
		const { requests } = mockModel(size);
		const response = await send({}, { ...streamed, env: { ANSWER_MODEL: "" } });
		expect(response.headers.get("content-type")).toBe("application/json");
		expect(await response.json<Answer>()).toMatchObject({ way: "section" });
		expect(requests).toEqual([]);
	});
});

describe("the tokens of a day", () => {
	const spent = async () => (await rows<{ n: number }>("SELECT n FROM guard_counts WHERE what = 'answer-tokens'"))[0]?.n;

	it("are taken before the provider is asked, and are in the end what it says", async () => {
		setClock("2026-11-20T12:00:00Z");
		let before: number | undefined;
		mockDesk(async () => {
			before = await spent();
			return says("NO_ANSWER", 700);
		});
		await (await send()).text();
		expect(before).toBeGreaterThan(700);
		expect(await spent()).toBe(700);
		await (await send()).text();
		expect(await spent()).toBe(1400);
	});

	it("are not overdrawn, however many ask at once; the next day has its own", async () => {
		setClock("2026-11-20T12:00:00Z");
		const { requests } = mockModel(size);
		const env = { ANSWER_DAILY_TOKENS: "4000" };
		const ways = await Promise.all(Array.from({ length: 8 }, async () => (await (await send({}, { env })).json<Answer & { way: string }>()).way));
		expect(ways.filter((way) => way === "written").length).toBe(requests.length);
		expect(new Set(ways)).toEqual(new Set(["written", "section"]));
		expect(await spent()).toBeLessThanOrEqual(4000);
		setClock("2026-11-21T12:00:00Z");
		expect(await (await send({}, { env })).json<Answer>()).toMatchObject({ way: "written" });
	});

	it("that nobody answered for are given back", async () => {
		vi.spyOn(console, "error").mockImplementation(() => undefined);
		mockDesk(() => new Response("{}", { status: 401 }));
		await (await send()).text();
		expect(await spent()).toBe(0);
	});
});
