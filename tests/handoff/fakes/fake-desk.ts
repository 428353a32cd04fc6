import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a desk does with the next call instead of what it was asked. */
export type Mischief =
	/** Refuses what was sent, in the vendor's words. */
	| "validation"
	/** Refuses the credentials. */
	| "unauthorized"
	/** Too many calls; come back after so many seconds. */
	| { tooMany: number }
	/** 503. */
	| "server-error"
	/** Does what it was asked and never says so. */
	| "hang-after-commit"
	/** Does what it was asked, and its answer comes a letter at a time without end. */
	| "slow-body"
	/** Points to another address of this server, which counts who follows. */
	| "redirect"
	/** Does nothing and drops the connection. */
	| "reset";

/** The calls that mischief is played on: the one that makes a ticket, or the one that adds a note. */
export type Target = "ticket" | "note";

/** A call as it arrived. */
export interface FakeRequest {
	method: string;
	/** Without query. Example: `/api/v2/tickets.json` */
	path: string;
	query: URLSearchParams;
	headers: IncomingHttpHeaders;
	body: Buffer;
	/** The body as JSON. @throws Refused 400 when it is none */
	json(): unknown;
}

export interface FakeAnswer {
	status: number;
	headers?: Record<string, string>;
	/** Sent as JSON. */
	json?: unknown;
	/** Sent as it is, where `json` is absent. */
	body?: string;
}

/** Thrown by a desk's routes: ends the call with a refusal in the vendor's format. */
export class Refused extends Error {
	answer: FakeAnswer;

	constructor(answer: FakeAnswer) {
		super(`refused with ${answer.status}: ${JSON.stringify(answer.json ?? answer.body ?? "")}`);
		this.answer = answer;
	}
}

/** A ticket as the people at the desk see it. */
export interface FakeTicket {
	/** The number they quote; null where the vendor gives none (chat, mail). */
	reference: string | null;
	subject: string;
	/** The text as it is READ: markup rendered, entities decoded. What a customer typed stands here word for word. */
	text: string;
	/** What came later, read the same way. */
	notes: string[];
	files: { name: string; type: string; bytes: Buffer }[];
	open: boolean;
	/** Whatever the customer's words set off: a mention, a link to a script, an element. Always empty where all is escaped. */
	alarms: string[];
}

/** A help desk on this machine that behaves as the vendor documents. */
export interface FakeDesk {
	/** Example: `http://127.0.0.1:40123` */
	url: string;
	tickets: FakeTicket[];
	requests: FakeRequest[];
	/** Calls that followed a redirect. */
	followed: number;
	/** Why calls were refused, newest last: what to read when a test fails. */
	refusals: string[];
	/** What to do with the next call of that kind; calls queue up. */
	next(mischief: Mischief, target?: Target): void;
	close(): Promise<void>;
}

interface FakeDeskOptions {
	/** Which mischief a call can meet; null for those that are left in peace (search, token, upload). */
	targetOf(request: FakeRequest): Target | null;
	/** The vendor's routes: checks credentials and body, stores, answers. @throws Refused */
	answer(request: FakeRequest, tickets: FakeTicket[]): FakeAnswer | Promise<FakeAnswer>;
	/** Refusals in the vendor's format. */
	refusals: {
		validation: FakeAnswer;
		unauthorized: FakeAnswer;
		/** Default: 429 with `Retry-After` in seconds. */
		tooMany?: (seconds: number) => FakeAnswer;
		/** Default: 503. */
		serverError?: FakeAnswer;
	};
}

/** Starts a desk on a free port of the loopback address. */
export async function startFakeDesk({ targetOf, answer, refusals }: FakeDeskOptions): Promise<FakeDesk> {
	const queues: Record<Target, Mischief[]> = { ticket: [], note: [] };
	const { tooMany = (seconds: number) => ({ status: 429, headers: { "retry-after": String(seconds) } }), serverError = { status: 503 } } = refusals;
	const drips = new Set<NodeJS.Timeout>();
	const server = createServer((incoming, response) => {
		// A sender that goes away in the middle is its own affair.
		serve(incoming, response).catch(() => response.destroy());
	});
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	const desk: FakeDesk = {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		tickets: [],
		requests: [],
		followed: 0,
		refusals: [],
		next: (mischief, target = "ticket") => void queues[target].push(mischief),
		close() {
			drips.forEach(clearInterval);
			server.closeAllConnections();
			return new Promise((done) => server.close(() => done()));
		},
	};
	return desk;

	async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
		const request = await readRequest(incoming);
		if (request.path === "/redirected") desk.followed++;
		desk.requests.push(request);
		const target = targetOf(request);
		const mischief = target ? queues[target].shift() : undefined;
		if (mischief === "reset") response.destroy();
		else if (mischief === "redirect") send(response, { status: 307, headers: { location: `${desk.url}/redirected` } });
		else if (mischief === "server-error") send(response, serverError);
		else if (mischief === "validation" || mischief === "unauthorized") send(response, refusals[mischief]);
		else if (typeof mischief === "object") send(response, tooMany(mischief.tooMany));
		else {
			const done = await act(request);
			if (mischief === "slow-body") drip(response, done);
			else if (mischief !== "hang-after-commit") send(response, done);
		}
	}

	async function act(request: FakeRequest): Promise<FakeAnswer> {
		try {
			return await answer(request, desk.tickets);
		} catch (error) {
			desk.refusals.push(`${request.method} ${request.path}: ${String(error)}`);
			return error instanceof Refused ? error.answer : { status: 500, body: String(error) };
		}
	}

	function drip(response: ServerResponse, { status, headers }: FakeAnswer): void {
		response.writeHead(status, { "content-type": "application/json", ...headers }).write("{");
		drips.add(setInterval(() => response.write(" "), 20));
	}
}

function send(response: ServerResponse, { status, headers = {}, json, body = "" }: FakeAnswer): void {
	response
		.writeHead(status, { ...(json !== undefined && { "content-type": "application/json" }), ...headers })
		.end(json === undefined ? body : JSON.stringify(json));
}

async function readRequest(incoming: IncomingMessage): Promise<FakeRequest> {
	const chunks: Buffer[] = [];
	for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
	const body = Buffer.concat(chunks);
	const { pathname, searchParams } = new URL(incoming.url ?? "/", "http://desk");
	return { method: incoming.method ?? "GET", path: pathname, query: searchParams, headers: incoming.headers, body, json };

	function json(): unknown {
		try {
			return JSON.parse(body.toString("utf8")) as unknown;
		} catch {
			throw new Refused({ status: 400, body: "not JSON" });
		}
	}
}
