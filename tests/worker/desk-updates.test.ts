import { beforeEach, describe, expect, it } from "vitest";
import { ticketStatus } from "#worker/queries/ticket-status.ts";
import { ticketByKey } from "#worker/queries/tickets.ts";
import { db, expectProblem, makeTicket, mockDesk, post, rows, setClock, withDesk } from "./support.ts";

const start = Date.parse("2026-11-20T10:00:00Z");
const minute = 60_000;
const secrets = {
	DESK_UPDATE_SECRET: `whsec_${btoa("another secret of thirty-two char")}`,
	ZENDESK_UPDATES: "a signing secret",
	FRESHDESK_UPDATES: "a shared secret",
};

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

/** HMAC-SHA256 in base64. */
async function hmac(key: string, text: string): Promise<string> {
	const bytes = Uint8Array.from(key, (letter) => letter.charCodeAt(0));
	const imported = await crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
	return btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.sign("HMAC", imported, new TextEncoder().encode(text)))));
}

type Headers = Record<string, string>;

/** Signed as the three kinds of desk do it, without the code that checks. */
const signers = {
	async desk(body: string, at: number, secret = secrets.DESK_UPDATE_SECRET): Promise<Headers> {
		const timestamp = String(Math.floor(at / 1000));
		const signature = await hmac(atob(secret.slice("whsec_".length)), `msg_1.${timestamp}.${body}`);
		return { "webhook-id": "msg_1", "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}` };
	},
	async zendesk(body: string, at: number, secret = secrets.ZENDESK_UPDATES): Promise<Headers> {
		const timestamp = new Date(at).toISOString().replace(".000Z", "Z");
		return { "x-zendesk-webhook-signature": await hmac(secret, timestamp + body), "x-zendesk-webhook-signature-timestamp": timestamp };
	},
	freshdesk: (_body: string, _at: number, secret = secrets.FRESHDESK_UPDATES): Promise<Headers> => Promise.resolve({ "x-tier-zero-secret": secret }),
};
type Desk = keyof typeof signers;

/** A desk is no page of this site. */
const fromAMachine = { "sec-fetch-site": null };

async function send(desk: Desk, update: object | string, { at = Date.now(), secret, headers = {} }: { at?: number; secret?: string; headers?: Headers } = {}) {
	const body = typeof update === "string" ? update : JSON.stringify(update);
	return post(`/api/desk/${desk}`, body, { env: secrets, headers: { ...fromAMachine, ...(await signers[desk](body, at, secret)), ...headers } });
}

async function applied(response: Response): Promise<unknown> {
	expect(response.status).toBe(200);
	return (await response.json<{ applied: unknown }>()).applied;
}

async function deliverTo(destination: string): Promise<void> {
	await db.prepare("UPDATE deliveries SET destination = ?1").bind(destination).run();
}

describe.each(["desk", "zendesk", "freshdesk"] as const)("an update from %s", (desk) => {
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
