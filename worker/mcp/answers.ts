import type { CallToolResult } from "@modelcontextprotocol/server";
import { Problem } from "../lib/problem.ts";
import { english } from "../lib/speech.ts";

/** What a tool says, for the model to read, and the same as data where there is some. */
export function says(text: string, data?: Record<string, unknown>): CallToolResult {
	return { content: [{ type: "text", text }], ...(data && { structuredContent: data }) };
}

/** Runs a tool; a refusal becomes an answer that says what to do, as the model must read it. Anything else is a fault of ours. */
export async function answering<Result extends object>(work: () => Promise<Result>): Promise<Result | CallToolResult> {
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof Problem)) throw error;
		const { title, detail, errors = [] } = error.document(english);
		return { ...says([`${title}. ${detail}`, ...errors.map(({ field, message }) => `- ${field}: ${message}`)].join("\n")), isError: true };
	}
}
