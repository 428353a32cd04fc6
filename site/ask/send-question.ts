import type { ProblemDocument } from "#contract/problem.ts";
import { readAnswer } from "./read-answer.ts";
import type { AskReply, Following } from "./types.ts";

/** Longer than this nobody waits, in milliseconds. */
const patience = 30_000;

/** In a stream where one is written, else as it stands. */
const streamed = "text/event-stream, application/json;q=0.9";
const plain = "application/json";

/** Posts the question once; `accept` says how its answer may come. Rejects where nobody can be reached. */
export type Post = (accept: string, signal: AbortSignal) => Promise<Response>;

/** A refusal of the Worker in words; null for what somebody between here and there has answered. */
async function readRefusal(response: Response): Promise<AskReply> {
	const { title, detail } = ((await response.json().catch(() => null)) ?? {}) as Partial<ProblemDocument>;
	return { ok: false, problem: typeof title === "string" && typeof detail === "string" ? { title, detail } : null };
}

/** Asks a question: for a stream, and once more without one where that breaks off. Never rejects. */
export async function sendQuestion(post: Post, { onEvent, signal }: Following): Promise<AskReply> {
	const end = AbortSignal.any([signal, AbortSignal.timeout(patience)]);
	for (const accept of [streamed, plain]) {
		try {
			const response = await post(accept, end);
			if (!response.ok) return await readRefusal(response);
			const answer = await readAnswer(response, onEvent);
			if (answer) return { ok: true, answer };
		} catch {
			if (end.aborted) break;
		}
	}
	return { ok: false, problem: null };
}
