import type { Context } from "hono";
import type { z } from "zod";
import type { FieldError } from "#contract/problem.ts";
import { Problem } from "./problem.ts";

/** Turns zod's issues into field errors. */
function fieldErrors(error: z.ZodError): FieldError[] {
	return error.issues.slice(0, 20).map((issue) => ({ field: issue.path.join(".") || "(body)", message: issue.message }));
}

/** Checks a value against a schema; throws the problem `invalid` with a line for each field. */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
	const result = schema.safeParse(value);
	if (result.success) return result.data;
	const errors = fieldErrors(result.error);
	const first = errors[0];
	throw new Problem("invalid", { errors, ...(first && { detail: `${first.field}: ${first.message}` }) });
}

const refusals = {
	json: (max: number) => ({
		large: new Problem("too-large", { detail: `At most ${max} bytes.` }),
		broken: new Problem("bad-json", { detail: "The body is not UTF-8." }),
	}),
	form: () => ({ large: new Problem("form-too-large"), broken: new Problem("broken-form") }),
};

/**
 * Reads at most `max` bytes of the body as UTF-8 text; a longer or broken body is refused and the rest is not read.
 *
 * @param kind who is told: programs that send JSON, or a person behind a plain form
 */
export async function readText(request: Request, max: number, kind: keyof typeof refusals = "json"): Promise<string> {
	const { large, broken } = refusals[kind](max);
	if (Number(request.headers.get("content-length") ?? 0) > max) throw large;
	const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });
	let text = "";
	let size = 0;
	for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
		size += chunk.byteLength;
		if (size > max) throw large;
		text += decodeOrRefuse(chunk);
	}
	return text + decodeOrRefuse();

	function decodeOrRefuse(chunk?: Uint8Array): string {
		try {
			return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
		} catch {
			throw broken;
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
