import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import type { SiteStats } from "#site/lib/site-stats.ts";

let siteStats: (address?: string) => Promise<SiteStats | null>;

// Each test is a build of its own.
beforeEach(async () => {
	vi.resetModules();
	({ siteStats } = await import("#site/lib/site-stats.ts"));
});

afterEach(() => {
	vi.unstubAllEnvs();
	vi.restoreAllMocks();
});

/** A Worker that answers so; where it is, and how often it was asked. */
async function worker(answer: (response: ServerResponse) => void): Promise<{ address: string; asked: () => number }> {
	let asked = 0;
	const server = createServer((_, response) => {
		asked++;
		answer(response);
	}).listen(0, "127.0.0.1");
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	await new Promise((done) => server.once("listening", done));
	return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/popular`, asked: () => asked };
}

function json(body: unknown, status = 200): (response: ServerResponse) => void {
	return (response) => void response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

const stats = { articles: ["data-entry/add-a-value", "a/b"], helpfulness: { "a/b": -0.25, "data-entry/add-a-value": 1 } };

describe("what a running Worker knows of the articles", () => {
	it("is read from KB_STATS_URL", async () => {
		const { address } = await worker(json(stats));
		vi.stubEnv("KB_STATS_URL", address);
		expect(await siteStats()).toEqual(stats);
	});

	it("is asked for once a build, however many pages want it at once or later", async () => {
		const { address, asked } = await worker(json(stats));
		expect(await Promise.all([siteStats(address), siteStats(address)])).toEqual([stats, stats]);
		expect(await siteStats(address)).toEqual(stats);
		expect(asked()).toBe(1);
	});

	it("is asked for once a build where the answer is no good", async () => {
		const { address, asked } = await worker(json({}, 503));
		expect([await siteStats(address), await siteStats(address)]).toEqual([null, null]);
		expect(asked()).toBe(1);
	});

	it("is asked for at each address", async () => {
		const [one, two] = [await worker(json(stats)), await worker(json({ articles: [] }))];
		expect(await siteStats(one.address)).toEqual(stats);
		expect(await siteStats(two.address)).toEqual({ articles: [], helpfulness: {} });
	});

	it("holds no helpfulness where the Worker tells none", async () => {
		const { address } = await worker(json({ articles: ["a/b"] }));
		expect(await siteStats(address)).toEqual({ articles: ["a/b"], helpfulness: {} });
	});

	it("is nothing more than what is asked for", async () => {
		const { address } = await worker(json({ ...stats, visitors: 7 }));
		expect(await siteStats(address)).toEqual(stats);
	});
});

describe("nothing is known", () => {
	it.each([undefined, ""])("without an address (%j), and nobody is asked", async (address) => {
		const fetched = vi.spyOn(globalThis, "fetch");
		vi.stubEnv("KB_STATS_URL", address);
		expect(await siteStats()).toBeNull();
		expect(fetched).not.toHaveBeenCalled();
	});

	it.each(["http://127.0.0.1:9/api/popular", "help.example.com", "not an address", "ftp://127.0.0.1/x"])("where nobody can be reached: %s", async (address) => {
		expect(await siteStats(address)).toBeNull();
	});

	it.each([404, 429, 500])("when the answer is %i", async (status) => {
		const { address } = await worker(json(stats, status));
		expect(await siteStats(address)).toBeNull();
	});

	it.each([
		["no list", {}],
		["null", null],
		["a list of something else", { articles: [7] }],
		["helpfulness beyond 1", { articles: [], helpfulness: { "a/b": 1.5 } }],
		["helpfulness below -1", { articles: [], helpfulness: { "a/b": -2 } }],
		["helpfulness that is no number", { articles: [], helpfulness: { "a/b": "good" } }],
	])("when the answer holds %s", async (_, body) => {
		const { address } = await worker(json(body));
		expect(await siteStats(address)).toBeNull();
	});

	it("when the answer is a page", async () => {
		const { address } = await worker((response) => void response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><h1>Sign in</h1>"));
		expect(await siteStats(address)).toBeNull();
	});

	it("when the answer breaks off", async () => {
		const { address } = await worker((response) => {
			response.writeHead(200, { "content-length": "400" }).write('{"articles":[');
			setTimeout(() => response.destroy(), 20);
		});
		expect(await siteStats(address)).toBeNull();
	});

	it("when no answer comes within three seconds", async () => {
		const short = new AbortController();
		const timeout = vi.spyOn(AbortSignal, "timeout").mockReturnValue(short.signal);
		setTimeout(() => short.abort(new DOMException("Too late.", "TimeoutError")), 50);
		const { address } = await worker(() => {});
		expect(await siteStats(address)).toBeNull();
		expect(timeout.mock.calls).toEqual([[3_000]]);
	});
});
