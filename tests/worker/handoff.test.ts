import { describe, expect, it, vi } from "vitest";
import { describeTicket } from "#worker/handoff/describe-ticket.ts";
import type { Destination, HandoffMessage, Outcome } from "#worker/handoff/destination.ts";
import { createWebhook } from "#worker/handoff/destinations/webhook.ts";
import { drainOutbox } from "#worker/handoff/outbox.ts";
import { giveUpAfterMs, nextAttempt } from "#worker/handoff/retry-policy.ts";
import { addressProblem } from "#worker/lib/safe-address.ts";
import { handleCron } from "#worker/jobs/scheduled.ts";
import { handleWake } from "#worker/jobs/queue.ts";
import { readSite } from "#worker/lib/site.ts";
import { buryDelivery, claimDeliveries, completeDelivery, outboxState, postponeDelivery } from "#worker/queries/outbox.ts";
import { bindings, count, db, deskSecret, makeEnv, makeTicket, mockDesk, moveToNewNetwork, post, rows, setClock, withDesk } from "./support.ts";

const minute = 60_000;

/** Stores tickets without a desk to deliver to, and makes their deliveries due and never tried. */
async function fileTickets(n = 1, changes: Parameters<typeof makeTicket>[0] = {}): Promise<void> {
	for (let index = 0; index < n; index++) {
		if (index % 15 === 0) moveToNewNetwork();
		expect((await post("/api/tickets", makeTicket(changes))).status).toBe(201);
	}
	await db.prepare("UPDATE deliveries SET attempts = 0, next_attempt_at = created_at, lease_until = 0, lease_owner = NULL, last_error = NULL").run();
}

const describeMessage = (site: Awaited<ReturnType<typeof readSite>>) => (ticket: Parameters<typeof describeTicket>[1], id: string) =>
	describeTicket(site, ticket, id);

async function drainWith(deliver: (message: HandoffMessage) => Outcome | Promise<Outcome>, options: Partial<Parameters<typeof drainOutbox>[0]> = {}) {
	const destination: Destination = { id: "desk", deliver: async (message) => deliver(message), addNote: () => Promise.reject(new Error("no notes here")) };
	return drainOutbox({ db, destinations: new Map([["desk", destination]]), now: Date.now(), describe: describeMessage(await readSite(bindings)), ...options });
}

function webhookAt(url: string, timeoutMs = 10_000): Destination {
	const settings: Record<string, string> = { URL: url, SECRET: deskSecret };
	return createWebhook(
		{ id: "desk", type: "webhook", urlFrom: "URL", secretFrom: "SECRET" },
		{ setting: (name) => settings[name] ?? "", allowLoopback: false, timeoutMs },
	);
}

interface Delivery {
	id: string;
	state: string;
	attempts: number;
	next_attempt_at: number;
	created_at: number;
	last_error: string | null;
	lease_owner: string | null;
	desk_reference: string | null;
}
async function delivery(): Promise<Delivery> {
	const [row] = await rows<Delivery>("SELECT * FROM deliveries");
	if (!row) throw new Error("there is no delivery");
	return row;
}

/** One attempt of cron at a desk that answers like this, while the clock stands still. */
async function attempt(answer: () => Response | Promise<Response>, now = Date.now(), settings = withDesk) {
	setClock(now);
	const requests = mockDesk(answer);
	await handleCron(makeEnv(settings), now);
	return requests;
}

/** The signature as standardwebhooks.com defines it, made without the library. */
async function sign(id: string, timestamp: string, body: string): Promise<string> {
	const bytes = Uint8Array.from(atob(deskSecret.slice("whsec_".length)), (letter) => letter.charCodeAt(0));
	const key = await crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
	const signature = await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(`${id}.${timestamp}.${body}`));
	return `v1,${btoa(String.fromCharCode(...new Uint8Array(signature)))}`;
}

describe("a handover", () => {
	it("is signed as Standard Webhooks says and tells the whole story", async () => {
		await fileTickets(1, {
			trail: [{ kind: "article", article: "data-entry/import", title: "How do I import values?" }],
			tried: "Twice",
			company: "Zoë & Sons",
			article: "admin/users",
		});
		const [request] = await attempt(() => Response.json({ reference: "DESK-1" }));
		const body = (await request?.text()) ?? "";
		const header = (name: string) => request?.headers.get(name) ?? "";
		expect(request?.url).toBe("https://desk.example/hook");
		expect([request?.method, request?.redirect, header("content-type")]).toEqual(["POST", "manual", "application/json"]);
		expect(header("webhook-signature")).toBe(await sign(header("webhook-id"), header("webhook-timestamp"), body));
		expect(Math.abs(Number(header("webhook-timestamp")) - Date.now() / 1000)).toBeLessThan(5);
		expect(JSON.parse(body)).toMatchObject({
			type: "ticket.created",
			data: {
				reference: expect.stringMatching(/^TZ-/),
				team: "data engineering",
				category: { id: "data-issues", label: "Data entry or import" },
				customer: { name: "Ada Example", company: "Zoë & Sons" },
				tried: "Twice",
				trail: [{ kind: "article" }],
				fromArticle: { id: "admin/users", title: "How do I invite a <user>?", url: "https://centre.example/admin/users/" },
				suggestedArticles: [
					{ title: "How do I add a value?", url: "https://centre.example/data-entry/add-a-value/" },
					{ title: "How do I import values?", url: "https://centre.example/data-entry/import/" },
				],
			},
		});
		expect(await delivery()).toMatchObject({ state: "delivered", attempts: 1, desk_reference: "DESK-1", last_error: null });
	});

	it("suggests no archived article, and names no article where the customer came from none, or from one that is gone", async () => {
		await fileTickets();
		await fileTickets(1, { article: "admin/users" });
		const site = structuredClone(await readSite(bindings));
		delete site.articles["admin/users"];
		const messages: HandoffMessage[] = [];
		await drainWith((message) => (messages.push(message), { kind: "delivered", deskReference: null }), { describe: describeMessage(site) });
		expect(messages.map(({ fromArticle }) => fromArticle)).toEqual([null, null]);
		expect(messages[0]?.suggestedArticles.map(({ title }) => title)).toEqual(["How do I add a value?", "How do I import values?"]);
	});

	it("happens right after the customer was answered, and once", async () => {
		const requests = mockDesk(() => new Response(null, { status: 204 }));
		await post("/api/tickets", makeTicket(), { env: withDesk });
		expect(requests).toHaveLength(1);
		expect(await delivery()).toMatchObject({ state: "delivered", desk_reference: null });
		const env = makeEnv(withDesk);
		const wake = { messages: [{ body: { kind: "deliveries" } }, { body: { kind: "deliveries" } }] } as unknown as Parameters<typeof handleWake>[0];
		await Promise.all([handleWake(wake, env), handleWake(wake, env), handleCron(env, Date.now())]);
		expect(requests).toHaveLength(1);
	});

	it("does not keep the customer waiting for a desk that hangs", async () => {
		let release: (response: Response) => void = () => undefined;
		const requests = mockDesk(() => new Promise((resolve) => (release = resolve)));
		const waiting = post("/api/tickets", makeTicket(), { env: withDesk });
		await vi.waitUntil(() => requests.length === 1);
		expect(await count("tickets")).toBe(1);
		release(new Response());
		expect((await waiting).status).toBe(201);
	});

	it("carries the same webhook-id at each attempt", async () => {
		await fileTickets();
		const ids: (string | null | undefined)[] = [];
		for (const hours of [0, 2, 4]) {
			const [request] = await attempt(() => new Response(null, { status: 500 }), Date.now() + hours * 60 * minute);
			ids.push(request?.headers.get("webhook-id"));
			vi.restoreAllMocks();
		}
		const { id, attempts } = await delivery();
		expect(ids).toEqual([id, id, id]);
		expect(attempts).toBe(3);
	});

	it("keeps an answer of any kind from breaking it: the desk's number is text of at most 100 characters, or none", async () => {
		for (const [answer, reference] of [
			[Response.json({ reference: "x".repeat(300) }), "x".repeat(100)],
			[Response.json({ reference: { id: 7 } }), null],
			[new Response("<html>"), null],
			[Response.json(null), null],
		] as const) {
			await fileTickets();
			await attempt(() => answer);
			expect(await delivery()).toMatchObject({ state: "delivered", desk_reference: reference });
			vi.restoreAllMocks();
			await db.batch(["deliveries", "ticket_texts", "tickets"].map((table) => db.prepare(`DELETE FROM ${table}`)));
		}
	});
});

describe("a desk that cannot take the ticket now", () => {
	it.each([408, 425, 429, 500, 502, 503, 504, 524])("by answering %i gets it later", async (status) => {
		await fileTickets();
		const now = Date.now();
		await attempt(() => new Response("busy", { status }), now);
		const row = await delivery();
		expect(row).toMatchObject({ state: "pending", attempts: 1, last_error: `the desk answered ${status}`, lease_owner: null });
		expect(row.next_attempt_at - now).toBeGreaterThanOrEqual(0);
		expect(row.next_attempt_at - now).toBeLessThanOrEqual(4000);
	});

	it("is not asked before the time it named, in seconds or as a date", async () => {
		const now = Date.parse("2026-11-20T10:00:00Z");
		for (const value of ["1800", "Fri, 20 Nov 2026 10:30:00 GMT"]) {
			await fileTickets();
			await db.prepare("UPDATE deliveries SET created_at = ?1, next_attempt_at = ?1").bind(now).run();
			await attempt(() => new Response(null, { status: 429, headers: { "retry-after": value } }), now);
			expect((await delivery()).next_attempt_at).toBe(now + 30 * minute);
			vi.restoreAllMocks();
			const requests = await attempt(() => new Response(), now + 29 * minute);
			expect(requests).toHaveLength(0);
			vi.restoreAllMocks();
			await attempt(() => new Response(), now + 30 * minute);
			expect((await delivery()).state).toBe("delivered");
			vi.restoreAllMocks();
			await db.batch(["deliveries", "ticket_texts", "tickets"].map((table) => db.prepare(`DELETE FROM ${table}`)));
		}
	});

	it("counts that time from its answer, not from the question", async () => {
		await fileTickets();
		const now = Date.now();
		await attempt(() => {
			setClock(now + 8000);
			return new Response(null, { status: 429, headers: { "retry-after": "10" } });
		}, now);
		expect((await delivery()).next_attempt_at).toBe(now + 18_000);
	});

	it.each(["999999999", "9".repeat(400), "Fri, 20 Nov 2099 10:00:00 GMT"])("is asked again within a day although it says Retry-After: %s", async (value) => {
		await fileTickets();
		const now = Date.now();
		await attempt(() => new Response(null, { status: 503, headers: { "retry-after": value } }), now);
		const row = await delivery();
		expect(row).toMatchObject({ state: "pending", attempts: 1 });
		expect(row.next_attempt_at - now).toBeLessThanOrEqual(24 * 60 * minute);
	});

	it.each(["soon", "-5", ""])("with the senseless Retry-After %j is asked as if it had said nothing", async (value) => {
		await fileTickets();
		const now = Date.now();
		await attempt(() => new Response(null, { status: 503, headers: { "retry-after": value } }), now);
		expect((await delivery()).next_attempt_at - now).toBeLessThanOrEqual(4000);
	});

	it("because the network fails gets it later", async () => {
		await fileTickets();
		await attempt(() => Promise.reject(new TypeError("connection refused")));
		expect(await delivery()).toMatchObject({ state: "pending", attempts: 1, last_error: "the desk could not be reached" });
	});

	it("because it is silent gets it later", async () => {
		const desk = webhookAt("https://silent.example/", 50);
		expect(await desk.deliver({ deliveryId: "d", attachments: [] as object[] } as HandoffMessage, { now: Date.now(), again: false })).toEqual({
			kind: "retry",
			reason: "no answer within 50 ms",
		});
	});

	it("is asked less and less often, at random times, at least every hour", () => {
		expect([1, 2, 5, 12, 400].map((attempts) => nextAttempt(0, attempts, 1))).toEqual([4000, 8000, 64_000, 3_600_000, 3_600_000]);
		expect(nextAttempt(0, 12, 0)).toBe(0);
		expect(nextAttempt(0, 12, 0.5)).toBe(1_800_000);
		expect(nextAttempt(0, 1, 0.5, 60_000)).toBe(60_000);
	});

	it("is given up after 72 hours, not before, and the ticket stays", async () => {
		await fileTickets();
		const { created_at: created } = await delivery();
		await attempt(() => new Response(null, { status: 500 }), created + giveUpAfterMs);
		expect((await delivery()).state).toBe("pending");
		vi.restoreAllMocks();
		await attempt(() => new Response(null, { status: 500 }), created + giveUpAfterMs + 60 * minute);
		expect(await delivery()).toMatchObject({ state: "dead", last_error: "the desk answered 500" });
		expect(await count("tickets")).toBe(1);
		expect(await outboxState(db, Date.now())).toMatchObject({ pending: 0, dead: 1 });
	});

	it("is delivered even after 72 hours when it answers at last", async () => {
		await fileTickets();
		await attempt(() => new Response(), (await delivery()).created_at + 2 * giveUpAfterMs);
		expect((await delivery()).state).toBe("delivered");
	});
});

describe("a handover that needs a person", () => {
	it.each([
		[400, "the desk refused with 400"],
		[401, "the desk refused the credentials (401)"],
		[403, "the desk refused the credentials (403)"],
		[404, "the desk refused with 404"],
		[410, "the desk refused with 410"],
		[413, "the desk refused with 413"],
		[422, "the desk refused with 422"],
	])("ends at once when the desk refuses with %i", async (status, reason) => {
		await fileTickets();
		await attempt(() => new Response("no", { status }));
		expect(await delivery()).toMatchObject({ state: "dead", attempts: 1, last_error: reason });
	});

	it("does not follow a redirect", async () => {
		const desk = webhookAt("https://moved.example/");
		expect(await desk.deliver({ deliveryId: "d", attachments: [] as object[] } as HandoffMessage, { now: Date.now(), again: false })).toEqual({
			kind: "dead",
			reason: "the desk redirected to another address, which was not followed",
		});
	});

	it("ends when its destination is no longer in routing.yml", async () => {
		await fileTickets();
		await db.prepare("UPDATE deliveries SET destination = 'old-desk'").run();
		await attempt(() => new Response());
		expect(await delivery()).toMatchObject({ state: "dead", last_error: 'there is no destination "old-desk" in routing.yml' });
	});

	it.each([{}, { DESK_WEBHOOK_URL: "https://desk.example/hook" }, { DESK_WEBHOOK_SECRET: deskSecret }])(
		"waits while its destination is not configured: %j",
		async (settings) => {
			await fileTickets();
			const requests = await attempt(() => new Response(), Date.now(), settings);
			expect(requests).toHaveLength(0);
			expect(await delivery()).toMatchObject({ state: "pending", last_error: "the destination's address or secret is not configured" });
			vi.restoreAllMocks();
			await attempt(() => new Response(), Date.now() + 60 * minute);
			expect((await delivery()).state).toBe("delivered");
		},
	);

	it("waits while its secret is none that can sign", async () => {
		await fileTickets();
		await attempt(() => new Response(), Date.now(), { ...withDesk, DESK_WEBHOOK_SECRET: "whsec_***" });
		expect((await delivery()).state).toBe("pending");
	});
});

describe("an outbound address", () => {
	it.each([
		"http://desk.example/",
		"ftp://desk.example/",
		"file:///etc/passwd",
		"javascript:alert(1)",
		"desk.example",
		"",
		"https://user@desk.example/",
		"https://user:password@desk.example/",
		"https://:password@desk.example/",
		"https://localhost/",
		"https://LOCALHOST/",
		"https://localhost./",
		"https://desk.localhost/",
		"https://desk.internal/",
		"https://desk.internal./",
		"https://printer.local/",
		"https://nas.home.arpa/",
		"https://127.0.0.1/",
		"https://127.1/",
		"https://2130706433/",
		"https://0x7f000001/",
		"https://0177.0.0.1/",
		"https://0.0.0.0/",
		"https://10.1.2.3/",
		"https://172.16.0.1/",
		"https://172.31.255.255/",
		"https://192.168.1.1/",
		"https://169.254.169.254/latest/meta-data/",
		"https://100.64.0.1/",
		"https://[::1]/",
		"https://[::]/",
		"https://[::ffff:10.0.0.1]/",
		"https://[::127.0.0.1]/",
		"https://[fe80::1]/",
		"https://[fd00::1]/",
		"https://[fc12::1]/",
	])("%j is refused", (address) => {
		expect(addressProblem(address, false)).toMatch(/^it /);
	});

	it.each([
		"https://desk.example/hook?x=1",
		"https://172.32.0.1/",
		"https://100.128.0.1/",
		"https://[2606:4700::6810:1]/",
		"https://fd.desk.example/",
		"https://10.desk.example/",
	])("%j is fine", (address) => {
		expect(addressProblem(address, false)).toBeNull();
	});

	it("may be plain http to this machine in development only", () => {
		for (const address of ["http://localhost:9999/", "http://127.0.0.1:9999/", "http://[::1]:9999/"]) {
			expect(addressProblem(address, true)).toBeNull();
			expect(addressProblem(address, false)).not.toBeNull();
		}
		for (const address of ["http://desk.example/", "http://localhost.evil.example/", "https://10.0.0.1/", "http://user@localhost/"])
			expect(addressProblem(address, true)).not.toBeNull();
	});

	it("that is refused is never called", async () => {
		await fileTickets();
		const requests = await attempt(() => new Response(), Date.now(), { ...withDesk, DESK_WEBHOOK_URL: "https://169.254.169.254/" });
		expect(requests).toHaveLength(0);
		expect(await delivery()).toMatchObject({ state: "dead", last_error: "the destination's address is refused: it leads to a private network" });
	});
});

describe("drainers that meet", () => {
	it("never hold one delivery together", async () => {
		await fileTickets(45);
		const seen: string[] = [];
		const drains = await Promise.all(
			Array.from({ length: 6 }, () =>
				drainWith(async ({ deliveryId }) => {
					seen.push(deliveryId);
					return { kind: "delivered", deskReference: null };
				}),
			),
		);
		expect(new Set(seen).size).toBe(seen.length);
		expect(seen).toHaveLength(45);
		expect(drains.reduce((sum, { delivered }) => sum + delivered, 0)).toBe(45);
		expect(await rows("SELECT state, count(*) AS n FROM deliveries GROUP BY state")).toEqual([{ state: "delivered", n: 45 }]);
	});

	it("take over from one that died when its lease has run out, with the same id", async () => {
		await fileTickets();
		const now = setClock(Date.now());
		const [held] = await claimDeliveries(db, "died", now, minute, 20);
		const deliver = vi.fn<(message: HandoffMessage) => Outcome>(() => ({ kind: "delivered", deskReference: "late" }));
		expect(await drainWith(deliver, { now: now + minute })).toEqual({ delivered: 0, postponed: 0, dead: 0 });
		expect(await drainWith(deliver, { now: now + minute + 1 })).toEqual({ delivered: 1, postponed: 0, dead: 0 });
		expect(deliver.mock.calls[0]?.[0].deliveryId).toBe(held?.id);
	});

	it("leave the end of a delivery to its holder", async () => {
		await fileTickets();
		const now = Date.now();
		const [held] = await claimDeliveries(db, "first", now, minute, 20);
		const id = held?.id ?? "";
		await claimDeliveries(db, "second", now + 2 * minute, minute, 20);
		expect(await completeDelivery(db, id, "first", now, "wrong")).toBe(false);
		await postponeDelivery(db, id, "first", 0, "wrong");
		await buryDelivery(db, id, "first", now, "wrong");
		expect(await delivery()).toMatchObject({ state: "pending", attempts: 2, lease_owner: "second", last_error: null, desk_reference: null });
		expect(await completeDelivery(db, id, "second", now, "right")).toBe(true);
		expect(await completeDelivery(db, id, "second", now, "twice")).toBe(false);
		expect(await delivery()).toMatchObject({ state: "delivered", attempts: 2, desk_reference: "right" });
	});

	it("do not let one delivery that fails hold up the others", async () => {
		await fileTickets(3);
		let first = true;
		const result = await drainWith(() => {
			const outcome: Outcome = first ? { kind: "retry", reason: "busy" } : { kind: "delivered", deskReference: null };
			first = false;
			return outcome;
		});
		expect(result).toEqual({ delivered: 2, postponed: 1, dead: 0 });
	});

	it("take the longest waiting first, a limited number at once", async () => {
		await fileTickets(3);
		const due = await rows<{ id: string }>("SELECT id FROM deliveries ORDER BY id");
		for (const [index, { id }] of due.entries())
			await db
				.prepare("UPDATE deliveries SET next_attempt_at = ?2 WHERE id = ?1")
				.bind(id, 1000 - index)
				.run();
		const held = await claimDeliveries(db, "me", Date.now(), minute, 2);
		expect(held.map(({ id }) => id).sort()).toEqual([due[1]?.id, due[2]?.id].sort());
	});
});
