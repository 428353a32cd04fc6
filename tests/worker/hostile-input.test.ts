import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { makeManagerSession } from "#worker/lib/manager-session.ts";
import { secrets, sendAsDesk } from "./desk-messages.ts";
import { articles, call, count, expectProblem, makeTicket, makeVote, moveToNewNetwork, newSession, origin, post, rows, uuid, type Call } from "./support.ts";

const key = "a key of the tests of thirty-two letters";
const env = { LOCAL_SESSION_KEY: key, REPORT_TOKEN: "the token of the tests" };

/** A way in that takes JSON, and what it takes. */
interface JsonDoor {
	path: string;
	good: () => object;
	send?: (path: string, text: string) => Promise<Response>;
}

const event = () => ({ id: uuid(), type: "search_settled", query: "import", results: 0 });
const mcpHeaders = { accept: "application/json, text/event-stream", "sec-fetch-site": null };
const tool = (name: string, given: object) => ({ jsonrpc: "2.0", id: 1, method: "tools/call", params: { name, arguments: given } });
const jsonDoors: JsonDoor[] = [
	{ path: "/api/events", good: () => ({ session: newSession(), locale: "en", events: [event(), { id: uuid(), type: "page_viewed", path: "/" }] }) },
	{ path: "/api/votes", good: () => makeVote({ reasons: [], comment: "fine" }) },
	{ path: "/api/tickets", good: () => makeTicket({ trail: [{ kind: "search", query: "import", results: 2 }], timeZone: "Europe/Berlin", known: [] }) },
	{ path: "/api/tickets/notes", good: () => ({ token: "a".repeat(32), key: uuid(), text: "More." }) },
	{ path: "/api/answers", good: () => ({ question: "How do I import values?", locale: "en" }) },
	{ path: "/api/desk/desk", good: () => ({ deliveryId: uuid(), status: "solved" }), send: (path, text) => sendAsDesk("desk", path, text) },
	{ path: "/api/desk/desk/flags", good: () => ({ kind: "missing", topic: "Sharing" }), send: (path, text) => sendAsDesk("desk", path, text) },
	{
		path: "/mcp",
		good: () => tool("search_articles", { query: "import", limit: 2 }),
		send: (path, text) => post(path, text, { headers: mcpHeaders }),
	},
	{
		path: "/mcp",
		good: () => tool("create_ticket", { ...makeTicket(), key: undefined, locale: undefined }),
		send: (path, text) => post(path, text, { headers: mcpHeaders }),
	},
];

/** What stands in the place of a value. As JSON text, since not all of it is a value that JavaScript has. */
const hostileText = fc.oneof(
	fc.constantFrom(
		...["null", "true", "0", "-0", "-1", "1e400", "9007199254740993", "0.1", '""', "[]", "{}", "[null]", '{"toString":null}', '{"then":1}'],
		...[
			String.raw`"\ud800"`,
			String.raw`"\udc00\ud800"`,
			String.raw`"\u0000"`,
			String.raw`"a\r\nBcc: eve@evil.example"`,
			String.raw`"\u202e\u2066"`,
			'"\ufeff"',
		],
		...['"__proto__"', '"constructor"', '"toString"', '"hasOwnProperty"', '"../../etc/passwd"', `"'; DROP TABLE tickets; --"`, '"%00"', '"${7*7}"'],
		...['{"__proto__":{"polluted":true}}', '{"constructor":{"prototype":{"polluted":true}}}', '[{"__proto__":[]}]'],
		...[`"${"a".repeat(20_000)}"`, `"${"ﷺ".repeat(3_000)}"`, `[${"0,".repeat(5_000)}0]`, `${"[".repeat(5_000)}${"]".repeat(5_000)}`],
		`${'{"a":'.repeat(3_000)}1${"}".repeat(3_000)}`,
	),
	fc.json({ maxDepth: 4 }),
	fc.string({ unit: "binary", maxLength: 60 }).map((text) => JSON.stringify(text)),
);

/** Every place of a value that another can stand in. */
function places(value: unknown, path: (string | number)[] = []): (string | number)[][] {
	if (typeof value !== "object" || value === null) return [path];
	return [path, ...Object.entries(value).flatMap(([name, part]) => places(part, [...path, name]))];
}

/** The JSON text of a value in which one place holds another text. */
function withText(value: unknown, path: (string | number)[], text: string): string {
	const mark = "9d0c3f1e-the-place";
	const copy: unknown = structuredClone({ top: value });
	let holder = copy as Record<string | number, unknown>;
	const whole = ["top", ...path];
	for (const name of whole.slice(0, -1)) holder = holder[name] as Record<string | number, unknown>;
	holder[whole.at(-1) ?? "top"] = mark;
	return JSON.stringify((copy as { top: unknown }).top).replace(`"${mark}"`, () => text);
}

/** One thing done to a whole body. */
const spoiled = fc.constantFrom<(text: string) => string>(
	(text) => `${text.slice(0, -1)},"__proto__":{"polluted":true}}`,
	(text) => `${text.slice(0, -1)},"constructor":{"prototype":{"polluted":true}}}`,
	(text) => `${text.slice(0, -1)},${text.slice(1)}`,
	(text) => `\ufeff${text}`,
	(text) => `${text}${text}`,
	(text) => text.slice(0, -2),
	(text) => `[${text}]`,
	(text) => `[${Array.from({ length: 60 }, () => text).join(",")}]`,
	(text) => text.replaceAll('"', "'"),
	(text) => `${text.slice(0, -1)},"x":NaN}`,
	(text) => `/**/${text}`,
	() => `${"[".repeat(16_000)}${"]".repeat(16_000)}`,
	() => "x".repeat(140_000),
);

/** How many rows each table holds that keeps what somebody sent; counts of how often somebody asked are none of them. */
async function stored(): Promise<Record<string, number>> {
	const tables = ["event_inbox", "events", "search_comments", "votes", "tickets", "deliveries", "ticket_notes", "content_flags", "answers", "audit_log"];
	const [found = {}] = await rows<Record<string, number>>(`SELECT ${tables.map((table) => `(SELECT count(*) FROM ${table}) AS ${table}`).join()}`);
	return found;
}

/** What holds for every answer: it is no failure of the Worker's, and a refusal has left nothing. */
async function expectSound(send: () => Promise<Response>, what: string): Promise<void> {
	moveToNewNetwork();
	const before = await stored();
	const response = await send();
	await response.text();
	expect(response.status, what.slice(0, 300)).toBeLessThan(500);
	if (response.status >= 400) expect(await stored(), `${response.status} ${what.slice(0, 300)}`).toEqual(before);
	expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
}

describe.each(jsonDoors)("$path", ({ path, good, send = (address, text) => post(address, text, { env: { ...env, ...secrets } }) }) => {
	it("answers no hostile value with a failure, and keeps nothing of what it refuses", { timeout: 60_000 }, async () => {
		await fc.assert(
			fc.asyncProperty(fc.nat(), hostileText, async (at, text) => {
				const body = good();
				const all = places(body);
				const sent = withText(body, all[at % all.length] ?? [], text);
				await expectSound(() => send(path, sent), sent);
			}),
			{ numRuns: 50 },
		);
	});

	it("answers no spoiled body with a failure", { timeout: 60_000 }, async () => {
		await fc.assert(
			fc.asyncProperty(spoiled, async (spoil) => {
				const sent = spoil(JSON.stringify(good()));
				await expectSound(() => send(path, sent), sent);
			}),
			{ numRuns: 20 },
		);
	});
});

const wire: [string, () => Call, number, string][] = [
	["is packed (gzip)", () => ({ headers: { "content-encoding": "gzip" }, body: packed(JSON.stringify(makeVote())) }), 400, "bad-json"],
	["is a bomb of packed zeros", () => ({ headers: { "content-encoding": "gzip" }, body: packed("0".repeat(8_000_000)) }), 400, "bad-json"],
	["breaks off", () => ({ body: brokenOff('{"article":') }), 400, "bad-json"],
	["says that it is UTF-16, and is", () => ({ headers: { "content-type": "application/json; charset=utf-16" }, body: utf16("{}") }), 400, "bad-json"],
	["says that it is a form", () => ({ headers: { "content-type": "application/x-www-form-urlencoded" }, body: "a=1" }), 415, "wrong-media-type"],
	["says that it is two types", () => ({ headers: { "content-type": "text/plain, application/json" }, body: "{}" }), 415, "wrong-media-type"],
	["announces more than there may be", () => ({ headers: { "content-length": "999999999999" }, body: "{}" }), 413, "too-large"],
];

function packed(text: string): ReadableStream {
	return new Response(text).body?.pipeThrough(new CompressionStream("gzip")) ?? new ReadableStream();
}

function brokenOff(text: string): ReadableStream {
	const parts = [new TextEncoder().encode(text)];
	return new ReadableStream({
		pull(controller) {
			const part = parts.shift();
			if (part) controller.enqueue(part);
			else controller.error(new Error("the connection is gone"));
		},
	});
}

function utf16(text: string): Uint8Array<ArrayBuffer> {
	return new Uint8Array(Array.from(text, (letter) => [letter.charCodeAt(0), 0]).flat());
}

describe("a body", () => {
	it.each(wire)("that %s is refused and leaves nothing", async (_, make, status, name) => {
		const { headers, ...rest } = make();
		for (const path of ["/api/votes", "/api/events", "/api/tickets", "/api/tickets/notes", "/api/answers"])
			await expectProblem(await call(path, { method: "POST", ...rest, ...make(), headers: { "content-type": "application/json", ...headers } }), status, name);
		for (const table of ["votes", "event_inbox", "tickets", "ticket_notes"]) expect([table, await count(table)]).toEqual([table, 0]);
	});

	it.each(["/vote", "/contact"])("of a form to %s that breaks off is refused, not a failure", async (path) => {
		const headers = { "content-type": "application/x-www-form-urlencoded", accept: "text/html" };
		const response = await call(path, { method: "POST", body: brokenOff("article=data"), headers });
		expect(response.status).toBe(400);
		expect(await response.text()).toContain("did not arrive");
	});
});

/** Words that end up in an address. */
const hostileWords = fc.oneof(
	fc.constantFrom(
		...[
			"__proto__",
			"constructor",
			"../../etc/passwd",
			"..%2f..%2f",
			"%00",
			"%",
			"%ff%fe",
			"%ed%a0%80",
			"a\r\nSet-Cookie: x=1",
			"<script>",
			"'; DROP TABLE votes; --",
		],
		...[
			"-1",
			"1e9",
			"NaN",
			"9999-99-99",
			"2026-W99",
			"9007199254740993",
			"0x10",
			"true",
			"[]",
			"ﷺ".repeat(60),
			"a".repeat(5_000),
			"\u0000",
			"\ud800",
			"𝟙",
			"‮x",
		],
	),
	fc.string({ unit: "binary", maxLength: 40 }),
);
const openAddresses = [
	...["/search/?q=$", "/search/?q=a&category=$&type=$", "/contact/?q=$&from=$", "/problems/$", "/status/$", "/files/t/$?exp=$&sig=$", "/$", "/de/contact?q=$"],
	...[
		"/api/v1/articles?locale=$",
		"/api/v1/articles?after=$&limit=$",
		"/api/v1/articles/$?locale=$",
		"/api/v1/categories?locale=$",
		"/api/v1/search?q=$&limit=$",
	],
	...["/api/promise?priority=$&timeZone=$", "/api/promise?priority=P1&timeZone=$", "/api/tickets/by-key/$", "/api/health?x=$", "/api/popular?$=1", "/mcp?$"],
];
const managersAddresses = [
	...[
		"/manage?days=$",
		"/manage/search?from=$&to=$",
		"/manage/articles?category=$&settled=$",
		"/manage/contact?locale=$&segment=$",
		"/manage/audit?before=$",
		"/manage/erase?erased=$",
		"/manage/$",
	],
	...[
		"/manage?$=1",
		"/api/reports/overview?days=$",
		"/api/reports/digest?week=$",
		"/api/reports/search/$.csv",
		"/api/reports/trends?from=$",
		"/api/reports/learned-searches?minimum=$",
	],
];

function fill(address: string, words: string[]): string {
	let next = 0;
	return address.replaceAll("$", () => encodeURIComponent((words[next++ % words.length] ?? "").toWellFormed()));
}

describe("an address", () => {
	it("with hostile words in it is answered, and writes nothing", { timeout: 120_000 }, async () => {
		vi.spyOn(console, "error").mockImplementation(() => undefined);
		await fc.assert(
			fc.asyncProperty(fc.constantFrom(...openAddresses), fc.array(hostileWords, { minLength: 1, maxLength: 3 }), async (address, words) => {
				const path = fill(address, words);
				const before = await stored();
				moveToNewNetwork();
				const response = await call(path, { headers: { accept: "text/html" }, env: { ...env } });
				await response.text();
				// A page of the protocol, an answer without a page, a refusal: never a failure.
				expect(response.status, path).toBeLessThan(500);
				expect(await stored(), path).toEqual(before);
				expect(response.headers.get("set-cookie")).toBeNull();
				const target = response.headers.get("location");
				if (target !== null) expect(new URL(target, origin).origin, path).toBe(origin);
			}),
			{ numRuns: 200 },
		);
	});

	it("of the manager's, with hostile words in it, is answered", { timeout: 120_000 }, async () => {
		const cookie = `tier_zero_manager=${await makeManagerSession(key)}`;
		await fc.assert(
			fc.asyncProperty(fc.constantFrom(...managersAddresses), fc.array(hostileWords, { minLength: 1, maxLength: 3 }), async (address, words) => {
				const path = fill(address, words);
				const response = await call(path, { headers: { accept: "text/html", cookie }, env });
				await response.text();
				expect(response.status, path).toBeLessThan(500);
			}),
			{ numRuns: 150 },
		);
	});
});

/** Forms of pages, each with a body that fits but for what is done to it. */
const forms: [string, Record<string, string>, boolean][] = [
	["/vote", { article: articles.value, revision: "aaaaaaaaaaaa", helpful: "yes", locale: "en" }, false],
	[
		"/contact",
		{ key: uuid(), subject: "Import was rejected", category: "other", description: "It stops with ERR_1005.", name: "Ada", email: "ada@b.example" },
		false,
	],
	[`/status/${"a".repeat(32)}/note`, { key: uuid(), text: "More." }, false],
	[
		"/manage/articles/triage",
		{ kind: "reason", article: articles.value, revision: "aaaaaaaaaaaa", reason: "outdated", state: "resolved", back: "days=7" },
		true,
	],
	["/manage/erase", { who: "ada@b.example" }, true],
	["/manage/erase/confirm", { who: "ada@b.example", references: "TZ-0000-0000" }, true],
	["/manage/contact/flags", { id: "a".repeat(43), state: "done", back: "days=7" }, true],
];

describe.each(forms)("the form of %s", (path, fields, isManagers) => {
	it("answers no hostile field with a failure", { timeout: 60_000 }, async () => {
		const cookie = isManagers ? `tier_zero_manager=${await makeManagerSession(key)}` : null;
		await fc.assert(
			fc.asyncProperty(fc.constantFrom(...Object.keys(fields), "__proto__", "extra"), hostileWords, fc.boolean(), async (name, words, isTwice) => {
				moveToNewNetwork();
				const body = new URLSearchParams(Object.entries(fields).filter(([other]) => other !== name || isTwice));
				body.append(name, words.toWellFormed());
				const headers = { "content-type": "application/x-www-form-urlencoded", accept: "text/html", cookie };
				const response = await call(path, { method: "POST", body: body.toString(), headers, env });
				await response.text();
				expect(response.status, body.toString().slice(0, 300)).toBeLessThan(500);
				expect(response.headers.get("location") ?? "/").toMatch(/^\/(?!\/)/);
			}),
			{ numRuns: 30 },
		);
	});
});
