import { parse } from "yaml";
import * as z from "zod";
import type { FieldDocs } from "./field-docs.ts";

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** The JSON schema of what a writer types, with what the source's comments say about each field. */
export function describedSchema(schema: z.ZodType, docs: FieldDocs): JsonSchema {
	return describe(z.toJSONSchema(schema, { io: "input", target: "draft-7", unrepresentable: "any" }), docs);
}

function describe(schema: JsonSchema, { text, fields, entries, options }: FieldDocs): JsonSchema {
	const { $schema, pattern, ...rest } = schema;
	return {
		...($schema && { $schema }),
		...(text && { description: text }),
		...rest,
		// JSON Schema cannot say which flags a pattern has: an editor that reads it without Unicode would object to every word.
		...(pattern && !/\\p\{/i.test(pattern) && { pattern }),
		...examplesOf(text, schema),
		...(schema.properties && { properties: mapValues(schema.properties, (property, name) => describeEntry(property, fields?.[name])) }),
		...(schema.items && !Array.isArray(schema.items) && { items: describeEntry(schema.items, entries) }),
		...(schema.oneOf && { oneOf: schema.oneOf.map((option, index) => describe(option, options?.[index] ?? {})) }),
		...(typeof schema.additionalProperties === "object" && { additionalProperties: describeEntry(schema.additionalProperties, entries) }),
	};
}

function describeEntry(schema: JsonSchema | boolean, docs: FieldDocs | undefined): JsonSchema | boolean {
	return typeof schema === "boolean" ? schema : describe(schema, docs ?? {});
}

function mapValues<Value, Result>(record: Record<string, Value>, change: (value: Value, name: string) => Result): Record<string, Result> {
	return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value, name)]));
}

/** The code after "Example:" in a comment; what is not always text is read as YAML, since that is how it is written. */
function examplesOf(text: string | undefined, { type }: JsonSchema): { examples?: unknown[] } {
	const [, words] = /Example: ((?:`[^`]+`(?:, )?)+)/.exec(text ?? "") ?? [];
	const examples = [...(words ?? "").matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code);
	if (examples.length === 0) return {};
	return { examples: type === "string" ? examples : examples.map((example) => parse(example) as unknown) };
}
