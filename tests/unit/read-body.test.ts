import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { fault } from "#contract/field-faults.ts";
import { de } from "#site/strings/de/index.ts";
import { createSay } from "#site/strings/message.ts";
import { Problem } from "#worker/lib/problem.ts";
import { parse, readForm, readJson } from "#worker/lib/read-body.ts";
import { english } from "#worker/lib/speech.ts";

const schema = z.strictObject({ name: z.string().min(1, fault("name")).max(1500), tags: z.array(z.string()).default([]) });
const app = new Hono();
app.post("/json", async (c) => c.json(await readJson(c, schema, 200)));
app.post("/form", async (c) => c.json(await readForm(c, 200, ["tags"])));
app.onError((error) => (error instanceof Problem ? error.toResponse(english, "/here") : new Response(String(error), { status: 599 })));

const json = { "content-type": "application/json" };
const form = { "content-type": "application/x-www-form-urlencoded" };

async function post(path: string, body: string | Uint8Array<ArrayBuffer> | ReadableStream, headers: Record<string, string>) {
	const response = await app.request(path, { method: "POST", body, headers, duplex: "half" } as RequestInit);
	const text = await response.text();
	return { status: response.status, body: JSON.parse(text) as unknown };
}

function streamOf(...chunks: (string | Uint8Array)[]): ReadableStream {
	const encoder = new TextEncoder();
	return new ReadableStream({
		start(controller) {
			for (const chunk of chunks) controller.enqueue(typeof chunk === "string" ? encoder.encode(chunk) : chunk);
			controller.close();
		},
	});
}

describe("a JSON body", () => {
	it("is read and filled with defaults", async () => {
		expect(await post("/json", `{"name":"Ada"}`, { "content-type": "application/json; charset=utf-8" })).toEqual({
			status: 200,
			body: { name: "Ada", tags: [] },
		});
	});

	it("is read across chunks that part a letter", async () => {
		const bytes = new TextEncoder().encode(`{"name":"Zoë 🌍"}`);
		const chunks = [...bytes].map((byte) => new Uint8Array([byte]));
		expect(await post("/json", streamOf(...chunks), json)).toEqual({ status: 200, body: { name: "Zoë 🌍", tags: [] } });
	});

	it("loses lone surrogates, so that it can be stored", async () => {
		expect(await post("/json", String.raw`{"name":"a\ud800b","tags":["\udc00"]}`, json)).toEqual({ status: 200, body: { name: "a\ufffdb", tags: ["\ufffd"] } });
	});

	it.each([
		["no JSON", "{", json, 400, "/problems/bad-json"],
		["an empty body", "", json, 400, "/problems/bad-json"],
		["another type", "{}", { "content-type": "text/plain" }, 415, "/problems/wrong-media-type"],
		["a type that only starts alike", "{}", { "content-type": "application/jsonp" }, 415, "/problems/wrong-media-type"],
		["a long body", `{"name":"${"a".repeat(200)}"}`, json, 413, "/problems/too-large"],
		["a length that is announced", "{}", { ...json, "content-length": "201" }, 413, "/problems/too-large"],
		["broken UTF-8", new Uint8Array([0x22, 0xff, 0x22]), json, 400, "/problems/bad-json"],
		["UTF-8 that breaks off", new Uint8Array([0x22, 0xe2, 0x82]), json, 400, "/problems/bad-json"],
		["a wrong shape", `[]`, json, 422, "/problems/invalid"],
	])("is refused: %s", async (_, body, headers, status, type) => {
		const answer = await post("/json", body, headers);
		expect(answer).toMatchObject({ status, body: { type, status, instance: "/here" } });
	});

	it("is refused as soon as it is too long, without reading the rest", async () => {
		let pulled = 0;
		const endless = new ReadableStream({
			pull(controller) {
				pulled++;
				controller.enqueue(new Uint8Array(100).fill(32));
			},
		});
		expect((await post("/json", endless, json)).status).toBe(413);
		expect(pulled).toBeLessThan(10);
	});

	it("is refused, not a failure, when it breaks off on its way", async () => {
		function brokenOff(): ReadableStream {
			const parts = [new TextEncoder().encode(`{"name":`)];
			return new ReadableStream({
				pull(controller) {
					const part = parts.shift();
					if (part) controller.enqueue(part);
					else controller.error(new Error("the connection is gone"));
				},
			});
		}
		expect(await post("/json", brokenOff(), json)).toMatchObject({
			status: 400,
			body: { type: "/problems/bad-json", detail: "The body did not arrive whole." },
		});
		expect(await post("/form", brokenOff(), form)).toMatchObject({ status: 400, body: { type: "/problems/broken-form" } });
	});

	it("is refused with a line for each field", async () => {
		const { body } = await post("/json", `{"name":"","tags":[1],"extra":true}`, json);
		expect(body).toMatchObject({
			detail: "name: please tell us your name",
			errors: [{ field: "name", message: "please tell us your name" }, { field: "tags.0" }, { field: "(body)" }],
		});
	});

	it("is refused in the language of whoever reads it; what only a program gets wrong stays in English", () => {
		const german = { t: de, say: createSay("de") };
		const refusals = [{ name: "" }, { name: "a".repeat(1501) }, { name: "Ada", tags: [1] }].map((value) => {
			try {
				return parse(schema, value);
			} catch (error) {
				return error instanceof Problem ? error.document(german) : error;
			}
		});
		expect(refusals).toMatchObject([
			{
				title: "Etwas davon passt nicht.",
				detail: "name: bitte sagen Sie uns Ihren Namen",
				errors: [{ field: "name", message: "bitte sagen Sie uns Ihren Namen" }],
			},
			{ errors: [{ field: "name", message: "bitte schreiben Sie höchstens 1.500 Zeichen" }] },
			{ errors: [{ field: "tags.0", message: "Invalid input: expected string, received number" }] },
		]);
	});

	it("cannot reach the prototype of anything", async () => {
		const { status } = await post("/json", `{"name":"a","__proto__":{"polluted":true}}`, json);
		expect(status).toBe(422);
		expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
	});
});

describe("a form", () => {
	it("is read: single fields once, lists as lists, empty ones left out", async () => {
		expect(await post("/form", "name=Ada+Lovelace&name=again&empty=&tags=a&tags=&tags=b&x=%C3%A9", form)).toEqual({
			status: 200,
			body: { name: "Ada Lovelace", tags: ["a", "b"], x: "é" },
		});
	});

	it("is refused in another type or when too long", async () => {
		expect((await post("/form", "a=1", { "content-type": "multipart/form-data; boundary=x" })).status).toBe(415);
		expect((await post("/form", `a=${"1".repeat(200)}`, form)).status).toBe(413);
	});

	it("cannot reach the prototype of anything", async () => {
		const { status } = await post("/form", "__proto__=x&constructor=y", form);
		expect(status).toBe(200);
		expect(({} as { x?: string }).x).toBeUndefined();
	});
});
