import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { DestinationSettings } from "#contract/destinations.ts";
import { createDestination } from "#worker/handoff/connectors.ts";
import type { Destination, Outcome } from "#worker/handoff/destination.ts";
import { desksThatAnswer, everyDesk } from "./desks.ts";
import { makeFile, makeMessage, makeNote } from "./messages.ts";

const now = Date.parse("2026-11-20T10:00:00Z");
const secret = `whsec_${Buffer.from("a secret of thirty-two characters").toString("base64")}`;
const values: Record<string, string> = { URL: "https://desk.example", SECRET: secret, USER: "agent@desk.example" };
const page = "<html>We are back soon</html>";

afterEach(() => vi.unstubAllGlobals());

interface Call {
	url: URL;
	method: string;
	redirect: string | undefined;
	headers: Record<string, string>;
}

/** Puts a desk in the place of the network. */
function connect(settings: DestinationSettings, answer: (call: Call) => Response): { destination: Destination; calls: Call[] } {
	const calls: Call[] = [];
	vi.stubGlobal("fetch", (url: string, { method = "", redirect, headers }: RequestInit) => {
		const call = { url: new URL(url), method, redirect, headers: headers as Record<string, string> };
		calls.push(call);
		return Promise.resolve(answer(call));
	});
	return { destination: createDestination(settings, { setting: (name) => values[name] ?? "", allowLoopback: false, timeoutMs: 5000 }), calls };
}

const reasonOf = (outcome: Outcome) => (outcome.kind === "delivered" ? "" : outcome.reason);

describe.each(everyDesk)("$type, when the desk answers what nobody expects", (settings) => {
	const keys = (
		"ticket tickets id ticket_id number token access_token issues issueKey key comments body body_text data results properties associations notes _embedded " +
		"conversations threads page totalPages totalElements pages next starting_after ticket_parts records Id CaseNumber CommentBody fields attachment filename " +
		"transitions to statusCategory issue issueCreate identifier nodes team states position type fileUpload uploadFile uploadUrl assetUrl headers value errors " +
		"extensions code error errorCode errorMessage upload status tags private reference name accountId emailAddress 0 toString __proto__ constructor"
	).split(" ");
	const leaf = fc.oneof(
		fc.constantFrom(
			null,
			true,
			0,
			-1,
			7,
			1e300,
			"",
			"7",
			"../../admin",
			"' OR Id != '",
			"\uD83E",
			"https://10.0.0.1/",
			"https://evil.example/",
			"a".repeat(300),
		),
		fc.constantFrom("http://169.254.169.254/latest", "javascript:alert(1)", "Ada Example", "IdempotentRequestError", "RATELIMITED", "UNABLE_TO_LOCK_ROW"),
	);
	const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
		tree: fc.oneof(
			{ depthSize: "medium", withCrossShrink: true },
			leaf,
			fc.array(tie("tree"), { maxLength: 3 }),
			fc.array(fc.tuple(fc.constantFrom(...keys), tie("tree")), { maxLength: 12 }).map((pairs) => Object.fromEntries(pairs)),
		),
	}));
	const answer = fc.record({ status: fc.constantFrom(200, 200, 200, 200, 201, 204, 302, 400, 403, 404, 409, 422, 429, 500), body: tree });

	it("ends with an outcome, asks nobody else, and tells neither secrets nor anybody's words", async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(answer, { minLength: 1, maxLength: 8 }),
				fc.constantFrom("note", "closed", "reopened"),
				fc.boolean(),
				async (answers, kind, again) => {
					let turn = 0;
					const { destination, calls } = connect(settings, ({ url }) => {
						const { status, body } = answers[turn++ % answers.length] ?? { status: 200, body: null };
						// Without a token nothing else would be asked.
						const said = url.pathname.endsWith("/oauth2/token") ? { access_token: "t" } : body;
						const headers = { location: "https://evil.example/", "resource-id": "../7", link: '<https://evil.example/>; rel="next"', "retry-after": "x" };
						return new Response(status === 204 ? null : JSON.stringify(said), { status, headers });
					});
					const message = makeMessage({ attachments: [makeFile("a.png", "image/png", 10)] });
					const outcomes = [
						await destination.deliver(message, { now, again }),
						await destination.addNote(makeNote({ kind }), { now, again }),
						await destination.addNote(makeNote({ kind, deskReference: "7" }), { now, again }),
					];
					for (const outcome of outcomes) {
						expect(outcome.kind).toMatch(/^(?:delivered|retry|dead)$/);
						expect(reasonOf(outcome)).not.toMatch(/Ada|evil|admin|whsec|https?:/);
						expect(reasonOf(outcome).length).toBeLessThan(200);
						if (outcome.kind === "delivered" && outcome.deskReference !== null) {
							expect(outcome.deskReference.length).toBeLessThanOrEqual(101);
							expect(outcome.deskReference.isWellFormed()).toBe(true);
						}
					}
					for (const { url, redirect } of calls) expect([url.hostname, redirect]).toEqual(["desk.example", "manual"]);
				},
			),
			{ numRuns: 60, seed: 5 },
		);
	});

	it("does not follow a redirect, whatever it asked", async () => {
		const { destination, calls } = connect(settings, () => new Response(null, { status: 302, headers: { location: "https://evil.example/" } }));
		for (const again of [false, true]) {
			expect((await destination.deliver(makeMessage(), { now, again })).kind).not.toBe("delivered");
			expect((await destination.addNote(makeNote({ deskReference: "7" }), { now, again })).kind).not.toBe("delivered");
		}
		for (const { url } of calls) expect(url.hostname).toBe("desk.example");
	});
});

describe.each(desksThatAnswer)("$type, when somebody else answers in the desk's place", (settings) => {
	const json = (body: unknown) => () => Response.json(body);
	const nested = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;

	it.each([
		["a page", () => new Response(page)],
		["nothing", () => new Response("")],
		["an object", json({})],
		["null", json(null)],
		["a list in lists", () => new Response(nested)],
		["more than anybody can hold", () => new Response(new Uint8Array(9 * 1024 * 1024).fill(0x20))],
	] as const)("with %s, does not take it for the ticket, nor for an empty list", async (_, answer) => {
		const tokens = (call: Call) => (call.url.pathname.endsWith("/oauth2/token") ? Response.json({ access_token: "t" }) : answer());
		for (const again of [false, true]) {
			const { destination } = connect(settings, tokens);
			const outcome = await destination.deliver(makeMessage(), { now, again });
			// A repository that does not say that it is private is refused.
			expect(outcome.kind).toMatch(settings.type === "github" ? /^(?:retry|dead)$/ : /^retry$/);
		}
	});
});

describe.each(desksThatAnswer)("$type, asked whether the ticket is there", (settings) => {
	const made = {
		...{ id: 7, ticket_id: "7", number: 7, issueKey: "SUP-7", ticket: { id: 7 }, access_token: "t" },
		data: { issueCreate: { issue: { identifier: "SUP-7" } } },
	};
	/** A question, not what makes or changes something. */
	async function isQuestion(url: URL, method: string, body: unknown): Promise<boolean> {
		const text = await new Response(body as BodyInit).text();
		return method === "GET" || /\/(?:search|read)$/.test(url.pathname) || (url.pathname === "/graphql" && !text.includes("mutation"));
	}

	const answers: [string, () => Response][] = [
		["a page", () => new Response(page)],
		["more than anybody can hold", () => new Response(new Uint8Array(9 * 1024 * 1024).fill(0x20))],
		["an object of something else", () => Response.json({ hello: "there" })],
	];

	// What HubSpot keeps unique is no list: an object without an id makes it try, and HubSpot refuses.
	it.each(settings.type === "hubspot" ? answers.slice(0, 2) : answers)("makes no second one when the answer is %s", async (_, answer) => {
		const writes: string[] = [];
		const { destination } = connect(settings, () => new Response());
		vi.stubGlobal("fetch", async (address: string, { method = "", body }: RequestInit) => {
			const url = new URL(address);
			if (url.pathname === "/repos/example/product") return Response.json({ private: true });
			if (url.pathname === "/contacts/search") return Response.json({ data: [{ id: "7" }] });
			if (await isQuestion(url, method, body)) return answer();
			if (!url.pathname.endsWith("/oauth2/token")) writes.push(url.pathname);
			return Response.json(made, { headers: { "resource-id": "7" } });
		});
		expect(await destination.deliver(makeMessage(), { now, again: true })).toMatchObject({
			kind: "retry",
			reason: "the desk's answer to a question was not understood",
		});
		expect(writes).toEqual([]);
	});
});

describe.each(everyDesk)("$type, when lists hold what is no text and no number", (settings) => {
	const keys =
		"id ticket_id number key body body_text tags name filename emailAddress position type status PathOnClient CommentBody Id CaseNumber external_id".split(" ");
	const odd = Object.fromEntries(keys.map((key) => [key, { toString: 1, valueOf: 1 }]));
	const list = [odd, null, 7, "x", [], {}, { id: "7" }, { id: null, name: "closed", type: "completed", position: {} }];
	const lists = Object.fromEntries("tickets issues comments results records transitions attachment".split(" ").map((key) => [key, list]));
	const body = {
		...lists,
		...{ ticket: { ...odd, id: 7 }, fields: { attachment: list }, associations: { notes: { results: list } }, ticket_parts: { ticket_parts: list } },
		...{ _embedded: { conversations: list, threads: list }, page: { totalElements: 7, totalPages: odd }, pages: { next: { starting_after: odd } } },
		data: { issues: { nodes: list }, comments: { nodes: list }, issue: { team: { states: { nodes: list } } }, fileUpload: { uploadFile: odd } },
	};

	it("ends with an outcome", async () => {
		const { destination } = connect(settings, ({ url: { pathname } }) => {
			if (pathname === "/repos/example/product") return Response.json({ private: true });
			if (pathname.endsWith("/oauth2/token")) return Response.json({ access_token: "t" });
			if (pathname === "/contacts/search") return Response.json({ data: [...list, { id: "7" }] });
			return Response.json(/^\/repos|\/api\/v2\/tickets(?:\/7\/conversations)?$|user\/search$/.test(pathname) && settings.type !== "zendesk" ? list : body);
		});
		for (const kind of ["note", "closed", "reopened"] as const)
			for (const deskReference of [null, "7", "#7"])
				expect(await destination.addNote(makeNote({ kind, deskReference }), { now, again: true })).toHaveProperty("kind");
		expect(await destination.deliver(makeMessage({ attachments: [makeFile("a.png", "image/png", 10)] }), { now, again: true })).toHaveProperty("kind");
	});
});

describe.each(everyDesk.filter((settings) => "clientFrom" in settings))("$type", (settings) => {
	it("asks for a new token in every attempt, and gives it to nobody but the desk", async () => {
		let granted = 0;
		const { destination, calls } = connect(settings, ({ url }) =>
			url.pathname.endsWith("/oauth2/token")
				? Response.json({ access_token: `token-${++granted}`, instance_url: "https://evil.example" })
				: new Response(null, { status: 503 }),
		);
		await destination.deliver(makeMessage(), { now, again: false });
		await destination.deliver(makeMessage(), { now, again: true });
		const [first, second] = [1, 2].map((turn) => calls.filter(({ headers }) => headers["authorization"] === `Bearer token-${turn}`));
		expect([first?.length, second?.length]).toEqual([1, 1]);
		for (const { url } of calls) expect(url.hostname).toBe("desk.example");
	});

	it("is tried again where a page comes instead of a token", async () => {
		const { destination } = connect(settings, () => new Response(page));
		expect(await destination.deliver(makeMessage(), { now, again: false })).toEqual({ kind: "retry", reason: "the desk gave no access token" });
	});
});

describe("linear's storage", () => {
	it.each([
		["https://169.254.169.254/latest", "https://uploads.linear.app/a"],
		["http://uploads.linear.app/a", "https://uploads.linear.app/a"],
		["https://evil.example/.linear.app", "https://uploads.linear.app/a"],
		["https://uploads.linear.app/a", "javascript:alert(1)"],
		["https://uploads.linear.app/a", "https://evil.example/"],
	])("takes no file to %s and no link to %s", async (uploadUrl, assetUrl) => {
		const bodies: string[] = [];
		const linear = everyDesk.find(({ type }) => type === "linear");
		if (!linear) throw new Error("no Linear");
		const { destination, calls } = connect(linear, () => Response.json({ data: { fileUpload: { uploadFile: { uploadUrl, assetUrl, headers: [] } } } }));
		const network = fetch;
		vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
			if (typeof init.body === "string") bodies.push(init.body);
			return network(url, init);
		});
		const file = makeFile("a.png", "image/png", 10);
		await destination.deliver(makeMessage({ attachments: [file] }), { now, again: false });
		expect(calls.map(({ url }) => url.hostname).filter((host) => !["desk.example", "uploads.linear.app"].includes(host))).toEqual([]);
		expect(bodies.at(-1)).toContain("centre.example/files/t/a.png");
		expect(bodies.at(-1)).not.toMatch(/javascript|evil/);
	});
});
