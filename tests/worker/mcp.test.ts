import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { describe, expect, it, vi } from "vitest";
import { bindings, call, db, origin, setClock, type Settings } from "./support.ts";

/** What the person is asked, and what they answer. */
type Person = ((message: string) => { action: "accept" | "decline"; content?: { send: boolean } }) | null;

/** The official client, whose requests go to the Worker without a network. Without a person it cannot ask anybody. */
async function connect(person: Person = null, { era = "auto", env = {} }: { era?: "auto" | "legacy"; env?: Settings } = {}): Promise<Client> {
	const client = new Client({ name: "test", version: "1" }, { capabilities: person ? { elicitation: { form: {} } } : {}, versionNegotiation: { mode: era } });
	if (person)
		client.setRequestHandler("elicitation/create", ({ params }) => {
			return person(params.message);
		});
	const transport = new StreamableHTTPClientTransport(new URL(`${origin}/mcp`), {
		fetch: (url, init) =>
			call(new URL(url).pathname, {
				method: init?.method ?? "GET",
				body: (init?.body ?? null) as string | null,
				headers: { "sec-fetch-site": null, ...Object.fromEntries(new Headers(init?.headers)) },
				env,
			}),
	});
	await client.connect(transport);
	return client;
}

function textOf(result: Awaited<ReturnType<Client["callTool"]>>): string {
	return result.content.map((part) => (part.type === "text" ? part.text : "")).join("");
}

const message = {
	subject: "The import fails",
	description: "Every row is rejected since this morning.",
	category: "data-issues",
	name: "Ada Example",
	email: "ada@example.com",
};

const tickets = async () => (await db.prepare("SELECT count(*) AS n FROM tickets").first<{ n: number }>())?.n;

describe.each(["auto", "legacy"] as const)("an assistant (%s protocol)", (era) => {
	it("finds the tools", async () => {
		const { tools } = await (await connect(null, { era })).listTools();
		expect(tools.map(({ name }) => name)).toEqual(["search_articles", "get_article", "list_categories", "create_ticket"]);
	});

	it("searches, reads what it finds, and lists topics", async () => {
		const client = await connect(null, { era });
		const found = await client.callTool({ name: "search_articles", arguments: { query: "spredsheet" } });
		expect(found.structuredContent).toMatchObject({ answered: true, results: [{ id: "data-entry/import" }] });
		expect(textOf(found)).toContain("https://centre.example/data-entry/import/");
		expect(textOf(await client.callTool({ name: "get_article", arguments: { id: "data-entry/import" } }))).toContain("# How do I import values?");
		expect(textOf(await client.callTool({ name: "list_categories", arguments: {} }))).toContain("data-entry: Data entry");
	});

	it("reads in the language that it asks for", async () => {
		const client = await connect(null, { era });
		const found = await client.callTool({ name: "search_articles", arguments: { query: "Werte importieren", locale: "de" } });
		expect(found.structuredContent).toMatchObject({ results: [{ id: "data-entry/import", locale: "de" }] });
		const article = await client.callTool({ name: "get_article", arguments: { id: "data-entry/import", locale: "de" } });
		expect(textOf(article)).toContain("# Wie importiere ich Werte?");
		expect(textOf(await client.callTool({ name: "list_categories", arguments: { locale: "de" } }))).toContain("data-entry: Daten eingeben");
	});

	it("is told that nothing answers", async () => {
		const found = await (await connect(null, { era })).callTool({ name: "search_articles", arguments: { query: "sourdough bread" } });
		expect(found.structuredContent).toMatchObject({ answered: false });
	});

	it("is told what is wrong with what it asks", async () => {
		const client = await connect(null, { era });
		const missing = await client.callTool({ name: "get_article", arguments: { id: "data-entry/nothing" } });
		expect([missing.isError, textOf(missing)]).toEqual([true, expect.stringContaining("search_articles")]);
		const language = await client.callTool({ name: "search_articles", arguments: { query: "import", locale: "xx" } });
		expect([language.isError, textOf(language)]).toEqual([true, "Some of what was sent does not fit.\n- locale: must be one of en, de, es, ar"]);
	});

	it("that cannot ask a person is given a link to the form, and files nothing", async () => {
		const result = await (await connect(null, { era })).callTool({ name: "create_ticket", arguments: message });
		expect(textOf(result)).toContain("https://centre.example/contact/?q=The+import+fails");
		const german = await (await connect(null, { era })).callTool({ name: "create_ticket", arguments: { ...message, locale: "de" } });
		expect(textOf(german)).toContain("https://centre.example/de/contact/?q=The+import+fails");
		expect(await tickets()).toBe(0);
	});
});

describe("a message by an assistant", () => {
	it("is sent when the person has seen all of it and agreed", async () => {
		let asked = "";
		const client = await connect((text) => {
			asked = text;
			return { action: "accept", content: { send: true } };
		});
		const result = await client.callTool({ name: "create_ticket", arguments: message });
		for (const part of ["The import fails", "Every row is rejected", "ada@example.com", "will answer by"]) expect(asked).toContain(part);
		// Nothing that somebody writes can push away where the answer goes, or stand in its place.
		expect(asked.indexOf("ada@example.com")).toBeLessThan(asked.indexOf("The import fails"));
		expect(result.structuredContent).toMatchObject({ reference: expect.stringMatching(/^[A-Z]+-/) as string });
		expect(await db.prepare("SELECT channel FROM tickets").first()).toEqual({ channel: "assistant" });
	});

	it("is shown and stored in the language of the person", async () => {
		let asked = "";
		const client = await connect((text) => {
			asked = text;
			return { action: "accept", content: { send: true } };
		});
		await client.callTool({ name: "create_ticket", arguments: { ...message, locale: "de", tried: "Neu gestartet" } });
		for (const part of ["Diese Nachricht", "Thema: Daten eingeben oder importieren", "Was ich versucht habe: Neu gestartet", "Ein Mensch antwortet bis"])
			expect(asked).toContain(part);
		expect(await db.prepare("SELECT locale FROM tickets").first()).toEqual({ locale: "de" });
	});

	it("is not put before the person in a language, or on a topic, that the centre does not have", async () => {
		const asked: string[] = [];
		const client = await connect((text) => {
			asked.push(text);
			return { action: "accept", content: { send: true } };
		});
		for (const wrong of [{ locale: "xx" }, { category: "nothing" }])
			expect(await client.callTool({ name: "create_ticket", arguments: { ...message, ...wrong } })).toMatchObject({ isError: true });
		expect(asked).toEqual([]);
	});

	it.each([
		["declines", { action: "decline" as const }],
		["does not tick the box", { action: "accept" as const, content: { send: false } }],
	])("is not sent when the person %s", async (_, answer) => {
		const result = await (await connect(() => answer)).callTool({ name: "create_ticket", arguments: message });
		expect(textOf(result)).toContain("Nothing was sent");
		expect(await tickets()).toBe(0);
	});

	it("shows how urgent it is said to be, and no sign that turns words round", async () => {
		let asked = "";
		const client = await connect((text) => {
			asked = text;
			return { action: "decline" };
		});
		const loud = { impairment: "blocked", affected: "everyone", risk: "lost", name: "Ada\u202emoc.elpmaxe@live\u202c" };
		await client.callTool({ name: "create_ticket", arguments: { ...message, ...loud } });
		for (const part of ["I cannot go on at all", "Everyone in our organisation", "data is already lost"]) expect(asked).toContain(part);
		expect(asked).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
	});

	it("is not sent without an address to answer to", async () => {
		const client = await connect(() => ({ action: "accept", content: { send: true } }));
		const result = await client.callTool({ name: "create_ticket", arguments: { ...message, email: "nobody" } });
		expect(result.isError).toBe(true);
		expect(await tickets()).toBe(0);
	});

	it("meets the same limits as the form", async () => {
		const client = await connect(() => ({ action: "accept", content: { send: true } }));
		const results = [];
		for (let number = 0; number < 25; number++)
			results.push(
				textOf(await client.callTool({ name: "create_ticket", arguments: { ...message, email: `ada${number}@example.com`, subject: `Import ${number}` } })),
			);
		expect(await tickets()).toBe(20);
		expect(results.at(-1)).toContain("Too many messages");
		const german = { ...message, locale: "de", email: "ada25@example.com" };
		expect(textOf(await client.callTool({ name: "create_ticket", arguments: german }))).toContain("Zu viele Nachrichten in kurzer Zeit.");
	});

	it("becomes a link where the centre asks for a sign that somebody is a person", async () => {
		const client = await connect(() => ({ action: "accept", content: { send: true } }), { env: { TURNSTILE_SITE_KEY: "key", TURNSTILE_SECRET: "secret" } });
		expect(textOf(await client.callTool({ name: "create_ticket", arguments: message }))).toContain("/contact/");
		expect(await tickets()).toBe(0);
	});
});

describe("the address of the protocol", () => {
	const post = (body: unknown, headers: Record<string, string> = {}) =>
		call("/mcp", {
			method: "POST",
			body: JSON.stringify(body),
			headers: { "content-type": "application/json", accept: "application/json, text/event-stream", ...headers },
		});

	const meta = {
		"io.modelcontextprotocol/protocolVersion": "2026-07-28",
		"io.modelcontextprotocol/clientInfo": { name: "test", version: "1" },
		"io.modelcontextprotocol/clientCapabilities": { elicitation: { form: {} } },
	};
	const current = { "mcp-protocol-version": "2026-07-28" };

	it("refuses a page whose host leads here by a name of its own (DNS rebinding), and lets the centre's own ask", async () => {
		const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list" });
		const asking = (at: string, from: string, env: Settings) =>
			call("/mcp", {
				method: "POST",
				at,
				body,
				env,
				headers: {
					"content-type": "application/json",
					accept: "application/json, text/event-stream",
					origin: from,
					"sec-fetch-site": null,
					"x-dev-network": null,
				},
			});
		const statuses = [
			await asking("http://evil.example:8787", "http://evil.example:8787", {}),
			await asking("https://evil.example", "https://evil.example", { MODE: "production" }),
			await asking(origin, "null", {}),
			await asking(origin, origin, {}),
			await asking("https://tier-zero.example.workers.dev", "https://centre.example", { MODE: "production" }),
		].map(({ status }) => status);
		expect(statuses).toEqual([403, 403, 403, 200, 200]);
	});

	it("takes one message a request, so that none carries many past the rate limit", async () => {
		const search = (id: number) => ({ jsonrpc: "2.0", id, method: "tools/call", params: { name: "search_articles", arguments: { query: "spreadsheet" } } });
		for (const batch of [[search(1)], Array.from({ length: 100 }, (_, id) => search(id))]) {
			const response = await post(batch);
			expect([response.status, await response.json()]).toMatchObject([400, { error: { code: -32600 } }]);
		}
		expect((await post(search(1))).status).toBe(200);
	});

	it("keeps the words of a fault of its own out of what a tool answers, and logs them", async () => {
		const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
		const fetch = (request: Request) =>
			new URL(request.url).pathname.startsWith("/_site/library/") ? Promise.reject(new Error("secret of the inside")) : bindings.ASSETS.fetch(request);
		const client = await connect(null, { era: "legacy", env: { ASSETS: { fetch } as unknown as Fetcher } });
		// In a language that nobody has asked for yet: it is remembered by this isolate.
		const result = await client.callTool({ name: "list_categories", arguments: { locale: "ar" } });
		expect([result.isError, textOf(result)]).toEqual([true, expect.not.stringContaining("inside")]);
		expect(logged.mock.calls.flat().join("")).toContain("secret of the inside");
	});

	it.each<[string, number, number, object, Record<string, string>?]>([
		[
			"a call whose body names another method than its header",
			400,
			-32020,
			{ method: "tools/list", params: { _meta: meta } },
			{ ...current, "mcp-method": "tools/call" },
		],
		[
			"a call without the header that names its method",
			400,
			-32020,
			{ method: "tools/list", params: { _meta: meta } },
			{ "mcp-protocol-version": "2026-07-28" },
		],
		[
			"a call whose body names another tool than its header",
			400,
			-32020,
			{ method: "tools/call", params: { name: "get_article", _meta: meta } },
			{ ...current, "mcp-method": "tools/call", "mcp-name": "list_categories" },
		],
		["a body that says its revision and a header that does not", 400, -32020, { method: "tools/list", params: { _meta: meta } }],
		["a header that says its revision and a body that does not", 400, -32602, { method: "tools/list" }, { ...current, "mcp-method": "tools/list" }],
		[
			"a program that does not say what it can do",
			400,
			-32602,
			{ method: "tools/list", params: { _meta: { ...meta, "io.modelcontextprotocol/clientCapabilities": undefined } } },
			{ ...current, "mcp-method": "tools/list" },
		],
		[
			"a revision that is not spoken yet",
			400,
			-32022,
			{ method: "tools/list", params: { _meta: { ...meta, "io.modelcontextprotocol/protocolVersion": "2099-01-01" } } },
			{ "mcp-protocol-version": "2099-01-01", "mcp-method": "tools/list" },
		],
		["a revision that never was", 400, -32000, { method: "tools/list" }, { "mcp-protocol-version": "1999-01-01" }],
		["a method that is not there", 404, -32601, { method: "resources/list", params: { _meta: meta } }, { ...current, "mcp-method": "resources/list" }],
		["the same in an earlier revision", 200, -32601, { method: "resources/list" }],
		["a tool that is not there", 200, -32602, { method: "tools/call", params: { name: "constructor", arguments: {} } }],
		["a call without a tool", 200, -32602, { method: "tools/call", params: {} }],
		["a call whose arguments are a list", 200, -32602, { method: "tools/call", params: { name: "list_categories", arguments: [] } }],
		["parameters that are a list", 400, -32600, { method: "tools/list", params: [] }],
	])("refuses %s, and says which request it means", async (_, status, code, message, headers = {}) => {
		const response = await post({ jsonrpc: "2.0", id: "seven", ...message }, headers);
		expect([response.status, await response.json()]).toMatchObject([status, { jsonrpc: "2.0", id: "seven", error: { code } }]);
	});

	it.each(["GET", "DELETE", "PUT"])("keeps nothing open and no sessions: %s is not taken", async (method) => {
		const response = await call("/mcp", { method, headers: { accept: "text/event-stream", "sec-fetch-site": null } });
		expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
	});

	it("takes what asks nothing, and does not answer it", async () => {
		const meant = [
			{ jsonrpc: "2.0", method: "notifications/initialized" },
			{ jsonrpc: "2.0", id: 5, result: {} },
		];
		for (const message of meant) {
			const response = await post(message);
			expect([response.status, await response.text()]).toEqual([202, ""]);
		}
	});

	it("speaks the revision that a program wants, and its newest earlier one where it does not know it", async () => {
		const begin = async (protocolVersion: string) => {
			const params = { protocolVersion, capabilities: {}, clientInfo: { name: "test", version: "1" } };
			const { result } = await (await post({ jsonrpc: "2.0", id: 1, method: "initialize", params })).json<{ result: { protocolVersion: string } }>();
			return result.protocolVersion;
		};
		expect(await begin("2025-06-18")).toBe("2025-06-18");
		expect(await begin("1990-01-01")).toBe("2025-11-25");
	});

	it("says in words what does not fit a field, so that the model can mend it", async () => {
		const client = await connect();
		const result = await client.callTool({ name: "create_ticket", arguments: { ...message, description: "short" } });
		expect([result.isError, textOf(result)]).toEqual([
			true,
			"Some of what was sent does not fit.\n- description: please tell us a little more, so that we can help",
		]);
	});

	it("refuses a page of another site", async () => {
		expect((await post({ jsonrpc: "2.0", id: 1, method: "tools/list" }, { origin: "https://evil.example", "sec-fetch-site": "cross-site" })).status).toBe(403);
	});

	it.each([
		["no JSON", "{"],
		["too large", JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list", params: { x: "x".repeat(200_000) } })],
	])("refuses what is %s", async (_, body) => {
		const response = await call("/mcp", {
			method: "POST",
			body,
			headers: { "content-type": "application/json", accept: "application/json, text/event-stream" },
		});
		expect(response.status).toBeGreaterThanOrEqual(400);
		expect(response.status).toBeLessThan(500);
	});

	const callTool = async (params: object) => {
		const response = await post(
			{ jsonrpc: "2.0", id: 1, method: "tools/call", params: { name: "create_ticket", _meta: meta, ...params } },
			{ "mcp-protocol-version": "2026-07-28", "mcp-method": "tools/call", "mcp-name": "create_ticket" },
		);
		return response.json<{ result: { resultType?: string; requestState?: string } }>();
	};
	const yes = { inputResponses: { send: { action: "accept", content: { send: true } } } };

	it.each<[string, (state: string) => string]>([
		["without its signature", (state) => state.split(".").slice(0, 2).join(".")],
		["with an empty signature", (state) => state.replace(/[^.]+$/, "")],
		["with a key of somebody's own", (state) => state.replace(/^[^.]+/, crypto.randomUUID())],
		["that ends later than it did", (state) => state.replace(/\.[^.]+\./, `.${(Date.now() + 9e9).toString(36)}.`)],
		["that was made up", () => `${crypto.randomUUID()}.${(Date.now() + 9e5).toString(36)}.${"A".repeat(43)}`],
		["that is none", () => "constructor"],
	])("files nothing on a confirmation %s", async (_, forge) => {
		const { result } = await callTool({ arguments: message });
		const forged = await callTool({ arguments: message, requestState: forge(result.requestState ?? ""), ...yes });
		expect(forged.result.resultType).toBe("input_required");
		expect(await tickets()).toBe(0);
	});

	it("files nothing on a confirmation that is more than an hour old, or without the person's answer", async () => {
		setClock("2026-11-20T10:00:00Z");
		const { result } = await callTool({ arguments: message });
		setClock("2026-11-20T11:00:01Z");
		expect((await callTool({ arguments: message, requestState: result.requestState, ...yes })).result.resultType).toBe("input_required");
		setClock("2026-11-20T10:30:00Z");
		expect((await callTool({ arguments: message, requestState: result.requestState })).result.resultType).toBe("input_required");
		expect(await tickets()).toBe(0);
	});

	it("files nothing on a confirmation that was made for other words", async () => {
		const { result } = await callTool({ arguments: message });
		expect(result.resultType).toBe("input_required");
		const other = await callTool({ arguments: { ...message, email: "mallory@example.com" }, requestState: result.requestState, ...yes });
		expect(other.result.resultType).toBe("input_required");
		expect(await tickets()).toBe(0);
		const sent = { arguments: message, requestState: result.requestState, ...yes };
		await callTool(sent);
		await callTool(sent);
		expect(await tickets()).toBe(1);
	});
});
