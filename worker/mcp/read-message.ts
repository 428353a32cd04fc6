import * as z from "zod";
import { Refusal } from "./refusal.ts";
import { current, earlier, fields } from "./revisions.ts";

const idSchema = z.union([z.string(), z.int()]);

/** A message of JSON-RPC: a request, or without id a notification. */
const messageSchema = z.object({
	jsonrpc: z.literal("2.0"),
	id: idSchema.optional(),
	method: z.string(),
	params: z.record(z.string(), z.unknown()).default({}),
});

/** An answer to something that a server asked: this one asks nothing in that way. */
const answerSchema = z.object({ jsonrpc: z.literal("2.0"), id: idSchema, method: z.undefined().optional() });

const metaSchema = z.object({ [fields.version]: z.string().optional(), [fields.capabilities]: z.record(z.string(), z.unknown()).optional() }).catch({});

const elicitationSchema = z.object({ form: z.unknown().optional(), url: z.unknown().optional() });

/** What a program asks. */
export interface Asked {
	id: string | number;
	method: string;
	params: Record<string, unknown>;
	/** Whether it speaks the current revision; else an earlier one. */
	isCurrent: boolean;
	/** Whether it can put a question to its person, and says so. */
	canAsk: boolean;
}

/** The id of a message that was not served; null where none can be read. */
export function idOf(value: unknown): string | number | null {
	const { success, data } = z.object({ id: idSchema }).safeParse(value);
	return success ? data.id : null;
}

/** The body as a value. Lone surrogates become U+FFFD, so that every string can be stored. */
export function readValue(body: string): unknown {
	try {
		return JSON.parse(body, (_, part: unknown) => (typeof part === "string" ? part.toWellFormed() : part));
	} catch {
		throw new Refusal("unreadable", "Parse error: the body is no JSON.");
	}
}

/**
 * What is asked, once headers and body agree: whoever stands between reads the headers only. Null where no answer is expected.
 *
 * @throws Refusal
 */
export function readMessage(value: unknown, headers: Headers): Asked | null {
	// As the protocol has it since 2025-06: a hundred searches in one would pass the rate limit as one.
	if (Array.isArray(value)) throw new Refusal("invalid", "Send one message a request: batches are not taken.");
	const message = messageSchema.safeParse(value);
	if (!message.success) {
		if (answerSchema.safeParse(value).success) return null;
		throw new Refusal("invalid", "The body is not a message of JSON-RPC 2.0.");
	}
	const { id, method, params } = message.data;
	const meta = metaSchema.parse(params["_meta"]);
	const isCurrent = speaksCurrent(meta[fields.version], headers.get("mcp-protocol-version"));
	if (isCurrent) agree(headers, "mcp-method", method);
	if (isCurrent && method === "tools/call") agree(headers, "mcp-name", params["name"]);
	if (id === undefined) return null;
	const able = meta[fields.capabilities];
	if (isCurrent && !able) throw new Refusal("parameters", `_meta lacks ${fields.capabilities}.`);
	return { id, method, params, isCurrent, canAsk: isCurrent && showsForms(able?.["elicitation"]) };
}

/** Which revision is spoken: the body says it, and the header the same. */
function speaksCurrent(said: string | undefined, header: string | null): boolean {
	if (said === undefined && header !== current) {
		if (header === null || earlier.includes(header)) return false;
		throw new Refusal("refused", `This revision of the protocol is not spoken here; these are: ${[current, ...earlier].join(", ")}.`);
	}
	if (said === undefined) throw new Refusal("parameters", `_meta lacks ${fields.version}.`);
	if (said !== current) throw new Refusal("revision", "Unsupported protocol version.", { data: { supported: [current], requested: said } });
	if (header !== current) throw new Refusal("headers", "MCP-Protocol-Version is not what the body says.");
	return true;
}

function agree(headers: Headers, name: "mcp-method" | "mcp-name", said: unknown): void {
	if (headers.get(name) !== said) throw new Refusal("headers", `${name === "mcp-method" ? "Mcp-Method" : "Mcp-Name"} is not what the body says.`);
}

/** A form is what `elicitation` means where it names no kind. */
function showsForms(elicitation: unknown): boolean {
	const { success, data } = elicitationSchema.safeParse(elicitation);
	return success && (data.form !== undefined || data.url === undefined);
}
