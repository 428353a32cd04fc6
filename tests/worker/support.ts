import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env as runtimeEnv } from "cloudflare:workers";
import { expect, vi } from "vitest";
import type { ClientEvent } from "#contract/events.ts";
import type { ProblemDocument } from "#contract/problem.ts";
import type { Ticket } from "#contract/tickets.ts";
import type { Vote } from "#contract/votes.ts";
import type { Env, WakeMessage } from "#worker/env.ts";
import worker from "#worker/index.ts";
import { stampForm } from "#worker/lib/time-trap.ts";
import { consumeWaiting } from "#worker/queries/inbox.ts";

/** Bindings as `wrangler.toml` gives them. */
export const bindings = runtimeEnv as unknown as Env;
export const db = bindings.DB;
export const origin = "http://localhost:8787";

/** What was sent to the queue. The queue itself is silent, so that a test decides when a message arrives. */
export const sent: WakeMessage[] = [];
const silentQueue = () => ({ send: async (message: WakeMessage) => void sent.push(message) }) as unknown as Queue<WakeMessage>;

export function resetQueue(): void {
	sent.length = 0;
}

export type Settings = Partial<Env> & Record<string, unknown>;

/** A development Worker with a silent queue; a test names what is different. */
export function makeEnv(settings: Settings = {}): Env {
	const { DB, SALTS, WAKE: _, ASSETS, FILES, WRITE_LIMIT, NETWORK_LIMIT } = bindings;
	return {
		DB,
		SALTS,
		WAKE: silentQueue(),
		ASSETS,
		FILES,
		WRITE_LIMIT,
		NETWORK_LIMIT,
		MODE: "development",
		ACCESS_TEAM_DOMAIN: "",
		ACCESS_AUDIENCE: "",
		...settings,
	};
}

let networks = 0;
let network = "";

/** Each test has a network of its own, so that no limit reaches from one into the other. */
export function moveToNewNetwork(): string {
	networks++;
	network = `10.${networks >> 8}.${networks & 255}.1`;
	return network;
}

export interface Call {
	method?: string;
	/** Replaces or, with null, removes a header a browser would send. */
	headers?: Record<string, string | null>;
	body?: BodyInit | null;
	env?: Settings;
	/** Scheme and host. */
	at?: string;
}

/** One request to the Worker; returns when its background work is done, too. */
export async function call(path: string, { method = "GET", headers = {}, body = null, env = {}, at = origin }: Call = {}): Promise<Response> {
	const all: Record<string, string | null> = {
		"sec-fetch-site": "same-origin",
		"user-agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
		...(env.MODE !== "production" && { "x-dev-network": network }),
		...headers,
	};
	const request = new Request(`${at}${path}`, {
		method,
		body,
		redirect: "manual",
		headers: Object.entries(all).filter((header): header is [string, string] => header[1] !== null),
	});
	const context = createExecutionContext();
	const response = await worker.fetch(request, makeEnv(env), context);
	await waitOnExecutionContext(context);
	return response;
}

export function post(path: string, body: unknown, options: Call = {}): Promise<Response> {
	return call(path, {
		...options,
		method: "POST",
		body: typeof body === "string" ? body : JSON.stringify(body),
		headers: { "content-type": "application/json", ...options.headers },
	});
}

export function postForm(path: string, fields: Record<string, string> | [string, string][], options: Call = {}): Promise<Response> {
	return call(path, {
		...options,
		method: "POST",
		body: new URLSearchParams(fields).toString(),
		headers: { "content-type": "application/x-www-form-urlencoded", accept: "text/html", ...options.headers },
	});
}

/** Expects a refusal in the form of RFC 9457 and returns it. */
export async function expectProblem(response: Response, status: number, name: string): Promise<ProblemDocument> {
	const text = await response.text();
	expect({ status: response.status, type: response.headers.get("content-type"), text }).toMatchObject({
		status,
		type: expect.stringContaining("application/problem+json"),
	});
	const problem = JSON.parse(text) as ProblemDocument;
	expect(problem).toMatchObject({ type: `/problems/${name}`, status, title: expect.stringMatching(/\.$/), detail: expect.any(String) });
	return problem;
}

export const uuid = () => crypto.randomUUID();
export const newSession = () => uuid().replaceAll("-", "");
export const newToken = () => uuid().replaceAll("-", "");
export const articles = {
	value: "data-entry/add-a-value",
	import: "data-entry/import",
	export: "reporting/export",
	users: "admin/users",
	retired: "data-entry/retired",
};
export const revision = "aaaaaaaaaaaa";

/** Sends events as a page does. */
export function sendEvents(events: (ClientEvent | Record<string, unknown>)[], options: Call & { session?: string | null } = {}): Promise<Response> {
	const { session = newSession(), ...rest } = options;
	return post("/api/events", { session, locale: "en", events }, rest);
}

/** Consumes whatever waits, as the queue does. */
export async function consume(): Promise<void> {
	await consumeWaiting(db);
}

export function makeVote(changes: Partial<Vote> = {}): Vote {
	return { article: articles.value, revision, helpful: "yes", locale: "en", session: newSession(), ...changes };
}

export function makeTicket(changes: Partial<Ticket> = {}): Ticket {
	return {
		key: uuid(),
		subject: "Import was rejected",
		description: "The import of March stops with ERR_1005.",
		category: "data-issues",
		name: "Ada Example",
		email: `${uuid()}@customer.example`,
		locale: "en",
		...changes,
	};
}

/** The stamp of a form that was made some time ago, in milliseconds. */
export function renderedAgo(ago = 10_000): Promise<string> {
	return stampForm(makeEnv(), Date.now() - ago);
}

/** Rows of a query. */
export async function rows<Row = Record<string, unknown>>(sql: string, ...values: unknown[]): Promise<Row[]> {
	return (
		await db
			.prepare(sql)
			.bind(...values)
			.all<Row>()
	).results;
}

export async function count(table: string): Promise<number> {
	return (await rows<{ n: number }>(`SELECT count(*) AS n FROM ${table}`))[0]?.n ?? 0;
}

/** Everything the database holds, as one text. */
export async function everything(): Promise<string> {
	const tables = await rows<{ name: string }>(
		"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_cf%' ESCAPE '\\' AND name <> 'd1_migrations'",
	);
	const contents = await Promise.all(tables.map(async ({ name }) => [name, await rows(`SELECT * FROM ${name}`)]));
	return JSON.stringify(contents);
}

/** Stops the clock at a moment; timers go on. */
export function setClock(at: string | number): number {
	vi.useFakeTimers({ toFake: ["Date"], now: typeof at === "string" ? Date.parse(at) : at });
	return Date.now();
}

/** Replaces the network by a desk. */
export function mockDesk(answer: (request: Request) => Response | Promise<Response>) {
	const requests: Request[] = [];
	vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
		const request = new Request(input, init);
		requests.push(request.clone());
		return answer(request);
	});
	return requests;
}

export const deskSecret = `whsec_${btoa("a secret of thirty-two characters")}`;
/** Settings with a desk to deliver to. */
export const withDesk: Settings = { DESK_WEBHOOK_URL: "https://desk.example/hook", DESK_WEBHOOK_SECRET: deskSecret };
