import * as z from "zod";
import { articleSchema } from "#site/schemas/article.ts";
import { fieldHelp } from "./field-help.ts";

/** A field of the front matter as the writers' guide explains it. */
export interface FieldRow {
	/** Example: `title` */
	name: string;
	/** Whether every article must have it. */
	needed: boolean;
	/** What holds when the line is left out, as it would be written; null where nothing does. Example: `6 months` */
	otherwise: string | null;
	/** What may stand there, in words; empty where the example says it all. Example: `5 to 90 characters` */
	allowed: string;
	why: string;
	/** A line that can be copied. */
	example: string;
}

/** The part of a JSON schema that limits are read from. */
const limits = z.object({
	minLength: z.number().optional(),
	maxLength: z.number().optional(),
	maxItems: z.number().optional(),
	enum: z.array(z.string()).optional(),
	items: z.object({ enum: z.array(z.string()).optional() }).optional(),
});

/** All fields an article can have, those it must have first; made from the schema, so that it says what the check says. */
export function fieldRows(): FieldRow[] {
	const fields = articleSchema.shape;
	const names = Object.keys(fieldHelp) as (keyof typeof fieldHelp)[];
	const rows = names.map((name) => {
		const left = fields[name].safeParse(undefined);
		const { why, example } = fieldHelp[name];
		return { name, needed: !left.success, otherwise: left.success ? written(left.data) : null, allowed: describeLimits(fields[name]), why, example };
	});
	return [...rows.filter(({ needed }) => needed), ...rows.filter(({ needed }) => !needed)];
}

function written(value: unknown): string | null {
	if (value === undefined || (Array.isArray(value) && value.length === 0)) return null;
	return Array.isArray(value) ? `[${value.join(", ")}]` : String(value);
}

function describeLimits(field: z.ZodType): string {
	const { minLength = 0, maxLength, maxItems, enum: values, items } = limits.parse(z.toJSONSchema(field, { unrepresentable: "any" }));
	const one = values ?? items?.enum;
	if (one) return `One${items ? " or more" : ""} of: ${one.join(", ")}.`;
	if (maxLength !== undefined) return `${minLength} to ${maxLength} characters.`;
	return maxItems === undefined ? "" : `At most ${maxItems}.`;
}
