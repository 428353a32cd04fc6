import { createParser } from "eventsource-parser";
import type { Answer, AnswerEvent } from "#contract/answers.ts";
import type { Following } from "./types.ts";

/** What is read of a stream at most, in characters: what goes beyond is no answer. */
const longest = 500_000;

function isAnswer(value: unknown): value is Answer {
	const { kind, person } = (value ?? {}) as Partial<Answer>;
	return (kind === "answered" || kind === "unsure" || kind === "person") && typeof person?.contact === "string";
}

/** One message of a stream; undefined for what is none of ours. */
function readEvent(data: string): AnswerEvent | undefined {
	try {
		const event = JSON.parse(data) as AnswerEvent | null;
		return typeof event?.event === "string" ? event : undefined;
	} catch {
		return undefined;
	}
}

/**
 * Reads what answers a question, whether it comes as JSON or in a stream.
 *
 * @param onEvent told of sources and pieces as they come
 * @returns null for a stream that ends without the whole, and for what is no answer
 */
export async function readAnswer(response: Response, onEvent: Following["onEvent"]): Promise<Answer | null> {
	if (!response.headers.get("content-type")?.startsWith("text/event-stream")) {
		const json: unknown = await response.json();
		return isAnswer(json) ? json : null;
	}
	const wholes: unknown[] = [];
	const parser = createParser({
		onEvent({ data }) {
			const event = readEvent(data);
			if (event?.event === "whole") wholes.push(event.answer);
			else if (event?.event === "sources" || event?.event === "part") onEvent(event);
		},
	});
	const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
	let length = 0;
	for (let piece = await reader?.read(); piece && !piece.done && wholes.length === 0 && length < longest; piece = await reader?.read()) {
		length += piece.value.length;
		parser.feed(piece.value);
	}
	reader?.cancel().catch(() => undefined);
	const [whole] = wholes;
	return isAnswer(whole) ? whole : null;
}
