import { describe, expect, it } from "vitest";
import type { AttachmentAnswer } from "#contract/attachments.ts";
import { limits } from "#contract/limits.ts";
import type { TicketAnswer } from "#contract/tickets.ts";
import { describeFiles } from "#worker/handoff/describe-files.ts";
import { removeEndedFiles } from "#worker/jobs/ended-files.ts";
import { handleCron } from "#worker/jobs/scheduled.ts";
import { dayMs } from "#worker/lib/days.ts";
import { fileLink } from "#worker/lib/file-links.ts";
import { readSite } from "#worker/lib/site.ts";
import { ticketByKey } from "#worker/queries/tickets.ts";
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
	renderedAgo,
	rows,
	setClock,
	uuid,
	withDesk,
	type Call,
} from "./support.ts";

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
const bytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text));

/** Uploads as the page does; a test names what is different. */
function upload(body: Uint8Array<ArrayBuffer>, { key = uuid(), name = "shot.png", headers = {}, ...rest }: Call & { key?: string; name?: string } = {}) {
	return call("/api/attachments", {
		...rest,
		method: "POST",
		body,
		headers: { "content-length": String(body.length), "x-form-key": key, "x-file-name": encodeURIComponent(name), ...headers },
	});
}

const stored = async () => (await bindings.FILES.list()).objects.map(({ key }) => key);

describe("a file of a message", () => {
	it("is stored for the form, with the type that its bytes show", async () => {
		const key = uuid();
		const response = await upload(png, { key, name: "C:\\me\\shöt.exe" });
		expect(response.status).toBe(201);
		const file = await response.json<AttachmentAnswer>();
		expect(file).toEqual({ id: expect.any(String), name: "shöt.exe.png", type: "image/png", size: png.length });
		expect(await rows("SELECT form_key, ticket, state, name, type, size FROM attachments")).toEqual([
			{ form_key: key, ticket: null, state: "stored", name: "shöt.exe.png", type: "image/png", size: png.length },
		]);
		expect(new Uint8Array((await (await bindings.FILES.get(file.id))?.arrayBuffer()) ?? [])).toEqual(png);
	});

	it("may be large: it is streamed, and arrives whole", async () => {
		const text = bytes("a line of a log with ümlauts\n".repeat(300_000)).slice(0, 8_000_000);
		const whole = new Uint8Array(8_000_001);
		whole.set(text);
		whole[8_000_000] = 10;
		const response = await upload(whole, { name: "server.log" });
		expect(response.status).toBe(201);
		const { id, type } = await response.json<AttachmentAnswer>();
		expect(type).toBe("text/plain");
		expect((await bindings.FILES.head(id))?.size).toBe(8_000_001);
	});

	it.each([
		["a program", new Uint8Array([0x4d, 0x5a, 0, 0, 1])],
		["text that turns out to be none", new Uint8Array([...bytes("x".repeat(9000)), 0xff, 0xfe])],
		["text that ends in the middle of a letter", new Uint8Array([...bytes("caf"), 0xc3])],
		["text with a NUL far behind", new Uint8Array([...bytes("x".repeat(20_000)), 0])],
	])("is refused when it is %s, and leaves nothing", async (_, body) => {
		const before = await stored();
		await expectProblem(await upload(new Uint8Array(body)), 415, "file-type");
		expect(await stored()).toEqual(before);
		expect(await rows("SELECT state, size FROM attachments")).toEqual([{ state: "removed", size: 0 }]);
	});

	it("is refused when it is larger than 10 MB, before a byte is read", async () => {
		await expectProblem(await upload(png, { headers: { "content-length": String(limits.attachmentBytes + 1) } }), 413, "too-large");
	});

	it("is refused when its length is missing, wrong or nothing", async () => {
		await expectProblem(await upload(png, { headers: { "content-length": null } }), 411, "length-required");
		await expectProblem(await upload(png, { headers: { "content-length": "0" } }), 422, "invalid");
		for (const length of ["8", "500"]) {
			const problem = await expectProblem(await upload(png, { headers: { "content-length": length } }), 422, "invalid");
			expect(problem.errors).toEqual([{ field: "file", message: "the file did not arrive whole: please add it again" }]);
		}
		expect(await rows("SELECT DISTINCT state FROM attachments")).toEqual([{ state: "removed" }]);
	});

	it("is refused without a key or a name", async () => {
		await expectProblem(await upload(png, { key: "mine" }), 422, "invalid");
		await expectProblem(await upload(png, { name: "" }), 422, "invalid");
		await expectProblem(await upload(png, { headers: { "x-file-name": "%E0%A4%A" } }), 422, "invalid");
	});

	it("is the sixth of a form and refused, also when all arrive at once", async () => {
		const key = uuid();
		const answers = await Promise.all(Array.from({ length: 8 }, () => upload(png, { key })));
		expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 201, 201, 422, 422, 422]);
		await expectProblem(await upload(png, { key }), 422, "too-many-files");
		expect((await upload(png)).status).toBe(201);
	});

	it("is refused beyond what one network may store in a day; others are not touched", async () => {
		setClock("2026-11-20T23:00:00Z");
		await upload(png);
		await bindings.DB.prepare("UPDATE attachments SET size = ?1")
			.bind(limits.fileBytesPerNetworkAndDay - png.length)
			.run();
		expect((await upload(png)).status).toBe(201);
		const refused = await upload(png);
		expect(refused.headers.get("retry-after")).toBe("3600");
		await expectProblem(refused, 429, "file-cap");
		moveToNewNetwork();
		expect((await upload(png)).status).toBe(201);
	});

	it("is refused from another site's page", async () => {
		await expectProblem(await upload(png, { headers: { "sec-fetch-site": "cross-site" } }), 403, "cross-site");
	});
});

describe("taking a file away", () => {
	const remove = (id: string, key: string) => call(`/api/attachments/${id}`, { method: "DELETE", headers: { "x-form-key": key } });

	it("makes room for another one, and can be said twice", async () => {
		const key = uuid();
		const files = await Promise.all(Array.from({ length: 5 }, async () => (await upload(png, { key })).json<AttachmentAnswer>()));
		const id = files[0]?.id ?? "";
		expect([(await remove(id, key)).status, (await remove(id, key)).status]).toEqual([204, 204]);
		expect(await stored()).not.toContain(id);
		expect((await upload(png, { key })).status).toBe(201);
	});

	it("is for the form that has it only", async () => {
		const { id } = await (await upload(png)).json<AttachmentAnswer>();
		await expectProblem(await remove(id, uuid()), 404, "unknown-file");
		await expectProblem(await remove(uuid(), uuid()), 404, "unknown-file");
		expect(await stored()).toContain(id);
		expect(await count("attachments")).toBe(1);
	});
});

describe("a ticket with files", () => {
	async function uploaded(key: string, body: Uint8Array<ArrayBuffer> = png, name = "shot.png"): Promise<AttachmentAnswer> {
		return (await upload(body, { key, name })).json<AttachmentAnswer>();
	}

	async function filed(): Promise<{ key: string; file: AttachmentAnswer }> {
		const key = uuid();
		const file = await uploaded(key);
		expect((await post("/api/tickets", makeTicket({ key, attachments: [file.id] }))).status).toBe(201);
		return { key, file };
	}

	it("takes the files of its form, once", async () => {
		const key = uuid();
		const files = await Promise.all([uploaded(key), uploaded(key)]);
		const ticket = makeTicket({ key, attachments: files.map(({ id }) => id) });
		const first = await post("/api/tickets", ticket);
		expect(first.status).toBe(201);
		expect((await post("/api/tickets", ticket)).status).toBe(200);
		expect(await rows("SELECT DISTINCT t.idempotency_key AS key FROM attachments a JOIN tickets t ON t.id = a.ticket")).toEqual([{ key }]);
		await expectProblem(await call(`/api/attachments/${files[0].id}`, { method: "DELETE", headers: { "x-form-key": key } }), 404, "unknown-file");
		const page = await (await call((await first.json<TicketAnswer>()).statusUrl)).text();
		expect(page).toContain("><bdi>shot.png</bdi></a>");
	});

	it("is not sent in silence without a file that is gone, or that another form has", async () => {
		const key = uuid();
		const theirs = await uploaded(uuid());
		for (const id of [uuid(), theirs.id]) {
			const problem = await expectProblem(await post("/api/tickets", makeTicket({ key, attachments: [id] })), 422, "invalid");
			expect(problem.errors).toEqual([{ field: "attachments", message: "a file is not here any more: please add it again" }]);
		}
		expect(await count("tickets")).toBe(0);
	});

	it("gives the desk a signed link that ends with the ticket's text, and the bytes", async () => {
		const now = setClock("2026-11-20T10:00:00Z");
		const { key, file } = await filed();
		const env = makeEnv();
		const ticket = await ticketByKey(env.DB, key);
		if (!ticket) throw new Error("no ticket");
		const [described] = await describeFiles(env, await readSite(env), ticket);
		expect(described).toMatchObject({ name: "shot.png", type: "image/png", size: png.length });
		expect(new Uint8Array((await described?.read()) ?? new ArrayBuffer(0))).toEqual(png);
		const link = new URL(described?.url ?? "");
		expect(link.origin).toBe("https://centre.example");
		const path = link.pathname + link.search;
		const download = await call(path);
		expect(download.status).toBe(200);
		expect(new Uint8Array(await download.arrayBuffer())).toEqual(png);
		setClock(now + 365 * dayMs);
		await expectProblem(await call(path), 404, "unknown-file");
		await bindings.FILES.delete(file.id);
		await expect(described?.read()).rejects.toThrow("the file is gone");
	});

	it("reaches the desk with its files", async () => {
		const requests = mockDesk(() => Response.json({ reference: "DESK-1" }));
		const key = uuid();
		const file = await uploaded(key);
		await post("/api/tickets", makeTicket({ key, attachments: [file.id] }), { env: withDesk });
		const body = JSON.stringify(await requests[0]?.json());
		expect(body).toContain("shot.png");
		expect(body).toContain(`https://centre.example/files/t/${file.id}?exp=`);
	});

	it("has files that are only ever saved, never shown as a page of this site", async () => {
		const key = uuid();
		const file = await uploaded(key, bytes("<script>alert(1)</script>"), 'evil"\r\nx: y\u202Elmth.html');
		await post("/api/tickets", makeTicket({ key, attachments: [file.id] }));
		const response = await call(await fileLink(makeEnv(), file.id, Date.now() + 1000));
		expect(
			Object.fromEntries(
				["content-type", "content-disposition", "content-security-policy", "x-content-type-options", "cache-control"].map((name) => [
					name,
					response.headers.get(name),
				]),
			),
		).toEqual({
			"content-type": "text/plain; charset=utf-8",
			"content-disposition": `attachment; filename="evil_x_ ylmth.html.txt"; filename*=UTF-8''evil_x_%20ylmth.html.txt`,
			"content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
			"x-content-type-options": "nosniff",
			"cache-control": "private, no-store",
		});
	});

	it.each([
		["another file's signature", async (id: string) => (await fileLink(makeEnv(), uuid(), Date.now() + 1000)).replace(/t\/[^?]+/, `t/${id}`)],
		["a later end than was signed", async (id: string) => (await fileLink(makeEnv(), id, Date.now() + 1000)).replace(/exp=\d+/, "exp=99999999999")],
		["no end", async (id: string) => `/files/t/${id}`],
		["an end that has come", (id: string) => fileLink(makeEnv(), id, Date.now() - 1)],
		["another key", (id: string) => fileLink(makeEnv({ FILE_SIGNING_KEY: "another" }), id, Date.now() + 1000)],
	])("keeps its files from a link with %s", async (_, link) => {
		const { file } = await filed();
		await expectProblem(await call(await link(file.id)), 404, "unknown-file");
	});

	it("keeps files of forms that were not sent to itself, even with a signed link", async () => {
		const { id } = await uploaded(uuid());
		await expectProblem(await call(await fileLink(makeEnv(), id, Date.now() + 1000)), 404, "unknown-file");
	});

	it("loses files that no ticket took within a day, by cron, and keeps its own as long as its text", async () => {
		const now = setClock("2026-11-20T10:00:00Z");
		const { file: kept } = await filed();
		const { id: left } = await uploaded(uuid());
		await removeEndedFiles(bindings, now + dayMs - 1);
		expect(await stored()).toContain(left);
		await handleCron(makeEnv(), now + dayMs);
		expect(await stored()).not.toContain(left);
		expect(await stored()).toContain(kept.id);
		await bindings.DB.prepare("UPDATE deliveries SET state = 'delivered'").run();
		await handleCron(makeEnv(), now + 364 * dayMs);
		expect(await stored()).toContain(kept.id);
		await handleCron(makeEnv(), now + 366 * dayMs);
		expect(await stored()).not.toContain(kept.id);
		expect(await count("attachments")).toBe(0);
	});
});

describe("the form without JavaScript, with files", () => {
	async function send(fields: Record<string, string>, files: File[]): Promise<Response> {
		const form = new FormData();
		for (const [name, value] of Object.entries(fields)) form.append(name, value);
		for (const file of files) form.append("files", file);
		const request = new Request("https://x.example", { method: "POST", body: form });
		const body = await request.arrayBuffer();
		return call("/contact", {
			method: "POST",
			body,
			headers: { "content-type": request.headers.get("content-type"), "content-length": String(body.byteLength), accept: "text/html" },
		});
	}

	async function words(): Promise<Record<string, string>> {
		return {
			key: uuid(),
			rendered: await renderedAgo(),
			subject: "Import was rejected",
			category: "data-issues",
			description: "It stops with ERR_1005.",
			name: "Ada",
			email: "ada@b.example",
		};
	}

	const shot = () => new File([png], "shot.png");

	it("files them with the ticket", async () => {
		expect((await send(await words(), [shot(), new File(["a,b\n1,2"], "values.csv"), new File([], "")])).status).toBe(303);
		expect(await rows("SELECT name, type FROM attachments WHERE ticket IS NOT NULL ORDER BY name")).toEqual([
			{ name: "shot.png", type: "image/png" },
			{ name: "values.csv", type: "text/plain" },
		]);
	});

	it("is one ticket when it is sent twice", async () => {
		const same = await words();
		const [first, second] = [await send(same, [shot()]), await send(same, [shot()])];
		expect([second.status, second.headers.get("location")]).toEqual([303, first.headers.get("location")]);
		expect([await count("tickets"), await count("attachments")]).toEqual([1, 1]);
	});

	it("says so when it is sent again with a file that the ticket has not", async () => {
		const same = await words();
		const first = await send(same, []);
		const again = await send(same, [shot()]);
		expect([again.status, again.headers.get("location")]).toEqual([303, `${first.headers.get("location")}?done=without-files`]);
		expect(await (await call(again.headers.get("location") ?? "")).text()).toContain("so the files that you chose now were not added.");
		expect([await count("tickets"), await count("attachments")]).toEqual([1, 0]);
	});

	it("keeps them when the form comes back with a mistake", async () => {
		const mistaken = await words();
		const page = await (await send({ ...mistaken, email: "nobody" }, [shot()])).text();
		expect(page).toContain("<ul data-attached-files><li><bdi>shot.png</bdi></li></ul>");
		const attachments = /name="attachments" value="([^"]*)"/.exec(page)?.[1] ?? "";
		expect((await send({ ...mistaken, attachments }, [])).status).toBe(303);
		expect(await count("attachments")).toBe(1);
		expect(await rows("SELECT count(*) AS n FROM attachments WHERE ticket IS NOT NULL")).toEqual([{ n: 1 }]);
	});

	it("says in words which file was not taken, and sends nothing without it in silence", async () => {
		const response = await send(await words(), [shot(), new File([new Uint8Array([0, 1, 2])], "tool.exe")]);
		expect(response.status).toBe(422);
		const page = await response.text();
		expect(page).toContain('<a href="#field-attachments">“tool.exe” was not added: This kind of file is not accepted.');
		expect(page).toMatch(/type="file"[^>]* aria-describedby="error-attachments"/);
		expect(page).toContain("<li><bdi>shot.png</bdi></li>");
		expect(await count("tickets")).toBe(0);
	});
});
