import * as z from "zod";
import { english } from "../lib/speech.ts";
import { readMessage, type Asked } from "./read-message.ts";
import { Refusal } from "./refusal.ts";
import { current, earlier, fields } from "./revisions.ts";
import type { Question, Tool } from "./tool.ts";
import { refusing } from "./tool-result.ts";

/** What a server is called, how to use it, and what it can do. */
export interface Server {
	name: string;
	title: string;
	version: string;
	instructions: string;
	tools: Tool[];
}

type Result = Record<string, unknown>;

/** A call asks one question at most. */
const questionName = "send";

const callSchema = z.object({
	name: z.string(),
	arguments: z.record(z.string(), z.unknown()).default({}),
	requestState: z.string().optional().catch(undefined),
	inputResponses: z
		.object({ [questionName]: z.unknown() })
		.partial()
		.optional()
		.catch(undefined),
});

const capabilities = { tools: {} };

/** A list is true until the next deployment, which nobody is told of. */
const unkept = { ttlMs: 0, cacheScope: "private" };

/**
 * The Model Context Protocol, as far as a server needs it that remembers nothing between two requests: it introduces itself, lists its
 * tools and runs them. Null where no answer is expected.
 *
 * @param value the body of a request
 * @throws Refusal
 */
export async function serve(server: Server, value: unknown, headers: Headers): Promise<object | null> {
	const asked = readMessage(value, headers);
	if (asked === null) return null;
	const { name, title, version } = server;
	const info = { name, title, version };
	const result = await (asked.isCurrent ? answerCurrent(server, asked) : answerEarlier(server, asked, info));
	return {
		jsonrpc: "2.0",
		id: asked.id,
		result: asked.isCurrent ? { resultType: "complete", ...result, _meta: { [fields.server]: info } } : result,
	};
}

async function answerCurrent({ instructions, tools }: Server, asked: Asked): Promise<Result> {
	switch (asked.method) {
		case "server/discover":
			return { supportedVersions: [current], capabilities, instructions, ...unkept };
		case "tools/list":
			return { tools: tools.map(described), ...unkept };
		case "tools/call":
			return call(tools, asked);
		default:
			throw new Refusal("unknownMethod", "Method not found", { status: 404 });
	}
}

async function answerEarlier({ instructions, tools }: Server, asked: Asked, serverInfo: Result): Promise<Result> {
	switch (asked.method) {
		case "initialize": {
			const wanted = asked.params["protocolVersion"];
			const protocolVersion = typeof wanted === "string" && earlier.includes(wanted) ? wanted : earlier[0];
			return { protocolVersion, capabilities, serverInfo, instructions };
		}
		case "ping":
			return {};
		case "tools/list":
			return { tools: tools.map(described) };
		case "tools/call":
			return call(tools, asked);
		default:
			throw new Refusal("unknownMethod", "Method not found", { status: 200 });
	}
}

/** A tool as a list has it. */
function described({ input, output, run: _, ...tool }: Tool): Result {
	return { ...tool, inputSchema: jsonSchema(input, "input"), ...(output && { outputSchema: jsonSchema(output, "output") }) };
}

/** The protocol wants an object to be seen at once, also where it stands among the definitions. */
const jsonSchema = (schema: z.ZodObject, io: "input" | "output") => ({ type: "object", ...z.toJSONSchema(schema, { io }) });

async function call(tools: Tool[], { params, canAsk }: Asked): Promise<Result> {
	const { success, data } = callSchema.safeParse(params);
	if (!success) throw new Refusal("parameters", "A call names a tool, and has an object of arguments.", { status: 200 });
	const tool = tools.find(({ name }) => name === data.name);
	if (!tool) throw new Refusal("parameters", "There is no tool of this name; tools/list has them.", { status: 200 });
	const answer = data.inputResponses?.[questionName];
	const result = await refusing(english, () => tool.run(data.arguments, { canAsk, state: data.requestState, answer }));
	return { ...("form" in result ? question(result) : result) };
}

function question({ message, form, state }: Question): Result {
	const request = { method: "elicitation/create", params: { mode: "form", message, requestedSchema: jsonSchema(form, "input") } };
	return { resultType: "input_required", inputRequests: { [questionName]: request }, requestState: state };
}
