import { beforeEach, describe, expect, it } from "vitest";
import { refreshRollups } from "#worker/jobs/refresh-rollups.ts";
import { ticketStatus } from "#worker/queries/ticket-status.ts";
import { ticketByKey } from "#worker/queries/tickets.ts";
import { desks, fromAMachine, secrets, sendAsDesk, signers, type Desk } from "./desk-messages.ts";
import { db, expectProblem, makeTicket, mockDesk, post, rows, setClock, withDesk } from "./support.ts";

const start = Date.parse("2026-11-20T10:00:00Z");
const minute = 60_000;
let deliveryId = "";
let statusToken = "";
beforeEach(async () => {
	setClock(start);
	const desk = mockDesk(() => Response.json({ reference: "DESK-7" }));
	const form = makeTicket();
	expect((await post("/api/tickets", form, { env: withDesk })).status).toBe(201);
	expect(desk).toHaveLength(1);
	deliveryId = (await rows<{ id: string }>("SELECT id FROM deliveries"))[0]?.id ?? "";
	statusToken = (await ticketByKey(db, form.key))?.statusToken ?? "";
});

const standing = () => ticketStatus(db, statusToken, Date.now());

type Headers = Record<string, string>;

async function send(desk: Desk, update: object | string, { at = Date.now(), secret, headers = {} }: { at?: number; secret?: string; headers?: Headers } = {}) {
	return sendAsDesk(desk, `/api/desk/${desk}`, update, { at, secret, headers });
}

async function applied(response: Response): Promise<unknown> {
	expect(response.status).toBe(200);
	return (await response.json<{ applied: unknown }>()).applied;
}

async function deliverTo(destination: string): Promise<void> {
	await db.prepare("UPDATE deliveries SET destination = ?1").bind(destination).run();
}

describe.each(desks)("an update from %s", (desk) => {
	beforeEach(() => deliverTo(desk));

	it("moves the status page", async () => {
		expect(await standing()).toMatchObject({ deskStatus: null, closed: false, deskReference: "DESK-7" });
		expect(await applied(await send(desk, { deliveryId, status: "waiting" }))).toBe(true);
		expect(await standing()).toMatchObject({ deskStatus: "waiting", closed: false });
		setClock(start + minute);
		expect(await applied(await send(desk, { deskReference: "DESK-7", status: "solved", publicReference: "2026-7" }))).toBe(true);
		expect(await standing()).toMatchObject({ deskStatus: "solved", closed: true, deskReference: "2026-7" });
	});

	it("with another secret, without one and to an unknown address gets one and the same answer", async () => {
		const update = { deliveryId, status: "solved" };
		const answers = [
			await send(desk, update, { secret: desk === "desk" ? `whsec_${btoa("wrong")}` : "wrong" }),
			await post(`/api/desk/${desk}`, update, { env: secrets, headers: fromAMachine }),
			await post(`/api/desk/${desk}`, update),
			await post("/api/desk/nobody", update, { env: secrets, headers: await signers[desk](JSON.stringify(update), start) }),
			await post("/api/desk/pager", update, { env: secrets, headers: await signers[desk](JSON.stringify(update), start) }),
		];
		const documents = await Promise.all(answers.map((answer) => expectProblem(answer, 401, "unsigned")));
		expect(new Set(documents.map(({ detail, title }) => title + detail)).size).toBe(1);
		expect(await standing()).toMatchObject({ deskStatus: null });
	});

	it("is refused where it does not fit", async () => {
		for (const update of [
			{ status: "solved" },
			{ deliveryId, status: "done" },
			{ deliveryId },
			{ deliveryId, escalated: false },
			{ deliveryId: "", status: "solved" },
			{ deliveryId, status: "solved", more: 1 },
			{ deliveryId, status: "solved", at: "yesterday" },
			{ deliveryId, status: "solved", at: new Date(start + 6 * minute).toISOString() },
			{ deliveryId, status: "solved", publicReference: "x".repeat(101) },
			{ deliveryId, status: "solved", publicReference: "7\r\nand more" },
		])
			await expectProblem(await send(desk, update), 422, "invalid");
		expect(await standing()).toMatchObject({ deskStatus: null });
	});

	it("changes nothing where it is old news, or comes twice", async () => {
		const at = (ms: number) => new Date(start + ms).toISOString();
		expect(await applied(await send(desk, { deliveryId, status: "solved", at: at(2) }))).toBe(true);
		expect(await applied(await send(desk, { deliveryId, status: "open", at: at(1) }))).toBe(false);
		expect(await applied(await send(desk, { deliveryId, status: "open", at: at(2) }))).toBe(false);
		expect(await standing()).toMatchObject({ deskStatus: "solved" });
		expect(await applied(await send(desk, { deliveryId, status: "open", at: "2026-11-20T11:00:01+0100" }))).toBe(true);
	});

	it("of a ticket that is none of ours, or that another destination has, changes nothing", async () => {
		for (const update of [{ deliveryId: crypto.randomUUID() }, { deskReference: "DESK-8" }, { deliveryId, deskReference: "DESK-8" }])
			expect(await applied(await send(desk, { ...update, status: "solved" }))).toBe(false);
		await deliverTo("pager");
		expect(await applied(await send(desk, { deliveryId, status: "solved" }))).toBe(false);
	});
});

describe("a signed update", () => {
	it.each(["desk", "zendesk"] as const)("from %s is refused when it is older or newer than five minutes, or was changed on its way", async (desk) => {
		await deliverTo(desk);
		const update = { deliveryId, status: "solved" };
		for (const minutes of [-6, 6]) await expectProblem(await send(desk, update, { at: start + minutes * minute }), 401, "unsigned");
		await expectProblem(await send(desk, update, { headers: await signers[desk](JSON.stringify({ ...update, status: "open" }), start) }), 401, "unsigned");
		expect(await applied(await send(desk, update, { at: start - 4 * minute }))).toBe(true);
	});

	it("that is caught and sent again changes nothing", async () => {
		const solved = { deliveryId, status: "solved" };
		expect(await applied(await send("desk", solved))).toBe(true);
		setClock(start + minute);
		expect(await applied(await send("desk", { deliveryId, status: "open" }))).toBe(true);
		expect(await applied(await send("desk", solved, { at: start }))).toBe(false);
		expect(await standing()).toMatchObject({ deskStatus: "open" });
	});

	it("that is no JSON, or too large, is refused", async () => {
		await expectProblem(await send("zendesk", "status=solved"), 400, "bad-json");
		await expectProblem(await send("zendesk", "x".repeat(33 * 1024)), 413, "too-large");
	});
});

describe("what a desk says of its work", () => {
	const times = () => rows("SELECT answered_at, escalated_at, desk_status FROM tickets");

	it("tells once that somebody has answered: with the first word but open", async () => {
		expect(await applied(await send("desk", { deliveryId, status: "open" }))).toBe(true);
		expect(await times()).toEqual([{ answered_at: null, escalated_at: null, desk_status: "open" }]);
		setClock(start + minute);
		expect(await applied(await send("desk", { deliveryId, status: "waiting" }))).toBe(true);
		setClock(start + 2 * minute);
		expect(await applied(await send("desk", { deliveryId, status: "solved" }))).toBe(true);
		expect(await times()).toEqual([{ answered_at: start + minute, escalated_at: null, desk_status: "solved" }]);
	});

	it("tells once that it was escalated, with a status or without", async () => {
		expect(await applied(await send("desk", { deliveryId, escalated: true }))).toBe(true);
		setClock(start + minute);
		expect(await applied(await send("desk", { deskReference: "DESK-7", escalated: true }))).toBe(false);
		expect(await applied(await send("desk", { deliveryId, status: "open", escalated: true }))).toBe(true);
		expect(await times()).toEqual([{ answered_at: null, escalated_at: start, desk_status: "open" }]);
	});

	it("counts the answer for the ticket's day, also when that day's rows are gone, as a recount would", async () => {
		await refreshRollups(db);
		const counts = () => rows("SELECT metric, label, n FROM daily_rollups WHERE metric LIKE 'promises%' ORDER BY metric");
		expect(await counts()).toEqual([{ metric: "promises", label: "P5/data-issues/desk", n: 1 }]);
		await send("desk", { deliveryId, status: "solved" });
		const kept = [
			{ metric: "promises", label: "P5/data-issues/desk", n: 1 },
			{ metric: "promises_kept", label: "P5/data-issues/desk", n: 1 },
		];
		expect(await counts()).toEqual(kept);
		expect(await rows("SELECT day FROM dirty_days")).toEqual([]);
		await db.prepare("INSERT INTO dirty_days VALUES ('2026-11-20')").run();
		await refreshRollups(db);
		expect(await counts()).toEqual(kept);
	});
});
