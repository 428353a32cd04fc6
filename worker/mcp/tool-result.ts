import { logError } from "../lib/log.ts";
import { Problem } from "../lib/problem.ts";
import type { Words } from "../lib/speech.ts";
import type { ToolResult } from "./tool.ts";

/** What a tool answers: text for the model to read, and the same as data where there is some. */
export function toolResult(text: string, data?: Record<string, unknown>): ToolResult {
	return { content: [{ type: "text", text }], ...(data && { structuredContent: data }) };
}

/**
 * Runs a tool; a refusal becomes a result that says what to do, as the model must read it. Anything else is a fault of ours: it is logged,
 * and its words stay here.
 *
 * @param words the language of refusals: English for what only a program gets wrong, the person's for what they are told
 */
export async function refusing<Result extends object>(words: Words, work: () => Promise<Result>): Promise<Result | ToolResult> {
	try {
		return await work();
	} catch (error) {
		const { title, detail, errors = [] } = (error instanceof Problem ? error : faultOf(error)).document(words);
		const lines = errors.map(({ field, message }) => `- ${field}: ${message}`);
		return { ...toolResult(lines.length > 0 ? [title, ...lines].join("\n") : `${title} ${detail}`), isError: true };
	}
}

function faultOf(error: unknown): Problem {
	logError("request_failed", { route: "/mcp" }, error);
	return new Problem("failed");
}
