import { createExecutionContext, createMessageBatch, getQueueResult } from "cloudflare:test";
import { exports } from "cloudflare:workers";
import { describe, expect, it, vi } from "vitest";
import { handleCron } from "#worker/jobs/scheduled.ts";
import worker from "#worker/index.ts";
import {
	articles,
	bindings,
	call,
	consume,
	count,
	db,
	everything,
	expectProblem,
	makeEnv,
	moveToNewNetwork,
	newSession,
	origin,
	post,
	rows,
	sendEvents,
	sent,
	setClock,
	uuid,
} from "./support.ts";

const view = (changes = {}) => ({ id: uuid(), type: "page_viewed", path: "/", ...changes });
const search = (query: string, changes = {}) => ({ id: uuid(), type: "search_settled", query, results: 3, ...changes });

describe("a batch of events", () => {
	it("is stored before it is acknowledged", async () => {
		const event = view({ article: articles.value, path: "/data-entry/add-a-value/" });
		const response = await sendEvents([event]);
		expect(response.status).toBe(202);
		expect(await response.json()).toEqual({ accepted: 1 });
		const [row] = await rows<{ body: string }>("SELECT body FROM event_inbox");
		expect(JSON.parse(row?.body ?? "")).toMatchObject([{ id: event.id, type: "page_viewed", article: articles.value }]);
		expect(sent).toEqual([{ kind: "events" }]);
	});

	it("is acknowledged although the queue is down, and cron makes up for it", async () => {
		const response = await sendEvents([view()], { env: { WAKE: { send: () => Promise.reject(new Error("queue down")) } as unknown as Queue } });
		expect(response.status).toBe(202);
		await handleCron(makeEnv(), Date.now());
		expect(await count("events")).toBe(1);
		expect(await count("event_inbox")).toBe(0);
	});

	it("is not acknowledged when the database is down", async () => {
		const broken = { prepare: () => ({ bind: () => ({ run: () => Promise.reject(new Error("D1_ERROR: overloaded")) }) }) } as unknown as D1Database;
		vi.spyOn(console, "error").mockImplementation(() => undefined);
		const response = await sendEvents([view()], { env: { DB: broken } });
		expect(response.headers.get("retry-after")).toBe("5");
		await expectProblem(response, 503, "unavailable");
	});

	it("reaches the events through the real queue", async () => {
		const event = view();
		const response = await exports.default.fetch(
			new Request("https://centre.example/api/events", {
				method: "POST",
				headers: { "content-type": "application/json", "sec-fetch-site": "same-origin" },
				body: JSON.stringify({ session: newSession(), locale: "en", events: [event] }),
			}),
		);
		expect(response.status).toBe(202);
		await vi.waitUntil(async () => (await rows("SELECT 1 FROM events WHERE id = ?1", event.id)).length === 1, { timeout: 10_000, interval: 50 });
		expect(await count("event_inbox")).toBe(0);
	});

	it("counts once when a queue message is delivered twice", async () => {
		await sendEvents([view(), view()]);
		const messages = sent.map((body, index) => ({ id: `m${index}`, timestamp: Date.now(), attempts: 1, body }));
		for (const attempt of [1, 2, 3]) {
			const batch = createMessageBatch(
				"tier-zero-wake",
				[...messages, ...messages].map((message, index) => ({ ...message, id: `${attempt}-${index}` })),
			);
			const context = createExecutionContext();
			await worker.queue(batch, makeEnv());
			expect(await getQueueResult(batch, context)).toMatchObject({ retryBatch: { retry: false } });
		}
		expect(await count("events")).toBe(2);
	});

	it("is followed by another message when more waits than one run takes", async () => {
		await db
			.prepare(
				"INSERT INTO event_inbox (received_at, body) SELECT 0, '[]' FROM (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 250) SELECT i FROM n)",
			)
			.run();
		const wake = () =>
			worker.queue(createMessageBatch("tier-zero-wake", [{ id: "m", timestamp: new Date(), attempts: 1, body: { kind: "events" } }]), makeEnv());
		await wake();
		expect([await count("event_inbox"), sent]).toEqual([50, [{ kind: "events" }]]);
		await wake();
		expect([await count("event_inbox"), sent]).toEqual([0, [{ kind: "events" }]]);
	});

	it("counts once in whatever order the queue's messages come, twice each, though the consumer fails in between", async () => {
		vi.spyOn(console, "error").mockImplementation(() => undefined);
		for (let batch = 0; batch < 6; batch++) await sendEvents([view(), view()]);
		let calls = 0;
		const failing = {
			prepare: db.prepare.bind(db),
			batch: (statements: D1PreparedStatement[]) => (calls++ % 2 === 0 ? Promise.reject(new Error("D1_ERROR: database is locked")) : db.batch(statements)),
		} as unknown as D1Database;
		const waiting = [...sent.toReversed(), ...sent].map((body, index) => ({ id: `m${index}`, timestamp: Date.now(), attempts: 1, body }));
		let rounds = 0;
		while (waiting.length > 0 && rounds++ < 50) {
			const batch = createMessageBatch("tier-zero-wake", waiting.slice(0, 3));
			try {
				await worker.queue(batch, makeEnv({ DB: failing }));
				waiting.splice(0, 3);
			} catch {
				// Comes again, behind the others.
				waiting.push(...waiting.splice(0, 3));
			}
		}
		expect(calls).toBe(2);
		expect(await count("events")).toBe(12);
		expect(await count("event_inbox")).toBe(0);
	});

	it("counts once when the browser sends it again, also within one batch", async () => {
		const event = search("co2 factors");
		await sendEvents([event, event]);
		await consume();
		await sendEvents([event, view()]);
		await sendEvents([event]);
		await consume();
		expect(await rows("SELECT type, count(*) AS n FROM events GROUP BY type ORDER BY type")).toEqual([
			{ type: "page_viewed", n: 1 },
			{ type: "search_settled", n: 1 },
		]);
	});

	it("keeps what is sent while others are consumed", async () => {
		await Promise.all(
			Array.from({ length: 12 }, async (_, index) => {
				await sendEvents([view(), view()]);
				if (index % 3 === 0) await consume();
			}),
		);
		await consume();
		expect(await count("events")).toBe(24);
		expect(await count("event_inbox")).toBe(0);
	});

	it("takes its times from the Worker's clock, at most a day back", async () => {
		const now = setClock("2026-11-18T00:30:00Z");
		const [fresh, hour, old] = [view(), view({ ago: 3_600_000 }), view({ ago: 9e12 })];
		await sendEvents([fresh, hour, old]);
		await consume();
		const stored = await rows<{ id: string; at: number; day: string }>("SELECT id, at, day FROM events");
		expect(Object.fromEntries(stored.map(({ id, at, day }) => [id, [at - now, day]]))).toEqual({
			[fresh.id]: [0, "2026-11-18"],
			[hour.id]: [-3_600_000, "2026-11-17"],
			[old.id]: [-86_400_000, "2026-11-17"],
		});
	});

	it("loses personal data from its queries and paths in the Worker, too", async () => {
		await sendEvents([
			search("  Reset  for ada@customer.example  +44 20 7946 0142 "),
			view({ path: "/status/kJ3-xQ9_2mPz7LwVb4TnYc8RdFgHsA1e" }),
			view({ path: "/ask/ada@customer.example" }),
			view({ path: "/ada@customer.example/", article: articles.import }),
		]);
		await consume();
		const text = await everything();
		for (const secret of ["ada@customer.example", "7946", "kJ3-xQ9"]) expect(text).not.toContain(secret);
		expect(await rows("SELECT query_key FROM events WHERE type = 'search_settled'")).toEqual([{ query_key: "reset for [email] [phone]" }]);
		expect(await rows("SELECT path FROM events WHERE article IS NOT NULL")).toEqual([{ path: "/data-entry/import/" }]);
	});

	it("keeps what a search was narrowed to", async () => {
		await sendEvents([search("import", { category: "data-entry", contentType: "how-to" }), search("export")]);
		await consume();
		expect(await rows("SELECT category, content_type FROM events ORDER BY query DESC")).toEqual([
			{ category: "data-entry", content_type: "how-to" },
			{ category: null, content_type: null },
		]);
	});

	it("may name an article that was once part of the site", async () => {
		await db.prepare("INSERT INTO article_revisions VALUES ('data-entry/removed', 'ffffffffffff', 1)").run();
		expect((await sendEvents([view({ article: "data-entry/removed", path: "/data-entry/removed/" })])).status).toBe(202);
	});

	it("keeps neither session nor visitor under Global Privacy Control", async () => {
		await sendEvents([view()], { headers: { "sec-gpc": "1" } });
		await sendEvents([view()]);
		await consume();
		expect(await rows("SELECT session IS NULL AS s, visitor IS NULL AS v FROM events ORDER BY s")).toEqual([
			{ s: 0, v: 0 },
			{ s: 1, v: 1 },
		]);
	});
});

describe("a batch that does not fit", () => {
	const event = view();
	const valid = { session: newSession(), locale: "en", events: [event] };
	const cases: [string, unknown, number, string, Record<string, string | null>?][] = [
		["names an unknown article", { ...valid, events: [event, view({ article: "no/such-article" })] }, 404, "unknown-article"],
		["names an article of the object prototype", { ...valid, events: [view({ article: "constructor" })] }, 404, "unknown-article"],
		["has no events", { ...valid, events: [] }, 422, "invalid"],
		["has 51 events", { ...valid, events: Array.from({ length: 51 }, () => view()) }, 422, "invalid"],
		["has an unknown type", { ...valid, events: [view({ type: "page_hacked" })] }, 422, "invalid"],
		["has an unknown field", { ...valid, events: [view({ userAgent: "x" })] }, 422, "invalid"],
		["has a number for a query", { ...valid, events: [{ ...search("x"), query: 7 }] }, 422, "invalid"],
		["has an empty query", { ...valid, events: [search("   ")] }, 422, "invalid"],
		["has negative results", { ...valid, events: [search("x", { results: -1 })] }, 422, "invalid"],
		["comes from the future", { ...valid, events: [view({ ago: -5 })] }, 422, "invalid"],
		["has an id that is no UUID", { ...valid, events: [view({ id: "1' OR 1=1" })] }, 422, "invalid"],
		["has a line feed in a query", { ...valid, events: [search("a\r\nb")] }, 422, "invalid"],
		["has a content type that is none", { ...valid, events: [search("x", { contentType: "ada@b.example" })] }, 422, "invalid"],
		["has a query that is too long", { ...valid, events: [search("x".repeat(201))] }, 422, "invalid"],
		["has a session that is none", { ...valid, session: "<script>" }, 422, "invalid"],
		["is a list", [valid], 422, "invalid"],
		["is null", null, 422, "invalid"],
		["is not JSON", '{"events":', 400, "bad-json"],
		["is empty", "", 400, "bad-json"],
		["is larger than 32 kB", { ...valid, padding: "x".repeat(33_000) }, 413, "too-large"],
		["is a form", valid, 415, "wrong-media-type", { "content-type": "application/x-www-form-urlencoded" }],
		["is plain text", valid, 415, "wrong-media-type", { "content-type": "text/plain" }],
		["has no content type", valid, 415, "wrong-media-type", { "content-type": "" }],
	];

	it.each(cases)("is refused and leaves nothing when it %s", async (_, body, status, name, headers = {}) => {
		const problem = await expectProblem(await post("/api/events", body, { headers }), status, name);
		expect(problem.instance).toBe("/api/events");
		if (name === "invalid") expect(problem.errors?.[0]).toEqual({ field: expect.any(String), message: expect.any(String) });
		expect(await count("event_inbox")).toBe(0);
		expect(sent).toEqual([]);
	});

	it("is refused when its bytes are no UTF-8, or it streams past the limit", async () => {
		const headers = { "content-type": "application/json" };
		await expectProblem(await call("/api/events", { method: "POST", headers, body: new Uint8Array([0x22, 0xff, 0x22]) }), 400, "bad-json");
		let chunks = 0;
		const endless = new ReadableStream<Uint8Array>({
			pull: (controller) => (chunks++ > 500 ? controller.close() : controller.enqueue(new Uint8Array(1024).fill(32))),
		});
		await expectProblem(await call("/api/events", { method: "POST", headers, body: endless }), 413, "too-large");
		expect(chunks).toBeLessThan(100);
		expect(await count("event_inbox")).toBe(0);
	});

	it("names the field and says what is wrong with it", async () => {
		const problem = await expectProblem(await sendEvents([view(), search("a\nb")]), 422, "invalid");
		expect(problem.errors).toEqual([{ field: "events.1.query", message: "must be one line of text" }]);
	});

	it("stores a query with a lone surrogate", async () => {
		const response = await post(
			"/api/events",
			`{"session":null,"locale":"en","events":[{"id":"${uuid()}","type":"search_settled","query":"broken \\ud800 sign","results":0}]}`,
		);
		expect(response.status).toBe(202);
		await consume();
		expect(await rows("SELECT query FROM events")).toEqual([{ query: "broken \ufffd sign" }]);
	});
});

describe("a write", () => {
	const site = { "sec-fetch-site": null, origin: null };
	const variants: [string, "accepted" | "refused", Record<string, string | null>][] = [
		["from this site's page", "accepted", { ...site, "sec-fetch-site": "same-origin", origin }],
		["with the right Origin only", "accepted", { ...site, origin }],
		["with the right Sec-Fetch-Site only", "accepted", { ...site, "sec-fetch-site": "same-origin" }],
		["from a page that hides its referrer", "accepted", { ...site, origin: "null", "sec-fetch-site": "same-origin" }],
		["with neither header", "refused", site],
		["from another site", "refused", { ...site, origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
		["with another Origin and no Sec-Fetch-Site", "refused", { ...site, origin: "https://evil.example" }],
		["with another Origin and a forged Sec-Fetch-Site", "refused", { ...site, origin: "https://evil.example", "sec-fetch-site": "same-origin" }],
		["from a sibling subdomain", "refused", { ...site, origin: "http://other.localhost:8787", "sec-fetch-site": "same-site" }],
		["with this Origin but another scheme", "refused", { ...site, origin: "https://localhost:8787" }],
		["with this Origin but another port", "refused", { ...site, origin: "http://localhost:9999" }],
		["with this Origin but a cross-site fetch", "refused", { ...site, origin, "sec-fetch-site": "cross-site" }],
		["from a sandboxed frame", "refused", { ...site, origin: "null" }],
		["typed by a person", "refused", { ...site, "sec-fetch-site": "none" }],
	];

	it.each(variants)("%s is %s", async (_, fate, headers) => {
		const response = await sendEvents([view()], { headers });
		if (fate === "accepted") expect(response.status).toBe(202);
		else await expectProblem(response, 403, "cross-site");
		expect(await count("event_inbox")).toBe(fate === "accepted" ? 1 : 0);
	});

	it.each(["/api/votes", "/api/tickets", "/contact", "/vote"])("to %s from another site is refused", async (path) => {
		expect((await postForm403(path)).status).toBe(403);
	});

	const postForm403 = (path: string) => post(path, {}, { headers: { origin: "https://evil.example", "sec-fetch-site": "cross-site" } });

	it("is taken although the limiter fails, which is written down", async () => {
		const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
		const broken = { limit: () => Promise.reject(new Error("database or disk is full: SQLITE_FULL")) };
		// The limiter is asked about those who send more than ten in a minute.
		for (let more = 0; more < 21; more++) expect((await sendEvents([view()], { env: { WRITE_LIMIT: broken, NETWORK_LIMIT: broken } })).status).toBe(202);
		expect(await count("event_inbox")).toBe(21);
		expect(logged.mock.calls.join()).toContain('"event":"limiter_failed"');
	});

	it("in a flood is slowed down, for its sender and its route only", async () => {
		let accepted = 0;
		let refused: Response | undefined;
		for (; accepted < 245 && !refused; accepted++) {
			const response = await post("/api/events", "{");
			if (response.status === 429) refused = response;
		}
		expect(accepted).toBeGreaterThanOrEqual(120);
		expect(refused?.headers.get("retry-after")).toBe("60");
		await expectProblem(refused as Response, 429, "too-many-requests");
		await expectProblem(await post("/api/events", "{", { headers: { "user-agent": "Another/1.0" } }), 400, "bad-json");
		await expectProblem(await post("/api/votes", "{"), 400, "bad-json");
	});

	it("in a flood under many browsers' names is slowed down for its network", { timeout: 60_000 }, async () => {
		let accepted = 0;
		let refused: Response | undefined;
		for (; accepted < 1250 && !refused; accepted++) {
			const response = await post("/api/events", "{", { headers: { "user-agent": `Browser/${accepted}` } });
			if (response.status === 429) refused = response;
		}
		expect(accepted).toBeGreaterThanOrEqual(600);
		await expectProblem(refused as Response, 429, "too-many-requests");
		await expectProblem(await post("/api/votes", "{"), 400, "bad-json");
		moveToNewNetwork();
		await expectProblem(await post("/api/events", "{"), 400, "bad-json");
	});
});

it("leaves cron's other steps running when one fails", async () => {
	await sendEvents([view()]);
	vi.spyOn(console, "error").mockImplementation(() => undefined);
	const brokenSalts = { get: () => Promise.reject(new Error("KV down")) } as unknown as KVNamespace;
	await expect(handleCron(makeEnv({ SALTS: brokenSalts }), Date.now())).rejects.toThrow("cron steps failed: salts");
	expect(await count("events")).toBe(1);
	expect(await rows("SELECT n FROM daily_rollups WHERE metric = 'page_views'")).toEqual([{ n: 1 }]);
	expect(bindings.MODE).toBe("production");
});
