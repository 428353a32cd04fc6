import { beforeEach, describe, expect, it } from "vitest";
import { makeManagerSession } from "#worker/lib/manager-session.ts";
import { fromAMachine, desks, secrets, sendAsDesk, signers, type Desk } from "./desk-messages.ts";
import { articles, everything, expectProblem, makeTicket, mockDesk, post, postForm, rows, setClock, withDesk } from "./support.ts";

const start = Date.parse("2026-11-20T23:30:00Z");
const day = "2026-11-20";

beforeEach(() => setClock(start));

/** Signed with the secret of flags where the desk has one. */
const flag = (desk: Desk, body: object | string, options = {}) =>
	sendAsDesk(desk, `/api/desk/${desk}/flags`, body, { ...(desk === "zendesk" && { secret: secrets.ZENDESK_FLAGS }), ...options });

async function stored(response: Response): Promise<[number, unknown]> {
	return [response.status, (await response.json<{ stored: unknown }>()).stored];
}

const list = () => rows("SELECT destination, kind, topic, article, note, desk_reference, day, state FROM content_flags ORDER BY flagged_at, topic, kind");

describe.each(desks)("a flag from %s", (desk) => {
	it("is kept once, without personal data", async () => {
		const message = {
			kind: "missing",
			topic: "Export to\nPowerPoint for ada@customer.example",
			note: "Call +44 20 7946 0142\nfor more.",
			deskReference: "4711",
		};
		expect(await stored(await flag(desk, message))).toEqual([201, true]);
		expect(await stored(await flag(desk, message))).toEqual([200, false]);
		const kept = { destination: desk, kind: "missing", topic: "Export to PowerPoint for [email]", article: null, note: "Call [phone]\nfor more." };
		expect(await list()).toEqual([{ ...kept, desk_reference: "4711", day, state: "open" }]);
	});

	it("without a signature, with another secret and to an unknown desk gets one and the same answer", async () => {
		const message = { kind: "missing", topic: "Export to PowerPoint" };
		const answers = [
			await flag(desk, message, { secret: desk === "desk" ? `whsec_${btoa("wrong")}` : "wrong" }),
			await post(`/api/desk/${desk}/flags`, message, { env: secrets, headers: fromAMachine }),
			await post("/api/desk/nobody/flags", message, { env: secrets, headers: await signers[desk](JSON.stringify(message), start) }),
			await post("/api/desk/pager/flags", message, { env: secrets, headers: await signers[desk](JSON.stringify(message), start) }),
		];
		const documents = await Promise.all(answers.map((answer) => expectProblem(answer, 401, "unsigned")));
		expect(new Set(documents.map(({ detail, title }) => title + detail)).size).toBe(1);
		expect(await list()).toEqual([]);
	});
});

describe("a flag", () => {
	it("names its article by id or address; what a placeholder left empty is not there", async () => {
		for (const article of [articles.export, "/reporting/export/", "https://centre.example/reporting/export", ""])
			expect((await flag("desk", { kind: "workaround", article, topic: `Named ${article}`, note: "", id: `id ${article}` })).status).toBe(201);
		expect((await list()).map((row) => row["article"]).sort()).toEqual([null, articles.export, articles.export, articles.export].sort());
		await expectProblem(await flag("desk", { kind: "wrong", article: "reporting/no-such", topic: "Gone" }), 404, "unknown-article");
		for (const article of ["https://elsewhere.example/what", "https://elsewhere.example/reporting/export/", "//elsewhere.example/reporting/export/"])
			await expectProblem(await flag("desk", { kind: "wrong", article, topic: "Gone" }), 404, "unknown-article");
		for (const article of ["https://elsewhere.example\\@centre.example/reporting/export/", "ftp:/reporting/export/", "javascript:/reporting/export/"])
			await expectProblem(await flag("desk", { kind: "wrong", article, topic: "Gone" }), 404, "unknown-article");
	});

	it("is one by the desk's own id, else by its words of a day", async () => {
		expect(await stored(await flag("desk", { id: "7", kind: "missing", topic: "First words" }))).toEqual([201, true]);
		expect(await stored(await flag("desk", { id: "7", kind: "missing", topic: "Other words" }))).toEqual([200, false]);
		expect(await stored(await flag("zendesk", { id: "7", kind: "missing", topic: "Another desk" }))).toEqual([201, true]);
		expect(await stored(await flag("desk", { kind: "missing", topic: "Same words" }))).toEqual([201, true]);
		setClock(start + 60 * 60_000);
		expect(await stored(await flag("desk", { kind: "missing", topic: "Same words" }))).toEqual([201, true]);
		expect((await list()).map((row) => row["topic"])).toEqual(["Another desk", "First words", "Same words", "Same words"]);
	});

	it("without a topic takes the subject of its ticket, without the customer's name", async () => {
		mockDesk(() => Response.json({ reference: "DESK-7" }));
		await post("/api/tickets", makeTicket({ subject: "Ada Example of Examplia: SAML metadata", company: "Examplia" }), { env: withDesk });
		const [delivery] = await rows<{ id: string }>("SELECT id FROM deliveries");
		expect((await flag("desk", { kind: "explanation", deliveryId: delivery?.id })).status).toBe(201);
		expect((await flag("desk", { kind: "workaround", deskReference: "DESK-7", note: "Ada cleared the cache." })).status).toBe(201);
		const topic = "[name] of [name]: SAML metadata";
		expect(await list()).toMatchObject([
			{ topic, desk_reference: "DESK-7" },
			{ topic, desk_reference: "DESK-7", note: "[name] cleared the cache." },
		]);
		await expectProblem(await flag("zendesk", { kind: "missing", deskReference: "DESK-7" }), 422, "invalid");
	});

	it("of a desk with a secret for flags is not taken with that of updates, nor the other way round", async () => {
		await expectProblem(await flag("zendesk", { kind: "missing", topic: "A topic" }, { secret: secrets.ZENDESK_UPDATES }), 401, "unsigned");
		const update = { deliveryId: crypto.randomUUID(), status: "open" };
		await expectProblem(await sendAsDesk("zendesk", "/api/desk/zendesk", update, { secret: secrets.ZENDESK_FLAGS }), 401, "unsigned");
		expect((await sendAsDesk("zendesk", "/api/desk/zendesk", update)).status).toBe(200);
	});

	it("that does not fit is refused", async () => {
		for (const message of [
			{ kind: "missing" },
			{ kind: "nice", topic: "A topic" },
			{ topic: "A topic" },
			{ kind: "wrong", topic: "Which article?" },
			{ kind: "missing", topic: "x".repeat(151) },
			{ kind: "missing", topic: "A topic", note: "x".repeat(1001) },
			{ kind: "missing", topic: "A topic", deliveryId: "7" },
			{ kind: "missing", topic: "A topic", more: 1 },
			[],
		])
			await expectProblem(await flag("desk", message), 422, "invalid");
		await expectProblem(await flag("zendesk", "kind=missing"), 400, "bad-json");
		await expectProblem(await flag("zendesk", "x".repeat(33 * 1024)), 413, "too-large");
		expect(await list()).toEqual([]);
	});

	it("with half of a sign is stored as what can be stored", async () => {
		expect((await flag("zendesk", '{"kind":"missing","topic":"Emoji \\ud83d"}')).status).toBe(201);
		expect(await everything()).toContain("Emoji \ufffd");
	});
});

describe("the list of flags", () => {
	const env = { LOCAL_SESSION_KEY: "key" };
	const signedIn = async () => ({ env, headers: { cookie: `tier_zero_manager=${await makeManagerSession("key")}` } });

	it("is worked through by managers, who come back to the same report; each step is in the audit log", async () => {
		await flag("desk", { kind: "missing", topic: "Export to PowerPoint" });
		const [row] = await rows<{ id: string }>("SELECT id FROM content_flags");
		const id = row?.id ?? "";
		const answer = await postForm("/manage/contact/flags", { id, state: "done", back: "days=7&segment=phone" }, await signedIn());
		expect([answer.status, answer.headers.get("location")]).toEqual([303, `/manage/contact?days=7&segment=phone&settled=flag-${id}#settled`]);
		expect(await rows("SELECT state, settled_at FROM content_flags")).toEqual([{ state: "done", settled_at: start }]);
		await postForm("/manage/contact/flags", { id, state: "open" }, await signedIn());
		expect(await rows("SELECT state, settled_at FROM content_flags")).toEqual([{ state: "open", settled_at: null }]);
		expect(await rows("SELECT who, action, subject, detail FROM audit_log WHERE subject LIKE 'flag%' ORDER BY id")).toEqual([
			{ who: "local", action: "settled", subject: `flag ${id}`, detail: "done" },
			{ who: "local", action: "settled", subject: `flag ${id}`, detail: "open" },
		]);
	});

	it("refuses strangers, other sites, flags that are gone and states that are none", async () => {
		const id = "x".repeat(43);
		await expectProblem(await postForm("/manage/contact/flags", { id, state: "done" }, { env, headers: { accept: "*/*" } }), 403, "forbidden");
		const { headers } = await signedIn();
		const asProgram = { env, headers: { ...headers, accept: "*/*" } };
		await expectProblem(
			await postForm("/manage/contact/flags", { id, state: "done" }, { env, headers: { ...asProgram.headers, "sec-fetch-site": "cross-site" } }),
			403,
			"cross-site",
		);
		await expectProblem(await postForm("/manage/contact/flags", { id, state: "done" }, asProgram), 404, "not-found");
		await expectProblem(await postForm("/manage/contact/flags", { id, state: "gone" }, asProgram), 422, "invalid");
	});
});
