import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createChatCompletions } from "#worker/answers/provider/chat-completions.ts";
import { patiently } from "#worker/answers/provider/patiently.ts";
import { isPaused, pauseAfter } from "#worker/answers/provider/pause.ts";
import { ProviderFailure, type Provider } from "#worker/answers/provider/provider.ts";
import { createWorkersAi } from "#worker/answers/provider/workers-ai.ts";
import { eventsOf, says, sendInPieces, startModelServer, type Answering, type ModelServer } from "./model-server.ts";

let server: ModelServer;
beforeAll(async () => void (server = await startModelServer()));
afterAll(() => server.close());

const provider = (changes = {}) => createChatCompletions({ url: server.url, key: "a-key", model: "m", allowLoopback: true, ...changes });
const messages = [{ role: "user" as const, content: "How?" }];

/** What a provider says, and what it cost. */
async function listen(from: Provider, patience = { first: 2000, whole: 4000 }) {
	let tokens: number | null = null;
	let text = "";
	for await (const piece of patiently((signal) => from.stream(messages, { signal, maxTokens: 50, onUsage: (spent) => void (tokens = spent) }), patience))
		text += piece;
	return { text, tokens };
}

/** Why nothing came. */
async function failure(from: Provider, patience?: { first: number; whole: number }): Promise<ProviderFailure> {
	const error: unknown = await listen(from, patience).then(
		() => null,
		(thrown: unknown) => thrown,
	);
	if (!(error instanceof ProviderFailure)) throw new Error(`not a failure: ${String(error)}`);
	return error;
}

const answer = "Öffnen Sie “Daten → Werte” 🌱. [1] افتح القائمة";
const pieces = answer.match(/.{1,3}/gsu) ?? [];

describe("chat completions", () => {
	it("are asked for as the protocol says, with the key in a header alone", async () => {
		server.answer = says("Yes.");
		expect(await listen(provider())).toEqual({ text: "Yes.", tokens: 321 });
		const request = server.requests.at(-1);
		expect([request?.path, request?.headers.authorization, request?.headers["content-type"]]).toEqual([
			"/v1/chat/completions",
			"Bearer a-key",
			"application/json",
		]);
		expect(request?.body).toEqual({ model: "m", messages, stream: true, stream_options: { include_usage: true }, temperature: 0, max_tokens: 50 });
	});

	it("need no key, and a slash at the end of the address changes nothing", async () => {
		server.answer = says("Yes.");
		await listen(provider({ key: "", url: `${server.url}/` }));
		expect(server.requests.at(-1)).toMatchObject({ path: "/v1/chat/completions" });
		expect(server.requests.at(-1)?.headers.authorization).toBeUndefined();
	});

	it.each([1, 2, 3, 5, 7, 64, 100_000])("are read whole from packets of %i bytes", async (size) => {
		server.answer = (response) => sendInPieces(response, Buffer.from(eventsOf(pieces)), size);
		expect(await listen(provider())).toEqual({ text: answer, tokens: 321 });
	});

	it.each<[string, (events: string) => string]>([
		["carriage returns", (events) => events.replaceAll("\n", "\r\n")],
		[
			"a mark at the beginning, comments and fields that nobody knows",
			(events) => `\uFEFF: hello\n\n${events.replaceAll("data: {", ": ping\nid: 1\nretry: 5\nx: y\ndata: {")}`,
		],
		["no space after the colon", (events) => events.replaceAll("data: ", "data:")],
		["no [DONE] at the end", (events) => events.replace("data: [DONE]\n\n", "")],
		["something after [DONE]", (events) => `${events}data: {"choices":[{"delta":{"content":"more"}}]}\n\n`],
		["a last chunk without choices", (events) => events.replace('"choices":[],', "")],
		["thoughts beside the answer", (events) => events.replace('"delta":{}', '"delta":{"reasoning_content":"hm","content":null}')],
	])("are read with %s", async (_, change) => {
		server.answer = (response) => void response.writeHead(200, { "content-type": "text/event-stream" }).end(change(eventsOf(pieces)));
		expect((await listen(provider())).text).toBe(answer);
	});

	it("are read from who does not stream", async () => {
		server.answer = (response) =>
			void response
				.writeHead(200, { "content-type": "application/json" })
				.end(JSON.stringify({ choices: [{ message: { role: "assistant", content: answer }, finish_reason: "stop" }], usage: { total_tokens: 7 } }));
		expect(await listen(provider())).toEqual({ text: answer, tokens: 7 });
	});

	it("cost what was reserved for them, where the provider says that they cost nothing", async () => {
		const free = { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 };
		server.answer = (response) =>
			void response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ choices: [{ message: { content: answer } }], usage: free }));
		expect(await listen(provider())).toEqual({ text: answer, tokens: null });
	});

	it("are read so far, also where one piece is longer than an answer", async () => {
		server.answer = (response) => void response.writeHead(200, { "content-type": "text/event-stream" }).end(eventsOf(["word ".repeat(10_000)]));
		expect((await listen(provider())).text).toHaveLength(16_000);
	});

	it("are asked for again without what the model does not take", async () => {
		const bodies: string[][] = [];
		server.answer = (response, request) => {
			bodies.push(Object.keys(request.body).slice(3));
			const refused = ["max_tokens", "temperature"].find((name) => name in request.body);
			if (refused)
				response
					.writeHead(400, { "content-type": "application/json" })
					.end(JSON.stringify({ error: { message: `Unsupported parameter: '${refused}'.`, type: "invalid_request_error", param: refused } }));
			else response.writeHead(200, { "content-type": "text/event-stream" }).end(eventsOf(["Yes."]));
		};
		expect((await listen(provider())).text).toBe("Yes.");
		expect(bodies).toEqual([
			["stream_options", "temperature", "max_tokens"],
			["stream_options", "temperature", "max_completion_tokens"],
			["stream_options", "max_completion_tokens"],
		]);
	});

	const stream =
		(body: string): Answering =>
		(response) =>
			void response.writeHead(200, { "content-type": "text/event-stream" }).end(body);
	const status =
		(code: number, headers = {}): Answering =>
		(response) =>
			void response.writeHead(code, headers).end('{"error":{"message":"no"}}');
	it.each<[string, Answering, object]>([
		["its key is refused", status(401), { reason: "refused", status: 401 }],
		["the model is not there", status(404), { reason: "refused", status: 404 }],
		["it does not want the request", status(400), { reason: "refused", status: 400 }],
		["it is asked too often", status(429, { "retry-after": "7" }), { reason: "busy", status: 429, retryAfterMs: 7000 }],
		["it has a fault", status(500), { reason: "busy", status: 500, retryAfterMs: null }],
		["it is not there", status(503, { "retry-after": "x" }), { reason: "busy", status: 503, retryAfterMs: null }],
		["it sends elsewhere", status(307, { location: "/elsewhere" }), { reason: "refused", status: 307 }],
		["it has nothing to say", status(204), { reason: "refused", status: 204 }],
		["a page comes", (response) => void response.writeHead(200, { "content-type": "text/html" }).end("<h1>Log in</h1>"), { reason: "garbled" }],
		["a page comes as JSON", (response) => void response.writeHead(200, { "content-type": "application/json" }).end("<h1>"), { reason: "garbled" }],
		["other JSON comes", (response) => void response.writeHead(200, { "content-type": "application/json" }).end('{"hello":1}'), { reason: "garbled" }],
		["a page comes as a stream", stream("<!doctype html><p>Log in</p>"), { reason: "cut" }],
		["broken JSON comes", stream('data: {"choices":[{"delta":\n\n'), { reason: "garbled" }],
		["JSON of another shape comes", stream('data: {"choices":"yes"}\n\n'), { reason: "garbled" }],
		["a list comes", stream("data: []\n\n"), { reason: "garbled" }],
		["an error comes in the stream", stream('data: {"error":{"message":"overloaded"}}\n\n'), { reason: "busy" }],
		["a filter ends it", stream(eventsOf(["A"], { finish: "content_filter" })), { reason: "stopped" }],
		["it ends in the middle", stream(eventsOf(["A", "B"]).split('"B"')[0] ?? ""), { reason: "cut" }],
		["one event has no end", stream(`data: ${"x".repeat(70_000)}`), { reason: "garbled" }],
		[
			"the connection breaks",
			(response) =>
				void (response.writeHead(200, { "content-type": "text/event-stream" }).write(eventsOf(["A"]).slice(0, 300)), setTimeout(() => response.destroy(), 20)),
			{ reason: "cut" },
		],
	])("fail when %s", async (_, answering, expected) => {
		server.answer = answering;
		expect(await failure(provider())).toMatchObject(expected);
	});

	it("do not follow a redirect with the question", async () => {
		const before = server.requests.length;
		server.answer = (response, { path }) => void (path === "/elsewhere" ? response.end() : response.writeHead(307, { location: "/elsewhere" }).end());
		await failure(provider());
		expect(server.requests.slice(before).map(({ path }) => path)).toEqual(["/v1/chat/completions"]);
	});

	it.each([
		"http://llm.example/v1",
		"https://10.0.0.1/v1",
		"https://llm.internal/v1",
		"https://user:secret@llm.example/v1",
		"ftp://llm.example",
		"llm.example",
		"",
	])("are not asked for at %j", async (url) => {
		expect(await failure(provider({ url }))).toMatchObject({ reason: "address" });
	});

	it("are not asked for at this machine by a deployed Worker", async () => {
		expect(await failure(provider({ allowLoopback: false }))).toMatchObject({ reason: "address" });
	});

	it("fail when nobody is there", async () => {
		expect(await failure(provider({ url: "http://127.0.0.1:1/v1" }))).toMatchObject({ reason: "unreachable" });
	});

	it.each<[string, Answering]>([
		["before the first word", () => undefined],
		[
			"before the first word, although it says that it lives",
			(response) => {
				const timer = setInterval(() => response.write(": ping\n\n"), 20);
				response.writeHead(200, { "content-type": "text/event-stream" }).on("close", () => clearInterval(timer));
			},
		],
		["in the middle", (response) => void response.writeHead(200, { "content-type": "text/event-stream" }).write(eventsOf(["A"]).slice(0, 400))],
	])("are given up when it is silent %s, and the request is ended", async (_, answering) => {
		const before = server.left;
		server.answer = answering;
		expect(await failure(provider(), { first: 100, whole: 200 })).toMatchObject({ reason: "late" });
		await expect.poll(() => server.left).toBe(before + 1);
	});

	it("without end are read so far, and the request is ended", async () => {
		const before = server.left;
		server.answer = (response) => {
			response.writeHead(200, { "content-type": "text/event-stream" });
			const line = eventsOf(["word ".repeat(100)]).split("\n\n")[1];
			const more = () => {
				while (!response.destroyed && response.write(`${line}\n\n`));
			};
			response.on("drain", more);
			more();
		};
		expect((await listen(provider())).text.length).toBeLessThan(17_000);
		await expect.poll(() => server.left).toBe(before + 1);
	});

	it("are ended when the reader goes", async () => {
		const before = server.left;
		const gone = new AbortController();
		server.answer = (response) => void response.writeHead(200, { "content-type": "text/event-stream" }).write(eventsOf(["A"]).slice(0, 400));
		const read = async () => {
			for await (const _ of patiently((signal) => provider().stream(messages, { signal, maxTokens: 50 }), { first: 5000, whole: 5000 }, gone.signal))
				gone.abort();
		};
		await expect(read()).rejects.toThrow();
		await expect.poll(() => server.left).toBe(before + 1);
	});
});

describe("Workers AI", () => {
	const streamOf = (...events: unknown[]) =>
		new Response(events.map((event) => `data: ${typeof event === "string" ? event : JSON.stringify(event)}\n\n`).join("")).body;
	const asked: unknown[] = [];
	const models = (answered: unknown) => ({
		run: async (...args: unknown[]) => {
			asked.push(args.slice(0, 2));
			if (answered instanceof Error) throw answered;
			return answered;
		},
	});
	const usage = { prompt_tokens: 30, completion_tokens: 12, total_tokens: 42 };

	it.each([
		[
			"events of `response`",
			streamOf({ response: "Open " }, { response: "Data.", p: "abcdef" }, { response: 5 }, { response: "", usage }, "[DONE]"),
			"Open Data.5",
		],
		[
			"chunks like chat completions",
			streamOf(
				{ choices: [{ delta: { content: "Open " } }] },
				{ choices: [{ delta: { content: "Data." }, finish_reason: "stop" }] },
				{ choices: [], usage },
				"[DONE]",
			),
			"Open Data.",
		],
		["one object", { response: "Open Data.", usage }, "Open Data."],
		["one object like chat completions", { choices: [{ message: { content: "Open Data." } }], usage }, "Open Data."],
	])("is read from %s", async (_, answered, text) => {
		expect(await listen(createWorkersAi(models(answered), "@cf/meta/llama"))).toEqual({ text, tokens: 42 });
		expect(asked.at(-1)).toEqual(["@cf/meta/llama", { messages, stream: true, max_tokens: 50, temperature: 0 }]);
	});

	it.each([
		["an error", new Error("3040: Capacity temporarily exceeded"), "busy"],
		["nothing", null, "garbled"],
		["an empty answer", { response: "" }, "garbled"],
		["a stream that ends too early", streamOf({ response: "Open" }), "cut"],
		["something else", { audio: "x" }, "garbled"],
	])("fails with %s", async (_, answered, reason) => {
		expect(await failure(createWorkersAi(models(answered), "m"))).toMatchObject({ reason });
	});

	it("is given up when it is silent, although it listens to no signal", async () => {
		const silent = { run: () => new Promise<never>(() => undefined) };
		expect(await failure(createWorkersAi(silent, "m"), { first: 50, whole: 100 })).toMatchObject({ reason: "late" });
	});
});

describe("a provider that failed", () => {
	it.each([
		[new ProviderFailure("busy", 429, 7000), 7000],
		[new ProviderFailure("busy", 503), 30_000],
		[new ProviderFailure("busy", 429, 86_400_000), 600_000],
		[new ProviderFailure("refused", 401), 30_000],
		[new ProviderFailure("late"), 30_000],
		[new ProviderFailure("refused", 400), 0],
		[new ProviderFailure("stopped"), 0],
		[new ProviderFailure("cut"), 0],
	])("is left in peace after %s", (failed, ms) => {
		const name = crypto.randomUUID();
		pauseAfter(name, failed, 1000);
		expect([isPaused(name, 999 + ms), isPaused(name, 1000 + ms)]).toEqual([ms > 0, false]);
	});
});
