import type { Context } from "hono";
import type * as z from "zod";
import type { FieldFault } from "#contract/field-faults.ts";
import type { Message } from "#site/strings/message.ts";
import { bodyMs, inTime } from "./in-time.ts";
import { Problem, tell, type FaultyField, type Saying } from "./problem.ts";
import { english } from "./speech.ts";

/** The words of each fault, so that a name without words does not pass the type check. */
const faults: Readonly<Record<FieldFault, Message>> = english.t.fields;

function isFault(message: string): message is FieldFault {
	return Object.hasOwn(faults, message);
}

/** What an issue means to whoever filled the field in. */
function sayingOf({ message, ...issue }: z.core.$ZodIssue): Saying {
	if (isFault(message)) return ({ t }) => t.fields[message];
	if (issue.code === "too_big" && issue.origin === "string") return ({ t, say }) => say(t.fields.tooLong, { count: Number(issue.maximum) });
	return message;
}

/** Turns zod's issues into fields to mend. */
function faultyFields(error: z.ZodError): FaultyField[] {
	return error.issues.slice(0, 20).map((issue) => ({ field: issue.path.join(".") || "(body)", message: sayingOf(issue) }));
}

/** Checks a value against a schema; throws the problem `invalid` with a line for each field. */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
	const result = schema.safeParse(value);
	if (result.success) return result.data;
	const errors = faultyFields(result.error);
	const first = errors[0];
	throw new Problem("invalid", { errors, ...(first && { detail: (words) => `${first.field}: ${tell(first.message, words)}` }) });
}

// Made where they are thrown: an error that nobody throws still costs its stack.
const refusals = {
	json: {
		large: (max: number) => new Problem("too-large", { detail: `At most ${max} bytes.` }),
		broken: () => new Problem("bad-json", { detail: "The body is not UTF-8." }),
		cut: () => new Problem("bad-json", { detail: "The body did not arrive whole." }),
	},
	form: { large: () => new Problem("form-too-large"), broken: () => new Problem("broken-form"), cut: () => new Problem("broken-form") },
};

/**
 * Reads at most `max` bytes of the body as UTF-8 text; a longer, a broken and a cut body is refused and the rest is not read;
 * so is one that has not arrived after a minute.
 *
 * @param kind who is told: programs that send JSON, or a person behind a plain form
 */
export async function readText(request: Request, max: number, kind: keyof typeof refusals = "json"): Promise<string> {
	const { large, broken, cut } = refusals[kind];
	if (Number(request.headers.get("content-length") ?? 0) > max) throw large(max);
	const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });
	if (!request.body) return "";
	const reader = (request.body as ReadableStream<Uint8Array>).getReader();
	try {
		return await inTime(readAll(), bodyMs, cut);
	} catch (error) {
		void reader.cancel().catch(() => undefined);
		throw error instanceof Problem ? error : cut();
	}

	async function readAll(): Promise<string> {
		let text = "";
		let size = 0;
		for (let { value, done } = await reader.read(); !done; { value, done } = await reader.read()) {
			size += value?.byteLength ?? 0;
			if (size > max) throw large(max);
			text += decodeOrRefuse(value);
		}
		return text + decodeOrRefuse();
	}

	function decodeOrRefuse(chunk?: Uint8Array): string {
		try {
			return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
		} catch {
			throw broken();
		}
	}
}

/** Reads a JSON body and checks it. Lone surrogates become U+FFFD, so that every string can be stored. */
export async function readJson<Schema extends z.ZodType>(c: Context, schema: Schema, max: number): Promise<z.output<Schema>> {
	const type = c.req.header("content-type") ?? "";
	if (!/^application\/json(?:\s*;|$)/i.test(type)) throw new Problem("wrong-media-type");
	const text = await readText(c.req.raw, max);
	let value: unknown;
	try {
		value = JSON.parse(text, (_, part: unknown) => (typeof part === "string" ? part.toWellFormed() : part));
	} catch {
		throw new Problem("bad-json");
	}
	return parse(schema, value);
}

/** Reads a plain HTML form: each field once, except those named in `lists`. Empty fields are left out. */
export async function readForm(c: Context, max: number, lists: readonly string[] = []): Promise<Record<string, string | string[]>> {
	const type = c.req.header("content-type") ?? "";
	if (!/^application\/x-www-form-urlencoded\b/i.test(type)) throw new Problem("wrong-media-type");
	const form = new URLSearchParams(await readText(c.req.raw, max, "form"));
	const fields: Record<string, string | string[]> = {};
	for (const name of new Set(form.keys())) {
		const values = form
			.getAll(name)
			.map((value) => value.toWellFormed())
			.filter((value) => value !== "");
		const first = values[0];
		if (lists.includes(name)) fields[name] = values;
		else if (first !== undefined) fields[name] = first;
	}
	return fields;
}
