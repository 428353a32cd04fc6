import { isPassing, retryAfter } from "../../lib/passing-failure.ts";
import { addressProblem } from "../../lib/safe-address.ts";
import { ProviderFailure, type Message, type Provider } from "./provider.ts";
import { boundedBytes, readStream, readWhole } from "./read-stream.ts";

interface ChatCompletionsOptions {
	/** Address of the API, without `/chat/completions`. Example: `https://llm.example/v1` */
	url: string;
	/** Sent as a bearer token; empty where none is asked for. */
	key: string;
	model: string;
	/** Development: plain http to this machine is fine. */
	allowLoopback: boolean;
}

type Body = Record<string, unknown>;
type Bytes = ReadableStream<Uint8Array>;

/** Settings that not every server and model takes, and what goes in their place. */
const optional: Record<string, (body: Body) => Body> = {
	max_tokens: ({ max_tokens: most, ...body }) => ({ ...body, max_completion_tokens: most }),
	temperature: ({ temperature: _, ...body }) => body,
	stream_options: ({ stream_options: _, ...body }) => body,
};

/**
 * Any server that speaks OpenAI's chat completions (`POST …/chat/completions`, `stream: true`). Only https, no private address, no redirect.
 *
 * @see https://platform.openai.com/docs/api-reference/chat
 */
export function createChatCompletions({ url, key, model, allowLoopback }: ChatCompletionsOptions): Provider {
	const address = `${url.replace(/\/+$/, "")}/chat/completions`;
	return { name: `${URL.canParse(url) ? new URL(url).host : "?"} ${model}`, stream };

	async function* stream(messages: Message[], { signal, maxTokens, onUsage = () => undefined }: Parameters<Provider["stream"]>[1]): AsyncGenerator<string> {
		if (addressProblem(url, allowLoopback) !== null) throw new ProviderFailure("address");
		const body = { model, messages, stream: true, stream_options: { include_usage: true }, temperature: 0, max_tokens: maxTokens };
		const response = await ask(body, signal);
		const answer: Bytes | null = response.body;
		if (!answer) throw new ProviderFailure("garbled");
		const type = response.headers.get("content-type") ?? "";
		if (/^text\/event-stream\b/i.test(type)) yield* reading(readStream(answer, onUsage), signal);
		else if (/^application\/json\b/i.test(type)) yield readWhole(await readJson(answer, signal), onUsage);
		else {
			await answer.cancel();
			throw new ProviderFailure("garbled", response.status);
		}
	}

	async function ask(body: Body, signal: AbortSignal): Promise<Response> {
		let asked = body;
		for (;;) {
			const response = await send(asked, signal);
			if (response.ok && response.status !== 204) return response;
			const refused = response.status === 400 || response.status === 422 ? await settingsIn(response, asked, signal) : [];
			if (refused.length === 0) throw await refusal(response);
			for (const name of refused) asked = optional[name]?.(asked) ?? asked;
		}
	}

	async function send(body: Body, signal: AbortSignal): Promise<Response> {
		try {
			return await fetch(address, {
				method: "POST",
				redirect: "manual",
				signal,
				headers: {
					accept: "text/event-stream",
					"content-type": "application/json",
					"user-agent": "tier-zero",
					...(key !== "" && { authorization: `Bearer ${key}` }),
				},
				body: JSON.stringify(body),
			});
		} catch {
			throw new ProviderFailure(signal.aborted ? "late" : "unreachable");
		}
	}
}

/** Settings of ours that a refusal names. What it says is looked through for them, and not kept. */
async function settingsIn(response: Response, asked: Body, signal: AbortSignal): Promise<string[]> {
	const body: Bytes | null = response.body;
	const text = body ? await readText(body, signal).catch(() => "") : "";
	return Object.keys(optional).filter((name) => name in asked && new RegExp(`\\b${name}\\b`).test(text));
}

async function refusal({ status, headers, body }: Response): Promise<ProviderFailure> {
	if (body && !body.locked) await body.cancel();
	if (!isPassing(status)) return new ProviderFailure("refused", status);
	const now = Date.now();
	const { notBefore } = retryAfter(headers, now);
	return new ProviderFailure("busy", status, notBefore === undefined ? null : Math.max(0, notBefore - now));
}

/** What the network says when a stream breaks, in our words. */
async function* reading(pieces: AsyncGenerator<string>, signal: AbortSignal): AsyncGenerator<string> {
	try {
		yield* pieces;
	} catch (error) {
		throw error instanceof ProviderFailure ? error : new ProviderFailure(signal.aborted ? "late" : "cut");
	}
}

async function readText(body: Bytes, signal: AbortSignal): Promise<string> {
	const decoder = new TextDecoder();
	let text = "";
	try {
		for await (const bytes of boundedBytes(body)) text += decoder.decode(bytes, { stream: true });
	} catch (error) {
		throw error instanceof ProviderFailure ? error : new ProviderFailure(signal.aborted ? "late" : "cut");
	}
	return text;
}

async function readJson(body: Bytes, signal: AbortSignal): Promise<unknown> {
	const text = await readText(body, signal);
	try {
		return JSON.parse(text) as unknown;
	} catch {
		throw new ProviderFailure("garbled");
	}
}
