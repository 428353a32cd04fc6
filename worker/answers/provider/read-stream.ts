import { createParser } from "eventsource-parser";
import * as z from "zod";
import { ProviderFailure } from "./provider.ts";

/** Bounds of what is read. A stream carries some hundred bytes for each token. */
const mostBytes = 1024 * 1024;
const mostOfEvent = 64 * 1024;
/** Characters of an answer; far beyond what is asked for. */
const mostText = 16_000;

const usageSchema = z
	.object({
		total_tokens: z.number().nonnegative().optional(),
		prompt_tokens: z.number().nonnegative().optional(),
		completion_tokens: z.number().nonnegative().optional(),
	})
	// Nothing is what some say who do not count; no answer is for nothing.
	.transform(({ total_tokens: total, prompt_tokens: asked = 0, completion_tokens: said = 0 }) => (total ?? asked + said) || null);

const choiceSchema = z.object({
	delta: z.object({ content: z.string().nullish() }).nullish(),
	message: z.object({ content: z.string().nullish() }).nullish(),
	finish_reason: z.string().nullish(),
});

/** A chunk of chat completions, or of Workers AI, whose older models send `response` alone. */
const chunkSchema = z.object({
	choices: z.array(choiceSchema).nullish(),
	response: z.union([z.string(), z.number().transform(String)]).nullish(),
	usage: usageSchema.nullish().catch(null),
	error: z.unknown().optional(),
});

/** What one chunk says. */
interface Heard {
	text: string;
	/** Tokens of the whole request; null where the chunk does not say. */
	tokens: number | null;
	isLast: boolean;
}

/**
 * What a chunk of any known shape says.
 *
 * @throws ProviderFailure for one of no known shape, an error, or an answer that a filter ended
 */
function hear(chunk: unknown): Heard {
	const read = chunkSchema.safeParse(chunk);
	if (!read.success) throw new ProviderFailure("garbled");
	const { choices, response, usage, error } = read.data;
	if (error !== undefined && error !== null) throw new ProviderFailure("busy");
	const choice = choices?.[0];
	if (choice?.finish_reason === "content_filter") throw new ProviderFailure("stopped");
	return { text: choice?.delta?.content ?? choice?.message?.content ?? response ?? "", tokens: usage ?? null, isLast: Boolean(choice?.finish_reason) };
}

/** An answer that came in one piece, from who does not stream. @throws ProviderFailure */
export function readWhole(answer: unknown, onUsage: (tokens: number) => void): string {
	const { text, tokens } = hear(answer);
	if (text === "") throw new ProviderFailure("garbled");
	if (tokens !== null) onUsage(tokens);
	return text.slice(0, mostText);
}

function parse(data: string): unknown {
	try {
		return JSON.parse(data) as unknown;
	} catch {
		throw new ProviderFailure("garbled");
	}
}

/** Bytes of a body until there are too many. @throws ProviderFailure */
export async function* boundedBytes(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
	let size = 0;
	for await (const bytes of body as unknown as AsyncIterable<Uint8Array>) {
		size += bytes.byteLength;
		if (size > mostBytes) throw new ProviderFailure("garbled");
		yield bytes;
	}
}

/**
 * Reads server-sent events with chunks of an answer (`data: {…}` until `data: [DONE]`), however the bytes are cut. One that has more to say
 * than an answer can is read no further.
 *
 * @throws ProviderFailure where the stream holds something else, or ends before the answer does
 */
export async function* readStream(body: ReadableStream<Uint8Array>, onUsage: (tokens: number) => void): AsyncGenerator<string> {
	const events: string[] = [];
	const parser = createParser({
		onEvent: ({ data }) => void events.push(data),
		onError: ({ type }) => {
			if (type === "max-buffer-size-exceeded") throw new ProviderFailure("garbled");
		},
		maxBufferSize: mostOfEvent,
	});
	const decoder = new TextDecoder();
	let said = 0;
	let isComplete = false;
	for await (const bytes of boundedBytes(body)) {
		parser.feed(decoder.decode(bytes, { stream: true }));
		for (const data of events.splice(0)) {
			if (data.trim() === "[DONE]") return;
			const { text, tokens, isLast } = hear(parse(data));
			if (tokens !== null) onUsage(tokens);
			isComplete ||= isLast;
			if (text !== "") yield text.slice(0, mostText - said);
			said += text.length;
			if (said >= mostText) return;
		}
	}
	// Some leave `[DONE]` out; none leaves out why the model has ended.
	if (!isComplete) throw new ProviderFailure("cut");
}
