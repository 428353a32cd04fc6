import { isPassing, retryAfter } from "../lib/passing-failure.ts";
import { addressProblem } from "../lib/safe-address.ts";
import type { Outcome } from "./destination.ts";

/** The desk did not do what was asked; says what becomes of the delivery. */
export class DeskRefusal extends Error {
	override name = "DeskRefusal";
	outcome: Outcome;
	/** HTTP status; null where there was no answer. */
	status: number | null;
	/** What the desk said, for those whose meaning is in the body or in a header; null where there was no answer. */
	answer: DeskAnswer | null;

	constructor(outcome: Exclude<Outcome, { kind: "delivered" }>, status: number | null = null, answer: DeskAnswer | null = null) {
		super(outcome.reason);
		this.outcome = outcome;
		this.status = status;
		this.answer = answer;
	}
}

/** One call. */
export interface DeskRequest {
	method?: "GET" | "POST" | "PUT" | "PATCH";
	/** Below the desk's address, or the whole address where the desk is one. */
	path?: string;
	headers?: Record<string, string>;
	/** Sent as JSON. */
	json?: unknown;
	/** Sent as it is. */
	body?: BodyInit;
	/** Nothing in the answer is needed: 2xx alone says that it is done, however slowly the rest comes. */
	ignoreAnswer?: boolean;
}

export interface DeskAnswer {
	status: number;
	headers: Headers;
	/** Parsed where it is JSON; else null. */
	json: unknown;
}

/** Calls one desk. */
export interface DeskClient {
	/** @throws DeskRefusal unless the desk answers 2xx */
	call(request: DeskRequest): Promise<DeskAnswer>;
}

interface DeskClientOptions {
	/** Address of the desk; a path in it is kept. */
	url: string;
	/** Sent with every call. */
	headers?: Record<string, string>;
	allowLoopback: boolean;
	/** For the whole call, with the reading of the answer. In milliseconds. */
	timeoutMs: number;
	/** Epoch milliseconds at the beginning of the attempt, to understand `Retry-After`. */
	now: number;
	/** Told to the desk in `x-request-id`. */
	requestId?: string | null | undefined;
	/** For all calls of the attempt together. Default: four and a half times `timeoutMs`. In milliseconds. */
	deadlineMs?: number;
}

/** No answer of a desk that matters is larger, a page of a list included. In bytes. */
const largestAnswer = 8 * 1024 * 1024;

/**
 * Calls a desk over https, and nothing else: no redirects, no private addresses, no answer without end. Every failure has one
 * meaning for all desks: what passes by itself is tried again, what does not needs a person.
 *
 * @throws DeskRefusal when the address may not be called
 */
export function createDeskClient({ url, headers = {}, allowLoopback, timeoutMs, now, requestId, deadlineMs = 4.5 * timeoutMs }: DeskClientOptions): DeskClient {
	const problem = addressProblem(url, allowLoopback);
	if (problem) throw new DeskRefusal({ kind: "dead", reason: `the destination's address is refused: ${problem}` });
	const base = url.replace(/\/+$/, "");
	const started = Date.now();
	return { call };

	async function call({ method = "POST", path = "", headers: own = {}, json, body, ignoreAnswer = false }: DeskRequest): Promise<DeskAnswer> {
		const left = started + deadlineMs - Date.now();
		if (left <= 0) throw new DeskRefusal({ kind: "retry", reason: `the desk did not do all that was asked within ${deadlineMs} ms` });
		const patience = Math.min(timeoutMs, left);
		try {
			const response = await fetch(`${path === "" ? url : base}${path}`, {
				method,
				redirect: "manual",
				signal: AbortSignal.timeout(patience),
				headers: {
					accept: "application/json",
					"user-agent": "tier-zero",
					...(json !== undefined && { "content-type": "application/json" }),
					...(requestId && { "x-request-id": requestId }),
					...headers,
					...own,
				},
				...(json !== undefined ? { body: JSON.stringify(json) } : body !== undefined && { body }),
			});
			if (!response.ok) {
				// The status says enough where the words do not come.
				throw refusal({ status: response.status, headers: response.headers, json: await readJson(response).catch(() => null) });
			}
			if (ignoreAnswer) await response.body?.cancel();
			const answer = { status: response.status, headers: response.headers, json: ignoreAnswer ? null : await readJson(response) };
			// Who took this for "there is nothing" would make a ticket twice.
			if (method === "GET" && answer.json === null) throw new DeskRefusal({ kind: "retry", reason: "the desk's answer to a question was not understood" });
			return answer;
		} catch (error) {
			if (error instanceof DeskRefusal) throw error;
			const late = error instanceof Error && error.name === "TimeoutError";
			throw new DeskRefusal({ kind: "retry", reason: late ? `no answer within ${patience} ms` : "the desk could not be reached" });
		}
	}

	function refusal(answer: DeskAnswer): DeskRefusal {
		const { status, headers: answered } = answer;
		if (isPassing(status))
			return new DeskRefusal({ kind: "retry", reason: `the desk answered ${status}`, ...retryAfter(answered, now + Date.now() - started) }, status, answer);
		if (status >= 300 && status < 400)
			return new DeskRefusal({ kind: "dead", reason: "the desk redirected to another address, which was not followed" }, status, answer);
		const reason = status === 401 || status === 403 ? `the desk refused the credentials (${status})` : `the desk refused with ${status}`;
		return new DeskRefusal({ kind: "dead", reason }, status, answer);
	}
}

/** What becomes of a delivery: what the work returns, or what the desk's refusal means. */
export async function outcomeOf(work: () => Promise<Outcome>): Promise<Outcome> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof DeskRefusal) return error.outcome;
		throw error;
	}
}

/** The answer as JSON; null where it is none. A desk may say what it likes after 2xx: the ticket is there. */
async function readJson(response: Response): Promise<unknown> {
	const chunks: Uint8Array<ArrayBuffer>[] = [];
	let size = 0;
	const body: AsyncIterable<Uint8Array<ArrayBuffer>> | Uint8Array<ArrayBuffer>[] = response.body ?? [];
	for await (const chunk of body) {
		size += chunk.length;
		if (size > largestAnswer) return null;
		chunks.push(chunk);
	}
	try {
		return JSON.parse(await new Blob(chunks).text()) as unknown;
	} catch {
		return null;
	}
}
