import { describe, expect, it } from "vitest";
import { call, count, db, everything, expectProblem, makeTicket, rows } from "./support.ts";

const product = "https://app.product.example";
const env = { WIDGET_ORIGINS: `${product}, https://*.teams.example` };
const foreign = (origin: string, more: Record<string, string | null> = {}) => ({ origin, "sec-fetch-site": "cross-site", ...more });
const preflight = (path: string, origin: string, method = "POST") =>
	call(path, {
		method: "OPTIONS",
		env,
		headers: foreign(origin, { "access-control-request-method": method, "access-control-request-headers": "accept-language,content-type" }),
	});
const post = (path: string, body: unknown, origin: string, settings: Record<string, string> = env) =>
	call(path, { method: "POST", env: settings, headers: foreign(origin, { "content-type": "application/json" }), body: JSON.stringify(body) });
const viewed = () => ({ locale: "en", events: [{ id: crypto.randomUUID(), type: "page_viewed", path: "/" }] });

describe("a page of the product", () => {
	it("may ask and send what the widget needs, without credentials", async () => {
		for (const path of ["/api/events", "/api/votes", "/api/tickets", `/api/tickets/by-key/${crypto.randomUUID()}`, "/api/answers", "/api/promise"]) {
			const { status, headers } = await preflight(path, product);
			expect([path, status, headers.get("access-control-allow-origin")]).toEqual([path, 204, product]);
			expect(headers.get("access-control-allow-headers")).toBe("Accept,Accept-Language,Content-Type");
			expect(headers.get("access-control-allow-methods")).toBe("GET,HEAD,POST");
			expect(headers.get("access-control-allow-credentials")).toBeNull();
			expect(headers.get("vary")).toContain("Origin");
		}
	});

	it("reads what came of it, also a refusal", async () => {
		const stored = await post("/api/events", viewed(), product);
		expect([stored.status, stored.headers.get("access-control-allow-origin"), stored.headers.get("vary")]).toEqual([202, product, "Origin"]);
		const refused = await post("/api/votes", { article: "nothing" }, product);
		expect(refused.headers.get("access-control-allow-origin")).toBe(product);
		await expectProblem(refused, 422, "invalid");
		const promise = await call("/api/promise?priority=P3", { env, headers: foreign(product) });
		expect([promise.status, promise.headers.get("access-control-allow-origin"), promise.headers.get("vary")]).toEqual([
			200,
			product,
			"Accept-Language, Origin",
		]);
		expect(promise.headers.get("access-control-allow-credentials")).toBeNull();
	});

	it("files a ticket that says where it came from, with its trail", async () => {
		const trail = [{ kind: "search" as const, query: "import rejected", results: 2 }];
		const response = await post("/api/tickets", makeTicket({ trail }), product);
		expect(response.status).toBe(201);
		expect(await rows("SELECT channel FROM tickets")).toEqual([{ channel: "widget" }]);
		expect(await everything()).toContain("import rejected");
	});

	it("finds what became of a form whose answer was lost", async () => {
		const ticket = makeTicket();
		await post("/api/tickets", ticket, product);
		const found = await call(`/api/tickets/by-key/${ticket.key}`, { env, headers: foreign(product) });
		expect([found.status, found.headers.get("access-control-allow-origin")]).toEqual([200, product]);
	});

	it("may be any one name below a domain with a star", async () => {
		expect((await post("/api/events", viewed(), "https://red.teams.example")).status).toBe(202);
	});
});

describe("a page of nobody's list", () => {
	it.each([
		["another site", "https://evil.example"],
		["no origin that it would name", "null"],
		["the product's name in a longer one", "https://app.product.example.evil.example"],
		["the product's name behind another one", "https://evil-app.product.example"],
		["another scheme", "http://app.product.example"],
		["another port", "https://app.product.example:8443"],
		["other letters", "https://APP.product.example"],
		["the domain of a star itself", "https://teams.example"],
		["two names below a star", "https://a.b.teams.example"],
		["a name that only ends alike", "https://evilteams.example"],
		["an address in the place of a star", "https://evil.example/.teams.example"],
		["a user in the place of a star", "https://evil.example@x.teams.example"],
	])("is refused: %s", async (_, origin) => {
		expect((await preflight("/api/tickets", origin)).headers.get("access-control-allow-origin")).toBeNull();
		const response = await post("/api/tickets", makeTicket(), origin);
		expect(response.headers.get("access-control-allow-origin")).toBeNull();
		await expectProblem(response, 403, "cross-site");
		expect((await call("/api/promise?priority=P3", { env, headers: foreign(origin) })).headers.get("access-control-allow-origin")).toBeNull();
		expect(await count("tickets")).toBe(0);
	});

	it("is everybody where no origin is named", async () => {
		await expectProblem(await post("/api/events", viewed(), product, {}), 403, "cross-site");
	});
});

it("opens nothing but what the widget needs", async () => {
	for (const path of ["/api/attachments", "/api/tickets/notes", "/api/reports/overview", "/api/deliveries", "/api/desk/updates"]) {
		expect([path, (await preflight(path, product)).headers.get("access-control-allow-origin")]).toEqual([path, null]);
		const answer = await post(path, {}, product);
		expect([path, answer.headers.get("access-control-allow-origin")]).toEqual([path, null]);
		expect([path, answer.ok]).toEqual([path, false]);
	}
	expect(await db.prepare("SELECT count(*) AS count FROM ticket_notes").first("count")).toBe(0);
});
