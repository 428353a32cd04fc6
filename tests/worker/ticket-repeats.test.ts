import { SignJWT } from "jose";
import { describe, expect, it } from "vitest";
import { limits } from "#contract/limits.ts";
import type { PromiseAnswer, TicketAnswer } from "#contract/tickets.ts";
import { handleCron } from "#worker/jobs/scheduled.ts";
import { dayMs } from "#worker/lib/days.ts";
import {
	call,
	count,
	db,
	everything,
	expectProblem,
	makeEnv,
	makeTicket,
	mockDesk,
	newToken,
	post,
	postForm,
	rows,
	setClock,
	uuid,
	withDesk,
	type Settings,
} from "./support.ts";

const file = (changes: Parameters<typeof makeTicket>[0] = {}, options: Parameters<typeof post>[2] = {}) => post("/api/tickets", makeTicket(changes), options);
const answerOf = (response: Response) => response.json<TicketAnswer>();
const tokenOf = ({ statusUrl }: TicketAnswer) => statusUrl.slice("/status/".length);
const contents = async () =>
	(await rows<{ content: string }>("SELECT content FROM tickets ORDER BY rowid")).map(({ content }) => JSON.parse(content) as Record<string, unknown>);

describe("a key whose answer was lost", () => {
	it("leads back to its ticket", async () => {
		const ticket = makeTicket();
		const answer = await answerOf(await post("/api/tickets", ticket));
		const found = await call(`/api/tickets/by-key/${ticket.key}`);
		expect(found.status).toBe(200);
		expect(found.headers.get("cache-control")).toBe("no-store");
		expect(await found.json()).toEqual(answer);
	});

	it.each([uuid(), "00000000-0000-0000-0000-000000000000", "x", "%27%20OR%201=1--"])("leads nowhere when it is %s", async (key) => {
		await file();
		await expectProblem(await call(`/api/tickets/by-key/${key}`), 404, "unknown-ticket");
	});

	it("is not looked up when others can guess it", async () => {
		const key = "1b9d6f5e-3c1a-11ee-9a44-1d2b3c4d5e6f";
		expect((await file({ key })).status).toBe(201);
		await expectProblem(await call(`/api/tickets/by-key/${key}`), 404, "unknown-ticket");
	});

	it("makes an edited text a note on the ticket, once, which the desk gets", async () => {
		const requests = mockDesk(() => Response.json({ reference: "DESK-1" }));
		const token = tokenOf(await answerOf(await file({}, { env: withDesk })));
		const note = { token, key: uuid(), text: "It is ERR_1006, not 1005." };
		const answers = [await post("/api/tickets/notes", note, { env: withDesk }), await post("/api/tickets/notes", note, { env: withDesk })];
		expect(answers.map(({ status }) => status)).toEqual([201, 200]);
		expect(await answers[0]?.json()).toEqual({ statusUrl: `/status/${token}` });
		expect(await rows("SELECT kind, text FROM ticket_notes")).toEqual([{ kind: "note", text: note.text }]);
		expect(JSON.stringify(await requests[1]?.json())).toContain("ERR_1006");
		expect(await (await call(`/status/${token}`)).text()).toContain("It is ERR_1006, not 1005.");
	});

	it("adds nothing to a ticket whose link is not known, and not without end", async () => {
		await expectProblem(await post("/api/tickets/notes", { token: newToken(), key: uuid(), text: "Hello" }), 404, "unknown-ticket");
		const token = tokenOf(await answerOf(await file()));
		await expectProblem(await post("/api/tickets/notes", { token, key: uuid(), text: "  " }), 422, "invalid");
		for (let index = 0; index < limits.notesPerTicketAndHour; index++)
			expect((await post("/api/tickets/notes", { token, key: uuid(), text: `Note ${index}` })).status).toBe(201);
		await expectProblem(await post("/api/tickets/notes", { token, key: uuid(), text: "One more" }), 429, "note-cap");
	});
});

describe("the same text within a day", () => {
	const email = "ada@customer.example";
	const again = { subject: "  import WAS rejected ", description: "The import of March\nstops with err_1005.", email };

	it("leads the browser that holds the link to its ticket, and stores nothing", async () => {
		const first = await answerOf(await file({ email }));
		const response = await file({ ...again, known: [newToken(), tokenOf(first)] });
		expect(response.status).toBe(200);
		expect(await response.json()).toEqual({ ...first, duplicate: true });
		expect([await count("tickets"), await count("deliveries")]).toEqual([1, 1]);
	});

	it("is a ticket of its own for anybody else, answered as any other", async () => {
		const first = await answerOf(await file({ email: "ada@b.example" }));
		const strangers = await Promise.all([
			file({ ...again, email: "ada@b.example" }),
			file({ ...again, known: [newToken()] }),
			file({ subject: "Something else" }),
		]);
		for (const response of strangers) {
			expect(response.status).toBe(201);
			const answer = await answerOf(response);
			expect(Object.keys(answer)).toEqual(Object.keys(first));
			expect(answer.statusUrl).not.toBe(first.statusUrl);
			const page = await (await call(answer.statusUrl)).text();
			expect(page).not.toContain(first.reference);
			expect(page).not.toContain(first.statusUrl);
		}
	});

	it("is found over midnight, and no more after a day", async () => {
		const start = setClock("2026-11-20T20:00:00Z");
		const known = [tokenOf(await answerOf(await file({ email })))];
		setClock(start + dayMs - 1000);
		expect((await file({ known, email })).status).toBe(200);
		setClock(start + dayMs);
		expect((await file({ known, email })).status).toBe(201);
	});

	it("is a new ticket when the earlier one is closed, by the customer or by the desk", async () => {
		const first = await answerOf(await file({ email }));
		await postForm(`${first.statusUrl}/close`, { key: uuid() });
		const second = await answerOf(await file({ ...again, known: [tokenOf(first)] }));
		expect([second.duplicate, second.reference === first.reference]).toEqual([undefined, false]);
		await db.prepare("UPDATE tickets SET desk_status = 'solved', desk_status_at = created_at WHERE reference = ?1").bind(second.reference).run();
		expect((await file({ ...again, known: [tokenOf(first), tokenOf(second)] })).status).toBe(201);
	});

	it("is a new ticket where it names another address to answer to", async () => {
		const known = [tokenOf(await answerOf(await file({ email: "ada@custmer.example" })))];
		expect((await file({ known, email: "ada@customer.example" })).status).toBe(201);
		expect((await file({ known, email: "ADA@custmer.example" })).status).toBe(200);
	});

	it("is a new ticket when it has become more urgent or brings a file; never when less urgent", async () => {
		const known = [tokenOf(await answerOf(await file({ email, impairment: "major" })))];
		expect((await file({ known, email, impairment: "minor" })).status).toBe(200);
		expect((await file({ known, email, impairment: "blocked" })).status).toBe(201);
		const key = uuid();
		const upload = await call("/api/attachments", {
			method: "POST",
			body: "a log",
			headers: { "content-length": "5", "x-form-key": key, "x-file-name": "a.log" },
		});
		const { id } = await upload.json<{ id: string }>();
		expect((await file({ key, known, email, attachments: [id] })).status).toBe(201);
	});

	it("leaves no hash behind that a list of texts could be tried on: no two days, no plain one, nothing after two days", async () => {
		const start = setClock("2026-11-20T12:00:00Z");
		await file();
		const hashes = await rows<{ hash: string }>("SELECT hash FROM ticket_texts");
		expect(new Set(hashes.map(({ hash }) => hash)).size).toBe(2);
		const plain = await crypto.subtle.digest("SHA-256", new TextEncoder().encode("import was rejected\nthe import of march stops with err_1005."));
		expect(await everything()).not.toContain(btoa(String.fromCharCode(...new Uint8Array(plain))).slice(0, 20));
		await handleCron(makeEnv(), start + 2 * dayMs + 3_600_000);
		expect(await count("ticket_texts")).toBe(0);
	});
});

describe("a signed identity", () => {
	const secret = "a secret that the product and the Worker share";
	const env: Settings = { IDENTITY_SECRET: secret };
	const claims = { email: "ada@b.example", name: "Ada Example", company: "Example Ltd", tier: "enterprise" };

	function signed({ claims: own = claims, key = secret, audience = "https://centre.example", life = 600, alg = "HS256" } = {}): Promise<string> {
		const now = Math.floor(Date.now() / 1000);
		return new SignJWT(own)
			.setProtectedHeader({ alg })
			.setAudience(audience)
			.setIssuedAt(now)
			.setExpirationTime(now + life)
			.sign(new TextEncoder().encode(key));
	}

	it.each([
		["enterprise", "P1", "2026-11-20T10:07:00.000Z"],
		["free", "P1", "2026-11-20T14:00:00.000Z"],
		["enterprise", "P3", "2026-11-20T12:00:00.000Z"],
		["starter", "P3", "2026-11-20T18:00:00.000Z"],
		["business", "P3", "2026-11-20T14:00:00.000Z"],
	])("of tier %s answers %s by %s", async (tier, priority, promised) => {
		setClock("2026-11-20T10:00:00Z");
		const { promisedAt } = await answerOf(
			await file(
				{
					email: "ada@b.example",
					identity: await signed({ claims: { ...claims, tier } }),
					...(priority === "P1" ? { risk: "lost" } : { impairment: "blocked" }),
				},
				{ env },
			),
		);
		expect(promisedAt).toBe(promised);
		expect((await contents())[0]).toMatchObject({ plan: tier, remarks: [] });
	});

	it.each([
		["another key", () => signed({ key: "a secret of somebody else, long enough" })],
		["another site", () => signed({ audience: "https://other.example" })],
		["an end that has come", () => signed({ life: -60 })],
		["a life of more than an hour", () => signed({ life: 4000 })],
		["another algorithm", () => signed({ alg: "HS512" })],
		["a tier that is none", () => signed({ claims: { ...claims, tier: "platinum" } })],
		["no signature at all", async () => `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify({ ...claims, aud: "https://centre.example", exp: 9e9 }))}.`],
		["no sense", async () => "hello"],
	])("with %s is ignored: the ticket is filed by the standard targets, and the agent is told", async (_, identity) => {
		setClock("2026-11-20T10:00:00Z");
		const response = await file({ impairment: "blocked", identity: await identity() }, { env });
		expect(response.status).toBe(201);
		expect((await answerOf(response)).promisedAt).toBe("2026-11-20T14:00:00.000Z");
		const [content] = await contents();
		expect(content).not.toHaveProperty("plan");
		expect(content?.["remarks"]).toEqual([
			"An identity was sent along, but its signature does not hold or has ended: the standard promise applies, and who wrote is not proven.",
		]);
	});

	it("is nothing where no secret is configured, and a typed address has no tier", async () => {
		setClock("2026-11-20T10:00:00Z");
		for (const response of [
			await file({ impairment: "blocked", identity: await signed() }),
			await file({ impairment: "blocked", email: claims.email }, { env }),
		])
			expect((await answerOf(response)).promisedAt).toBe("2026-11-20T14:00:00.000Z");
		expect((await contents()).map(({ remarks }) => remarks)).toEqual([[], []]);
	});

	it("names its person to the agent when another address was typed, and reaches the desk with the plan", async () => {
		const requests = mockDesk(() => Response.json({ reference: "DESK-1" }));
		await file({ email: "other@b.example", identity: await signed() }, { env: { ...env, ...withDesk } });
		const body = JSON.stringify(await requests[0]?.json());
		expect(body).toContain('"tier":"enterprise"');
		expect((await contents())[0]?.["remarks"]).toEqual([
			"The product signed this customer in as Ada Example <ada@b.example>; the address for the answer was typed.",
		]);
	});

	it("is not stored itself", async () => {
		const identity = await signed();
		await file({ identity }, { env });
		expect(await everything()).not.toContain(identity.slice(-20));
	});
});

describe("the promise before anything is sent", () => {
	it("is that of the standard targets, in the reader's zone", async () => {
		setClock("2026-11-20T16:00:00Z");
		const response = await call("/api/promise?priority=P3&timeZone=America/New_York");
		expect(await response.json<PromiseAnswer>()).toEqual({
			promisedAt: "2026-11-23T11:00:00.000Z",
			promisedInWords: "Monday 23 November, 06:00 (America/New York)",
			staffed: true,
			formOnly: false,
		});
		expect(response.headers.get("cache-control")).toBe("public, max-age=60");
		await expectProblem(await call("/api/promise?priority=P9"), 422, "invalid");
	});
});
