import * as z from "zod";
import type { Finding, Place } from "./finding.ts";
import { nearest } from "./nearest.ts";
import type { YamlText } from "./yaml-text.ts";

type Issue = z.core.$ZodIssue;

interface Context {
	schema: z.ZodType;
	yaml: YamlText;
	/** Shown in findings. */
	file: string;
	/** First part of the rule. Example: `front-matter` */
	group: string;
	/** Why the field is there, and an example of it; shown with the finding. */
	help(field: string): { why: string; example?: string };
}

/** Turns what the schema objects to into findings with line, column, what is allowed and what was probably meant. */
export function schemaProblems(issues: readonly Issue[], context: Context): Finding[] {
	const unknown = new Set(issues.flatMap((issue) => (issue.code === "unrecognized_keys" ? misspelt(issue, context) : [])));
	return issues
		.filter((issue) => !(isMissing(issue, context) && unknown.has(fieldName(issue.path))))
		.flatMap((issue) => describe(issue, context))
		.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** Required fields that are there under a slightly wrong name: one finding is enough. */
function misspelt(issue: Issue & { keys: string[] }, context: Context): string[] {
	const known = fieldsAt(context.schema, issue.path);
	return issue.keys.flatMap((key) => nearest(key, known) ?? []).map((key) => fieldName([...issue.path, key]));
}

function describe(issue: Issue, context: Context): Finding[] {
	const { yaml, file, group } = context;
	const field = fieldName(issue.path);
	const name = named(issue.path);
	const { why, example } = context.help(field);
	const remedy = example ? `Write it like this: ${example}` : "Correct the value.";
	const base = { level: "error" as const, file, why, field };

	if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownField(key, issue.path, context));
	if (isMissing(issue, context)) {
		return [
			{
				...base,
				rule: `${group}/missing`,
				...yaml.locate(issue.path),
				what: `${name} is missing`,
				remedy: example ? `Add a line: ${example}` : `Add ${name}.`,
			},
		];
	}
	const found = valueAt(yaml.value, issue.path);
	const here: Place = yaml.locateValue(issue.path);
	const is = `${name} is ${show(found)}`;
	switch (issue.code) {
		case "invalid_value": {
			const allowed = issue.values.map(String);
			const meant = typeof found === "string" ? nearest(found, allowed) : undefined;
			const text = `${is}; allowed: ${allowed.join(", ")}`;
			return [
				{
					...base,
					rule: `${group}/value`,
					...here,
					what: meant ? `${text}  (did you mean "${meant}"?)` : text,
					remedy: meant ? `Write "${meant}".` : "Choose one of the allowed values.",
					found: show(found),
					allowed,
				},
			];
		}
		case "invalid_type": {
			const allowed = [kinds[issue.expected] ?? issue.expected];
			return [
				{
					...base,
					rule: `${group}/kind`,
					...here,
					what: `${found === null ? `${name} is empty` : `${is}, which is ${kindOf(found)}`}; allowed: ${allowed[0]}`,
					remedy,
					found: show(found),
					allowed,
				},
			];
		}
		case "too_small":
		case "too_big": {
			const limit = issue.code === "too_small" ? `at least ${issue.minimum}` : `at most ${issue.maximum}`;
			const unit = issue.origin === "string" ? " characters" : issue.origin === "array" ? " entries" : "";
			const size = typeof found === "string" ? found.trim().length : Array.isArray(found) ? found.length : found;
			return [
				{
					...base,
					rule: `${group}/length`,
					...here,
					what: `${name} ${unit ? "has" : "is"} ${String(size)}${unit}; allowed: ${limit}`,
					remedy: resize(issue.code, issue.origin),
					found: show(found),
					allowed: [limit],
				},
			];
		}
		case "invalid_union": {
			const messages = issue.errors.flat().map(({ message }) => plain(message));
			return [{ ...base, rule: `${group}/value`, ...here, what: `${is}; ${messages.join(", or ")}`, remedy, found: show(found), allowed: messages }];
		}
		default:
			return [
				{ ...base, rule: `${group}/value`, ...here, what: `${is}; ${plain(issue.message)}`, remedy, found: show(found), allowed: [plain(issue.message)] },
			];
	}
}

function unknownField(key: string, path: readonly PropertyKey[], { schema, yaml, file, group }: Context): Finding {
	const allowed = fieldsAt(schema, path);
	const meant = nearest(key, allowed);
	return {
		rule: `${group}/unknown-field`,
		level: "error",
		file,
		...yaml.locate([...path, key]),
		what: meant ? `"${key}" is not a known field  (did you mean "${meant}"?)` : `"${key}" is not a known field; known: ${allowed.join(", ")}`,
		why: "A field that nobody reads is usually a spelling mistake, and what it says would be lost.",
		remedy: meant ? `Rename it to "${meant}".` : "Delete the line or use one of the known fields.",
		field: fieldName([...path, key]),
		allowed,
	};
}

function isMissing(issue: Issue, { yaml }: Context): boolean {
	return issue.path.length > 0 && issue.code !== "unrecognized_keys" && valueAt(yaml.value, issue.path) === undefined;
}

/** Names of the fields that may stand at a path. */
function fieldsAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
	const inner = unwrap(schema);
	const [part, ...rest] = path;
	if (part === undefined) return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
	if (inner instanceof z.ZodArray) return fieldsAt(inner.element, rest);
	if (inner instanceof z.ZodRecord) return fieldsAt(inner.valueType, rest);
	const next: unknown = inner instanceof z.ZodObject ? inner.shape[String(part)] : undefined;
	return next instanceof z.ZodType ? fieldsAt(next, rest) : [];
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
	if (schema instanceof z.ZodPipe) return unwrap(schema.out);
	if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional || schema instanceof z.ZodPrefault || schema instanceof z.ZodNullable)
		return unwrap(schema.unwrap());
	return schema;
}

const kinds: Record<string, string> = {
	string: "text",
	array: "a list",
	boolean: "true or false",
	number: "a number",
	int: "a whole number",
	object: "fields with values",
	record: "fields with values",
};

function kindOf(value: unknown): string {
	if (value === null || value === undefined) return "nothing";
	if (Array.isArray(value)) return "a list";
	return kinds[typeof value] ?? typeof value;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
	return path.reduce<unknown>((inside, part) => (typeof inside === "object" && inside !== null ? Reflect.get(inside, part) : undefined), value);
}

function fieldName(path: readonly PropertyKey[]): string {
	return path.map(String).join(".");
}

/** Zod's own messages begin with a heading; the schemas' begin with "must". */
function plain(message: string): string {
	return message
		.replace(/^Invalid [a-z]+: /, "")
		.replace(/^must /, "it must ")
		.replace(/^expected /, "it must be ");
}

function resize(code: "too_small" | "too_big", origin: string): string {
	const entries = origin === "array";
	if (code === "too_small") return entries ? "Add an entry, or delete the field." : "Make it longer.";
	return entries ? "Keep the most important entries." : "Make it shorter.";
}

/** A field as a person calls it; the line tells which of several it is. */
function named(path: readonly PropertyKey[]): string {
	const words = path
		.filter((part) => typeof part !== "number")
		.map(String)
		.join(".");
	const last = path.at(-1);
	const entry = typeof last === "number" ? `entry ${last + 1}` : "";
	if (words === "") return entry || "the whole file";
	return entry ? `"${words}" (${entry})` : `"${words}"`;
}

function show(value: unknown): string {
	const text = value === undefined ? "nothing" : JSON.stringify(value);
	return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
