import { describe, expect, it, vi } from "vitest";
import { handleCron } from "#worker/jobs/scheduled.ts";
import {
	call,
	count,
	expectProblem,
	makeEnv,
	makeTicket,
	makeVote,
	mockDesk,
	post,
	postForm,
	renderedAgo,
	rows,
	sendEvents,
	setClock,
	uuid,
	withDesk,
} from "./support.ts";

interface Line {
	level: string;
	event: string;
	requestId?: string;
	[field: string]: unknown;
}

/** What the Worker logs from now on. */
function listen(): { text: () => string; of: (event: string) => Line[]; all: () => Line[] } {
	const lines: string[] = [];
	for (const method of ["log", "error", "warn", "info", "debug"] as const)
		vi.spyOn(console, method).mockImplementation((...words: unknown[]) => void lines.push(words.map(String).join(" ")));
	const all = () => lines.map((line) => JSON.parse(line) as Line);
	return { text: () => lines.join("\n"), all, of: (event) => all().filter((line) => line.event === event) };
}

const talkative = { LOG_LEVEL: "info" };

describe("the id of a request", () => {
	it("is the sender's own where it is a UUID, else a new one, and every answer has it", async () => {
		const own = uuid();
		expect((await call("/api/health", { headers: { "x-request-id": own.toUpperCase() } })).headers.get("x-request-id")).toBe(own);
		for (const wrong of [null, "", "1", "ada@customer.example", "4915112345678", `${own}0`, `${own} ${own}`, "x".repeat(5000)]) {
			const id = (await call("/api/health", { headers: { "x-request-id": wrong } })).headers.get("x-request-id");
			expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
			expect(id).not.toBe(own);
		}
		for (const path of ["/contact", "/no/such/page", "/api/nothing", "/manage", "/api/v1/articles"])
			expect([path, (await call(path, { headers: { "x-request-id": own } })).headers.get("x-request-id")]).toEqual([path, own]);
	});

	it("leads from the browser through the log and the outbox to the desk, at each attempt", async () => {
		const log = listen();
		const id = uuid();
		let status = 503;
		const requests = mockDesk(() => new Response(null, { status }));
		await post("/api/tickets", makeTicket(), { env: { ...withDesk, ...talkative }, headers: { "x-request-id": id } });
		status = 200;
		setClock(Date.now() + 60_000);
		await handleCron(makeEnv({ ...withDesk, ...talkative }), Date.now());
		expect(requests.map(({ headers }) => headers.get("x-request-id"))).toEqual([id, id]);
		expect(await rows("SELECT state, request_id FROM deliveries")).toEqual([{ state: "delivered", request_id: id }]);
		expect(log.of("request")).toEqual([
			{ level: "info", event: "request", requestId: id, method: "POST", route: "/api/tickets", status: 201, ms: expect.any(Number) },
		]);
		const attempt = { level: "info", event: "delivery", delivery: expect.any(String), destination: "desk", requestId: id, ms: expect.any(Number) };
		expect(log.of("delivery")).toEqual([
			{ ...attempt, attempts: 1, outcome: "retry" },
			{ ...attempt, attempts: 2, outcome: "delivered" },
		]);
	});

	it("of a note is that of the note, not of its ticket", async () => {
		const requests = mockDesk(() => new Response());
		const [first, second] = [uuid(), uuid()];
		const { statusUrl } = await (await post("/api/tickets", makeTicket(), { env: withDesk, headers: { "x-request-id": first } })).json<{ statusUrl: string }>();
		const token = statusUrl.split("/").at(-1) ?? "";
		await post("/api/tickets/notes", { token, key: uuid(), text: "One more thing." }, { env: withDesk, headers: { "x-request-id": second } });
		expect(requests.map(({ headers }) => headers.get("x-request-id"))).toEqual([first, second]);
	});

	it("of a ticket that came twice is that of the first time", async () => {
		const ticket = makeTicket();
		const first = uuid();
		await post("/api/tickets", ticket, { headers: { "x-request-id": first } });
		await post("/api/tickets", ticket, { headers: { "x-request-id": uuid() } });
		expect(await rows("SELECT request_id FROM deliveries")).toEqual([{ request_id: first }]);
	});

	it("names what failed in the log", async () => {
		const log = listen();
		const id = uuid();
		const DB = {
			prepare: () => {
				throw new Error("boom");
			},
		} as unknown as D1Database;
		await expectProblem(await call("/api/popular", { env: { DB }, headers: { "x-request-id": id } }), 500, "failed");
		expect(log.all()).toEqual([
			{ level: "error", event: "request_failed", requestId: id, method: "GET", route: "/api/popular", error: "Error", message: "boom", at: expect.any(String) },
		]);
	});
});

describe("the log", () => {
	it("tells the pattern of an address, never the address", async () => {
		const log = listen();
		const secret = "k9Qz7mXw2Lp4Rt8Vb3Nc6Hd1";
		const asked: [string, string, string?][] = [
			["/api/health", "/api/health"],
			[`/status/${secret}`, "/status/:token"],
			[`/files/t/${secret}`, "/files/t/:id"],
			[`/search/?q=${secret}`, "/search"],
			[`/de/search/?q=${secret}`, "/:locale/search"],
			[`/api/tickets/by-key/${secret}`, "/api/tickets/by-key/:key"],
			[`/api/${secret}`, "/api/*"],
			[`/${secret}`, "/*"],
			["/api/votes", "/api/votes", "PUT"],
		];
		for (const [path, , method] of asked) await call(path, { env: talkative, ...(method && { method }) });
		expect(log.of("request").map(({ route }) => String(route).replace(/\/$/, ""))).toEqual(asked.map(([, route]) => route));
		expect(log.text()).not.toContain(secret);
	});

	it("is one object a line and holds nothing that anybody typed, whatever goes wrong", async () => {
		const log = listen();
		const words = ["Wilhelmina", "Quarrington", "w.quarrington@customer.example", "+49 151 23456789", "4111 1111 1111 1111", "zebra-crossing", "203.0.113.77"];
		const [given, family, email = "", phone, card, rare, address = ""] = words;
		const text = `${given} ${family}, ${phone}, card ${card}: the ${rare} broke`;
		const desk = { ...withDesk, ...talkative };
		const headers = {
			"x-dev-network": address,
			"user-agent": `Mozilla/5.0 ${rare}`,
			referer: `https://centre.example/?q=${rare}`,
			"cf-connecting-ip": address,
		};
		// A desk that says in its refusal what it was sent, one that fails, one that is not there.
		const answers = [
			async (request: Request) => new Response(JSON.stringify({ message: `"${text}" was refused`, sent: await request.text() }), { status: 422 }),
			() => Promise.reject(new Error(`no way to ${text} ${email}`)),
			() => new Response(text, { status: 503 }),
		];
		for (const answer of answers) {
			mockDesk(answer);
			expect(
				(await post("/api/tickets", makeTicket({ name: `${given} ${family}`, email, subject: text, description: text }), { env: desk, headers })).status,
			).toBe(201);
		}
		const form = { key: uuid(), rendered: await renderedAgo(), subject: text, category: "other", description: text, name: `${given}`, email };
		await postForm("/contact", { ...form, email: `${email} ${text}` }, { env: desk, headers });
		await postForm("/contact", form, { env: desk, headers });
		await sendEvents([{ id: uuid(), type: "search_settled", query: text, results: 0 }], { env: desk, headers });
		await post("/api/answers", { question: `${text}?`, place: "search", locale: "en" }, { env: desk, headers });
		await post("/api/votes", makeVote({ helpful: "no", comment: text }), { env: desk, headers });
		for (const body of [text, `{"subject": "${text}"`, `{"${text}": 1}`]) await post("/api/tickets", body, { env: desk, headers });
		for (const path of [`/search/?q=${encodeURIComponent(text)}`, `/contact?q=${encodeURIComponent(text)}`, `/${encodeURIComponent(text)}`])
			await call(path, { env: desk, headers });
		const broken = {
			prepare: (sql: string) => {
				throw new Error(`D1_ERROR: near "${text}": ${email} in ${sql.length} letters`);
			},
		} as unknown as D1Database;
		for (const path of [`/api/popular?q=${rare}`, `/status/${rare}`]) await call(path, { env: { ...desk, DB: broken }, headers });
		await post("/api/tickets", makeTicket({ subject: text, email }), { env: { ...desk, DB: broken }, headers });
		await handleCron(makeEnv(desk), Date.now());
		expect(await count("tickets")).toBeGreaterThanOrEqual(4);

		expect(log.all().length).toBeGreaterThan(20);
		expect(log.all().every(({ level, event }) => /^(?:info|warn|error)$/.test(level) && /^[a-z_]+$/.test(event))).toBe(true);
		expect(["request", "delivery", "delivery_dead", "request_failed", "cron"].filter((event) => log.of(event).length === 0)).toEqual([]);
		for (const word of words) expect(log.text(), word).not.toContain(word);
		// The random digits of an id may well hold those of a card.
		const withoutIds = log
			.text()
			.toLowerCase()
			.replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, "[id]");
		for (const word of [encodeURIComponent(email), text.toLowerCase(), "23456789", "4111"]) expect(withoutIds, word).not.toContain(word);
	});
});
