import { SignJWT, UnsecuredJWT } from "jose";
import { describe, expect, it, vi } from "vitest";
import type { AttachmentAnswer } from "#contract/attachments.ts";
import { limits } from "#contract/limits.ts";
import type { TicketAnswer } from "#contract/tickets.ts";
import { removeEndedFiles } from "#worker/jobs/ended-files.ts";
import { dayMs } from "#worker/lib/days.ts";
import { fileLink } from "#worker/lib/file-links.ts";
import { readIdentity } from "#worker/lib/identity.ts";
import { readSite } from "#worker/lib/site.ts";
import {
	bindings,
	call,
	count,
	expectProblem,
	makeEnv,
	makeTicket,
	mockDesk,
	moveToNewNetwork,
	post,
	postForm,
	renderedAgo,
	rows,
	uuid,
	withDesk,
	type Settings,
} from "./support.ts";

const byteLength = (text: string) => String(new TextEncoder().encode(text).length);

/** Files a ticket and returns the secret of its status page. */
async function file(changes: Parameters<typeof makeTicket>[0] = {}, env: Settings = {}): Promise<string> {
	const { statusUrl } = await (await post("/api/tickets", makeTicket(changes), { env })).json<TicketAnswer>();
	return statusUrl.slice("/status/".length);
}

function upload(body: string, { name = "a.log", key = uuid(), env = {} }: { name?: string; key?: string; env?: Settings } = {}): Promise<Response> {
	const headers = { "content-length": byteLength(body), "x-form-key": key, "x-file-name": encodeURIComponent(name) };
	return call("/api/attachments", { method: "POST", body, headers, env });
}

describe("a flood of notes", () => {
	const makeNote = (token: string) => ({ token, key: uuid(), text: "One more thing." });

	it("does not slip past the cap although it arrives at once; none of it beyond the cap reaches the desk", async () => {
		mockDesk(() => Response.json({ reference: "DESK-1" }));
		const token = await file({}, withDesk);
		const answers = await Promise.all(Array.from({ length: 2 * limits.notesPerTicketAndHour }, () => post("/api/tickets/notes", makeNote(token))));
		expect(answers.filter(({ status }) => status === 201)).toHaveLength(limits.notesPerTicketAndHour);
		expect(answers.filter(({ status }) => status === 429)).toHaveLength(limits.notesPerTicketAndHour);
		expect(await rows("SELECT count(*) AS n FROM deliveries WHERE note IS NOT NULL")).toEqual([{ n: limits.notesPerTicketAndHour }]);
	});

	it("does not keep a note from its answer that was stored before it", async () => {
		const token = await file();
		const notes = Array.from({ length: limits.notesPerTicketAndHour }, () => makeNote(token));
		for (const note of notes) expect((await post("/api/tickets/notes", note)).status).toBe(201);
		expect((await post("/api/tickets/notes", notes[0])).status).toBe(200);
		await expectProblem(await post("/api/tickets/notes", makeNote(token)), 429, "note-cap");
		await expectProblem(await post("/api/tickets/notes", { ...notes[0], text: "Another" }), 422, "key-reused");
	});

	it("of closings at once closes a ticket once; a desk that opens it again lets it be closed again", async () => {
		const token = await file();
		const close = () => postForm(`/status/${token}/close`, { key: uuid() });
		const answers = await Promise.all(Array.from({ length: 5 }, close));
		expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303]);
		expect(await count("ticket_notes")).toBe(1);
		await bindings.DB.prepare("UPDATE tickets SET desk_status = 'open', desk_status_at = ?1")
			.bind(Date.now() + 1000)
			.run();
		await close();
		expect(await count("ticket_notes")).toBe(2);
	});

	it("finds no ticket any more when its text is gone", async () => {
		const token = await file();
		await bindings.DB.prepare("UPDATE tickets SET content = '{}'").run();
		await expectProblem(await post("/api/tickets/notes", makeNote(token)), 404, "unknown-ticket");
		expect(await count("ticket_notes")).toBe(0);
	});
});

describe("a hostile file", () => {
	it("keeps no folder in its name behind a line break", async () => {
		const { name } = await (await upload("a log", { name: "x\n/../../evil\\run.txt" })).json<AttachmentAnswer>();
		expect(name).toBe("run.txt");
	});

	it("ends with an error, not never, when the store fails while its bytes come", async () => {
		const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
		const FILES = { put: () => Promise.reject(new Error("the store is down")), delete: () => Promise.resolve() } as unknown as R2Bucket;
		await expectProblem(await upload("x".repeat(3_000_000), { env: { FILES } }), 500, "failed");
		expect(log.mock.calls.join()).toContain("the store is down");
		expect(await rows("SELECT state, size FROM attachments")).toEqual([{ state: "removed", size: 0 }]);
	});

	it("leaves no bytes behind when the database fails after they were stored", async () => {
		vi.spyOn(console, "error").mockImplementation(() => undefined);
		const prepare = (sql: string) => {
			if (sql.includes("SET state = 'stored'")) throw new Error("D1_ERROR: down");
			return bindings.DB.prepare(sql);
		};
		const DB = { prepare } as unknown as D1Database;
		const before = (await bindings.FILES.list()).objects.length;
		await expectProblem(await upload("a log", { env: { DB } }), 503, "unavailable");
		expect((await bindings.FILES.list()).objects).toHaveLength(before);
	});

	it("that is taken away while its message is sent is not missed in silence: the message comes back, and nothing is stored", async () => {
		const key = uuid();
		const { id } = await (await upload("a log", { key })).json<AttachmentAnswer>();
		const batch = async (statements: D1PreparedStatement[]) => {
			expect((await call(`/api/attachments/${id}`, { method: "DELETE", headers: { "x-form-key": key } })).status).toBe(204);
			return bindings.DB.batch(statements);
		};
		const DB = { prepare: (sql: string) => bindings.DB.prepare(sql), batch } as unknown as D1Database;
		const problem = await expectProblem(await post("/api/tickets", makeTicket({ key, attachments: [id, id] }), { env: { DB } }), 422, "invalid");
		expect(problem.errors).toMatchObject([{ field: "attachments" }]);
		expect(await count("tickets")).toBe(0);
	});

	it("that ends at the moment in which a message takes it stays with the message, or the message comes back", async () => {
		const key = uuid();
		const { id } = await (await upload("a log", { key })).json<AttachmentAnswer>();
		const remove = vi.fn(async (ids: string[]) => {
			expect((await post("/api/tickets", makeTicket({ key, attachments: [id] }))).status).toBe(422);
			await bindings.FILES.delete(ids);
		});
		await removeEndedFiles({ DB: bindings.DB, FILES: { delete: remove } as unknown as R2Bucket }, Date.now() + dayMs);
		expect(remove).toHaveBeenCalledWith([id]);
		expect([await count("tickets"), await count("attachments")]).toEqual([0, 0]);
	});

	it.each(["HEAD", "GET"])("is told by %s to nobody with a wrong link, whatever part is asked for", async (method) => {
		const key = uuid();
		const { id } = await (await upload("a secret log", { key })).json<AttachmentAnswer>();
		await file({ key, attachments: [id] });
		const link = await fileLink(makeEnv(), id, Date.now() + 60_000);
		const headers = { range: "bytes=0-3" };
		const good = await call(link, { method, headers });
		expect([good.status, good.headers.get("content-length")]).toEqual([200, "12"]);
		for (const wrong of [link.slice(0, -1), link.replace("exp=", "exp=0"), `${link}&sig=x`.replace(/&sig=[^&]+/, ""), link.replace("/t/", "/t/x")]) {
			const refused = await call(wrong, { method, headers });
			expect(refused.status).toBe(404);
			expect(await refused.text()).not.toContain("log");
		}
	});
});

describe("a hostile plain form", () => {
	async function send(parts: string[], changes: Record<string, string> = {}): Promise<Response> {
		const words = { key: uuid(), rendered: await renderedAgo(), subject: "Import was rejected", category: "data-issues", name: "Ada", email: "ada@b.example" };
		const fields = Object.entries({ ...words, description: "It stops with ERR_1005.", ...changes }).map(([name, value]) => part(`name="${name}"`, value));
		const body = `${[...fields, ...parts].join("")}--b--\r\n`;
		const headers = { "content-type": "multipart/form-data; boundary=b", "content-length": byteLength(body), accept: "text/html" };
		return call("/contact", { method: "POST", body, headers });
	}

	const part = (disposition: string, text: string) => `--b\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n${text}\r\n`;
	const filePart = (name: string) => part(`name="files"; filename="${name}"`, "x");

	it("with thousands of files stores five, names the rest in one line, and asks the database no more", async () => {
		const response = await send(Array.from({ length: 2000 }, () => filePart("a.txt")));
		expect(response.status).toBe(422);
		const page = await response.text();
		expect(page).toContain("1,995 more files were not added: a message takes five files.");
		expect(page.length).toBeLessThan(10_000);
		expect(await count("attachments")).toBe(5);
	});

	it("with a file name of a hundred thousand dots is answered as any other", { timeout: 5000 }, async () => {
		expect((await send([filePart(`a${".".repeat(100_000)}a`)])).status).toBe(303);
	});

	it("never loses a file in silence: neither one that is gone nor one that came with a lost key", async () => {
		const gone = await send([part('name="attachments"', uuid())]);
		expect(gone.status).toBe(422);
		expect(await gone.text()).toContain("A file is not here any more: please choose it again.");
		const lost = await send([filePart("a.txt")], { key: "lost" });
		expect(lost.status).toBe(422);
		expect(await lost.text()).toContain("Your files are not kept: please choose them again.");
		expect(await count("tickets")).toBe(0);
	});

	it("with endless names of fields is refused as too large", async () => {
		expect((await send([part(`name="${"n".repeat(limits.ticketBody)}"`, "x")])).status).toBe(413);
	});
});

describe("acknowledgements", () => {
	it("are one an hour for a mailbox, whatever stands after a plus, also when all are asked for at once", async () => {
		const mails: unknown[] = [];
		(await readSite(bindings)).support.acknowledgement = { from: "support@centre.example" };
		const MAIL = { send: (mail: unknown) => Promise.resolve(void mails.push(mail)) } as unknown as SendEmail;
		await Promise.all(
			["ada", "ada", "ada+1", "ADA+2"].map((name) => {
				moveToNewNetwork();
				return file({ email: `${name}@b.example` }, { MAIL });
			}),
		);
		delete (await readSite(bindings)).support.acknowledgement;
		expect(mails).toHaveLength(1);
		expect(await count("tickets")).toBe(4);
	});
});

describe("a forged identity", () => {
	const secret = "a secret that the product and the Worker share";
	const audience = "https://centre.example";
	const now = Date.parse("2026-11-20T10:00:00Z");
	const seconds = now / 1000;
	const claims = { email: "ada@b.example", name: "Ada Example", tier: "enterprise", aud: audience, exp: seconds + 600 };
	const sign = (payload: Record<string, unknown>) => new SignJWT(payload).setProtectedHeader({ alg: "HS256" }).sign(new TextEncoder().encode(secret));
	const relabelled = async (header: object) => `${btoa(JSON.stringify(header)).replaceAll("=", "")}.${(await sign(claims)).split(".").slice(1).join(".")}`;

	it("is known by a sound one", async () => {
		expect(await readIdentity(await sign(claims), { secret, audience, now })).toMatchObject({ email: "ada@b.example", tier: "enterprise" });
	});

	it.each([
		["no end", () => sign({ ...claims, exp: undefined })],
		["an end in a hundred years", () => sign({ ...claims, exp: seconds + 3e9 })],
		["an end that is a text", () => sign({ ...claims, exp: String(seconds + 600) })],
		["a beginning that has not come", () => sign({ ...claims, nbf: seconds + 300 })],
		["no site", () => sign({ ...claims, aud: undefined })],
		["a site that only begins like this one", () => sign({ ...claims, aud: `${audience}.evil.example` })],
		["a line break in the name", () => sign({ ...claims, name: "Ada\r\nBcc: all@b.example" })],
		["a tier of the object's own", () => sign({ ...claims, tier: "constructor" })],
		["another algorithm named", () => relabelled({ alg: "RS256" })],
		["an extension that must be understood", () => relabelled({ alg: "HS256", crit: ["b64"], b64: false })],
		["no algorithm", () => new UnsecuredJWT(claims).encode()],
	])("with %s is nobody", async (_, token) => {
		expect(await readIdentity(await token(), { secret, audience, now })).toBeNull();
	});
});
