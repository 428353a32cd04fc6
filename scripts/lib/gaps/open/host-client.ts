import { setTimeout } from "node:timers/promises";
import * as z from "zod";
import { plainLine } from "#contract/plain-line.ts";
import { shorten } from "../../shorten.ts";
import { HostRefusal } from "./git-host.ts";

/** One call of a host's API. */
interface HostCall {
	method?: "GET" | "POST" | "PATCH" | "PUT";
	/** Below the address of the API, with its query. */
	path: string;
	json?: unknown;
	/** Statuses that are an answer and no failure. */
	accept?: readonly number[];
	/** Whether it can be done twice without harm. Default: all but POST. */
	again?: boolean;
}

interface HostAnswer {
	status: number;
	json: unknown;
}

interface HostClient {
	/** @throws HostRefusal unless the host answers 2xx or what is accepted */
	call(call: HostCall): Promise<HostAnswer>;
}

interface HostClientOptions {
	/** Address of the API. Example: `https://api.github.com` */
	url: string;
	token: string;
	headers?: Record<string, string>;
	/** What the token must be allowed to do, for messages. */
	needs: string;
}

const tries = 3;
/** Nobody wants to watch a command wait longer. In seconds. */
const longestWait = 60;
const patienceMs = 30_000;

/**
 * Calls a git host. What passes by itself is tried again: a busy server, and too many calls, if the host says that a short wait is
 * enough. Redirects are not followed, as they would carry the token elsewhere.
 */
export function createHostClient({ url, token, headers = {}, needs }: HostClientOptions): HostClient {
	return { call };

	async function call({ method = "GET", path, json, accept = [], again = method !== "POST" }: HostCall): Promise<HostAnswer> {
		for (let attempt = 1; ; attempt++) {
			const response = await ask(method, path, json);
			const answer = { status: response.status, json: await readJson(response) };
			if (response.ok || accept.includes(response.status)) return answer;
			const wait = secondsToWait(response, again, attempt);
			if (wait === null || wait > longestWait || attempt === tries) throw refusal(response, answer.json, wait);
			await setTimeout(wait * 1000);
		}
	}

	async function ask(method: string, path: string, json: unknown): Promise<Response> {
		try {
			return await fetch(`${url}${path}`, {
				method,
				redirect: "manual",
				signal: AbortSignal.timeout(patienceMs),
				headers: { "user-agent": "tier-zero", authorization: `Bearer ${token}`, ...(json !== undefined && { "content-type": "application/json" }), ...headers },
				...(json !== undefined && { body: JSON.stringify(json) }),
			});
		} catch (error) {
			const why = error instanceof Error && error.name === "TimeoutError" ? "It did not answer in time." : `The connection failed (${reasonOf(error)}).`;
			throw new HostRefusal(`${url} could not be reached.`, why, "Look whether the address is right and the network works, then run this again.");
		}
	}

	function refusal({ status }: Response, json: unknown, wait: number | null): HostRefusal {
		const said = saidBy(json, token);
		const what = `${url} refused (${status}).`;
		if (wait !== null && (status === 403 || status === 429))
			return new HostRefusal(what, "It has had too many calls.", `Run this again in ${Math.ceil(wait / 60)} min; nothing is done twice.`, status);
		if (status === 401) return new HostRefusal(what, `It does not know the token. ${said}`.trim(), "Set a token that is valid and has not expired.", status);
		if (status === 403) return new HostRefusal(what, `The token may not do this. ${said}`.trim(), `Give it these rights: ${needs}.`, status);
		if (status === 404)
			return new HostRefusal(
				what,
				"There is no such repository or branch, or the token may not see it.",
				"Correct --repository and --base, or the token's rights.",
				status,
			);
		if (status >= 300 && status < 400) return new HostRefusal(what, "It points to another address.", "Name the repository as it is called now.", status);
		if (status >= 500) return new HostRefusal(what, "It has a problem of its own.", "Run this again later; nothing is done twice.", status);
		return new HostRefusal(what, said || "It does not say why.", "Mend what it says, then run this again.", status);
	}
}

/** How long to wait before another try; null where another try would not help. In seconds. */
function secondsToWait({ status, headers }: Response, again: boolean, attempt: number): number | null {
	const after = headers.get("retry-after");
	const spent = headers.get("x-ratelimit-remaining") === "0" || headers.get("ratelimit-remaining") === "0";
	if (status === 429 || (status === 403 && (after !== null || spent))) {
		const reset = Number(headers.get("x-ratelimit-reset") ?? headers.get("ratelimit-reset") ?? Number.NaN) - Date.now() / 1000;
		const wait = /^\d+$/.test(after ?? "") ? Number(after) : reset;
		return Number.isFinite(wait) ? Math.max(0, wait) : longestWait;
	}
	return status >= 500 && again ? attempt : null;
}

async function readJson(response: Response): Promise<unknown> {
	try {
		return await response.json();
	} catch {
		return null;
	}
}

const words = z.union([z.string().transform((text) => [text]), z.array(z.string())]).catch([]);
const told = z.object({
	message: words,
	errors: z.array(z.union([z.string(), z.object({ message: z.string() }).transform(({ message }) => message)])).catch([]),
});

/** What a host says about a refusal, as a line that holds no token. */
function saidBy(json: unknown, token: string): string {
	const { message = [], errors = [] } = told.safeParse(json).data ?? {};
	return shorten(plainLine([...message, ...errors].join(": ")).replaceAll(token, "[token]"), 300);
}

function reasonOf(error: unknown): string {
	const cause = error instanceof Error ? (error.cause ?? error) : error;
	return plainLine(cause instanceof Error ? cause.message : String(cause));
}
