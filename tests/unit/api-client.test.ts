import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { findTicket, sendNote, uploadFile } from "#site/api-client.ts";

beforeEach(() => {
	vi.stubGlobal("document", { documentElement: { lang: "de" } });
});

afterEach(() => {
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

describe("an answer that is no refusal of the Worker", () => {
	it.each([
		["of another shape", '{"error":"bad gateway"}'],
		["empty", "null"],
		["no JSON", "<html>"],
	])("counts as none (%s)", async (_, body) => {
		vi.stubGlobal("fetch", () => Promise.resolve(new Response(body, { status: 502 })));
		expect(await findTicket("k")).toEqual({ ok: false, problem: null });
	});

	it("is told apart from one that is", async () => {
		const problem = { type: "/problems/unknown-ticket", title: "T.", status: 404, detail: "D." };
		vi.stubGlobal("fetch", () => Promise.resolve(Response.json(problem, { status: 404 })));
		expect(await findTicket("k")).toEqual({ ok: false, problem });
	});
});

it("asks for answers in the language of the page, under an id that the Worker takes", async () => {
	const asked = vi.fn((_path: string, init: RequestInit) => Promise.resolve(Response.json({ ok: init.method })));
	vi.stubGlobal("fetch", asked);
	await sendNote({ token: "t", key: "k", text: "words" });
	expect(asked.mock.calls[0]?.[1].headers).toEqual({
		"content-type": "application/json",
		"accept-language": "de",
		"x-request-id": expect.stringMatching(/^[0-9a-f-]{36}$/),
	});
});

describe("an upload", () => {
	/** A request that does what a test tells it to. */
	class Request extends EventTarget {
		static last: Request;
		readonly upload = new EventTarget();
		status = 0;
		response: unknown = null;
		constructor() {
			super();
			Request.last = this;
		}
		open() {}
		readonly headers = new Map<string, string>();
		setRequestHeader(name: string, value: string) {
			this.headers.set(name, value);
		}
		send() {}
		abort() {
			this.end("abort");
		}
		end(type: string) {
			this.dispatchEvent(new Event(type));
			this.dispatchEvent(new Event("loadend"));
		}
		move(loaded: number) {
			this.upload.dispatchEvent(Object.assign(new Event("progress"), { loaded, total: 100 }));
		}
	}

	beforeEach(() => {
		vi.useFakeTimers();
		vi.stubGlobal("XMLHttpRequest", Request);
	});

	function start() {
		const shares: number[] = [];
		let reply: unknown = "waits";
		void uploadFile(new File(["x"], "x.txt"), { key: "k", signal: new AbortController().signal, onProgress: (share) => shares.push(share) }).then(
			(answer) => (reply = answer),
		);
		return { shares, reply: () => reply, pass: (ms: number) => vi.advanceTimersByTimeAsync(ms) };
	}

	it("is lost when it does not move for half a minute, and not while it moves", async () => {
		const { shares, reply, pass } = start();
		for (const loaded of [10, 20, 100]) {
			await pass(29_000);
			Request.last.move(loaded);
		}
		await pass(29_999);
		expect([shares, reply()]).toEqual([[0.1, 0.2, 1], "waits"]);
		await pass(1);
		expect(reply()).toEqual({ ok: false, problem: null });
	});

	it("leaves no clock behind when it is done", async () => {
		const { reply, pass } = start();
		expect(Request.last.headers.get("accept-language")).toBe("de");
		Request.last.status = 201;
		Request.last.response = { id: "f" };
		Request.last.end("load");
		await pass(0);
		expect([reply(), vi.getTimerCount()]).toEqual([{ ok: true, answer: { id: "f" } }, 0]);
	});
});
