import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Destination } from "#worker/handoff/destination.ts";
import { giveUpAfterMs } from "#worker/handoff/retry-policy.ts";
import { dayMs } from "#worker/lib/days.ts";
import { alertOfDead } from "#worker/jobs/alert-of-dead.ts";
import { handleCron } from "#worker/jobs/scheduled.ts";
import { abandonOverdue, deadDeliveries, replayDeliveries } from "#worker/queries/dead-deliveries.ts";
import { storeNote } from "#worker/queries/notes.ts";
import { minute, hour, start, fileTicket, fileMany, Desk, delivered, busy, refuse, drain, states } from "./stand-in-desk.ts";
import { call, db, makeEnv, mockDesk, rows, setClock, uuid, withDesk } from "./support.ts";

beforeEach(() => {
	setClock(start);
	vi.spyOn(console, "error").mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

describe("the dead list", () => {
	const key = "a key of the tests of thirty-two letters";
	async function manager(): Promise<{ cookie: string }> {
		const signIn = await call("/manage/sign-in?code=once", { env: { LOCAL_SIGN_IN_CODE: "once", LOCAL_SESSION_KEY: key } });
		return { cookie: (signIn.headers.get("set-cookie") ?? "").split(";")[0] ?? "" };
	}
	const asManager = { LOCAL_SESSION_KEY: key };

	it("takes what is refused once, and a replay sends it once more, with the same id and a new 72 hours", async () => {
		await fileTicket();
		const desk = new Desk("desk", refuse);
		await drain([desk]);
		await drain([desk]);
		setClock(start + 2 * giveUpAfterMs);
		await drain([desk]);
		expect(desk.asked).toHaveLength(1);
		expect(await replayDeliveries(db, "all", Date.now())).toBe(1);
		desk.answer = busy;
		expect(await drain([desk])).toEqual({ delivered: 0, postponed: 1, dead: 0 });
		desk.answer = delivered;
		setClock(Date.now() + hour);
		expect(await drain([desk])).toMatchObject({ delivered: 1 });
		expect(new Set(desk.asked).size).toBe(1);
		expect(await replayDeliveries(db, "all", Date.now())).toBe(0);
	});

	it("takes what waited 72 hours at a desk that is not even tried any more", async () => {
		await fileMany(20);
		const desk = new Desk("desk", busy);
		await drain([desk], { limit: 1 });
		for (let at = start; at <= start + giveUpAfterMs + hour; at += hour) {
			setClock(at);
			await drain([desk]);
			await abandonOverdue(db, at, at - giveUpAfterMs);
			if (at < start + giveUpAfterMs) expect(await states()).toEqual([{ state: "pending", n: 20 }]);
		}
		expect(await states()).toEqual([{ state: "dead", n: 20 }]);
	});

	it("takes a ticket whose desk was not set up for 72 hours, and it can be sent again", async () => {
		await fileTicket();
		const desk = new Desk("desk", () => ({ kind: "unconfigured", reason: "the destination's secret is not configured" }));
		await drain([desk]);
		setClock(start + giveUpAfterMs);
		expect(await drain([desk])).toMatchObject({ postponed: 1, dead: 0 });
		setClock(start + giveUpAfterMs + 2 * hour);
		expect(await drain([desk])).toMatchObject({ postponed: 0, dead: 1 });
		expect((await deadDeliveries(db, 10)).map(({ reason }) => reason)).toEqual(["the destination's secret is not configured"]);
		await replayDeliveries(db, "all", Date.now());
		desk.answer = delivered;
		expect(await drain([desk])).toMatchObject({ delivered: 1 });
	});

	it("takes the notes of a ticket that waited 72 hours along", async () => {
		const ticket = await fileTicket();
		const desk = new Desk("desk", busy);
		for (let index = 0; index < 5; index++) {
			await drain([desk], { random: () => 0 });
			setClock(Date.now() + minute);
		}
		const at = start + giveUpAfterMs - hour;
		setClock(at);
		await storeNote(db, { ticket: ticket.id, key: uuid(), kind: "note", text: "Hello?", now: at });
		await db
			.prepare("UPDATE destination_health SET opened_at = ?1, open_until = ?2")
			.bind(at, at + dayMs)
			.run();
		expect(await abandonOverdue(db, start + giveUpAfterMs + hour, start + hour)).toBe(2);
		expect(await states()).toEqual([{ state: "dead", n: 2 }]);
	});

	it("lets one be sent again alone", async () => {
		await fileTicket(["desk", "chat"]);
		await drain([new Desk("desk", refuse), new Desk("chat", refuse)]);
		const [one] = await rows<{ id: string }>("SELECT id FROM deliveries ORDER BY rowid LIMIT 1");
		expect(await replayDeliveries(db, { id: one?.id ?? "" }, Date.now())).toBe(1);
		expect(await rows("SELECT state FROM deliveries ORDER BY rowid")).toEqual([{ state: "pending" }, { state: "dead" }]);
	});

	it("stands on the manager's report, with a button that works without a script", async () => {
		const { reference } = await fileTicket();
		await drain([new Desk("desk", refuse)]);
		setClock(start + 3 * hour);
		const headers = await manager();
		expect(await (await call("/manage", { headers, env: asManager })).text()).toContain("One hand-over was given up");
		const page = await (await call("/manage/handoffs", { headers, env: asManager })).text();
		expect(page).toContain(reference);
		expect(page).toContain("the desk refused the credentials (401)");
		expect(page).toContain(">3 h<");
		const action = /action="(\/api\/deliveries\/[^"]+)"/.exec(page)?.[1] ?? "";
		const requests = mockDesk(() => Response.json({ reference: "DESK-7" }));
		const answer = await call(action, { method: "POST", headers: { ...headers, accept: "text/html" }, env: { ...asManager, ...withDesk } });
		expect([answer.status, answer.headers.get("location")]).toEqual([303, "/manage/handoffs#dead"]);
		expect(requests).toHaveLength(1);
		expect(await states()).toEqual([{ state: "delivered", n: 1 }]);
		vi.mocked(globalThis.fetch).mockRestore();
		expect(await (await call("/manage", { headers, env: asManager })).text()).not.toContain("hand-over was given up");
	});

	it("is sent again whole, or for one destination", async () => {
		await fileMany(2, "chat", await fileMany(3));
		await drain([new Desk("desk", refuse), new Desk("chat", refuse)]);
		const headers = await manager();
		const replay = async (query: string) => (await call(`/api/deliveries/replay${query}`, { method: "POST", headers, env: asManager })).json();
		expect(await replay("?destination=chat")).toEqual({ replayed: 2 });
		expect(await replay("")).toEqual({ replayed: 3 + 2 });
	});

	it("is nobody's but the manager's, and takes no word from another site", async () => {
		await fileTicket();
		await drain([new Desk("desk", refuse)]);
		for (const path of ["/api/deliveries/replay", "/api/deliveries/x/replay"]) {
			expect((await call(path, { method: "POST" })).status).toBe(403);
			expect((await call(path, { method: "POST", headers: { ...(await manager()), "sec-fetch-site": "cross-site" }, env: asManager })).status).toBe(403);
		}
		expect(await states()).toEqual([{ state: "dead", n: 1 }]);
	});
});

describe("an alert", () => {
	const reportUrl = "https://centre.example/manage";
	const alert = (destinations: Destination[]) => alertOfDead({ db, destinations, reportUrl, now: Date.now() });

	it("says what was given up and why, once an hour at most", async () => {
		const chat = new Desk("chat");
		await alert([chat]);
		await fileMany(3);
		await drain([new Desk("desk", refuse)]);
		setClock(start + minute);
		await Promise.all([alert([chat]), alert([chat])]);
		await alert([chat]);
		expect(chat.alerts).toEqual([
			"3 hand-overs need a person.\n- desk: the desk refused the credentials (401) (3)\nPut right what is wrong, then send them again: https://centre.example/manage",
		]);
		setClock(start + 2 * minute);
		await fileMany(1, "desk-2");
		await drain([new Desk("desk-2", refuse)]);
		setClock(start + 30 * minute);
		await alert([chat]);
		expect(chat.alerts).toHaveLength(1);
		setClock(start + 62 * minute);
		await alert([chat]);
		await alert([chat]);
		expect(chat.alerts.slice(1)).toEqual([
			"A hand-over needs a person.\n- desk-2: the desk refused the credentials (401) (1)\nPut right what is wrong, then send them again: https://centre.example/manage",
		]);
	});

	it("misses nothing that was given up while it looked", async () => {
		const ticket = await fileTicket([]);
		const chat = new Desk("chat");
		const giveUp = (id: string, at: number) =>
			db
				.prepare("INSERT INTO deliveries (id, ticket, destination, state, next_attempt_at, created_at, died_at) VALUES (?1, ?2, ?1, 'dead', 1, 1, ?3)")
				.bind(id, ticket.id, at)
				.run();
		await giveUp("first", start);
		setClock(start + 2 * minute);
		await alert([chat]);
		// Given up before that alert, written down after it.
		await giveUp("late", start + 2 * minute - 1000);
		setClock(start + 2 * hour);
		await alert([chat]);
		expect(chat.alerts.map((text) => /- (\w+):/.exec(text)?.[1])).toEqual(["first", "late"]);
	});

	it("that reached nobody is sent again, and one of two is enough", async () => {
		await fileMany(1);
		await drain([new Desk("desk", refuse)]);
		setClock(start + minute);
		const chat = new Desk("chat", busy);
		await alert([chat]);
		await alert([chat]);
		expect(chat.alerts).toHaveLength(2);
		await alert([chat, new Desk("mail")]);
		await alert([chat]);
		expect(chat.alerts).toHaveLength(3);
	});

	it("goes to the destinations that routing.yml names, by cron", async () => {
		await fileMany(1, "old-desk");
		const requests = mockDesk(() => new Response());
		await handleCron(makeEnv({ PAGER_URL: "https://pager.example/", PAGER_SECRET: withDesk["DESK_WEBHOOK_SECRET"] as string }), start);
		expect(requests).toHaveLength(0);
		await handleCron(makeEnv({ PAGER_URL: "https://pager.example/", PAGER_SECRET: withDesk["DESK_WEBHOOK_SECRET"] as string }), start + 5 * minute);
		expect(await requests[0]?.json()).toMatchObject({ type: "alert", data: { text: expect.stringContaining("A hand-over needs a person.") as string } });
		expect(requests).toHaveLength(1);
	});
});
