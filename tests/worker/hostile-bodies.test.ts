import { afterEach, describe, expect, it, vi } from "vitest";
import { limits } from "#contract/limits.ts";
import { bodyMs, filesMs } from "#worker/lib/in-time.ts";
import { bindings, call, count, expectProblem, makeTicket, makeVote, moveToNewNetwork, post, rows, uuid } from "./support.ts";

const json = { "content-type": "application/json" };
const encode = (text: string) => new TextEncoder().encode(text);
/** Ways in that take JSON. */
const doors = ["/api/votes", "/api/events", "/api/tickets", "/api/tickets/notes", "/api/answers"];

/** A body made while it is read; tells how much of it was asked for. */
function made(chunk: (place: number) => Uint8Array | null | Promise<never>): { body: ReadableStream; asked: () => number } {
	let place = 0;
	const body = new ReadableStream({
		async pull(controller) {
			const next = await chunk(place++);
			if (next) controller.enqueue(next);
			else controller.close();
		},
	});
	return { body, asked: () => place };
}

/** A body that begins, and then says nothing more. */
const trickling = (beginning: Uint8Array) => made((place) => (place === 0 ? beginning : new Promise<never>(() => undefined)));

async function expectNothingStored(): Promise<void> {
	for (const table of ["votes", "event_inbox", "tickets", "ticket_notes"]) expect([table, await count(table)]).toEqual([table, 0]);
	expect(await rows("SELECT name FROM attachments WHERE state <> 'removed'")).toEqual([]);
	expect((await bindings.FILES.list()).objects).toEqual([]);
}

describe("a body that is packed", () => {
	/** Zeros that unpack to 100 MB, in some 100 kB; the second layer makes them some hundred bytes. */
	async function bomb(format: "gzip" | "deflate", layers: number): Promise<Uint8Array<ArrayBuffer>> {
		const zeros = made((place) => (place < 100 ? new Uint8Array(1_000_000) : null)).body;
		let packed = zeros.pipeThrough(new CompressionStream(format));
		for (let layer = 1; layer < layers; layer++) packed = packed.pipeThrough(new CompressionStream(format));
		return new Uint8Array(await new Response(packed).arrayBuffer());
	}

	it.each([
		["gzip", 1],
		["deflate", 1],
		["gzip", 2],
		["br", 1],
		["gzip, gzip", 2],
		["identity, gzip", 1],
		["unheard-of", 1],
	])("as %s, %i times, is never unpacked: it is read as the bytes that came, and refused", async (encoding, layers) => {
		const body = await bomb(encoding === "deflate" ? "deflate" : "gzip", layers);
		const unpack = vi.spyOn(globalThis, "DecompressionStream");
		for (const path of doors) {
			moveToNewNetwork();
			const response = await call(path, { method: "POST", body, headers: { ...json, "content-encoding": encoding } });
			expect([path, response.status >= 400 && response.status < 500]).toEqual([path, true]);
		}
		for (const type of ["application/x-www-form-urlencoded", "multipart/form-data; boundary=b"]) {
			const headers = { "content-type": type, "content-encoding": encoding, "content-length": String(body.length), accept: "text/html" };
			const response = await call("/contact", { method: "POST", body, headers });
			expect([type, response.status >= 400 && response.status < 500]).toEqual([type, true]);
		}
		expect(unpack).not.toHaveBeenCalled();
		await expectNothingStored();
	});

	it("is kept as it came where it is a file, and its zeros stay packed", async () => {
		const body = await bomb("gzip", 1);
		const headers = { "content-length": String(body.length), "x-form-key": uuid(), "x-file-name": "log.txt", "content-encoding": "gzip" };
		await expectProblem(await call("/api/attachments", { method: "POST", body, headers }), 415, "file-type");
		await expectNothingStored();
	});
});

describe("a body without an end", () => {
	it.each(doors)("to %s is refused at its limit; what comes after is not read", async (path) => {
		const chunk = encode(" ".repeat(1024));
		const { body, asked } = made(() => chunk);
		await expectProblem(await call(path, { method: "POST", body, headers: json }), 413, "too-large");
		expect(asked()).toBeLessThan(limits.ticketBody / chunk.length + 10);
		await expectNothingStored();
	});

	it("that says it is short is counted, not believed", async () => {
		const { body, asked } = made(() => encode(" ".repeat(1024)));
		await expectProblem(await call("/api/votes", { method: "POST", body, headers: { ...json, "content-length": "2" } }), 413, "too-large");
		expect(asked()).toBeLessThan(50);
	});

	it.each(["-1", "abc", "1e3", "0x10", "2, 2"])("that says it is %s bytes long is no failure", async (length) => {
		const response = await call("/api/votes", { method: "POST", body: JSON.stringify(makeVote()), headers: { ...json, "content-length": length } });
		expect(response.status).toBeLessThan(500);
	});

	it("where it is a file, is cut at the length that was said, and leaves nothing", async () => {
		const { body, asked } = made((place) => (place === 0 ? new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) : new Uint8Array(1024)));
		const headers = { "content-length": "2048", "x-form-key": uuid(), "x-file-name": "a.png" };
		await expectProblem(await call("/api/attachments", { method: "POST", body, headers }), 422, "invalid");
		expect(asked()).toBeLessThan(50);
		await expectNothingStored();
	});

	it("of a thousand empty pieces, or single bytes, is read as what it says", async () => {
		const text = JSON.stringify(makeVote());
		const { body } = made((place) => (place < 1000 ? new Uint8Array(0) : place < 1000 + text.length ? encode(text.charAt(place - 1000)) : null));
		expect((await call("/api/votes", { method: "POST", body, headers: json })).status).toBe(200);
	});
});

describe("a body that trickles", () => {
	afterEach(() => void vi.useRealTimers());

	/** Lets the time pass as soon as somebody waits. */
	async function late(send: () => Promise<Response>, ms: number): Promise<Response> {
		vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
		const answer = send();
		while (vi.getTimerCount() === 0) await new Promise((resolve) => setImmediate(resolve));
		await vi.advanceTimersByTimeAsync(ms);
		vi.useRealTimers();
		return answer;
	}

	it.each(doors)("to %s is given up after a minute, as one that did not arrive whole", async (path) => {
		const { body } = trickling(encode('{"key":'));
		await expectProblem(await late(() => call(path, { method: "POST", body, headers: json }), bodyMs), 400, "bad-json");
		await expectNothingStored();
	});

	it("of a plain form is told to a person, with a way on", async () => {
		const { body } = trickling(encode("subject=Import"));
		const headers = { "content-type": "application/x-www-form-urlencoded", accept: "text/html" };
		const page = await late(() => call("/contact", { method: "POST", body, headers }), bodyMs);
		expect([page.status, await page.text()]).toEqual([400, expect.stringContaining("did not arrive")]);
	});

	it("of a form with files is given up after a quarter of an hour", async () => {
		const { body } = trickling(encode('--b\r\ncontent-disposition: form-data; name="subject"\r\n\r\nImp'));
		const headers = { "content-type": "multipart/form-data; boundary=b", "content-length": "2000", accept: "text/html" };
		const page = await late(() => call("/contact", { method: "POST", body, headers }), filesMs);
		expect(page.status).toBe(400);
		await expectNothingStored();
	});

	it("where it is a file, is given up after a quarter of an hour; its place is free again", async () => {
		const { body } = trickling(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, ...new Array<number>(600).fill(0)]));
		const headers = { "content-length": "2000", "x-form-key": uuid(), "x-file-name": "a.png" };
		await expectProblem(await late(() => call("/api/attachments", { method: "POST", body, headers }), filesMs), 422, "invalid");
		await expectNothingStored();
	});
});

describe("too much of something", () => {
	it.each(["/api/votes", "/contact", "/search/?q=import", "/"])("2,000 headers to %s are no failure", async (path) => {
		const many = Object.fromEntries(Array.from({ length: 2000 }, (_, place) => [`x-flood-${place}`, "a".repeat(20)]));
		const get = await call(path, { headers: { ...many, accept: "text/html" } });
		expect(get.status).toBeLessThan(500);
	});

	it.each(["/search/?q=", "/contact/?q=", "/status/", "/api/tickets/by-key/", "/api/v1/search?q=", "/"])(
		"an address of 60,000 letters behind %s is no failure",
		async (path) => {
			for (const letter of ["a", "%00", "/", "../"]) {
				const response = await call(`${path}${letter.repeat(60_000 / letter.length)}`, { headers: { accept: "text/html" } });
				await response.text();
				expect([letter, response.status < 500]).toEqual([letter, true]);
			}
		},
	);

	it("5,000 parts of a form are no failure, and none of them is a file more than it may have", async () => {
		const form = new FormData();
		for (let place = 0; place < 5000; place++) form.append(`name-${place % 700}`, "x");
		for (let place = 0; place < 200; place++) form.append("files", new File(["plain text"], `${place}.txt`));
		const key = uuid();
		form.set("key", key);
		const request = new Request("http://x.example", { method: "POST", body: form });
		const body = await request.arrayBuffer();
		const headers = { "content-type": request.headers.get("content-type"), "content-length": String(body.byteLength), accept: "text/html" };
		const page = await call("/contact", { method: "POST", body, headers });
		expect([page.status, await count("tickets"), await count("attachments")]).toEqual([422, 0, limits.attachments]);
		await bindings.FILES.delete((await bindings.FILES.list()).objects.map((object) => object.key));
	});

	it("10,000 fields of a plain form are no failure, and nothing is stored", async () => {
		const headers = { "content-type": "application/x-www-form-urlencoded", accept: "text/html" };
		for (const path of ["/contact", "/vote"]) {
			const page = await call(path, { method: "POST", body: Array.from({ length: 10_000 }, (_, place) => `a${place}=1`).join("&"), headers });
			expect([path, page.status >= 400 && page.status < 500]).toEqual([path, true]);
		}
		await expectNothingStored();
	});

	it("a ticket of everything at its longest is taken, one byte more of the whole is not", async () => {
		const long = makeTicket({ description: "x".repeat(limits.longText), tried: "ﷺ".repeat(limits.longText) });
		expect((await post("/api/tickets", long)).status).toBe(201);
		const padded = JSON.stringify(makeTicket()).replace(/}$/, `${" ".repeat(limits.ticketBody)}}`);
		await expectProblem(await post("/api/tickets", padded), 413, "too-large");
	});
});
